-- subject: member
-- label: 人
FROM chosen CROSS JOIN household ON household.id = chosen.id
CROSS JOIN member ON member.household_id = household.id
WHERE member.alive = '1'
