-- facts: township_villages
-- of: township
-- label: 本乡镇各村合计；上报数有一村未报即为空
SELECT village.township_code AS township_code,
       count (*) AS counted,
       count (CASE WHEN village.is_poor_village = 1 THEN 1 END) AS poor_villages,
       CASE count (*) WHEN count (year.registered_households) THEN sum (year.registered_households) END AS registered_households,
       CASE count (*) WHEN count (year.registered_people) THEN sum (year.registered_people) END AS registered_people,
       CASE count (*) WHEN count (year.poor_households) THEN sum (year.poor_households) END AS poor_households,
       CASE count (*) WHEN count (year.poor_people) THEN sum (year.poor_people) END AS poor_people
FROM village LEFT JOIN village_year AS year ON year.village_code = village.code AND year.year = :year
GROUP BY village.township_code
