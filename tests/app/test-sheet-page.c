/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of sheets in the window: what there is to print, for whom, the preview and its pages, and the PDF. */
#include <gtk/gtk.h>

#include <string.h>

#include "a-window.h"
#include "tuce-sheet-page-private.h"

static TuceSheetPage *sheets; /* of the window of the test that runs */

static gboolean
is_ready (Fixture *fixture)
{
  return !sheets->asking && sheets->pending == 0 && a_window_is_settled (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  a_window_set_up (fixture, NULL);
  sheets = TUCE_SHEET_PAGE (a_window_part (fixture, "sheets"));
  tuce_window_show_page (fixture->window, "sheets");
  a_window_wait (is_ready, fixture);
}

static void
turn (const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheets), action, NULL));
}

static void
choose (Fixture *fixture, GtkCheckButton *choice)
{
  gtk_check_button_set_active (choice, TRUE);
  a_window_wait (is_ready, fixture);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (sheets->forms, 0);
  const char *text = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));

  g_assert_nonnull (strstr (text, "F1"));
  g_assert_nonnull (strstr (text, G_STRINGIFY (HOUSEHOLDS)));
  g_assert_cmpstr (gtk_button_get_label (sheets->print), ==, "Print " G_STRINGIFY (HOUSEHOLDS) " Sheets…");
  g_assert_cmpstr (gtk_label_get_text (sheets->whom_all), ==, "渠县");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "preview");
}

/* Scope, conditions and search narrow the print as they narrow the table, and are said beside it. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  TucePlace *county = tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")));
  g_autoptr (TucePlace) township = g_list_model_get_item (tuce_place_get_children (county), 0);
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  tuce_workspace_set_scope (fixture->workspace, tuce_place_get_code (township));
  g_assert_true (tuce_workspace_add_condition (fixture->workspace, "size", TUCE_AT_LEAST, "4", &error));
  a_window_wait (is_ready, fixture);
  tuce_window_show_page (fixture->window, "households");
  a_window_wait (is_ready, fixture);
  g_assert_cmpuint (sheets->chosen->len, ==, a_window_n_rows (fixture));
  g_assert_cmpuint (sheets->chosen->len, <, tuce_place_get_households (township));
  for (guint i = 0; i < sheets->chosen->len; i++)
    g_assert_cmpint (g_array_index (sheets->chosen, gint64, i), ==, a_window_id_at (fixture, i));
  wanted = g_strdup_printf ("Print %u Sheets…", sheets->chosen->len);
  g_assert_cmpstr (gtk_button_get_label (sheets->print), ==, wanted);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (sheets->whom_all), tuce_place_get_name (township)));
  g_assert_nonnull (strstr (gtk_label_get_text (sheets->whom_all), "≥ 4"));

  tuce_window_show_page (fixture->window, "sheets");
  tuce_workspace_set_search (fixture->workspace, "nobody at all");
  a_window_wait (is_ready, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "sentence");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (sheets->print)));
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  gint64 id = a_window_id_at (fixture, 11);
  g_autoptr (TuceRecord) household = tuce_county_load (a_window_county (fixture), "household", id, NULL);

  choose (fixture, sheets->for_one);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "sentence");
  tuce_workspace_select (fixture->workspace, "household", id);
  a_window_wait (is_ready, fixture);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (sheets->chosen, gint64, 0), ==, id);
  g_assert_cmpstr (gtk_button_get_label (sheets->print), ==, "Print 1 Sheet…");
  g_assert_cmpstr (gtk_label_get_text (sheets->whom_one), ==, tuce_record_text (household, "head_name"));
  choose (fixture, sheets->for_blank);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (sheets->chosen, gint64, 0), ==, 0);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *at_first = g_strdup (gtk_label_get_text (sheets->position));
  guint pages = tuce_sheet_preview_get_n_pages (sheets->preview);

  g_assert_cmpuint (pages, >=, 2);
  for (guint i = 1; i < pages; i++)
    {
      turn ("sheets.next-page");
      g_assert_cmpuint (tuce_sheet_preview_get_page (sheets->preview), ==, i);
      g_assert_cmpuint (sheets->record, ==, 0);
    }
  turn ("sheets.next-page");
  g_assert_cmpuint (sheets->record, ==, 1);
  g_assert_cmpuint (tuce_sheet_preview_get_page (sheets->preview), ==, 0);
  turn ("sheets.previous-page");
  g_assert_cmpuint (sheets->record, ==, 0);
  g_assert_cmpuint (tuce_sheet_preview_get_page (sheets->preview), ==, pages - 1);
  for (guint i = 1; i < pages; i++)
    turn ("sheets.previous-page");
  g_assert_cmpstr (gtk_label_get_text (sheets->position), ==, at_first);
}

/* What is corrected in the card stands on the sheet that is shown. */
static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = a_window_id_at (fixture, 0);
  g_autoptr (TuceRecord) household = tuce_county_load (a_window_county (fixture), "household", id, NULL);
  TuceEdit *edit = tuce_edit_begin (a_window_county (fixture), "another phone", &error);
  TucePrintRun *run = sheets->run;

  tuce_record_set_text (household, "phone", "13900001111");
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  a_window_wait (is_ready, fixture);
  g_assert_nonnull (sheets->run);
  g_assert_true (sheets->run != run);
}

static gboolean
has_report (Fixture *fixture)
{
  return strstr (tuce_status_line_get_done (TUCE_STATUS_LINE (a_window_part (fixture, "status"))), ".pdf") != NULL
         || tuce_window_get_bar (fixture->window, "error");
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "one.pdf", NULL);
  g_autofree char *content = NULL;
  g_autofree char *name = NULL;
  gsize length;

  tuce_workspace_select (fixture->workspace, "household", a_window_id_at (fixture, 2));
  choose (fixture, sheets->for_one);
  turn ("sheets.save");
  g_assert_nonnull (sheets->chooser);
  g_assert_true (gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (sheets->chooser)));
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (sheets->chooser));
  g_assert_true (g_str_has_prefix (name, "F1 "));
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_signal_emit_by_name (sheets->chooser, "response", GTK_RESPONSE_CANCEL);
  g_assert_null (sheets->chooser);
  tuce_sheet_page_save_to (sheets, path);
  a_window_wait (has_report, fixture);
  g_assert_null (tuce_window_get_bar (fixture->window, "error"));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
}

static void
choose_form (Fixture *fixture, const char *number)
{
  for (guint i = 0; i < sheets->loaded->len; i++)
    if (g_str_equal (tuce_form_number (sheets->loaded->pdata[i]), number))
      gtk_list_box_select_row (sheets->forms, gtk_list_box_get_row_at_index (sheets->forms, (int) i));
  g_assert_cmpstr (tuce_form_number (sheets->form), ==, number);
  a_window_wait (is_ready, fixture);
}

static gint64
first_of (Fixture *fixture, const char *entity, const char *path, TuceComparison comparison, const char *value, guint *n)
{
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), entity);
  g_autoptr (GArray) ids = NULL;

  g_assert_true (!path || tuce_query_add_condition (query, path, comparison, value, NULL));
  ids = tuce_query_ids (query, a_window_county (fixture), NULL, NULL);
  g_assert_cmpuint (ids->len, >, 0);
  if (n)
    *n = ids->len;
  return g_array_index (ids, gint64, 0);
}

/* F4 is for households that move only, and says so of another one that is selected. */
static void
test_for_movers (Fixture *fixture, gconstpointer data)
{
  guint n;
  gint64 moves = first_of (fixture, "household", "relocation.stage", TUCE_MATCHES, "*", &n);
  gint64 stays = first_of (fixture, "household", "relocation.stage", TUCE_IS_EMPTY, NULL, NULL);

  choose_form (fixture, "F4");
  g_assert_cmpuint (sheets->chosen->len, ==, n);
  choose (fixture, sheets->for_one);
  tuce_workspace_select (fixture->workspace, "household", moves);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "preview");
  tuce_workspace_select (fixture->workspace, "household", stays);
  g_assert_null (sheets->chosen);
  g_assert_nonnull (strstr (gtk_label_get_text (sheets->sentence), "does not move"));
}

/* One sheet lists all sites; the check sheet is for the selected one, or for each. */
static void
test_for_sites (Fixture *fixture, gconstpointer data)
{
  guint n;
  gint64 site = first_of (fixture, "site", NULL, TUCE_IS, NULL, &n);
  g_autofree char *each = g_strdup_printf (n == 1 ? "Print %u Sheet…" : "Print %u Sheets…", n);

  choose (fixture, sheets->for_one);
  choose_form (fixture, "F5");
  g_assert_true (gtk_check_button_get_active (sheets->for_all));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (sheets->for_one)));
  g_assert_cmpuint (sheets->chosen->len, ==, n);
  g_assert_cmpstr (gtk_button_get_label (sheets->print), ==, "Print 1 Sheet…");
  choose_form (fixture, "F5C");
  g_assert_cmpstr (gtk_button_get_label (sheets->print), ==, each);
  g_assert_cmpstr (gtk_check_button_get_label (sheets->for_one), ==, "The Selected Site");
  choose (fixture, sheets->for_one);
  g_assert_null (sheets->chosen);
  tuce_workspace_select (fixture->workspace, "site", site);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (sheets->chosen, gint64, 0), ==, site);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "preview");
}

static void
add_scenario (Fixture *fixture, const char *name)
{
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (TuceRecord) scenario = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "scenario"));
  TuceEdit *edit = tuce_edit_begin (county, name, NULL);

  tuce_record_set_text (scenario, "name", name);
  g_assert_true (tuce_edit_insert (edit, scenario, NULL));
  g_assert_true (tuce_edit_commit (edit, NULL));
  a_window_wait (is_ready, fixture);
}

/* Scenarios are chosen here, for nothing else in the window selects one. */
static void
test_for_scenarios (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  add_scenario (fixture, "方案甲");
  add_scenario (fixture, "方案乙");
  choose_form (fixture, "P1");
  g_assert_cmpuint (sheets->chosen->len, ==, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheets->which)));
  choose (fixture, sheets->for_one);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  first = g_array_index (sheets->chosen, gint64, 0);
  gtk_drop_down_set_selected (sheets->which, 1);
  g_assert_cmpuint (sheets->chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (sheets->chosen, gint64, 0), !=, first);
  choose_form (fixture, "P2");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (sheets->views), ==, "preview");
  choose_form (fixture, "F1");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (sheets->which)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, test) g_test_add ("/sheet-page/" path, Fixture, NULL, set_up, test, a_window_tear_down)
  add ("lists", test_lists);
  add ("for-movers", test_for_movers);
  add ("for-sites", test_for_sites);
  add ("for-scenarios", test_for_scenarios);
  add ("filter", test_filter);
  add ("one", test_one);
  add ("pages", test_pages);
  add ("follows-edits", test_follows_edits);
  add ("pdf", test_pdf);
#undef add
  return g_test_run ();
}
