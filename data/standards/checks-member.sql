-- pack: checks-member
-- kind: checks
-- subject: member
-- label: 家庭成员信息校验
-- label_en: Checks of members
-- source: 逻辑校验规则 (P37; P38; P49；项目自定)

-- item: Q03
-- severity: E
-- subject: county
-- label: 有成员不属于任何农户
-- label_en: Members that belong to no household
-- says: 有 {(SELECT count (*) FROM member WHERE member.household_id NOT IN (SELECT id FROM household))|integer} 名成员不属于任何农户
-- says_en: {(SELECT count (*) FROM member WHERE member.household_id NOT IN (SELECT id FROM household))|integer} members belong to no household
EXISTS (SELECT 1 FROM member WHERE member.household_id NOT IN (SELECT id FROM household))

-- item: Q06
-- severity: E
-- label: 身份证号码缺失或不是 18 位
-- label_en: ID number missing, or not of 18 characters
-- says: {member.name}的身份证号码为 {coalesce (length (member.idno), 0)|integer} 位，应为 18 位
-- says_en: {member.name}'s ID number has {coalesce (length (member.idno), 0)|integer} characters instead of 18
-- field: idno
coalesce (member.idtype, '01') = '01' AND coalesce (length (member.idno), 0) <> 18

-- item: Q07
-- severity: E
-- label: 身份证号码校验码错误
-- label_en: Check digit of the ID number wrong
-- says: {member.name}的身份证号码末位为 {substr (member.idno, 18)}，按前 17 位应为 {id_check_digit (member.idno)}
-- says_en: {member.name}'s ID number ends in {substr (member.idno, 18)}; by the other digits it should be {id_check_digit (member.idno)}
-- field: idno
coalesce (member.idtype, '01') = '01' AND upper (substr (member.idno, 18)) <> id_check_digit (member.idno)

-- item: Q08
-- severity: E
-- label: 身份证号码中的出生日期不可能
-- label_en: Impossible date of birth in the ID number
-- says: {member.name}的身份证号码中出生日期为 {substr (member.idno, 7, 8)}，不是可能的日期
-- says_en: {member.name}'s ID number has {substr (member.idno, 7, 8)} as date of birth, which is impossible
-- field: idno
coalesce (member.idtype, '01') = '01' AND length (member.idno) = 18
AND coalesce (id_birth (member.idno) NOT BETWEEN '1900-01-01' AND :today, 1)

-- item: Q09
-- severity: E
-- label: 出生日期与身份证号码不符
-- label_en: Date of birth differs from the ID number
-- says: {member.name}出生日期 {member.birth}，身份证号码中为 {id_birth (member.idno)}
-- says_en: {member.name} was born {member.birth}, by the ID number {id_birth (member.idno)}
-- field: birth
coalesce (member.idtype, '01') = '01' AND member.birth <> id_birth (member.idno)

-- item: Q10
-- severity: E
-- label: 性别与身份证号码不符
-- label_en: Sex differs from the ID number
-- says: {member.name}性别为{member.sex}，按身份证号码第 17 位应为{id_sex (member.idno)|sex}
-- says_en: {member.name} is recorded as {member.sex}, by digit 17 of the ID number {id_sex (member.idno)|sex}
-- field: sex
coalesce (member.idtype, '01') = '01' AND member.sex <> id_sex (member.idno)

-- item: Q11
-- severity: E
-- label: 同一户内证件号码重复
-- label_en: Same ID number twice in one household
-- says: {member.name}的证件号码 {substr (member.idno, 1, 6)}********{substr (member.idno, -4)} 在本户出现 {twins.inside + 1|integer} 次
-- says_en: {member.name}'s ID number {substr (member.idno, 1, 6)}********{substr (member.idno, -4)} stands {twins.inside + 1|integer} times in this household
-- field: idno
twins.inside > 0

-- item: Q12
-- severity: E
-- label: 同一证件号码出现在两户
-- label_en: Same ID number in two households
-- says: {member.name}的证件号码 {substr (member.idno, 1, 6)}********{substr (member.idno, -4)} 还登记在{(SELECT home.head_name || '家（' || place.short_name || '）' FROM member AS other JOIN household AS home ON home.id = other.household_id JOIN village AS place ON place.code = home.village_code WHERE other.idno = member.idno AND other.household_id <> member.household_id AND other.alive = '1' ORDER BY home.id LIMIT 1)}
-- says_en: {member.name}'s ID number {substr (member.idno, 1, 6)}********{substr (member.idno, -4)} also stands in the household of {(SELECT home.head_name || '家（' || place.short_name || '）' FROM member AS other JOIN household AS home ON home.id = other.household_id JOIN village AS place ON place.code = home.village_code WHERE other.idno = member.idno AND other.household_id <> member.household_id AND other.alive = '1' ORDER BY home.id LIMIT 1)}
-- field: idno
-- peers: SELECT other.household_id FROM member JOIN member AS other ON other.idno = member.idno
--   WHERE member.household_id = :household AND other.household_id <> :household LIMIT 200
twins.outside > 0

-- item: Q13
-- severity: W
-- label: 同一乡镇内姓名、出生日期相同而证件号码不同
-- label_en: Same name and birth in one township, other ID number
-- says: {member.name}（{member.birth}）与本乡镇{(SELECT home.head_name FROM member AS other JOIN household AS home ON home.id = other.household_id WHERE other.name = member.name AND other.birth = member.birth AND other.idno <> member.idno AND other.alive = '1' AND substr (home.village_code, 1, 9) = substr (household.village_code, 1, 9) ORDER BY home.id LIMIT 1)}家成员同名同日出生，证件号码不同
-- says_en: {member.name} ({member.birth}) has name and birth in common with a member of {(SELECT home.head_name FROM member AS other JOIN household AS home ON home.id = other.household_id WHERE other.name = member.name AND other.birth = member.birth AND other.idno <> member.idno AND other.alive = '1' AND substr (home.village_code, 1, 9) = substr (household.village_code, 1, 9) ORDER BY home.id LIMIT 1)}'s household in this township, with another ID number
-- field: name
-- peers: SELECT other.household_id FROM member JOIN member AS other ON other.name = member.name AND other.birth = member.birth
--   WHERE member.household_id = :household AND other.household_id <> :household LIMIT 200
namesakes.others > 0

-- item: Q16
-- severity: W
-- label: 与户主关系同性别、年龄不符
-- label_en: Relation to the head does not fit sex or age
-- says: {member.name}为户主{head.name}的“{member.relation}”：性别{member.sex}，{member.birth} 出生；户主性别{head.sex}，{head.birth} 出生
-- says_en: {member.name} is “{member.relation}” of {head.name}: {member.sex}, born {member.birth}; the head is {head.sex}, born {head.birth}
-- field: relation
CASE member.relation
  WHEN '02' THEN member.sex = head.sex
  WHEN '03' THEN age_on (head.birth, member.birth) < :parent_gap_min
  WHEN '04' THEN age_on (head.birth, member.birth) < :parent_gap_min
  WHEN '11' THEN age_on (member.birth, head.birth) < :parent_gap_min
  WHEN '12' THEN age_on (member.birth, head.birth) < :parent_gap_min END

-- item: Q18
-- severity: W
-- label: 已到入学年龄而文化程度为学龄前儿童
-- label_en: Of school age, but recorded as pre-school child
-- says: {member.name} {age_on (member.birth, :day)|integer} 岁，文化程度仍为学龄前儿童
-- says_en: {member.name} is {age_on (member.birth, :day)|integer} and still recorded as pre-school child
-- field: education
member.education = '06' AND age_on (member.birth, :day) >= :edu_age_min

-- item: Q19
-- severity: W
-- label: 未到入学年龄而文化程度或在校情况偏高
-- label_en: Too young for this education or class
-- says: {member.name} {age_on (member.birth, :day)|integer} 岁，文化程度{member.education}，在校情况{member.school}
-- says_en: {member.name} is {age_on (member.birth, :day)|integer}; education {member.education}, at school {member.school}
-- field: education
age_on (member.birth, :day) < :edu_age_min
AND (member.education IN ('03', '04', '05') OR member.school BETWEEN '04' AND '16')

-- item: Q20
-- severity: S
-- label: 义务教育辍学疑点
-- label_en: Child of school age out of school
-- says: {member.name}到本年 8 月 31 日 {age_on (member.birth, :year || '-08-31')|integer} 岁，为非在校生
-- says_en: {member.name} is {age_on (member.birth, :year || '-08-31')|integer} on 31 August and not at school
-- field: school
member.school = '01' AND age_on (member.birth, :year || '-08-31') BETWEEN :edu_age_min AND :edu_age_max
AND NOT (coalesce (member.dropout_reason, '') IN ('1', '2') AND coalesce (member.home_teaching, 0) = 1)

-- item: Q21
-- severity: W
-- label: 在校生年龄与年级不符
-- label_en: Pupil's age does not fit the class
-- says: {member.name} {age_on (member.birth, :day)|integer} 岁，在校情况{member.school}
-- says_en: {member.name} is {age_on (member.birth, :day)|integer}; at school: {member.school}
-- field: school
--- the usual age at the beginning and at the end of each stage, counted from the age of entry
CASE
  WHEN member.school <> '01' AND age_on (member.birth, :day) > :pupil_age_max THEN 1
  WHEN member.school = '02' THEN age_on (member.birth, :day) > :edu_age_min + :grade_gap_max
  WHEN member.school = '03'
    THEN age_on (member.birth, :day) NOT BETWEEN :edu_age_min - :grade_gap_max AND :edu_age_min + 6 + :grade_gap_max
  WHEN member.school BETWEEN '04' AND '09'
    THEN abs (age_on (member.birth, :day) - (:edu_age_min + 2 + CAST (member.school AS INTEGER))) > :grade_gap_max
  WHEN member.school BETWEEN '10' AND '12'
    THEN abs (age_on (member.birth, :day) - (:edu_age_min - 1 + CAST (member.school AS INTEGER))) > :grade_gap_max
  WHEN member.school BETWEEN '13' AND '15'
    THEN abs (age_on (member.birth, :day) - (:edu_age_min - 1 + CAST (member.school AS INTEGER))) > :grade_gap_max
  WHEN member.school = '16' THEN age_on (member.birth, :day) < :edu_age_min + 12 - :grade_gap_max END

-- item: Q22
-- severity: W
-- label: 劳动能力与年龄、健康状况不符
-- label_en: Labour capacity does not fit age or health
-- says: {member.name} {age_on (member.birth, :day)|integer} 岁，劳动能力{member.labor}
-- says_en: {member.name} is {age_on (member.birth, :day)|integer}; labour capacity {member.labor}
-- field: labor
--- pupils of working age count as without capacity in the national system
CASE
  WHEN member.labor IN ('01', '02')
    THEN age_on (member.birth, :day) NOT BETWEEN :work_age_min AND :work_age_max
  WHEN member.labor IN ('03', '04')
    THEN age_on (member.birth, :day) BETWEEN :work_age_min AND :work_age_max
         AND member.health = '' AND coalesce (member.school, '01') = '01' END

-- item: Q23
-- severity: W
-- label: 无劳动能力而有务工时间
-- label_en: Works without labour capacity
-- says: {member.name}劳动能力{member.labor}，务工 {member.work_months} 个月
-- says_en: {member.name}: {member.labor}, but {member.work_months} months at work
-- field: work_months
member.labor IN ('03', '04') AND member.work_months > 0

-- item: Q24
-- severity: E
-- label: 务工时间与务工地点不符
-- label_en: Months at work do not fit the place of work
-- says: {member.name}务工时间 {member.work_months} 个月，务工状况{member.work_place}
-- says_en: {member.name}: {member.work_months} months at work, place {member.work_place}
-- field: work_months
member.work_months NOT BETWEEN 0 AND 12
OR (member.work_months > 0 AND member.work_place IS NULL)
OR (member.work_months = 0 AND member.work_place <> '99')

-- item: Q25
-- severity: W
-- label: 在校生务工时间过长
-- label_en: Pupil works for months
-- says: {member.name}为在校生（{member.school}），务工 {member.work_months} 个月
-- says_en: {member.name} is at school ({member.school}) and {member.work_months} months at work
-- field: work_months
member.school BETWEEN '03' AND '16' AND member.work_months > :pupil_work_months_max

-- item: Q26
-- severity: E
-- label: 残疾人证与健康状况不符
-- label_en: Disability certificate and health do not agree
-- says: {member.name}：填有残疾人证号——{CASE WHEN length (member.disab_no) > 0 THEN 1 ELSE 0 END|yesno}，健康状况含残疾——{has (member.health, '04')|yesno}
-- says_en: {member.name}: certificate {CASE WHEN length (member.disab_no) > 0 THEN 1 ELSE 0 END|yesno}, disabled {has (member.health, '04')|yesno}
-- field: disab_no
has (member.health, '04') <> (coalesce (length (member.disab_no), 0) > 0)

-- item: Q27
-- severity: E
-- label: 残疾人证号错误
-- label_en: Number of the disability certificate wrong
-- says: {member.name}的残疾人证号：前 18 位应与证件号码相同，类别 {substr (member.disab_no, 19, 1)}（应为 1–7），等级 {substr (member.disab_no, 20, 1)}（应为 1–4）
-- says_en: {member.name}'s certificate: the first 18 have to be the ID number, category {substr (member.disab_no, 19, 1)} (1–7), grade {substr (member.disab_no, 20, 1)} (1–4)
-- field: disab_no
length (member.disab_no) > 0
AND (substr (member.disab_no, 1, 18) <> member.idno OR substr (member.disab_no, 19, 1) NOT BETWEEN '1' AND '7'
     OR substr (member.disab_no, 20, 1) NOT BETWEEN '1' AND '4')
