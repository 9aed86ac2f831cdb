-- facts: claims
-- of: household
-- label: 搬迁户按批准人口应得的面积、自筹、补助上限和按进度可付比例
SELECT relocation.household_id AS household_id,
       min (relocation.people * :area_cap_per_person, :area_cap_household_ge6) AS area,
       min (relocation.people * :self_raise_cap_person, :self_raise_cap_household) AS self_raised,
       CASE WHEN relocation.synchronous THEN 0
            WHEN relocation.scatter_type = '3' THEN relocation.people * :subsidy_urban
            ELSE relocation.people * :subsidy_rural END AS subsidy,
       CASE WHEN relocation.moved_in_on IS NOT NULL THEN :pay_share_moved_in
            WHEN coalesce (relocation.accepted_on, relocation.keys_on) IS NOT NULL THEN :pay_share_accepted
            WHEN coalesce (relocation.topped_on, relocation.completed_on) IS NOT NULL THEN :pay_share_topped
            WHEN relocation.started_on IS NOT NULL
                 OR (relocation.scatter_type = '3' AND relocation.contracted_on IS NOT NULL) THEN :pay_share_started
            ELSE 0 END AS payable
FROM chosen CROSS JOIN relocation ON relocation.household_id = chosen.id
