-- facts: county_townships
-- of: county
-- label: 全县各乡镇合计；上报数有一乡镇未报即为空
SELECT :county AS county_code,
       count (*) AS counted,
       count (CASE WHEN kept.state = 'met' THEN 1 END) AS met,
       count (CASE WHEN kept.state = 'unmet' THEN 1 END) AS unmet,
       CASE count (*) WHEN count (year.registered_households) THEN sum (year.registered_households) END AS registered_households,
       CASE count (*) WHEN count (year.registered_people) THEN sum (year.registered_people) END AS registered_people,
       CASE count (*) WHEN count (year.poor_households) THEN sum (year.poor_households) END AS poor_households,
       CASE count (*) WHEN count (year.poor_people) THEN sum (year.poor_people) END AS poor_people
FROM township
LEFT JOIN township_year AS year ON year.township_code = township.code AND year.year = :year
LEFT JOIN township_assessment AS kept ON kept.township_code = township.code AND kept.year = :year
