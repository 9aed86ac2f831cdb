/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may write, and what becomes of everybody else meanwhile. */
#include <sqlite3.h>
#include <string.h>

#include "small-county.h"
#include "tuce-draft.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-portions.h"
#include "tuce-statement.h"

#define PIECES 5

typedef struct
{
  TuceCounty *county;
  char *path;
  gint64 household;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->county = small_county (&self->path, 3);
  self->household = small_county_household (self->county, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  small_county_remove (self->county, self->path);
}

static char *
phone_of (TuceCounty *county, gint64 household)
{
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", household, NULL);

  return g_strdup (tuce_record_text (record, "phone"));
}

static gboolean
set_phone (TuceCounty *county, gint64 household, const char *phone, GError **error)
{
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "Correct a phone", error);
  g_autoptr (TuceRecord) record = edit ? tuce_county_load (county, "household", household, error) : NULL;

  if (!record)
    return FALSE;
  tuce_record_set_text (record, "phone", phone);
  return tuce_edit_update (edit, record, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* An edit of PIECES pieces, each of which writes the phone anew. */
static gboolean
write_piece (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  Fixture *self = data;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", self->household, error);
  g_autofree char *phone = g_strdup_printf ("1390000000%u", index);

  if (!record)
    return FALSE;
  tuce_record_set_text (record, "phone", phone);
  return tuce_edit_update (edit, record, error);
}

static TucePortions *
begin_portions (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TucePortions *portions = tuce_portions_new (self->county, "Import a list", write_piece, PIECES, self, NULL, &error);
  gboolean done;

  g_assert_no_error (error);
  g_assert_true (tuce_portions_continue (portions, 0, &done, &error));
  g_assert_no_error (error);
  g_assert_false (done);
  return portions;
}

/* --- the window's side and a worker --- */

typedef struct
{
  TuceGate *gate;
  GMutex mutex;
  GCond moved;
  gboolean is_inside;
} Worker;

static gpointer
stay_until_wanted (gpointer data)
{
  Worker *self = data;

  g_assert_true (tuce_gate_enter_worker (self->gate, NULL, NULL));
  g_mutex_lock (&self->mutex);
  self->is_inside = TRUE;
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->mutex);
  while (!tuce_gate_is_over (self->gate))
    g_usleep (100);
  tuce_gate_leave (self->gate);
  return NULL;
}

static void
worker_start (Worker *self, TuceGate *gate, GThreadFunc work, GThread **thread)
{
  *self = (Worker){ .gate = gate };
  g_mutex_init (&self->mutex);
  g_cond_init (&self->moved);
  *thread = g_thread_new ("worker", work, self);
  g_mutex_lock (&self->mutex);
  while (!self->is_inside)
    g_cond_wait (&self->moved, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
worker_end (Worker *self, GThread *thread)
{
  g_thread_join (thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->moved);
}

static void
test_worker_gives_way (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *phone = NULL;
  Worker worker;
  GThread *thread;

  worker_start (&worker, tuce_county_get_gate (self->county), stay_until_wanted, &thread);
  g_assert_true (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_no_error (error);
  worker_end (&worker, thread);
  phone = phone_of (self->county, self->household);
  g_assert_cmpstr (phone, ==, "13911111111");
}

static gpointer
stay_too_long (gpointer data)
{
  Worker *self = data;

  g_assert_true (tuce_gate_enter_worker (self->gate, NULL, NULL));
  g_mutex_lock (&self->mutex);
  self->is_inside = TRUE;
  g_cond_signal (&self->moved);
  while (self->is_inside)
    g_cond_wait (&self->moved, &self->mutex);
  g_mutex_unlock (&self->mutex);
  tuce_gate_leave (self->gate);
  return NULL;
}

/* Whatever a worker does, the window does not stand still for it. */
static void
test_window_is_refused_in_time (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Worker worker;
  GThread *thread;

  worker_start (&worker, tuce_county_get_gate (self->county), stay_too_long, &thread);
  g_assert_false (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_mutex_lock (&worker.mutex);
  worker.is_inside = FALSE;
  g_cond_signal (&worker.moved);
  g_mutex_unlock (&worker.mutex);
  worker_end (&worker, thread);
  g_clear_error (&error);
  g_assert_true (set_phone (self->county, self->household, "13911111111", &error));
}

static gpointer
wait_in_vain (gpointer data)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_object_get_data (data, "cancellable");

  g_assert_false (tuce_gate_enter_worker (tuce_county_get_gate (TUCE_COUNTY (data)), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

static void
test_waiting_worker_hears_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TucePortions *portions = begin_portions (self);
  GThread *thread;

  g_object_set_data (G_OBJECT (self->county), "cancellable", cancellable);
  thread = g_thread_new ("worker", wait_in_vain, self->county);
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  tuce_portions_free (portions);
}

/* --- an edit in portions --- */

static void
test_second_edit_is_told_of_the_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TucePortions *portions = begin_portions (self);

  g_assert_false (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_assert_nonnull (strstr (error->message, "Import a list"));
  g_clear_error (&error);
  g_assert_false (tuce_journal_undo (self->county, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (tuce_county_set_setting (self->county, "something", "1", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  tuce_portions_free (portions);
  g_assert_true (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_no_error (error);
}

/* Drafts typed meanwhile outlive the edit, whatever comes of it. */
static void
test_draft_outlives_edit (Fixture *self, gconstpointer data)
{
  const gboolean is_finished = GPOINTER_TO_INT (data);
  g_autoptr (TucePortions) portions = begin_portions (self);
  g_autoptr (TuceCounty) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GArray) listed = NULL;
  gboolean done = FALSE;

  g_assert_true (tuce_draft_keep (self->county, "household", self->household, "phone=1", &error));
  g_assert_true (tuce_draft_keep (self->county, "household", self->household, "phone=13", &error));
  seen = tuce_draft_find (self->county, "household", self->household, &error);
  g_assert_cmpstr (seen, ==, "phone=13");
  listed = tuce_draft_list (self->county, "household", &error);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpint (g_array_index (listed, gint64, 0), ==, self->household);
  while (is_finished && !done)
    g_assert_true (tuce_portions_continue (portions, 0, &done, &error));
  if (is_finished)
    g_assert_true (tuce_portions_finish (portions, &error));
  g_clear_pointer (&portions, tuce_portions_free);
  reader = tuce_county_open_reader (self->county, &error);
  g_assert_no_error (error);
  kept = tuce_draft_find (reader, "household", self->household, &error);
  g_assert_cmpstr (kept, ==, "phone=13");
}

static void
test_trial_inside_portions (Fixture *self, gconstpointer data)
{
  g_autoptr (TucePortions) portions = begin_portions (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceEdit) trial = tuce_edit_begin_trial (self->county, &error);
  g_autoptr (TuceRecord) record = tuce_county_load (self->county, "household", self->household, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *phone = NULL;
  g_autoptr (GPtrArray) history = NULL;
  gboolean done = FALSE;

  g_assert_no_error (error);
  tuce_record_set_text (record, "phone", "12");
  g_assert_true (tuce_edit_update (trial, record, &error));
  problems = tuce_edit_check (trial, &error);
  g_assert_cmpuint (problems->len, >, 0);
  g_clear_pointer (&trial, tuce_edit_abort);
  while (!done)
    g_assert_true (tuce_portions_continue (portions, 0, &done, &error));
  g_assert_true (tuce_portions_finish (portions, &error));
  g_assert_no_error (error);
  phone = phone_of (self->county, self->household);
  g_assert_cmpstr (phone, ==, "13900000004");
  history = tuce_journal_history (self->county, "household", self->household, &error);
  g_assert_cmpstr (((TuceHistoryLine *) history->pdata[0])->to, ==, "13900000004");
}

/* The county may close while whoever writes holds its edit: that is told, and nothing of it is in the file. */
static void
test_county_closes (Fixture *self, gconstpointer data)
{
  g_autofree char *before = phone_of (self->county, self->household);
  g_autofree char *after = NULL;
  g_autofree char *draft = NULL;
  TucePortions *portions = begin_portions (self);
  TuceEdit *trial = tuce_edit_begin_trial (self->county, NULL);
  g_autoptr (TuceCounty) again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_assert_true (tuce_draft_keep (self->county, "household", self->household, "phone=13", NULL));
  tuce_county_close (self->county);
  tuce_edit_abort (trial);
  g_assert_false (tuce_portions_continue (portions, 0, &done, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tuce_portions_finish (portions, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY);
  g_clear_error (&error);
  tuce_portions_free (portions);
  again = tuce_county_open (self->path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  after = phone_of (again, self->household);
  g_assert_cmpstr (after, ==, before);
  draft = tuce_draft_find (again, "household", self->household, NULL);
  g_assert_cmpstr (draft, ==, "phone=13");
}

/* --- another program --- */

static void
test_another_program_holds_it (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  g_assert_null (tuce_edit_begin_trial (self->county, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  g_assert_false (tuce_draft_keep (self->county, "household", self->household, "phone=13", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  /* nobody is left standing inside */
  g_assert_true (tuce_draft_keep (self->county, "household", self->household, "phone=13", &error));
  g_assert_true (tuce_deriving_begin (self->county, NULL, &error));
  g_assert_true (tuce_deriving_commit (self->county, &error));
  g_assert_true (set_phone (self->county, self->household, "13911111111", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function) g_test_add ("/gate/" name, Fixture, data, set_up, function, tear_down)
  ADD ("worker-gives-way", NULL, test_worker_gives_way);
  ADD ("window-is-refused-in-time", NULL, test_window_is_refused_in_time);
  ADD ("waiting-worker-hears-cancel", NULL, test_waiting_worker_hears_cancel);
  ADD ("second-edit-is-told-of-the-first", NULL, test_second_edit_is_told_of_the_first);
  ADD ("draft-outlives-edit/finished", GINT_TO_POINTER (TRUE), test_draft_outlives_edit);
  ADD ("draft-outlives-edit/given-up", GINT_TO_POINTER (FALSE), test_draft_outlives_edit);
  ADD ("trial-inside-portions", NULL, test_trial_inside_portions);
  ADD ("county-closes", NULL, test_county_closes);
  ADD ("another-program-holds-it", NULL, test_another_program_holds_it);
  return g_test_run ();
}
