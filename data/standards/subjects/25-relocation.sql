-- subject: relocation
-- label: 易地扶贫搬迁户
-- label_en: Relocated household
FROM chosen
CROSS JOIN household ON household.id = chosen.id AND household.status IS NOT 'REMOVED'
CROSS JOIN relocation ON relocation.household_id = chosen.id
LEFT JOIN household_year AS year ON year.household_id = chosen.id AND year.year = :year
LEFT JOIN members ON members.household_id = chosen.id
LEFT JOIN member AS head ON head.id = members.head_id
LEFT JOIN village ON village.code = household.village_code
LEFT JOIN claims AS claim ON claim.household_id = chosen.id
LEFT JOIN measures ON measures.household_id = chosen.id
LEFT JOIN relocation_standard AS standard ON standard.id = relocation.id
