-- facts: village_incomes
-- of: village
-- label: 本村建档立卡户人均纯收入的分布
SELECT each.village_code AS village_code,
       sum (each.n) AS households,
       max (each.n) AS equal,
       total (CASE WHEN each.net_pc > :income_line
                    AND each.net_pc * 100 <= :income_line * (100 + :near_line_pct) THEN each.n END) AS near_line
FROM (SELECT household.village_code AS village_code, year.net_pc AS net_pc, count (*) AS n
      FROM household CROSS JOIN household_year AS year ON year.household_id = household.id AND year.year = :year
      WHERE household.status IN ('0', '1', '2', '3', '4') AND year.net_pc IS NOT NULL
      GROUP BY household.village_code, year.net_pc) AS each
GROUP BY each.village_code
