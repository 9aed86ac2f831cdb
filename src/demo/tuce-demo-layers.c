/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Example layers. Real ones belong to the office and can't be shipped; these make maps and distances show something. */
#include "tuce-demo-layers.h"

#include <math.h>
#include <string.h>

#define METRES_A_DEGREE 111195.0
#define MOST_CORNERS 14
/* How far (metres) ground with restrictions is kept from sites: more than any buffer of the rules. */
#define CLEARANCE 450
#define TRIES 200
/* Half the width (metres) of the flood zone along a river, and how many vertices of the river one part of the zone follows. */
#define FLOOD_HALF 320
#define FLOOD_VERTICES 9

typedef struct
{
  TuceDemoWorld *world;
  GPtrArray *features, *townships, *rivers;
  GArray *sites;
  const TuceShape *outline;
} Layers;

/* For one kind of area: how many there are, how large they are (metres), and what they are called. */
typedef struct
{
  const char *layer, *name;
  guint n;
  int from, to;
} Areas;

static const Areas areas[] = { { "ecological", "示例生态保护红线%u号", 6, 1100, 2300 },
                               { "farmland", "示例永久基本农田%u号地块", 110, 220, 620 },
                               { "hazard", "示例滑坡隐患区%u号", 14, 90, 260 } };
#define HAZARD_POINTS 60
#define INDUSTRY_BASES 40

static void
feature_free (gpointer data)
{
  TuceDemoFeature *feature = data;

  g_free (feature->name);
  tuce_shape_unref (feature->shape);
  g_free (feature);
}

/* Adds a feature; takes over @name. */
static void
add (Layers *layers, const char *layer, char *name, TuceShapeKind kind, const TucePosition *positions, guint n)
{
  guint starts[] = { 0, n };
  TuceDemoFeature *feature = g_new0 (TuceDemoFeature, 1);

  feature->layer = layer;
  feature->name = name;
  feature->shape = tuce_shape_new (kind, positions, starts, 1);
  g_ptr_array_add (layers->features, feature);
}

static TucePosition
shifted (TucePosition from, double east, double north)
{
  double narrow = cos (from.lat * G_PI / 180);

  return (TucePosition) { from.lon + east / (METRES_A_DEGREE * narrow), from.lat + north / METRES_A_DEGREE };
}

/* Adds an irregular area of about @radius metres around @middle; takes over @name. */
static void
add_area (Layers *layers, const char *layer, char *name, TucePosition middle, double radius)
{
  TucePosition corners[MOST_CORNERS];
  guint n = (guint) tuce_demo_between (layers->world, 8, MOST_CORNERS);

  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n, away = radius * (0.72 + 0.28 * g_rand_double (layers->world->random));

      corners[i] = shifted (middle, away * cos (angle), away * sin (angle));
    }
  add (layers, layer, name, TUCE_SHAPE_POLYGON, corners, n);
}

static gboolean
is_clear_of_sites (const Layers *layers, TucePosition middle, double radius)
{
  for (guint i = 0; i < layers->sites->len; i++)
    if (tuce_position_distance (g_array_index (layers->sites, TuceDemoSite, i).position, middle) < radius + CLEARANCE)
      return FALSE;
  return TRUE;
}

static gboolean
is_inside (const Layers *layers, TucePosition middle, double radius)
{
  return tuce_shape_contains (layers->outline, middle)
         && tuce_shape_contains (layers->outline, shifted (middle, radius, 0))
         && tuce_shape_contains (layers->outline, shifted (middle, -radius, 0))
         && tuce_shape_contains (layers->outline, shifted (middle, 0, radius))
         && tuce_shape_contains (layers->outline, shifted (middle, 0, -radius));
}

/* Sets @place to a random place in the county that has no site within @radius metres and CLEARANCE. Returns: whether one was
 * found. */
static gboolean
find_place (Layers *layers, double radius, TucePosition *place)
{
  TuceBox box = layers->outline->box;

  for (guint i = 0; i < TRIES; i++)
    {
      place->lon = box.west + (box.east - box.west) * g_rand_double (layers->world->random);
      place->lat = box.south + (box.north - box.south) * g_rand_double (layers->world->random);
      if (is_inside (layers, *place, radius) && is_clear_of_sites (layers, *place, radius))
        return TRUE;
    }
  return FALSE;
}

static void
add_areas (Layers *layers)
{
  TucePosition place;

  for (guint kind = 0; kind < G_N_ELEMENTS (areas); kind++)
    for (guint i = 0; i < areas[kind].n; i++)
      {
        int radius = tuce_demo_between (layers->world, areas[kind].from, areas[kind].to);
        g_auto (GStrv) halves = g_strsplit (areas[kind].name, "%u", 2);

        if (find_place (layers, radius, &place))
          add_area (layers, areas[kind].layer, g_strdup_printf ("%s%u%s", halves[0], i + 1, halves[1]), place, radius);
      }
  for (guint i = 0; i < HAZARD_POINTS; i++)
    if (find_place (layers, 0, &place))
      add (layers, "hazard", g_strdup_printf ("示例地质灾害隐患点%u号", i + 1), TUCE_SHAPE_POINT, &place, 1);
}

/* Sets @east and @north to the unit vector at a right angle to @line at its vertex @at. */
static void
across (const TucePosition *line, guint n, guint at, double *east, double *north)
{
  TucePosition from = line[at ? at - 1 : 0], to = line[at + 1 < n ? at + 1 : n - 1];
  double x = (to.lon - from.lon) * cos (from.lat * G_PI / 180), y = to.lat - from.lat, length = hypot (x, y);

  *east = length > 0 ? -y / length : 0;
  *north = length > 0 ? x / length : 1;
}

static void
add_flood (Layers *layers, const TucePosition *line, guint n, guint from, guint *number)
{
  TucePosition corners[2 * FLOOD_VERTICES];
  guint to = MIN (from + FLOOD_VERTICES, n), count = to - from;

  if (count < 2 || !tuce_shape_contains (layers->outline, line[from + count / 2]))
    return;
  for (guint i = 0; i < count; i++)
    {
      double east, north;

      across (line, n, from + i, &east, &north);
      corners[i] = shifted (line[from + i], FLOOD_HALF * east, FLOOD_HALF * north);
      corners[2 * count - 1 - i] = shifted (line[from + i], -FLOOD_HALF * east, -FLOOD_HALF * north);
    }
  add (layers, "flood", g_strdup_printf ("示例洪水淹没区%u段", ++*number), TUCE_SHAPE_POLYGON, corners, 2 * count);
}

/* Adds flood zones along the rivers as drawn, and around a site whose planted mistake it is to be in one. */
static void
add_floods (Layers *layers)
{
  guint number = 0;

  for (guint r = 0; r < layers->rivers->len; r++)
    {
      const TuceShape *river = layers->rivers->pdata[r];

      for (guint ring = 0; ring < river->n_rings; ring++)
        {
          const TucePosition *line = river->positions + river->starts[ring];
          guint n = river->starts[ring + 1] - river->starts[ring];

          for (guint from = 0; from + 1 < n; from += FLOOD_VERTICES - 1)
            add_flood (layers, line, n, from, &number);
        }
    }
  for (guint i = 0; i < layers->sites->len; i++)
    {
      const TuceDemoSite *site = &g_array_index (layers->sites, TuceDemoSite, i);

      if (site->mistake == TUCE_DEMO_FLOODED)
        add_area (layers, "flood", g_strdup ("示例内涝淹没区"), site->position, 400);
    }
}

static void
add_road (Layers *layers, const TuceDemoTownship *from, const TuceDemoTownship *to)
{
  TucePosition start = tuce_shape_label_position (from->cell), end = tuce_shape_label_position (to->cell);
  TucePosition bends[6];
  guint n = G_N_ELEMENTS (bends);

  for (guint i = 0; i < n; i++)
    {
      double share = (double) i / (n - 1);
      double off = i && i + 1 < n ? 400 * (2 * g_rand_double (layers->world->random) - 1) : 0;

      bends[i].lon = start.lon + share * (end.lon - start.lon);
      bends[i].lat = start.lat + share * (end.lat - start.lat);
      bends[i] = shifted (bends[i], off, -off);
    }
  add (layers, "road", g_strconcat ("示例公路", from->division->short_name, "—", to->division->short_name, NULL),
       TUCE_SHAPE_LINE, bends, n);
}

/* Adds the shortest network of roads that joins all townships (Prim's algorithm). */
static void
add_roads (Layers *layers)
{
  guint n = layers->townships->len;
  g_autofree gboolean *reached = g_new0 (gboolean, MAX (n, 1));

  for (guint done = 1; done < n; done++)
    {
      double shortest = G_MAXDOUBLE;
      guint from = 0, to = 0;

      reached[0] = TRUE;
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < n; b++)
          {
            double metres;

            if (!reached[a] || reached[b])
              continue;
            metres = tuce_position_distance (
                tuce_shape_label_position (((TuceDemoTownship *) layers->townships->pdata[a])->cell),
                tuce_shape_label_position (((TuceDemoTownship *) layers->townships->pdata[b])->cell));
            if (metres < shortest)
              shortest = metres, from = a, to = b;
          }
      reached[to] = TRUE;
      add_road (layers, layers->townships->pdata[from], layers->townships->pdata[to]);
    }
}

/* Adds a point near @middle that is named after @place. */
static void
add_point (Layers *layers, const char *layer, const char *place, const char *what, TucePosition middle, int away)
{
  TucePosition position = shifted (middle, tuce_demo_between (layers->world, -away, away),
                                   tuce_demo_between (layers->world, -away, away));

  add (layers, layer, g_strconcat ("示例", place, what, NULL), TUCE_SHAPE_POINT, &position, 1);
}

/* Adds a school and a hospital in every township, and small ones in many villages. */
static void
add_services (Layers *layers)
{
  GRand *random = layers->world->random;

  for (guint t = 0; t < layers->townships->len; t++)
    {
      const TuceDemoTownship *township = layers->townships->pdata[t];
      TucePosition seat = tuce_shape_label_position (township->cell);

      add_point (layers, "school", township->division->short_name, "中心小学", seat, 250);
      add_point (layers, "clinic", township->division->short_name, "卫生院", seat, 250);
      for (guint v = 0; v < township->villages->len; v++)
        {
          const TuceDemoVillage *village = &g_array_index (township->villages, TuceDemoVillage, v);

          if (tuce_demo_chance (random, 0.25))
            add_point (layers, "school", village->division->short_name, "小学", village->seat, 300);
          if (tuce_demo_chance (random, 0.45))
            add_point (layers, "clinic", village->division->short_name, "卫生室", village->seat, 300);
        }
    }
}

/* Adds industry bases, half of them beside a site: they are meant to give work to the people who move there. */
static void
add_industry (Layers *layers)
{
  for (guint i = 0; i < INDUSTRY_BASES; i++)
    {
      const char *what = tuce_demo_draw_share (layers->world->tables, "relocated_industry", layers->world->random);
      int radius = tuce_demo_between (layers->world, 150, 420);
      TucePosition place;

      if (i % 2 == 0 && layers->sites->len)
        {
          guint at = (guint) tuce_demo_between (layers->world, 0, (int) layers->sites->len - 1);

          place = shifted (g_array_index (layers->sites, TuceDemoSite, at).position, radius + 250, -200);
        }
      else if (!find_place (layers, radius, &place))
        continue;
      add_area (layers, "industry", g_strdup_printf ("示例%s产业园%u号", what, i + 1), place, radius);
    }
}

GPtrArray *
tuce_demo_layers_new (TuceDemoWorld *world, GPtrArray *townships, GArray *sites, GPtrArray *rivers,
                      const TuceShape *outline)
{
  Layers layers = { world, g_ptr_array_new_with_free_func (feature_free), townships, rivers, sites, outline };

  add_areas (&layers);
  add_floods (&layers);
  add_roads (&layers);
  add_services (&layers);
  add_industry (&layers);
  return layers.features;
}

const TuceDemoFeature *
tuce_demo_nearest (GPtrArray *layers, const char *layer, TucePosition position, double *metres)
{
  const TuceDemoFeature *nearest = NULL;

  for (guint i = 0; i < layers->len; i++)
    {
      const TuceDemoFeature *feature = layers->pdata[i];
      double away;

      if (strcmp (feature->layer, layer) != 0
          || (nearest && tuce_box_distance (&feature->shape->box, position) >= *metres))
        continue;
      away = tuce_shape_distance (feature->shape, position, NULL);
      if (nearest && away >= *metres)
        continue;
      nearest = feature;
      *metres = away;
    }
  return nearest;
}

gboolean
tuce_demo_write_layers (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GPtrArray *layers, GError **error)
{
  for (guint i = 0; i < layers->len; i++)
    {
      const TuceDemoFeature *feature = layers->pdata[i];
      g_autoptr (TuceRecord) record = tuce_demo_record (writer, "feature", world->next_id++);
      g_autoptr (GBytes) shape = tuce_shape_to_wkb (feature->shape);

      tuce_record_set_text (record, "layer", feature->layer);
      tuce_record_set_text (record, "name", feature->name);
      tuce_record_set_bytes (record, "shape", shape);
      tuce_record_set_text (record, "origin", "schematic");
      tuce_record_set_text (record, "datum", "wgs84");
      if (!tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}
