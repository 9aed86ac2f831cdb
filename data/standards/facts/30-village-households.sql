-- facts: village_households
-- of: village
-- label: 本村农户合计
SELECT household.village_code AS village_code,
       count (*) AS recorded,
       count (CASE WHEN household.status IN ('0', '1', '2', '3', '4') THEN 1 END) AS registered_households,
       total (CASE WHEN household.status IN ('0', '1', '2', '3', '4') THEN household.size END) AS registered_people,
       count (CASE WHEN household.status IN ('0', '2', '3') THEN 1 END) AS poor_households,
       total (CASE WHEN household.status IN ('0', '2', '3') THEN household.size END) AS poor_people,
       total (CASE WHEN household.status IN ('1', '4') THEN household.size END) AS exited_people,
       total (CASE WHEN household.status IS NULL THEN household.size END) AS unclear_people
FROM household
WHERE household.status IS NOT 'REMOVED'
GROUP BY household.village_code
