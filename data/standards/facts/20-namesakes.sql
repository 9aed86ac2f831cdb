-- facts: namesakes
-- of: household
-- label: 同一乡镇内姓名、出生日期相同而证件号码不同的其他在户成员（以成员为键）
-- complete: FROM (SELECT name, birth FROM member GROUP BY name, birth HAVING count (*) > 1) AS double CROSS JOIN member ON member.name = double.name AND member.birth = double.birth AND member.alive = '1'
SELECT member.id AS member_id, count (*) AS others
FROM chosen
CROSS JOIN member ON member.household_id = chosen.id AND member.alive = '1'
CROSS JOIN member AS other ON other.name = member.name AND other.birth = member.birth AND other.id <> member.id
                              AND other.idno <> member.idno AND other.alive = '1'
CROSS JOIN household ON household.id = member.household_id
CROSS JOIN household AS home ON home.id = other.household_id
                                AND substr (home.village_code, 1, 9) = substr (household.village_code, 1, 9)
GROUP BY member.id
