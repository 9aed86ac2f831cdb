-- facts: visits
-- of: household
-- label: 走访
SELECT chosen.id AS household_id,
       count (*) AS counted,
       max (visit.visited_on) AS last_on,
       count (CASE WHEN visit.at_home = 0 AND visit.visited_on >= :year || '-01-01' THEN 1 END) AS absent,
       count (CASE WHEN visit.at_home = 1 AND visit.visited_on >= :year || '-01-01' THEN 1 END) AS met_at_home
FROM chosen CROSS JOIN visit ON visit.household_id = chosen.id
GROUP BY chosen.id
