/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-blank-source.h"

#define FIT_MARGIN 24
#define PICK_RADIUS 6
#define SITE_RADIUS 3
/* A press whose pointer moves further than this (units of the widget) is a drag of the map, not a click. */
#define CLICK_SLIP 4
#define RING_RADIUS 9

G_DEFINE_FINAL_TYPE (TuceMapView, tuce_map_view, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  HOVERED,
  MENU_WANTED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where a site is at (@x, @y), sets @hit to it instead of what is below, because sites are drawn on top. */
static void
pick_site (TuceMapView *self, const TuceView *view, double x, double y, TuceHit *hit)
{
  TuceOverlay *overlay = tuce_map_layer_get_overlay (self->layer);
  const TuceOverlaySite *site = NULL;

  if (overlay && (tuce_map_layer_get_overlay_options (self->layer)->parts & TUCE_OVERLAY_SITES))
    site = tuce_overlay_pick (overlay, view, x, y, SITE_RADIUS);
  if (!site)
    return;
  hit->household = 0;
  hit->site = site->id;
  hit->series = site->series;
}

/* Gives a number that changes when the pointer moves to other features, so that ::hovered is emitted then. */
static guint64
stamp_features (TuceMapView *self, TuceScene *scene, const TuceView *view, double x, double y)
{
  g_autoptr (GArray) features = tuce_scene_features_at (scene, view, x, y, SITE_RADIUS, tuce_map_layer_get_layers (self->layer));
  guint64 stamp = features->len;

  for (guint i = 0; i < features->len; i++)
    stamp = stamp * 1099511628211u + GPOINTER_TO_SIZE (g_array_index (features, TuceFeatureHit, i).name);
  return stamp;
}

static void
pick (TuceMapView *self, double x, double y, TuceHit *hit)
{
  TuceScene *scene = tuce_map_layer_get_scene (self->layer);
  TuceView view = tuce_map_view_get_view (self);

  *hit = (TuceHit){ 0 };
  if (scene)
    tuce_scene_pick (scene, &view, x, y, PICK_RADIUS, (tuce_map_layer_get_parts (self->layer) & TUCE_PAINT_POINTS) != 0, hit);
  pick_site (self, &view, x, y, hit);
  if (scene)
    hit->features = stamp_features (self, scene, &view, x, y);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TuceMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press_x = x;
  self->press_y = y;
}

/* Sets @hit to what is under the pointer at the end of a press; FALSE for a drag and for the second click of a double click. */
static gboolean
pick_click (TuceMapView *self, int n_press, double x, double y, TuceHit *hit)
{
  if (hypot (x - self->press_x, y - self->press_y) > CLICK_SLIP || n_press > 1)
    return FALSE;
  pick (self, x, y, hit);
  return TRUE;
}

static void
on_clicked (GtkGestureClick *gesture, int n_press, double x, double y, TuceMapView *self)
{
  TuceHit hit;

  if (pick_click (self, n_press, x, y, &hit))
    g_signal_emit (self, signals[PICKED], 0, &hit);
}

static void
on_right_clicked (GtkGestureClick *gesture, int n_press, double x, double y, TuceMapView *self)
{
  TuceHit hit;

  if (pick_click (self, n_press, x, y, &hit))
    g_signal_emit (self, signals[MENU_WANTED], 0, &hit, x, y);
}

static void
set_hovered (TuceMapView *self, const TuceHit *hit, double x, double y)
{
  if (memcmp (hit, &self->hovered, sizeof *hit) == 0)
    return;
  self->hovered = *hit;
  g_signal_emit (self, signals[HOVERED], 0, hit, x, y);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, TuceMapView *self)
{
  TuceHit hit;

  pick (self, x, y, &hit);
  set_hovered (self, &hit, x, y);
}

static void
on_leave (GtkEventControllerMotion *motion, TuceMapView *self)
{
  set_hovered (self, &(TuceHit){ 0 }, 0, 0);
}

static void
on_moved (TuceMapView *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/* Turns a rotated map back: names and picking work only with north up. */
static void
on_rotated (TuceMapView *self)
{
  if (shumate_viewport_get_rotation (self->viewport) != 0)
    shumate_viewport_set_rotation (self->viewport, 0);
}

static void
apply_fit (TuceMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  TucePosition middle;
  TuceView view;

  if (width <= 2 * FIT_MARGIN || height <= 2 * FIT_MARGIN || tuce_box_is_empty (&self->to_fit))
    return;
  view = tuce_view_fit (&self->to_fit, width, height, FIT_MARGIN);
  self->fitted = self->to_fit;
  self->to_fit = TUCE_BOX_EMPTY;
  middle = tuce_mercator_to_position (view.centre);
  shumate_map_stop_go_to (self->map);
  /* Choose a zoom that tiles are painted for, so that they are shown without scaling. */
  shumate_viewport_set_zoom_level (self->viewport,
                                   CLAMP (floor (view.zoom * TUCE_TILE_LEVELS) / TUCE_TILE_LEVELS,
                                          TUCE_MAP_MIN_ZOOM, TUCE_MAP_MAX_ZOOM));
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), middle.lat, middle.lon);
  self->as_fitted = tuce_map_view_get_view (self);
}

static gboolean
is_as_fitted (TuceMapView *self)
{
  TuceView view = tuce_map_view_get_view (self);

  return view.zoom == self->as_fitted.zoom && view.centre.x == self->as_fitted.centre.x
         && view.centre.y == self->as_fitted.centre.y;
}

static gboolean
apply_fit_later (gpointer data)
{
  apply_fit (data);
  return G_SOURCE_REMOVE;
}

static void
tuce_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TuceMapView *self = TUCE_MAP_VIEW (widget);

  /* The user has not moved the map since a box was fitted, so it is fitted again to the new size. */
  if (tuce_box_is_empty (&self->to_fit) && !tuce_box_is_empty (&self->fitted) && is_as_fitted (self)
      && (self->as_fitted.width != width || self->as_fitted.height != height))
    self->to_fit = self->fitted;
  gtk_widget_size_allocate (GTK_WIDGET (self->map), &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (!tuce_box_is_empty (&self->to_fit))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_fit_later, g_object_ref (self), g_object_unref);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
tuce_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

/* Draws the map and, while the keyboard is used, a ring around what Enter would pick. */
static void
tuce_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;
  double reach = RING_RADIUS + 3;
  cairo_t *cairo;

  GTK_WIDGET_CLASS (tuce_map_view_parent_class)->snapshot (widget, snapshot);
  if (!gtk_widget_has_visible_focus (widget))
    return;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, 2 * reach));
  tuce_paint_middle (cairo, x, y, RING_RADIUS, tuce_map_layer_get_look (TUCE_MAP_VIEW (widget)->layer));
  cairo_destroy (cairo);
}

static void
tuce_map_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  if ((previous ^ gtk_widget_get_state_flags (widget)) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (widget);
}

static void
tuce_map_view_dispose (GObject *object)
{
  TuceMapView *self = TUCE_MAP_VIEW (object);

  if (self->map)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->map)));
  G_OBJECT_CLASS (tuce_map_view_parent_class)->dispose (object);
}

static void
tuce_map_view_class_init (TuceMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_map_view_dispose;
  widget_class->size_allocate = tuce_map_view_size_allocate;
  widget_class->measure = tuce_map_view_measure;
  widget_class->snapshot = tuce_map_view_snapshot;
  widget_class->state_flags_changed = tuce_map_view_state_flags_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "mapview");

  signals[PICKED] = g_signal_new ("picked", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
  signals[HOVERED] = g_signal_new ("hovered", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   3, G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MENU_WANTED] = g_signal_new ("menu-wanted", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MOVED] = g_signal_new ("moved", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_click (TuceMapView *self, guint button, GCallback released)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  /* In the capture phase, before the map's own gestures take the press as the beginning of a drag. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", released, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_controllers (TuceMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_clicked));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (on_right_clicked));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (tuce_map_view_on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
tuce_map_view_init (TuceMapView *self)
{
  g_autoptr (ShumateMapSource) source = tuce_blank_source_new ();
  static const char *const moved[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  self->to_fit = self->fitted = TUCE_BOX_EMPTY;
  self->map = shumate_map_new ();
  self->viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (self->viewport, source);
  shumate_viewport_set_min_zoom_level (self->viewport, TUCE_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, TUCE_MAP_MAX_ZOOM);
  shumate_map_set_zoom_on_double_click (self->map, TRUE);
  self->layer = tuce_map_layer_new (self->viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  /* This widget handles the keys; libshumate's own key handling would interfere. */
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    g_signal_connect_object (self->viewport, moved[i], G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewport, "notify::rotation", G_CALLBACK (on_rotated), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys move the map, plus and minus zoom, Home shows the whole county, "
                                    "Enter selects what lies in the middle"), -1);
}

GtkWidget *
tuce_map_view_new (void)
{
  return g_object_new (TUCE_TYPE_MAP_VIEW, NULL);
}

void
tuce_map_view_show (TuceMapView *self, TuceScene *scene, TuceFocus *focus)
{
  TuceScene *before = tuce_map_layer_get_scene (self->layer);
  gboolean first = !before, other = before != scene;

  tuce_map_layer_set_scene (self->layer, scene, focus);
  if (!other)
    return;
  self->hovered = (TuceHit){ 0 };
  if (first && scene)
    tuce_map_view_show_all (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
tuce_map_view_set_scene (TuceMapView *self, TuceScene *scene)
{
  tuce_map_view_show (self, scene, NULL);
}

TuceScene *
tuce_map_view_get_scene (TuceMapView *self)
{
  return tuce_map_layer_get_scene (self->layer);
}

void
tuce_map_view_set_look (TuceMapView *self, TuceLook look)
{
  tuce_map_layer_set_look (self->layer, look);
}

void
tuce_map_view_set_parts (TuceMapView *self, TucePaintParts parts)
{
  tuce_map_layer_set_parts (self->layer, parts);
}

void
tuce_map_view_set_layers (TuceMapView *self, guint layers)
{
  tuce_map_layer_set_layers (self->layer, layers);
}

void
tuce_map_view_set_overlay (TuceMapView *self, TuceOverlay *overlay, const TuceOverlayOptions *options)
{
  tuce_map_layer_set_overlay (self->layer, overlay, options);
}

TuceOverlay *
tuce_map_view_get_overlay (TuceMapView *self)
{
  return tuce_map_layer_get_overlay (self->layer);
}

TuceFocus *
tuce_map_view_get_focus (TuceMapView *self)
{
  return tuce_tile_store_get_focus (tuce_map_layer_get_tiles (self->layer));
}

void
tuce_map_view_pick_middle (TuceMapView *self, TuceHit *hit, double *x, double *y)
{
  *x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  pick (self, *x, *y, hit);
}

void
tuce_map_view_set_selection (TuceMapView *self, const char *place, gint64 household)
{
  tuce_map_layer_set_highlight (self->layer, place, household);
}

void
tuce_map_view_fit_box (TuceMapView *self, const TuceBox *box)
{
  self->to_fit = *box;
  apply_fit (self);
}

void
tuce_map_view_show_all (TuceMapView *self)
{
  TuceScene *scene = tuce_map_layer_get_scene (self->layer);
  TuceBox box;

  if (!scene)
    return;
  box = tuce_scene_box (scene);
  tuce_map_view_fit_box (self, &box);
}

void
tuce_map_view_reveal (TuceMapView *self, TucePosition position, double zoom)
{
  TuceView view = tuce_map_view_get_view (self);
  TuceBox shown = tuce_view_box (&view);

  if (view.width > 0 && view.zoom >= zoom && tuce_box_contains (&shown, position))
    return;
  self->to_fit = TUCE_BOX_EMPTY;
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (self->viewport, MAX (view.zoom, zoom));
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), position.lat, position.lon);
}

void
tuce_map_view_zoom_by (TuceMapView *self, double levels)
{
  double zoom = round ((shumate_viewport_get_zoom_level (self->viewport) + levels) * TUCE_TILE_LEVELS) / TUCE_TILE_LEVELS;

  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (self->viewport, CLAMP (zoom, TUCE_MAP_MIN_ZOOM, TUCE_MAP_MAX_ZOOM));
}

TuceView
tuce_map_view_get_view (TuceMapView *self)
{
  return tuce_map_layer_get_view (self->layer);
}

TucePosition
tuce_map_view_position_at (TuceMapView *self, double x, double y)
{
  TuceView view = tuce_map_view_get_view (self);

  return tuce_mercator_to_position (tuce_view_from_units (&view, x, y));
}

TuceTileStore *
tuce_map_view_get_tiles (TuceMapView *self)
{
  return tuce_map_layer_get_tiles (self->layer);
}
