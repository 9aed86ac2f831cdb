/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "a-window.h"

#include "tuce-demo.h"

static char *county_path; /* made once, copied for each test */

TuceCounty *
a_window_county (Fixture *fixture)
{
  return tuce_workspace_get_county (fixture->workspace);
}

GtkWidget *
a_window_part (Fixture *fixture, const char *name)
{
  return tuce_window_get_part (fixture->window, name);
}

void
a_window_wait (gboolean (*done) (Fixture *fixture), Fixture *fixture)
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

gboolean
a_window_is_settled (Fixture *fixture)
{
  return !tuce_list_page_is_loading (TUCE_LIST_PAGE (fixture->page)) && !g_main_context_pending (NULL);
}

gboolean
a_window_has_tree (Fixture *fixture)
{
  return tuce_place_tree_get_county (TUCE_PLACE_TREE (a_window_part (fixture, "tree")))
         && a_window_is_settled (fixture);
}

void
a_window_settle (Fixture *fixture)
{
  a_window_wait (a_window_county (fixture) ? a_window_has_tree : a_window_is_settled, fixture);
}

guint
a_window_n_rows (Fixture *fixture)
{
  TuceRecordList *list = tuce_record_table_get_list (fixture->table);

  return list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

gint64
a_window_id_at (Fixture *fixture, guint position)
{
  return tuce_record_list_get_id (tuce_record_table_get_list (fixture->table), position);
}

void
a_window_open (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "settings.ini", NULL);

  fixture->settings = tuce_settings_new (path);
  fixture->window = TUCE_WINDOW (tuce_window_new (fixture->application, fixture->settings));
  fixture->workspace = tuce_window_get_workspace (fixture->window);
  fixture->page = TUCE_HOUSEHOLD_PAGE (a_window_part (fixture, "households"));
  fixture->table = tuce_record_page_get_table (TUCE_RECORD_PAGE (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
a_window_close (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->settings);
}

void
a_window_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (county_path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tuce-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "c.tuce", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  a_window_open (fixture);
  tuce_window_show_page (fixture->window, "households");
  if (!data)
    {
      g_assert_true (tuce_window_open (fixture->window, fixture->path));
      a_window_settle (fixture);
    }
}

void
a_window_tear_down (Fixture *fixture, gconstpointer data)
{
  a_window_close (fixture);
  g_clear_object (&fixture->application);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
a_window_make_county (void)
{
  TuceDemoOptions options = { .seed = 3, .households = HOUSEHOLDS };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tuce-window-XXXXXX", NULL);
  TuceCounty *county;

  county_path = g_build_filename (folder, "county.tuce", NULL);
  county = tuce_demo_create (county_path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tuce_county_close (county);
  g_object_unref (county);
}

gboolean
a_window_has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
try_shortcut (GtkShortcut *shortcut, GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  if (!GTK_IS_KEYVAL_TRIGGER (trigger)
      || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
      || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
    return FALSE;
  return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                       gtk_shortcut_get_arguments (shortcut));
}

static gboolean
try_widget (GtkWidget *widget, gboolean capture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || (gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE) != capture)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (try_shortcut (shortcut, widget, key, modifiers))
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
a_window_press (Fixture *fixture, const char *key)
{
  g_auto (GStrv) actions = fixture->application
                               ? gtk_application_get_actions_for_accel (fixture->application, key)
                               : g_new0 (char *, 1);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GdkModifierType modifiers;
  gboolean wanted = FALSE;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &modifiers));
  for (guint i = 0; actions[i] && !wanted; i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      wanted = gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, target);
    }
  /* Only the window catches keys before what has the focus. */
  wanted = wanted || try_widget (GTK_WIDGET (fixture->window), TRUE, keyval, modifiers);
  for (GtkWidget *widget = focus ? focus : GTK_WIDGET (fixture->window); widget && !wanted;
       widget = gtk_widget_get_parent (widget))
    wanted = try_widget (widget, FALSE, keyval, modifiers);
  a_window_settle (fixture);
  return wanted;
}
