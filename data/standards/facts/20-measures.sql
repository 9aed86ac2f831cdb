-- facts: measures
-- of: household
-- label: 对应各项指标的措施
SELECT chosen.id AS household_id,
       count (*) AS counted,
       group_concat (measure.criterion) AS criteria
FROM chosen CROSS JOIN measure ON measure.household_id = chosen.id AND measure.state <> 'cancelled'
GROUP BY chosen.id
