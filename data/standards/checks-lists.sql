-- pack: checks-lists
-- kind: checks
-- subject: member
-- label: 部门数据比对疑点
-- label_en: Suspicions from lists of other bureaux
-- source: 九条红线 (P24, 陕西；四川口径未取得，仅作疑点)

-- item: Q43
-- severity: S
-- label: 错评疑点：名下有车辆或大型农机
-- label_en: Owns a vehicle or large machinery
-- says: {member.name}在车辆、农机登记名单中（名单日期 {lists.listed_on}）
-- says_en: {member.name} is on the list of vehicles and machinery (as of {lists.listed_on})
-- field: idno
household.status IN ('0', '1', '2', '3', '4') AND lists.vehicle = 1

-- item: Q44
-- severity: S
-- label: 错评疑点：在村外有商品房或门面
-- label_en: Owns a flat or a shop outside the village
-- says: {member.name}在不动产登记名单中（名单日期 {lists.listed_on}）
-- says_en: {member.name} is on the list of real estate (as of {lists.listed_on})
-- field: idno
household.status IN ('0', '1', '2', '3', '4') AND lists.property = 1

-- item: Q45
-- severity: S
-- label: 错评疑点：财政供养人员或现任村干部
-- label_en: Paid by public finance, or village cadre
-- says: {member.name}在财政供养、村干部名单中（名单日期 {lists.listed_on}）
-- says_en: {member.name} is on the public payroll or a village cadre (as of {lists.listed_on})
-- field: idno
household.status IN ('0', '1', '2', '3', '4') AND lists.payroll = 1

-- item: Q46
-- severity: S
-- label: 错评疑点：开办企业、合作社或有工商登记
-- label_en: Heads a company or cooperative
-- says: {member.name}在工商登记名单中（名单日期 {lists.listed_on}）
-- says_en: {member.name} is on the list of business registrations (as of {lists.listed_on})
-- field: idno
household.status IN ('0', '1', '2', '3', '4') AND lists.business = 1

-- item: Q47
-- severity: S
-- subject: household
-- label: 长期不在家、无居住证据
-- label_en: Absent for long, with no proof of residence
-- says: 本年走访 {visits.absent|integer} 次均无人在家
-- says_en: Nobody at home on {visits.absent|integer} visits this year
-- field: head_name
household.status IN ('0', '1', '2', '3', '4') AND visits.absent >= :absent_visits AND visits.met_at_home = 0

-- item: Q48
-- severity: S
-- label: 死亡名单中的人仍在户
-- label_en: On the list of deaths, but still present
-- says: {member.name}在死亡人员名单中（名单日期 {lists.listed_on}），仍登记为在户
-- says_en: {member.name} is on the list of deaths (as of {lists.listed_on}) and still recorded as present
-- field: alive
lists.death = 1

-- item: Q49
-- severity: S
-- label: 已死亡、婚出等人员仍计入在户
-- label_en: Dead or moved out, but still counted
-- says: {member.name}减少原因{member.del_reason}（{member.del_date}），仍登记为在户
-- says_en: {member.name}: {member.del_reason} ({member.del_date}), still recorded as present
-- field: alive
member.del_reason IS NOT NULL OR member.del_date <= :today

-- item: Q49H
-- severity: S
-- subject: household
-- label: 户内漏人：公安户籍上有而未登记（应纳未纳）
-- label_en: In the police register of this household, but not recorded
-- says: 公安户籍上有 {unlisted.persons|integer} 人未登记，如{unlisted.name}
-- says_en: {unlisted.persons|integer} people of the police register are not recorded, {unlisted.name} among them
-- field: size
household.status IN ('0', '1', '2', '3', '4') AND unlisted.persons > 0
