/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled statements are kept, but not without end; one in use is never let go of. */
#include "small-county.h"
#include "tuce-county-private.h"

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

static sqlite3_stmt *
prepare (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tuce_county_prepare (self->county, sql, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);
  return statement;
}

/* As a long day of searches and sorts does: statements nobody asks for again. */
static void
prepare_others (Fixture *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      prepare (self, sql);
    }
}

/* SQLite's own list of what is compiled: a statement let go of is no longer in it, and must not be touched to find out.
   Another may lie where it lay. */
static gboolean
is_kept (Fixture *self, sqlite3_stmt *wanted, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (self->county->db, statement)))
    if (statement == wanted)
      return g_str_equal (sqlite3_sql (statement), sql);
  return FALSE;
}

static guint
n_kept (Fixture *self)
{
  sqlite3_stmt *statement = NULL;
  guint n = 0;

  while ((statement = sqlite3_next_stmt (self->county->db, statement)))
    n++;
  return n;
}

static void
test_bounded (Fixture *self, gconstpointer data)
{
  prepare_others (self, 2000);
  g_assert_cmpuint (n_kept (self), <, 500);
}

static void
test_asked_for_often (Fixture *self, gconstpointer data)
{
  static const char asked[] = "SELECT size FROM household WHERE id = ?";
  sqlite3_stmt *often = prepare (self, asked);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      prepare (self, sql);
      g_assert_true (is_kept (self, often, asked));
      g_assert_true (prepare (self, asked) == often);
    }
}

static void
test_being_stepped (Fixture *self, gconstpointer data)
{
  static const char sql[] = "SELECT id FROM household ORDER BY hh_no";
  sqlite3_stmt *stepped = prepare (self, sql);
  guint rows = 1;

  g_assert_cmpint (sqlite3_step (stepped), ==, SQLITE_ROW);
  prepare_others (self, 2000);
  g_assert_true (is_kept (self, stepped, sql));
  while (sqlite3_step (stepped) == SQLITE_ROW)
    rows++;
  g_assert_cmpuint (rows, ==, 3);
  prepare_others (self, 2000);
  g_assert_false (is_kept (self, stepped, sql));
}

/* The functions of rules ask the file while the statement that calls them is stepped. */
static void
test_function_asks_within_a_step (Fixture *self, gconstpointer data)
{
  static const char sql[] = "SELECT edited_since (id, 0), edited_since (id, 1000), in_township (1, 1, 'nowhere' || id)"
                            " FROM household ORDER BY hh_no";
  sqlite3_stmt *asking;
  guint rows = 0;

  /* With the one that asks the cache is full: what the functions compile comes on top. */
  for (guint i = 0; n_kept (self) < 399; i++)
    prepare_others (self, i);
  asking = prepare (self, sql);
  while (sqlite3_step (asking) == SQLITE_ROW)
    {
      g_assert_true (is_kept (self, asking, sql));
      g_assert_cmpint (sqlite3_column_int (asking, 0), ==, 1);
      g_assert_cmpint (sqlite3_column_int (asking, 1), ==, 0);
      g_assert_cmpint (sqlite3_column_type (asking, 1), ==, SQLITE_INTEGER);
      g_assert_cmpint (sqlite3_column_type (asking, 2), ==, SQLITE_NULL);
      rows++;
    }
  g_assert_cmpuint (rows, ==, 3);
}

/* What the functions ask with is their own: were it the cache's, the one who is stepping it would begin anew for ever. */
static void
test_function_has_its_own (Fixture *self, gconstpointer data)
{
  sqlite3_stmt *same
      = prepare (self, "SELECT EXISTS (SELECT 1 FROM main.journal_touch WHERE record = ? AND sequence > ?)");
  sqlite3_stmt *asking;

  sqlite3_bind_int64 (same, 1, 1);
  g_assert_cmpint (sqlite3_step (same), ==, SQLITE_ROW);
  asking = prepare (self, "SELECT edited_since (id, 0) FROM household");
  g_assert_cmpint (sqlite3_step (asking), ==, SQLITE_ROW);
  g_assert_true (sqlite3_stmt_busy (same));
}

/* An edit keeps hold of the statements it inserts with. */
static void
test_edit_under_way (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (self->county, "Two members", &error);
  static const char sql[] = "SELECT 'handed out inside the edit'";
  sqlite3_stmt *first;
  guint n = 0;

  g_assert_no_error (error);
  first = prepare (self, sql);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TuceRecord) member
          = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (self->county), "member"));

      tuce_record_set_integer (member, "household_id", small_county_household (self->county, 0));
      tuce_record_set_text (member, "name", "王五");
      tuce_edit_insert (edit, member, &error);
      g_assert_no_error (error);
      prepare_others (self, 1000);
    }
  g_assert_true (is_kept (self, first, sql));
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  first = prepare (self, "SELECT count (*) FROM member WHERE name = '王五'");
  g_assert_cmpint (sqlite3_step (first), ==, SQLITE_ROW);
  n = (guint) sqlite3_column_int (first, 0);
  sqlite3_reset (first);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_kept (self), <, 500);
}

/* A closed county lets go of all of them: the connection would stay open for one that is forgotten. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  sqlite3_stmt *asking = prepare (self, "SELECT edited_since (id, 0), in_township (1, 1, 'nowhere') FROM household");
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  g_assert_cmpint (sqlite3_step (asking), ==, SQLITE_ROW);
  sqlite3_reset (asking);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  tuce_county_close (self->county);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/register/statement-cache/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("bounded", test_bounded);
  ADD ("asked-for-often", test_asked_for_often);
  ADD ("being-stepped", test_being_stepped);
  ADD ("function-asks-within-a-step", test_function_asks_within_a_step);
  ADD ("function-has-its-own", test_function_has_its_own);
  ADD ("edit-under-way", test_edit_under_way);
  ADD ("closed", test_closed);
  return g_test_run ();
}
