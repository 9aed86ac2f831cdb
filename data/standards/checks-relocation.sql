-- pack: checks-relocation
-- kind: checks
-- subject: relocation
-- label: 易地扶贫搬迁校验
-- label_en: Checks of relocation
-- source: 逻辑校验规则 (P4; P5; P6; P25; P51; C8；项目自定)

-- item: Q54
-- severity: E
-- label: 搬迁户不是建档立卡贫困户（R1）
-- label_en: Relocated household is not registered poor (R1)
-- says: 户状态为{household.status}，不是建档立卡户，也未登记为同步搬迁户
-- says_en: Its state is “{household.status}”: not registered poor, and not recorded as one that only moves along
-- field: synchronous
coalesce (relocation.synchronous, 0) = 0 AND household.status NOT IN ('0', '1', '2', '3', '4')

-- item: Q55
-- severity: E
-- label: 住房面积超标（R2）
-- label_en: House too large (R2)
-- says: 住房 {relocation.house_m2} ㎡，批准 {relocation.people} 人，应不超过 {claim.area|area} ㎡，超 {relocation.house_m2 - claim.area|area} ㎡
-- says_en: House of {relocation.house_m2} m² for {relocation.people} people approved: {claim.area|area} m² at most, {relocation.house_m2 - claim.area|area} m² too many
-- field: house_m2
relocation.house_m2 > claim.area

-- item: Q55A
-- severity: E
-- label: 附属设施面积超标（R2）
-- label_en: Annex too large (R2)
-- says: 附属设施 {relocation.annex_m2} ㎡，应不超过 {:annex_cap|area} ㎡
-- says_en: Annex of {relocation.annex_m2} m², {:annex_cap|area} m² at most
-- field: annex_m2
relocation.annex_m2 > :annex_cap

-- item: Q56
-- severity: E
-- label: 自筹超标或有住房借款（R3）
-- label_en: Too much self-raised, or borrowed for the house (R3)
-- says: 自筹 {relocation.self_raised} 元，批准 {relocation.people} 人，应不超过 {claim.self_raised|money} 元，超 {max (relocation.self_raised - claim.self_raised, 0)|money} 元；建（购）房借款 {relocation.housing_debt} 元
-- says_en: {relocation.self_raised} yuan self-raised for {relocation.people} people approved: {claim.self_raised|money} yuan at most, {max (relocation.self_raised - claim.self_raised, 0)|money} too many; {relocation.housing_debt} yuan borrowed for the house
-- field: self_raised
relocation.self_raised > claim.self_raised OR relocation.housing_debt > 0

-- item: Q57
-- severity: E
-- label: 补助与标准不符、超批准或超进度支付（R4）
-- label_en: Subsidy differs from the standard, or is paid beyond what is approved or the stage allows (R4)
-- says: 批准 {relocation.approved_total} 元，应补 {claim.subsidy|money} 元（{relocation.people} 人）；已付 {relocation.paid_total} 元，{relocation.stage}，可付至批准额的 {claim.payable|integer}%
-- says_en: {relocation.approved_total} yuan approved where {claim.subsidy|money} are due for {relocation.people} people; {relocation.paid_total} paid, and at this stage ({relocation.stage}) {claim.payable|integer} % of what is approved may be
-- field: paid_total
relocation.approved_total <> claim.subsidy
OR relocation.paid_total > relocation.approved_total
OR relocation.paid_total * 100 > relocation.approved_total * claim.payable

-- item: Q57A
-- severity: W
-- label: 补助以现金支付，或票据不齐（R4）
-- label_en: Subsidy paid in cash, or receipts missing (R4)
-- says: 已付 {relocation.paid_total} 元，现金支付：{relocation.paid_in_cash}，票据齐全：{relocation.receipts}
-- says_en: {relocation.paid_total} yuan paid; in cash: {relocation.paid_in_cash}, receipts complete: {relocation.receipts}
-- field: receipts
relocation.paid_total > 0 AND (relocation.paid_in_cash = 1 OR relocation.receipts = 0)

-- item: Q58
-- severity: S
-- label: 同时享受易地搬迁和危房改造补助
-- label_en: Both relocation and dangerous-house aid
-- says: 易地扶贫搬迁户，同一住房享受危房改造补助：{relocation.danger_aid}，危房改造措施 {(SELECT count (*) FROM measure WHERE measure.household_id = relocation.household_id AND measure.state <> 'cancelled' AND measure.content LIKE '%危房改造%')|integer} 项
-- says_en: A relocated household; dangerous-house aid for the same house: {relocation.danger_aid}, measures for a dangerous house: {(SELECT count (*) FROM measure WHERE measure.household_id = relocation.household_id AND measure.state <> 'cancelled' AND measure.content LIKE '%危房改造%')|integer}
-- field: danger_aid
relocation.danger_aid = 1
OR EXISTS (SELECT 1 FROM measure WHERE measure.household_id = relocation.household_id AND measure.state <> 'cancelled'
                                   AND measure.content LIKE '%危房改造%')

-- item: Q59
-- severity: W
-- label: 入住后旧房逾期未拆
-- label_en: Old house not pulled down in time
-- says: {relocation.moved_in_on} 入住，{days_between (relocation.moved_in_on, :day)|integer} 天未拆旧房，时限 {:demolish_days|integer} 天
-- says_en: Moved in on {relocation.moved_in_on}, the old house stands {days_between (relocation.moved_in_on, :day)|integer} days later; {:demolish_days|integer} are allowed
-- field: demolished_on
relocation.old_house_due IS NOT 0 AND relocation.demolished_on IS NULL
AND days_between (relocation.moved_in_on, :day) > :demolish_days

-- item: Q60
-- severity: W
-- label: 搬迁环节日期先后有误
-- label_en: Dates of the relocation out of order
-- says: 批准 {relocation.approved_on}，签约 {relocation.contracted_on}，首次付款 {relocation.paid_on}，入住 {relocation.moved_in_on}，旧房拆除 {relocation.demolished_on}
-- says_en: Approved {relocation.approved_on}, contract {relocation.contracted_on}, first paid {relocation.paid_on}, moved in {relocation.moved_in_on}, old house down {relocation.demolished_on}
-- field: demolished_on
--- dates that can't be otherwise are refused as they are written (dictionary); these can, but want a word
relocation.demolished_on < relocation.moved_in_on
OR relocation.paid_on < coalesce (relocation.contracted_on, relocation.approved_on)
OR coalesce (relocation.moved_in_on, relocation.accepted_on, relocation.started_on, relocation.approved_on) > :today

-- item: Q60A
-- severity: W
-- label: 搬迁环节有缺漏
-- label_en: A stage of the relocation is missing
-- says: 搬迁阶段为{relocation.stage}，此前有环节未填日期：批准 {relocation.approved_on}，签约 {relocation.contracted_on}，验收 {relocation.accepted_on}，交钥匙 {relocation.keys_on}，入住 {relocation.moved_in_on}
-- says_en: The stage is “{relocation.stage}”, but a date before it is missing: approved {relocation.approved_on}, contract {relocation.contracted_on}, accepted {relocation.accepted_on}, keys {relocation.keys_on}, moved in {relocation.moved_in_on}
-- field: contracted_on
--- what was bought in town is not built: its contract, acceptance, keys and moving in alone have to be there
(relocation.approved_on IS NULL AND relocation.stage <> 'APPROVED')
OR (relocation.contracted_on IS NULL AND relocation.stage NOT IN ('APPROVED', 'CONTRACT'))
OR (relocation.accepted_on IS NULL AND relocation.stage IN ('KEYS', 'MOVEIN', 'DEMOLISH', 'RECLAIM', 'FOLLOW'))
OR (relocation.keys_on IS NULL AND relocation.stage IN ('MOVEIN', 'DEMOLISH', 'RECLAIM', 'FOLLOW'))
OR (relocation.moved_in_on IS NULL
    AND coalesce (relocation.demolished_on, relocation.reclaimed_on, relocation.followed_on) IS NOT NULL)
OR (relocation.demolished_on IS NULL AND relocation.reclaimed_on IS NOT NULL)

-- item: Q61
-- severity: W
-- subject: site
-- label: 安置人数超计划，或验收后逾期仍未住满
-- label_en: More people than planned, or not full in time after acceptance
-- says: 计划 {site.plan_households} 户 {site.plan_people} 人，安置 {coalesce (moves.households, 0)|integer} 户 {coalesce (moves.people, 0)|integer} 人，入住 {coalesce (moves.moved_in, 0)|integer} 户 {coalesce (moves.moved_in_people, 0)|integer} 人，{site.stage}
-- says_en: {site.plan_households} households and {site.plan_people} people planned, {coalesce (moves.households, 0)|integer} and {coalesce (moves.people, 0)|integer} assigned, {coalesce (moves.moved_in, 0)|integer} and {coalesce (moves.moved_in_people, 0)|integer} moved in ({site.stage})
-- field: plan_people
--- the time there is for allotting and moving in is that of the schedule
moves.people > site.plan_people OR moves.households > site.plan_households
OR (coalesce (moves.moved_in_people, 0) < site.plan_people
    AND days_between (site.accepted_on, :day) > :stage_days_allot + :stage_days_movein)

-- item: Q62
-- severity: E
-- label: 集中安置户未填安置点
-- label_en: Concentrated resettlement without a site
-- says: 安置方式为{household.resettle_type}，未填写安置点
-- says_en: Resettlement is “{household.resettle_type}”, but no site is given
-- field: site_id
household.resettle_type = '1' AND relocation.site_id IS NULL

-- item: Q62A
-- severity: W
-- label: 安置方式与安置点或分散方式不符
-- label_en: Kind of resettlement differs from site or scattered kind
-- says: 安置方式为{household.resettle_type}，安置点：{(SELECT site.name FROM site WHERE site.id = relocation.site_id)}，分散安置方式：{relocation.scatter_type}
-- says_en: Resettlement is “{household.resettle_type}”, site: {(SELECT site.name FROM site WHERE site.id = relocation.site_id)}, scattered kind: {relocation.scatter_type}
-- field: site_id
(household.resettle_type = '2' AND relocation.site_id IS NOT NULL)
OR (household.resettle_type = '1' AND relocation.scatter_type IS NOT NULL)
OR (household.resettle_type = '2' AND relocation.scatter_type IS NULL)

-- item: Q71
-- severity: W
-- subject: household
-- label: 易地扶贫搬迁户没有搬迁记录
-- label_en: Relocated household without a relocation record
-- says: 标注为易地扶贫搬迁户，没有搬迁记录
-- says_en: It is marked as relocated, but has no relocation record
-- field: relocated
household.relocated = 1 AND NOT EXISTS (SELECT 1 FROM relocation WHERE relocation.household_id = household.id)

-- item: Q72
-- severity: W
-- label: 有搬迁记录，未标注为易地扶贫搬迁户
-- label_en: Relocation record, but not marked as relocated
-- says: 有搬迁记录（{relocation.stage}），是否易地扶贫搬迁户：{household.relocated}
-- says_en: There is a relocation record ({relocation.stage}); marked as relocated: {household.relocated}
-- field: stage
coalesce (household.relocated, 0) = 0

-- item: Q73
-- severity: E
-- subject: site
-- label: 施工单位资质不够，或开工后未填施工单位
-- label_en: Constructor's grade too low, or none given after the start
-- says: {site.started_on} 开工，施工单位：{constructor.name}，资质{constructor.grade}，应不低于{cast (:constructor_grade_max AS TEXT)|constructor_grade}
-- says_en: Work began {site.started_on}; constructor {constructor.name}, grade {constructor.grade}, at least “{cast (:constructor_grade_max AS TEXT)|constructor_grade}” is asked for
-- field: constructor_id
(site.started_on IS NOT NULL AND site.constructor_id IS NULL)
OR constructor.grade = '0' OR cast (constructor.grade AS INTEGER) > :constructor_grade_max

-- item: Q74
-- severity: E
-- subject: site
-- label: 安置点涉及禁建区，或未评估即开工
-- label_en: Site on ground where nothing may be built, or started unassessed
-- says: 地质灾害{site.hazard_check}，基本农田{site.farmland_check}，生态红线{site.ecological_check}，洪水淹没区{site.flood_check}，{site.stage}
-- says_en: Hazard {site.hazard_check}, farmland {site.farmland_check}, ecological line {site.ecological_check}, flood {site.flood_check} ({site.stage})
-- field: hazard_check
'concerned' IN (site.hazard_check, site.farmland_check, site.ecological_check, site.flood_check)
OR (site.started_on IS NOT NULL AND coalesce (site.hazard_check, 'unknown') = 'unknown')

-- item: Q75
-- severity: W
-- subject: site
-- label: 安置点资金数据自相矛盾
-- label_en: Site's funds contradict each other
-- says: 计划 {site.invest_plan} 元，到位 {site.invest_arrived} 元，支付 {site.invest_paid} 元，各来源合计 {site.fund_central + site.fund_special + site.fund_bond + site.fund_loan + site.fund_self + site.fund_merged|money} 元
-- says_en: {site.invest_plan} yuan planned, {site.invest_arrived} arrived, {site.invest_paid} paid; the sources add up to {site.fund_central + site.fund_special + site.fund_bond + site.fund_loan + site.fund_self + site.fund_merged|money}
-- field: invest_plan
site.invest_paid > site.invest_arrived OR site.invest_arrived > site.invest_plan
OR site.invest_plan <> site.fund_central + site.fund_special + site.fund_bond + site.fund_loan + site.fund_self + site.fund_merged

-- item: Q76
-- severity: W
-- subject: site
-- label: 安置点阶段有缺漏，或手工设定未说明
-- label_en: A stage of the site is missing, or was set by hand without a reason
-- says: 阶段为{site.stage}，手工设定：{site.stage_set}；选址 {site.sited_on}，规划 {site.planned_on}，用地 {site.land_on}，招标 {site.tendered_on}，开工 {site.started_on}，验收 {site.accepted_on}，首户入住 {moves.first_moved_in_on}
-- says_en: The stage is “{site.stage}”, set by hand: {site.stage_set}; chosen {site.sited_on}, plan {site.planned_on}, land {site.land_on}, contract {site.tendered_on}, start {site.started_on}, accepted {site.accepted_on}, first household in {moves.first_moved_in_on}
-- field: stage_set
--- a house somebody lives in was accepted before
(site.stage_set IS NOT NULL AND coalesce (length (site.stage_note), 0) = 0)
OR (site.started_on IS NOT NULL
    AND (site.sited_on IS NULL OR site.planned_on IS NULL OR site.land_on IS NULL OR site.tendered_on IS NULL))
OR (site.accepted_on IS NOT NULL AND (site.started_on IS NULL OR site.topped_on IS NULL OR site.infra_on IS NULL))
OR (moves.first_moved_in_on IS NOT NULL AND coalesce (site.accepted_on > moves.first_moved_in_on, 1))

-- item: Q77
-- severity: W
-- label: 批准人员姓名与批准人口不符
-- label_en: Names approved differ from the number of people approved
-- says: 批准 {relocation.people} 人，在户成员 {members.present|integer} 人，批准人员名单 {1 + length (relocation.entitled) - length (replace (relocation.entitled, '、', ''))|integer} 人
-- says_en: {relocation.people} people approved, {members.present|integer} members present, {1 + length (relocation.entitled) - length (replace (relocation.entitled, '、', ''))|integer} names
-- field: people
relocation.people <> 1 + length (relocation.entitled) - length (replace (relocation.entitled, '、', ''))

-- item: Q78
-- severity: W
-- label: 竣工住房未做安全性鉴定，或购房无估价报告
-- label_en: Finished house without safety appraisal, or bought without valuation
-- says: {relocation.stage}，安全性鉴定合格：{relocation.safety}，估价报告：{relocation.valuation}，{relocation.scatter_type}
-- says_en: {relocation.stage}; safety appraisal: {relocation.safety}, valuation report: {relocation.valuation}, {relocation.scatter_type}
-- field: safety
--- always the appraisal, the valuation where the house was bought (P4)
(coalesce (relocation.accepted_on, relocation.keys_on, relocation.moved_in_on) IS NOT NULL
 AND coalesce (relocation.safety, 0) = 0)
OR (relocation.scatter_type = '3' AND relocation.paid_total > 0 AND coalesce (relocation.valuation, 0) = 0)

-- item: Q79
-- severity: W
-- label: 入住后有劳力户无人就业
-- label_en: Moved in, able to work, nobody at work
-- says: {relocation.moved_in_on} 入住，劳动力 {members.able|integer} 人，就业 {relocation.workers} 人，应不少于 {:relocated_workers_min|integer} 人
-- says_en: Moved in on {relocation.moved_in_on}; {members.able|integer} able to work, {relocation.workers} at work, at least {:relocated_workers_min|integer} should be
-- field: workers
relocation.moved_in_on IS NOT NULL AND members.able > 0 AND coalesce (relocation.public_post, 0) = 0
AND relocation.workers < :relocated_workers_min
