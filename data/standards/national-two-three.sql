-- pack: national-two-three
-- kind: standard
-- subject: household
-- years: 2016-2020
-- label: 国家脱贫标准（两不愁三保障）
-- label_en: National standard: no worry about food and clothing, three guarantees
-- source: 厅字〔2016〕16号 关于建立贫困退出机制的意见 (P9)
-- active: no
-- note: stands in for the household pack of Sichuan when it is switched on; only one of the two can be in force

-- item: G1
-- label: 年人均纯收入稳定超过国家扶贫标准
-- label_en: Net income per head lastingly above the national line
-- short: 收入
-- short_en: Income
-- value: year.net_pc|money
-- threshold: :income_line|money
-- field: household_year.net_pc
-- department: 扶贫移民局
coalesce (year.net > :income_line * nullif (household.size, 0), year.net_pc > :income_line)

-- item: G2
-- label: 不愁吃
-- label_en: No worry about food
-- short: 吃
-- short_en: Food
-- value: year.food_ok
-- threshold: 1|yesno
-- field: household_year.food_ok
-- department: 扶贫移民局
year.food_ok

-- item: G3
-- label: 不愁穿
-- label_en: No worry about clothing
-- short: 穿
-- short_en: Clothing
-- value: year.clothes_ok
-- threshold: 1|yesno
-- field: household_year.clothes_ok
-- department: 扶贫移民局
year.clothes_ok

-- item: G4
-- label: 义务教育有保障
-- label_en: Compulsory education secured
-- short: 教育
-- short_en: School
-- value: members.dropouts|integer
-- threshold: 0|integer
-- field: member.school
-- department: 教育局
-- measure: 控辍保学劝返
CASE WHEN members.dropouts > 0 THEN 0
     WHEN members.present > 0 AND members.schooling_unknown = 0 THEN 1 END

-- item: G5
-- label: 基本医疗有保障
-- label_en: Basic medical care secured
-- short: 医疗
-- short_en: Care
-- value: members.uninsured|integer
-- threshold: 0|integer
-- field: member.med_ins
-- department: 卫计局
-- measure: 参保代缴 @ 人社局
CASE WHEN members.uninsured > 0 THEN 0
     WHEN members.present > 0 AND members.insurance_unknown = 0 THEN 1 END

-- item: G6
-- label: 住房安全有保障
-- label_en: Safe housing secured
-- short: 住房
-- short_en: House
-- value: year.house_grade
-- threshold: 'A,B'|house_grade
-- field: household_year.house_grade
-- department: 住建局
-- measure: C级修缮加固、D级拆除重建
CASE WHEN year.house_grade IN ('A', 'B') THEN 1
     WHEN year.house_grade IN ('C', 'D') THEN coalesce (year.house_accepted, 0) END
