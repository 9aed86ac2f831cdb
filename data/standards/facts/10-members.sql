-- facts: members
-- of: household
-- label: 在户成员的合计数
SELECT chosen.id AS household_id,
       count (member.id) AS present,
       count (CASE member.relation WHEN '01' THEN 1 END) AS heads,
       min (CASE member.relation WHEN '01' THEN member.id END) AS head_id,
       count (CASE WHEN member.school = '01'
                    AND age_on (member.birth, :year || '-08-31') BETWEEN :edu_age_min AND :edu_age_max
                    AND coalesce (member.dropout_reason, '') NOT IN ('1', '2') THEN 1 END) AS dropouts,
       count (CASE WHEN (member.school IS NULL OR (member.school = '01' AND member.birth IS NULL))
                    AND coalesce (age_on (member.birth, :year || '-08-31') BETWEEN :edu_age_min AND :edu_age_max, 1)
                   THEN 1 END) AS schooling_unknown,
       count (CASE WHEN member.med_ins = 0 THEN 1 END) AS uninsured,
       count (CASE WHEN member.med_ins IS NULL THEN 1 END) AS insurance_unknown,
       count (CASE WHEN (has (member.health, '02') OR has (member.health, '03')) THEN 1 END) AS ill,
       count (CASE WHEN has (member.health, '04') THEN 1 END) AS disabled,
       count (CASE WHEN member.health IS NULL THEN 1 END) AS health_unknown,
       count (CASE WHEN member.school <> '01' THEN 1 END) AS pupils,
       count (CASE WHEN member.labor IN ('01', '02') THEN 1 END) AS labourers,
       count (CASE WHEN member.labor IN ('01', '02')
                    AND age_on (member.birth, :day) BETWEEN :work_age_min AND :work_age_max THEN 1 END) AS able,
       count (CASE WHEN member.dibao = 1 THEN 1 END) AS dibao,
       count (CASE WHEN member.work_months > 0 THEN 1 END) AS workers,
       count (CASE WHEN age_on (member.birth, :day) >= :pension_age_min THEN 1 END) AS old,
       count (CASE WHEN member.pension_ins = 1
                    AND age_on (member.birth, :day) >= :pension_age_min THEN 1 END) AS old_insured
FROM chosen LEFT JOIN member ON member.household_id = chosen.id AND member.alive = '1'
GROUP BY chosen.id
