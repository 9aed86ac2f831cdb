/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of relocation: sites by stage, the figures of one, its households by red line, put right one after the other; a
 * stage set by hand; the villages people come from; what it says where there is nothing. */
#include <gtk/gtk.h>
#include <string.h>

#include "../register/small-county.h"
#include "tuce-form-dialog.h"
#include "tuce-parameters.h"
#include "tuce-relocation-page.h"
#include "tuce-text.h"

#define DAY "2018-07-05"
#define HOUSEHOLDS 12
#define VILLAGE "511725201204"
#define LANE_SITING 0
#define LANE_BUILDING 1
#define LANE_FINISHED 3

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceWorkspace *workspace;
  TuceSettings *settings;
  GtkWidget *window;
  TuceRelocationPage *page;
  gint64 built, late;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_settled (Fixture *fixture)
{
  TuceStandards *standards = tuce_workspace_get_standards (fixture->workspace);
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return standards && !tuce_review_get_running (review) && tuce_review_is_current (fixture->county, standards)
         && !tuce_relocation_page_is_loading (fixture->page);
}

static void
wait (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gboolean answer;

  while (!(answer = is_settled (fixture)) && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (answer);
  settle ();
}

static gint64
add_site (Fixture *fixture, TuceEdit *edit, const char *name, const char *started_on, gboolean accepted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) site
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "site"));

  tuce_record_set_text (site, "name", name);
  tuce_record_set_text (site, "village_code", VILLAGE);
  tuce_record_set_integer (site, "plan_people", 20);
  tuce_record_set_text (site, "due_on", "2018-06-01");
  tuce_record_set_text (site, "started_on", started_on);
  if (accepted)
    tuce_record_set_text (site, "accepted_on", "2018-05-20");
  g_assert_true (tuce_edit_insert (edit, site, &error));
  g_assert_no_error (error);
  return site->id;
}

/* The first eight go to the site that is built, one is scattered, the others do not move. 1, 4 and 7 have too large a house;
 * the even ones moved in. */
static void
add_move (Fixture *fixture, TuceEdit *edit, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) move
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "relocation"));
  g_autoptr (TuceRecord) household
      = tuce_county_load (fixture->county, "household", small_county_household (fixture->county, i), &error);

  tuce_record_set_integer (move, "household_id", household->id);
  tuce_record_set_integer (move, "people", 2);
  tuce_record_set_integer (move, "house_m2", i % 3 == 1 ? 6000 : 5000);
  tuce_record_set_integer (move, "annex_m2", 0);
  tuce_record_set_integer (move, "self_raised", 0);
  tuce_record_set_integer (move, "housing_debt", 0);
  if (i < 8)
    tuce_record_set_integer (move, "site_id", fixture->built);
  else
    tuce_record_set_text (household, "resettle_type", "2");
  if (i % 2 == 0)
    tuce_record_set_text (move, "moved_in_on", "2018-06-10");
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_insert (edit, move, &error));
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "moves", &error);

  g_assert_true (tuce_parameters_install (fixture->county, edit, &error));
  fixture->built = add_site (fixture, edit, "双桥安置点", "2017-05-01", TRUE);
  fixture->late = add_site (fixture, edit, "迟建安置点", "2018-01-01", FALSE);
  for (guint i = 0; i < 9; i++)
    add_move (fixture, edit, i);
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* @data: anything but NULL leaves the county without sites and moves. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_autofree char *settings = g_build_filename (folder, "settings", NULL);

  fixture->county = small_county (&fixture->path, HOUSEHOLDS);
  g_assert_true (tuce_county_set_setting (fixture->county, "day", DAY, NULL));
  if (!data)
    fill (fixture);
  fixture->workspace = tuce_workspace_new ();
  fixture->settings = tuce_settings_new (settings);
  fixture->page = TUCE_RELOCATION_PAGE (tuce_relocation_page_new (fixture->workspace, fixture->settings));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  wait (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  tuce_workspace_set_county (fixture->workspace, NULL);
  g_clear_object (&fixture->workspace);
  g_clear_object (&fixture->settings);
  small_county_remove (fixture->county, fixture->path);
}

static guint
n_rows (Fixture *fixture)
{
  TuceRecordList *list = tuce_record_table_get_list (tuce_relocation_page_get_table (fixture->page));

  return list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

static gint64
row_id (Fixture *fixture, guint position)
{
  return tuce_record_list_get_id (tuce_record_table_get_list (tuce_relocation_page_get_table (fixture->page)), position);
}

/* As a click on the button of @key does. */
static void
press (Fixture *fixture, TuceChoiceBar *bar, const char *key)
{
  tuce_choice_bar_choose (bar, key);
  g_signal_emit_by_name (bar, "chosen");
  wait (fixture);
}

static void
choose_site (Fixture *fixture, gint64 id)
{
  g_signal_emit_by_name (tuce_relocation_page_get_board (fixture->page), "chosen", id);
  wait (fixture);
}

static gboolean
stands_in (Fixture *fixture, guint lane, gint64 site)
{
  g_autoptr (GArray) ids = tuce_stage_board_get_lane (tuce_relocation_page_get_board (fixture->page), lane);

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == site)
      return TRUE;
  return FALSE;
}

static const char *
figure (Fixture *fixture, const char *caption)
{
  return tuce_figure_strip_get (tuce_relocation_page_get_figures (fixture->page), caption);
}

static void
test_board (Fixture *fixture, gconstpointer data)
{
  g_assert_true (stands_in (fixture, LANE_FINISHED, fixture->built));
  g_assert_true (stands_in (fixture, LANE_BUILDING, fixture->late));
  g_assert_cmpstr (tuce_relocation_page_get_board_look (fixture->page), ==, "list");
  /* everybody at first */
  g_assert_cmpuint (n_rows (fixture), ==, 9);
  g_assert_cmpstr (figure (fixture, "To Move"), ==, "9 hh, 18 p.");
  g_assert_cmpstr (figure (fixture, "Planned for"), ==, "40");
  g_assert_cmpstr (figure (fixture, "Moved In"), ==, "20.0 %"); /* 8 of 40 */
  press (fixture, tuce_relocation_page_get_whose (fixture->page), "scattered");
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_cmpstr (figure (fixture, "Moved In"), ==, "100.0 %");
  press (fixture, tuce_relocation_page_get_whose (fixture->page), "unplaced");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (tuce_relocation_page_get_look (fixture->page), ==, "nothing");
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  choose_site (fixture, fixture->built);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "site");
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, fixture->built);
  g_assert_cmpstr (tuce_choice_bar_get (tuce_relocation_page_get_whose (fixture->page)), ==, "site");
  g_assert_cmpuint (n_rows (fixture), ==, 8);
  g_assert_cmpstr (figure (fixture, "Planned for"), ==, "20");
  g_assert_cmpstr (figure (fixture, "Moved In"), ==, "40.0 %"); /* 8 of 20 */
  g_assert_cmpstr (figure (fixture, "Area a Head"), ==, "26.88 ㎡"); /* 5 × 50 + 3 × 60 for 16 people */
  press (fixture, tuce_relocation_page_get_filters (fixture->page), "waiting");
  g_assert_cmpuint (n_rows (fixture), ==, 4);
  /* selected on the map: the site is chosen here too */
  tuce_workspace_select (fixture->workspace, "site", fixture->late);
  wait (fixture);
  g_assert_cmpint (tuce_stage_board_get_chosen (tuce_relocation_page_get_board (fixture->page)), ==, fixture->late);
  press (fixture, tuce_relocation_page_get_filters (fixture->page), "all");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (tuce_relocation_page_get_look (fixture->page), ==, "empty");
}

static void
make_smaller (Fixture *fixture, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = tuce_county_children (fixture->county, "relocation", household, &error);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "area", &error);

  g_assert_cmpuint (moves->len, ==, 1);
  tuce_record_set_integer (moves->pdata[0], "house_m2", 5000);
  g_assert_true (tuce_edit_update (edit, moves->pdata[0], &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
  wait (fixture);
}

/* The clerk's way: the too large houses of a site, one after the other. */
static void
test_worked_down (Fixture *fixture, gconstpointer data)
{
  TuceChoiceBar *filters = tuce_relocation_page_get_filters (fixture->page);
  gint64 first, second;

  choose_site (fixture, fixture->built);
  g_assert_cmpstr (tuce_choice_bar_get_label (filters, "R2"), ==, "✗ Area 3");
  press (fixture, filters, "R2");
  g_assert_cmpuint (n_rows (fixture), ==, 3);
  first = row_id (fixture, 0);
  second = row_id (fixture, 1);
  g_signal_emit_by_name (tuce_relocation_page_get_table (fixture->page), "activated", first);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, first);
  make_smaller (fixture, first);
  g_assert_cmpuint (n_rows (fixture), ==, 2);
  g_assert_cmpstr (tuce_choice_bar_get_label (filters, "R2"), ==, "✗ Area 2");
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "household");
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, second);
  make_smaller (fixture, second);
  make_smaller (fixture, row_id (fixture, 0));
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_cmpstr (tuce_relocation_page_get_look (fixture->page), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relocation.clear", NULL);
  wait (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 8);
  g_assert_cmpstr (tuce_choice_bar_get (tuce_relocation_page_get_whose (fixture->page)), ==, "site");
}

/* Another household on the card is left alone when one of the list goes. */
static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  gint64 gone, other = small_county_household (fixture->county, 11);

  choose_site (fixture, fixture->built);
  press (fixture, tuce_relocation_page_get_filters (fixture->page), "R2");
  gone = row_id (fixture, 0);
  tuce_workspace_select (fixture->workspace, "household", other);
  wait (fixture);
  make_smaller (fixture, gone);
  g_assert_cmpuint (n_rows (fixture), ==, 2);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, other);
}

static TuceFormDialog *
ask_stage (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relocation.set-stage", NULL);
  settle ();
  g_assert_nonnull (tuce_relocation_page_get_dialog (fixture->page));
  return TUCE_FORM_DIALOG (tuce_relocation_page_get_dialog (fixture->page));
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TuceFormDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relocation.set-stage", NULL);
  settle ();
  g_assert_null (tuce_relocation_page_get_dialog (fixture->page)); /* of no site */
  choose_site (fixture, fixture->late);
  dialog = ask_stage (fixture);
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "stage_set", "ALLOT");
  tuce_form_dialog_accept (dialog);
  g_assert_nonnull (strstr (tuce_form_dialog_get_problem (dialog), "Why")); /* a reason is needed */
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "stage_note", "公示已满");
  tuce_form_dialog_accept (dialog);
  wait (fixture);
  g_assert_null (tuce_relocation_page_get_dialog (fixture->page));
  g_assert_true (stands_in (fixture, LANE_FINISHED, fixture->late));
  g_assert_cmpint (tuce_stage_board_get_chosen (tuce_relocation_page_get_board (fixture->page)), ==, fixture->late);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  wait (fixture);
  g_assert_true (stands_in (fixture, LANE_BUILDING, fixture->late));
  g_assert_true (tuce_journal_redo (fixture->county, &error));
  wait (fixture);
  dialog = ask_stage (fixture);
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "stage_set", "");
  tuce_form_dialog_accept (dialog);
  wait (fixture);
  g_assert_true (stands_in (fixture, LANE_BUILDING, fixture->late));
}

static void
test_origins (Fixture *fixture, gconstpointer data)
{
  TuceRecordTable *table;
  guint households = 0;

  choose_site (fixture, fixture->built);
  press (fixture, tuce_relocation_page_get_views (fixture->page), "origins");
  table = tuce_relocation_page_get_table (fixture->page);
  g_assert_cmpuint (n_rows (fixture), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = tuce_record_table_get_text (table, i, "@households");

      households += (guint) g_ascii_strtoull (words, NULL, 10);
    }
  g_assert_cmpuint (households, ==, 8);
  tuce_record_table_sort (table, "@people", FALSE);
  wait (fixture);
  {
    g_autofree char *least = tuce_record_table_get_text (table, 0, "@people");
    g_autofree char *distance = tuce_record_table_get_text (table, 0, "@distance");

    g_assert_cmpstr (least, ==, "4");
    g_assert_cmpstr (distance, ==, "—"); /* nobody knows where they lie */
  }
  g_signal_emit_by_name (table, "selected", row_id (fixture, 0));
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "village");
}

/* The sites of a place, and those that take in its people; what is shown follows the tree. */
static void
test_scope (Fixture *fixture, gconstpointer data)
{
  tuce_workspace_set_scope (fixture->workspace, "511725109201"); /* households 0 3 6 9 */
  wait (fixture);
  g_assert_true (stands_in (fixture, LANE_FINISHED, fixture->built));
  g_assert_false (stands_in (fixture, LANE_BUILDING, fixture->late));
  g_assert_cmpuint (n_rows (fixture), ==, 3);
  choose_site (fixture, fixture->built);
  g_assert_cmpuint (n_rows (fixture), ==, 8); /* all of the site */
  tuce_workspace_set_scope (fixture->workspace, NULL);
  wait (fixture);
  choose_site (fixture, fixture->late);
  tuce_workspace_set_scope (fixture->workspace, "511725109201");
  wait (fixture);
  /* it has nothing to do with the village */
  g_assert_cmpstr (tuce_choice_bar_get (tuce_relocation_page_get_whose (fixture->page)), ==, "all");
  g_assert_cmpuint (n_rows (fixture), ==, 3);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (tuce_relocation_page_get_board_look (fixture->page), ==, "empty");
  g_assert_cmpstr (tuce_relocation_page_get_look (fixture->page), ==, "empty");
  g_assert_cmpstr (figure (fixture, "Moved In"), ==, "—"); /* nothing to divide by */
  tuce_workspace_set_county (fixture->workspace, NULL);
  settle ();
  g_assert_null (figure (fixture, "Moved In"));
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  wait (fixture);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  TuceRecordTable *table = tuce_relocation_page_get_table (fixture->page);
  g_auto (GStrv) shown = tuce_record_table_get_shown (table);
  g_autofree char *site = NULL;

  g_assert_true (g_strv_contains ((const char *const *) shown, "relocation_assessment.results"));
  choose_site (fixture, fixture->built);
  site = tuce_record_table_get_text (table, 0, "relocation.site.name");
  g_assert_cmpstr (site, ==, "双桥安置点");
  tuce_record_table_show_column (table, "relocation.house_m2", FALSE);
  g_assert_null (tuce_settings_get_strings (fixture->settings, "households", "columns")); /* not those of the other page */
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/relocation-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("board", test_board);
  ADD ("site", test_site);
  ADD ("worked-down", test_worked_down);
  ADD ("selection-stays", test_selection_stays);
  ADD ("stage", test_stage);
  ADD ("origins", test_origins);
  ADD ("scope", test_scope);
  ADD ("columns", test_columns);
  g_test_add ("/relocation-page/empty", Fixture, "empty", set_up, test_empty, tear_down);
  return g_test_run ();
}
