/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-map.h"

#include <math.h>

#include "tuce-layer-style.h"
#include "tuce-painter.h"

#define GAP 1.5        /* points between the map and the lines of the cell */
#define MARGIN 6       /* points around the place shown */
#define STRIP 36       /* points kept free for scale and attribution */
#define PLACE_STRIP 84 /* points kept free for scale, attribution and legend */
#define PLACE_SCALE 0.75 /* letters and marks of a page that is one map */
#define TEXT_SCALE 0.6 /* smaller than on a screen, because paper is read from nearer */
#define LOCATOR_SCALE 0.52 /* smaller still, because a small map of a county has many of them */
#define KEPT 24        /* how many grounds are kept: sheets come by village, so a few are enough */
#define RING 5.0
#define SITE_METRES 1200 /* at least so much is shown around a site */

typedef struct
{
  TuceView view;
  cairo_surface_t *ground;
} Ground;

struct _TuceSheetMap
{
  TuceScene *scene;
  TuceCounty *county;
  GHashTable *grounds; /* "part:code:width×height" → Ground */
  TuceOverlay *sites;  /* or NULL */
  GHashTable *scenarios; /* id (gint64) → TuceOverlay */
};

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  cairo_surface_destroy (ground->ground);
  g_free (ground);
}

TuceSheetMap *
tuce_sheet_map_new (TuceScene *scene, TuceCounty *county)
{
  TuceSheetMap *map = g_new0 (TuceSheetMap, 1);

  map->scene = tuce_scene_ref (scene);
  map->county = g_object_ref (county);
  map->scenarios = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) tuce_overlay_unref);
  map->grounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ground_free);
  return map;
}

void
tuce_sheet_map_free (TuceSheetMap *map)
{
  g_hash_table_unref (map->grounds);
  g_hash_table_unref (map->scenarios);
  g_clear_pointer (&map->sites, tuce_overlay_unref);
  tuce_scene_unref (map->scene);
  g_object_unref (map->county);
  g_free (map);
}

void
tuce_sheet_map_set_sites (TuceSheetMap *map, TuceOverlay *sites)
{
  g_clear_pointer (&map->sites, tuce_overlay_unref);
  map->sites = tuce_overlay_ref (sites);
}

gboolean
tuce_sheet_map_prepare (TuceSheetMap *map, const char *entity, gint64 id, GError **error)
{
  TuceOverlay *scenario;

  if (g_str_equal (entity, "site"))
    {
      if (!map->sites)
        map->sites = tuce_overlay_load_sites (map->county, NULL, error);
      return map->sites != NULL;
    }
  if (id == 0 || g_hash_table_contains (map->scenarios, &id))
    return TRUE;
  scenario = tuce_overlay_load_scenario (map->county, id, 0, NULL, error);
  if (scenario)
    g_hash_table_insert (map->scenarios, g_memdup2 (&id, sizeof id), scenario);
  return scenario != NULL;
}

/* The view that shows all of @box above the strip for scale and attribution. */
static TuceView
view_above_strip (const TuceBox *box, double width, double height, double strip)
{
  TuceView view = tuce_view_fit (box, width, height - strip, MARGIN);

  view.centre = tuce_view_from_units (&view, width / 2, height / 2);
  view.height = height;
  return view;
}

static double
text_scale (TuceMapPart part)
{
  return part == TUCE_MAP_PLACE ? PLACE_SCALE : part == TUCE_MAP_LOCATOR ? LOCATOR_SCALE : TEXT_SCALE;
}

/* The locator emphasises the township, because at its scale a village would be hidden by the ring. */
static void
set_locator (TuceSheetMap *map, const char *place, TucePosition *spot, TucePaintOptions *options)
{
  TuceBox box;

  options->highlight_place = tuce_scene_place_parent (map->scene, place);
  if (!options->highlight_place)
    options->highlight_place = place;
  if (tuce_scene_place_box (map->scene, place, &box))
    {
      *spot = (TucePosition){ (box.west + box.east) / 2, (box.south + box.north) / 2 };
      options->spot = spot;
    }
}

static Ground *
paint_ground (TuceSheetMap *map, TuceMapPart part, const char *place, const TuceBox *box, double width, double height)
{
  TucePaintOptions options = { .look = TUCE_LOOK_PAPER,
                               .parts = TUCE_PAINT_GROUND | TUCE_PAINT_NAMES | TUCE_PAINT_SCALE | TUCE_PAINT_NORTH,
                               .text_scale = text_scale (part) };
  g_autoptr (GPtrArray) legend = part == TUCE_MAP_PLACE ? tuce_scene_place_legend (map->scene, place) : NULL;
  g_autoptr (TuceFocus) focus = part == TUCE_MAP_LOCATOR ? NULL : tuce_focus_new_place (map->scene, place);
  cairo_rectangle_t extents = { 0, 0, width, height };
  Ground *ground = g_new0 (Ground, 1);
  TucePosition spot;
  cairo_t *cairo;

  if (part == TUCE_MAP_LOCATOR)
    set_locator (map, place, &spot, &options);
  else
    {
      options.parts |= TUCE_PAINT_POINTS;
      options.highlight_place = place;
      options.focus = focus;
    }
  if (legend)
    options.parts |= TUCE_PAINT_LEGEND;
  options.legend = legend;
  ground->view = view_above_strip (box, width, height, legend ? PLACE_STRIP : STRIP);
  ground->ground = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo = cairo_create (ground->ground);
  tuce_paint (cairo, map->scene, &ground->view, &options);
  cairo_destroy (cairo);
  return ground;
}

static const Ground *
find_ground (TuceSheetMap *map, TuceMapPart part, const char *place, double width, double height)
{
  const char *shown = part == TUCE_MAP_LOCATOR ? tuce_county_get_code (map->county) : place;
  g_autofree char *key = g_strdup_printf ("%d:%s:%gx%g", part, place, width, height);
  Ground *ground = g_hash_table_lookup (map->grounds, key);
  TuceBox box;

  if (ground)
    return ground;
  if (!tuce_scene_place_box (map->scene, shown, &box) || tuce_box_is_empty (&box))
    return NULL;
  if (g_hash_table_size (map->grounds) >= KEPT)
    g_hash_table_remove_all (map->grounds);
  ground = paint_ground (map, part, place, &box, width, height);
  g_hash_table_insert (map->grounds, g_steal_pointer (&key), ground);
  return ground;
}

/* Finds the place of the ring: on the detail at the household, on the locator in the middle of the place. */
static gboolean
find_target (TuceSheetMap *map, TuceMapPart part, const char *place, gint64 household, TucePosition *position)
{
  TuceBox box;

  if (part == TUCE_MAP_PLACE)
    return FALSE;
  if (part == TUCE_MAP_DETAIL && household && tuce_scene_household_position (map->scene, household, position))
    return TRUE;
  if (part != TUCE_MAP_LOCATOR || !tuce_scene_place_box (map->scene, place, &box) || tuce_box_is_empty (&box))
    return FALSE;
  position->lon = (box.west + box.east) / 2;
  position->lat = (box.south + box.north) / 2;
  return TRUE;
}

static void
ring (cairo_t *cairo, double x, double y, double radius)
{
  /* first a wider white ring, so that the black one stands out from the lines it crosses */
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_set_line_width (cairo, 3.6);
  cairo_stroke_preserve (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_set_line_width (cairo, 1.4);
  cairo_stroke (cairo);
  cairo_arc (cairo, x, y, 1.3, 0, 2 * G_PI);
  cairo_fill (cairo);
}

/* Shows at least this much, however near to the site its people live, because its surroundings matter. */
static void
widen (TuceBox *box, double metres)
{
  TucePosition middle = { (box->west + box->east) / 2, (box->south + box->north) / 2 };
  double lat = metres / 111320, lon = lat / MAX (cos (middle.lat * G_PI / 180), 0.1);

  tuce_box_extend (box, (TucePosition){ middle.lon - lon, middle.lat - lat });
  tuce_box_extend (box, (TucePosition){ middle.lon + lon, middle.lat + lat });
}

/* Paints a site with those who move there, or everything in a scenario, directly onto the sheet: it occurs only
   once. */
static void
draw_overlay (TuceSheetMap *map, cairo_t *cairo, TuceMapPart part, gint64 record, double width, double height)
{
  gboolean is_site = part == TUCE_MAP_SITE;
  TuceOverlay *overlay = is_site ? map->sites : g_hash_table_lookup (map->scenarios, &record);
  TucePaintOptions options = { .look = TUCE_LOOK_PAPER,
                               .parts = TUCE_PAINT_GROUND | TUCE_PAINT_NAMES | TUCE_PAINT_SCALE | TUCE_PAINT_NORTH,
                               .text_scale = is_site ? TEXT_SCALE : PLACE_SCALE,
                               .layers = tuce_layer_style_usual (),
                               .overlay = overlay,
                               .overlay_options = { .parts = TUCE_OVERLAY_USUAL | TUCE_OVERLAY_ALL_FLOWS } };
  TuceBox box = tuce_scene_box (map->scene);
  TuceView view;

  if (!overlay || record == 0)
    return;
  if (is_site)
    {
      if (!tuce_overlay_box (overlay, record, 0, &box))
        return;
      widen (&box, SITE_METRES);
      options.overlay_options.parts = TUCE_OVERLAY_USUAL;
      options.overlay_options.selected = record;
    }
  if (tuce_box_is_empty (&box))
    return;
  view = view_above_strip (&box, width, height, STRIP);
  tuce_paint (cairo, map->scene, &view, &options);
}

void
tuce_sheet_map_draw (TuceSheetMap *map, cairo_t *cairo, TuceMapPart part, const char *place, gint64 record,
                     const TuceRectangle *at)
{
  double width = at->width - 2 * GAP, height = at->height - 2 * GAP;
  gboolean is_overlay = part == TUCE_MAP_SITE || part == TUCE_MAP_SCENARIO;
  const Ground *ground = !is_overlay && place && *place ? find_ground (map, part, place, width, height) : NULL;
  TucePosition position;
  double x, y;

  if (!ground && !is_overlay)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, at->x + GAP, at->y + GAP);
  cairo_rectangle (cairo, 0, 0, width, height);
  cairo_clip (cairo);
  if (is_overlay)
    draw_overlay (map, cairo, part, record, width, height);
  else
    {
      cairo_set_source_surface (cairo, ground->ground, 0, 0);
      cairo_paint (cairo);
    }
  if (ground && find_target (map, part, place, record, &position))
    {
      tuce_view_to_units (&ground->view, tuce_mercator_from_position (position), &x, &y);
      ring (cairo, x, y, RING);
    }
  cairo_restore (cairo);
}
