/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of measures and problems: added for a filter, listed by what is due, ended, closed, undone. */
#include <gtk/gtk.h>
#include <string.h>

#include "../register/small-county.h"
#include "tuce-form-dialog.h"
#include "tuce-gap-section.h"
#include "tuce-measure-dialog.h"
#include "tuce-measure-page.h"
#include "tuce-statement.h"
#include "tuce-text.h"

#define DAY "2018-11-20"

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceWorkspace *workspace;
  GtkWidget *window;
  TuceMeasurePage *page;
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
is_settled (gpointer data)
{
  Fixture *fixture = data;
  TuceStandards *standards = tuce_workspace_get_standards (fixture->workspace);
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return standards && !tuce_review_get_running (review) && tuce_review_is_current (fixture->county, standards)
         && !tuce_measure_page_is_loading (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = small_county (&fixture->path, 8);
  /* the county stands still on this day */
  g_assert_true (tuce_county_set_setting (fixture->county, "day", DAY, NULL));
  fixture->workspace = tuce_workspace_new ();
  fixture->page = TUCE_MEASURE_PAGE (tuce_measure_page_new (fixture->workspace));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  wait_for (is_settled, fixture);
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

static guint
n_rows (Fixture *fixture)
{
  TuceRecordList *list = tuce_list_table_get_list (tuce_measure_page_get_table (fixture->page));

  return list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  wait_for (is_settled, fixture);
}

static gboolean
is_counted (gpointer data)
{
  return !tuce_measure_dialog_is_counting (data);
}

static gboolean
has_no_dialog (gpointer data)
{
  Fixture *fixture = data;

  return !tuce_measure_page_get_dialog (fixture->page) && is_settled (fixture);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
  settle ();
}

/* A measure for all households of @scope, due on @day. */
static void
add_for (Fixture *fixture, const char *scope, const char *department, const char *day)
{
  TuceMeasureDialog *dialog;

  tuce_workspace_set_scope (fixture->workspace, scope);
  wait_for (is_settled, fixture);
  act (fixture, "measures.add");
  dialog = TUCE_MEASURE_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  tuce_measure_dialog_choose (dialog, "");
  tuce_value_form_fill (tuce_measure_dialog_get_form (dialog), "content", "打井");
  tuce_value_form_fill (tuce_measure_dialog_get_form (dialog), "department", department);
  tuce_value_form_fill (tuce_measure_dialog_get_form (dialog), "due_on", day);
  wait_for (is_counted, dialog);
  tuce_measure_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  tuce_workspace_set_scope (fixture->workspace, NULL);
  wait_for (is_settled, fixture);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  TuceMeasureDialog *dialog;
  g_autofree char *label = NULL;

  g_assert_cmpstr (tuce_measure_page_get_look (fixture->page), ==, "empty");
  act (fixture, "measures.add");
  dialog = TUCE_MEASURE_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  tuce_measure_dialog_choose (dialog, "");
  wait_for (is_counted, dialog);
  g_assert_nonnull (strstr (tuce_measure_dialog_get_count (dialog), "Of 8 households shown 8 get"));
  /* without content it is refused, and stays open */
  tuce_value_form_fill (tuce_measure_dialog_get_form (dialog), "content", "");
  tuce_measure_dialog_accept (dialog);
  settle ();
  g_assert_true (tuce_measure_page_get_dialog (fixture->page) == GTK_WIDGET (dialog));
  tuce_value_form_fill (tuce_measure_dialog_get_form (dialog), "content", "打井");
  tuce_measure_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 8);
  label = tuce_journal_undo_label (fixture->county);
  g_assert_cmpstr (label, ==, "Add 8 measures");
  undo (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (tuce_measure_page_get_look (fixture->page), ==, "empty");
}

static void
test_criterion (Fixture *fixture, gconstpointer data)
{
  TuceMeasureDialog *dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE household_assessment SET results = '0' || substr (results, 2)"
                                          " WHERE household_id IN (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                                          small_county_household (fixture->county, 1),
                                          small_county_household (fixture->county, 2));

  tuce_statement_run (fixture->county, "UPDATE household_assessment SET results = '1' || substr (results, 2)", &error);
  g_assert_no_error (error);
  tuce_statement_run (fixture->county, sql, &error);
  g_assert_no_error (error);
  act (fixture, "measures.add");
  dialog = TUCE_MEASURE_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  tuce_measure_dialog_choose (dialog, "H1");
  wait_for (is_counted, dialog);
  g_assert_nonnull (strstr (tuce_measure_dialog_get_count (dialog), "2 get the measure"));
  g_assert_nonnull (strstr (tuce_measure_dialog_get_count (dialog), "6 for which it is met"));
  /* the first proposal of the standard stands there already */
  g_assert_cmpstr (tuce_value_form_get_text (tuce_measure_dialog_get_form (dialog), "content"), !=, "");
  g_assert_cmpstr (tuce_value_form_get_text (tuce_measure_dialog_get_form (dialog), "department"), !=, "");
  tuce_measure_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 2);
}

static void
test_departments (Fixture *fixture, gconstpointer data)
{
  TuceListTable *table = tuce_measure_page_get_table (fixture->page);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  add_for (fixture, "511725109201", "水务局", "2018-12-31");
  add_for (fixture, "511725201204", "住建局", "2018-11-19");
  g_assert_cmpuint (n_rows (fixture), ==, 5);
  first = tuce_due_table_words (table, 0, "due_on");
  last = tuce_due_table_words (table, 4, "due_on");
  g_assert_nonnull (strstr (first, "1 day late"));
  g_assert_cmpstr (last, ==, "2018-12-31");

  tuce_count_list_choose (tuce_measure_page_get_departments (fixture->page), "水务局");
  wait_for (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 3);
  act (fixture, "measures.clear");
  wait_for (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 5);
}

/* On the card of one household: what is proposed is taken over, and stands there as a measure then. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceGapSection) section = g_object_ref_sink (TUCE_GAP_SECTION (tuce_gap_section_new (fixture->workspace)));
  GtkWidget *holder = gtk_window_new ();
  g_autoptr (GError) error = NULL;
  TuceFormDialog *dialog;
  guint before;

  gtk_window_set_child (GTK_WINDOW (holder), GTK_WIDGET (section));
  gtk_window_present (GTK_WINDOW (holder));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section)));
  tuce_statement_run (fixture->county, "UPDATE household_assessment SET results = '0' || substr (results, 2)", &error);
  g_assert_no_error (error);
  tuce_workspace_select (fixture->workspace, "household", small_county_household (fixture->county, 1));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (section)));
  before = tuce_gap_section_get_n_gaps (section);
  g_assert_cmpuint (before, >=, 1);
  g_assert_cmpuint (tuce_gap_section_get_n_measures (section), ==, 0);

  dialog = TUCE_FORM_DIALOG (tuce_gap_section_take (section, 0));
  g_assert_cmpstr (tuce_value_form_get_text (tuce_form_dialog_get_form (dialog), "content"), !=, "");
  tuce_form_dialog_accept (dialog);
  settle ();
  g_assert_cmpuint (tuce_gap_section_get_n_measures (section), ==, 1);
  undo (fixture);
  g_assert_cmpuint (tuce_gap_section_get_n_measures (section), ==, 0);
  gtk_window_destroy (GTK_WINDOW (holder));
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  TuceListTable *table = tuce_measure_page_get_table (fixture->page);
  TuceFormDialog *dialog;
  gint64 id;

  add_for (fixture, "511725109201", "水务局", "2018-12-31");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  settle ();
  id = tuce_workspace_get_selected_id (fixture->workspace);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "measure");
  g_assert_cmpint (id, ==, tuce_record_list_get_id (tuce_list_table_get_list (table), 0));

  act (fixture, "measures.done");
  dialog = TUCE_FORM_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  g_assert_cmpstr (tuce_value_form_get_text (tuce_form_dialog_get_form (dialog), "done_on"), ==, DAY);
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "done_on", "");
  tuce_form_dialog_accept (dialog);
  g_assert_cmpstr (tuce_form_dialog_get_problem (dialog), !=, "");
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "done_on", "2018.11.18");
  tuce_form_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  {
    g_autoptr (TuceRecord) record = tuce_county_load (fixture->county, "measure", id, NULL);

    g_assert_cmpstr (tuce_record_text (record, "state"), ==, "done");
    g_assert_cmpstr (tuce_record_text (record, "done_on"), ==, "2018-11-18");
  }
  /* only what is open is listed */
  g_assert_cmpuint (n_rows (fixture), ==, 2);
  /* the next one is selected */
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==,
                   tuce_record_list_get_id (tuce_list_table_get_list (table), 0));
  act (fixture, "measures.cancel");
  wait_for (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 3);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  TuceFormDialog *dialog;
  TuceValueForm *form;
  g_autofree char *label = NULL;

  tuce_measure_page_show (fixture->page, "problem", NULL);
  wait_for (is_settled, fixture);
  g_assert_cmpstr (tuce_measure_page_get_look (fixture->page), ==, "empty");
  act (fixture, "measures.add");
  dialog = TUCE_FORM_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  form = tuce_form_dialog_get_form (dialog);
  tuce_value_form_fill (form, "description", "住房面积超标");
  tuce_form_dialog_accept (dialog);
  g_assert_cmpstr (tuce_form_dialog_get_problem (dialog), !=, ""); /* where it comes from */
  tuce_value_form_fill (form, "source", "audit");
  tuce_value_form_fill (form, "department", "住建局");
  tuce_value_form_fill (form, "due_on", "2018-10-31");
  tuce_form_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "problem");

  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  act (fixture, "measures.close");
  dialog = TUCE_FORM_DIALOG (tuce_measure_page_get_dialog (fixture->page));
  tuce_form_dialog_accept (dialog);
  g_assert_nonnull (strstr (tuce_form_dialog_get_problem (dialog), "Closed by"));
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "closed_by", "王科长");
  tuce_form_dialog_accept (dialog);
  wait_for (has_no_dialog, fixture);
  label = tuce_journal_undo_label (fixture->county);
  g_assert_cmpstr (label, ==, "Close 1 problem");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (tuce_measure_page_get_look (fixture->page), ==, "nothing");
  undo (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);

#define ADD(name, test) g_test_add ("/measure-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("add", test_add);
  ADD ("criterion", test_criterion);
  ADD ("departments", test_departments);
  ADD ("gaps", test_gaps);
  ADD ("end", test_end);
  ADD ("problems", test_problems);
  return g_test_run ();
}
