-- subject: village
-- label: 村
FROM village
LEFT JOIN village_year AS year ON year.village_code = village.code AND year.year = :year
LEFT JOIN village_households AS households ON households.village_code = village.code
LEFT JOIN village_standard AS standard ON standard.id = village.id
