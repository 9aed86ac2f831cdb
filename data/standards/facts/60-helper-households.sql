-- facts: helper_households
-- of: helper
-- label: 帮扶责任人现在帮扶的户数
SELECT helping.helper_id AS helper_id, count (*) AS households
FROM helping
WHERE coalesce (helping.to_date, :day) >= :day
GROUP BY helping.helper_id
