-- facts: county_surveys
-- of: county
-- label: 本年度抽样调查合计；没有样本即为空
SELECT :county AS county_code,
       sum (CASE survey.kind WHEN 'wrong_exit' THEN survey.sampled END) AS exited_sampled,
       sum (CASE survey.kind WHEN 'wrong_exit' THEN survey.found END) AS wrongly_exited,
       sum (CASE survey.kind WHEN 'missed' THEN survey.sampled END) AS unregistered_sampled,
       sum (CASE survey.kind WHEN 'missed' THEN survey.found END) AS missed,
       sum (CASE survey.kind WHEN 'approval' THEN survey.sampled END) AS asked,
       sum (CASE survey.kind WHEN 'approval' THEN survey.found END) AS approving
FROM survey
WHERE survey.year = :year
