/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as people use it: start page, tree, table, search, undo, what it remembers. */
#include <gtk/gtk.h>

#include <string.h>

#include "tuce-demo.h"
#include "tuce-household-page.h"
#include "tuce-journal.h"
#include "tuce-place-tree.h"
#include "tuce-status-line.h"
#include "tuce-window.h"

#define HOUSEHOLDS 600

static char *county_path; /* made once, copied for each test */

typedef struct
{
  char *folder;
  char *path;
  TuceSettings *settings;
  TuceWindow *window;
  TuceWorkspace *workspace;
  TuceHouseholdPage *page;
  TuceHouseholdTable *table;
} Fixture;

static TuceCounty *
county_of (Fixture *fixture)
{
  return tuce_workspace_get_county (fixture->workspace);
}

/* Runs the main loop until @done says so. */
static void
wait_until (gboolean (*done) (Fixture *fixture), Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  gboolean is_done;

  /* Asked once a turn: "nothing is pending" may be true now and false a moment later. */
  while (!(is_done = done (fixture)) && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (is_done);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_settled (Fixture *fixture)
{
  return !tuce_household_page_is_loading (fixture->page) && !g_main_context_pending (NULL);
}

static gboolean
has_tree (Fixture *fixture)
{
  return tuce_place_tree_get_county (TUCE_PLACE_TREE (tuce_window_get_part (fixture->window, "tree")))
         && is_settled (fixture);
}

static guint
n_rows (Fixture *fixture)
{
  TuceHouseholdList *list = tuce_household_table_get_list (fixture->table);

  return list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

static gint64
id_at (Fixture *fixture, guint position)
{
  return tuce_household_list_get_id (tuce_household_table_get_list (fixture->table), position);
}

static void
open_window (Fixture *fixture)
{
  fixture->settings = tuce_settings_new (g_build_filename (fixture->folder, "settings.ini", NULL));
  fixture->window = TUCE_WINDOW (tuce_window_new (NULL, fixture->settings));
  fixture->workspace = tuce_window_get_workspace (fixture->window);
  fixture->page = TUCE_HOUSEHOLD_PAGE (tuce_window_get_part (fixture->window, "households"));
  fixture->table = tuce_household_page_get_table (fixture->page);
  tuce_window_show_page (fixture->window, "households");
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->settings);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (county_path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tuce-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "c.tuce", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  open_window (fixture);
  if (!data) /* the start page otherwise */
    {
      g_assert_true (tuce_window_open (fixture->window, fixture->path));
      wait_until (has_tree, fixture);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_start_page (Fixture *fixture, gconstpointer data)
{
  g_assert_null (county_of (fixture));
  g_assert_true (gtk_widget_get_child_visible (tuce_window_get_part (fixture->window, "start")));
  g_assert_true (gtk_widget_get_mapped (tuce_window_get_part (fixture->window, "start")));
  g_assert_false (tuce_window_open (fixture->window, "/nonexistent.tuce"));
  g_assert_nonnull (tuce_window_get_bar (fixture->window, "error"));
  g_assert_null (tuce_window_get_bar (fixture->window, "read-only"));
}

static void
test_tree_counts (Fixture *fixture, gconstpointer data)
{
  TucePlace *county
      = tuce_place_tree_get_county (TUCE_PLACE_TREE (tuce_window_get_part (fixture->window, "tree")));
  GListModel *townships = tuce_place_get_children (county);
  gint64 sum = 0;
  guint villages = 0;

  g_assert_cmpint (tuce_place_get_households (county), ==, HOUSEHOLDS);
  g_assert_cmpuint (g_list_model_get_n_items (townships), ==, 60);
  for (guint i = 0; i < g_list_model_get_n_items (townships); i++)
    {
      g_autoptr (TucePlace) township = g_list_model_get_item (townships, i);

      sum += tuce_place_get_households (township);
      villages += g_list_model_get_n_items (tuce_place_get_children (township));
    }
  g_assert_cmpint (sum, ==, HOUSEHOLDS);
  g_assert_cmpuint (villages, ==, 566);
}

static void
test_tree_finds (Fixture *fixture, gconstpointer data)
{
  TucePlaceTree *tree = TUCE_PLACE_TREE (tuce_window_get_part (fixture->window, "tree"));
  guint all = tuce_place_tree_n_rows (tree);

  g_assert_cmpuint (all, ==, 61);
  tuce_place_tree_find (tree, "渠北");
  g_assert_cmpuint (tuce_place_tree_n_rows (tree), >, 1);
  tuce_place_tree_find (tree, "没有这个地方");
  g_assert_cmpuint (tuce_place_tree_n_rows (tree), <=, 1);
  tuce_place_tree_find (tree, "qbx"); /* 渠北乡 */
  g_assert_cmpuint (tuce_place_tree_n_rows (tree), >, 1);
  tuce_place_tree_find (tree, "");
  g_assert_cmpuint (tuce_place_tree_n_rows (tree), ==, all);
}

static void
test_scope_filters (Fixture *fixture, gconstpointer data)
{
  TucePlace *county
      = tuce_place_tree_get_county (TUCE_PLACE_TREE (tuce_window_get_part (fixture->window, "tree")));
  g_autoptr (TucePlace) township = g_list_model_get_item (tuce_place_get_children (county), 0);

  g_assert_cmpuint (n_rows (fixture), ==, HOUSEHOLDS);
  tuce_workspace_set_scope (fixture->workspace, tuce_place_get_code (township));
  wait_until (is_settled, fixture);
  g_assert_cmpint (n_rows (fixture), ==, tuce_place_get_households (township));
  g_assert_cmpint (tuce_workspace_get_shown_households (fixture->workspace), ==, n_rows (fixture));
  g_assert_nonnull (strstr (tuce_status_line_get_shown (
                                TUCE_STATUS_LINE (tuce_window_get_part (fixture->window, "status"))),
                            tuce_place_get_name (township)));
}

static void
search_finds (Fixture *fixture, const char *text, gint64 id)
{
  gboolean found = FALSE;

  tuce_workspace_set_search (fixture->workspace, text);
  wait_until (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), >, 0);
  g_assert_cmpuint (n_rows (fixture), <, HOUSEHOLDS);
  for (guint i = 0; i < n_rows (fixture); i++)
    found |= id_at (fixture, i) == id;
  g_assert_true (found);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (TuceRecord) household = NULL;
  gint64 id = 0;

  for (guint i = 0; i < n_rows (fixture); i++)
    {
      g_clear_pointer (&members, g_ptr_array_unref);
      g_clear_pointer (&household, tuce_record_free);
      id = id_at (fixture, i);
      members = tuce_county_children (county_of (fixture), "member", id, NULL);
      household = tuce_county_load (county_of (fixture), "household", id, NULL);
      if (members->len > 1 && tuce_record_has (household, "phone"))
        break;
    }
  search_finds (fixture, tuce_record_text (g_ptr_array_index (members, members->len - 1), "name"), id);
  search_finds (fixture, tuce_record_text (household, "phone"), id);
  search_finds (fixture, tuce_record_text (household, "head_name"), id);

  tuce_workspace_set_search (fixture->workspace, "没有这个人");
  wait_until (is_settled, fixture);
  g_assert_cmpstr (tuce_household_page_get_look (fixture->page), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "households.clear-filter", NULL);
  wait_until (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, HOUSEHOLDS);
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_workspace_add_condition (fixture->workspace, "status", TUCE_IS, "0", &error));
  wait_until (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), <, HOUSEHOLDS);
  g_assert_cmpuint (n_rows (fixture), >, 0);
  tuce_workspace_remove_condition (fixture->workspace, 0);
  wait_until (is_settled, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, HOUSEHOLDS);
  g_assert_false (tuce_workspace_add_condition (fixture->workspace, "no_such", TUCE_IS, "0", &error));
  g_assert_nonnull (error);
}

static gint64
size_at (Fixture *fixture, guint position)
{
  g_autofree char *text = tuce_household_table_get_text (fixture->table, position, "size");

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  gboolean descending;

  tuce_household_table_sort (fixture->table, "size", TRUE);
  wait_until (is_settled, fixture);
  g_assert_cmpstr (tuce_household_table_get_order (fixture->table, &descending), ==, "size");
  g_assert_true (descending);
  for (guint i = 1; i < n_rows (fixture); i++)
    g_assert_cmpint (size_at (fixture, i), <=, size_at (fixture, i - 1));
  tuce_household_table_sort (fixture->table, "size", FALSE);
  wait_until (is_settled, fixture);
  g_assert_cmpint (size_at (fixture, 0), <, size_at (fixture, n_rows (fixture) - 1));
}

static void
test_remembers_columns (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *text = NULL;
  gboolean descending;

  tuce_household_table_show_column (fixture->table, "household_year.house_m2", TRUE);
  tuce_household_table_show_column (fixture->table, "phone", FALSE);
  tuce_household_table_move_column (fixture->table, "household_year.house_m2", -3);
  tuce_household_table_sort (fixture->table, "size", TRUE);
  wait_until (is_settled, fixture);
  text = tuce_household_table_get_text (fixture->table, 0, "household_year.house_m2");
  g_assert_nonnull (text);
  before = tuce_household_table_get_shown (fixture->table);
  g_assert_false (g_strv_contains ((const char *const *) before, "phone"));

  close_window (fixture);
  open_window (fixture);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  wait_until (has_tree, fixture);
  after = tuce_household_table_get_shown (fixture->table);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  g_assert_cmpstr (tuce_household_table_get_order (fixture->table, &descending), ==, "size");
  g_assert_true (descending);
}

static void
set_phone (Fixture *fixture, gint64 id, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county_of (fixture), "household", id, &error);
  TuceEdit *edit = tuce_edit_begin (county_of (fixture), "correct a phone", &error);

  tuce_record_set_text (record, "phone", phone);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  wait_until (is_settled, fixture);
}

static void
test_edit_and_undo (Fixture *fixture, gconstpointer data)
{
  TuceHouseholdList *list = tuce_household_table_get_list (fixture->table);
  gint64 id = id_at (fixture, 2);
  g_autofree char *before = tuce_household_table_get_text (fixture->table, 2, "phone");
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;

  tuce_workspace_select (fixture->workspace, "household", id);
  set_phone (fixture, id, "13811112222");
  changed = tuce_household_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (changed, ==, "138****2222");
  g_assert_nonnull (strstr (tuce_status_line_get_done (
                                TUCE_STATUS_LINE (tuce_window_get_part (fixture->window, "status"))),
                            "correct a phone"));
  /* The same list, the same selection: nothing was thrown away. */
  g_assert_true (tuce_household_table_get_list (fixture->table) == list);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (is_settled, fixture);
  undone = tuce_household_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (undone, ==, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  wait_until (is_settled, fixture);
  g_free (changed);
  changed = tuce_household_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (changed, ==, "138****2222");
}

static void
test_edit_under_a_sort (Fixture *fixture, gconstpointer data)
{
  TuceHouseholdList *list;
  gint64 id;
  guint position;

  tuce_household_table_sort (fixture->table, "phone", FALSE);
  wait_until (is_settled, fixture);
  list = tuce_household_table_get_list (fixture->table);
  id = id_at (fixture, 100);
  tuce_workspace_select (fixture->workspace, "household", id);
  set_phone (fixture, id, "19999999999");
  g_assert_true (tuce_household_table_get_list (fixture->table) == list);
  g_assert_true (tuce_household_list_find (list, id, &position));
  g_assert_cmpuint (position, >, 500);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) holder = NULL;

  g_assert_null (tuce_window_get_bar (fixture->window, "read-only"));
  tuce_window_close_county (fixture->window);
  holder = tuce_county_open (fixture->path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  wait_until (has_tree, fixture);
  g_assert_nonnull (tuce_window_get_bar (fixture->window, "read-only"));
  g_assert_cmpuint (n_rows (fixture), ==, HOUSEHOLDS);
  tuce_county_close (holder);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.try-again", NULL);
  wait_until (has_tree, fixture);
  g_assert_null (tuce_window_get_bar (fixture->window, "read-only"));
  g_assert_true (tuce_county_is_writable (county_of (fixture)));
}

static void
test_loads_few (Fixture *fixture, gconstpointer data)
{
  TuceHouseholdList *list = tuce_household_table_get_list (fixture->table);

  g_assert_cmpuint (tuce_household_list_n_fetched (list), >, 0);
  g_assert_cmpuint (tuce_household_list_n_fetched (list), <, HOUSEHOLDS);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tree = tuce_window_get_part (fixture->window, "tree");

  g_assert_true (gtk_widget_is_visible (tree));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-tree", NULL);
  g_assert_false (gtk_widget_is_visible (tree));
  close_window (fixture);
  open_window (fixture);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  wait_until (has_tree, fixture);
  g_assert_false (gtk_widget_is_visible (tuce_window_get_part (fixture->window, "tree")));
}

int
main (int argc, char **argv)
{
  TuceDemoOptions options = { .seed = 3, .households = HOUSEHOLDS };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tuce-window-XXXXXX", NULL);
  TuceCounty *county;

  gtk_test_init (&argc, &argv, NULL);
  county_path = g_build_filename (folder, "county.tuce", NULL);
  county = tuce_demo_create (county_path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tuce_county_close (county);
  g_object_unref (county);

#define add(path, test) g_test_add ("/window/" path, Fixture, NULL, set_up, test, tear_down)
  g_test_add ("/window/start-page", Fixture, "start", set_up, test_start_page, tear_down);
  add ("tree-counts", test_tree_counts);
  add ("tree-finds", test_tree_finds);
  add ("scope-filters", test_scope_filters);
  add ("search", test_search);
  add ("conditions", test_conditions);
  add ("sort", test_sort);
  add ("remembers-columns", test_remembers_columns);
  add ("edit-and-undo", test_edit_and_undo);
  add ("edit-under-a-sort", test_edit_under_a_sort);
  add ("read-only", test_read_only);
  add ("loads-few", test_loads_few);
  add ("folds", test_folds);
#undef add
  return g_test_run ();
}
