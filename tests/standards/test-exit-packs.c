/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled exit procedures: every gate refuses once what it is meant to refuse, and with right values all steps can
   be done. */
#include <string.h>

#include "rule-cases.h"
#include "tuce-procedure.h"
#include "tuce-statement.h"

#define AT_MOST 6

typedef struct
{
  const char *step;
  const char *fields;          /* with these it passes */
  const char *wrong[AT_MOST];  /* with one of these instead it is refused */
} Step;

static const Step household_steps[] = {
  { "APPRAISE", "done_on=2018-05-01 present=30 votes_for=28 votes_against=1 votes_abstain=1 document=1号",
    { "done_on=", "done_on=2018-07-24", "votes_for=29", "votes_for=1", "present=", "document=" } },
  { "VERIFY", "done_on=2018-05-02 verifier_1=甲 verifier_2=乙",
    { "done_on=2018-04-30", "done_on=2018-07-24", "verifier_2=", "verifier_2=甲", "verifier_1=" } },
  { "AGREE", "done_on=2018-05-03 signed=1", { "done_on=2018-05-01", "signed=0", "done_on=" } },
  { "POST1", "done_on=2018-05-04 ended_on=2018-05-10 objections=0",
    { "done_on=2018-05-02", "ended_on=2018-05-09", "ended_on=2018-07-24", "objections=1", "objections=" } },
  { "TOWN", "done_on=2018-05-10 signed=1", { "done_on=2018-05-09", "signed=0", "signed=" } },
  { "COUNTY", "done_on=2018-05-11 verifier_1=丙", { "done_on=2018-05-09", "verifier_1=" } },
  { "ANNOUNCE", "done_on=2018-05-12 document=2号", { "done_on=2018-05-10", "document=" } },
  { "SYSTEM", "done_on=2018-05-13 operator=丁", { "done_on=2018-05-11", "operator=" } },
};

static const Step village_steps[] = {
  { "VAPPLY", "done_on=2018-05-01", { "done_on=", "done_on=2018-07-24" } },
  { "VTOWN", "done_on=2018-05-02 signed=1", { "done_on=2018-04-30", "signed=0" } },
  { "VCOUNTY", "done_on=2018-05-03 verifier_1=丙", { "done_on=2018-05-01", "verifier_1=" } },
  { "VPOST", "done_on=2018-05-04 ended_on=2018-05-10 objections=0",
    { "done_on=2018-05-02", "ended_on=2018-05-09", "objections=1" } },
  { "VANNOUNCE", "done_on=2018-05-10 document=2号", { "done_on=2018-05-09", "document=" } },
  { "VREGISTER", "done_on=2018-05-11", { "done_on=2018-05-09" } },
};

static const Step county_steps[] = {
  { "KAPPLY", "done_on=2018-05-01 document=1号", { "done_on=", "document=" } },
  { "KCITY", "done_on=2018-05-02", { "done_on=2018-04-30" } },
  { "KEVALUATE", "done_on=2018-05-03", { "done_on=2018-05-01" } },
  { "KPOST", "done_on=2018-05-04 ended_on=2018-05-10 objections=0",
    { "done_on=2018-05-02", "ended_on=2018-05-03", "ended_on=2018-07-24", "objections=1" } },
  { "KAPPROVE", "done_on=2018-05-10 document=2号", { "done_on=2018-05-09", "document=" } },
};

static void
set_fields (TuceRecord *record, const char *fields)
{
  g_auto (GStrv) words = g_strsplit (fields, " ", -1);

  for (guint i = 0; words[i]; i++)
    {
      char *equals = strchr (words[i], '=');
      const TuceField *field;
      g_auto (TuceValue) value = TUCE_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      *equals = '\0';
      field = tuce_entity_field (record->entity, words[i]);
      g_assert_true (tuce_field_parse (field, equals + 1, &value, &error));
      tuce_record_set_value (record, field, &value);
    }
}

static TuceRecord *
make_step (TuceProcedure *procedure, gint64 id, const Step *step, const char *wrong)
{
  g_autoptr (GError) error = NULL;
  const TuceRule *rule = tuce_pack_rule (tuce_procedure_pack (procedure), step->step);
  TuceRecord *record = tuce_procedure_new_step (procedure, rule, id, &error);

  g_assert_no_error (error);
  set_fields (record, step->fields);
  if (wrong)
    set_fields (record, wrong);
  return record;
}

static void
assert_refused (TuceProcedure *procedure, gint64 id, const Step *step, const char *wrong)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = make_step (procedure, id, step, wrong);
  g_autoptr (GPtrArray) sentences = tuce_procedure_judge (procedure, id, record, &error);

  g_assert_no_error (error);
  if (sentences->len == 0)
    {
      g_test_message ("%s passes with %s", step->step, wrong ? wrong : step->fields);
      g_test_fail ();
    }
  for (guint i = 0; i < sentences->len; i++)
    g_assert_null (strpbrk (sentences->pdata[i], "{}"));
}

static void
assert_passes (TuceProcedure *procedure, gint64 id, const Step *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = make_step (procedure, id, step, NULL);

  tuce_procedure_record (procedure, id, record, &error);
  g_assert_no_error (error);
}

static TuceProcedure *
procedure_of (RuleCounty *county, const char *first)
{
  g_autoptr (GError) error = NULL;
  TuceProcedure *procedure
      = tuce_procedure_new (county->county, rule_county_rule (county, first)->pack, RULE_DAY, &error);

  g_assert_no_error (error);
  return procedure;
}

static void
change (RuleCounty *county, const char *changes)
{
  const RuleCase rule_case = { .changes = (char *) changes };
  TuceEdit *edit = rule_county_change (county, &rule_case);
  g_autoptr (GError) error = NULL;

  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
go_through (RuleCounty *county, gint64 id, const Step *steps, guint n_steps, const char *judged, const char *kept)
{
  g_autoptr (TuceProcedure) procedure = procedure_of (county, steps[0].step);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      if (g_str_equal (steps[i].step, judged))
        {
          /* nobody has found yet that it meets the standard */
          assert_refused (procedure, id, &steps[i], NULL);
          tuce_statement_run (county->county, kept, &error);
          g_assert_no_error (error);
        }
      for (guint w = 0; w < AT_MOST && steps[i].wrong[w]; w++)
        assert_refused (procedure, id, &steps[i], steps[i].wrong[w]);
      if (i + 1 < n_steps)
        assert_refused (procedure, id, &steps[i + 1], NULL); /* not its turn */
      assert_passes (procedure, id, &steps[i]);
    }
}

static void
test_household (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  gint64 id = rule_county_id (county, "household");
  g_autoptr (TuceProcedure) procedure = procedure_of (county, "PLAN");
  g_autoptr (TuceRecord) household = NULL;
  g_autoptr (GError) error = NULL;
  static const Step plan = { "PLAN", "done_on=2018-04-01", { NULL } };

  assert_refused (procedure, id, &household_steps[0], NULL);
  assert_refused (procedure, id, &plan, NULL);
  change (county, "household.status=2");
  go_through (county, id, household_steps, G_N_ELEMENTS (household_steps), "VERIFY",
              "INSERT INTO household_assessment (household_id, year, state) SELECT id, 2018, 'met' FROM household");
  household = tuce_county_load (county->county, "household", id, &error);
  g_assert_cmpstr (tuce_record_text (household, "status"), ==, "1");
  g_assert_cmpint (tuce_record_integer (household, "exit_year"), ==, 2018);
}

static void
test_refused_signature (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  gint64 id = rule_county_id (county, "household");
  g_autoptr (TuceProcedure) procedure = procedure_of (county, "PLAN");
  static const Step refusing = { "AGREE", "done_on=2018-05-03 signed=0 refusal=外出", { NULL } };
  g_autoptr (GError) error = NULL;

  change (county, "household.status=2");
  tuce_statement_run (county->county,
                      "INSERT INTO household_assessment (household_id, year, state) SELECT id, 2018, 'met' FROM household",
                      &error);
  g_assert_no_error (error);
  assert_passes (procedure, id, &household_steps[0]);
  assert_passes (procedure, id, &household_steps[1]);
  assert_refused (procedure, id, &refusing, "refusal=");
  assert_passes (procedure, id, &refusing);
}

static void
test_village (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  gint64 id = rule_county_id (county, "village");
  g_autoptr (TuceRecord) village = NULL;
  g_autoptr (GError) error = NULL;

  change (county, "village.plan_exit_year=2019");
  {
    g_autoptr (TuceProcedure) procedure = procedure_of (county, "VAPPLY");

    assert_refused (procedure, id, &village_steps[0], NULL);
  }
  change (county, "village.plan_exit_year=2018");
  go_through (county, id, village_steps, G_N_ELEMENTS (village_steps), "VCOUNTY",
              "INSERT INTO village_assessment (village_code, year, state) VALUES ('511725109201', 2018, 'met')");
  village = tuce_county_load (county->county, "village", id, &error);
  g_assert_cmpint (tuce_record_integer (village, "exit_year"), ==, 2018);
}

static void
test_county (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();

  go_through (county, rule_county_id (county, "county"), county_steps, G_N_ELEMENTS (county_steps), "KEVALUATE",
              "INSERT INTO county_assessment (county_code, year, state) VALUES ('511725', 2018, 'met')");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exit-packs/household", test_household);
  g_test_add_func ("/exit-packs/refused-signature", test_refused_signature);
  g_test_add_func ("/exit-packs/village", test_village);
  g_test_add_func ("/exit-packs/county", test_county);
  return g_test_run ();
}
