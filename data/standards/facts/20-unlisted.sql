-- facts: unlisted
-- of: household
-- label: 公安户籍上有、本户没有的人
SELECT chosen.id AS household_id, count (*) AS persons, min (outside_person.name) AS name
FROM chosen
CROSS JOIN household ON household.id = chosen.id
CROSS JOIN outside_person ON outside_person.head_idno = household.head_idno AND outside_person.list = 'police'
WHERE NOT EXISTS (SELECT 1 FROM member WHERE member.idno = outside_person.idno AND member.household_id = chosen.id)
GROUP BY chosen.id
