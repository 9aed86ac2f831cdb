/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What menus and buttons of the window do. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-card.h"
#include "tuce-journal.h"
#include "tuce-measure-dialog.h"
#include "tuce-move-dialog.h"
#include "tuce-new-county-dialog.h"
#include "tuce-window-private.h"

#define SHEETS "sheets" /* the page */

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;

  if (county && !tuce_journal_undo (county, &error))
    tuce_workspace_report_error (self->workspace, error);
  tuce_window_update_actions (self);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;

  if (county && !tuce_journal_redo (county, &error))
    tuce_workspace_report_error (self->workspace, error);
  tuce_window_update_actions (self);
}

static void
on_save_card (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;

  tuce_card_save (TUCE_CARD (self->card));
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
on_open_response (GtkNativeDialog *dialog, int response, TuceWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path)
        tuce_window_open (self, path);
    }
  g_object_unref (dialog);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _("Open a County File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) counties = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (counties, _("County files"));
  gtk_file_filter_add_suffix (counties, "tuce");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), counties);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_open_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_open_path (GSimpleAction *action, GVariant *path, gpointer data)
{
  tuce_window_open (data, g_variant_get_string (path, NULL));
}

static void
on_close_county (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tuce_window_close_county (data);
}

static void
on_demo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tuce_window_show_demo (data);
}

static void
on_new_county (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (tuce_new_county_dialog_new (data)));
}

static void
on_make_county (GSimpleAction *action, GVariant *what, gpointer data)
{
  const char *path, *county;
  int year;

  g_variant_get (what, "(&s&si)", &path, &county, &year);
  tuce_window_make_county (data, path, county, year);
}

/* What is done with all households shown at once has a dialog of its own. */
static void
on_add_measures (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;

  gtk_window_present (GTK_WINDOW (tuce_measure_dialog_new (GTK_WINDOW (self), self->workspace)));
}

static void
on_exit_procedure (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = tuce_move_dialog_new (GTK_WINDOW (self), self->workspace, &error);

  if (dialog)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    tuce_workspace_report_error (self->workspace, error);
}

/* On the page of sheets Ctrl+P prints; from elsewhere it leads there, where it says how many sheets that would be. */
static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), SHEETS) == 0)
    gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "sheets.print", NULL);
  tuce_window_show_page (self, SHEETS);
  tuce_window_focus_page (self);
}

/* What the map does with it is the map's. */
static void
on_import_outlines (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;

  tuce_window_show_page (self, "map");
  gtk_widget_activate_action (tuce_window_get_part (self, "map"), "map.import-outlines", NULL);
}

static void
on_try_again (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *path = county ? g_strdup (tuce_county_get_path (county)) : NULL;

  if (path)
    tuce_window_open (self, path);
}

static void
on_show_part (GSimpleAction *action, GVariant *shown, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  tuce_window_set_folded (data, name + strlen ("show-"), !g_variant_get_boolean (shown));
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_redo },
  { .name = "save-card", .activate = on_save_card },
  { .name = "search", .activate = on_search },
  { .name = "open", .activate = on_open },
  { .name = "open-path", .activate = on_open_path, .parameter_type = "s" },
  { .name = "close-county", .activate = on_close_county },
  { .name = "demo", .activate = on_demo },
  { .name = "new-county", .activate = on_new_county },
  { .name = "make-county", .activate = on_make_county, .parameter_type = "(ssi)" },
  { .name = "add-measures", .activate = on_add_measures },
  { .name = "exit-procedure", .activate = on_exit_procedure },
  { .name = "import-outlines", .activate = on_import_outlines },
  { .name = "print", .activate = on_print },
  { .name = "try-again", .activate = on_try_again },
  { .name = "show-rail", .state = "true", .change_state = on_show_part },
  { .name = "show-tree", .state = "true", .change_state = on_show_part },
  { .name = "show-card", .state = "true", .change_state = on_show_part },
};

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_menu_append (menu, label, action);
}

static GMenuModel *
new_menu (TuceWindow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) parts = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) looks = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  append (files, _("New County…"), "win.new-county");
  append (files, _("Demo County"), "win.demo");
  append (files, _("Open…"), "win.open");
  g_menu_append_submenu (files, _("Opened Lately"), G_MENU_MODEL (self->recent));
  append (files, _("Import Outlines or a Layer…"), "win.import-outlines");
  append (files, _("Close County"), "win.close-county");
  append (parts, _("Rail"), "win.show-rail");
  append (parts, _("Places"), "win.show-tree");
  append (parts, _("Card"), "win.show-card");
  append (look, _("As the System"), "app.look::system");
  append (look, _("Light"), "app.look::light");
  append (look, _("Dark"), "app.look::dark");
  g_menu_append_submenu (looks, _("Light or Dark"), G_MENU_MODEL (look));
  append (end, _("Keys"), "win.show-help-overlay");
  append (end, _("About Tuce"), "app.about");
  append (end, _("Quit"), "app.quit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (parts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (looks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

void
tuce_window_add_actions (TuceWindow *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tuce_window_add_page_actions (self);
  tuce_window_add_keys (self);
  self->recent = g_menu_new ();
  tuce_window_update_recent (self);
  menu = new_menu (self);
  gtk_menu_button_set_menu_model (self->menu, menu);
}

void
tuce_window_update_recent (TuceWindow *self)
{
  g_auto (GStrv) paths = tuce_settings_get_recent (self->settings);

  g_menu_remove_all (self->recent);
  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "s", paths[i]);
      g_menu_append_item (self->recent, item);
    }
}

static void
enable (TuceWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)),
                               enabled);
}

static void
describe (GtkButton *button, const char *format, const char *label, const char *without)
{
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = label ? g_strdup_printf (format, label) : g_strdup (without);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
tuce_window_update_actions (TuceWindow *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean writable = county && tuce_county_is_writable (county);
  g_autofree char *undo = county ? tuce_journal_undo_label (county) : NULL;
  g_autofree char *redo = county ? tuce_journal_redo_label (county) : NULL;

  enable (self, "undo", writable && undo);
  enable (self, "redo", writable && redo);
  enable (self, "save-card", writable);
  enable (self, "import-outlines", writable);
  enable (self, "add-measures", writable);
  enable (self, "exit-procedure", writable);
  enable (self, "search", county != NULL);
  enable (self, "print", county != NULL);
  enable (self, "close-county", county != NULL);
  enable (self, "try-again", county && !writable);
  describe (self->undo, _("Undo: %s (Ctrl+Z)"), undo, _("Nothing to undo"));
  describe (self->redo, _("Redo: %s (Ctrl+Shift+Z)"), redo, _("Nothing to redo"));
}
