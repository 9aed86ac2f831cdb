-- facts: site_moves
-- of: site
-- label: 安置点搬迁户合计；各户红线取最近一次核对的结果
SELECT relocation.site_id AS site_id,
       count (*) AS households,
       sum (relocation.people) AS people,
       count (relocation.keys_on) AS keyed,
       count (relocation.moved_in_on) AS moved_in,
       total (CASE WHEN relocation.moved_in_on IS NOT NULL THEN relocation.people END) AS moved_in_people,
       min (relocation.moved_in_on) AS first_moved_in_on,
       count (CASE WHEN relocation.moved_in_on IS NOT NULL AND relocation.old_house_due IS NOT 0 THEN 1 END) AS old_due,
       count (CASE WHEN relocation.old_house_due IS NOT 0 THEN relocation.demolished_on END) AS demolished,
       count (CASE WHEN relocation.old_house_due IS NOT 0 THEN relocation.reclaimed_on END) AS reclaimed,
       count (CASE WHEN substr (kept.results, 1, 1) = '0' THEN 1 END) AS r1_unmet,
       count (CASE WHEN substr (kept.results, 2, 1) = '0' THEN 1 END) AS r2_unmet,
       count (CASE WHEN substr (kept.results, 3, 1) = '0' THEN 1 END) AS r3_unmet,
       count (CASE WHEN substr (kept.results, 4, 1) = '0' THEN 1 END) AS r4_unmet,
       count (CASE WHEN substr (kept.results, 1, 1) IN ('0', '1') THEN 1 END) AS r1_checked,
       count (CASE WHEN substr (kept.results, 2, 1) IN ('0', '1') THEN 1 END) AS r2_checked,
       count (CASE WHEN substr (kept.results, 3, 1) IN ('0', '1') THEN 1 END) AS r3_checked,
       count (CASE WHEN substr (kept.results, 4, 1) IN ('0', '1') THEN 1 END) AS r4_checked
FROM relocation
CROSS JOIN household ON household.id = relocation.household_id AND household.status IS NOT 'REMOVED'
LEFT JOIN relocation_assessment AS kept
  ON kept.household_id = relocation.household_id AND kept.year = :year
WHERE relocation.site_id IS NOT NULL
GROUP BY relocation.site_id
