-- pack: checks-household
-- kind: checks
-- subject: household
-- label: 农户信息校验
-- label_en: Checks of the household
-- source: 逻辑校验规则 (P24; P25; P49；项目自定)

-- item: Q01
-- severity: E
-- label: 空户：没有在户成员
-- label_en: Household without members
-- says: 户内没有在户成员，登记成员 {(SELECT count (*) FROM member WHERE member.household_id = household.id)|integer} 人
-- says_en: Nobody is present; {(SELECT count (*) FROM member WHERE member.household_id = household.id)|integer} members recorded
-- field: head_name
members.present = 0

-- item: Q02
-- severity: E
-- label: 家庭人口数与在户成员数不符
-- label_en: Number of people differs from members present
-- says: 家庭人口 {household.size} 人，在户成员 {members.present|integer} 人
-- says_en: {household.size} people recorded, {members.present|integer} members present
-- field: size
household.size <> members.present

-- item: Q04
-- severity: E
-- label: 户主不是恰好一人
-- label_en: No head, or more than one
-- says: 与户主关系为“户主”的在户成员 {members.heads|integer} 人，应为 1 人
-- says_en: {members.heads|integer} members present are heads; there has to be one
-- field: member.relation
members.present > 0 AND members.heads <> 1

-- item: Q05
-- severity: E
-- label: 户主姓名或证件号码与成员登记不符
-- label_en: Head's name or ID number differs from the member's
-- says: 户主登记为{household.head_name}，户主成员为{head.name}，姓名或证件号码不一致
-- says_en: The household has {household.head_name} as head, the member is {head.name}: name or ID number differ
-- field: head_name
members.heads = 1 AND (household.head_name <> head.name OR household.head_idno IS NOT head.idno)

-- item: Q14
-- severity: W
-- label: 联系电话有误，或多户共用
-- label_en: Phone number wrong, or shared by many
-- says: 联系电话{substr (household.phone, 1, 3)}****{substr (household.phone, -4)}不是有效号码，或超过 {:phone_share_max} 户共用
-- says_en: Phone {substr (household.phone, 1, 3)}****{substr (household.phone, -4)} is no valid number, or more than {:phone_share_max} households share it
-- field: phone
-- peers: SELECT other.id FROM household JOIN household AS other ON other.phone = household.phone
--   WHERE household.id = :household LIMIT 200
--- counts no further than it has to
phone_valid (household.phone) = 0
OR (SELECT count (*) FROM (SELECT 1 FROM household AS other WHERE other.phone = household.phone
                           LIMIT cast (coalesce (:phone_share_max, 0) AS INTEGER) + 1)) > :phone_share_max

-- item: Q15
-- severity: E
-- label: 行政村代码不存在，或与乡镇代码不符
-- label_en: Village unknown, or in another township than its code says
-- says: 行政村代码 {household.village_code}，该村所属乡镇代码 {village.township_code}
-- says_en: Village code {household.village_code}; the township of that village is {village.township_code}
-- field: village_code
village.code IS NULL OR village.township_code <> substr (household.village_code, 1, 9)

-- item: Q17
-- severity: W
-- label: 户主未满 16 周岁
-- label_en: Head is a child
-- says: 户主{head.name} {age_on (head.birth, :day)|integer} 岁，未满 {:head_age_min} 岁
-- says_en: Head {head.name} is {age_on (head.birth, :day)|integer}, younger than {:head_age_min}
-- field: member.birth
age_on (head.birth, :day) < :head_age_min

-- item: Q28
-- severity: W
-- label: 主要致贫原因与家庭成员情况不符
-- label_en: Main cause of poverty does not fit the members
-- says: 主要致贫原因{household.cause_main}，但患病成员 {members.ill|integer} 人、残疾 {members.disabled|integer} 人、在校生 {members.pupils|integer} 人
-- says_en: Main cause {household.cause_main}, but {members.ill|integer} ill, {members.disabled|integer} disabled, {members.pupils|integer} at school
-- field: cause_main
CASE household.cause_main
  WHEN '01' THEN members.ill = 0 AND members.health_unknown = 0
  WHEN '02' THEN members.disabled = 0 AND members.health_unknown = 0
  WHEN '03' THEN members.pupils = 0 END

-- item: Q29
-- severity: W
-- label: 致贫原因为缺劳力，但劳动力不少
-- label_en: Lack of labour, with labourers enough
-- says: 主要致贫原因为缺劳力，但有劳动力 {members.labourers|integer} 人
-- says_en: The main cause is lack of labour, but there are {members.labourers|integer} labourers
-- field: cause_main
household.cause_main = '08' AND members.labourers >= :labourers_enough

-- item: Q30
-- severity: W
-- label: 其他致贫原因与主要原因重复，或超过两项
-- label_en: Other causes repeat the main one, or are too many
-- says: 主要致贫原因{household.cause_main}，其他致贫原因{household.cause_other}
-- says_en: Main cause {household.cause_main}, other causes {household.cause_other}
-- field: cause_other
has (household.cause_other, household.cause_main) OR count_choices (household.cause_other) > :causes_other_max

-- item: Q50
-- severity: E
-- label: 已脱贫户脱贫年度缺失或早于识别年度
-- label_en: Out of poverty without a year, or before it was registered
-- says: 状态{household.status}，脱贫年度 {household.exit_year}，首次识别 {household.first_ident}
-- says_en: State {household.status}, exit year {household.exit_year}, first identified {household.first_ident}
-- field: exit_year
household.status IN ('1', '4')
AND (household.exit_year IS NULL OR household.exit_year < CAST (substr (household.first_ident, 1, 4) AS INTEGER))

-- item: Q51
-- severity: E
-- label: 预脱贫户计划脱贫年度不是本年度
-- label_en: Planned to exit in another year
-- says: 预脱贫户计划脱贫年度为 {household.plan_exit_year}，本年度为 {:year}
-- says_en: Planned to exit this year, but the year planned is {household.plan_exit_year} and this is {:year}
-- field: plan_exit_year
household.status = '2' AND household.plan_exit_year IS NOT :year

-- item: Q67
-- severity: W
-- label: 坐标缺失、超出县域、落在其他乡镇或多户雷同
-- label_en: Position missing, outside the county or the township, or copied
-- says: 坐标 {household.lon}，{household.lat}：缺失、超出县域、不在{township.short_name}或与多户完全相同
-- says_en: Position {household.lon}, {household.lat}: missing, outside the county, not in {township.short_name}, or the same as that of many others
-- field: lon
-- peers: SELECT other.id FROM household JOIN household AS other ON other.lon = household.lon AND other.lat = household.lat
--   WHERE household.id = :household LIMIT 200
CASE
  WHEN household.lon IS NULL OR household.lat IS NULL THEN 1
  WHEN coalesce (abs (household.lon - village.lon) > :county_margin_deg OR abs (household.lat - village.lat) > :county_margin_deg, 1)
       AND (household.lon < (SELECT min (place.lon) FROM village AS place) - :county_margin_deg
            OR household.lon > (SELECT max (place.lon) FROM village AS place) + :county_margin_deg
            OR household.lat < (SELECT min (place.lat) FROM village AS place) - :county_margin_deg
            OR household.lat > (SELECT max (place.lat) FROM village AS place) + :county_margin_deg) THEN 1
  WHEN in_township (household.lon, household.lat, township.code) = 0 THEN 1
  ELSE (SELECT count (*) FROM (SELECT 1 FROM household AS other
                               WHERE other.lon = household.lon AND other.lat = household.lat
                               LIMIT cast (coalesce (:copied_position_max, 0) AS INTEGER) + 1)) > :copied_position_max END

-- item: Q70
-- severity: I
-- label: 验收表打印后记录有改动
-- label_en: Record changed after its acceptance sheet was printed
-- says: 验收表打印于 {printed.printed_on}，此后记录有改动，应重新打印
-- says_en: The acceptance sheet was printed {printed.printed_on}; the record has changed since
-- field: head_name
edited_since (household.id, printed.sequence)
