/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window remembers: size, folded parts, widths, page. */
#include "tuce-window-private.h"

#define GROUP "window"
#define CARD_WIDTH 360
#define TREE_WIDTH 220

void
tuce_window_set_folded (TuceWindow *self, const char *part, gboolean folded)
{
  g_autofree char *name = g_strconcat ("show-", part, NULL);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  GtkWidget *widget = GTK_WIDGET (self->card_place);

  if (g_str_equal (part, "rail"))
    widget = GTK_WIDGET (self->rail);
  else if (g_str_equal (part, "tree"))
    widget = GTK_WIDGET (self->tree_place);
  /* Whoever stands in what is folded away must stand somewhere. */
  if (folded && gtk_window_get_focus (GTK_WINDOW (self))
      && gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), widget))
    tuce_window_focus_page (self);
  gtk_widget_set_visible (widget, !folded);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (!folded));
  tuce_settings_set_boolean (self->settings, GROUP, name, !folded);
}

/* A pane counts from the left, but it is the card's width that stays. */
static void
place_card (TuceWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->card_paned));

  if (self->card_width == 0 || width <= self->card_width)
    return;
  gtk_paned_set_position (self->card_paned, width - self->card_width);
  self->card_width = 0;
}

static gboolean
place_card_later (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TuceWindow *self = TUCE_WINDOW (data);

  place_card (self);
  return self->card_width == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
tuce_window_restore_state (TuceWindow *self)
{
  static const char *const parts[] = { "rail", "tree", "card" };
  TuceSettings *settings = self->settings;
  g_autofree char *page = tuce_settings_get_string (settings, GROUP, "page", "");

  gtk_window_set_default_size (GTK_WINDOW (self), tuce_settings_get_integer (settings, GROUP, "width", 1366),
                               tuce_settings_get_integer (settings, GROUP, "height", 740));
  if (tuce_settings_get_boolean (settings, GROUP, "maximised", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->tree_paned,
                          tuce_settings_get_integer (settings, GROUP, "tree-width", TREE_WIDTH));
  self->card_width = tuce_settings_get_integer (settings, GROUP, "card-width", CARD_WIDTH);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->card_paned), place_card_later, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat ("show-", parts[i], NULL);

      tuce_window_set_folded (self, parts[i], !tuce_settings_get_boolean (settings, GROUP, name, TRUE));
    }
  tuce_window_show_page (self, page);
}

void
tuce_window_save_state (TuceWindow *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean maximised = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  tuce_settings_set_boolean (self->settings, GROUP, "maximised", maximised);
  if (!maximised && width > 0 && height > 0)
    {
      tuce_settings_set_integer (self->settings, GROUP, "width", width);
      tuce_settings_set_integer (self->settings, GROUP, "height", height);
    }
  tuce_settings_set_integer (self->settings, GROUP, "tree-width",
                             gtk_paned_get_position (self->tree_paned));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->card_place)))
    tuce_settings_set_integer (self->settings, GROUP, "card-width",
                               gtk_widget_get_width (GTK_WIDGET (self->card_place)));
  tuce_settings_set_string (self->settings, GROUP, "page", gtk_stack_get_visible_child_name (self->pages));
  if (county)
    tuce_settings_set_string (self->settings, "scope", tuce_county_get_uuid (county),
                              tuce_workspace_get_scope (self->workspace));
}
