-- pack: checks-village
-- kind: checks
-- subject: village
-- label: 村、乡镇、县数据校验
-- label_en: Checks of villages, townships and the county
-- source: 逻辑校验规则 (项目自定)

-- item: Q63
-- severity: E
-- label: 村上报贫困人口、发生率与农户合计不符
-- label_en: Village's poor people or incidence differ from its households
-- says: 上报未脱贫 {year.poor_people} 人、发生率 {year.incidence|percent}%，农户合计 {coalesce (households.poor_people, 0)|integer} 人、{100.0 * coalesce (households.poor_people, 0) / nullif (village.rural_pop_base, 0)|percent}%
-- says_en: Reported {year.poor_people} poor people, incidence {year.incidence|percent} %; by the households {coalesce (households.poor_people, 0)|integer}, {100.0 * coalesce (households.poor_people, 0) / nullif (village.rural_pop_base, 0)|percent} %
-- field: village_year.poor_people
--- an incidence is printed with one decimal
year.poor_people <> coalesce (households.poor_people, 0)
OR abs (year.incidence - 100.0 * coalesce (households.poor_people, 0) / nullif (village.rural_pop_base, 0)) > 0.0501

-- item: Q64
-- severity: E
-- subject: township
-- label: 各村上报数之和与乡镇上报数不符
-- label_en: Villages' figures do not add up to the township's
-- says: 乡镇上报：建档立卡 {year.registered_households} 户 {year.registered_people} 人，未脱贫 {year.poor_households} 户 {year.poor_people} 人；各村合计 {villages.registered_households|integer} 户 {villages.registered_people|integer} 人，{villages.poor_households|integer} 户 {villages.poor_people|integer} 人
-- says_en: The township reports {year.registered_households} households and {year.registered_people} people registered, {year.poor_households} and {year.poor_people} poor; its villages {villages.registered_households|integer} and {villages.registered_people|integer}, {villages.poor_households|integer} and {villages.poor_people|integer}
-- field: township_year.poor_people
year.registered_households <> villages.registered_households OR year.registered_people <> villages.registered_people
OR year.poor_households <> villages.poor_households OR year.poor_people <> villages.poor_people

-- item: Q64C
-- severity: E
-- subject: county
-- label: 各乡镇上报数之和与县上报数不符
-- label_en: Townships' figures do not add up to the county's
-- says: 县上报：建档立卡 {year.registered_households} 户 {year.registered_people} 人，未脱贫 {year.poor_households} 户 {year.poor_people} 人；各乡镇合计 {townships.registered_households|integer} 户 {townships.registered_people|integer} 人，{townships.poor_households|integer} 户 {townships.poor_people|integer} 人
-- says_en: The county reports {year.registered_households} households and {year.registered_people} people registered, {year.poor_households} and {year.poor_people} poor; its townships {townships.registered_households|integer} and {townships.registered_people|integer}, {townships.poor_households|integer} and {townships.poor_people|integer}
-- field: county_year.poor_people
year.registered_households <> townships.registered_households OR year.registered_people <> townships.registered_people
OR year.poor_households <> townships.poor_households OR year.poor_people <> townships.poor_people

-- item: Q65
-- severity: W
-- label: 村“五有”数据自相矛盾
-- label_en: Village figures contradict each other
-- says: 集体经济收入 {year.collective_income} 元、人口 {year.population} 人；卫生室 {year.clinics} 个、医生{year.clinic_doctor}；通村硬化路宽 {year.road_width_m} 米
-- says_en: Collective income {year.collective_income} yuan with {year.population} people; {year.clinics} clinics with doctor {year.clinic_doctor}; hardened road {year.road_width_m} m wide
-- field: village_year.population
(year.collective_income > 0 AND coalesce (year.population, 0) = 0)
OR (year.clinics > 0 AND coalesce (length (year.clinic_doctor), 0) = 0)
OR (year.road_to_township = 1 AND year.road_width_m = 0)

-- item: Q66
-- severity: S
-- label: 已退出村贫困发生率未降到标准以下
-- label_en: Village exited with an incidence not below the cap
-- says: {village.exit_year} 年退出，贫困发生率 {100.0 * households.poor_people / nullif (village.rural_pop_base, 0)|percent}%（{households.poor_people|integer} 人 ÷ {village.rural_pop_base} 人），应低于 {:incidence_cap_village|percent}%
-- says_en: Exited {village.exit_year}, poverty incidence {100.0 * households.poor_people / nullif (village.rural_pop_base, 0)|percent} % ({households.poor_people|integer} of {village.rural_pop_base} people), which has to be below {:incidence_cap_village|percent} %
-- field: exit_year
village.exit_year <= :year AND 100.0 * households.poor_people >= :incidence_cap_village * nullif (village.rural_pop_base, 0)
