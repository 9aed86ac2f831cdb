-- facts: lists
-- of: household
-- label: 成员在比对名单中的记录（以成员为键）
-- complete: FROM (SELECT DISTINCT idno FROM outside_person) AS listed CROSS JOIN member ON member.idno = listed.idno AND member.alive = '1'
SELECT member.id AS member_id,
       max (outside_person.list = 'vehicle') AS vehicle,
       max (outside_person.list = 'property') AS property,
       max (outside_person.list = 'payroll') AS payroll,
       max (outside_person.list = 'business') AS business,
       max (outside_person.list = 'death') AS death,
       max (outside_person.listed_on) AS listed_on
FROM chosen
CROSS JOIN member ON member.household_id = chosen.id AND member.alive = '1'
CROSS JOIN outside_person ON outside_person.idno = member.idno
GROUP BY member.id
