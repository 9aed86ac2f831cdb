-- pack: sichuan-exit-household
-- kind: procedure
-- subject: household
-- years: 2016-2019
-- label: 贫困户退出程序
-- label_en: How a household leaves poverty
-- source: 厅字〔2016〕16号 (P16; P17)；公示天数四川未核实
--- An item is a step, in order, or a gate of one ("gate-of"). The expression of a step is its first gate: true lets it be
--- recorded, anything else refuses with its sentence. See README.md, "Procedures".

-- item: PLAN
-- label: 列入年度脱贫计划
-- label_en: Listed in the year's plan
-- short: 计划
-- fields: done_on, document, batch, note
-- implied: household.status IN ('1', '2', '4') AND :year IN (household.plan_exit_year, household.exit_year)
-- says: 先将该户标为预脱贫，计划脱贫年度填为 {:year}
-- says_en: First mark the household as planned to exit, with {:year} as the year
household.status = '2' AND household.plan_exit_year = :year

-- item: APPRAISE
-- label: 民主评议
-- label_en: Democratic appraisal
-- short: 评议
-- fields: done_on, venue, present, votes_for, votes_against, votes_abstain, document, note
-- evidence: 会议记录；签到册；照片
-- says: 评议日期没有填，或在今天之后
-- says_en: The day of the appraisal is missing, or yet to come
step.done_on <= :today

-- item: APPRAISE-COUNT
-- gate-of: APPRAISE
-- label: 票数不超过到会人数
-- label_en: No more votes than people present
-- says: 票数合计 {step.votes_for + coalesce (step.votes_against, 0) + coalesce (step.votes_abstain, 0)|integer} 票，到会 {step.present} 人
-- says_en: {step.votes_for + coalesce (step.votes_against, 0) + coalesce (step.votes_abstain, 0)|integer} votes with {step.present} people present
step.votes_for + coalesce (step.votes_against, 0) + coalesce (step.votes_abstain, 0) <= step.present

-- item: APPRAISE-PASSED
-- gate-of: APPRAISE
-- label: 同意多于不同意
-- label_en: More votes for than against
-- says: 同意 {step.votes_for} 票，不同意 {step.votes_against} 票，评议未通过
-- says_en: {step.votes_for} votes for and {step.votes_against} against: not passed
step.votes_for > coalesce (step.votes_against, 0)

-- item: APPRAISE-RECORD
-- gate-of: APPRAISE
-- label: 有会议记录编号
-- label_en: Minutes have a number
-- says: 会议记录编号没有填
-- says_en: The number of the minutes is missing
length (step.document) > 0

-- item: VERIFY
-- label: 入户核实
-- label_en: Verified at home
-- short: 核实
-- fields: done_on, verifier_1, verifier_2, document, note
-- evidence: 验收表；收入计算表
-- reopen: yes
-- says: 核实日期 {step.done_on}，应在评议（{before.done_on}）之后、今天以前
-- says_en: Verified {step.done_on}; it has to be after the appraisal ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: VERIFY-TWO
-- gate-of: VERIFY
-- label: 核实人不少于两人
-- label_en: Two verifiers
-- says: 核实人应为两人，现填{step.verifier_1}、{step.verifier_2}
-- says_en: There have to be two verifiers; recorded are {step.verifier_1} and {step.verifier_2}
length (trim (step.verifier_1)) > 0 AND length (trim (step.verifier_2)) > 0
AND trim (step.verifier_1) <> trim (step.verifier_2)

-- item: VERIFY-MET
-- gate-of: VERIFY
-- label: 各项指标均达标
-- label_en: Up to the standard
-- says: 一超六有、两不愁没有全部达标：未达标 {coalesce (standard.unmet, 0)|integer} 项，未核 {standard.unchecked} 项
-- says_en: Not up to the standard: {coalesce (standard.unmet, 0)|integer} unmet, {standard.unchecked} not checked
standard.state = 'met'

-- item: AGREE
-- label: 农户认可
-- label_en: Household agrees
-- short: 认可
-- fields: done_on, signed, refusal, note
-- evidence: 农户签字按手印
-- says: 认可日期 {step.done_on}，应在核实（{before.done_on}）之后、今天以前
-- says_en: Agreed {step.done_on}; it has to be after the verification ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: AGREE-SIGNED
-- gate-of: AGREE
-- label: 已签字，或说明不签字原因
-- label_en: Signed, or why not
-- says: 农户没有签字，应写明原因
-- says_en: Not signed: write down why
step.signed = 1 OR length (trim (step.refusal)) > 0

-- item: POST1
-- label: 村级公示
-- label_en: Village notice
-- short: 公示
-- fields: done_on, ended_on, venue, objections, objection, note
-- evidence: 公示照片
-- says: 公示开始 {step.done_on}，应在农户认可（{before.done_on}）之后
-- says_en: The notice begins {step.done_on}; it has to be after the household agreed ({before.done_on})
step.done_on >= before.done_on

-- item: POST1-DAYS
-- gate-of: POST1
-- label: 公示天数足够
-- label_en: Notice hung long enough
-- says: 公示 {step.done_on} 至 {step.ended_on} 共 {days_between (step.done_on, step.ended_on) + 1|integer} 天，应不少于 {:notice_days} 天并已结束
-- says_en: The notice hung from {step.done_on} to {step.ended_on}, {days_between (step.done_on, step.ended_on) + 1|integer} days; {:notice_days} are needed, and it has to be over
days_between (step.done_on, step.ended_on) + 1 >= coalesce (:notice_days, 1) AND step.ended_on <= :today

-- item: POST1-QUIET
-- gate-of: POST1
-- label: 公示无异议
-- label_en: No objection
-- says: 公示有异议 {step.objections} 条，应退回入户核实
-- says_en: {step.objections} objections: it goes back to the verification
step.objections = 0

-- item: TOWN
-- label: 乡镇审核
-- label_en: Township review
-- short: 乡镇
-- fields: done_on, signed, operator, document, note
-- says: 审核日期 {step.done_on}，应在公示结束（{before.ended_on}）之后、今天以前
-- says_en: Reviewed {step.done_on}; it has to be after the notice ended ({before.ended_on}) and not after today
step.done_on >= before.ended_on AND step.done_on <= :today

-- item: TOWN-SIGNED
-- gate-of: TOWN
-- label: 已签字盖章
-- label_en: Signed and sealed
-- says: 乡镇审核没有签字盖章
-- says_en: The township has not signed
step.signed = 1

-- item: COUNTY
-- label: 县级验收审定
-- label_en: County acceptance
-- short: 县级
-- fields: done_on, verifier_1, verifier_2, document, note
-- says: 验收日期 {step.done_on}，应在乡镇审核（{before.done_on}）之后、今天以前
-- says_en: Accepted {step.done_on}; it has to be after the township's review ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: COUNTY-INSPECTOR
-- gate-of: COUNTY
-- label: 有验收人
-- label_en: Inspectors named
-- says: 验收人没有填
-- says_en: The inspector is missing
length (trim (step.verifier_1)) > 0

-- item: ANNOUNCE
-- label: 公告退出
-- label_en: Exit announced
-- short: 公告
-- fields: done_on, document, note
-- sets: status = '1'; exit_year = :year
-- says: 公告日期 {step.done_on}，应在县级验收（{before.done_on}）之后、今天以前
-- says_en: Announced {step.done_on}; it has to be after the county's acceptance ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: ANNOUNCE-DOCUMENT
-- gate-of: ANNOUNCE
-- label: 有公告文号
-- label_en: Document numbered
-- says: 公告文号没有填
-- says_en: The number of the announcement is missing
length (trim (step.document)) > 0

-- item: SYSTEM
-- label: 系统标注
-- label_en: Marked in the national system
-- short: 标注
-- fields: done_on, operator, note
-- says: 标注日期 {step.done_on}，应在公告（{before.done_on}）之后、今天以前
-- says_en: Marked {step.done_on}; it has to be after the announcement ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: SYSTEM-OPERATOR
-- gate-of: SYSTEM
-- label: 有经办人
-- label_en: Operator named
-- says: 经办人没有填
-- says_en: The operator is missing
length (trim (step.operator)) > 0
