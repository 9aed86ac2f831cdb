-- facts: steps
-- of: household
-- label: 退出程序各环节日期
SELECT chosen.id AS household_id,
       max (CASE step.step WHEN 'APPRAISE' THEN step.done_on END) AS appraised_on,
       max (CASE step.step WHEN 'VERIFY' THEN step.done_on END) AS verified_on,
       max (CASE step.step WHEN 'AGREE' THEN step.done_on END) AS agreed_on,
       max (CASE step.step WHEN 'POST1' THEN step.done_on END) AS posted_on,
       max (CASE step.step WHEN 'POST1' THEN step.ended_on END) AS post_ended_on,
       max (CASE step.step WHEN 'TOWN' THEN step.done_on END) AS town_on,
       max (CASE step.step WHEN 'COUNTY' THEN step.done_on END) AS county_on,
       max (CASE step.step WHEN 'ANNOUNCE' THEN step.done_on END) AS announced_on,
       max (CASE step.step WHEN 'SYSTEM' THEN step.done_on END) AS marked_on
FROM chosen CROSS JOIN step ON step.household_id = chosen.id AND coalesce (step.reopened, 0) = 0
GROUP BY chosen.id
