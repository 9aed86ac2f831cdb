/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-look.h"
#include "tuce-map-view.h"
#include "tuce-mark-cell.h"

struct _TuceMapPage
{
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  TuceMapView *view;
  GtkBox *legend;
  GtkLabel *hover;
  GtkLabel *foot;
  GtkLabel *schematic;
  GtkLabel *empty;

  TuceWorkspace *workspace;
  GCancellable *loading;
  gboolean fitted; /* the first scene of a county fills the view, later ones leave it alone */
};

G_DEFINE_FINAL_TYPE (TuceMapPage, tuce_map_page, GTK_TYPE_WIDGET)

static TuceScene *
scene_of (TuceMapPage *self)
{
  return tuce_map_layer_get_scene (tuce_map_view_get_layer (self->view));
}

static void
fit_scope (TuceMapPage *self)
{
  TuceScene *scene = scene_of (self);
  TuceBox box;

  if (scene && tuce_scene_place_box (scene, tuce_workspace_get_scope (self->workspace), &box))
    tuce_map_view_fit (self->view, &box);
}

static void
fit_county (TuceMapPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceScene *scene = scene_of (self);
  TuceBox box;

  if (scene && county && tuce_scene_place_box (scene, tuce_county_get_code (county), &box))
    tuce_map_view_fit (self->view, &box);
}

/* Rings the selected household, or outlines the selected place. */
static void
show_selection (TuceMapPage *self)
{
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  gint64 id = tuce_workspace_get_selected_id (self->workspace);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceMapLayer *layer = tuce_map_view_get_layer (self->view);
  g_autoptr (TuceRecord) place = NULL;

  if (entity && county && g_str_equal (entity, "household"))
    {
      tuce_map_layer_set_highlight (layer, NULL, id);
      return;
    }
  if (entity && county)
    place = tuce_county_load (county, entity, id, NULL);
  tuce_map_layer_set_highlight (layer, place && place->entity->is_place ? tuce_record_text (place, "code") : NULL, 0);
}

static void
on_legend_clicked (GtkButton *button, TuceMapPage *self)
{
  g_autoptr (GError) error = NULL;
  const char *code = g_object_get_data (G_OBJECT (button), "code");

  if (!tuce_workspace_add_condition (self->workspace, "status", TUCE_IS, code, &error))
    tuce_workspace_report_error (self->workspace, error);
}

static void
draw_mark (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer mark)
{
  const TuceMark *shown = mark;
  const double *colour = tuce_look_is_dark (GTK_WIDGET (area)) ? shown->dark : shown->light;

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
  tuce_mark_paint (cairo, shown, width / 2.0, height / 2.0, 10);
}

static GtkWidget *
make_legend_line (TuceMapPage *self, const TuceLegendLine *line)
{
  g_autofree char *count = tuce_text_number (line->count);
  g_autofree char *name = g_strdup_printf (_("Show only %s: %s households"), line->label, count);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (line->label);
  GtkWidget *number = gtk_label_new (count);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (mark), 16);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (mark), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark, (gpointer) line->mark, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (line->code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_legend_clicked), self);
  return button;
}

static void
fill_legend (TuceMapPage *self, TuceScene *scene)
{
  GPtrArray *lines = tuce_scene_legend (scene);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))))
    gtk_box_remove (self->legend, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->legend, make_legend_line (self, lines->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->legend), lines->len > 0);
}

static void
take_scene (TuceMapPage *self, TuceScene *scene)
{
  TuceBox world = { -180, -85, 180, 85 };

  tuce_map_layer_set_scene (tuce_map_view_get_layer (self->view), scene);
  fill_legend (self, scene);
  gtk_label_set_text (self->foot, tuce_scene_attribution (scene));
  gtk_widget_set_visible (GTK_WIDGET (self->schematic), tuce_scene_is_schematic (scene, &world));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !tuce_scene_has_outlines (scene));
  show_selection (self);
  if (!self->fitted)
    fit_scope (self);
  self->fitted = TRUE;
}

static void
load_scene (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (data, &error);
  TuceScene *scene = reader ? tuce_scene_load (reader, cancellable, &error) : NULL;

  if (scene)
    g_task_return_pointer (task, scene, (GDestroyNotify) tuce_scene_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_scene_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  TuceMapPage *self = TUCE_MAP_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceScene) scene = g_task_propagate_pointer (G_TASK (result), &error);

  if (scene && self->view)
    take_scene (self, scene);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->workspace)
    tuce_workspace_report_error (self->workspace, error);
}

static void
reload (TuceMapPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!county)
    return;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, on_scene_loaded, NULL);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, g_object_ref (county), g_object_unref);
  g_task_run_in_thread (task, load_scene);
}

static void
on_county_changed (TuceMapPage *self)
{
  self->fitted = FALSE;
  reload (self);
}

static void
on_records_changed (TuceMapPage *self, TuceChangeSet *changes)
{
  if (tuce_change_set_touches (changes, "household") || tuce_change_set_touches (changes, "feature")
      || tuce_change_set_touches (changes, "village") || tuce_change_set_touches (changes, "township"))
    reload (self);
}

static void
select_place (TuceMapPage *self, const char *level, const char *code)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (TuceRecord) place = county ? tuce_county_find (county, level, "code", code, NULL) : NULL;

  if (place)
    tuce_workspace_select (self->workspace, level, place->id);
}

static void
on_picked (TuceMapView *view, TuceHit *hit, guint button, double x, double y, TuceMapPage *self)
{
  if (button == GDK_BUTTON_SECONDARY)
    tuce_workspace_set_scope (self->workspace, *hit->village ? hit->village : hit->township);
  else if (hit->household)
    tuce_workspace_select (self->workspace, "household", hit->household);
  else if (*hit->village)
    select_place (self, "village", hit->village);
  else if (*hit->township)
    select_place (self, "township", hit->township);
}

static char *
describe_hit (TuceMapPage *self, const TuceHit *hit)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const char *level = *hit->village ? "village" : "township";
  const char *code = *hit->village ? hit->village : hit->township;
  g_autoptr (TuceRecord) place = county ? tuce_county_find (county, level, "code", code, NULL) : NULL;
  g_autoptr (TuceRecord) household = NULL;
  gint64 households = 0, people = 0;
  g_autofree char *n_households = NULL;
  g_autofree char *n_people = NULL;

  if (hit->household && county)
    household = tuce_county_load (county, "household", hit->household, NULL);
  if (household)
    return g_strdup_printf (_("%s · %" G_GINT64_FORMAT " people"), tuce_record_text (household, "head_name"),
                            tuce_record_integer (household, "size"));
  if (!place)
    return NULL;
  tuce_scene_place_figures (scene_of (self), code, &households, &people);
  n_households = tuce_text_number (households);
  n_people = tuce_text_number (people);
  return g_strdup_printf (_("%s · %s households, %s people"), tuce_record_text (place, "short_name"), n_households,
                          n_people);
}

static void
on_hovered (TuceMapView *view, TuceHit *hit, double x, double y, TuceMapPage *self)
{
  g_autofree char *text = hit ? describe_hit (self, hit) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->hover), text != NULL);
  if (text)
    gtk_label_set_text (self->hover, text);
}

static void
follow_look (TuceMapPage *self)
{
  tuce_map_layer_set_look (tuce_map_view_get_layer (self->view),
                           tuce_look_is_dark (GTK_WIDGET (self)) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT);
}

static void
zoom_in (TuceMapPage *self)
{
  tuce_map_view_zoom_by (self->view, 1);
}

static void
zoom_out (TuceMapPage *self)
{
  tuce_map_view_zoom_by (self->view, -1);
}

static GtkWidget *
make_button (TuceMapPage *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
float_over (TuceMapPage *self, GtkWidget *widget, GtkAlign across, GtkAlign down)
{
  gtk_widget_set_halign (widget, across);
  gtk_widget_set_valign (widget, down);
  gtk_widget_set_margin_start (widget, 8);
  gtk_widget_set_margin_end (widget, 8);
  gtk_widget_set_margin_top (widget, 8);
  gtk_widget_set_margin_bottom (widget, 8);
  gtk_widget_add_css_class (widget, "map-box");
  gtk_overlay_add_overlay (self->overlay, widget);
}

static void
add_corners (TuceMapPage *self)
{
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (zoom), make_button (self, "zoom-in-symbolic", _("Zoom in"), G_CALLBACK (zoom_in)));
  gtk_box_append (GTK_BOX (zoom), make_button (self, "zoom-out-symbolic", _("Zoom out"), G_CALLBACK (zoom_out)));
  gtk_box_append (GTK_BOX (zoom),
                  make_button (self, "zoom-fit-best-symbolic", _("Whole county"), G_CALLBACK (fit_county)));
  self->schematic = GTK_LABEL (gtk_label_new (_("Schematic")));
  gtk_widget_add_css_class (GTK_WIDGET (self->schematic), "heading");
  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->schematic));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->foot));
  self->legend = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->hover = GTK_LABEL (gtk_label_new (NULL));
  self->empty = GTK_LABEL (gtk_label_new (
      _("There are no outlines of townships and villages yet: bring them in with “tuce-cli import-map”")));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hover), FALSE);
  float_over (self, zoom, GTK_ALIGN_END, GTK_ALIGN_START);
  float_over (self, foot, GTK_ALIGN_START, GTK_ALIGN_END);
  float_over (self, GTK_WIDGET (self->legend), GTK_ALIGN_END, GTK_ALIGN_END);
  float_over (self, GTK_WIDGET (self->hover), GTK_ALIGN_START, GTK_ALIGN_START);
  float_over (self, GTK_WIDGET (self->empty), GTK_ALIGN_CENTER, GTK_ALIGN_START);
}

static void
tuce_map_page_dispose (GObject *object)
{
  TuceMapPage *self = TUCE_MAP_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->overlay)
    gtk_widget_unparent (GTK_WIDGET (self->overlay));
  self->overlay = NULL;
  self->view = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_map_page_parent_class)->dispose (object);
}

static void
tuce_map_page_class_init (TuceMapPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_map_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tuce_map_page_init (TuceMapPage *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
  self->view = TUCE_MAP_VIEW (tuce_map_view_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->view));
  add_corners (self);
  g_signal_connect (self->view, "picked", G_CALLBACK (on_picked), self);
  g_signal_connect (self->view, "hovered", G_CALLBACK (on_hovered), self);
}

GtkWidget *
tuce_map_page_new (TuceWorkspace *workspace)
{
  TuceMapPage *self = g_object_new (TUCE_TYPE_MAP_PAGE, NULL);
  GtkSettings *settings = gtk_settings_get_default ();

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "records-changed", G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "scope-changed", G_CALLBACK (fit_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  if (settings)
    g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK (follow_look), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (follow_look), NULL);
  reload (self);
  return GTK_WIDGET (self);
}
