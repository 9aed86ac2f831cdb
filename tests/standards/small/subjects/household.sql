-- subject: household
-- label: 户
FROM chosen CROSS JOIN household ON household.id = chosen.id
LEFT JOIN household_year AS year ON year.household_id = household.id AND year.year = :year
LEFT JOIN household_year AS last_year ON last_year.household_id = household.id AND last_year.year = :last_year
LEFT JOIN members ON members.household_id = household.id
LEFT JOIN member AS head ON head.id = members.head_id
LEFT JOIN household_standard AS standard ON standard.id = household.id
LEFT JOIN village ON village.code = household.village_code
