-- pack: sichuan-2018-household
-- kind: standard
-- subject: household
-- years: 2016-2019
-- label: 四川贫困户脱贫标准（一超六有、两不愁）
-- label_en: Sichuan standard for households: income above the line, six things there, no worry about food and clothing
-- source: 川委厅〔2016〕66号 四川省贫困县贫困村贫困户退出实施方案 (P1; P2; P9)；饮水 T/CHES 18-2018 (P22)

-- item: H1
-- label: 年人均纯收入稳定超过国家扶贫标准
-- label_en: Net income per head lastingly above the national line
-- short: 收入
-- short_en: Income
-- value: year.net_pc|money
-- threshold: :income_line|money
-- field: household_year.net_pc
-- department: 扶贫移民局
-- evidence: 收入台账；帮扶手册；一卡通（银行）流水；务工证明；农户签字
-- measure: 务工介绍、公益性岗位 @ 人社局
-- measure: 小额信贷 @ 扶贫移民局
-- measure: 家禽、蔬菜等短平快产业 @ 农业局
-- measure: 花椒、柠檬、柑橘等长效产业基地 @ 农业局
-- measure: 合作社入股分红 @ 农业局
-- measure: 技能培训 @ 人社局
-- measure: 低保兜底 @ 民政局
--- compared in fen without a division; only the income per head may be known
coalesce (year.net > :income_line * nullif (household.size, 0), year.net_pc > :income_line)

-- item: H2
-- label: 义务教育有保障
-- label_en: Compulsory education secured
-- short: 教育
-- short_en: School
-- value: members.dropouts|integer
-- threshold: 0|integer
-- field: member.school
-- department: 教育局
-- evidence: 学籍证明；送教上门记录
-- measure: 控辍保学劝返
-- measure: 送教上门
-- measure: 教育救助
-- measure: 营养餐、寄宿生补助
--- nobody of school age out of school, except those who can't attend for their health (P48)
CASE WHEN members.dropouts > 0 THEN 0
     WHEN members.present > 0 AND members.schooling_unknown = 0 THEN 1 END

-- item: H3
-- label: 基本医疗有保障
-- label_en: Basic medical care secured
-- short: 医疗
-- short_en: Care
-- value: members.uninsured|integer
-- threshold: 0|integer
-- field: member.med_ins
-- department: 卫计局
-- evidence: 参保名册；家庭医生签约书；医疗费用结算单
-- measure: 参保代缴 @ 人社局
-- measure: 家庭医生签约
-- measure: 大病救助 @ 民政局
-- measure: 慢病卡
CASE WHEN members.uninsured > 0 OR (members.ill > 0 AND year.illness_aided = 0) THEN 0
     WHEN members.present > 0 AND members.insurance_unknown = 0 AND members.health_unknown = 0
          AND (members.ill = 0 OR year.illness_aided = 1) THEN 1 END

-- item: H4
-- label: 住房安全有保障
-- label_en: Safe housing secured
-- short: 住房
-- short_en: House
-- value: year.house_grade
-- threshold: 'A,B'|house_grade
-- field: household_year.house_grade
-- department: 住建局
-- evidence: 住房安全等级鉴定报告；危房改造验收表；入住照片
-- measure: 住房安全等级鉴定
-- measure: C级修缮加固、D级拆除重建
-- measure: 易地扶贫搬迁 @ 发改局
-- measure: 借住公房
--- grade A or B, or put right and accepted; a relocated household has its keys at a concentrated site, or has
--- moved in elsewhere (P48: of another province, to be confirmed)
((coalesce (household.relocated, 0) = 0 AND relocation.id IS NULL)
 OR CASE WHEN relocation.id IS NOT NULL
         THEN relocation.moved_in_on IS NOT NULL OR (household.resettle_type = '1' AND relocation.keys_on IS NOT NULL) END)
AND CASE WHEN year.house_grade IN ('A', 'B') THEN 1
         WHEN year.house_grade IN ('C', 'D') THEN coalesce (year.house_accepted, 0) END

-- item: H5
-- label: 有安全饮用水
-- label_en: Safe drinking water
-- short: 饮水
-- short_en: Water
-- value: year.water_safe
-- threshold: 1|yesno
-- field: household_year.water_safe
-- department: 水务局
-- evidence: 水质检测报告或现场评价；取水点照片
-- measure: 管网延伸
-- measure: 打井、建蓄水池
-- measure: 净水设备
-- measure: 送水
--- the four indicators where one of them was measured, else what the register says of the whole
CASE WHEN coalesce (year.water_litres, year.water_quality, year.water_minutes, year.water_metres, year.water_rise,
                    year.water_short_days) IS NOT NULL
     THEN year.water_litres >= :water_litres_min
          AND year.water_quality <> 'unqualified'
          AND (year.water_minutes <= :water_fetch_minutes_max OR year.water_metres <= :water_fetch_m_max
               OR year.water_rise <= :water_fetch_rise_m_max)
          AND year.water_short_days <= :water_short_days_max
     ELSE year.water_safe AND coalesce (year.water_hard, 0) = 0 END

-- item: H6
-- label: 有生活用电
-- label_en: Electricity in the house
-- short: 用电
-- short_en: Power
-- value: year.life_power
-- threshold: 1|yesno
-- field: household_year.life_power
-- department: 供电公司
-- evidence: 电表；电费单
-- measure: 接电入户
-- measure: 农网改造
-- measure: 安装电表
year.life_power

-- item: H7
-- label: 有广播电视
-- label_en: Radio and television
-- short: 广电
-- short_en: Radio, TV
-- value: year.tv
-- threshold: 1|yesno
-- field: household_year.tv
-- department: 文广新局
-- evidence: 现场查看设备收听收看情况
-- measure: 户户通安装
-- measure: 电视机捐赠
year.tv

-- item: N1
-- label: 不愁吃
-- label_en: No worry about food
-- short: 吃
-- short_en: Food
-- value: year.food_ok
-- threshold: 1|yesno
-- field: household_year.food_ok
-- department: 扶贫移民局
-- evidence: 入户查看
-- measure: 粮油等生活救助 @ 民政局
-- measure: 低保兜底 @ 民政局
year.food_ok

-- item: N2
-- label: 不愁穿
-- label_en: No worry about clothing
-- short: 穿
-- short_en: Clothing
-- value: year.clothes_ok
-- threshold: 1|yesno
-- field: household_year.clothes_ok
-- department: 扶贫移民局
-- evidence: 入户查看
-- measure: 衣被救助 @ 民政局
year.clothes_ok
