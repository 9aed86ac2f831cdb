-- subject: village
-- label: 行政村
-- label_en: Village
FROM village
LEFT JOIN village_year AS year ON year.village_code = village.code AND year.year = :year
LEFT JOIN township ON township.code = village.township_code
LEFT JOIN village_households AS households ON households.village_code = village.code
LEFT JOIN village_incomes AS incomes ON incomes.village_code = village.code
LEFT JOIN village_standard AS standard ON standard.id = village.id
