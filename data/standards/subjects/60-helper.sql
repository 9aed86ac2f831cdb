-- subject: helper
-- label: 帮扶责任人
-- label_en: Helper
-- place: helper.place
FROM helper
LEFT JOIN helper_households AS helping ON helping.helper_id = +helper.id
