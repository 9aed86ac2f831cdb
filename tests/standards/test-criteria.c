/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every criterion of the bundled standards, from tests/standards/cases/criteria.txt. */
#include "rule-cases.h"
#include "tuce-edit.h"

static const char *const words[] = { [TUCE_UNCHECKED] = "unchecked", [TUCE_UNMET] = "unmet", [TUCE_MET] = "met" };

static void
test_case (RuleCounty *county, const RuleCase *rule_case)
{
  const TuceRule *rule = rule_county_rule (county, rule_case->rule);
  TuceEdit *edit = rule_county_change (county, rule_case);
  gint64 id = rule_county_record_for (county, rule->subject);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = tuce_assessor_verdicts (county->assessor, rule->pack, id, &error);
  const TuceVerdict *verdict;

  g_assert_no_error (error);
  verdict = verdicts->pdata[rule->index];
  if (g_strcmp0 (words[verdict->result], rule_case->expected) != 0)
    {
      g_test_message ("criteria.txt:%u: %s is %s (%s against %s), expected %s, after: %s", rule_case->line, rule->code,
                      words[verdict->result], verdict->value, verdict->threshold, rule_case->expected,
                      rule_case->changes);
      g_test_fail ();
    }
  tuce_edit_abort (edit);
}

static void
test_criteria (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (GPtrArray) cases = rule_cases_read ("criteria.txt");

  for (guint i = 0; i < cases->len; i++)
    test_case (county, cases->pdata[i]);
}

static void
test_covered (void)
{
  static const char *const expected[] = { "met", "unmet", "unchecked", NULL };
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (GPtrArray) cases = rule_cases_read ("criteria.txt");

  rule_county_covered (county, cases, TUCE_PACK_STANDARD, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criteria/cases", test_criteria);
  g_test_add_func ("/criteria/covered", test_covered);
  return g_test_run ();
}
