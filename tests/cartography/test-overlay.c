/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../register/small-county.h"
#include "small-scene.h"
#include "tuce-names.h"
#include "tuce-overlay-private.h"
#include "tuce-painter.h"

#include <string.h>

static const TucePosition village_at = { 107.0, 30.8 }, site_at = { 107.0, 30.9 }, other_at = { 107.1, 30.9 };

static TuceRecord *
fresh (TuceCounty *county, const char *entity)
{
  return tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), entity));
}

static gint64
insert (TuceEdit *edit, TuceRecord *record)
{
  g_autoptr (GError) error = NULL;

  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
set_position (TuceRecord *record, TucePosition position)
{
  tuce_record_set_real (record, "lon", position.lon);
  tuce_record_set_real (record, "lat", position.lat);
}

static gint64
add_site (TuceCounty *county, TuceEdit *edit, const char *name, gint64 households, gint64 people, const TucePosition *at)
{
  g_autoptr (TuceRecord) site = fresh (county, "site");

  tuce_record_set_text (site, "name", name);
  tuce_record_set_text (site, "village_code", "511725201204");
  tuce_record_set_text (site, "sited_on", "2017-01-01");
  tuce_record_set_integer (site, "plan_households", households);
  tuce_record_set_integer (site, "plan_people", people);
  if (at)
    set_position (site, *at);
  return insert (edit, site);
}

static void
add_relocation (TuceCounty *county, TuceEdit *edit, guint number, gint64 site, gint64 people, const char *moved_in)
{
  g_autoptr (TuceRecord) relocation = fresh (county, "relocation");

  tuce_record_set_integer (relocation, "household_id", small_county_household (county, number));
  tuce_record_set_integer (relocation, "people", people);
  tuce_record_set_text (relocation, "approved_on", "2017-03-01");
  if (site)
    tuce_record_set_integer (relocation, "site_id", site);
  tuce_record_set_text (relocation, "moved_in_on", moved_in);
  insert (edit, relocation);
}

typedef struct
{
  char *path;
  TuceCounty *county;
  gint64 site, empty, nowhere, scenario;
} Fixture;

static gint64
add_scenario_site (Fixture *fixture, TuceEdit *edit, const char *name, gint64 site, gint64 households, const TucePosition *at)
{
  g_autoptr (TuceRecord) record = fresh (fixture->county, "scenario_site");

  tuce_record_set_integer (record, "scenario_id", fixture->scenario);
  tuce_record_set_text (record, "name", name);
  if (site)
    tuce_record_set_integer (record, "site_id", site);
  tuce_record_set_integer (record, "households", households);
  if (at)
    set_position (record, *at);
  return insert (edit, record);
}

static void
add_move (Fixture *fixture, TuceEdit *edit, guint number, gint64 site, double distance)
{
  g_autoptr (TuceRecord) move = fresh (fixture->county, "scenario_move");

  tuce_record_set_integer (move, "scenario_id", fixture->scenario);
  tuce_record_set_integer (move, "household_id", small_county_household (fixture->county, number));
  if (site)
    tuce_record_set_integer (move, "scenario_site_id", site);
  tuce_record_set_text (move, "placement", "placed");
  tuce_record_set_real (move, "distance", distance);
  insert (edit, move);
}

/* Household 3 lives in the village 甲村 (its number % 3 is 0), which has a position; household 2 lives in 511725201204,
   which has none. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;
  g_autoptr (TuceRecord) village = NULL, scenario = NULL;
  gint64 kept, new;

  fixture->county = small_county (&fixture->path, 12);
  village = tuce_county_find (fixture->county, "village", "code", "511725109201", &error);
  scenario = fresh (fixture->county, "scenario");
  edit = tuce_edit_begin (fixture->county, "搬迁", &error);
  g_assert_no_error (error);
  set_position (village, village_at);
  tuce_edit_update (edit, village, &error);
  g_assert_no_error (error);

  fixture->site = add_site (fixture->county, edit, "双桥安置点", 4, 12, &site_at);
  fixture->empty = add_site (fixture->county, edit, "大山安置点", 40, 130, &other_at);
  fixture->nowhere = add_site (fixture->county, edit, "无名安置点", 0, 0, NULL);
  add_relocation (fixture->county, edit, 3, fixture->site, 4, "2018-01-01");
  add_relocation (fixture->county, edit, 6, fixture->site, 2, NULL);
  add_relocation (fixture->county, edit, 2, fixture->site, 5, NULL);
  add_relocation (fixture->county, edit, 9, 0, 3, NULL); /* scattered */

  tuce_record_set_text (scenario, "name", "一");
  tuce_record_set_text (scenario, "candidates", "unassigned");
  fixture->scenario = insert (edit, scenario);
  kept = add_scenario_site (fixture, edit, "双桥安置点", fixture->site, 2, NULL);
  new = add_scenario_site (fixture, edit, "候选点", 0, 10, &other_at);
  add_move (fixture, edit, 3, kept, 5000);
  add_move (fixture, edit, 6, kept, 8000);
  add_move (fixture, edit, 4, new, 1500);
  add_move (fixture, edit, 5, 0, 0);
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  small_county_remove (fixture->county, fixture->path);
}

static const TuceOverlayFlow *
flow_of (TuceOverlay *overlay, const char *village, const TuceOverlaySite *site)
{
  for (guint i = 0; i < tuce_overlay_flows (overlay)->len; i++)
    {
      const TuceOverlayFlow *flow = tuce_overlay_flows (overlay)->pdata[i];

      if (g_str_equal (flow->village, village) && tuce_overlay_sites (overlay)->pdata[flow->site] == site)
        return flow;
    }
  return NULL;
}

static void
test_sites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOverlay) overlay = tuce_overlay_load_sites (fixture->county, NULL, &error);
  g_autoptr (GPtrArray) states = NULL;
  const TuceOverlaySite *site;
  const TuceOverlayFlow *flow;
  TuceBox box;

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_overlay_sites (overlay)->len, ==, 3);
  /* The largest comes first, so that it lies beneath the others. */
  g_assert_cmpint (((TuceOverlaySite *) tuce_overlay_sites (overlay)->pdata[0])->id, ==, fixture->empty);

  site = tuce_overlay_find (overlay, fixture->site, 0);
  g_assert_nonnull (site);
  g_assert_cmpstr (site->name, ==, "双桥安置点");
  g_assert_cmpstr (site->state_zh, ==, "选址");
  g_assert_cmpstr (site->mark->name, ==, "unknown");
  g_assert_cmpint (site->taken_households, ==, 3);
  g_assert_cmpint (site->taken_people, ==, 11);
  g_assert_cmpint (site->moved_households, ==, 1);
  g_assert_cmpint (site->moved_people, ==, 4);
  g_assert_cmpfloat (site->occupancy, ==, 4.0 / 12); /* counted in people: the household that moved in is a third of the
                                                        people planned */
  g_assert_true (site->used);
  g_assert_false (site->candidate);
  g_assert_cmpfloat (tuce_overlay_find (overlay, fixture->empty, 0)->occupancy, ==, 0);
  g_assert_cmpfloat (tuce_overlay_find (overlay, fixture->nowhere, 0)->occupancy, ==, -1);
  g_assert_false (tuce_overlay_find (overlay, fixture->nowhere, 0)->placed);
  g_assert_null (tuce_overlay_find (overlay, fixture->site, 1));

  g_assert_cmpuint (tuce_overlay_flows (overlay)->len, ==, 2);
  flow = flow_of (overlay, "511725109201", site);
  g_assert_cmpint (flow->households, ==, 2);
  g_assert_cmpint (flow->people, ==, 6);
  g_assert_cmpfloat_with_epsilon (flow->metres, tuce_position_distance (village_at, site_at), 1e-6);
  flow = flow_of (overlay, "511725201204", site);
  g_assert_cmpint (flow->people, ==, 5);
  g_assert_false (flow->placed);
  g_assert_cmpfloat (flow->metres, ==, -1);

  g_assert_true (tuce_overlay_box (overlay, fixture->site, 0, &box));
  g_assert_cmpfloat (box.south, ==, village_at.lat);
  g_assert_cmpfloat (box.north, ==, site_at.lat);
  g_assert_false (tuce_overlay_box (overlay, fixture->nowhere, 0, &box));

  states = tuce_overlay_states (overlay);
  g_assert_cmpuint (states->len, ==, 1);
  g_assert_cmpint (((TuceLegendLine *) states->pdata[0])->count, ==, 3);
}

static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOverlay) truth = tuce_overlay_load_sites (fixture->county, NULL, &error);
  g_autoptr (TuceOverlay) overlay = tuce_overlay_load_scenario (fixture->county, fixture->scenario, 1, NULL, &error);
  g_autoptr (TuceOverlay) nothing = tuce_overlay_load_scenario (fixture->county, fixture->scenario + 1, 0, NULL, &error);
  g_autoptr (TuceOverlay) both = NULL;
  const TuceOverlaySite *kept = NULL, *new = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_overlay_sites (overlay)->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TuceOverlaySite *site = tuce_overlay_sites (overlay)->pdata[i];

      g_assert_cmpuint (site->series, ==, 1);
      if (site->candidate)
        new = site;
      else
        kept = site;
    }
  g_assert_nonnull (new);
  g_assert_nonnull (kept);
  /* Where the scenario sets no position, the site has the register's. */
  g_assert_true (kept->placed);
  g_assert_cmpfloat (kept->position.lat, ==, site_at.lat);
  g_assert_cmpstr (kept->state_zh, ==, "选址");
  g_assert_cmpfloat (kept->occupancy, ==, 1);
  /* People are those approved; where the number is missing, those of the household. */
  g_assert_cmpint (kept->taken_people, ==, 6);
  g_assert_cmpint (new->taken_people, ==, 2);
  g_assert_cmpfloat (new->occupancy, ==, 0.1);
  g_assert_cmpfloat (flow_of (overlay, "511725109201", kept)->metres, ==, (5000.0 * 4 + 8000.0 * 2) / 6);
  g_assert_cmpuint (tuce_overlay_sites (nothing)->len, ==, 0);

  both = tuce_overlay_join (truth, overlay);
  g_assert_cmpuint (tuce_overlay_sites (both)->len, ==, 5);
  g_assert_cmpuint (tuce_overlay_flows (both)->len, ==, tuce_overlay_flows (truth)->len + tuce_overlay_flows (overlay)->len);
  g_assert_nonnull (tuce_overlay_find (both, fixture->site, 0));
  g_assert_nonnull (flow_of (both, "511725109201", tuce_overlay_find (both, kept->id, 1)));
  g_assert_cmpint (flow_of (both, "511725109201", tuce_overlay_find (both, kept->id, 1))->people, ==, 6);
}

static TuceOverlaySite *
site_new (gint64 id, gint64 people, const char *mark, double occupancy, TucePosition at)
{
  TuceOverlaySite *site = g_new0 (TuceOverlaySite, 1);

  site->id = id;
  site->name = g_strdup_printf ("安置点%d", (int) id);
  site->state = g_strdup ("");
  site->state_zh = g_strdup ("");
  site->mark = tuce_mark_find (mark);
  site->placed = site->used = TRUE;
  site->position = at;
  site->people = people;
  site->occupancy = occupancy;
  return site;
}

/* Two sites in the middle of the small scene, and people of one village who move to the first. */
static TuceOverlay *
overlay_new (const char *mark, double occupancy, gint64 people)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_site_free);
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_flow_free);
  TuceOverlayFlow *flow = g_new0 (TuceOverlayFlow, 1);

  g_ptr_array_add (sites, site_new (1, 50, mark, occupancy, (TucePosition){ 107.1, 30.95 }));
  g_ptr_array_add (sites, site_new (2, 300, "met", 1, (TucePosition){ 106.9, 30.95 }));
  g_strlcpy (flow->village, "511725100200", sizeof flow->village);
  flow->village_name = g_strdup ("双桥村");
  flow->people = people;
  flow->metres = 12345;
  g_ptr_array_add (flows, flow);
  return tuce_overlay_new (sites, flows);
}

/* A site of two series has one symbol: that of the series that uses it. */
static void
test_twins (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (10, FALSE);
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_site_free);
  g_autoptr (TuceOverlay) overlay = NULL;
  g_autoptr (GPtrArray) states = NULL;
  TuceBox box = tuce_scene_box (scene);
  TuceView view = tuce_view_fit (&box, 640, 480, 10);
  const TucePosition places[] = { { 106.9, 30.95 }, { 107.1, 30.95 } };

  for (guint i = 0; i < 4; i++)
    {
      TuceOverlaySite *site = site_new (i + 1, 50, "met", 0, places[i / 2]);

      site->series = i % 2;
      site->used = i != 2;
      g_ptr_array_add (sites, site);
    }
  overlay = tuce_overlay_new (sites, g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_flow_free));
  for (guint i = 0; i < 2; i++)
    {
      double x, y;

      tuce_view_to_units (&view, tuce_mercator_from_position (places[i]), &x, &y);
      g_assert_cmpint (tuce_overlay_pick (overlay, &view, x, y, 0)->id, ==, i ? 4 : 1);
    }
  states = tuce_overlay_states (overlay);
  g_assert_cmpint (((TuceLegendLine *) states->pdata[0])->count, ==, 2);
}

static TuceView
view_of (TuceScene *scene)
{
  TuceBox box = tuce_scene_box (scene);

  return tuce_view_fit (&box, 640, 480, 10);
}

static cairo_surface_t *
paint (TuceScene *scene, TuceOverlay *overlay, TuceLook look, TuceOverlayParts parts, gint64 selected)
{
  TuceView view = view_of (scene);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 480);
  cairo_t *cairo = cairo_create (surface);
  TucePaintOptions options = { .look = look, .overlay = overlay, .overlay_options = { parts, selected, 0 } };

  tuce_paint (cairo, scene, &view, &options);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
equal_and_gone (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize length = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);
  gboolean equal = memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), length) == 0;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return equal;
}

/* On paper and on screen, each of these changes the picture: stage, occupancy, size of a flow, what is selected. */
static void
test_paint (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (100, FALSE);
  g_autoptr (TuceOverlay) usual = overlay_new ("unmet", 0.25, 40);
  g_autoptr (TuceOverlay) fuller = overlay_new ("unmet", 0.75, 40);
  g_autoptr (TuceOverlay) further = overlay_new ("met", 0.25, 40);
  g_autoptr (TuceOverlay) more = overlay_new ("unmet", 0.25, 200);

  for (TuceLook look = TUCE_LOOK_LIGHT; look <= TUCE_LOOK_PAPER; look++)
    {
#define picture(overlay, parts, selected) paint (scene, overlay, look, parts, selected)
      g_assert_true (equal_and_gone (picture (usual, TUCE_OVERLAY_USUAL, 1), picture (usual, TUCE_OVERLAY_USUAL, 1)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_SITES, 0), picture (NULL, 0, 0)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_SITES, 0), picture (fuller, TUCE_OVERLAY_SITES, 0)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_SITES, 0), picture (further, TUCE_OVERLAY_SITES, 0)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_SITES, 0), picture (usual, TUCE_OVERLAY_SITES, 1)));
      /* Flows are shown for the selected site, or for all. */
      g_assert_true (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS, 0), picture (NULL, 0, 0)));
      g_assert_true (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS, 2), picture (NULL, 0, 0)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS, 1), picture (NULL, 0, 0)));
      g_assert_true (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS | TUCE_OVERLAY_ALL_FLOWS, 0),
                                     picture (usual, TUCE_OVERLAY_FLOWS, 1)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS, 1), picture (more, TUCE_OVERLAY_FLOWS, 1)));
      g_assert_false (equal_and_gone (picture (usual, TUCE_OVERLAY_FLOWS, 1),
                                      picture (usual, TUCE_OVERLAY_FLOWS | TUCE_OVERLAY_DISTANCES, 1)));
#undef picture
    }
}

static void
test_pick (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (10, FALSE);
  g_autoptr (TuceOverlay) overlay = overlay_new ("unmet", 0.25, 40);
  TuceView view = view_of (scene);
  double x, y, radius;
  const TuceOverlaySite *site = tuce_overlay_find (overlay, 1, 0);

  tuce_view_to_units (&view, tuce_mercator_from_position (site->position), &x, &y);
  radius = tuce_overlay_radius (site, view.zoom);
  g_assert_true (tuce_overlay_pick (overlay, &view, x + radius - 1, y, 0) == site);
  g_assert_true (tuce_overlay_pick (overlay, &view, x + radius + 3, y, 4) == site);
  g_assert_null (tuce_overlay_pick (overlay, &view, x + radius + 6, y, 4));
  /* More people make a larger symbol; and it is larger when near than from far away. */
  g_assert_cmpfloat (tuce_overlay_radius (tuce_overlay_find (overlay, 2, 0), 9), >, tuce_overlay_radius (site, 9));
  g_assert_cmpfloat (tuce_overlay_radius (site, 13), >, tuce_overlay_radius (site, 9));
}

/* Sites have names when near, and the selected one at any zoom. No two names overlap, and none lies on a site. */
static void
test_names (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (500, FALSE);
  g_autoptr (TuceOverlay) overlay = overlay_new ("unmet", 0.25, 40);

  for (double zoom = 9; zoom < 13; zoom += 0.5)
    {
      TuceView view = view_of (scene);
      TucePaintOptions options = { .parts = TUCE_PAINT_ALL, .overlay = overlay, .overlay_options = { TUCE_OVERLAY_USUAL, 0, 0 } };
      guint n = 0;

      view.zoom = zoom;
      view.width = view.height = 4000;
      for (int selected = 0; selected < 2; selected++)
        {
          g_autoptr (GArray) names = NULL;

          options.overlay_options.selected = selected;
          names = tuce_names_place (scene, &view, &options, FALSE);
          n = 0;
          for (guint i = 0; i < names->len; i++)
            {
              const TucePlacedName *a = &g_array_index (names, TucePlacedName, i);

              n += (a->index & TUCE_NAME_OF_SITE) != 0;
              for (guint k = 0; k < i; k++)
                {
                  const TucePlacedName *b = &g_array_index (names, TucePlacedName, k);

                  g_assert_false (a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
                                  && b->y < a->y + a->height);
                }
            }
          g_assert_cmpuint (n, ==, zoom >= tuce_style_get (TUCE_STYLE_SITE_NAME)->from_zoom ? 2 : (guint) selected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/overlay/sites", Fixture, NULL, set_up, test_sites, tear_down);
  g_test_add ("/overlay/scenario", Fixture, NULL, set_up, test_scenario, tear_down);
  g_test_add_func ("/overlay/paint", test_paint);
  g_test_add_func ("/overlay/twins", test_twins);
  g_test_add_func ("/overlay/pick", test_pick);
  g_test_add_func ("/overlay/names", test_names);
  return g_test_run ();
}
