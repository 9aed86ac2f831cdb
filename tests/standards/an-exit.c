/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "an-exit.h"

#include <string.h>

#include "tuce-statement.h"

const char an_exit_pack[]
    = "-- pack: small-exit\n"
      "-- kind: procedure\n"
      "-- subject: household\n"
      "-- label: 贫困户退出程序\n"
      "\n"
      "-- item: PLAN\n"
      "-- label: 列入年度脱贫计划\n"
      "-- label_en: Listed\n"
      "-- fields: done_on, batch\n"
      "-- implied: household.status IN ('2', '1')\n"
      "-- sets: status = '2'\n"
      "-- says: 只有未脱贫或返贫的户才列入计划。\n"
      "step.done_on IS NOT NULL AND household.status IN ('0', '2', '3')\n"
      "-- item: APPRAISE\n"
      "-- label: 民主评议\n"
      "-- label_en: Appraisal\n"
      "-- fields: done_on, present, votes_for, votes_against\n"
      "-- says: 要有日期，同意票{step.votes_for|integer}须超过到会人数{step.present|integer}的一半。\n"
      "-- says_en: It needs a day, and {step.votes_for|integer} of {step.present|integer} for it are not more than half.\n"
      "step.done_on IS NOT NULL AND 2 * step.votes_for > step.present\n"
      "-- item: VERIFY\n"
      "-- label: 入户核实\n"
      "-- label_en: Verification\n"
      "-- fields: done_on, verifier_1, verifier_2\n"
      "-- reopen: objection\n"
      "-- says: 要有两名核实人。\n"
      "-- says_en: Two verifiers are needed.\n"
      "step.done_on IS NOT NULL AND length (step.verifier_1) > 0 AND length (step.verifier_2) > 0\n"
      "  AND step.verifier_1 <> step.verifier_2\n"
      "-- item: VERIFY-ORDER\n"
      "-- gate-of: VERIFY\n"
      "-- label: 日期顺序\n"
      "-- says: {step.done_on|date}早于民主评议{before.done_on|date}。\n"
      "-- says_en: {step.done_on|date} is before the appraisal of {before.done_on|date}.\n"
      "step.done_on >= before.done_on\n"
      "-- item: VERIFY-STANDARD\n"
      "-- gate-of: VERIFY\n"
      "-- label: 达标\n"
      "-- says: 未达标，还差{standard.unmet|integer}项。\n"
      "-- says_en: Not up to standard.\n"
      "standard.state = 'met'\n"
      "-- item: AGREE\n"
      "-- label: 农户认可\n"
      "-- label_en: Consent\n"
      "-- fields: done_on, signed, refusal\n"
      "-- says: 未签字的须写明原因。\n"
      "-- says_en: A refused signature has to be explained.\n"
      "step.done_on IS NOT NULL AND (step.signed = 1 OR length (step.refusal) > 0)\n"
      "-- item: POST1\n"
      "-- label: 村级公示\n"
      "-- label_en: Notice\n"
      "-- fields: done_on, ended_on, venue, objections\n"
      "-- says: 公示{days_between (step.done_on, step.ended_on)|integer}天，不足{:notice_days|integer}天。\n"
      "-- says_en: {days_between (step.done_on, step.ended_on)|integer} days, not {:notice_days|integer}.\n"
      "days_between (step.done_on, step.ended_on) >= :notice_days\n"
      "-- item: POST1-QUIET\n"
      "-- gate-of: POST1\n"
      "-- label: 无异议\n"
      "-- says: 有{step.objections|integer}起异议。\n"
      "-- says_en: {step.objections|integer} objections.\n"
      "coalesce (step.objections, 0) = 0\n"
      "-- item: TOWN\n-- label: 乡镇审核\n-- label_en: Township\n-- fields: done_on, signed\n"
      "step.done_on >= before.ended_on AND step.signed = 1\n"
      "-- item: COUNTY\n-- label: 县级审定\n-- label_en: County\n-- fields: done_on, verifier_1\n"
      "step.done_on >= before.done_on\n"
      "-- item: ANNOUNCE\n-- label: 公告退出\n-- label_en: Announcement\n-- fields: done_on, document\n"
      "-- sets: status = '1'; exit_year = :year\n"
      "step.done_on >= before.done_on AND length (step.document) > 0\n"
      "-- item: SYSTEM\n-- label: 系统标注\n-- label_en: Marked\n-- fields: done_on, operator\n"
      "step.done_on >= before.done_on\n";

TucePack *
an_exit (void)
{
  g_autoptr (GError) error = NULL;
  TucePack *pack = tuce_pack_parse (an_exit_pack, "small-exit", &error);

  g_assert_no_error (error);
  return pack;
}

static void
install_notice_days (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  TuceRecord *parameter
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "parameter"));
  TuceEdit *edit = tuce_edit_begin (county, "参数", &error);

  tuce_record_set_text (parameter, "key", "notice_days");
  tuce_record_set_integer (parameter, "year", 2018);
  tuce_record_set_real (parameter, "value", 7);
  tuce_record_set_text (parameter, "unit", "天");
  tuce_edit_insert (edit, parameter, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  tuce_record_free (parameter);
}

TuceProcedure *
an_exit_procedure (TuceCounty *county, TucePack *pack)
{
  g_autoptr (GError) error = NULL;
  TuceProcedure *procedure;

  install_notice_days (county);
  procedure = tuce_procedure_new (county, pack, AN_EXIT_DAY, &error);
  g_assert_no_error (error);
  g_assert_nonnull (procedure);
  return procedure;
}

void
an_exit_plan (TuceCounty *county, gint64 household, gboolean up_to_standard)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", household, &error);
  TuceEdit *edit = tuce_edit_begin (county, "计划", &error);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO household_assessment (household_id, year, results, state, met, unmet, unchecked)"
      " VALUES (%" G_GINT64_FORMAT ", 2018, '%s', '%s', 7, %d, 0)",
      household, up_to_standard ? "1111111" : "1011111", up_to_standard ? "met" : "unmet", !up_to_standard);

  g_assert_no_error (error);
  tuce_record_set_text (record, "status", "2");
  tuce_edit_update (edit, record, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  tuce_statement_run (county, sql, &error);
  g_assert_no_error (error);
}

/* For each step, values with which its gates let it pass. */
static const struct
{
  const char *step, *field, *text;
} usual[] = {
  { "PLAN", "done_on", "2018-03-01" },
  { "APPRAISE", "done_on", "2018-10-01" },
  { "APPRAISE", "present", "20" },
  { "APPRAISE", "votes_for", "18" },
  { "VERIFY", "done_on", "2018-10-05" },
  { "VERIFY", "verifier_1", "王一" },
  { "VERIFY", "verifier_2", "李二" },
  { "AGREE", "done_on", "2018-10-06" },
  { "AGREE", "signed", "1" },
  { "POST1", "done_on", "2018-10-08" },
  { "POST1", "ended_on", "2018-10-15" },
  { "TOWN", "done_on", "2018-10-16" },
  { "TOWN", "signed", "1" },
  { "COUNTY", "done_on", "2018-11-01" },
  { "ANNOUNCE", "done_on", "2018-11-10" },
  { "ANNOUNCE", "document", "渠脱贫〔2018〕9号" },
  { "SYSTEM", "done_on", "2018-11-12" },
};

TuceRecord *
an_exit_step (TuceProcedure *procedure, const char *step, gint64 household)
{
  g_autoptr (GError) error = NULL;
  TuceRecord *record = tuce_procedure_new_step (
      procedure, tuce_pack_rule (tuce_procedure_pack (procedure), step), household, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_str_equal (usual[i].step, step))
      {
        const TuceField *field = tuce_entity_field (record->entity, usual[i].field);

        tuce_field_parse (field, usual[i].text, &record->values[field->index], &error);
        g_assert_no_error (error);
      }
  return record;
}

void
an_exit_go (TuceProcedure *procedure, const char *step, gint64 household)
{
  GPtrArray *steps = tuce_procedure_steps (procedure);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCase) file = tuce_procedure_case (procedure, household, &error);

  g_assert_no_error (error);
  for (guint i = file->n_done; i < steps->len; i++)
    {
      const TuceRule *rule = steps->pdata[i];
      g_autoptr (TuceRecord) record = an_exit_step (procedure, rule->code, household);

      tuce_procedure_record (procedure, household, record, &error);
      g_assert_no_error (error);
      if (g_str_equal (rule->code, step))
        break;
    }
}
