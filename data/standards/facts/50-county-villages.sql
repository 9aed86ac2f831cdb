-- facts: county_villages
-- of: county
-- label: 全县各村合计；有一村没有人口基数即为空
SELECT :county AS county_code,
       count (*) AS counted,
       CASE count (*) WHEN count (village.rural_pop_base) THEN sum (village.rural_pop_base) END AS rural_population
FROM village
