/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worked out from the records: how it is compiled, what it reads, and how it is written. */
#include "small-county.h"
#include "tuce-county-private.h"
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

static TuceStatement *
compile (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  TuceStatement *statement = tuce_statement_new (self->county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);

  g_assert_no_error (error);
  return statement;
}

static gint64
ask (TuceStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row;
  gint64 value;

  tuce_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  value = row ? tuce_statement_integer (statement, 0) : -1;
  return value;
}

/* Who asks again with the same text has it compiled already, with none of the former values in it. */
static void
test_pool (Fixture *self, gconstpointer data)
{
  static const char sql[] = "SELECT coalesce (:value, -2) UNION ALL SELECT 7";
  TuceStatement *first = compile (self, sql), *second;
  guint before = self->county->n_compiled;

  tuce_statement_bind_integer (first, ":value", 5);
  g_assert_cmpint (ask (first), ==, 5);
  /* two users at a time never share */
  second = compile (self, sql);
  g_assert_cmpuint (self->county->n_compiled, ==, before + 1);
  g_assert_cmpint (ask (second), ==, -2);
  g_assert_cmpint (ask (first), ==, 7);
  tuce_statement_free (second);
  /* freed in the middle of its rows */
  tuce_statement_bind_integer (first, ":value", 6);
  tuce_statement_free (first);
  before = self->county->n_compiled;
  first = compile (self, sql);
  second = compile (self, sql);
  g_assert_cmpuint (self->county->n_compiled, ==, before);
  g_assert_cmpint (ask (first), ==, -2);
  g_assert_cmpint (ask (second), ==, -2);
  tuce_statement_free (first);
  /* what is still in use when the county is closed waits for nobody */
  tuce_county_close (self->county);
  tuce_statement_free (second);
}

/* There are not more of them than are worth it. */
static void
test_pool_is_bounded (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      tuce_statement_free (compile (self, sql));
    }
  g_assert_cmpuint (self->county->pool.length, <=, 100);
}

static TuceChangeSet *
one_change (Fixture *self, const char *entity_name, const char *field, TuceChangeKind kind)
{
  const TuceEntity *entity = tuce_dictionary_entity (self->county->dictionary, entity_name);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  TuceChangeSet *changes = tuce_change_set_new ();

  if (field)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (entity, field));
  tuce_change_set_add (changes, entity, 1, kind, fields);
  return changes;
}

static gboolean
is_touched (Fixture *self, const char *sql, const char *entity, const char *field, TuceChangeKind kind)
{
  g_autoptr (TuceStatement) statement = compile (self, sql);
  g_autoptr (TuceChangeSet) changes = one_change (self, entity, field, kind);

  return tuce_reads_touched (tuce_statement_reads (statement), changes);
}

static void
test_reads (Fixture *self, gconstpointer data)
{
  static const char joined[] = "SELECT household.size FROM household JOIN member ON member.household_id = household.id"
                               " WHERE member.alive = '1' ORDER BY household.village_code";
  static const char counted[] = "SELECT count (*) FROM household";

  for (guint i = 0; i < 2; i++) /* compiled, and out of the pool */
    {
      g_assert_true (is_touched (self, joined, "household", "size", TUCE_CHANGE_UPDATE));
      g_assert_true (is_touched (self, joined, "household", "village_code", TUCE_CHANGE_UPDATE));
      g_assert_true (is_touched (self, joined, "member", "alive", TUCE_CHANGE_UPDATE));
      g_assert_true (is_touched (self, joined, "member", NULL, TUCE_CHANGE_INSERT));
      g_assert_false (is_touched (self, joined, "household", "phone", TUCE_CHANGE_UPDATE));
      g_assert_false (is_touched (self, joined, "village", NULL, TUCE_CHANGE_DELETE));
      g_assert_true (is_touched (self, counted, "household", NULL, TUCE_CHANGE_DELETE));
      g_assert_false (is_touched (self, counted, "household", "size", TUCE_CHANGE_UPDATE));
      g_assert_false (is_touched (self, counted, "member", NULL, TUCE_CHANGE_INSERT));
    }
}

/* Refused by another program's lock, the connection is as safe against a power cut as it was. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *pragma;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (self->county->db, 10);
  g_assert_false (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  pragma = tuce_county_prepare (self->county, "PRAGMA synchronous", &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_step (pragma), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (pragma, 0), ==, 2);
  sqlite3_reset (pragma);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  /* and the next one goes through */
  {
    g_autoptr (TuceRecord) record = tuce_county_load (self->county, "household", small_county_household (self->county, 0), &error);
    TuceEdit *edit = tuce_edit_begin (self->county, "改", &error);

    g_assert_no_error (error);
    tuce_record_set_text (record, "phone", "13900000000");
    g_assert_true (tuce_edit_update (edit, record, &error));
    g_assert_true (tuce_edit_commit (edit, &error));
  }
  g_assert_true (tuce_deriving_begin (self->county, NULL, &error));
  tuce_deriving_rollback (self->county);
}

/* What was read in a snapshot stays out of what others write meanwhile; temporary tables outlive it. */
static void
test_snapshot (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (self->county, &error);
  g_autoptr (TuceStatement) count = NULL;

  g_assert_no_error (error);
  g_assert_true (tuce_reading_begin (reader, &error));
  g_assert_true (tuce_statement_run (reader, "CREATE TEMP TABLE t (a)", &error));
  g_assert_true (tuce_statement_run (reader, "INSERT INTO t SELECT size FROM household", &error));
  g_assert_true (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_true (tuce_statement_run (self->county, "INSERT INTO finding (rule, severity, subject, subject_id, figures, first_seen,"
                                                   " last_seen) VALUES ('Q01', 'E', 'household', 1, '', '2018-07-01', '2018-07-01')",
                                     &error));
  g_assert_no_error (error);
  g_assert_true (tuce_deriving_commit (self->county, &error));
  count = tuce_statement_new (reader, "SELECT count (*) FROM finding", TUCE_STATEMENT_DERIVING, NULL, &error);
  g_assert_cmpint (ask (count), ==, 0);
  tuce_statement_reset (count);
  tuce_reading_end (reader);
  g_assert_cmpint (ask (count), ==, 1);
  g_clear_pointer (&count, tuce_statement_free);
  count = tuce_statement_new (reader, "SELECT count (*) FROM t", TUCE_STATEMENT_DERIVING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (count), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/register/deriving/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("pool", test_pool);
  ADD ("pool-is-bounded", test_pool_is_bounded);
  ADD ("reads", test_reads);
  ADD ("refused", test_refused);
  ADD ("snapshot", test_snapshot);
  return g_test_run ();
}
