/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exit procedure: what each gate lets pass, what changes the status, what an objection takes back, and lists of
   households. */
#include <string.h>

#include "../register/small-county.h"
#include "an-exit.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-move.h"
#include "tuce-text.h"
#include "tuce-transitions.h"

typedef struct
{
  char *path;
  TuceCounty *county;
  TucePack *pack;
  TuceProcedure *procedure;
  gint64 id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = small_county (&fixture->path, 12);
  fixture->pack = an_exit ();
  fixture->procedure = an_exit_procedure (fixture->county, fixture->pack);
  fixture->id = small_county_household (fixture->county, 1);
  an_exit_plan (fixture->county, fixture->id, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tuce_procedure_free (fixture->procedure);
  tuce_pack_unref (fixture->pack);
  small_county_remove (fixture->county, fixture->path);
}

static guint
n_done (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCase) file = tuce_procedure_case (fixture->procedure, id, &error);

  g_assert_no_error (error);
  return file->n_done;
}

static char *
status (Fixture *fixture, gint64 id)
{
  g_autoptr (TuceRecord) record = tuce_county_load (fixture->county, "household", id, NULL);

  return g_strdup (tuce_record_text (record, "status"));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
}

/* Checks what refuses @step with @field set to @text: one sentence that contains @word, or nothing. */
static void
assert_judged (Fixture *fixture, const char *step, const char *field_name, const char *text, const char *word)
{
  g_autoptr (TuceRecord) record = an_exit_step (fixture->procedure, step, fixture->id);
  const TuceField *field = tuce_entity_field (record->entity, field_name);
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;

  tuce_field_parse (field, text, &record->values[field->index], &error);
  g_assert_no_error (error);
  refusals = tuce_procedure_judge (fixture->procedure, fixture->id, record, &error);
  g_assert_no_error (error);
  if (!word)
    g_assert_cmpuint (refusals->len, ==, 0);
  else
    {
      g_assert_cmpuint (refusals->len, ==, 1);
      if (!strstr (refusals->pdata[0], word))
        g_error ("“%s” is not in “%s”", word, (const char *) refusals->pdata[0]);
    }
}

static void
test_gates (Fixture *fixture, gconstpointer data)
{
  assert_judged (fixture, "APPRAISE", "votes_for", "11", NULL);
  assert_judged (fixture, "APPRAISE", "votes_for", "10", "10 of 20");
  assert_judged (fixture, "APPRAISE", "votes_for", "", "— of 20");
  assert_judged (fixture, "APPRAISE", "done_on", "", "needs a day");
  an_exit_go (fixture->procedure, "APPRAISE", fixture->id);

  assert_judged (fixture, "VERIFY", "done_on", "2018-10-01", NULL);
  assert_judged (fixture, "VERIFY", "done_on", "2018-09-30", "2018-09-30 is before the appraisal of 2018-10-01");
  assert_judged (fixture, "VERIFY", "verifier_2", "", "Two verifiers");
  assert_judged (fixture, "VERIFY", "verifier_2", "王一", "Two verifiers");
  an_exit_go (fixture->procedure, "VERIFY", fixture->id);

  /* A refused signature must be explained, but does not stop the procedure. */
  assert_judged (fixture, "AGREE", "signed", "0", "has to be explained");
  assert_judged (fixture, "AGREE", "refusal", "对收入核算有意见", NULL);
  an_exit_go (fixture->procedure, "AGREE", fixture->id);

  /* Seven days of notice are enough, six are not. */
  assert_judged (fixture, "POST1", "ended_on", "2018-10-15", NULL);
  assert_judged (fixture, "POST1", "ended_on", "2018-10-14", "6 days, not 7");
  assert_judged (fixture, "POST1", "objections", "1", "1 objections");
  an_exit_go (fixture->procedure, "POST1", fixture->id);

  assert_judged (fixture, "TOWN", "done_on", "2018-10-15", NULL);
  assert_judged (fixture, "TOWN", "done_on", "2018-10-14", "Township");
}

static void
test_standard (Fixture *fixture, gconstpointer data)
{
  fixture->id = small_county_household (fixture->county, 3);
  an_exit_plan (fixture->county, fixture->id, FALSE);
  an_exit_go (fixture->procedure, "APPRAISE", fixture->id);
  assert_judged (fixture, "VERIFY", "verifier_1", "赵三", "Not up to standard");
}

static void
test_turns (Fixture *fixture, gconstpointer data)
{
  gint64 poor = small_county_household (fixture->county, 5);

  /* by its status alone it counts as listed */
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 1);
  assert_judged (fixture, "VERIFY", "verifier_1", "赵三", "comes first");
  an_exit_go (fixture->procedure, "APPRAISE", fixture->id);
  assert_judged (fixture, "APPRAISE", "votes_for", "19", "done already");

  g_assert_cmpuint (n_done (fixture, poor), ==, 0);
  an_exit_go (fixture->procedure, "PLAN", poor);
  {
    g_autofree char *code = status (fixture, poor);

    g_assert_cmpstr (code, ==, "2");
  }
  g_assert_cmpuint (n_done (fixture, poor), ==, 1);
}

static void
test_exit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  an_exit_go (fixture->procedure, "COUNTY", fixture->id);
  before = status (fixture, fixture->id);
  g_assert_cmpstr (before, ==, "2");
  record = an_exit_step (fixture->procedure, "ANNOUNCE", fixture->id);
  tuce_record_set_none (record, "document");
  g_assert_false (tuce_procedure_record (fixture->procedure, fixture->id, record, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);

  an_exit_go (fixture->procedure, "ANNOUNCE", fixture->id);
  after = status (fixture, fixture->id);
  g_assert_cmpstr (after, ==, "1");
  g_clear_pointer (&record, tuce_record_free);
  record = tuce_county_load (fixture->county, "household", fixture->id, NULL);
  g_assert_cmpint (tuce_record_integer (record, "exit_year"), ==, 2018);
  label = tuce_journal_undo_label (fixture->county);
  g_assert_nonnull (strstr (label, "Announcement"));

  undo (fixture);
  undone = status (fixture, fixture->id);
  g_assert_cmpstr (undone, ==, "2");
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 7);
  an_exit_go (fixture->procedure, "SYSTEM", fixture->id);
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 9);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *to;
    gboolean hand, procedure;
  } changes[] = {
    { "0", "2", TRUE, TRUE },  { "0", "1", FALSE, FALSE }, { "2", "1", FALSE, TRUE },    { "2", "0", TRUE, TRUE },
    { "1", "3", TRUE, TRUE },  { "3", "2", TRUE, TRUE },   { "3", "1", FALSE, FALSE },   { "1", "4", TRUE, TRUE },
    { "4", "3", FALSE, FALSE }, { "4", "REMOVED", TRUE, TRUE }, { "REMOVED", "0", FALSE, FALSE },
    { "GENERAL", "0", TRUE, TRUE }, { "GENERAL", "2", FALSE, FALSE },
  };
  g_autoptr (TuceRecord) before = tuce_county_load (fixture->county, "household", fixture->id, NULL);
  g_autoptr (TuceRecord) after = tuce_record_copy (before);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      const TuceField *field = NULL;

      tuce_record_set_text (before, "status", changes[i].from);
      tuce_record_set_text (after, "status", changes[i].to);
      g_assert_cmpint (tuce_transitions_check (before, after, TUCE_BY_HAND, &field, &error), ==, changes[i].hand);
      if (!changes[i].hand)
        {
          g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
          g_assert_cmpstr (field->name, ==, "status");
        }
      g_clear_error (&error);
      g_assert_cmpint (tuce_transitions_check (before, after, TUCE_BY_PROCEDURE, NULL, &error), ==,
                       changes[i].procedure);
    }
}

static void
test_objection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCase) file = NULL;

  an_exit_go (fixture->procedure, "APPRAISE", fixture->id);
  g_assert_false (tuce_procedure_object (fixture->procedure, fixture->id, "收入不实", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);

  an_exit_go (fixture->procedure, "POST1", fixture->id);
  g_assert_false (tuce_procedure_object (fixture->procedure, fixture->id, "", &error));
  g_clear_error (&error);
  tuce_procedure_object (fixture->procedure, fixture->id, "收入不实", &error);
  g_assert_no_error (error);
  file = tuce_procedure_case (fixture->procedure, fixture->id, &error);
  g_assert_cmpuint (file->n_done, ==, 2);
  g_assert_cmpuint (file->n_reopened, ==, 3);
  g_assert_cmpstr (tuce_case_next (file)->code, ==, "VERIFY");
  {
    g_autoptr (GPtrArray) steps = tuce_county_children (fixture->county, "step", fixture->id, &error);
    guint n_objections = 0;

    for (guint i = 0; i < steps->len; i++)
      n_objections += g_str_equal (tuce_record_text (steps->pdata[i], "objection"), "收入不实");
    g_assert_cmpuint (steps->len, ==, 4); /* the records stay */
    g_assert_cmpuint (n_objections, ==, 1);
  }

  undo (fixture);
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 5);

  /* After the announcement the status has changed: it is too late. */
  an_exit_go (fixture->procedure, "ANNOUNCE", fixture->id);
  g_assert_false (tuce_procedure_object (fixture->procedure, fixture->id, "晚了", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

/* After a return to poverty the case begins again; the old records can still be read. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) household = NULL;
  g_autoptr (TuceRecord) step = NULL;
  TuceEdit *edit;

  an_exit_go (fixture->procedure, "SYSTEM", fixture->id);
  step = an_exit_step (fixture->procedure, "PLAN", fixture->id);
  g_assert_false (tuce_procedure_record (fixture->procedure, fixture->id, step, &error));
  g_clear_error (&error);

  household = tuce_county_load (fixture->county, "household", fixture->id, NULL);
  tuce_record_set_text (household, "status", "3");
  edit = tuce_edit_begin (fixture->county, "返贫", &error);
  tuce_edit_update (edit, household, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  tuce_procedure_record (fixture->procedure, fixture->id, step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 1);
}

static TuceMove *
start_move (Fixture *fixture, GArray *ids, gboolean in_earnest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) values = an_exit_step (fixture->procedure, "VERIFY", fixture->id);
  TuceMove *move;
  gboolean done = FALSE;

  tuce_record_set_text (values, "batch", "第一批");
  move = tuce_move_new (fixture->procedure, tuce_pack_rule (fixture->pack, "VERIFY"), ids, values, in_earnest, &error);
  g_assert_no_error (error);
  while (!done)
    {
      tuce_move_continue (move, 2, &done, &error);
      g_assert_no_error (error);
    }
  return move;
}

static void
test_batch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  TuceMove *move;
  gint64 last;

  /* 1, 3, 5: up to the step before; 7 does not meet the standard; 9 has no appraisal. */
  for (guint number = 1; number <= 9; number += 2)
    {
      gint64 id = small_county_household (fixture->county, number);

      g_array_append_val (ids, id);
      if (number > 1)
        an_exit_plan (fixture->county, id, number != 7);
      if (number < 9)
        an_exit_go (fixture->procedure, "APPRAISE", id);
    }
  last = tuce_journal_last (fixture->county, NULL);

  move = start_move (fixture, ids, FALSE);
  g_assert_cmpuint (tuce_move_n_moved (move), ==, 3);
  g_assert_cmpuint (tuce_move_refusals (move)->len, ==, 2);
  g_assert_nonnull (strstr (((TuceRefusal *) tuce_move_refusals (move)->pdata[0])->sentence, "Not up to standard"));
  g_assert_nonnull (strstr (((TuceRefusal *) tuce_move_refusals (move)->pdata[1])->sentence, "comes first"));
  tuce_move_free (move);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last);
  g_assert_cmpuint (n_done (fixture, fixture->id), ==, 2);

  move = start_move (fixture, ids, TRUE);
  tuce_move_finish (move, &error);
  g_assert_no_error (error);
  tuce_move_free (move);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last + 1);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpuint (n_done (fixture, g_array_index (ids, gint64, i)), ==, i < 3 ? 3 : i == 3 ? 2 : 1);
  {
    g_autofree char *label = tuce_journal_undo_label (fixture->county);

    g_assert_nonnull (strstr (label, "for 3 Household"));
  }
  undo (fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (n_done (fixture, g_array_index (ids, gint64, i)), ==, 2);
}

static void
assert_pack_refused (Fixture *fixture, const char *from, const char *to, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (an_exit_pack, from, 2);
  g_autofree char *text = g_strjoin (to, parts[0], parts[1], NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePack) pack = tuce_pack_parse (text, "small-exit", &error);

  g_assert_no_error (error);
  g_assert_nonnull (parts[1]);
  g_assert_false (tuce_procedure_check (fixture->county, pack, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  if (!strstr (error->message, word))
    g_error ("“%s” is not in “%s”", word, error->message);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  assert_pack_refused (fixture, "-- gate-of: POST1", "-- gate-of: POST9", "POST9");
  assert_pack_refused (fixture, "fields: done_on, signed, refusal", "fields: done_on, sealed", "sealed");
  assert_pack_refused (fixture, "status = '1'; exit_year", "status = '1'; exit_date", "exit_date");
  assert_pack_refused (fixture, "standard.state = 'met'", "standard.stand = 'met'", "VERIFY-STANDARD");
  assert_pack_refused (fixture, ">= :notice_days\n", ">= :notice_weeks\n", "notice_weeks");
  assert_pack_refused (fixture, "coalesce (step.objections, 0) = 0", "load_extension ('x') = 0", "POST1-QUIET");
}

/* The bundled procedures compile against the register. */
static void
test_shipped (Fixture *fixture, gconstpointer data)
{
  static const char *const files[]
      = { "sichuan-exit-household.sql", "sichuan-exit-village.sql", "sichuan-exit-county.sql" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = tuce_data_path ("standards", files[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TucePack) pack = tuce_pack_load (path, &error);

      g_assert_no_error (error);
      tuce_procedure_check (fixture->county, pack, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);

#define ADD(name, test) g_test_add ("/procedure/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("gates", test_gates);
  ADD ("standard", test_standard);
  ADD ("turns", test_turns);
  ADD ("exit", test_exit);
  ADD ("by-hand", test_by_hand);
  ADD ("objection", test_objection);
  ADD ("again", test_again);
  ADD ("batch", test_batch);
  ADD ("mistakes", test_mistakes);
  ADD ("shipped", test_shipped);
  return g_test_run ();
}
