-- pack: sichuan-2018-township
-- kind: standard
-- subject: township
-- years: 2016-2019
-- label: 四川乡镇“三有”标准
-- label_en: Sichuan standard for townships: three things there
-- source: 川委厅〔2016〕66号 四川省贫困县贫困村贫困户退出实施方案 (P1; P2)

-- item: T1
-- label: 有标准中心校
-- label_en: Standard central school
-- short: 中心校
-- short_en: School
-- value: year.school_conditions
-- threshold: 1|yesno
-- field: township_year.school_conditions
-- department: 教育局
-- evidence: 县教育局认定文件
-- measure: 改善校舍
-- measure: 添置教学设备
-- measure: 补充师资
--- met only with the certificate
year.school_conditions AND nullif (length (year.school_certificate), 0) > 0

-- item: T2
-- label: 有达标卫生院
-- label_en: Health centre up to standard
-- short: 卫生院
-- short_en: Health
-- value: year.hospital_equipment
-- threshold: 1|yesno
-- field: township_year.hospital_equipment
-- department: 卫计局
-- evidence: 县卫计局认定文件
-- measure: 添置医疗设备
-- measure: 补充医务人员
year.hospital_equipment AND nullif (length (year.hospital_certificate), 0) > 0

-- item: T3
-- label: 有便民服务中心
-- label_en: Public service centre
-- short: 便民中心
-- short_en: Service
-- value: year.center_windows|integer
-- threshold: 1|integer
-- field: township_year.center_windows
-- department: 政务中心
-- evidence: 服务事项清单；办公时间公示照片
-- measure: 落实服务场所
-- measure: 增设服务窗口
year.center_m2 > 0 AND year.center_windows > 0 AND year.center_staff > 0 AND year.center_services
AND year.center_hours_posted
