/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a county file: what is whole passes without the journal being replayed; what is not is named. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "small-county.h"
#include "tuce-error.h"

static guint n_replays;

static GLogWriterOutput
count_replays (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && (level & G_LOG_LEVEL_DEBUG))
      n_replays += strstr (fields[i].value, "replayed") != NULL;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Writes behind the program's back, as somebody with the sqlite3 shell would. */
static void
alter (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

static void
alter_closed (TuceCounty **county, const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;

  tuce_county_close (*county);
  g_clear_object (county);
  alter (path, sql);
  *county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
}

static GPtrArray *
verify (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = tuce_verify (county, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  return faults;
}

static void
assert_whole (TuceCounty *county)
{
  guint before = n_replays;
  g_autoptr (GPtrArray) faults = verify (county);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (n_replays, ==, before);
}

static void
assert_fault (TuceCounty *county, const char *words)
{
  g_autoptr (GPtrArray) faults = verify (county);
  guint found = 0;

  for (guint i = 0; i < faults->len; i++)
    found += strstr (faults->pdata[i], words) != NULL;
  g_assert_cmpuint (found, >, 0);
}

static void
set_phone (TuceCounty *county, gint64 id, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, &error);
  TuceEdit *edit = tuce_edit_begin (county, "phone", &error);

  g_assert_no_error (error);
  tuce_record_set_text (record, "phone", phone);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
}

/* The member deleted, taken back, deleted again and taken back again; returns its id. */
static gint64
delete_and_bring_back (TuceCounty *county, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = tuce_county_children (county, "member", household, &error);
  gint64 id = ((const TuceRecord *) members->pdata[1])->id;
  TuceEdit *edit = tuce_edit_begin (county, "member", &error);

  g_assert_true (tuce_edit_delete (edit, "member", id, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  assert_whole (county);
  g_assert_true (tuce_journal_undo (county, &error));
  assert_whole (county);
  g_assert_true (tuce_journal_redo (county, &error));
  assert_whole (county);
  g_assert_true (tuce_journal_undo (county, &error));
  assert_whole (county);
  return id;
}

static void
test_all_kinds_of_changes_add_up (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 4);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  gint64 member;

  assert_whole (county);
  set_phone (county, id, "13911111111");
  set_phone (county, id, "13922222222");
  assert_whole (county);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_true (tuce_journal_undo (county, &error)); /* back to nothing */
  assert_whole (county);
  g_assert_true (tuce_journal_redo (county, &error));
  assert_whole (county);
  member = delete_and_bring_back (county, id);
  set_phone (county, id, "13933333333");
  assert_whole (county);

  /* records the journal tells more of than that they were made */
  alter_closed (&county, path, "UPDATE household SET phone = NULL WHERE hh_no = '00000000'");
  assert_fault (county, "altered outside");
  alter_closed (&county, path, "UPDATE household SET phone = '13933333333', size = size + 1 WHERE hh_no = '00000000'");
  assert_fault (county, "altered outside");
  alter_closed (&county, path, "UPDATE household SET size = size - 1 WHERE hh_no = '00000000'");
  assert_whole (county);
  sql = g_strdup_printf ("UPDATE member SET phone = '1' WHERE id = %" G_GINT64_FORMAT, member);
  alter_closed (&county, path, sql);
  assert_fault (county, "altered outside");
  g_free (sql);
  sql = g_strdup_printf ("DELETE FROM member WHERE id = %" G_GINT64_FORMAT, member);
  alter_closed (&county, path, sql);
  assert_fault (county, "removed outside");
  small_county_remove (county, path);
}

static void
test_what_was_deleted_must_stay_away (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 2);
  gint64 id = small_county_household (county, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = tuce_county_children (county, "member", id, &error);
  g_autofree char *sql = g_strdup_printf ("UPDATE member SET id = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT,
                                          ((const TuceRecord *) members->pdata[1])->id,
                                          ((const TuceRecord *) members->pdata[0])->id);
  TuceEdit *edit = tuce_edit_begin (county, "member", &error);

  g_assert_true (tuce_edit_delete (edit, "member", ((const TuceRecord *) members->pdata[1])->id, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  assert_whole (county);
  alter_closed (&county, path, sql);
  assert_fault (county, "added outside");
  assert_fault (county, "removed outside");
  small_county_remove (county, path);
}

/* The file is as the last entry left it, but that entry says it found something else than the one before had left. */
static void
test_an_entry_must_follow (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 2);
  gint64 id = small_county_household (county, 0);
  g_autofree char *words = NULL;

  set_phone (county, id, "13911111111");
  alter_closed (&county, path, "UPDATE household SET phone = '13999999999' WHERE hh_no = '00000000'");
  words = g_strdup_printf ("Entry %" G_GINT64_FORMAT " of the journal does not follow", tuce_journal_last (county, NULL) + 1);
  set_phone (county, id, "13922222222");
  assert_fault (county, words);
  small_county_remove (county, path);
}

static void
test_entries_that_cannot_be_unpacked (void)
{
  static const char *const changes[] = { "x''", "x'00'", "substr (changes, 1, length (changes) - 3)", "CAST (changes || x'01' AS BLOB)",
                                         "zeroblob (200000)" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      char *path;
      TuceCounty *county = small_county (&path, 2);
      g_autofree char *sql = g_strdup_printf ("UPDATE journal SET changes = %s WHERE sequence = 2", changes[i]);

      set_phone (county, small_county_household (county, 0), "13911111111");
      set_phone (county, small_county_household (county, 0), "13922222222");
      alter_closed (&county, path, sql);
      assert_fault (county, "Entry 2 of the journal was altered");
      assert_fault (county, "Entry 2 of the journal is damaged");
      small_county_remove (county, path);
    }
}

static void
test_a_hash_of_nothing (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 2);

  alter_closed (&county, path, "UPDATE journal SET hash = x'' WHERE sequence = 1");
  assert_fault (county, "Entry 1 of the journal was altered");
  small_county_remove (county, path);
}

static void
test_an_index_that_disagrees (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 5);

  set_phone (county, small_county_household (county, 0), "13911111111");
  /* each of the two is in order, and has as many entries as the table */
  alter_closed (&county, path,
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT sum (rootpage) FROM"
                " sqlite_schema WHERE name IN ('household_phone', 'household_head_name')) - rootpage"
                " WHERE name IN ('household_phone', 'household_head_name')");
  assert_fault (county, "household_phone");
  small_county_remove (county, path);
}

static void
test_an_index_that_should_be_unique (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 5);

  alter_closed (&county, path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
                               " replace (sql, 'CREATE INDEX', 'CREATE UNIQUE INDEX') WHERE name = 'household_status'");
  assert_fault (county, "household_status");
  small_county_remove (county, path);
}

static void
overwrite_page (const char *path, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = '%s'",
                                          table);
  sqlite3 *db;
  sqlite3_stmt *statement;
  guint8 noise[64];
  FILE *file;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  memset (noise, 0xa5, sizeof noise);
  file = g_fopen (path, "r+b");
  fseek (file, (long) ((sqlite3_column_int64 (statement, 0) - 1) * sqlite3_column_int64 (statement, 1)), SEEK_SET);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  fwrite (noise, 1, sizeof noise, file);
  fclose (file);
}

static void
test_damaged_pages (void)
{
  static const char *const tables[] = { "household", "member", "household_status", "finding", "household_year" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      char *path;
      TuceCounty *county = small_county (&path, 3);
      g_autoptr (GError) error = NULL;

      tuce_county_close (county);
      g_clear_object (&county);
      overwrite_page (path, tables[i]);
      county = tuce_county_open (path, TUCE_OPEN_WRITE_OR_READ, &error);
      g_assert_no_error (error);
      assert_fault (county, "The file is damaged");
      small_county_remove (county, path);
    }
}

static void
test_can_be_stopped (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tuce_verify (county, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_whole (county);
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_replays, NULL, NULL);
  g_test_add_func ("/verify/changes", test_all_kinds_of_changes_add_up);
  g_test_add_func ("/verify/deleted", test_what_was_deleted_must_stay_away);
  g_test_add_func ("/verify/follows", test_an_entry_must_follow);
  g_test_add_func ("/verify/unpacked", test_entries_that_cannot_be_unpacked);
  g_test_add_func ("/verify/hash", test_a_hash_of_nothing);
  g_test_add_func ("/verify/index", test_an_index_that_disagrees);
  g_test_add_func ("/verify/unique", test_an_index_that_should_be_unique);
  g_test_add_func ("/verify/pages", test_damaged_pages);
  g_test_add_func ("/verify/stopped", test_can_be_stopped);
  return g_test_run ();
}
