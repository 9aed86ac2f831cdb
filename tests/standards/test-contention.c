/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk does while somebody else writes to the same county file: it is either done, or refused with a sentence
   and can be done later; nothing is lost, and nothing is half written. How long a turn of the main loop took is
   printed, not asserted. */
#include <string.h>

#include "../register/failing-vfs.h"
#include "kept-verdicts.h"
#include "rivals.h"
#include "small-standards.h"
#include "tuce-draft.h"
#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-portions.h"
#include "tuce-review.h"

#if defined (__SANITIZE_THREAD__) || defined (__SANITIZE_ADDRESS__)
#define HOUSEHOLDS 40
#define TURNS 80
#define CLOSES 4
#else
#define HOUSEHOLDS 300
#define TURNS 400
#define CLOSES 12
#endif

#define LONG_LABEL "Import phones of a table"
#define LONG_PHONE "13700000000"

/* A value that an edit has replaced. */
typedef struct
{
  gint64 id;
  char *phone;
} Former;

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceStandards *standards;
  GArray *households;
  /* what must be in the file */
  GHashTable *phones; /* id → phone */
  GHashTable *drafts; /* id → text */
  GPtrArray *undo;    /* Former */
  /* what has happened */
  guint n_done;
  guint n_refused;
  gint64 longest; /* µs */
} Desk;

static void
former_free (gpointer data)
{
  Former *former = data;

  g_free (former->phone);
  g_free (former);
}

static void
know (GHashTable *table, gint64 id, const char *text)
{
  g_hash_table_replace (table, g_memdup2 (&id, sizeof id), g_strdup (text));
}

static const char *
known (GHashTable *table, gint64 id)
{
  return g_hash_table_lookup (table, &id);
}

static void
set_up (Desk *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = NULL;
  TuceEdit *edit;

  self->county = small_county (&self->path, HOUSEHOLDS);
  edit = tuce_edit_begin (self->county, "Parameters", &error);
  g_assert_no_error (error);
  tuce_parameters_install (self->county, edit, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  self->standards = tuce_standards_load (self->county, NULL, &error);
  g_assert_no_error (error);
  tuce_review_run (tuce_county_get_gate (self->county), self->standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  query = tuce_query_new (self->county, "household");
  self->households = tuce_query_ids (query, self->county, NULL, &error);
  g_assert_no_error (error);
  self->phones = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->undo = g_ptr_array_new_with_free_func (former_free);
  for (guint i = 0; i < self->households->len; i++)
    know (self->phones, g_array_index (self->households, gint64, i), "13800000000");
}

static void
tear_down (Desk *self, gconstpointer data)
{
  tuce_standards_unref (self->standards);
  g_array_unref (self->households);
  g_hash_table_unref (self->phones);
  g_hash_table_unref (self->drafts);
  g_ptr_array_unref (self->undo);
  small_county_remove (self->county, self->path);
}

static void
assert_file_holds (Desk *self, TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < self->households->len; i++)
    {
      gint64 id = g_array_index (self->households, gint64, i);
      g_autoptr (TuceRecord) household = tuce_county_load (county, "household", id, &error);
      g_autofree char *draft = tuce_draft_find (county, "household", id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tuce_record_text (household, "phone"), ==, known (self->phones, id));
      g_assert_cmpstr (draft, ==, known (self->drafts, id));
    }
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
close_and_open (Desk *self)
{
  g_autoptr (GError) error = NULL;

  tuce_county_close (self->county);
  g_clear_object (&self->county);
  self->county = tuce_county_open (self->path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
}

/* --- what a clerk does, one turn each; FALSE with an error where it was refused --- */

typedef gboolean (*Deed) (Desk *self, GError **error);

static gint64
any_household (Desk *self)
{
  return g_array_index (self->households, gint64, g_random_int_range (0, (int) self->households->len));
}

static TuceRecord *
load_household (Desk *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  TuceRecord *household = tuce_county_load (self->county, "household", id, &error);

  g_assert_no_error (error);
  return household;
}

/* Writes inside an edit that has begun: from then on nothing may prevent it. */
static void
write_phone (TuceEdit *edit, TuceRecord *household, const char *phone)
{
  g_autoptr (GError) error = NULL;

  tuce_record_set_text (household, "phone", phone);
  tuce_edit_update (edit, household, &error);
  g_assert_no_error (error);
}

static guint
count_errors (TuceEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = tuce_edit_check (edit, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    n += ((const TuceProblem *) problems->pdata[i])->severity == TUCE_PROBLEM_ERROR;
  return n;
}

static gboolean
save (Desk *self, GError **error)
{
  gint64 id = any_household (self);
  g_autofree char *phone = g_strdup_printf ("139%08d", g_random_int_range (0, 100000000));
  g_autoptr (TuceRecord) household = load_household (self, id);
  TuceEdit *edit = tuce_edit_begin (self->county, "Correct a phone", error);
  Former *former;

  if (!edit)
    return FALSE;
  former = g_new0 (Former, 1);
  *former = (Former){ id, g_strdup (tuce_record_text (household, "phone")) };
  write_phone (edit, household, phone);
  g_assert_cmpuint (count_errors (edit), ==, 0);
  /* once it has begun, nobody else can write before its commit */
  g_assert_true (tuce_edit_commit (edit, error));
  know (self->phones, id, phone);
  g_ptr_array_add (self->undo, former);
  return TRUE;
}

static gboolean
keep_draft (Desk *self, GError **error)
{
  gint64 id = any_household (self);
  g_autofree char *text = g_strdup_printf ("typed %u", g_random_int ());

  if (!tuce_draft_keep (self->county, "household", id, text, error))
    return FALSE;
  know (self->drafts, id, text);
  return TRUE;
}

/* What a card shows while a phone is typed: that it is wrong. Nothing of it is in the file. */
static gboolean
try_typed (Desk *self, GError **error)
{
  g_autoptr (TuceRecord) household = load_household (self, any_household (self));
  g_autoptr (TuceRecord) after = NULL;
  g_autofree char *before = g_strdup (tuce_record_text (household, "phone"));
  TuceEdit *edit = tuce_edit_begin_trial (self->county, error);

  if (!edit)
    return FALSE;
  write_phone (edit, household, "139");
  g_assert_cmpuint (count_errors (edit), ==, 1);
  tuce_edit_abort (edit);
  after = load_household (self, household->id);
  g_assert_cmpstr (tuce_record_text (after, "phone"), ==, before);
  return TRUE;
}

static gboolean
take_back (Desk *self, GError **error)
{
  const Former *former;

  if (!self->undo->len)
    return TRUE;
  if (!tuce_journal_undo (self->county, error))
    return FALSE;
  former = self->undo->pdata[self->undo->len - 1];
  know (self->phones, former->id, former->phone);
  g_ptr_array_set_size (self->undo, (int) self->undo->len - 1);
  return TRUE;
}

static gboolean
set_setting (Desk *self, GError **error)
{
  return tuce_county_set_setting (self->county, "window.page", "list", error);
}

/* Catches up, as the window does after a save. */
static gboolean
catch_up (Desk *self, GError **error)
{
  gboolean done;

  return tuce_review_catch_up (self->county, self->standards, &done, error);
}

static const struct
{
  const char *name;
  Deed deed;
} deeds[] = { { "save", save },           { "draft", keep_draft },     { "trial", try_typed },
              { "undo", take_back },      { "setting", set_setting },  { "catching up", catch_up },
              { "save", save },           { "save", save } };

/* One turn of the main loop. */
static gboolean
turn (Desk *self, Deed deed, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  gboolean done = deed (self, error);

  self->longest = MAX (self->longest, g_get_monotonic_time () - start);
  if (done)
    self->n_done++;
  else
    self->n_refused++;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return done;
}

static void
assert_refused (const GError *error, const char *names)
{
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_assert_cmpstr (error->message, !=, "");
  if (names)
    g_assert_nonnull (strstr (error->message, names));
}

static void
do_all_kinds (Desk *self)
{
  failing_vfs_n_busy ();
  for (guint i = 0; i < TURNS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!turn (self, deeds[g_random_int_range (0, G_N_ELEMENTS (deeds))].deed, &error))
        assert_refused (error, NULL);
      /* the clerk is typing: the others get time */
      g_usleep ((gulong) g_random_int_range (0, 2000));
    }
}

static void
tell (Desk *self, const char *meanwhile)
{
  g_test_message ("while %s: %u done, %u refused, longest turn %.1f ms", meanwhile, self->n_done, self->n_refused,
                  (double) self->longest / 1000);
}

/* The other writer has gone: everything can be done, and everything done before is there. */
static void
assert_all_well (Desk *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (turn (self, deeds[i].deed, &error));
      g_assert_no_error (error);
    }
  assert_file_holds (self, self->county);
  kept_verdicts_assert_whole (self->county);
  close_and_open (self);
  assert_file_holds (self, self->county);
}

static void
test_worker (Desk *self, gconstpointer complete)
{
  Worker *worker = worker_start (self->county, self->standards, complete != NULL);
  guint n_runs;

  do_all_kinds (self);
  n_runs = worker_stop (worker);
  /* nobody ever found SQLite's lock taken: the gate lets one in after the other */
  g_assert_cmpuint (failing_vfs_n_busy (), ==, 0);
  tell (self, complete ? "complete runs keep their results" : "places are assessed");
  g_test_message ("%u runs", n_runs);
  g_assert_cmpuint (self->n_done, >, 0);
  assert_all_well (self);
}

/* The window closes its county without waiting for the worker, and may open it again at once. */
static void
test_close_under_worker (Desk *self, gconstpointer complete)
{
  for (guint i = 0; i < CLOSES; i++)
    {
      Worker *worker = worker_start (self->county, self->standards, complete != NULL);
      g_autoptr (GError) error = NULL;
      gint64 start;

      for (guint n = 0; n < i; n++)
        {
          g_clear_error (&error);
          if (!turn (self, save, &error))
            assert_refused (error, NULL);
        }
      g_usleep ((gulong) g_random_int_range (0, 30000));
      worker_cancel (worker);
      start = g_get_monotonic_time ();
      close_and_open (self);
      self->longest = MAX (self->longest, g_get_monotonic_time () - start);
      g_ptr_array_set_size (self->undo, 0); /* these edits are not undone here: the file is checked for their values */
      worker_stop (worker);
      assert_file_holds (self, self->county);
    }
  tell (self, "the county is closed under a worker");
  assert_all_well (self);
}

static void
test_other_program (Desk *self, gconstpointer data)
{
  RivalProgram *program = rival_program_start (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GError) first = NULL;

  /* so that there is something to undo and to catch up with */
  g_assert_true (turn (self, save, &first));
  g_assert_no_error (first);
  rival_program_hold (program);
  failing_vfs_n_busy ();
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", deeds[i].name);
      g_assert_false (turn (self, deeds[i].deed, &error));
      assert_refused (error, name);
    }
  tell (self, "another program holds the file");
  g_assert_cmpuint (failing_vfs_n_busy (), >=, G_N_ELEMENTS (deeds));
  /* reading is always possible */
  assert_file_holds (self, self->county);
  rival_program_let_go (program);
  assert_all_well (self);
  rival_program_stop (program);
}

static void
test_flickering_program (Desk *self, gconstpointer data)
{
  RivalProgram *program = rival_program_start (self->path);
  Worker *worker = worker_start (self->county, self->standards, FALSE);

  rival_program_flicker (program);
  do_all_kinds (self);
  rival_program_stop (program);
  worker_stop (worker);
  tell (self, "another program takes the file now and then, and places are assessed");
  assert_all_well (self);
}

/* --- an edit in portions is under way --- */

/* What may be done between two portions, and what is refused there. */
static void
do_between (Desk *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (turn (self, try_typed, &error));
  g_assert_no_error (error);
  g_assert_true (turn (self, keep_draft, &error));
  g_assert_no_error (error);
  g_assert_false (turn (self, save, &error));
  assert_refused (error, LONG_LABEL);
  g_clear_error (&error);
  if (self->undo->len)
    {
      g_assert_false (turn (self, take_back, &error));
      assert_refused (error, LONG_LABEL);
      g_clear_error (&error);
    }
  g_assert_false (turn (self, set_setting, &error));
  assert_refused (error, LONG_LABEL);
}

static gboolean
write_piece (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  Desk *self = data;
  g_autoptr (TuceRecord) household = load_household (self, g_array_index (self->households, gint64, index));

  write_phone (edit, household, LONG_PHONE);
  return TRUE;
}

/* Writes the phones of half the households, and does everything else in between. Returns: the edit, not yet finished */
static TucePortions *
write_portions (Desk *self)
{
  g_autoptr (GError) error = NULL;
  TucePortions *portions;
  gboolean done = FALSE;

  /* a worker may hold the gate for longer than the window waits */
  while (!(portions = tuce_portions_new (self->county, LONG_LABEL, write_piece, HOUSEHOLDS / 2, self, NULL, &error)))
    {
      assert_refused (error, NULL);
      g_clear_error (&error);
    }
  for (guint i = 0; !done; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_true (tuce_portions_continue (portions, 0, &done, &error));
      g_assert_no_error (error);
      self->longest = MAX (self->longest, g_get_monotonic_time () - start);
      if (i % 10 == 0)
        do_between (self);
    }
  return portions;
}

static void
test_portions (Desk *self, gconstpointer with_worker)
{
  Worker *worker = with_worker ? worker_start (self->county, self->standards, FALSE) : NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TucePortions *portions;

  while (!turn (self, save, &error))
    g_clear_error (&error);
  failing_vfs_n_busy ();
  portions = write_portions (self);
  g_assert_true (tuce_portions_finish (portions, &error));
  g_assert_no_error (error);
  tuce_portions_free (portions);
  for (guint i = 0; i < HOUSEHOLDS / 2; i++)
    {
      gint64 id = g_array_index (self->households, gint64, i);

      g_ptr_array_add (before, g_strdup (known (self->phones, id)));
      know (self->phones, id, LONG_PHONE);
    }
  if (worker)
    worker_stop (worker);
  g_assert_cmpuint (failing_vfs_n_busy (), ==, 0);
  tell (self, worker ? "an edit is written in portions and places are assessed" : "an edit is written in portions");
  assert_file_holds (self, self->county);
  /* it is one edit, and one undo */
  g_assert_true (tuce_journal_undo (self->county, &error));
  for (guint i = 0; i < HOUSEHOLDS / 2; i++)
    know (self->phones, g_array_index (self->households, gint64, i), before->pdata[i]);
  assert_all_well (self);
}

/* Drafts that were stored in the meantime stay after it. */
static void
test_portions_given_up (Desk *self, gconstpointer data)
{
  tuce_portions_free (write_portions (self));
  assert_file_holds (self, self->county);
  assert_all_well (self);
}

static void
test_portions_closed (Desk *self, gconstpointer data)
{
  TucePortions *portions = write_portions (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  tuce_county_close (self->county);
  g_assert_false (tuce_portions_continue (portions, 0, &done, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY);
  tuce_portions_free (portions);
  close_and_open (self);
  assert_file_holds (self, self->county);
  assert_all_well (self);
}

/* --- drafts that wait for the end of an edit, while workers wait as well --- */

#define STUBBORN 4

typedef struct
{
  TuceGate *gate;
  GCancellable *cancellable;
} Stubborn;

/* Holds the gate longer than a clerk waits, and comes back at once. */
static gpointer
stay_inside (gpointer data)
{
  Stubborn *self = data;

  while (!g_cancellable_is_cancelled (self->cancellable) && tuce_gate_enter_worker (self->gate, self->cancellable, NULL))
    {
      g_usleep (2 * TUCE_GATE_PATIENCE * 1000);
      tuce_gate_leave (self->gate);
    }
  return NULL;
}

static char *
draft_in_file (Desk *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open (self->path, TUCE_OPEN_READ, &error);
  char *draft = reader ? tuce_draft_find (reader, "household", id, &error) : NULL;

  g_assert_no_error (error);
  return draft;
}

/* A long edit with a draft stored in between, ended in one of three ways. The draft is then in the file without a
   second try, which somebody else could prevent. */
static void
end_with_draft (Desk *self, guint way)
{
  g_autofree char *text = g_strdup_printf ("typed %u", g_random_int ());
  g_autofree char *in_file = NULL;
  gint64 id = g_array_index (self->households, gint64, 0);
  g_autoptr (TuceRecord) household = load_household (self, id);
  g_autofree char *phone = g_strdup_printf ("139%08d", g_random_int_range (0, 100000000));
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = NULL;

  while (!(edit = tuce_edit_begin (self->county, LONG_LABEL, &error)))
    g_clear_error (&error);
  write_phone (edit, household, phone);
  g_assert_true (tuce_draft_keep (self->county, "household", id, text, &error));
  g_usleep (1000); /* time for the others to begin waiting */
  if (way == 0)
    g_assert_true (tuce_edit_commit (edit, &error));
  else if (way == 1)
    tuce_edit_abort (edit);
  else
    {
      tuce_county_close (self->county);
      tuce_edit_abort (edit);
    }
  in_file = draft_in_file (self, id);
  g_assert_cmpstr (in_file, ==, text);
}

static void
test_drafts_among_workers (Desk *self, gconstpointer data)
{
  for (guint way = 0; way < 3; way++)
    {
      Stubborn stubborn = { tuce_gate_ref (tuce_county_get_gate (self->county)), g_cancellable_new () };
      GThread *threads[STUBBORN];

      for (guint i = 0; i < STUBBORN; i++)
        threads[i] = g_thread_new ("stubborn", stay_inside, &stubborn);
      for (guint i = 0; i < (way == 2 ? 1 : 10); i++)
        end_with_draft (self, way);
      g_cancellable_cancel (stubborn.cancellable);
      for (guint i = 0; i < STUBBORN; i++)
        g_thread_join (threads[i]);
      tuce_gate_unref (stubborn.gate);
      g_object_unref (stubborn.cancellable);
    }
}

int
main (int argc, char **argv)
{
  int rival = rival_program_main (argc, argv);
  int failed;

  if (rival >= 0)
    return rival;
  g_test_init (&argc, &argv, NULL);
  small_standards_use ();
  failing_vfs_install ();
#define ADD(name, data, function) g_test_add ("/standards/contention/" name, Desk, data, set_up, function, tear_down)
  ADD ("places", NULL, test_worker);
  ADD ("complete", "complete", test_worker);
  ADD ("close/places", NULL, test_close_under_worker);
  ADD ("close/complete", "complete", test_close_under_worker);
  ADD ("other-program/holds", NULL, test_other_program);
  ADD ("other-program/flickers", NULL, test_flickering_program);
  ADD ("portions/written", NULL, test_portions);
  ADD ("portions/places", "places", test_portions);
  ADD ("portions/given-up", NULL, test_portions_given_up);
  ADD ("portions/closed", NULL, test_portions_closed);
  ADD ("drafts-among-workers", NULL, test_drafts_among_workers);
  failed = g_test_run ();
  small_standards_remove ();
  return failed;
}
