-- subject: site
-- label: 安置点
-- label_en: Resettlement site
-- place: site.village_code
FROM site
LEFT JOIN constructor ON constructor.id = site.constructor_id
LEFT JOIN village ON village.code = site.village_code
LEFT JOIN site_moves AS moves ON moves.site_id = site.id
LEFT JOIN site_standard AS standard ON standard.id = site.id
