/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule may do, and what its functions give. */
#include "small-county.h"
#include "tuce-error.h"
#include "tuce-statement.h"

typedef struct
{
  TuceCounty *county;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->county = small_county (&self->path, 3);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  small_county_remove (self->county, self->path);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "DELETE FROM household",
    "UPDATE household SET size = 1",
    "INSERT INTO household (id) VALUES (1)",
    "ATTACH 'other.db' AS other",
    "PRAGMA journal_mode = DELETE",
    "CREATE TEMP TABLE t (a)",
    "CREATE TABLE t (a)",
    "DROP TABLE member",
    "SELECT 1; DELETE FROM household",
    "SELECT changes FROM journal",
    "SELECT count (*) FROM journal",
    "SELECT value FROM meta",
    "SELECT content FROM draft",
    "SELECT sql FROM sqlite_schema",
    "SELECT * FROM pragma_database_list",
    "SELECT load_extension ('x')",
    "SELECT readfile ('/etc/passwd')",
    "SELECT random ()",
    "SELECT * FROM json_each ('[1]')",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "SELECT nosuch FROM household",
    "SELECT",
    "",
    "-- nothing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TuceStatement) statement
          = tuce_statement_new (self->county, texts[i], TUCE_STATEMENT_GUARDED, NULL, &error);

      if (statement)
        g_error ("let pass: %s", texts[i]);
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* Ours may write what is derived, and nothing else. */
static void
test_deriving (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_statement_run (self->county, "CREATE TEMP TABLE t (a INTEGER PRIMARY KEY)", &error));
  g_assert_true (tuce_statement_run (self->county, "INSERT INTO t VALUES (1)", &error));
  g_assert_true (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_true (tuce_statement_run (self->county,
                                     "INSERT INTO finding (rule, severity, subject, subject_id)"
                                     " VALUES ('Q01', 'E', 'household', 1)",
                                     &error));
  g_assert_true (tuce_deriving_commit (self->county, &error));
  g_assert_no_error (error);
  g_assert_false (tuce_statement_run (self->county, "UPDATE household SET size = 9", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tuce_statement_run (self->county, "DELETE FROM journal", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

static void
test_endless (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStatement) statement = NULL;
  gboolean row;

  statement = tuce_statement_new (
      self->county,
      "SELECT count (*) FROM member AS a, member AS b, member AS c, member AS d, member AS e, member AS f, member AS g,"
      " member AS h, member AS i, member AS j, member AS k, member AS l WHERE a.id + l.id > 0",
      TUCE_STATEMENT_GUARDED, NULL, &error);
  g_assert_no_error (error);
  tuce_statement_set_budget (statement, 1000000);
  g_assert_false (tuce_statement_step (statement, &row, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

/* Neither does it fill the memory with one value; what stands in the file is not concerned. */
static void
test_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const char sql[] = "SELECT length (replace (printf ('%9000d', 1), ' ', printf ('%9000d', 1)))";
  g_autoptr (TuceStatement) large
      = tuce_statement_new (self->county, sql, TUCE_STATEMENT_GUARDED, NULL, &error);
  g_autoptr (TuceStatement) ours
      = tuce_statement_new (self->county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_false (tuce_statement_step (large, &row, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (tuce_statement_step (ours, &row, &error));
  g_assert_cmpint (tuce_statement_integer (ours, 0), ==, 8999 * 9000 + 1);
}

static void
test_position (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int offset = 0;

  g_assert_null (tuce_statement_new (self->county, "SELECT size, nosuch FROM household", TUCE_STATEMENT_GUARDED, &offset,
                                     &error));
  g_assert_cmpint (offset, ==, 13);
}

static void
test_functions (Fixture *self, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "age_on ('2002-09-01', '2018-08-31')", "15" },
    { "age_on ('2002-08-31', '2018-08-31')", "16" },
    { "age_on (NULL, '2018-08-31')", NULL },
    { "age_on ('2002', '2018-08-31')", NULL },
    { "days_between ('2018-07-16', '2018-07-23')", "7" },
    { "days_between ('2018-07-23', '2018-07-16')", "-7" },
    { "days_between ('2018-02-30', '2018-07-16')", NULL },
    { "id_valid ('11010519491231002X')", "1" }, /* the examples of tests/base/test-identity.c */
    { "id_valid ('440524188001010014')", "0" }, /* born before 1900 */
    { "id_valid ('511725198502300015')", "0" },
    { "id_valid ('110105194912310021')", "0" },
    { "id_valid (NULL)", NULL },
    { "id_check_digit ('11010519491231002')", NULL },
    { "id_check_digit ('110105194912310021')", "X" },
    { "id_birth ('11010519491231002X')", "1949-12-31" },
    { "id_birth ('511725198502300015')", NULL },
    { "id_sex ('11010519491231002X')", "2" },
    { "id_sex ('11010519491231003X')", "1" },
    { "phone_valid ('13800000000')", "1" },
    { "phone_valid ('1380000000')", "0" },
    { "has ('02,04', '04')", "1" },
    { "has ('02,04', '4')", "0" },
    { "has ('', '04')", "0" },
    { "has (NULL, '04')", NULL },
    { "count_choices ('02,04')", "2" },
    { "count_choices ('')", "0" },
    { "count_choices (NULL)", NULL },
    { "in_township (106.9, 30.8, '511725109')", NULL }, /* no outline: nothing is known */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s", cases[i][0]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TuceStatement) statement
          = tuce_statement_new (self->county, sql, TUCE_STATEMENT_GUARDED, NULL, &error);
      gboolean row;

      g_assert_no_error (error);
      tuce_statement_step (statement, &row, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i][0]);
      if (cases[i][1])
        g_assert_cmpstr (tuce_statement_text (statement, 0), ==, cases[i][1]);
      else
        g_assert_cmpint (tuce_statement_kind (statement, 0), ==, TUCE_VALUE_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/register/statement/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("refused", test_refused);
  ADD ("deriving", test_deriving);
  ADD ("endless", test_endless);
  ADD ("large", test_large);
  ADD ("position", test_position);
  ADD ("functions", test_functions);
  return g_test_run ();
}
