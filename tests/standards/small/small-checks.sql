-- pack: small-checks
-- kind: checks
-- subject: household
-- label: 小校验
-- label_en: Small checks
-- source: tests
-- active: yes

-- item: Q02
-- severity: E
-- label: 人口数不符
-- label_en: Size differs
-- says: 家庭人口{household.size}，成员{members.present|integer}人
-- says_en: {members.present|integer} members, size {household.size}
-- field: size
household.size <> members.present

-- item: Q12
-- severity: E
-- subject: member
-- label: 两户同号
-- label_en: Same number in two households
-- says: 证件号码在另一户也有
-- says_en: The number stands in another household too
-- field: idno
-- peers: SELECT other.household_id FROM member JOIN member AS other ON other.idno = member.idno
--   WHERE member.household_id = :household
EXISTS (SELECT 1 FROM member AS other WHERE other.idno = member.idno AND other.household_id <> member.household_id)

-- item: Q69
-- severity: W
-- label: 未达标
-- label_en: Unmet
-- says: 未达标{standard.unmet|integer}项
-- says_en: {standard.unmet|integer} unmet
-- field: remark
standard.unmet > 0

-- item: Q66
-- severity: S
-- subject: village
-- label: 村未达标
-- label_en: Village unmet
-- says: 贫困人口{households.poor|integer}人
-- says_en: {households.poor|integer} poor people
-- field: exit_year
standard.unmet > 0
