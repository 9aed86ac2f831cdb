-- pack: monitoring
-- kind: checks
-- subject: household
-- label: 防返贫监测（回头看）
-- label_en: Watch against falling back into poverty
-- source: 回头看、回头帮 (项目自定)；监测户自 2020 年起才是全国口径
-- active: no

-- item: M1
-- severity: S
-- label: 收入下降较多
-- label_en: Income has dropped
-- says: 已脱贫户人均纯收入由 {last_year.net_pc} 元降到 {year.net_pc} 元，降幅超过 {:income_drop_pct}%
-- says_en: Out of poverty; income per head fell from {last_year.net_pc} to {year.net_pc} yuan, by more than {:income_drop_pct} %
-- field: household_year.net_pc
-- department: 扶贫移民局
household.status IN ('1', '4') AND (last_year.net_pc - year.net_pc) * 100 > :income_drop_pct * last_year.net_pc

-- item: M2
-- severity: S
-- label: 收入低于监测线
-- label_en: Income below the monitoring line
-- says: 人均纯收入 {year.net_pc} 元，低于监测线 {:monitor_line|money} 元
-- says_en: Income per head {year.net_pc} yuan, below the monitoring line of {:monitor_line|money} yuan
-- field: household_year.net_pc
-- department: 扶贫移民局
household.status IN ('1', '4', 'GENERAL', 'EDGE') AND year.net_pc < :monitor_line

-- item: M3
-- severity: S
-- label: 有大病成员而未得到救治救助
-- label_en: Serious illness without aid
-- says: 患病成员 {members.ill|integer} 人，未参保 {members.uninsured|integer} 人，救治救助未落实
-- says_en: {members.ill|integer} ill, {members.uninsured|integer} without insurance, not aided
-- field: household_year.illness_aided
-- department: 卫计局
household.status IN ('1', '4') AND members.ill > 0 AND (year.illness_aided = 0 OR members.uninsured > 0)

-- item: M4
-- severity: S
-- label: 住房转为危房
-- label_en: House has become dangerous
-- says: 住房等级由{last_year.house_grade}变为{year.house_grade}
-- says_en: The house went from {last_year.house_grade} to {year.house_grade}
-- field: household_year.house_grade
-- department: 住建局
household.status IN ('1', '4') AND last_year.house_grade IN ('A', 'B') AND year.house_grade IN ('C', 'D')

-- item: M5
-- severity: S
-- label: 有适龄子女失学
-- label_en: Child out of school
-- says: 义务教育阶段非在校 {members.dropouts|integer} 人
-- says_en: {members.dropouts|integer} of school age out of school
-- field: member.school
-- department: 教育局
household.status IN ('1', '4') AND members.dropouts > 0

-- item: M6
-- severity: S
-- label: 务工人员失去工作
-- label_en: Nobody at work any more
-- says: 工资性收入由 {last_year.wage} 元降为 {year.wage} 元，现无人务工
-- says_en: Wages fell from {last_year.wage} to {year.wage} yuan, nobody is at work
-- field: household_year.wage
-- department: 人社局
household.status IN ('1', '4') AND last_year.wage > 0 AND year.wage = 0 AND members.workers = 0
