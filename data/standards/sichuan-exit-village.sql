-- pack: sichuan-exit-village
-- kind: procedure
-- subject: village
-- years: 2016-2019
-- label: 贫困村退出程序
-- label_en: How a village leaves poverty
-- source: 厅字〔2016〕16号；环节未经四川文件核实

-- item: VAPPLY
-- label: 村申请
-- label_en: Village applies
-- short: 申请
-- fields: done_on, document, note
-- says: 申请日期没有填，或在今天之后
-- says_en: The day is missing, or yet to come
step.done_on <= :today

-- item: VAPPLY-POOR
-- gate-of: VAPPLY
-- label: 是贫困村且列入本年计划
-- label_en: A poor village planned for this year
-- says: 应为贫困村，计划退出年度为 {:year}
-- says_en: It has to be a poor village, planned for {:year}
village.is_poor_village = 1 AND village.plan_exit_year = :year

-- item: VTOWN
-- label: 乡镇审核
-- label_en: Township review
-- short: 乡镇
-- fields: done_on, signed, operator, document, note
-- says: 审核日期 {step.done_on}，应在申请（{before.done_on}）之后、今天以前
-- says_en: Reviewed {step.done_on}; it has to be after the application ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: VTOWN-SIGNED
-- gate-of: VTOWN
-- label: 已签字盖章
-- label_en: Signed and sealed
-- says: 乡镇审核没有签字盖章
-- says_en: The township has not signed
step.signed = 1

-- item: VCOUNTY
-- label: 县级验收
-- label_en: County acceptance
-- short: 县级
-- fields: done_on, verifier_1, verifier_2, document, note
-- evidence: 贫困村退出验收表
-- reopen: yes
-- says: 验收日期 {step.done_on}，应在乡镇审核（{before.done_on}）之后、今天以前
-- says_en: Accepted {step.done_on}; it has to be after the township's review ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: VCOUNTY-MET
-- gate-of: VCOUNTY
-- label: 一低五有均达标
-- label_en: Up to the standard
-- says: 一低五有没有全部达标：未达标 {coalesce (standard.unmet, 0)|integer} 项，未核 {standard.unchecked} 项
-- says_en: Not up to the standard: {coalesce (standard.unmet, 0)|integer} unmet, {standard.unchecked} not checked
standard.state = 'met'

-- item: VCOUNTY-INSPECTOR
-- gate-of: VCOUNTY
-- label: 有验收人
-- label_en: Inspectors named
-- says: 验收人没有填
-- says_en: The inspector is missing
length (trim (step.verifier_1)) > 0

-- item: VPOST
-- label: 乡镇公示
-- label_en: Notice in the township
-- short: 公示
-- fields: done_on, ended_on, venue, objections, objection, note
-- says: 公示开始 {step.done_on}，应在县级验收（{before.done_on}）之后
-- says_en: The notice begins {step.done_on}; it has to be after the acceptance ({before.done_on})
step.done_on >= before.done_on

-- item: VPOST-DAYS
-- gate-of: VPOST
-- label: 公示天数足够
-- label_en: Notice hung long enough
-- says: 公示 {step.done_on} 至 {step.ended_on} 共 {days_between (step.done_on, step.ended_on) + 1|integer} 天，应不少于 {:notice_days} 天并已结束
-- says_en: The notice hung from {step.done_on} to {step.ended_on}, {days_between (step.done_on, step.ended_on) + 1|integer} days; {:notice_days} are needed, and it has to be over
days_between (step.done_on, step.ended_on) + 1 >= coalesce (:notice_days, 1) AND step.ended_on <= :today

-- item: VPOST-QUIET
-- gate-of: VPOST
-- label: 公示无异议
-- label_en: No objection
-- says: 公示有异议 {step.objections} 条，应退回县级验收
-- says_en: {step.objections} objections: it goes back to the acceptance
step.objections = 0

-- item: VANNOUNCE
-- label: 公告退出
-- label_en: Exit announced
-- short: 公告
-- fields: done_on, document, note
-- sets: exit_year = :year
-- says: 公告日期 {step.done_on}，应在公示结束（{before.ended_on}）之后、今天以前
-- says_en: Announced {step.done_on}; it has to be after the notice ended ({before.ended_on}) and not after today
step.done_on >= before.ended_on AND step.done_on <= :today

-- item: VANNOUNCE-DOCUMENT
-- gate-of: VANNOUNCE
-- label: 有公告文号
-- label_en: Document numbered
-- says: 公告文号没有填
-- says_en: The number of the announcement is missing
length (trim (step.document)) > 0

-- item: VREGISTER
-- label: 登记
-- label_en: Registered
-- short: 登记
-- fields: done_on, operator, note
-- says: 登记日期 {step.done_on}，应在公告（{before.done_on}）之后、今天以前
-- says_en: Registered {step.done_on}; it has to be after the announcement ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today
