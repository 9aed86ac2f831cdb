/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint.h"

#include <glib/gstdio.h>
#include <string.h>

#include "small-standards.h"
#include "tuce-data.h"
#include "tuce-text.h"

#define HEAD "-- pack: tried\n-- kind: checks\n-- subject: household\n-- label: 试\n"
#define ITEM "-- item: Q1\n-- severity: W\n-- label: 甲\n"

static TuceLint *lint;

/* The mistakes of one expression, which begins in line 8. */
static GPtrArray *
mistakes_of (const char *head, const char *expression)
{
  g_autofree char *text = g_strconcat (HEAD, ITEM, head, expression, NULL);

  return tuce_lint_text (lint, text);
}

typedef struct
{
  const char *expression;
  guint line, column;
  const char *says;
} Case;

static void
check_cases (const Case *cases, guint n_cases, gboolean doubt)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GPtrArray) mistakes = mistakes_of ("", cases[i].expression);
      const TuceMistake *mistake;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].expression);
      g_assert_cmpuint (mistakes->len, >, 0);
      mistake = mistakes->pdata[0];
      text = tuce_mistake_text (mistake, "tried");
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, cases[i].says));
      g_assert_cmpuint (mistake->line, ==, cases[i].line);
      g_assert_cmpuint (mistake->column, ==, cases[i].column);
      g_assert_cmpstr (mistake->item, ==, "Q1");
      g_assert_true (mistake->doubt == doubt);
      g_assert_true (tuce_lint_refuses (mistakes) == !doubt);
      g_assert_cmpuint (mistakes->len, ==, 1);
    }
}

static void
test_right (void)
{
  static const char *const right[] = {
    "household.size <> members.present",
    "year.net_pc > :income_line",
    "year.net_pc > 0 AND household.status IN ('0', '2')",
    "age_on (head.birth, :today) < 16",
    "CASE WHEN household.status = '1' THEN year.net_pc < :income_line END",
    "has (household.cause_other, '01')",
    "household.cause_other = ''",
    "EXISTS (SELECT 1 FROM member AS other WHERE other.household_id = household.id AND other.relation = '01')",
    "head.birth > '2010-01-01'",
    "last_year.net_pc * 2 < year.net_pc * 1",
    "standard.state = 'unmet'",
    "household.phone = '-- ; ('",
    "NULL",
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GPtrArray) mistakes = mistakes_of ("", right[i]);

      for (guint k = 0; k < mistakes->len; k++)
        g_test_message ("%s: %s", right[i], ((TuceMistake *) mistakes->pdata[k])->sentence);
      g_assert_cmpuint (mistakes->len, ==, 0);
    }
}

static void
test_names (void)
{
  static const Case cases[] = {
    { "household.sise = 1", 8, 1, "household.sise" },
    { "household.size = 1\n  AND 户.size = 2", 9, 7, "户.size" },
    { "household.size = 1 AND house.size > 1", 8, 24, "house.size" },
    { "nonsense (household.size) = 1", 8, 1, "nonsense" },
    { "age_on (head.birth) < 16", 8, 1, "age_on" },
    { "household.size > :no_such_line", 8, 18, ":no_such_line" },
    { "household.size = ?1", 8, 1, "there is no parameter" },
    { "(SELECT count (*) FROM nowhere) > 0", 8, 24, "nowhere" },
    { "household.size = = 1", 8, 18, "=" },
    { "household.size = 1 AND", 8, 23, "breaks off" },
    { "id = 1", 8, 1, "id" },
    { "1, 2", 8, 1, "value" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_types (void)
{
  static const Case cases[] = {
    { "household.size", 8, 1, "number" },
    { "household.size * 1.5", 8, 1, "number" },
    { "household.head_name", 8, 1, "text" },
    { "coalesce (household.size > 1, 'x')", 8, 1, "text" },
    { "household.status = '9'", 8, 20, "'9'" },
    { "household.status IN ('0', 'x')", 8, 27, "'x'" },
    { "'x' = household.status", 8, 1, "'x'" },
    { "household.status IS NOT 2", 8, 25, "quotation" },
    { "has (household.cause_other, 'zz')", 8, 29, "'zz'" },
    { "EXISTS (SELECT 1 FROM member AS other WHERE other.relation = 'zz')", 8, 62, "'zz'" },
    { "EXISTS (SELECT 1 FROM member other WHERE other.sex = 3)", 8, 54, "quotation" },
    { "year.net_pc > '3000'", 8, 15, "number" },
    { "head.birth > '1.1.2010'", 8, 14, "date" },
    { "head.birth > 20100101", 8, 14, "date" },
  };
  static const Case doubts[] = {
    { "year.net_pc > 3000", 8, 15, "hundredths" },
    { "year.net_pc BETWEEN 0 AND 3000", 8, 27, "3000" },
    { "year.net_pc > :edu_age_min", 8, 15, "units" },
    { "household.hh_no = 5", 8, 19, "quotation" },
    { "has (household.status, '0')", 8, 6, "one value" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
  check_cases (doubts, G_N_ELEMENTS (doubts), TRUE);
}

/* Each of these would change something: it is refused, and nothing has changed. */
static void
test_attempts (void)
{
  g_autofree char *secret = g_build_filename (g_get_tmp_dir (), "another-file", NULL);
  g_autofree char *read = g_strdup_printf ("length (readfile ('%s')) > 0", secret);
  g_autofree char *written = g_build_filename (g_get_tmp_dir (), "written-file", NULL);
  g_autofree char *write = g_strdup_printf ("writefile ('%s', 'x') > 0", written);
  const Case cases[] = {
    { "DELETE FROM household", 8, 1, "DELETE" },
    { "(DELETE FROM household RETURNING 1)", 8, 2, "DELETE" },
    { "(INSERT INTO household (id) VALUES (1))", 8, 2, "INSERT" },
    { "(UPDATE household SET size = 1) > 0", 8, 2, "UPDATE" },
    { "ATTACH 'other.db' AS other", 8, 1, "ATTACH" },
    { "(PRAGMA user_version) = 1", 8, 2, "PRAGMA" },
    { "household.size > 0 AND (SELECT 1 FROM pragma_database_list) = 1", 8, 24, "it would" },
    { "(SELECT count (*) FROM pragma_table_info ('household')) > 0", 8, 1, "it would" },
    { "(SELECT count (*) FROM sqlite_schema) > 0", 8, 1, "sqlite_" },
    { "(SELECT count (*) FROM journal) > 0", 8, 1, "journal" },
    { "(SELECT count (*) FROM meta) > 0", 8, 1, "meta" },
    { "household.size = 1 AND (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
      " SELECT count (*) FROM n) > 0",
      8, 24, "no table" },
    { "household.size > 0 AND load_extension ('evil') = 1", 8, 24, "load_extension" },
    { "length (randomblob (1000000)) > 0", 8, 9, "randomblob" },
    { read, 8, 9, "readfile" },
    { write, 8, 1, "writefile" },
    { "household.size = (SELECT count (*) FROM member a, member b, member c, member d, member e, member f)", 8, 1,
      "come to an end" },
    { "length (replace (printf ('%1000000d', 1), ' ', printf ('%1000000d', 2))) > 0", 8, 1, "too large" },
  };

  g_assert_true (g_file_set_contents (secret, "secret", -1, NULL));
  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (secret), ==, 0);
}

/* A word that ends the SELECT around an expression must not help the expression to do more. */
static void
test_escapes (void)
{
  static const char *const cases[] = { "1) FROM household; DELETE FROM household; SELECT (1",
                                       "1) UNION SELECT (1",
                                       "1 UNION SELECT 2",
                                       "1 FROM household",
                                       "1 -- x",
                                       "1 /* x" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) mistakes = mistakes_of ("", cases[i]);

      g_assert_true (tuce_lint_refuses (mistakes));
    }
}

static void
test_figures (void)
{
  static const struct
  {
    const char *head;
    guint column;
    const char *says;
  } cases[] = {
    { "-- value: year.nett|money\n", 11, "year.nett" },
    { "-- value: year.net_pc|dollars\n", 11, "dollars" },
    { "-- threshold: :no_line\n", 15, ":no_line" },
    { "-- says: 户主{head.nam}，{household.size}人\n", 13, "head.nam" },
    { "-- says_en: {head.name} {nonsense (1)}\n", 26, "nonsense" },
    { "-- field: household_year.nothing\n", 11, "nothing" },
    { "-- peers: SELECT id FROM nowhere\n", 11, "nowhere" },
    { "-- peers: SELECT id, size FROM household\n", 11, "one value" },
    { "-- subject: planet\n", 13, "planet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) mistakes = mistakes_of (cases[i].head, "household.size > 1");
      const TuceMistake *mistake = mistakes->len ? mistakes->pdata[0] : NULL;

      g_test_message ("%s: %s", cases[i].head, mistake ? mistake->sentence : "nothing");
      g_assert_cmpuint (mistakes->len, ==, 1);
      g_assert_nonnull (strstr (mistake->sentence, cases[i].says));
      g_assert_cmpuint (mistake->line, ==, 8);
      g_assert_cmpuint (mistake->column, ==, cases[i].column);
      g_assert_false (mistake->doubt);
    }
}

/* All mistakes are reported in the order of the text; for a text that is no pack only the first. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) several = tuce_lint_text (
      lint, HEAD ITEM "household.sise > 1\n-- item: Q2\n-- severity: E\n-- label: 乙\n-- field: none\nyear.net_pc > 5000");
  g_autoptr (GPtrArray) no_pack = tuce_lint_text (lint, HEAD ITEM "(1");
  g_autoptr (GPtrArray) nothing = tuce_lint_text (lint, "");

  g_assert_cmpuint (several->len, ==, 3);
  g_assert_cmpuint (((TuceMistake *) several->pdata[0])->line, ==, 8);
  g_assert_cmpuint (((TuceMistake *) several->pdata[1])->line, ==, 12);
  g_assert_cmpuint (((TuceMistake *) several->pdata[2])->line, ==, 13);
  g_assert_cmpuint (no_pack->len, ==, 1);
  g_assert_cmpuint (((TuceMistake *) no_pack->pdata[0])->column, ==, 1);
  g_assert_cmpuint (nothing->len, ==, 1);
}

/* A procedure is compiled by its own code. Its mistakes are reported at the item, wrong codes at their own place. */
static void
test_procedure (void)
{
  static const char head[] = "-- pack: ours\n-- kind: procedure\n-- subject: household\n-- label: 程序\n";
  g_autofree char *good_text = g_strconcat (
      head, "-- item: APPRAISE\n-- label: 民主评议\n-- fields: done_on\nstep.done_on IS NOT NULL", NULL);
  g_autofree char *field_text = g_strconcat (
      head, "-- item: APPRAISE\n-- label: 民主评议\n-- fields: done_on\nstep.done IS NOT NULL", NULL);
  g_autofree char *code_text = g_strconcat (
      head, "-- item: APPRAISE\n-- label: 民主评议\n-- fields: done_on\nhousehold.status = 'x'", NULL);
  g_autoptr (GPtrArray) good = tuce_lint_text (lint, good_text);
  g_autoptr (GPtrArray) field = tuce_lint_text (lint, field_text);
  g_autoptr (GPtrArray) code = tuce_lint_text (lint, code_text);

  g_assert_cmpuint (good->len, ==, 0);
  g_assert_cmpuint (field->len, ==, 1);
  g_assert_cmpuint (((TuceMistake *) field->pdata[0])->line, ==, 8);
  g_assert_nonnull (strstr (((TuceMistake *) field->pdata[0])->sentence, "step.done"));
  g_assert_cmpuint (code->len, ==, 1);
  g_assert_cmpuint (((TuceMistake *) code->pdata[0])->column, ==, 20);
}

/* A lint for the county knows the county's own parameters, any other does not. */
static void
test_county (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.tuce", NULL);
  g_autoptr (TuceCounty) county = tuce_county_create (path, "511725", "渠县", 2018, &error);
  g_autoptr (TuceEdit) edit = NULL;
  g_autoptr (TuceRecord) parameter = NULL;
  g_autoptr (TuceLint) own = NULL;
  g_autoptr (GPtrArray) known = NULL, unknown = NULL;

  g_assert_no_error (error);
  edit = tuce_edit_begin (county, "x", &error);
  parameter = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "parameter"));
  tuce_record_set_text (parameter, "key", "our_line");
  tuce_record_set_integer (parameter, "year", 2017);
  tuce_record_set_real (parameter, "value", 7);
  g_assert_true (tuce_edit_insert (edit, parameter, &error));
  g_assert_true (tuce_edit_commit (g_steal_pointer (&edit), &error));
  own = tuce_lint_new (county, &error);
  g_assert_no_error (error);
  known = tuce_lint_text (own, HEAD ITEM "household.size > :our_line");
  unknown = tuce_lint_text (lint, HEAD ITEM "household.size > :our_line");
  g_assert_cmpuint (known->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 1);
  tuce_county_close (county);
  tuce_county_discard (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);
  small_standards_use ();
  lint = tuce_lint_new (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/lint/right", test_right);
  g_test_add_func ("/lint/names", test_names);
  g_test_add_func ("/lint/types", test_types);
  g_test_add_func ("/lint/attempts", test_attempts);
  g_test_add_func ("/lint/escapes", test_escapes);
  g_test_add_func ("/lint/figures", test_figures);
  g_test_add_func ("/lint/many", test_many);
  g_test_add_func ("/lint/procedure", test_procedure);
  g_test_add_func ("/lint/county", test_county);
  result = g_test_run ();
  tuce_lint_free (lint);
  small_standards_remove ();
  return result;
}
