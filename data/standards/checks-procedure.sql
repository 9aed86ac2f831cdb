-- pack: checks-procedure
-- kind: checks
-- subject: household
-- label: 退出程序与帮扶校验
-- label_en: Checks of procedure and help
-- source: 贫困退出程序 (P16; P17；项目自定)

-- item: Q52
-- severity: E
-- label: 本年脱贫户退出程序缺环节或日期颠倒
-- label_en: Steps of the exit missing or out of order
-- says: 评议 {steps.appraised_on}，核实 {steps.verified_on}，认可 {steps.agreed_on}，公示 {steps.posted_on}—{steps.post_ended_on}，审核 {steps.town_on}，审定 {steps.county_on}，公告 {steps.announced_on}：缺环节或先后颠倒
-- says_en: Appraised {steps.appraised_on}, verified {steps.verified_on}, agreed {steps.agreed_on}, notice {steps.posted_on}—{steps.post_ended_on}, township {steps.town_on}, county {steps.county_on}, announced {steps.announced_on}: one is missing or out of order
-- field: status
household.status IN ('1', '4') AND household.exit_year = :year
AND NOT coalesce (steps.appraised_on <= steps.verified_on AND steps.verified_on <= steps.agreed_on
                  AND steps.agreed_on <= steps.posted_on AND steps.posted_on <= steps.post_ended_on
                  AND steps.post_ended_on <= steps.town_on AND steps.town_on <= steps.county_on
                  AND steps.county_on <= steps.announced_on, 0)

-- item: Q53
-- severity: W
-- label: 村级公示天数不足
-- label_en: Village notice too short
-- says: 村级公示 {steps.posted_on} 至 {steps.post_ended_on}，共 {days_between (steps.posted_on, steps.post_ended_on) + 1|integer} 天，少于 {:notice_days} 天
-- says_en: The village notice hung from {steps.posted_on} to {steps.post_ended_on}, {days_between (steps.posted_on, steps.post_ended_on) + 1|integer} days, less than {:notice_days}
-- field: status
--- both days count
days_between (steps.posted_on, steps.post_ended_on) + 1 < :notice_days

-- item: Q68
-- severity: W
-- label: 没有帮扶责任人，或走访超期
-- label_en: Without a helper, or not visited for long
-- says: 帮扶责任人 {coalesce (helping.helpers, 0)|integer} 名，最近走访 {visits.last_on}（间隔应不超过 {:visit_days} 天）
-- says_en: {coalesce (helping.helpers, 0)|integer} helpers, last visited {visits.last_on} (at most {:visit_days} days between visits)
-- field: helper_name
household.status IN ('0', '1', '2', '3')
AND (coalesce (helping.helpers, 0) = 0 OR visits.last_on IS NULL
     OR days_between (visits.last_on, :day) > :visit_days)

-- item: Q68H
-- severity: W
-- subject: helper
-- label: 帮扶责任人帮扶户数过多
-- label_en: Helper with too many households
-- says: {helper.name}帮扶 {helping.households|integer} 户，超过 {:helper_max} 户
-- says_en: {helper.name} helps {helping.households|integer} households, more than {:helper_max}
-- field: name
helping.households > :helper_max

-- item: Q69
-- severity: W
-- label: 有未达标项而没有对应措施（缺什么补什么）
-- label_en: Something unmet without a measure
-- says: 未达标而无措施：{CASE WHEN substr (standard.results, 1, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H1'), 0) THEN 'H1 ' ELSE '' END}{CASE WHEN substr (standard.results, 2, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H2'), 0) THEN 'H2 ' ELSE '' END}{CASE WHEN substr (standard.results, 3, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H3'), 0) THEN 'H3 ' ELSE '' END}{CASE WHEN substr (standard.results, 4, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H4'), 0) THEN 'H4 ' ELSE '' END}{CASE WHEN substr (standard.results, 5, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H5'), 0) THEN 'H5 ' ELSE '' END}{CASE WHEN substr (standard.results, 6, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H6'), 0) THEN 'H6 ' ELSE '' END}{CASE WHEN substr (standard.results, 7, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H7'), 0) THEN 'H7 ' ELSE '' END}{CASE WHEN substr (standard.results, 8, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N1'), 0) THEN 'N1 ' ELSE '' END}{CASE WHEN substr (standard.results, 9, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N2'), 0) THEN 'N2 ' ELSE '' END}
-- says_en: Unmet and without a measure: {CASE WHEN substr (standard.results, 1, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H1'), 0) THEN 'H1 ' ELSE '' END}{CASE WHEN substr (standard.results, 2, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H2'), 0) THEN 'H2 ' ELSE '' END}{CASE WHEN substr (standard.results, 3, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H3'), 0) THEN 'H3 ' ELSE '' END}{CASE WHEN substr (standard.results, 4, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H4'), 0) THEN 'H4 ' ELSE '' END}{CASE WHEN substr (standard.results, 5, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H5'), 0) THEN 'H5 ' ELSE '' END}{CASE WHEN substr (standard.results, 6, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H6'), 0) THEN 'H6 ' ELSE '' END}{CASE WHEN substr (standard.results, 7, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H7'), 0) THEN 'H7 ' ELSE '' END}{CASE WHEN substr (standard.results, 8, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N1'), 0) THEN 'N1 ' ELSE '' END}{CASE WHEN substr (standard.results, 9, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N2'), 0) THEN 'N2 ' ELSE '' END}
-- field: status
--- the order of the results is that of sichuan-2018-household
household.status IN ('0', '2') AND standard.unmet > 0 AND standard.pack = 'sichuan-2018-household'
AND ((substr (standard.results, 1, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H1'), 0))
     OR (substr (standard.results, 2, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H2'), 0))
     OR (substr (standard.results, 3, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H3'), 0))
     OR (substr (standard.results, 4, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H4'), 0))
     OR (substr (standard.results, 5, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H5'), 0))
     OR (substr (standard.results, 6, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H6'), 0))
     OR (substr (standard.results, 7, 1) = '0' AND NOT coalesce (has (measures.criteria, 'H7'), 0))
     OR (substr (standard.results, 8, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N1'), 0))
     OR (substr (standard.results, 9, 1) = '0' AND NOT coalesce (has (measures.criteria, 'N2'), 0)))
