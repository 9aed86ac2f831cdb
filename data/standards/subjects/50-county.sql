-- subject: county
-- label: 县（市、区）
-- label_en: County
FROM county
LEFT JOIN county_year AS year ON year.county_code = county.code AND year.year = :year
LEFT JOIN county_households AS households ON households.county_code = county.code
LEFT JOIN county_villages AS villages ON villages.county_code = county.code
LEFT JOIN county_townships AS townships ON townships.county_code = county.code
LEFT JOIN county_surveys AS survey ON survey.county_code = county.code
LEFT JOIN county_standard AS standard ON standard.id = county.id
WHERE county.code = :county
