-- facts: helpers
-- of: household
-- label: 现在的帮扶责任人
SELECT chosen.id AS household_id, count (*) AS helpers
FROM chosen CROSS JOIN helping ON helping.household_id = chosen.id AND coalesce (helping.to_date, :day) >= :day
GROUP BY chosen.id
