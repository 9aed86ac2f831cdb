-- subject: household
-- label: 农户
-- label_en: Household
FROM chosen
CROSS JOIN household ON household.id = chosen.id AND household.status IS NOT 'REMOVED'
LEFT JOIN household_year AS year ON year.household_id = chosen.id AND year.year = :year
LEFT JOIN household_year AS last_year ON last_year.household_id = chosen.id AND last_year.year = :last_year
LEFT JOIN members ON members.household_id = chosen.id
LEFT JOIN member AS head ON head.id = members.head_id
LEFT JOIN village ON village.code = household.village_code
LEFT JOIN township ON township.code = village.township_code
LEFT JOIN household_standard AS standard ON standard.id = chosen.id
LEFT JOIN household_assessment AS last_standard
  ON last_standard.household_id = chosen.id AND last_standard.year = :last_year
LEFT JOIN relocation ON relocation.household_id = chosen.id
LEFT JOIN measures ON measures.household_id = chosen.id
LEFT JOIN steps ON steps.household_id = chosen.id
LEFT JOIN visits ON visits.household_id = chosen.id
LEFT JOIN helpers AS helping ON helping.household_id = chosen.id
LEFT JOIN unlisted ON unlisted.household_id = chosen.id
LEFT JOIN printings AS printed ON printed.household_id = chosen.id
