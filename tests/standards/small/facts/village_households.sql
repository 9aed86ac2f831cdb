-- facts: village_households
-- of: village
SELECT village_code, count (*) AS n, sum (size) AS people, sum (size) FILTER (WHERE status IN ('0','2','3')) AS poor
FROM household GROUP BY village_code
