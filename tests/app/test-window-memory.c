/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How counties come into the window and what comes back at the next start: dropped files, files that are no county, the
 * last county with its scope and page, a demo county stopped half-way. */
#include <gtk/gtk.h>

#include <glib/gstdio.h>
#include <string.h>

#include "a-window.h"
#include "tuce-application.h"

static GtkWidget *
find_named (GtkWidget *widget, GType type, const char *name)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (!name || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, type, name);
  return found;
}

static gboolean
drop (Fixture *fixture, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_set_boxed (&value, &files);
      g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  a_window_settle (fixture);
  return taken;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_assert_null (a_window_county (fixture));
  g_assert_true (drop (fixture, fixture->path));
  g_assert_nonnull (a_window_county (fixture));
  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
}

/* What can't be opened says so in one sentence, and what was open stays open. */
static void
test_no_county (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.xls", NULL);
  const char *sentence;

  g_assert_true (g_file_set_contents (path, "not a county at all, but long enough to be read", -1, NULL));
  g_assert_false (drop (fixture, path));
  sentence = tuce_window_get_bar (fixture->window, "error");
  g_assert_nonnull (sentence);
  g_assert_nonnull (strstr (sentence, "list.xls"));
  g_assert_nonnull (a_window_county (fixture));
  g_assert_cmpuint (a_window_n_rows (fixture), ==, HOUSEHOLDS);
  g_assert_false (drop (fixture, fixture->folder));
  g_assert_true (drop (fixture, fixture->path));
  g_assert_null (tuce_window_get_bar (fixture->window, "error"));
}

/* The smallest screen of an office is 1366 wide; no page may push the window beyond it. The words of this test are
 * English, a twentieth longer than the Chinese ones. */
#define WIDEST (1366 * 105 / 100)

static void
test_fits (Fixture *fixture, gconstpointer data)
{
  GtkStack *pages = GTK_STACK (gtk_widget_get_parent (GTK_WIDGET (fixture->page)));
  int least;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (pages)); page;
       page = gtk_widget_get_next_sibling (page))
    {
      gtk_stack_set_visible_child (pages, page);
      g_test_message ("%s", G_OBJECT_TYPE_NAME (page));
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, WIDEST);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 730);
    }
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  TucePlace *county = tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")));
  g_autoptr (TucePlace) township = g_list_model_get_item (tuce_place_get_children (county), 4);
  g_autofree char *code = g_strdup (tuce_place_get_code (township));
  g_autoptr (GVariant) state = NULL;
  int width, height;

  tuce_workspace_set_scope (fixture->workspace, code);
  tuce_window_show_page (fixture->window, "sheets");
  a_window_settle (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 700);
  a_window_settle (fixture);
  a_window_close (fixture);

  a_window_open (fixture);
  g_assert_true (tuce_window_open (fixture->window, fixture->path));
  a_window_settle (fixture);
  g_assert_cmpstr (tuce_workspace_get_scope (fixture->workspace), ==, code);
  state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "page");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "sheets");
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 1280);
  g_assert_cmpint (height, ==, 700);
}

static gboolean
is_running (Fixture *fixture)
{
  GtkWidget *running = find_named (a_window_part (fixture, "status"), GTK_TYPE_PROGRESS_BAR, NULL);

  return gtk_widget_get_mapped (running) && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (running)) > 0.05;
}

static gboolean
has_stopped (Fixture *fixture)
{
  return !gtk_widget_get_mapped (find_named (a_window_part (fixture, "status"), GTK_TYPE_PROGRESS_BAR, NULL));
}

static void
test_stop_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "half.tuce", NULL);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  tuce_window_make_demo (fixture->window, path, 0);
  a_window_wait (is_running, fixture);
  /* One at a time. */
  tuce_window_make_demo (fixture->window, path, 0);
  g_assert_nonnull (tuce_window_get_bar (fixture->window, "error"));
  g_signal_emit_by_name (find_named (a_window_part (fixture, "status"), GTK_TYPE_BUTTON, "cancel"), "clicked");
  a_window_wait (has_stopped, fixture);
  g_assert_null (a_window_county (fixture));
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)))
    g_assert_false (g_str_has_prefix (name, "half"));

  /* And it can be made after all. */
  tuce_window_make_demo (fixture->window, path, 300);
  a_window_wait (a_window_has_tree, fixture);
  g_assert_cmpuint (a_window_n_rows (fixture), ==, 300);
}

/* The program itself: the county that was open last opens by itself; one that is gone is named. */
static void
test_last_county (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceApplication) application = NULL;
  TuceSettings *settings = tuce_settings_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean gone = data != NULL;

  a_window_close (fixture);
  if (gone)
    g_assert_cmpint (g_remove (fixture->path), ==, 0);
  tuce_settings_add_recent (settings, fixture->path);
  g_clear_object (&settings);

  application = tuce_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_activate (G_APPLICATION (application));
  fixture->window = TUCE_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  fixture->workspace = tuce_window_get_workspace (fixture->window);
  fixture->page = TUCE_HOUSEHOLD_PAGE (a_window_part (fixture, "households"));
  fixture->table = tuce_record_page_get_table (TUCE_RECORD_PAGE (fixture->page));
  a_window_settle (fixture);
  g_assert_true ((a_window_county (fixture) == NULL) == gone);
  g_assert_true ((tuce_window_get_bar (fixture->window, "error") != NULL) == gone);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, data, test) g_test_add ("/memory/" path, Fixture, data, a_window_set_up, test, a_window_tear_down)
  add ("drop", "start", test_drop);
  add ("no-county", NULL, test_no_county);
  add ("fits", NULL, test_fits);
  add ("comes-back", NULL, test_comes_back);
  add ("stop-demo", "start", test_stop_demo);
  add ("last-county", NULL, test_last_county);
  add ("last-county-gone", "start", test_last_county);
#undef add
  return g_test_run ();
}
