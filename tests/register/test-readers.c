/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers are lent, come back, and are lent again as if they were new. */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "small-county.h"
#include "tuce-county-private.h"
#include "tuce-error.h"
#include "tuce-statement.h"
#include "tuce-writing.h"

typedef struct
{
  TuceCounty *county;
  char *path;
  gint64 household;
  TuceReaders *readers;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->county = small_county (&self->path, 3);
  self->household = small_county_household (self->county, 1);
  self->readers = tuce_readers_ref (tuce_county_get_readers (self->county));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  small_county_remove (self->county, self->path);
  tuce_readers_unref (self->readers);
}

static TuceCounty *
lend (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *reader = tuce_readers_lend (self->readers, &error);

  g_assert_no_error (error);
  return reader;
}

static char *
phone_of (TuceCounty *reader, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (reader, "household", household, &error);

  g_assert_no_error (error);
  return g_strdup (tuce_record_text (record, "phone"));
}

static void
assert_phone (TuceCounty *reader, gint64 household, const char *expected)
{
  g_autofree char *phone = phone_of (reader, household);

  g_assert_cmpstr (phone, ==, expected);
}

static void
set_phone (Fixture *self, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceEdit) edit = tuce_edit_begin (self->county, "Correct a phone", &error);
  g_autoptr (TuceRecord) record = tuce_county_load (self->county, "household", self->household, &error);
  gboolean written;

  tuce_record_set_text (record, "phone", phone);
  written = tuce_edit_update (edit, record, &error) && tuce_edit_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
  g_assert_true (written);
}

static void
run (TuceCounty *county, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_county_run (county, sql, &error));
  g_assert_no_error (error);
}

/* --- one after the other --- */

static void
test_again (Fixture *self, gconstpointer data)
{
  TuceCounty *first = lend (self), *again;
  guint n_compiled;

  assert_phone (first, self->household, "13800000000");
  tuce_readers_give_back (self->readers, first, NULL);
  n_compiled = first->n_compiled;
  again = lend (self);
  g_assert_true (again == first);
  assert_phone (again, self->household, "13800000000");
  /* no second open, and nothing compiled but what asks whether it is still as new */
  g_assert_cmpuint (again->n_compiled - n_compiled, <=, 1);
  n_compiled = again->n_compiled;
  tuce_readers_give_back (self->readers, again, NULL);
  again = lend (self);
  g_assert_cmpuint (again->n_compiled, ==, n_compiled);
  tuce_readers_give_back (self->readers, again, NULL);
}

static void
test_sees_what_was_written (Fixture *self, gconstpointer data)
{
  TuceCounty *reader = lend (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL, *day = NULL;

  assert_phone (reader, self->household, "13800000000");
  undone = tuce_journal_undo_label (reader);
  g_assert_cmpstr (undone, !=, "Correct a phone");
  tuce_readers_give_back (self->readers, reader, NULL);
  set_phone (self, "13900000001");
  g_assert_true (tuce_county_set_setting (self->county, "day", "2019-03-01", &error));
  g_assert_true (lend (self) == reader);
  assert_phone (reader, self->household, "13900000001");
  g_clear_pointer (&undone, g_free);
  undone = tuce_journal_undo_label (reader);
  g_assert_cmpstr (undone, ==, "Correct a phone");
  day = tuce_county_day (reader);
  g_assert_cmpstr (day, ==, "2019-03-01");
  tuce_readers_give_back (self->readers, reader, NULL);
  g_assert_true (tuce_journal_undo (self->county, &error));
  g_assert_true (lend (self) == reader);
  assert_phone (reader, self->household, "13800000000");
  tuce_readers_give_back (self->readers, reader, NULL);
}

/* An outline that a rule asked for is not the one of before. */
static void
test_forgets_outlines (Fixture *self, gconstpointer data)
{
  TuceCounty *reader = lend (self);

  run (reader, "SELECT in_township (107.0, 30.8, '511725109')");
  g_assert_nonnull (reader->outlines);
  tuce_readers_give_back (self->readers, reader, NULL);
  g_assert_true (lend (self) == reader);
  tuce_readers_give_back (self->readers, reader, NULL);
  set_phone (self, "13900000001");
  g_assert_true (lend (self) == reader);
  g_assert_null (reader->outlines);
  tuce_readers_give_back (self->readers, reader, NULL);
}

static int
stop_all (void *data)
{
  return 1;
}

/* Whatever a borrower leaves unfinished is over when its reader comes back. */
static void
test_unfinished (Fixture *self, gconstpointer data)
{
  TuceCounty *reader = lend (self);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stepping;

  g_assert_true (tuce_reading_begin (reader, &error));
  stepping = tuce_county_prepare (reader, "SELECT id FROM household", &error);
  g_assert_cmpint (sqlite3_step (stepping), ==, SQLITE_ROW);
  sqlite3_progress_handler (reader->db, 1, stop_all, NULL);
  tuce_readers_give_back (self->readers, reader, NULL);
  g_assert_false (sqlite3_stmt_busy (stepping));
  g_assert_true (sqlite3_get_autocommit (reader->db));
  set_phone (self, "13900000002");
  g_assert_true (lend (self) == reader);
  assert_phone (reader, self->household, "13900000002");
  tuce_readers_give_back (self->readers, reader, NULL);
}

/* --- what is not kept --- */

static void
note_gone (gpointer gone, GObject *reader)
{
  *(gboolean *) gone = TRUE;
}

static void
watch (TuceCounty *reader, gboolean *gone)
{
  *gone = FALSE;
  g_object_weak_ref (G_OBJECT (reader), note_gone, gone);
}

static void
test_failure_is_not_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  g_autoptr (GError) failed = g_error_new_literal (TUCE_ERROR, TUCE_ERROR_STORAGE, "");
  TuceCounty *reader = lend (self);
  gboolean gone;

  watch (reader, &gone);
  tuce_readers_give_back (self->readers, reader, cancelled);
  g_assert_false (gone);
  g_assert_true (lend (self) == reader);
  tuce_readers_give_back (self->readers, reader, failed);
  g_assert_true (gone);
  tuce_readers_give_back (self->readers, lend (self), NULL);
}

static void
test_few_wait (Fixture *self, gconstpointer data)
{
  TuceCounty *lent[7];
  gboolean gone[7];
  guint n_gone = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    {
      lent[i] = lend (self);
      watch (lent[i], &gone[i]);
      for (guint j = 0; j < i; j++)
        g_assert_true (lent[j] != lent[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    tuce_readers_give_back (self->readers, lent[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    n_gone += gone[i];
  g_assert_cmpuint (n_gone, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    if (!gone[i])
      g_object_weak_unref (G_OBJECT (lent[i]), note_gone, &gone[i]);
}

/* Other tables than those it knows. */
static void
test_other_tables (Fixture *self, gconstpointer data)
{
  TuceCounty *reader = lend (self);
  gboolean gone;

  watch (reader, &gone);
  tuce_readers_give_back (self->readers, reader, NULL);
  run (self->county, "CREATE TABLE another (id INTEGER PRIMARY KEY)");
  reader = lend (self);
  g_assert_true (gone);
  tuce_readers_give_back (self->readers, reader, NULL);
}

/* The file goes by another name, and another one has its. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (self->path, ".moved", NULL);
  g_autoptr (GError) error = NULL;
  TuceCounty *reader = lend (self);
  gboolean gone;

  watch (reader, &gone);
  tuce_readers_give_back (self->readers, reader, NULL);
  g_assert_cmpint (g_rename (self->path, elsewhere), ==, 0);
  g_assert_null (tuce_readers_lend (self->readers, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
  g_assert_true (gone);
  g_assert_cmpint (g_rename (elsewhere, self->path), ==, 0);
  tuce_readers_give_back (self->readers, lend (self), NULL);
}

/* --- closing --- */

static void
test_close (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *lent = lend (self), *idle = lend (self);
  gboolean lent_gone, idle_gone;

  watch (lent, &lent_gone);
  watch (idle, &idle_gone);
  tuce_readers_give_back (self->readers, idle, NULL);
  tuce_county_close (self->county);
  g_assert_true (idle_gone);
  g_assert_false (lent_gone);
  assert_phone (lent, self->household, "13800000000");
  tuce_readers_give_back (self->readers, lent, NULL);
  g_assert_true (lent_gone);
  g_assert_null (tuce_readers_lend (self->readers, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE);
}

/* With nobody reading, the county is the last to close its file and leaves no log behind, whatever waited. */
static void
test_close_leaves_no_log (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  tuce_readers_give_back (self->readers, lend (self), NULL);
  set_phone (self, "13900000003");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  tuce_county_close (self->county);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (tuce_county_get_readers (self->county) == self->readers);
  g_assert_null (tuce_readers_lend (self->readers, NULL));
}

/* --- at once --- */

#define ROUNDS 300

typedef struct
{
  TuceReaders *readers;
  gint64 household;
  int latest; /* number of the phone last saved; atomic */
} Race;

/* What was saved before a reader was lent is seen by it. */
static gpointer
borrow (gpointer data)
{
  Race *race = data;

  for (guint i = 0; i < ROUNDS; i++)
    {
      int before = g_atomic_int_get (&race->latest);
      g_autoptr (GError) error = NULL;
      TuceCounty *reader = tuce_readers_lend (race->readers, &error);
      g_autofree char *phone = NULL;

      g_assert_no_error (error);
      phone = phone_of (reader, race->household);
      g_assert_cmpint (g_ascii_strtoll (phone, NULL, 10) - 13900000000, >=, before);
      tuce_readers_give_back (race->readers, reader, NULL);
    }
  return NULL;
}

static void
test_threads (Fixture *self, gconstpointer data)
{
  Race race = { self->readers, self->household, 0 };
  GThread *threads[3];

  set_phone (self, "13900000000");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("borrower", borrow, &race);
  for (int i = 1; i <= 30; i++)
    {
      g_autofree char *phone = g_strdup_printf ("139%08d", i);

      set_phone (self, phone);
      g_atomic_int_set (&race.latest, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static gpointer
borrow_until_closed (gpointer data)
{
  Race *race = data;
  TuceCounty *reader;

  while ((reader = tuce_readers_lend (race->readers, NULL)))
    {
      g_free (phone_of (reader, race->household));
      g_atomic_int_inc (&race->latest);
      tuce_readers_give_back (race->readers, reader, NULL);
    }
  return NULL;
}

static void
test_close_meanwhile (Fixture *self, gconstpointer data)
{
  Race race = { self->readers, self->household, 0 };
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("borrower", borrow_until_closed, &race);
  while (g_atomic_int_get (&race.latest) < 50)
    g_usleep (1000);
  tuce_county_close (self->county);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add ("/readers/" path, Fixture, NULL, set_up, test, tear_down)
  add ("again", test_again);
  add ("sees-what-was-written", test_sees_what_was_written);
  add ("forgets-outlines", test_forgets_outlines);
  add ("unfinished", test_unfinished);
  add ("failure-is-not-kept", test_failure_is_not_kept);
  add ("few-wait", test_few_wait);
  add ("other-tables", test_other_tables);
  add ("moved", test_moved);
  add ("close", test_close);
  add ("close-leaves-no-log", test_close_leaves_no_log);
  add ("threads", test_threads);
  add ("close-meanwhile", test_close_meanwhile);
#undef add
  return g_test_run ();
}
