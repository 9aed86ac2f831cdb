-- pack: sichuan-2018-relocation
-- kind: standard
-- subject: relocation
-- years: 2016-2020
-- label: 易地扶贫搬迁四条红线（户）
-- label_en: The four red lines of relocation: household
-- source: 达川区 (P4; P5)；巴州区 (P6)；全市推进会：对象精准、住房面积不超标、搬迁不举债、资金规范管理；付款比例为项目自定
-- note: 各项的先后次序固定：facts/27-site-moves.sql 按第几项取数

-- item: R1
-- label: 搬迁对象精准
-- label_en: The right people
-- short: 对象
-- short_en: People
-- value: {household.status}，批准 {relocation.people} 人，{CASE relocation.on_list WHEN 1 THEN '在批准名单内' WHEN 0 THEN '不在批准名单内' ELSE '是否在名单内未核' END}{CASE WHEN relocation.danger_aid THEN '，同一住房享受危房改造补助' WHEN relocation.danger_aid IS NULL THEN '，危房改造补助未核' ELSE '' END}{CASE WHEN relocation.reason IS NULL THEN '，未填迁出原因' ELSE '' END}{CASE WHEN relocation.synchronous THEN '，同步搬迁' ELSE '' END}
-- value_en: {household.status}, {relocation.people} people approved, {CASE relocation.on_list WHEN 1 THEN 'on the approved list' WHEN 0 THEN 'not on the approved list' ELSE 'list not checked' END}{CASE WHEN relocation.danger_aid THEN ', dangerous-house aid for the same house' WHEN relocation.danger_aid IS NULL THEN ', dangerous-house aid not checked' ELSE '' END}{CASE WHEN relocation.reason IS NULL THEN ', no reason given' ELSE '' END}{CASE WHEN relocation.synchronous THEN ', moves along' ELSE '' END}
-- threshold: '建档立卡、在批准名单内、不重复享受危房改造'
-- threshold_en: 'registered, on the approved list, no dangerous-house aid as well'
-- field: on_list
-- department: 发改局
-- evidence: 搬迁对象批准名单；户口簿；建档立卡系统信息；搬迁申请书
-- measure: 核对批准名单与系统人口 @ 扶贫移民局
-- measure: 清退不符合条件的对象
-- measure: 核减重复享受的住房补助 @ 住建局
--- registered poor; who only moves along (synchronous) is not, and has no claim to the subsidy: that is R4's
CASE WHEN relocation.people <= 0
          OR relocation.on_list = 0
          OR relocation.danger_aid = 1
          OR (coalesce (relocation.synchronous, 0) = 0 AND household.status NOT IN ('0', '1', '2', '3', '4')) THEN 0
     WHEN relocation.on_list = 1 AND relocation.danger_aid = 0 AND relocation.reason IS NOT NULL
          AND (relocation.synchronous = 1 OR household.status IN ('0', '1', '2', '3', '4')) THEN 1 END

-- item: R2
-- label: 住房面积不超标
-- label_en: House not too large
-- short: 面积
-- short_en: Area
-- value: 住房 {relocation.house_m2} ㎡，附属设施 {relocation.annex_m2} ㎡
-- value_en: house {relocation.house_m2} m², annex {relocation.annex_m2} m²
-- threshold: 住房 ≤ {claim.area|area} ㎡（批准 {relocation.people} 人），附属设施 ≤ {:annex_cap|area} ㎡
-- threshold_en: house ≤ {claim.area|area} m² ({relocation.people} people approved), annex ≤ {:annex_cap|area} m²
-- excess: max (relocation.house_m2 - claim.area, 0)|area
-- field: house_m2
-- department: 住建局
-- evidence: 房屋测绘（实地丈量）记录；房产证；规划设计图
-- measure: 实地复测面积
-- measure: 超面积部分整改
--- in whole 0.01 ㎡; the annex stands outside the area a person (P5)
relocation.house_m2 <= claim.area
AND relocation.annex_m2 <= :annex_cap

-- item: R3
-- label: 贫困户搬迁不举债
-- label_en: No debt for moving
-- short: 债务
-- short_en: Debt
-- value: 自筹 {relocation.self_raised} 元，建（购）房借款 {relocation.housing_debt} 元
-- value_en: {relocation.self_raised} yuan self-raised, {relocation.housing_debt} yuan borrowed
-- threshold: 自筹 ≤ {claim.self_raised|money} 元（批准 {relocation.people} 人），无借款
-- threshold_en: self-raised ≤ {claim.self_raised|money} yuan ({relocation.people} people approved), nothing borrowed
-- excess: max (relocation.self_raised - claim.self_raised, 0) + relocation.housing_debt|money
-- field: self_raised
-- department: 扶贫移民局
-- evidence: 自筹资金收据；农户签字的资金明白卡
-- measure: 核减自筹、退还超收资金 @ 发改局
-- measure: 化解住房借款
relocation.self_raised <= claim.self_raised
AND relocation.housing_debt = 0

-- item: R4
-- label: 项目资金规范管理
-- label_en: Funds in order
-- short: 资金
-- short_en: Funds
-- value: 批准 {relocation.approved_total} 元，已付 {relocation.paid_total} 元{CASE WHEN relocation.paid_in_cash THEN '，现金支付' WHEN relocation.paid_total > 0 AND relocation.paid_in_cash IS NULL THEN '，支付方式未核' ELSE '' END}{CASE WHEN relocation.paid_total > 0 AND relocation.receipts = 0 THEN '，票据不齐' WHEN relocation.paid_total > 0 AND relocation.receipts IS NULL THEN '，票据未核' ELSE '' END}
-- value_en: {relocation.approved_total} yuan approved, {relocation.paid_total} paid{CASE WHEN relocation.paid_in_cash THEN ', in cash' WHEN relocation.paid_total > 0 AND relocation.paid_in_cash IS NULL THEN ', way of payment not checked' ELSE '' END}{CASE WHEN relocation.paid_total > 0 AND relocation.receipts = 0 THEN ', receipts missing' WHEN relocation.paid_total > 0 AND relocation.receipts IS NULL THEN ', receipts not checked' ELSE '' END}
-- threshold: 应补 {claim.subsidy|money} 元；{relocation.stage}，可付至 {claim.payable|integer}%
-- threshold_en: {claim.subsidy|money} yuan due; {relocation.stage}: up to {claim.payable|integer} % may be paid
-- excess: max (relocation.paid_total - relocation.approved_total * min (claim.payable, 100) / 100, 0)|money
-- field: paid_total
-- department: 财政局
-- evidence: 补助发放凭证（一卡通、转账）；资金拨付文件；票据
-- measure: 按标准核定补助 @ 发改局
-- measure: 停止超进度拨付
-- measure: 补齐票据
--- approved is people × standard, paid no more than approved and no more than the stage allows, not in cash, with receipts
CASE WHEN relocation.approved_total <> claim.subsidy
          OR relocation.paid_total > relocation.approved_total
          OR relocation.paid_total * 100 > relocation.approved_total * claim.payable
          OR (relocation.paid_total > 0 AND (relocation.paid_in_cash = 1 OR relocation.receipts = 0)) THEN 0
     WHEN relocation.approved_total = claim.subsidy
          AND relocation.paid_total <= relocation.approved_total
          AND relocation.paid_total * 100 <= relocation.approved_total * claim.payable
          AND (relocation.paid_total = 0 OR (relocation.paid_in_cash = 0 AND relocation.receipts = 1)) THEN 1 END
