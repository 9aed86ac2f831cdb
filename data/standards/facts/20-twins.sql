-- facts: twins
-- of: household
-- label: 证件号码相同的其他在户成员（以成员为键）
-- complete: FROM (SELECT idno FROM member GROUP BY idno HAVING count (*) > 1) AS double CROSS JOIN member ON member.idno = double.idno AND member.alive = '1'
SELECT member.id AS member_id,
       count (CASE WHEN other.household_id = member.household_id THEN 1 END) AS inside,
       count (CASE WHEN other.household_id <> member.household_id THEN 1 END) AS outside
FROM chosen
CROSS JOIN member ON member.household_id = chosen.id AND member.alive = '1'
CROSS JOIN member AS other ON other.idno = member.idno AND other.id <> member.id AND other.alive = '1'
GROUP BY member.id
