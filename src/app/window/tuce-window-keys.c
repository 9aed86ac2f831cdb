/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the window; ui/tuce-keys.ui tells them to people. Ctrl+1, Ctrl+2, … come from tuce-window-pages.c. */
#include "tuce-field-entry.h"
#include "tuce-window-private.h"

static gboolean
is_in (GtkWidget *focus, gpointer region)
{
  return focus && (focus == region || gtk_widget_is_ancestor (focus, region));
}

/* F6: rail, tree, page, card; what is folded away is passed over. */
static void
cycle (TuceWindow *self, int step)
{
  GtkWidget *regions[] = { GTK_WIDGET (self->rail), GTK_WIDGET (self->tree_place),
                           GTK_WIDGET (self->pages), GTK_WIDGET (self->card_place) };
  const int n = G_N_ELEMENTS (regions);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int here = step > 0 ? -1 : n;

  if (!tuce_workspace_get_county (self->workspace))
    return;
  for (int i = 0; i < n; i++)
    if (is_in (focus, regions[i]))
      here = i;
  for (int i = 1; i <= n; i++)
    {
      GtkWidget *region = regions[((here + i * step) % n + n) % n];

      if (!gtk_widget_get_visible (region))
        continue;
      if (region == GTK_WIDGET (self->pages))
        tuce_window_focus_page (self);
      else if (region == GTK_WIDGET (self->tree_place))
        gtk_widget_grab_focus (GTK_WIDGET (self->tree));
      else if (region == GTK_WIDGET (self->rail))
        tuce_window_focus_rail (self);
      else if (!gtk_widget_grab_focus (self->card))
        continue;
      return;
    }
}

static void
on_next_region (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cycle (data, 1);
}

static void
on_previous_region (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cycle (data, -1);
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (TUCE_WINDOW (data)->menu);
}

/* Escape steps out: from rail, tree and card to the page; there it clears the search, and then what is selected. */
static gboolean
step_out (GtkWidget *widget, GVariant *args, gpointer data)
{
  TuceWindow *self = TUCE_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->error_bar)))
    gtk_widget_set_visible (GTK_WIDGET (self->error_bar), FALSE);
  else if (!tuce_workspace_get_county (self->workspace))
    return FALSE;
  else if (!is_in (focus, self->pages))
    tuce_window_focus_page (self);
  else if (*tuce_workspace_get_search (self->workspace))
    tuce_workspace_set_search (self->workspace, "");
  else
    tuce_workspace_select (self->workspace, NULL, 0);
  return TRUE;
}

/* Escape comes to the window only when whatever has the focus did not want it. */
void
tuce_window_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, step_out, NULL);
}

/* Whether somebody is typing something that is not saved yet. */
static gboolean
is_typing (TuceWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *field;

  if (!GTK_IS_TEXT (focus))
    return FALSE;
  field = gtk_widget_get_ancestor (focus, TUCE_TYPE_FIELD_ENTRY);
  if (!field || GTK_IS_SEARCH_ENTRY (gtk_widget_get_parent (focus)))
    return gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (focus))) > 0;
  return tuce_field_entry_is_changed (TUCE_FIELD_ENTRY (field));
}

/* While a clerk types in an entry, Ctrl+Z takes back the typing as long as there is some; after that, and everywhere
 * else, it takes back the last edit of the county. An entry would keep the key for itself even with nothing to undo. */
static gboolean
on_undo_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return !is_typing (TUCE_WINDOW (widget)) && gtk_widget_activate_action (widget, "win.undo", NULL);
}

static gboolean
on_redo_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TuceWindow *self = TUCE_WINDOW (widget);

  return !is_typing (self) && g_action_group_get_action_enabled (G_ACTION_GROUP (self), "redo")
         && gtk_widget_activate_action (widget, "win.redo", NULL);
}

/* Before the entries get the keys. */
static void
catch_undo (TuceWindow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc function;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, on_undo_key },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_redo_key },
    { GDK_KEY_y, GDK_CONTROL_MASK, on_redo_key },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (keys[i].function, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What has to work wherever the focus stands. */
static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "win.search", { "<Control>k" } },
    { "win.open", { "<Control>o" } },
    { "win.new-county", { "<Control>n" } },
    { "win.save-card", { "<Control>s" } },
    { "win.print", { "<Control>p" } },
    { "win.show-tree", { "F9" } },
    { "win.show-card", { "F10" } },
    { "win.next-region", { "F6" } },
    { "win.previous-region", { "<Shift>F6" } },
    { "win.menu", { "<Alt>m" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action, accelerators[i].keys);
}

void
tuce_window_add_keys (TuceWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "next-region", .activate = on_next_region },
    { .name = "previous-region", .activate = on_previous_region },
    { .name = "menu", .activate = on_menu },
  };
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tuce/Tuce/tuce-keys.ui");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_window_set_help_overlay (
      GTK_APPLICATION_WINDOW (self), GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "keys")));
  catch_undo (self);
  if (gtk_window_get_application (GTK_WINDOW (self)))
    set_accelerators (gtk_window_get_application (GTK_WINDOW (self)));
}
