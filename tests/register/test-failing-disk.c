/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails at every single write of what a clerk does: each time there is a sentence, the county can still be used,
   and its file holds all of it or nothing. */
#include <string.h>

#include "failing-vfs.h"
#include "small-county.h"
#include "tuce-county-private.h"
#include "tuce-draft.h"
#include "tuce-error.h"
#include "tuce-portions.h"
#include "tuce-statement.h"
#include "tuce-writing.h"

/* A later change of SQLite may write more: beyond this something goes round in circles. */
#define MOST_WRITES 2000

typedef struct
{
  const char *name;
  /* does it once on @county; FALSE with an error */
  gboolean (*act) (TuceCounty *county, GError **error);
  /* 0: nothing of it is there, 1: all of it; fails where it is there in part */
  int (*look) (TuceCounty *county);
  gboolean small_cache; /* pages are written before the commit */
} Deed;

static TuceRecord *
first_household (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  TuceRecord *household = tuce_county_find (county, "household", "hh_no", "00000000", &error);

  g_assert_no_error (error);
  return household;
}

static gint64
ask (TuceCounty *county, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tuce_county_prepare (county, sql, &error);
  gint64 answer;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return answer;
}

static gboolean
write_phone_and_member (TuceCounty *county, TuceEdit *edit, const char *phone, const char *name, GError **error)
{
  g_autoptr (TuceRecord) household = first_household (county);
  g_autoptr (TuceRecord) member
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "member"));

  tuce_record_set_text (household, "phone", phone);
  tuce_record_set_integer (member, "household_id", household->id);
  tuce_record_set_text (member, "name", name);
  return tuce_edit_update (edit, household, error) && tuce_edit_insert (edit, member, error);
}

static gboolean
edit (TuceCounty *county, GError **error)
{
  TuceEdit *edit = tuce_edit_begin (county, "A phone and a member", error);

  if (!edit)
    return FALSE;
  if (write_phone_and_member (county, edit, "13900000001", "王五", error))
    return tuce_edit_commit (edit, error);
  tuce_edit_abort (edit);
  return FALSE;
}

static int
look_for_edit (TuceCounty *county)
{
  gint64 phones = ask (county, "SELECT count (*) FROM household WHERE phone = '13900000001'");

  g_assert_cmpint (ask (county, "SELECT count (*) FROM member WHERE name = '王五'"), ==, phones);
  g_assert_cmpint (ask (county, "SELECT count (*) FROM journal WHERE label = 'A phone and a member'"), ==, phones);
  return (int) phones;
}

static gboolean
write_piece (TuceCounty *county, TuceEdit *edit, gpointer ids, guint index, GError **error)
{
  g_autoptr (TuceRecord) household
      = tuce_county_load (county, "household", g_array_index ((GArray *) ids, gint64, index), error);

  if (!household)
    return FALSE;
  tuce_record_set_text (household, "phone", "13900000002");
  return tuce_edit_update (edit, household, error);
}

/* More pages than the cache holds. */
static gboolean
write_portions (TuceCounty *county, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  GArray *ids = tuce_query_ids (query, county, NULL, error);
  TucePortions *portions = ids ? tuce_portions_new (county, "All phones", write_piece, ids->len, ids,
                                                    (GDestroyNotify) g_array_unref, error)
                               : NULL;

  return portions && tuce_portions_write_all (portions, NULL, error);
}

static int
look_for_portions (TuceCounty *county)
{
  gint64 phones = ask (county, "SELECT count (*) FROM household WHERE phone = '13900000002'");
  gint64 entries = ask (county, "SELECT count (*) FROM journal WHERE label = 'All phones'");

  g_assert_cmpint (phones, ==, entries * ask (county, "SELECT count (*) FROM household"));
  return (int) entries;
}

static int
look_for_undo (TuceCounty *county)
{
  gint64 taken_back = ask (county, "SELECT count (*) FROM journal WHERE kind = 'undo'");

  g_assert_cmpint (ask (county, "SELECT count (*) FROM household WHERE phone = '13800000099'"), ==, !taken_back);
  return (int) taken_back;
}

static gboolean
keep_draft (TuceCounty *county, GError **error)
{
  return tuce_draft_keep (county, "household", 1, "half a phone", error);
}

static int
look_for_draft (TuceCounty *county)
{
  g_autofree char *draft = tuce_draft_find (county, "household", 1, NULL);

  return draft && g_str_equal (draft, "half a phone");
}

static gboolean
set_setting (TuceCounty *county, GError **error)
{
  return tuce_county_set_setting (county, "day", "2018-07-23", error);
}

static int
look_for_setting (TuceCounty *county)
{
  g_autofree char *day = tuce_county_get_setting (county, "day", NULL);

  return day && g_str_equal (day, "2018-07-23");
}

static gboolean
derive (TuceCounty *county, GError **error)
{
  if (!tuce_deriving_begin (county, NULL, error))
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (!tuce_statement_run (county,
                             "INSERT INTO finding (rule, severity, subject, subject_id)"
                             " SELECT 'Q01', 'E', 'household', id FROM household LIMIT 5",
                             error))
      {
        tuce_deriving_rollback (county);
        return FALSE;
      }
  return tuce_deriving_commit (county, error);
}

static int
look_for_derived (TuceCounty *county)
{
  gint64 findings = ask (county, "SELECT count (*) FROM finding WHERE rule = 'Q01'");

  g_assert_true (findings == 0 || findings == 10);
  return findings > 0;
}

static const Deed deeds[] = {
  { "edit", edit, look_for_edit, FALSE },
  { "portions", write_portions, look_for_portions, TRUE },
  { "undo", tuce_journal_undo, look_for_undo, FALSE },
  { "draft", keep_draft, look_for_draft, FALSE },
  { "setting", set_setting, look_for_setting, FALSE },
  { "deriving", derive, look_for_derived, FALSE },
};

/* A county of some households in which one edit can be taken back, as bytes. */
static void
make_template (guint n_households, char **bytes, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *path;
  TuceCounty *county = small_county (&path, n_households);
  TuceEdit *edit = tuce_edit_begin (county, "To be taken back", &error);

  g_assert_no_error (error);
  g_assert_true (write_phone_and_member (county, edit, "13800000099", "赵六", &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  tuce_county_close (county);
  g_file_get_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  small_county_remove (county, path);
}

static TuceCounty *
open_county (const char *path)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);

  g_assert_no_error (error);
  return county;
}

/* One sentence that says which file, and on a full disk what to do. */
static void
assert_sentence (const GError *error, DiskFault fault)
{
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "failing.tuce"));
  if (fault == DISK_IS_FULL || fault == DISK_IS_FULL_ONCE)
    g_assert_nonnull (strstr (error->message, "The disk is full"));
  else
    g_assert_nonnull (strstr (error->message, "check the disk"));
}

/* Nothing is left open, and the next edit is safe against a power cut again. */
static void
assert_at_rest (TuceCounty *county)
{
  g_assert_true (sqlite3_get_autocommit (county->db));
  g_assert_null (county->edit);
  g_assert_false (county->writing);
  g_assert_cmpint (ask (county, "PRAGMA synchronous"), ==, 2);
}

static void
edit_after (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "Afterwards", &error);
  g_autoptr (TuceRecord) household = first_household (county);
  g_autofree char *name = g_strconcat (tuce_record_text (household, "head_name"), "氏", NULL);

  g_assert_no_error (error);
  tuce_record_set_text (household, "head_name", name);
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
assert_verified (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tuce_verify (county, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
count_signal (TuceCounty *county, gpointer changes, guint *n)
{
  (*n)++;
}

/* What the next program finds if this one is killed now. It may be what failed: SQLite takes a commit as made once its
   mark is in the log, and that may have come there although the disk said no. */
static void
assert_whole_if_killed (const char *path, const Deed *deed, gboolean done)
{
  static const char *const endings[] = { "", "-wal" };
  g_autofree char *killed = g_build_filename (g_get_tmp_dir (), "killed.tuce", NULL);
  g_autoptr (TuceCounty) county = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (killed, endings[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (from, &bytes, &length, NULL))
        g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
    }
  county = open_county (killed);
  g_assert_cmpint (deed->look (county), >=, done);
  assert_verified (county);
  tuce_county_close (county);
  tuce_county_discard (killed);
}

/* Looks at the file after the program has gone on: as the same program sees it, and as the next one does. */
static void
assert_all_or_nothing (TuceCounty *county, const char *path, const Deed *deed, gboolean done)
{
  g_autoptr (TuceCounty) again = NULL;

  g_assert_cmpint (deed->look (county), ==, done);
  edit_after (county);
  tuce_county_close (county);
  again = open_county (path);
  g_assert_cmpint (deed->look (again), ==, done);
  assert_verified (again);
  edit_after (again);
}

static gboolean
fail_at (const Deed *deed, DiskFault fault, guint nth, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "failing.tuce", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *what = NULL;
  gboolean done, met;
  guint n_signals = 0;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  county = open_county (path);
  if (deed->small_cache)
    g_assert_true (tuce_county_run (county, "PRAGMA cache_size = 8; PRAGMA wal_autocheckpoint = 5", &error));
  g_signal_connect (county, "changed", G_CALLBACK (count_signal), &n_signals);

  failing_vfs_set (fault, nth);
  done = deed->act (county, &error);
  met = failing_vfs_n_failed () > 0;
  what = g_strdup (failing_vfs_first ());
  failing_vfs_set (DISK_WORKS, 0);

  if (g_test_verbose ())
    g_test_message ("%s, change %u, fault %d: %s: %s", deed->name, nth, fault, met ? what : "none",
                    error ? error->message : "done");
  if (!done)
    {
      g_assert_true (met);
      assert_sentence (error, fault);
      g_assert_cmpuint (n_signals, ==, 0);
    }
  else
    g_assert_no_error (error);
  assert_at_rest (county);
  assert_whole_if_killed (path, deed, done);
  assert_all_or_nothing (county, path, deed, done);
  tuce_county_discard (path);
  return met;
}

static void
test_deed (gconstpointer data)
{
  const Deed *deed = data;
  g_autofree char *bytes = NULL;
  gsize length;

  make_template (deed->small_cache ? 60 : 10, &bytes, &length);
  for (DiskFault fault = DISK_FAILS_ONCE; fault <= DISK_IS_FULL; fault++)
    {
      guint nth = 1;

      while (fail_at (deed, fault, nth, bytes, length))
        g_assert_cmpuint (++nth, <, MOST_WRITES);
      g_test_message ("%s: %u changes", deed->name, nth - 1);
      g_assert_cmpuint (nth, >, 2);
    }
}

/* What was reported as saved is there although the disk fails while the county is closed. */
static void
test_close (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "failing.tuce", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  guint nth = 0;
  gboolean met;

  make_template (10, &bytes, &length);
  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TuceCounty) county = NULL;
      g_autoptr (TuceCounty) again = NULL;

      g_file_set_contents (path, bytes, (gssize) length, &error);
      g_assert_no_error (error);
      county = open_county (path);
      g_assert_true (edit (county, &error));
      failing_vfs_set (nth % 2 ? DISK_FAILS : DISK_IS_FULL, nth / 2 + 1);
      tuce_county_close (county);
      met = failing_vfs_n_failed () > 0;
      failing_vfs_set (DISK_WORKS, 0);
      again = open_county (path);
      g_assert_cmpint (look_for_edit (again), ==, 1);
      assert_verified (again);
      tuce_county_close (again);
      tuce_county_discard (path);
      g_assert_cmpuint (++nth, <, MOST_WRITES);
    }
  while (met);
  g_assert_cmpuint (nth, >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strconcat ("/register/failing-disk/", deeds[i].name, NULL);

      g_test_add_data_func (path, &deeds[i], test_deed);
    }
  g_test_add_func ("/register/failing-disk/close", test_close);
  return g_test_run ();
}
