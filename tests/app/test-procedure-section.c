/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exit procedure on the card, and a whole list moved one step. */
#include <gtk/gtk.h>
#include <string.h>

#include "../register/small-county.h"
#include "tuce-form-dialog.h"
#include "tuce-move-dialog.h"
#include "tuce-pending.h"
#include "tuce-procedure-section.h"
#include "tuce-statement.h"

#define DAY "2018-11-20"

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceWorkspace *workspace;
  GtkWidget *window;
  TuceProcedureSection *section;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_for (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gboolean answer;

  /* asked once more, it could answer otherwise */
  while (!(answer = done (data)) && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (answer);
  settle ();
}

static gboolean
is_reviewed (gpointer data)
{
  Fixture *fixture = data;
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return review && !tuce_review_get_running (review) && tuce_workspace_get_standards (fixture->workspace)
         && tuce_review_is_current (fixture->county, tuce_workspace_get_standards (fixture->workspace));
}

static void
plan (Fixture *fixture, guint number)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "计划", &error);
  TuceRecord *household
      = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, number), &error);

  g_assert_no_error (error);
  tuce_record_set_text (household, "status", "2");
  tuce_record_set_integer (household, "plan_exit_year", 2018);
  tuce_edit_update (edit, household, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  tuce_record_free (household);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = small_county (&fixture->path, 8);
  /* the county stands still on this day */
  g_assert_true (tuce_county_set_setting (fixture->county, "day", DAY, NULL));
  plan (fixture, 1);
  plan (fixture, 3);
  fixture->workspace = tuce_workspace_new ();
  fixture->section = TUCE_PROCEDURE_SECTION (tuce_procedure_section_new (fixture->workspace));
  tuce_procedure_section_set_open (fixture->section, TRUE);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 700); /* the width of a card */
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  wait_for (is_reviewed, fixture);
  tuce_workspace_select (fixture->workspace, "household", small_county_household (fixture->county, 1));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  tuce_workspace_set_county (fixture->workspace, NULL);
  g_clear_object (&fixture->workspace);
  small_county_remove (fixture->county, fixture->path);
}

static void
assert_title (Fixture *fixture, const char *words)
{
  const char *title = tuce_procedure_section_get_title (fixture->section);

  if (!strstr (title, words))
    g_error ("“%s” is not in “%s”", words, title);
}

static void
fill (TuceValueForm *form, const char *const *pairs)
{
  for (guint i = 0; pairs[i]; i += 2)
    tuce_value_form_fill (form, pairs[i], pairs[i + 1]);
}

static const char *const appraisal[] = { "done_on",   "2018-10-01", "present",  "20",       "votes_for", "18",
                                         "document", "第3号", NULL };

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  settle ();
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) village = tuce_county_find (fixture->county, "village", "code", "511725109201", NULL);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->section)));
  assert_title (fixture, "1 of 9");
  tuce_workspace_select (fixture->workspace, "household", small_county_household (fixture->county, 5));
  assert_title (fixture, "not begun");
  tuce_workspace_select (fixture->workspace, "village", village->id);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->section)));
  tuce_workspace_select (fixture->workspace, NULL, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->section)));
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  TuceValueForm *form = tuce_procedure_section_get_form (fixture->section);

  fill (form, appraisal);
  tuce_value_form_fill (form, "votes_for", "8");
  tuce_value_form_fill (form, "votes_against", "9");
  tuce_procedure_section_record (fixture->section);
  settle ();
  assert_title (fixture, "1 of 9");
  g_assert_nonnull (strstr (tuce_procedure_section_get_refusals (fixture->section), "8 votes for and 9 against"));

  tuce_value_form_fill (form, "votes_for", "eighteen");
  tuce_procedure_section_record (fixture->section);
  assert_title (fixture, "1 of 9");
  g_assert_cmpstr (tuce_procedure_section_get_refusals (fixture->section), !=, "");

  tuce_value_form_fill (form, "votes_against", "0");
  tuce_value_form_fill (form, "votes_for", "18");
  tuce_procedure_section_record (fixture->section);
  settle ();
  assert_title (fixture, "2 of 9");
  g_assert_cmpstr (tuce_procedure_section_get_refusals (fixture->section), ==, "");
  g_assert_cmpstr (tuce_value_form_get_text (form, "votes_for"), ==, "");
  undo (fixture);
  assert_title (fixture, "1 of 9");
}

static void
test_objection (Fixture *fixture, gconstpointer data)
{
  static const char *const verification[]
      = { "done_on", "2018-10-05", "verifier_1", "王一", "verifier_2", "李二", NULL };
  TuceValueForm *form = tuce_procedure_section_get_form (fixture->section);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  fill (form, appraisal);
  tuce_procedure_section_record (fixture->section);
  wait_for (is_reviewed, fixture);
  fill (form, verification);
  tuce_procedure_section_record (fixture->section);
  g_assert_nonnull (strstr (tuce_procedure_section_get_refusals (fixture->section), "Not up to the standard"));

  tuce_statement_run (fixture->county, "UPDATE household_assessment SET state = 'met'", &error);
  g_assert_no_error (error);
  tuce_procedure_section_record (fixture->section);
  settle ();
  assert_title (fixture, "3 of 9");

  dialog = tuce_procedure_section_object (fixture->section);
  tuce_form_dialog_accept (TUCE_FORM_DIALOG (dialog));
  g_assert_cmpstr (tuce_form_dialog_get_problem (TUCE_FORM_DIALOG (dialog)), !=, "");
  tuce_value_form_fill (tuce_form_dialog_get_form (TUCE_FORM_DIALOG (dialog)), "objection", "收入不实");
  tuce_form_dialog_accept (TUCE_FORM_DIALOG (dialog));
  settle ();
  assert_title (fixture, "2 of 9");
  undo (fixture);
  assert_title (fixture, "3 of 9");
}

/* The status is no field like any other: by hand it goes only where the table of transitions lets it. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePending) pending
      = tuce_pending_new (fixture->county, "household", small_county_household (fixture->county, 1), NULL, &error);
  TucePendingRecord *main = tuce_pending_get_main (pending);
  const TuceField *status = tuce_entity_field (tuce_pending_get_entity (pending), "status");

  tuce_pending_type (pending, main, status, "1");
  g_assert_false (tuce_pending_save (pending, &error));
  g_assert_nonnull (strstr (error->message, "exit procedure"));
  g_assert_true (tuce_pending_first_error (pending)->field == status);
  g_clear_error (&error);
  tuce_pending_type (pending, main, status, "0");
  tuce_pending_save (pending, &error);
  g_assert_no_error (error);
  settle ();
}

static gboolean
is_idle (gpointer data)
{
  return !tuce_move_dialog_is_busy (data);
}

static gboolean
is_recorded (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *label = tuce_journal_undo_label (fixture->county);

  return strstr (label, "for 2 ") != NULL;
}

static void
test_batch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = tuce_move_dialog_new (NULL, fixture->workspace, &error);
  TuceMoveDialog *move = TUCE_MOVE_DIALOG (dialog);

  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (dialog));
  tuce_move_dialog_choose (move, "APPRAISE");
  fill (tuce_move_dialog_get_form (move), appraisal);
  wait_for (is_idle, move);
  g_assert_nonnull (strstr (tuce_move_dialog_get_count (move), "2 households pass, 6 are refused"));
  g_assert_cmpuint (tuce_move_dialog_get_n_refused (move), ==, 6);
  assert_title (fixture, "1 of 9");

  tuce_move_dialog_accept (move);
  wait_for (is_recorded, fixture);
  settle ();
  assert_title (fixture, "2 of 9");
  undo (fixture);
  assert_title (fixture, "1 of 9");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);

#define ADD(name, test) g_test_add ("/procedure-section/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("follows", test_follows);
  ADD ("record", test_record);
  ADD ("objection", test_objection);
  ADD ("by-hand", test_by_hand);
  ADD ("batch", test_batch);
  return g_test_run ();
}
