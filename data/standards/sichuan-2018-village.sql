-- pack: sichuan-2018-village
-- kind: standard
-- subject: village
-- years: 2016-2019
-- label: 四川贫困村退出标准（一低五有）
-- label_en: Sichuan standard for villages: incidence low, five things there
-- source: 川委厅〔2016〕66号 四川省贫困县贫困村贫困户退出实施方案 (P1; P2)

-- item: V1
-- label: 贫困发生率降至3%以下
-- label_en: Poverty incidence below the cap
-- short: 发生率
-- short_en: Incidence
-- value: 100.0 * households.poor_people / nullif (village.rural_pop_base, 0)|percent
-- threshold: :incidence_cap_village|percent
-- field: rural_pop_base
-- department: 扶贫移民局
-- evidence: 建档立卡人口名册；农业户籍人口基数
-- measure: 落实未脱贫户帮扶措施
--- who has no status might be poor: only what holds either way is said
CASE WHEN village.rural_pop_base <= 0 THEN NULL
     WHEN 100.0 * households.poor_people >= :incidence_cap_village * village.rural_pop_base THEN 0
     WHEN 100.0 * (households.poor_people + households.unclear_people)
          < :incidence_cap_village * village.rural_pop_base THEN 1 END

-- item: V2
-- label: 有集体经济收入
-- label_en: Collective income
-- short: 集体经济
-- short_en: Collective
-- value: year.collective_income / nullif (year.population, 0)|money
-- threshold: :village_collective_income_pc|money
-- field: village_year.collective_income
-- department: 组织部
-- evidence: 集体经济项目协议；村级账目
-- measure: 发展集体经济项目 @ 农业局
-- measure: 入股分红
-- measure: 盘活集体资产
-- measure: 光伏发电
year.collective_income >= :village_collective_income_pc * nullif (year.population, 0)

-- item: V3
-- label: 有硬化路
-- label_en: Hardened road
-- short: 硬化路
-- short_en: Road
-- value: year.road_width_m|decimal
-- threshold: :road_width_min_m|decimal
-- field: village_year.road_to_township
-- department: 交通局
-- evidence: 道路验收资料；现场测量
-- measure: 通村路硬化
-- measure: 路面加宽
-- measure: 路面修复
--- surface: cement or asphalt
year.road_to_township AND year.road_surface IN ('3', '4') AND year.road_width_m >= :road_width_min_m

-- item: V4
-- label: 有卫生室
-- label_en: Clinic
-- short: 卫生室
-- short_en: Clinic
-- value: year.clinic_m2
-- threshold: :clinic_m2_min|area
-- field: village_year.clinics
-- department: 卫计局
-- evidence: 卫生室房屋资料；医生姓名及证书
-- measure: 新建、改建卫生室
-- measure: 派驻医生
year.clinics > 0 AND year.clinic_m2 >= :clinic_m2_min AND year.doctors > 0

-- item: V5
-- label: 有文化室
-- label_en: Culture room
-- short: 文化室
-- short_en: Culture
-- value: year.culture_m2
-- threshold: :culture_m2_min|area
-- field: village_year.culture_rooms
-- department: 文广新局
-- evidence: 文化室房屋资料；图书器材清单
-- measure: 新建文化室
-- measure: 添置图书器材
year.culture_rooms > 0 AND year.culture_m2 >= :culture_m2_min

-- item: V6
-- label: 有通信网络
-- label_en: Communication network
-- short: 通信
-- short_en: Network
-- value: year.broadband
-- threshold: 1|yesno
-- field: village_year.broadband
-- department: 经信局
-- evidence: 运营商证明；现场测试
-- measure: 光纤到村 @ 通信运营商
-- measure: 新建基站 @ 通信运营商
year.broadband AND year.mobile
