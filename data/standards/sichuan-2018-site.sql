-- pack: sichuan-2018-site
-- kind: standard
-- subject: site
-- years: 2016-2020
-- label: 易地扶贫搬迁四条红线（安置点）
-- label_en: The four red lines of relocation: site
-- source: 达川区 (P4; P5)；巴州区 (P6)；全市推进会；选址与手续为项目自定

-- item: RS1
-- label: 搬迁对象精准
-- label_en: The right people
-- short: 对象
-- short_en: People
-- value: {coalesce (moves.households, 0)|integer} 户中不合规 {coalesce (moves.r1_unmet, 0)|integer} 户，未核 {coalesce (moves.households - moves.r1_checked, 0)|integer} 户
-- value_en: of {coalesce (moves.households, 0)|integer} households {coalesce (moves.r1_unmet, 0)|integer} unmet, {coalesce (moves.households - moves.r1_checked, 0)|integer} not checked
-- threshold: '各户均合规'
-- threshold_en: 'met by all'
-- field: plan_households
-- department: 发改局
-- evidence: 安置点搬迁对象名册；批准文件
-- measure: 核对安置点对象名册 @ 扶贫移民局
CASE WHEN moves.r1_unmet > 0 THEN 0 WHEN moves.households > 0 AND moves.r1_checked = moves.households THEN 1 END

-- item: RS2
-- label: 住房面积不超标
-- label_en: Houses not too large
-- short: 面积
-- short_en: Area
-- value: {coalesce (moves.households, 0)|integer} 户中超面积 {coalesce (moves.r2_unmet, 0)|integer} 户，未核 {coalesce (moves.households - moves.r2_checked, 0)|integer} 户
-- value_en: of {coalesce (moves.households, 0)|integer} households {coalesce (moves.r2_unmet, 0)|integer} unmet, {coalesce (moves.households - moves.r2_checked, 0)|integer} not checked
-- threshold: '各户均合规'
-- threshold_en: 'met by all'
-- field: building_m2
-- department: 住建局
-- evidence: 户型图；房屋测绘记录；竣工图
-- measure: 复测超面积户 @ 住建局
CASE WHEN moves.r2_unmet > 0 THEN 0 WHEN moves.households > 0 AND moves.r2_checked = moves.households THEN 1 END

-- item: RS3
-- label: 贫困户搬迁不举债
-- label_en: No debt for moving
-- short: 债务
-- short_en: Debt
-- value: {coalesce (moves.households, 0)|integer} 户中超自筹或有借款 {coalesce (moves.r3_unmet, 0)|integer} 户，未核 {coalesce (moves.households - moves.r3_checked, 0)|integer} 户
-- value_en: of {coalesce (moves.households, 0)|integer} households {coalesce (moves.r3_unmet, 0)|integer} unmet, {coalesce (moves.households - moves.r3_checked, 0)|integer} not checked
-- threshold: '各户均合规'
-- threshold_en: 'met by all'
-- field: fund_self
-- department: 扶贫移民局
-- evidence: 自筹资金台账
-- measure: 退还超收自筹资金 @ 发改局
CASE WHEN moves.r3_unmet > 0 THEN 0 WHEN moves.households > 0 AND moves.r3_checked = moves.households THEN 1 END

-- item: RS4
-- label: 项目资金规范管理
-- label_en: Funds in order
-- short: 资金
-- short_en: Funds
-- value: 计划 {site.invest_plan} 元，到位 {site.invest_arrived} 元，支付 {site.invest_paid} 元，{CASE site.special_account WHEN 1 THEN '专账管理' WHEN 0 THEN '未设专账' ELSE '专账未核' END}；{coalesce (moves.households, 0)|integer} 户中不合规 {coalesce (moves.r4_unmet, 0)|integer} 户，未核 {coalesce (moves.households - moves.r4_checked, 0)|integer} 户
-- value_en: {site.invest_plan} yuan planned, {site.invest_arrived} arrived, {site.invest_paid} paid, {CASE site.special_account WHEN 1 THEN 'special account' WHEN 0 THEN 'no special account' ELSE 'account not checked' END}; of {coalesce (moves.households, 0)|integer} households {coalesce (moves.r4_unmet, 0)|integer} unmet, {coalesce (moves.households - moves.r4_checked, 0)|integer} not checked
-- threshold: '支付 ≤ 到位 ≤ 计划，专账管理，各户均合规'
-- threshold_en: 'paid ≤ arrived ≤ planned, a special account, met by all'
-- field: invest_paid
-- department: 财政局
-- evidence: 资金专账；拨付文件；监理进度证明
-- measure: 设立专账
-- measure: 停止超进度拨付 @ 发改局
CASE WHEN moves.r4_unmet > 0 OR site.special_account = 0
          OR site.invest_paid > site.invest_arrived OR site.invest_arrived > site.invest_plan THEN 0
     WHEN moves.households > 0 AND moves.r4_checked = moves.households AND site.special_account = 1
          AND site.invest_paid <= site.invest_arrived AND site.invest_arrived <= site.invest_plan THEN 1 END

-- item: RS5
-- label: 选址安全、手续齐全
-- label_en: Safe ground, papers there
-- short: 选址
-- short_en: Ground
-- value: 地质灾害{site.hazard_check}，基本农田{site.farmland_check}，生态红线{site.ecological_check}，洪水淹没区{site.flood_check}；规划批复{coalesce (site.plan_no, '—')}，用地批复{coalesce (site.land_no, '—')}
-- value_en: hazard {site.hazard_check}, farmland {site.farmland_check}, ecological line {site.ecological_check}, flood {site.flood_check}; plan approval {coalesce (site.plan_no, '—')}, land approval {coalesce (site.land_no, '—')}
-- threshold: '均不涉及，开工前规划、用地均已批复'
-- threshold_en: 'not concerned; plan and land approved before the work starts'
-- field: hazard_check
-- department: 国土资源局
-- evidence: 地质灾害危险性评估报告；规划（实施方案）批复；用地批复
-- measure: 补办地质灾害评估
-- measure: 补办规划、用地手续
-- measure: 重新选址 @ 发改局
--- no red line of the households; papers are asked for from the start of the work on
CASE WHEN 'concerned' IN (site.hazard_check, site.farmland_check, site.ecological_check, site.flood_check)
          OR (site.started_on IS NOT NULL AND (site.plan_no IS NULL OR site.land_no IS NULL)) THEN 0
     WHEN site.hazard_check = 'clear' AND site.farmland_check = 'clear' AND site.ecological_check = 'clear'
          AND site.flood_check = 'clear' AND site.plan_no IS NOT NULL AND site.land_no IS NOT NULL THEN 1 END
