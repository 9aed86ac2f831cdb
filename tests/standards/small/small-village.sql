-- pack: small-village
-- kind: standard
-- subject: village
-- label: 村标准
-- label_en: Village standard
-- source: tests
-- active: yes

-- item: V1
-- label: 贫困人口
-- label_en: Poor people
-- value: households.poor|integer
households.poor < 4
