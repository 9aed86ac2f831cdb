/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The demo and the checks against each other: every planted mistake is found by the rule it was planted for, and a county
 * without mistakes has none of them.
 */
#include "tuce-csv.h"
#include "tuce-demo.h"
#include "tuce-review.h"
#include "tuce-statement.h"

#define HOUSEHOLDS 6000

static char *folder;

static TuceCounty *
make_reviewed (const char *name, guint households, gboolean clean)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TuceDemoOptions options = { 5, households, clean };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStandards) standards = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;
  TuceCounty *county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  standards = tuce_standards_load (county, &mistakes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mistakes->len; i++)
    g_error ("%s", (char *) mistakes->pdata[i]);
  tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return county;
}

static TuceStatement *
ask (TuceCounty *county, const char *sql)
{
  g_autoptr (GError) error = NULL;
  TuceStatement *statement = tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);

  g_assert_no_error (error);
  return statement;
}

static gboolean
step (TuceStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row;

  tuce_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  return row;
}

/* How often each rule found something. */
static void
print_counts (TuceCounty *county)
{
  g_autoptr (TuceStatement) counts = ask (
      county, "SELECT severity, rule, count (*) FROM finding WHERE gone_on IS NULL GROUP BY rule ORDER BY severity, rule");

  while (step (counts))
    g_test_message ("%s %s: %" G_GINT64_FORMAT, tuce_statement_text (counts, 0), tuce_statement_text (counts, 1),
                    tuce_statement_integer (counts, 2));
}

static gint64
count (TuceCounty *county, const char *sql)
{
  g_autoptr (TuceStatement) statement = ask (county, sql);

  g_assert_true (step (statement));
  return tuce_statement_integer (statement, 0);
}

static void
test_clean (void)
{
  g_autoptr (TuceCounty) county = make_reviewed ("clean.tuce", HOUSEHOLDS, TRUE);

  print_counts (county);
  g_assert_cmpint (count (county, "SELECT count (*) FROM finding WHERE severity = 'E'"), ==, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM finding WHERE severity = 'S'"), ==, 0);
  /* what is left is true of a county in July: late visits, gaps without a measure */
  g_assert_cmpint (count (county, "SELECT count (*) FROM finding WHERE rule NOT IN ('Q68', 'Q69')"), ==, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM relocation_assessment"), >, HOUSEHOLDS / 8);
  g_assert_cmpint (count (county, "SELECT count (*) FROM relocation_assessment WHERE state = 'unmet'"), ==, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM site_assessment WHERE state = 'unmet'"), ==, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM finding"), >, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM finding"), <, HOUSEHOLDS / 20);
  tuce_county_close (county);
}

/* Pages have something to show in each colour, at each level. */
static void
test_colours (void)
{
  static const char *const states[] = { "met", "unmet", "unchecked" };
  static const char *const levels[] = { "household_assessment", "village_assessment", "township_assessment" };
  g_autoptr (TuceCounty) county = make_reviewed ("colours.tuce", HOUSEHOLDS, TRUE);

  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
      {
        g_autofree char *sql
            = g_strdup_printf ("SELECT count (*) FROM %s WHERE state = '%s'", levels[level], states[i]);

        g_test_message ("%s %s: %" G_GINT64_FORMAT, levels[level], states[i], count (county, sql));
        g_assert_cmpint (count (county, sql), >, 0);
      }
  tuce_county_close (county);
}

/* Whether @rule found something at the household, or, of what no household is told, at the place. */
static gboolean
is_found (TuceStatement *findings, const char *rule, const char *household_no, const char *place)
{
  gboolean found;

  tuce_statement_bind_text (findings, ":rule", rule);
  tuce_statement_bind_text (findings, ":household", household_no);
  tuce_statement_bind_text (findings, ":place", place);
  found = step (findings);
  tuce_statement_reset (findings);
  return found;
}

/* Whether the red line @rule ("R1", "RS4") is unmet at the record @id. */
static gboolean
is_crossed (TuceCounty *county, const char *rule, const char *id)
{
  gboolean of_site = g_str_has_prefix (rule, "RS");
  g_autofree char *sql
      = g_strdup_printf ("SELECT 1 FROM %s WHERE substr (results, %s, 1) = '0' AND %s",
                         of_site ? "site_assessment" : "relocation_assessment", rule + (of_site ? 2 : 1),
                         of_site ? "site_id = :id" : "household_id = (SELECT household_id FROM relocation WHERE id = :id)");
  g_autoptr (TuceStatement) verdict = ask (county, sql);

  tuce_statement_bind_integer (verdict, ":id", g_ascii_strtoll (id, NULL, 10));
  return step (verdict);
}

/* The red line of a household, and that of its site, that a planted mistake of @rule crosses; 0 for none. */
static int
red_line_of (const char *rule)
{
  static const struct
  {
    const char *rule;
    int line;
  } lines[] = { { "Q54", 1 }, { "R1", 1 }, { "Q58", 1 }, { "Q55", 2 }, { "Q55A", 2 }, { "Q56", 3 }, { "Q57", 4 },
                { "Q57A", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (rule, lines[i].rule))
      return lines[i].line;
  return 0;
}

/* Red lines are unmet where that was planted, and nowhere else. */
static void
test_red_lines (void)
{
  g_autoptr (TuceCounty) county = make_reviewed ("red.tuce", HOUSEHOLDS, FALSE);
  g_autofree char *path = g_build_filename (folder, "red-mistakes.csv", NULL);
  g_autoptr (TuceCsv) list = tuce_csv_load (path, NULL);
  gint64 of_line[5] = { 0 }, sites = 0;

  for (guint row = 0; row < tuce_csv_n_rows (list); row++)
    {
      const char *rule = tuce_csv_cell (list, row, "rule");
      g_autofree char *line = g_strdup_printf ("R%d", red_line_of (rule));

      sites += g_str_has_prefix (rule, "RS") || g_str_equal (rule, "Q74") || g_str_equal (rule, "Q75");
      if (line[1] == '0')
        continue;
      of_line[line[1] - '0']++;
      g_assert_true (is_crossed (county, line, tuce_csv_cell (list, row, "id")));
    }
  for (guint i = 1; i < G_N_ELEMENTS (of_line); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT count (*) FROM relocation_assessment WHERE substr (results, %u, 1) = '0'", i);

      g_assert_cmpint (of_line[i], >, 0);
      g_assert_cmpint (count (county, sql), ==, of_line[i]);
    }
  g_assert_cmpint (sites, >, 0);
  g_assert_cmpint (count (county, "SELECT count (*) FROM site_assessment AS s WHERE state = 'unmet' AND NOT EXISTS"
                                  " (SELECT 1 FROM relocation JOIN relocation_assessment USING (household_id)"
                                  " WHERE relocation.site_id = s.site_id AND state = 'unmet')"), <=, sites);
  tuce_county_close (county);
}

static void
test_found (void)
{
  /* What the packs check and the demo has no mistake of, and why: tuce-demo-mistakes.h. */
  static const char *const not_planted[] = { "Q03", "Q15", "Q41", NULL };
  g_autoptr (TuceCounty) county = make_reviewed ("spoilt.tuce", HOUSEHOLDS, FALSE);
  g_autofree char *path = g_build_filename (folder, "spoilt-mistakes.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) list = tuce_csv_load (path, &error);
  g_autoptr (GHashTable) planted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TuceStandards) standards = tuce_standards_load (county, NULL, NULL);
  g_autoptr (GPtrArray) checks = tuce_standards_checks (standards);
  g_autoptr (TuceStatement) findings
      = ask (county, "SELECT 1 FROM finding LEFT JOIN household ON household.id = finding.household_id"
                     " WHERE finding.gone_on IS NULL AND finding.rule = :rule"
                     " AND (household.hh_no = :household OR (household.id IS NULL AND finding.place = :place))");

  g_assert_no_error (error);
  print_counts (county);
  for (guint row = 0; row < tuce_csv_n_rows (list); row++)
    {
      const char *rule = tuce_csv_cell (list, row, "rule"), *place = tuce_csv_cell (list, row, "place");
      const char *household = tuce_csv_cell (list, row, "household_no");

      g_hash_table_add (planted, (gpointer) rule);
      if (rule[0] == 'R' ? is_crossed (county, rule, tuce_csv_cell (list, row, "id"))
                         : is_found (findings, rule, household, place))
        continue;
      g_test_message ("%s, household %s of %s: %s", rule, household, place, tuce_csv_cell (list, row, "what"));
      g_test_fail ();
    }
  for (guint i = 0; i < checks->len; i++)
    {
      const TuceRule *rule = checks->pdata[i];

      if (g_hash_table_contains (planted, rule->code) || g_strv_contains (not_planted, rule->code))
        continue;
      g_test_message ("nothing is planted for %s", rule->code);
      g_test_fail ();
    }
  tuce_county_close (county);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_test_add_func ("/mistakes/clean", test_clean);
  g_test_add_func ("/mistakes/colours", test_colours);
  g_test_add_func ("/mistakes/found", test_found);
  g_test_add_func ("/mistakes/red-lines", test_red_lines);
  return g_test_run ();
}
