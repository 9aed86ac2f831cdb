/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored red lines: of a household from its relocation, of a site from its households; and by how much they are
   exceeded. */
#include "rule-cases.h"
#include "tuce-review.h"
#include "tuce-statement.h"

/* The results stored for @parent in @entity, "" where there are none. */
static char *
kept (RuleCounty *self, const char *entity, const char *parent)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT group_concat (results) FROM %s_assessment WHERE %s_id = :id", entity, parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (self->county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);
  g_autofree char *results = NULL;
  gboolean row;

  g_assert_no_error (error);
  tuce_statement_bind_integer (statement, ":id", rule_county_id (self, parent));
  g_assert_true (tuce_statement_step (statement, &row, &error) && row);
  results = g_strdup (tuce_statement_text (statement, 0));
  tuce_statement_reset (statement);
  return g_steal_pointer (&results);
}

static void
assert_kept (RuleCounty *self, const char *household, const char *site)
{
  g_autofree char *of_household = kept (self, "relocation", "household");
  g_autofree char *of_site = kept (self, "site", "site");

  g_assert_cmpstr (of_household, ==, household);
  g_assert_cmpstr (of_site, ==, site);
}

static void
change (RuleCounty *self, const char *changes)
{
  RuleCase rule_case = { NULL, NULL, (char *) changes, 0 };
  g_autoptr (GError) error = NULL;

  tuce_edit_commit (rule_county_change (self, &rule_case), &error);
  g_assert_no_error (error);
}

static void
bring_up_to_date (RuleCounty *self)
{
  g_autoptr (GError) error = NULL;

  tuce_review_bring_up_to_date (self->county, self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* They are right after the complete run, after single edits, and when the relocation is deleted or restored. */
static void
test_kept (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();

  bring_up_to_date (county);
  assert_kept (county, "1111", "11111");
  change (county, "relocation.house_m2=100.01");
  bring_up_to_date (county);
  assert_kept (county, "1011", "10111");
  change (county, "relocation.house_m2= ; site.special_account=0");
  bring_up_to_date (county);
  assert_kept (county, "1-11", "1-101");
  change (county, "-relocation");
  bring_up_to_date (county);
  assert_kept (county, "", "---01");
  change (county, "+relocation people=4 site_id=@site on_list=1 danger_aid=0 reason=1 house_m2=100 annex_m2=0"
                  " self_raised=10000.01 housing_debt=0 approved_total=100000 paid_total=0");
  bring_up_to_date (county);
  assert_kept (county, "1101", "11001");
}

static void
assert_excess (RuleCounty *self, const char *code, const char *changes, const char *excess)
{
  const TuceRule *rule = rule_county_rule (self, code);
  RuleCase rule_case = { NULL, NULL, (char *) changes, 0 };
  TuceEdit *edit = rule_county_change (self, &rule_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts
      = tuce_assessor_verdicts (self->assessor, rule->pack, rule_county_id (self, "household"), &error);
  const TuceVerdict *verdict;

  g_assert_no_error (error);
  verdict = verdicts->pdata[rule->index];
  g_assert_cmpstr (verdict->excess, ==, excess);
  tuce_edit_abort (edit);
}

static void
test_excess (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();

  assert_excess (county, "R1", "", "");
  assert_excess (county, "R2", "", "0.00");
  assert_excess (county, "R2", "relocation.house_m2=100.01", "0.01");
  assert_excess (county, "R2", "relocation.people=7 ; relocation.house_m2=151", "1.00");
  assert_excess (county, "R2", "relocation.house_m2=", "—");
  assert_excess (county, "R3", "relocation.self_raised=9999.99", "0.00");
  assert_excess (county, "R3", "relocation.self_raised=10000.01 ; relocation.housing_debt=5", "5.01");
  assert_excess (county, "R4", "relocation.paid_total=100000.01", "0.01");
  assert_excess (county, "R4", "relocation.paid_total=100000 ; :pay_share_moved_in=90", "10,000.00");
  assert_excess (county, "R4", "relocation.paid_total=100000 ; :pay_share_moved_in=200", "0.00");
}

/* The figures of a verdict and the limits they are compared with are shown in words. */
static void
test_figures (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  const TuceRule *rule = rule_county_rule (county, "R3");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts
      = tuce_assessor_verdicts (county->assessor, rule->pack, rule_county_id (county, "household"), &error);
  const TuceVerdict *verdict;

  g_assert_no_error (error);
  verdict = verdicts->pdata[rule->index];
  g_assert_cmpstr (verdict->value, ==, "10,000.00 yuan self-raised, 0.00 yuan borrowed");
  g_assert_cmpstr (verdict->threshold, ==, "self-raised ≤ 10,000.00 yuan (4 people approved), nothing borrowed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redlines/kept", test_kept);
  g_test_add_func ("/redlines/excess", test_excess);
  g_test_add_func ("/redlines/figures", test_figures);
  return g_test_run ();
}
