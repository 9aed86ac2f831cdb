/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-names.h"

#include <math.h>

#include "tuce-overlay-private.h"
#include "tuce-painter-private.h"
#include "tuce-scene-private.h"
#include "tuce-text-style.h"

#define GAP 2.0
/* How far names stay away from the spot (TucePaintOptions), in units. */
#define SPOT 11.0
/* Above this zoom the county's own name is left out: the window shows it already. */
#define COUNTY_NAME_UNTIL 9.0

typedef struct
{
  double x, y, width, height;
} Room;

static gboolean
overlap (const Room *a, const Room *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_shown (const TuceName *name, double zoom, const TucePaintOptions *options)
{
  if (name->style == TUCE_STYLE_RIVER_NAME && !(options->parts & TUCE_PAINT_RIVERS))
    return FALSE;
  if (name->layer != G_MAXUINT && !(options->layers & 1u << name->layer))
    return FALSE;
  if (name->style == TUCE_STYLE_COUNTY_NAME)
    return zoom < COUNTY_NAME_UNTIL;
  return zoom >= tuce_style_get (name->style)->from_zoom;
}

static gboolean
is_free (const Room *room, GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    if (overlap (room, &g_array_index (taken, Room, i)))
      return FALSE;
  return TRUE;
}

static guint
rings_met (const Room *room, GArray *rings)
{
  guint met = 0;

  for (guint i = 0; i < rings->len; i++)
    met += overlap (room, &g_array_index (rings, Room, i));
  return met;
}

static GArray *
collect_rings (TuceScene *scene, const TuceView *view, double zoom, double scale, TucePaintParts parts)
{
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (Room));
  TuceSceneLayer layer;

  if (!(parts & TUCE_PAINT_POINTS) || !tuce_shares_layer (zoom, &layer))
    return rings;
  for (guint i = 0; i < scene->places->len; i++)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, i);
      double radius = tuce_shares_radius (place, scale), x, y;
      Room room;

      if (place->layer != layer || !place->has_anchor || radius <= 0)
        continue;
      tuce_view_to_units (view, place->anchor, &x, &y);
      room = (Room){ x - radius, y - radius, 2 * radius, 2 * radius };
      g_array_append_val (rings, room);
    }
  return rings;
}

/* Tries the room below, above, right and left of the ring; where there is no ring, the place itself first. */
static gboolean
find_room (double width, double height, double x, double y, double radius, double scale, GArray *taken, GArray *rings,
           Room *best)
{
  double w = width * scale, h = height * scale, away = radius > 0 ? radius + GAP * scale : 0;
  const Room candidates[] = {
    radius > 0 ? (Room){ x - w / 2, y + away, w, h } : (Room){ x - w / 2, y - h / 2, w, h },
    radius > 0 ? (Room){ x - w / 2, y - away - h, w, h } : (Room){ x - w / 2, y + h / 4, w, h },
    radius > 0 ? (Room){ x + away, y - h / 2, w, h } : (Room){ x - w / 2, y - h * 1.25, w, h },
    radius > 0 ? (Room){ x - away - w, y - h / 2, w, h } : (Room){ x - w / 2, y - h / 2, w, h },
  };
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && fewest > 0; i++)
    {
      guint met;

      if (!is_free (&candidates[i], taken))
        continue;
      met = rings_met (&candidates[i], rings);
      if (met < fewest)
        {
          fewest = met;
          *best = candidates[i];
        }
    }
  return fewest != G_MAXUINT;
}

/* Gives the index of the name to place first: that of the emphasised place; where names of villages are not shown yet,
   that of its township. */
static guint
first_name (TuceScene *scene, const TucePaintOptions *options, double zoom)
{
  guint place = options->highlight_place
                  ? GPOINTER_TO_UINT (g_hash_table_lookup (scene->place_by_code, options->highlight_place)) - 1
                  : G_MAXUINT;

  for (; place != G_MAXUINT; place = g_array_index (scene->places, TucePlace, place).parent)
    for (guint i = 0; i < scene->names->len; i++)
      {
        const TuceName *name = &g_array_index (scene->names, TuceName, i);

        if (name->place == place && is_shown (name, zoom, options))
          return i;
      }
  return G_MAXUINT;
}

/* The state while names are placed. */
typedef struct
{
  TuceScene *scene;
  const TuceView *view;
  const TucePaintOptions *options;
  double scale, zoom;
  TuceSceneLayer layer; /* whose rings are painted */
  GArray *rings;        /* Room */
  GArray *taken;        /* Room */
} Placing;

/* Finds a room for the name @index, sets @room and marks it as taken. Returns: whether there was one. */
static gboolean
take_room (Placing *placing, guint index, Room *room)
{
  const TuceName *name = &g_array_index (placing->scene->names, TuceName, index);
  const TucePlace *place
    = name->place == G_MAXUINT ? NULL : &g_array_index (placing->scene->places, TucePlace, name->place);
  double x, y, radius = place && place->layer == placing->layer ? tuce_shares_radius (place, placing->scale)
                        : name->layer != G_MAXUINT ? tuce_layer_style_nth (name->layer)->size / 2 * placing->scale
                                                   : 0;

  if (!is_shown (name, placing->zoom, placing->options))
    return FALSE;
  tuce_view_to_units (placing->view, name->anchor, &x, &y);
  if (!find_room (name->width, name->height, x, y, radius, placing->scale, placing->taken, placing->rings, room))
    return FALSE;
  /* The name of a river or neighbour may be left out; a ring may not be covered. */
  if (!place && rings_met (room, placing->rings) > 0)
    return FALSE;
  g_array_append_val (placing->taken, *room);
  return TRUE;
}

static Room
room_of_site (const Placing *placing, guint index)
{
  double x, y, radius = tuce_overlay_radius (placing->options->overlay->sites->pdata[index], placing->zoom) * placing->scale;

  tuce_view_to_units (placing->view, placing->options->overlay->at[index], &x, &y);
  /* The gable of the symbol stands above the ring. */
  return (Room){ x - radius, y - radius * 1.6, 2 * radius, 2.6 * radius };
}

/* Marks the rooms of sites. Names avoid sites if they can, and always avoid the selected one. */
static void
keep_sites_clear (Placing *placing)
{
  TuceOverlay *overlay = placing->options->overlay;

  if (!overlay || !(placing->options->overlay_options.parts & TUCE_OVERLAY_SITES))
    return;
  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];
      Room room = room_of_site (placing, i);

      if (overlay->shown[i])
        g_array_append_val (tuce_overlay_is_selected (site, &placing->options->overlay_options) ? placing->taken : placing->rings,
                            room);
    }
}

static gboolean
is_in_view (const Placing *placing, const Room *room, gboolean whole)
{
  const TuceView *view = placing->view;

  if (whole)
    return room->x >= 0 && room->y >= 0 && room->x + room->width <= view->width && room->y + room->height <= view->height;
  return room->x <= view->width && room->y <= view->height && room->x + room->width >= 0 && room->y + room->height >= 0;
}

/* Names of sites are placed before all others: where sites are shown, the map is about them. */
static void
place_sites (Placing *placing, gboolean whole, GArray *placed)
{
  TuceOverlay *overlay = placing->options->overlay;
  const TuceOverlayOptions *options = &placing->options->overlay_options;

  if (!overlay || !(options->parts & TUCE_OVERLAY_SITES) || !(options->parts & TUCE_OVERLAY_NAMES))
    return;
  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];
      Room symbol = room_of_site (placing, i), room;

      if (!overlay->shown[i] || !(tuce_overlay_has_names (placing->zoom, options) || tuce_overlay_is_selected (site, options))
          || !find_room (overlay->names[i][0], overlay->names[i][1], symbol.x + symbol.width / 2, symbol.y + symbol.height / 2,
                         symbol.height / 2, placing->scale, placing->taken, placing->rings, &room))
        continue;
      g_array_append_val (placing->taken, room);
      if (is_in_view (placing, &room, whole))
        {
          TucePlacedName result = { TUCE_STYLE_SITE_NAME, site->name, TUCE_NAME_OF_SITE | i, room.x, room.y, room.width,
                                    room.height };

          g_array_append_val (placed, result);
        }
    }
}

static void
keep_spot_clear (Placing *placing)
{
  double x, y, reach = SPOT * placing->scale;
  Room room;

  if (!placing->options->spot)
    return;
  tuce_view_to_units (placing->view, tuce_mercator_from_position (*placing->options->spot), &x, &y);
  room = (Room){ x - reach, y - reach, 2 * reach, 2 * reach };
  g_array_append_val (placing->taken, room);
}

GArray *
tuce_names_place (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, gboolean whole)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (TucePlacedName));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Room));
  double scale = options->text_scale > 0 ? options->text_scale : 1, zoom = tuce_effective_zoom (view->zoom, scale);
  g_autoptr (GArray) rings = collect_rings (scene, view, zoom, scale, options->parts);
  Placing placing = { scene, view, options, scale, zoom, TUCE_N_LAYERS, rings, taken };
  guint first = first_name (scene, options, zoom);

  if (options->parts & TUCE_PAINT_POINTS)
    tuce_shares_layer (zoom, &placing.layer);
  keep_spot_clear (&placing);
  keep_sites_clear (&placing);
  place_sites (&placing, whole, placed);
  for (guint i = 0; i < scene->names->len; i++)
    {
      /* The chosen first name comes first, then the others in their order. */
      guint index = first == G_MAXUINT || i > first ? i : i == 0 ? first : i - 1;
      const TuceName *name = &g_array_index (scene->names, TuceName, index);
      Room room;

      if (!take_room (&placing, index, &room))
        continue;
      if (!is_in_view (&placing, &room, whole))
        continue;

      TucePlacedName result = { name->style, name->text, index, room.x, room.y, room.width, room.height };

      g_array_append_val (placed, result);
    }
  return placed;
}

void
tuce_names_paint (cairo_t *cairo, const TucePlacedName *name, double x, double y, double scale, TuceLook look)
{
  PangoContext *context = tuce_text_style_context ();
  g_autoptr (PangoLayout) layout = tuce_text_style_layout (context, name->style, scale, name->text);

  cairo_save (cairo);
  cairo_move_to (cairo, x, y);
  pango_cairo_layout_path (cairo, layout);
  tuce_style_set_colour (cairo, TUCE_STYLE_HALO, look, 0.9);
  cairo_set_line_width (cairo, tuce_style_get (TUCE_STYLE_HALO)->width * scale);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cairo);
  cairo_move_to (cairo, x, y);
  tuce_style_set_colour (cairo, name->style, look, 1);
  pango_cairo_show_layout (cairo, layout);
  cairo_restore (cairo);
  g_object_unref (context);
}
