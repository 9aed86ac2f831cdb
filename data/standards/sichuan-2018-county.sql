-- pack: sichuan-2018-county
-- kind: standard
-- subject: county
-- years: 2016-2019
-- label: 四川贫困县摘帽标准（一低三有）
-- label_en: Sichuan standard for counties: incidence low, three things in every township
-- source: 川委厅〔2016〕66号 (P1; P2)；三率 (P11; P12; P13)

-- item: K1
-- label: 综合贫困发生率低于3%
-- label_en: Composite poverty incidence below the cap
-- short: 综合发生率
-- short_en: Incidence
-- value: 100.0 * (households.poor_people
--   + 1.0 * survey.missed / nullif (survey.unregistered_sampled, 0) * (villages.rural_population - households.registered_people)
--   + 1.0 * survey.wrongly_exited / nullif (survey.exited_sampled, 0) * households.exited_people)
--   / nullif (villages.rural_population, 0)|percent
-- threshold: :incidence_cap_county|percent
-- field: county_year.poor_people
-- department: 扶贫移民局
-- evidence: 建档立卡人口名册；抽样调查报告
-- measure: 落实未脱贫户帮扶措施
--- remaining poor + missed rate × people not registered + wrong-exit rate × people exited (P13)
100.0 * (households.poor_people
         + 1.0 * survey.missed / nullif (survey.unregistered_sampled, 0)
           * (villages.rural_population - households.registered_people)
         + 1.0 * survey.wrongly_exited / nullif (survey.exited_sampled, 0) * households.exited_people)
< :incidence_cap_county * nullif (villages.rural_population, 0)

-- item: K2
-- label: 脱贫人口错退率低于2%
-- label_en: Share of wrong exits below the cap
-- short: 错退率
-- short_en: Wrong exits
-- value: 100.0 * survey.wrongly_exited / nullif (survey.exited_sampled, 0)|percent
-- threshold: :wrong_exit_cap|percent
-- department: 扶贫移民局
-- evidence: 抽样调查报告
-- measure: 对错退户重新纳入、补齐帮扶
100.0 * survey.wrongly_exited < :wrong_exit_cap * nullif (survey.exited_sampled, 0)

-- item: K3
-- label: 贫困人口漏评率低于2%
-- label_en: Share of missed people below the cap
-- short: 漏评率
-- short_en: Missed
-- value: 100.0 * survey.missed / nullif (survey.unregistered_sampled, 0)|percent
-- threshold: :missed_cap|percent
-- department: 扶贫移民局
-- evidence: 抽样调查报告
-- measure: 对漏评户按程序纳入
100.0 * survey.missed < :missed_cap * nullif (survey.unregistered_sampled, 0)

-- item: K4
-- label: 群众认可度达到90%
-- label_en: Approval at least the minimum
-- short: 认可度
-- short_en: Approval
-- value: 100.0 * survey.approving / nullif (survey.asked, 0)|percent
-- threshold: :approval_min|percent
-- department: 扶贫移民局
-- evidence: 抽样调查报告
-- measure: 入户走访、政策宣传
100.0 * survey.approving >= :approval_min * nullif (survey.asked, 0)

-- item: K5
-- label: 各乡镇“三有”达标
-- label_en: Every township up to its standard
-- short: 乡乡三有
-- short_en: Townships
-- value: townships.met|integer
-- threshold: townships.counted|integer
-- department: 扶贫移民局
-- evidence: 乡镇“三有”核查表
-- measure: 补齐未达标乡镇项目
CASE WHEN townships.unmet > 0 THEN 0
     WHEN townships.counted > 0 AND townships.met = townships.counted THEN 1 END
