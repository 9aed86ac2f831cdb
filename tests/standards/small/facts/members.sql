-- facts: members
-- of: household
SELECT chosen.id AS household_id, count (*) FILTER (WHERE member.alive = '1') AS present, max (member.id) FILTER (WHERE member.relation = '01' AND member.alive = '1') AS head_id,
 count (*) FILTER (WHERE member.relation = '01' AND member.alive = '1') AS heads,
 sum (member.dibao) AS dibao, count (*) FILTER (WHERE has (member.health, '04')) AS disabled
FROM chosen CROSS JOIN member ON member.household_id = chosen.id GROUP BY chosen.id
