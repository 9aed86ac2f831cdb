-- subject: township
-- label: 乡（镇、街道）
-- label_en: Township
FROM township
LEFT JOIN township_year AS year ON year.township_code = township.code AND year.year = :year
LEFT JOIN township_households AS households ON households.township_code = township.code
LEFT JOIN township_villages AS villages ON villages.township_code = township.code
LEFT JOIN township_standard AS standard ON standard.id = township.id
