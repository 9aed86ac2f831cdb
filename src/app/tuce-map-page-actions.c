/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map page's menus, keys and buttons do. */
#include "tuce-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-map-import-dialog.h"

void
tuce_map_page_show_menu (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *self)
{
  g_free (self->menu_scope);
  self->menu_scope = g_strdup (*hit->village ? hit->village : hit->township);
  self->menu_position = tuce_map_view_position_at (map, x, y);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.use-as-scope", *self->menu_scope != '\0');
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
use_as_scope (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  if (self->menu_scope && *self->menu_scope)
    tuce_workspace_set_scope (self->workspace, self->menu_scope);
}

static void
copy_position (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);
  g_autofree char *text = g_strdup_printf ("%.6f, %.6f", self->menu_position.lon, self->menu_position.lat);
  /* Translators: longitude and latitude */
  g_autofree char *sentence = g_strdup_printf (_("Copied the position %s (WGS 84)"), text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tuce_workspace_report (self->workspace, sentence);
}

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_map_view_zoom_by (TUCE_MAP_PAGE (widget)->map, 1);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_map_view_zoom_by (TUCE_MAP_PAGE (widget)->map, -1);
}

static void
whole_county (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_map_view_show_all (TUCE_MAP_PAGE (widget)->map);
}

static void
import_outlines (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_map_import_dialog_choose (TUCE_MAP_PAGE (widget)->workspace, GTK_WINDOW (gtk_widget_get_root (widget)));
}

void
tuce_map_page_update_actions (TuceMapPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.import-outlines", county && tuce_county_is_writable (county));
}

void
tuce_map_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "map.whole-county", NULL, whole_county);
  gtk_widget_class_install_action (widget_class, "map.use-as-scope", NULL, use_as_scope);
  gtk_widget_class_install_action (widget_class, "map.copy-position", NULL, copy_position);
  gtk_widget_class_install_action (widget_class, "map.import-outlines", NULL, import_outlines);
}
