-- pack: small-standard
-- kind: standard
-- subject: household
-- label: 小标准
-- label_en: Small standard
-- source: tests
-- active: yes

-- item: H1
-- label: 收入
-- label_en: Income
-- value: year.net_pc
-- threshold: :income_line|money
-- field: household_year.net_pc
year.net_pc > :income_line

-- item: H4
-- label: 住房
-- label_en: House
-- value: year.house_grade
-- field: household_year.house_grade
year.house_grade IN ('A', 'B')
