-- pack: checks-income
-- kind: checks
-- subject: household
-- label: 收入与属性校验
-- label_en: Checks of income
-- source: 逻辑校验规则 (P20; P21；项目自定)

-- item: Q31
-- severity: E
-- label: 低保属性与低保金、低保人口不符
-- label_en: Allowance household without the allowance, or the reverse
-- says: 贫困户属性{household.poverty_attr}，低保人口 {members.dibao|integer} 人，低保金 {year.t_dibao} 元
-- says_en: {household.poverty_attr}, {members.dibao|integer} people on the allowance, {year.t_dibao} yuan paid
-- field: poverty_attr
CASE WHEN household.poverty_attr IN ('02', '04', '07', '08') THEN members.dibao = 0 OR year.t_dibao = 0
     ELSE household.poverty_attr IS NOT NULL AND year.t_dibao > 0 END

-- item: Q32
-- severity: E
-- label: 特困供养属性与供养金、劳动力不符
-- label_en: Support household without the support, or with able workers
-- says: 贫困户属性{household.poverty_attr}，特困供养金 {year.t_wubao} 元，有劳动能力的适龄成员 {members.able|integer} 人
-- says_en: {household.poverty_attr}, {year.t_wubao} yuan of support, {members.able|integer} members able to work
-- field: poverty_attr
household.poverty_attr IN ('03', '06', '07', '08') AND (year.t_wubao = 0 OR members.able > 0)

-- item: Q33
-- severity: E
-- label: 收入各项合计不符
-- label_en: Sums of the income do not agree
-- says: 填报／计算（元）：转移性 {year.transfer}／{year.t_famplan + year.t_dibao + year.t_wubao + year.t_pension + year.t_eco + year.t_other|money}，总收入 {year.total}／{year.wage + year.business_gross + year.property + year.transfer|money}，纯收入 {year.net}／{year.total - year.business_cost|money}，人均 {year.net_pc}／{1.0 * year.net / nullif (household.size, 0)|money}
-- says_en: Recorded / computed (yuan): transfer {year.transfer} / {year.t_famplan + year.t_dibao + year.t_wubao + year.t_pension + year.t_eco + year.t_other|money}, total {year.total} / {year.wage + year.business_gross + year.property + year.transfer|money}, net {year.net} / {year.total - year.business_cost|money}, per head {year.net_pc} / {1.0 * year.net / nullif (household.size, 0)|money}
-- field: household_year.net
year.transfer <> year.t_famplan + year.t_dibao + year.t_wubao + year.t_pension + year.t_eco + year.t_other
OR year.total <> year.wage + year.business_gross + year.property + year.transfer
OR year.net <> year.total - year.business_cost
OR abs (year.net_pc * household.size - year.net) * 2 > household.size

-- item: Q34
-- severity: W
-- label: 生产经营性支出大于生产经营性收入
-- label_en: Business costs more than it brings
-- says: 生产经营性支出 {year.business_cost} 元，大于生产经营性收入 {year.business_gross} 元
-- says_en: Business costs {year.business_cost} yuan, more than the {year.business_gross} yuan it brings
-- field: household_year.business_cost
year.business_cost > year.business_gross

-- item: Q35
-- severity: W
-- label: 养老保险金与年龄、参保情况不符
-- label_en: Pension does not fit age and insurance
-- says: 养老保险金 {year.t_pension} 元，满 {:pension_age_min} 岁 {members.old|integer} 人，其中参保 {members.old_insured|integer} 人
-- says_en: {year.t_pension} yuan of pensions; {members.old|integer} of {:pension_age_min} and older, {members.old_insured|integer} of them insured
-- field: household_year.t_pension
(year.t_pension > 0 AND members.old = 0) OR (year.t_pension = 0 AND members.old_insured > 0)

-- item: Q36
-- severity: W
-- label: 工资性收入与务工情况不符
-- label_en: Wages do not fit the months at work
-- says: 工资性收入 {year.wage} 元，有务工时间的成员 {members.workers|integer} 人
-- says_en: {year.wage} yuan of wages, {members.workers|integer} members with months at work
-- field: household_year.wage
(year.wage > 0 AND members.workers = 0) OR (year.wage = 0 AND members.workers > 0)

-- item: Q37
-- severity: W
-- label: 人均纯收入变动异常或与上年完全相同
-- label_en: Income per head jumps, or is last year's to the fen
-- says: 人均纯收入上年 {last_year.net_pc} 元，本年 {year.net_pc} 元
-- says_en: Net income per head {last_year.net_pc} yuan last year, {year.net_pc} yuan this year
-- field: household_year.net_pc
year.net_pc = last_year.net_pc
OR abs (year.net_pc - last_year.net_pc) * 100 > :income_jump_pct * abs (last_year.net_pc)

-- item: Q38
-- severity: W
-- subject: village
-- label: 数字脱贫疑点：同村收入雷同或集中在标准线上
-- label_en: Incomes of a village alike, or just above the line
-- says: {incomes.households|integer} 户中 {incomes.equal|integer} 户人均纯收入完全相同，{incomes.near_line|integer} 户高出标准不到 {:near_line_pct}%
-- says_en: Of {incomes.households|integer} households {incomes.equal|integer} have the same income per head, {incomes.near_line|integer} are less than {:near_line_pct} % above the line
-- field: short_name
incomes.households >= :equal_least
AND (incomes.equal * 100 >= :round_share * incomes.households
     OR incomes.near_line * 100 >= :round_share * incomes.households)

-- item: Q39
-- severity: S
-- label: 错退疑点：已脱贫户收入未超过标准
-- label_en: Out of poverty with an income not above the line
-- says: 已脱贫，人均纯收入 {year.net_pc} 元，未超过 {:income_line|money} 元
-- says_en: Out of poverty, with {year.net_pc} yuan per head not above {:income_line|money} yuan
-- field: household_year.net_pc
household.status IN ('1', '4')
AND coalesce (year.net <= :income_line * nullif (household.size, 0), year.net_pc <= :income_line)

-- item: Q40
-- severity: S
-- label: 错退疑点：已脱贫户“六有”有未达标项
-- label_en: Out of poverty with one of the six things missing
-- says: 已脱贫，但有未达标项：{CASE substr (standard.results, 2, 1) WHEN '0' THEN '义务教育 ' ELSE '' END}{CASE substr (standard.results, 3, 1) WHEN '0' THEN '基本医疗 ' ELSE '' END}{CASE substr (standard.results, 4, 1) WHEN '0' THEN '住房安全 ' ELSE '' END}{CASE substr (standard.results, 5, 1) WHEN '0' THEN '安全饮水 ' ELSE '' END}{CASE substr (standard.results, 6, 1) WHEN '0' THEN '生活用电 ' ELSE '' END}{CASE substr (standard.results, 7, 1) WHEN '0' THEN '广播电视 ' ELSE '' END}
-- says_en: Out of poverty, but {(length (substr (standard.results, 2, 6)) - length (replace (substr (standard.results, 2, 6), '0', '')))|integer} of H2–H7 are unmet
-- field: status
household.status IN ('1', '4') AND standard.pack = 'sichuan-2018-household'
AND instr (substr (standard.results, 2, 6), '0') > 0

-- item: Q41
-- severity: S
-- label: 应退未退疑点：未脱贫户连续两次全部达标
-- label_en: Still poor, but up to the standard twice running
-- says: 未脱贫，人均纯收入 {year.net_pc} 元，本年和上年各项指标均达标
-- says_en: Still poor, with {year.net_pc} yuan per head and up to the standard this year and last
-- field: status
household.status = '0' AND standard.state = 'met' AND last_standard.state = 'met'

-- item: Q42
-- severity: S
-- label: 漏评疑点：未建档立卡户收入未超过标准或“三保障”未达标
-- label_en: Not registered, but below the line or without one of the three guarantees
-- says: {household.status}，人均纯收入 {year.net_pc} 元（标准 {:income_line|money} 元），“三保障”未达标 {(length (substr (standard.results, 2, 3)) - length (replace (substr (standard.results, 2, 3), '0', '')))|integer} 项
-- says_en: {household.status}; {year.net_pc} yuan per head (line {:income_line|money}), {(length (substr (standard.results, 2, 3)) - length (replace (substr (standard.results, 2, 3), '0', '')))|integer} of the three guarantees unmet
-- field: status
household.status IN ('GENERAL', 'EDGE')
AND (coalesce (year.net <= :income_line * nullif (household.size, 0), year.net_pc <= :income_line)
     OR (standard.pack = 'sichuan-2018-household' AND instr (substr (standard.results, 2, 3), '0') > 0))
