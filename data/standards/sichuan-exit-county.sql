-- pack: sichuan-exit-county
-- kind: procedure
-- subject: county
-- years: 2016-2019
-- label: 贫困县摘帽程序
-- label_en: How a county is delisted
-- source: 川委厅〔2016〕66号 (P9)

-- item: KAPPLY
-- label: 县级申请
-- label_en: County applies
-- short: 申请
-- fields: done_on, document, note
-- says: 申请日期没有填，或在今天之后
-- says_en: The day is missing, or yet to come
step.done_on <= :today

-- item: KAPPLY-DOCUMENT
-- gate-of: KAPPLY
-- label: 有申请文号
-- label_en: Document numbered
-- says: 申请文号没有填
-- says_en: The number of the application is missing
length (trim (step.document)) > 0

-- item: KCITY
-- label: 市级初审
-- label_en: City's preliminary review
-- short: 初审
-- fields: done_on, document, note
-- says: 初审日期 {step.done_on}，应在申请（{before.done_on}）之后、今天以前
-- says_en: Reviewed {step.done_on}; it has to be after the application ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: KEVALUATE
-- label: 省级专项评估检查
-- label_en: Province's special evaluation
-- short: 评估
-- fields: done_on, document, note
-- evidence: 评估报告
-- says: 评估日期 {step.done_on}，应在初审（{before.done_on}）之后、今天以前
-- says_en: Evaluated {step.done_on}; it has to be after the review ({before.done_on}) and not after today
step.done_on >= before.done_on AND step.done_on <= :today

-- item: KEVALUATE-MET
-- gate-of: KEVALUATE
-- label: 一低三有和三率达标
-- label_en: Up to the standard
-- says: 县退出标准没有全部达标：未达标 {coalesce (standard.unmet, 0)|integer} 项，未核 {standard.unchecked} 项
-- says_en: Not up to the standard: {coalesce (standard.unmet, 0)|integer} unmet, {standard.unchecked} not checked
standard.state = 'met'

-- item: KPOST
-- label: 公示
-- label_en: Notice
-- short: 公示
-- fields: done_on, ended_on, venue, objections, objection, note
-- says: 公示 {step.done_on} 至 {step.ended_on}，应在评估（{before.done_on}）之后、今天以前结束
-- says_en: Notice {step.done_on} to {step.ended_on}; it has to be after the evaluation ({before.done_on}) and over by today
step.done_on >= before.done_on AND step.ended_on >= step.done_on AND step.ended_on <= :today

-- item: KPOST-QUIET
-- gate-of: KPOST
-- label: 公示无异议
-- label_en: No objection
-- says: 公示有异议 {step.objections} 条
-- says_en: {step.objections} objections
step.objections = 0

-- item: KAPPROVE
-- label: 省政府批准
-- label_en: Province approves
-- short: 批准
-- fields: done_on, document, note
-- says: 批准日期 {step.done_on}，应在公示结束（{before.ended_on}）之后、今天以前
-- says_en: Approved {step.done_on}; it has to be after the notice ended ({before.ended_on}) and not after today
step.done_on >= before.ended_on AND step.done_on <= :today

-- item: KAPPROVE-DOCUMENT
-- gate-of: KAPPROVE
-- label: 有批准文号
-- label_en: Document numbered
-- says: 批准文号没有填
-- says_en: The number of the approval is missing
length (trim (step.document)) > 0
