/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map page's menus, keys and buttons do. */
#include "tuce-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-map-import-dialog.h"
#include "tuce-map-print.h"

void
tuce_map_page_show_menu (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *self)
{
  if (!tuce_workspace_get_county (self->workspace))
    return;
  g_free (self->menu_place);
  self->menu_place = g_strdup (*hit->village ? hit->village : hit->township);
  self->menu_position = tuce_map_view_position_at (map, x, y);
  tuce_map_page_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
use_as_scope (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  if (self->menu_place && *self->menu_place)
    tuce_workspace_set_scope (self->workspace, self->menu_place);
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

/* Gives the code of the place that is selected, or that the selected household belongs to; NULL for none. */
static char *
selected_place (TuceMapPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  g_autoptr (TuceRecord) record
      = county && entity ? tuce_county_load (county, entity, tuce_workspace_get_selected_id (self->workspace), NULL) : NULL;
  const char *code = NULL;

  if (record && record->entity->scope)
    code = tuce_record_text (record, record->entity->scope->name);
  return code && *code ? g_strdup (code) : NULL;
}

static void
scope_of_selection (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);
  g_autofree char *code = selected_place (self);

  if (code)
    tuce_workspace_set_scope (self->workspace, code);
}

static void
whole_scope (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_MAP_PAGE (widget)->workspace, NULL);
  tuce_map_view_show_all (TUCE_MAP_PAGE (widget)->map);
}

static void
print_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  tuce_map_print (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)), self->menu_place,
                  tuce_map_view_get_scene (self->map));
}

static void
save_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  tuce_map_print_choose_file (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)), self->menu_place,
                              tuce_map_view_get_scene (self->map));
}

static void
print_scope (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  tuce_map_print (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)),
                  tuce_workspace_get_scope (self->workspace), tuce_map_view_get_scene (self->map));
}

static void
save_scope (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMapPage *self = TUCE_MAP_PAGE (widget);

  tuce_map_print_choose_file (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)),
                              tuce_workspace_get_scope (self->workspace), tuce_map_view_get_scene (self->map));
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
  GtkWidget *widget = GTK_WIDGET (self);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *selected = selected_place (self);
  gboolean is_place = self->menu_place && *self->menu_place;
  gboolean has_scene = tuce_map_view_get_scene (self->map) != NULL;

  gtk_widget_action_set_enabled (widget, "map.import-outlines", county && tuce_county_is_writable (county));
  gtk_widget_action_set_enabled (widget, "map.use-as-scope", is_place);
  gtk_widget_action_set_enabled (widget, "map.print-place", is_place && has_scene);
  gtk_widget_action_set_enabled (widget, "map.save-place", is_place && has_scene);
  gtk_widget_action_set_enabled (widget, "map.scope-of-selection", selected != NULL);
  gtk_widget_action_set_enabled (widget, "map.whole-scope", county != NULL);
  gtk_widget_action_set_enabled (widget, "map.print-scope", has_scene);
  gtk_widget_action_set_enabled (widget, "map.save-scope", has_scene);
}

void
tuce_map_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "map.zoom-in", zoom_in },
    { "map.zoom-out", zoom_out },
    { "map.whole-county", whole_county },
    { "map.use-as-scope", use_as_scope },
    { "map.copy-position", copy_position },
    { "map.print-place", print_place },
    { "map.save-place", save_place },
    { "map.scope-of-selection", scope_of_selection },
    { "map.whole-scope", whole_scope },
    { "map.print-scope", print_scope },
    { "map.save-scope", save_scope },
    { "map.import-outlines", import_outlines },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
