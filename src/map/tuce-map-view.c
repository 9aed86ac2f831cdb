/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-view.h"

#include <glib/gi18n-lib.h>

#include "tuce-blank-source.h"

#define PICK_RADIUS 10
#define FIT_MARGIN 24
#define PAN_STEP 80

struct _TuceMapView
{
  GtkWidget parent_instance;

  ShumateMap *map;
  TuceMapLayer *layer;
  TuceBox wanted; /* to be shown once there is a size; empty when nothing is */
};

G_DEFINE_FINAL_TYPE (TuceMapView, tuce_map_view, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  HOVERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ShumateViewport *
viewport (TuceMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

static gboolean
find_hit (TuceMapView *self, double x, double y, TuceHit *hit)
{
  TuceScene *scene = tuce_map_layer_get_scene (self->layer);
  TuceView view = tuce_map_layer_get_view (self->layer);

  return scene && tuce_scene_pick (scene, &view, x, y, PICK_RADIUS, hit);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, TuceMapView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  TuceHit hit = { 0 };

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (find_hit (self, x, y, &hit))
    g_signal_emit (self, signals[PICKED], 0, &hit, button, x, y);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, TuceMapView *self)
{
  TuceHit hit = { 0 };

  g_signal_emit (self, signals[HOVERED], 0, find_hit (self, x, y, &hit) ? &hit : NULL, x, y);
}

static void
on_leave (GtkEventControllerMotion *motion, TuceMapView *self)
{
  g_signal_emit (self, signals[HOVERED], 0, NULL, 0.0, 0.0);
}

static void
pan (TuceMapView *self, double dx, double dy)
{
  TuceView view = tuce_map_layer_get_view (self->layer);
  TucePosition centre = tuce_mercator_to_position (tuce_view_from_units (&view, view.width / 2 + dx,
                                                                         view.height / 2 + dy));

  shumate_location_set_location (SHUMATE_LOCATION (viewport (self)), centre.lat, centre.lon);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TuceMapView *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      pan (self, -PAN_STEP, 0);
      return TRUE;
    case GDK_KEY_Right:
      pan (self, PAN_STEP, 0);
      return TRUE;
    case GDK_KEY_Up:
      pan (self, 0, -PAN_STEP);
      return TRUE;
    case GDK_KEY_Down:
      pan (self, 0, PAN_STEP);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tuce_map_view_zoom_by (self, 0.5);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tuce_map_view_zoom_by (self, -0.5);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
show_wanted (TuceMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  TucePosition centre;
  TuceView view;

  if (tuce_box_is_empty (&self->wanted) || width < 2 * FIT_MARGIN || height < 2 * FIT_MARGIN)
    return;
  view = tuce_view_fit (&self->wanted, width, height, FIT_MARGIN);
  centre = tuce_mercator_to_position (view.centre);
  shumate_viewport_set_zoom_level (viewport (self), CLAMP (view.zoom, TUCE_MAP_MIN_ZOOM, TUCE_MAP_MAX_ZOOM - 2));
  shumate_location_set_location (SHUMATE_LOCATION (viewport (self)), centre.lat, centre.lon);
  self->wanted = TUCE_BOX_EMPTY;
}

static void
tuce_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TuceMapView *self = TUCE_MAP_VIEW (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->map), &(GtkAllocation){ 0, 0, width, height }, baseline);
  show_wanted (self);
}

static void
tuce_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TUCE_MAP_VIEW (widget)->map), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
tuce_map_view_dispose (GObject *object)
{
  TuceMapView *self = TUCE_MAP_VIEW (object);

  if (self->map)
    gtk_widget_unparent (GTK_WIDGET (self->map));
  self->map = NULL;
  self->layer = NULL;
  G_OBJECT_CLASS (tuce_map_view_parent_class)->dispose (object);
}

static void
tuce_map_view_class_init (TuceMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_map_view_dispose;
  widget_class->measure = tuce_map_view_measure;
  widget_class->size_allocate = tuce_map_view_size_allocate;
  signals[PICKED] = g_signal_new ("picked", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                  G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[HOVERED] = g_signal_new ("hovered", TUCE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   3, G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
add_controllers (TuceMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
tuce_map_view_init (TuceMapView *self)
{
  g_autoptr (ShumateMapSource) source = tuce_blank_source_new ();

  self->wanted = TUCE_BOX_EMPTY;
  self->map = shumate_map_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  shumate_viewport_set_reference_map_source (viewport (self), source);
  shumate_viewport_set_min_zoom_level (viewport (self), TUCE_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport (self), TUCE_MAP_MAX_ZOOM);
  self->layer = tuce_map_layer_new (viewport (self));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of the county"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys move the map, plus and minus zoom"), -1);
  add_controllers (self);
}

GtkWidget *
tuce_map_view_new (void)
{
  return g_object_new (TUCE_TYPE_MAP_VIEW, NULL);
}

TuceMapLayer *
tuce_map_view_get_layer (TuceMapView *self)
{
  return self->layer;
}

void
tuce_map_view_fit (TuceMapView *self, const TuceBox *box)
{
  self->wanted = *box;
  show_wanted (self);
}

void
tuce_map_view_zoom_by (TuceMapView *self, double steps)
{
  double zoom = shumate_viewport_get_zoom_level (viewport (self)) + steps;

  shumate_viewport_set_zoom_level (viewport (self), CLAMP (zoom, TUCE_MAP_MIN_ZOOM, TUCE_MAP_MAX_ZOOM));
}
