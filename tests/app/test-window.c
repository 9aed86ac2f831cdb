/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as people use it: start page, tree, table, search, undo, what it remembers. */
#include <gtk/gtk.h>

#include <string.h>

#include "a-window.h"
#include "tuce-journal.h"

static void
test_start_page (Fixture *fixture, gconstpointer data)
{
  g_assert_null (a_window_county (fixture));
  g_assert_true (gtk_widget_get_child_visible (a_window_part (fixture, "start")));
  g_assert_true (gtk_widget_get_mapped (a_window_part (fixture, "start")));
  g_assert_false (tuce_window_open (fixture->window, "/nonexistent.tuce"));
  g_assert_nonnull (tuce_window_get_bar (fixture->window, "error"));
  g_assert_null (tuce_window_get_bar (fixture->window, "read-only"));
}

static void
test_tree_counts (Fixture *fixture, gconstpointer data)
{
  TucePlace *county
      = tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")));
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
  TucePlaceTree *tree = TUCE_PLACE_TREE (a_window_part (fixture, "tree"));
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
      = tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")));
  g_autoptr (TucePlace) township = g_list_model_get_item (tuce_place_get_children (county), 0);

  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
  tuce_workspace_set_scope (fixture->workspace, tuce_place_get_code (township));
  a_window_settle (fixture);
  g_assert_cmpint (a_window_n_rows (fixture), ==, tuce_place_get_households (township));
  g_assert_cmpint (tuce_workspace_get_shown_households (fixture->workspace), ==, a_window_n_rows (fixture));
  g_assert_nonnull (strstr (tuce_status_line_get_shown (
                                TUCE_STATUS_LINE (a_window_part (fixture, "status"))),
                            tuce_place_get_name (township)));
}

static void
search_finds (Fixture *fixture, const char *text, gint64 id)
{
  gboolean found = FALSE;

  tuce_workspace_set_search (fixture->workspace, text);
  a_window_settle (fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), >, 0);
  g_assert_cmpuint (a_window_n_rows (fixture), <, HOUSEHOLDS);
  for (guint i = 0; i < a_window_n_rows (fixture); i++)
    found |= a_window_id_at (fixture, i) == id;
  g_assert_true (found);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (TuceRecord) household = NULL;
  gint64 id = 0;

  for (guint i = 0; i < a_window_n_rows (fixture); i++)
    {
      g_clear_pointer (&members, g_ptr_array_unref);
      g_clear_pointer (&household, tuce_record_free);
      id = a_window_id_at (fixture, i);
      members = tuce_county_children (a_window_county (fixture), "member", id, NULL);
      household = tuce_county_load (a_window_county (fixture), "household", id, NULL);
      if (members->len > 1 && tuce_record_has (household, "phone"))
        break;
    }
  search_finds (fixture, tuce_record_text (g_ptr_array_index (members, members->len - 1), "name"), id);
  search_finds (fixture, tuce_record_text (household, "phone"), id);
  search_finds (fixture, tuce_record_text (household, "head_name"), id);

  tuce_workspace_set_search (fixture->workspace, "没有这个人");
  a_window_settle (fixture);
  g_assert_cmpstr (tuce_list_page_get_look (TUCE_LIST_PAGE (fixture->page)), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.clear", NULL);
  a_window_settle (fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_workspace_add_condition (fixture->workspace, "status", TUCE_IS, "0", &error));
  a_window_settle (fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), <, HOUSEHOLDS);
  g_assert_cmpuint (a_window_n_rows (fixture), >, 0);
  tuce_workspace_remove_condition (fixture->workspace, 0);
  a_window_settle (fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
  g_assert_false (tuce_workspace_add_condition (fixture->workspace, "no_such", TUCE_IS, "0", &error));
  g_assert_nonnull (error);
}

static gint64
size_at (Fixture *fixture, guint position)
{
  g_autofree char *text = tuce_record_table_get_text (fixture->table, position, "size");

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  gboolean descending;

  tuce_record_table_sort (fixture->table, "size", TRUE);
  a_window_settle (fixture);
  g_assert_cmpstr (tuce_record_table_get_order (fixture->table, &descending), ==, "size");
  g_assert_true (descending);
  for (guint i = 1; i < a_window_n_rows (fixture); i++)
    g_assert_cmpint (size_at (fixture, i), <=, size_at (fixture, i - 1));
  tuce_record_table_sort (fixture->table, "size", FALSE);
  a_window_settle (fixture);
  g_assert_cmpint (size_at (fixture, 0), <, size_at (fixture, a_window_n_rows (fixture) - 1));
}

static void
test_remembers_columns (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *text = NULL;
  gboolean descending;

  tuce_record_table_show_column (fixture->table, "household_year.house_m2", TRUE);
  tuce_record_table_show_column (fixture->table, "phone", FALSE);
  tuce_record_table_move_column (fixture->table, "household_year.house_m2", -3);
  tuce_record_table_sort (fixture->table, "size", TRUE);
  a_window_settle (fixture);
  text = tuce_record_table_get_text (fixture->table, 0, "household_year.house_m2");
  g_assert_nonnull (text);
  before = tuce_record_table_get_shown (fixture->table);
  g_assert_false (g_strv_contains ((const char *const *) before, "phone"));

  a_window_close (fixture);
  a_window_open (fixture);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  a_window_settle (fixture);
  after = tuce_record_table_get_shown (fixture->table);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  g_assert_cmpstr (tuce_record_table_get_order (fixture->table, &descending), ==, "size");
  g_assert_true (descending);
}

static void
set_phone (Fixture *fixture, gint64 id, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (a_window_county (fixture), "household", id, &error);
  TuceEdit *edit = tuce_edit_begin (a_window_county (fixture), "correct a phone", &error);

  tuce_record_set_text (record, "phone", phone);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  a_window_settle (fixture);
}

static void
test_edit_and_undo (Fixture *fixture, gconstpointer data)
{
  TuceRecordList *list = tuce_record_table_get_list (fixture->table);
  gint64 id = a_window_id_at (fixture, 2);
  g_autofree char *before = tuce_record_table_get_text (fixture->table, 2, "phone");
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;

  tuce_workspace_select (fixture->workspace, "household", id);
  set_phone (fixture, id, "13811112222");
  changed = tuce_record_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (changed, ==, "138****2222");
  g_assert_nonnull (strstr (tuce_status_line_get_done (
                                TUCE_STATUS_LINE (a_window_part (fixture, "status"))),
                            "correct a phone"));
  /* The same list, the same selection: nothing was thrown away. */
  g_assert_true (tuce_record_table_get_list (fixture->table) == list);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  a_window_settle (fixture);
  undone = tuce_record_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (undone, ==, before);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  a_window_settle (fixture);
  g_free (changed);
  changed = tuce_record_table_get_text (fixture->table, 2, "phone");
  g_assert_cmpstr (changed, ==, "138****2222");
}

static void
test_edit_under_a_sort (Fixture *fixture, gconstpointer data)
{
  TuceRecordList *list;
  gint64 id;
  guint position;

  tuce_record_table_sort (fixture->table, "phone", FALSE);
  a_window_settle (fixture);
  list = tuce_record_table_get_list (fixture->table);
  id = a_window_id_at (fixture, 100);
  tuce_workspace_select (fixture->workspace, "household", id);
  set_phone (fixture, id, "19999999999");
  g_assert_true (tuce_record_table_get_list (fixture->table) == list);
  g_assert_true (tuce_record_list_find (list, id, &position));
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
  a_window_settle (fixture);
  g_assert_nonnull (tuce_window_get_bar (fixture->window, "read-only"));
  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
  tuce_county_close (holder);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.try-again", NULL);
  a_window_settle (fixture);
  g_assert_null (tuce_window_get_bar (fixture->window, "read-only"));
  g_assert_true (tuce_county_is_writable (a_window_county (fixture)));
}

static void
test_loads_few (Fixture *fixture, gconstpointer data)
{
  TuceRecordList *list = tuce_record_table_get_list (fixture->table);

  g_assert_cmpuint (tuce_record_list_n_fetched (list), >, 0);
  g_assert_cmpuint (tuce_record_list_n_fetched (list), <, HOUSEHOLDS);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tree = a_window_part (fixture, "tree");

  g_assert_true (gtk_widget_is_visible (tree));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-tree", NULL);
  g_assert_false (gtk_widget_is_visible (tree));
  a_window_close (fixture);
  a_window_open (fixture);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  a_window_wait (a_window_is_settled, fixture);
  g_assert_false (gtk_widget_is_visible (a_window_part (fixture, "tree")));
  g_assert_null (tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree"))));
  /* What is unfolded is read then. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-tree", NULL);
  a_window_settle (fixture);
  g_assert_nonnull (tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree"))));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, test) g_test_add ("/window/" path, Fixture, NULL, a_window_set_up, test, a_window_tear_down)
  g_test_add ("/window/start-page", Fixture, "start", a_window_set_up, test_start_page, a_window_tear_down);
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
