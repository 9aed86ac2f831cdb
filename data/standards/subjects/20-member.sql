-- subject: member
-- label: 家庭成员
-- label_en: Member
FROM chosen
CROSS JOIN household ON household.id = chosen.id AND household.status IS NOT 'REMOVED'
CROSS JOIN member ON member.household_id = chosen.id AND member.alive = '1'
LEFT JOIN household_year AS year ON year.household_id = chosen.id AND year.year = :year
LEFT JOIN members ON members.household_id = chosen.id
LEFT JOIN member AS head ON head.id = members.head_id
LEFT JOIN village ON village.code = household.village_code
LEFT JOIN lists ON lists.member_id = member.id
LEFT JOIN twins ON twins.member_id = member.id
LEFT JOIN namesakes ON namesakes.member_id = member.id
