/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys do on the map. */
#include "tuce-map-view-private.h"

#define KEY_PAN 80

static void
pan (TuceMapView *self, double across, double down)
{
  TuceView view = tuce_map_view_get_view (self);
  TucePosition middle = tuce_map_view_position_at (self, view.width / 2 + across, view.height / 2 + down);

  shumate_map_stop_go_to (self->map);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), middle.lat, middle.lon);
}

gboolean
tuce_map_view_on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TuceMapView *self)
{
  TuceHit hit;
  double x, y;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      pan (self, -KEY_PAN, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      pan (self, KEY_PAN, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      pan (self, 0, -KEY_PAN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      pan (self, 0, KEY_PAN);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tuce_map_view_zoom_by (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tuce_map_view_zoom_by (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      tuce_map_view_show_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      tuce_map_view_pick_middle (self, &hit, &x, &y);
      g_signal_emit_by_name (self, "picked", &hit);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Menu:
      tuce_map_view_pick_middle (self, &hit, &x, &y);
      g_signal_emit_by_name (self, "menu-wanted", &hit, x, y);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
