/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What layers mean for a position, on both sides of each limit; who needs a place; candidates proposed and drawn, with
   reasons. */
#include "tuce-siting.h"

#include <math.h>

#include "planned-county.h"
#include "tuce-error.h"
#include "tuce-shape.h"

/* Metres of a degree of latitude, and of one of longitude at 31° N. */
#define DEGREE (6371008.8 * G_PI / 180)
#define LAT 31.0

typedef struct
{
  TuceCounty *county;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = planned_county (&fixture->path, 40, 10, 10);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  planned_county_remove (fixture->county, fixture->path);
}

/* The position so many metres east and north of 107° E, 31° N. */
static TucePosition
at (double east, double north)
{
  return (TucePosition){ 107.0 + east / DEGREE / cos (LAT * G_PI / 180), LAT + north / DEGREE };
}

static void
insert_feature (Fixture *fixture, const char *layer, const char *name, const char *origin, TuceShapeKind kind,
                const TucePosition *positions, guint n)
{
  guint starts[] = { 0, n };
  g_autoptr (TuceShape) shape = tuce_shape_new (kind, positions, starts, 1);
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (TuceRecord) feature
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "feature"));
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "图层", &error);

  tuce_record_set_text (feature, "layer", layer);
  tuce_record_set_text (feature, "name", name);
  tuce_record_set_text (feature, "origin", origin);
  tuce_record_set_bytes (feature, "shape", wkb);
  tuce_edit_insert (edit, feature, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
insert_square (Fixture *fixture, const char *layer, double west, double south, double side)
{
  const TucePosition corners[]
      = { at (west, south), at (west + side, south), at (west + side, south + side), at (west, south + side) };

  insert_feature (fixture, layer, "方", "imported", TUCE_SHAPE_POLYGON, corners, 4);
}

static TuceSurroundings *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TuceSurroundings *surroundings = tuce_surroundings_load (fixture->county, NULL, &error);

  g_assert_no_error (error);
  return surroundings;
}

static TuceGroundState
state_at (const TuceSurroundings *surroundings, TucePosition position, const char *layer)
{
  TuceGround ground;

  tuce_surroundings_test (surroundings, position, layer, &ground);
  g_assert_cmpstr (ground.layer, ==, layer);
  return ground.state;
}

/* hazard_buffer_m is 100: 99.9 m is too near, 100.1 m is not. An area without a buffer: inside is too near, outside is
   not. */
static void
test_grounds (Fixture *fixture, gconstpointer data)
{
  const TucePosition slide = at (0, 0);
  TuceGround ground;

  insert_feature (fixture, "hazard", "滑坡", "schematic", TUCE_SHAPE_POINT, &slide, 1);
  insert_square (fixture, "farmland", 1000, 1000, 500);
  g_autoptr (TuceSurroundings) surroundings = load (fixture);

  g_assert_cmpint (state_at (surroundings, at (99.9, 0), "hazard"), ==, TUCE_GROUND_CONCERNED);
  g_assert_cmpint (state_at (surroundings, at (0, 100.1), "hazard"), ==, TUCE_GROUND_CLEAR);
  g_assert_cmpint (state_at (surroundings, at (1001, 1001), "farmland"), ==, TUCE_GROUND_CONCERNED);
  g_assert_cmpint (state_at (surroundings, at (999, 1001), "farmland"), ==, TUCE_GROUND_CLEAR);
  g_assert_cmpint (state_at (surroundings, slide, "flood"), ==, TUCE_GROUND_UNKNOWN);
  g_assert_false (tuce_surroundings_has (surroundings, "flood"));
  g_assert_false (tuce_surroundings_allow (surroundings, at (50, 0)));
  g_assert_true (tuce_surroundings_allow (surroundings, at (500, 0))); /* a layer that the county does not have forbids
                                                                          nothing */

  tuce_surroundings_test (surroundings, at (30, 40), "hazard", &ground);
  g_assert_cmpfloat_with_epsilon (ground.near.distance, 50, 0.01);
  g_assert_cmpfloat (ground.buffer, ==, 100);
  g_assert_cmpstr (ground.near.name, ==, "滑坡");
  g_assert_true (ground.near.schematic);
}

static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  const TucePosition schools[] = { at (300, 400), at (-2000, 0) };
  const TucePosition road[] = { at (-5000, 700), at (5000, 700) };
  TuceNear near;

  insert_feature (fixture, "school", "近", "imported", TUCE_SHAPE_POINT, &schools[0], 1);
  insert_feature (fixture, "school", "远", "imported", TUCE_SHAPE_POINT, &schools[1], 1);
  insert_feature (fixture, "road", "省道", "imported", TUCE_SHAPE_LINE, road, 2);
  g_autoptr (TuceSurroundings) surroundings = load (fixture);

  g_assert_true (tuce_surroundings_nearest (surroundings, at (0, 0), "school", &near));
  g_assert_cmpstr (near.name, ==, "近");
  g_assert_cmpfloat_with_epsilon (near.distance, 500, 0.1);
  g_assert_false (near.schematic);
  g_assert_true (tuce_surroundings_nearest (surroundings, at (-1500, 0), "school", &near));
  g_assert_cmpstr (near.name, ==, "远");
  g_assert_true (tuce_surroundings_nearest (surroundings, at (0, 0), "road", &near));
  g_assert_cmpfloat_with_epsilon (near.distance, 700, 0.5);
  g_assert_cmpfloat_with_epsilon (near.position.lon, 107.0, 1e-6);
  g_assert_false (tuce_surroundings_nearest (surroundings, at (0, 0), "clinic", &near));
}

/* Households 0, 2, 4, … live in the West, 1, 3, … in the East, in two groups each. */
static void
test_origins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOrigins) all = NULL;
  g_autoptr (TuceOrigins) west = NULL;
  g_autoptr (TuceOrigins) unmoved = NULL;
  g_autoptr (TuceOrigins) unassigned = NULL;
  g_autofree char *site = g_strdup_printf ("%" G_GINT64_FORMAT, planned_county_site (fixture->county, 0, "West"));
  gint64 first = planned_county_household (fixture->county, 0), second = planned_county_household (fixture->county, 1);
  g_autoptr (TuceRecord) move = NULL;
  guint people = 0;

  for (guint i = 0; i < 40; i++)
    people += 1 + i % 7;
  planned_county_set (fixture->county, "household", second, "resettle_type", "2");
  {
    g_autoptr (GPtrArray) moves = tuce_county_children (fixture->county, "relocation", first, &error);

    g_assert_no_error (error);
    planned_county_set (fixture->county, "relocation", ((TuceRecord *) moves->pdata[0])->id, "site_id", site);
  }
  all = tuce_origins_load (fixture->county, "all", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->origins->len, ==, 4);
  g_assert_cmpuint (all->households, ==, 39);
  g_assert_cmpuint (all->people, ==, people - 2);
  g_assert_cmpuint (all->lost, ==, 0);
  unassigned = tuce_origins_load (fixture->county, "unassigned", NULL, NULL, &error);
  g_assert_cmpuint (unassigned->households, ==, 38);
  unmoved = tuce_origins_load (fixture->county, "unmoved", NULL, NULL, &error);
  g_assert_cmpuint (unmoved->households, ==, 39);
  west = tuce_origins_load (fixture->county, "all", "511725109201", NULL, &error);
  g_assert_cmpuint (west->households, ==, 20);
  g_assert_cmpfloat_with_epsilon (g_array_index (west->origins, TuceOrigin, 0).position.lon, 107.0, 1e-9);
  g_assert_null (tuce_origins_load (fixture->county, "nobody", NULL, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

static TuceSiting *
siting (Fixture *fixture, TuceSurroundings *surroundings)
{
  g_autoptr (GError) error = NULL;
  TuceOrigins *origins = tuce_origins_load (fixture->county, "all", NULL, NULL, &error);
  TuceSiting *made = tuce_siting_new (fixture->county, surroundings, origins, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceSurroundings) bare = load (fixture);
  g_autoptr (TuceSiting) plain = siting (fixture, bare);
  g_autoptr (GPtrArray) two = tuce_siting_propose (plain, 2, NULL, &error);
  const TuceCandidate *best;

  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
  best = two->pdata[0];
  g_assert_cmpuint (best->households, ==, 20);
  g_assert_cmpfloat (best->mean, <, 1);
  g_assert_cmpuint (best->people + ((const TuceCandidate *) two->pdata[1])->people, >, best->people);
  g_assert_cmpuint (best->people, >=, ((const TuceCandidate *) two->pdata[1])->people);

  /* With an existing site in the West, the first proposal is in the East; a second one would serve nobody. */
  tuce_siting_fix (plain, at (0, 0));
  g_autoptr (GPtrArray) one = tuce_siting_propose (plain, 2, NULL, &error);
  g_assert_cmpuint (one->len, ==, 1);
  best = one->pdata[0];
  g_assert_cmpstr (best->village_code, ==, "511725109202");

  g_assert_null (tuce_siting_propose (plain, 0, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

/* The seat of the West lies in farmland 600 m wide: the proposed place lies outside of it, but no further than
   necessary. Where everything around is forbidden, no place is proposed for the West. */
static void
test_constraints (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const TuceCandidate *candidate;
  gboolean found = FALSE;

  insert_square (fixture, "farmland", -300, -300, 600);
  g_autoptr (TuceSurroundings) surroundings = load (fixture);
  g_autoptr (TuceSiting) near = siting (fixture, surroundings);
  g_autoptr (GPtrArray) candidates = tuce_siting_propose (near, 2, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < candidates->len; i++)
    {
      candidate = candidates->pdata[i];
      g_assert_true (candidate->allowed);
      if (!g_str_equal (candidate->village_code, "511725109201"))
        continue;
      found = TRUE;
      g_assert_cmpfloat (candidate->moved, >, 300);
      g_assert_cmpfloat (candidate->moved, <, 450);
      g_assert_cmpfloat_with_epsilon (candidate->mean, candidate->moved, 0.5);
    }
  g_assert_true (found);

  insert_square (fixture, "farmland", -4000, -4000, 8000);
  g_autoptr (TuceSurroundings) wide = load (fixture);
  g_autoptr (TuceSiting) far = siting (fixture, wide);
  g_autoptr (GPtrArray) left = tuce_siting_propose (far, 2, NULL, &error);
  g_assert_cmpuint (left->len, ==, 1);
  candidate = left->pdata[0];
  g_assert_cmpstr (candidate->village_code, ==, "511725109202");
  g_assert_cmpuint (candidate->households, ==, 40);

  insert_square (fixture, "farmland", 0, -20000, 40000);
  g_autoptr (TuceSurroundings) everywhere = load (fixture);
  g_autoptr (TuceSiting) nowhere = siting (fixture, everywhere);
  g_assert_null (tuce_siting_propose (nowhere, 2, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const TuceDrawn drawn[] = { { at (20000, 0), "东边很远" }, { at (100, 100), "坏地" }, { at (0, 3000), NULL } };
  const TucePosition school = at (0, 3500);
  const TuceCandidate *first, *last;
  g_autoptr (GPtrArray) reasons = NULL;

  insert_square (fixture, "flood", 0, 0, 500);
  insert_feature (fixture, "school", "小学", "imported", TUCE_SHAPE_POINT, &school, 1);
  g_autoptr (TuceSurroundings) surroundings = load (fixture);
  g_autoptr (TuceSiting) ranking = siting (fixture, surroundings);
  g_autoptr (GPtrArray) ranked = tuce_siting_rank (ranking, drawn, 3, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ranked->len, ==, 3);
  first = ranked->pdata[0];
  last = ranked->pdata[2];
  g_assert_cmpfloat_with_epsilon (first->position.lat, drawn[2].position.lat, 1e-9);
  g_assert_cmpstr (first->name, ==, "Drawn place 3");
  g_assert_cmpstr (first->village_code, ==, "511725109201");
  g_assert_cmpuint (first->households, ==, 40); /* each place is counted for itself alone */
  g_assert_cmpstr (last->name, ==, "坏地"); /* the nearest one, but it is not allowed */
  g_assert_false (last->allowed);
  g_assert_cmpfloat (last->total, <, first->total);

  reasons = tuce_candidate_reasons (first, tuce_county_get_dictionary (fixture->county));
  g_assert_true (g_ptr_array_find_with_equal_func (reasons, "School: 小学, 500 m", g_str_equal, NULL));
  g_assert_cmpstr (reasons->pdata[0], ==, "40 households (155 people) nearest to it");
  g_assert_null (tuce_siting_rank (ranking, NULL, 0, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceSurroundings) surroundings = load (fixture);
  TuceOrigins *origins = g_new0 (TuceOrigins, 1);

  origins->origins = g_array_new (FALSE, FALSE, sizeof (TuceOrigin));
  g_assert_null (tuce_siting_new (fixture->county, surroundings, origins, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add ("/siting/" path, Fixture, NULL, set_up, test, tear_down)
  add ("grounds", test_grounds);
  add ("nearest", test_nearest);
  add ("origins", test_origins);
  add ("propose", test_propose);
  add ("constraints", test_constraints);
  add ("drawn", test_drawn);
  add ("nobody", test_nobody);
#undef add
  return g_test_run ();
}
