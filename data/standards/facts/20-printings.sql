-- facts: printings
-- of: household
-- label: 验收表最近一次打印
SELECT chosen.id AS household_id, max (printed.printed_on) AS printed_on, max (printed.sequence) AS sequence
FROM chosen CROSS JOIN printed ON printed.household_id = chosen.id AND printed.sheet = 'F1'
GROUP BY chosen.id
