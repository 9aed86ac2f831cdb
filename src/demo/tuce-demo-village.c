/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the demo writes of villages and of the map. */
#include "tuce-demo-writer.h"

#include <string.h>

/* A village may leave the list only with fewer poor people than this share (domain.md §2.3, V1), and some to spare. */
#define MOST_POOR 0.027

typedef struct
{
  int dibao_households, dibao_people, wubao_households, wubao_people, disabled, away, poor_left;
  int water_unsafe, dangerous;
} Figures;

static void
count_household (Figures *figures, const TuceDemoHousehold *household)
{
  gboolean dibao = FALSE, wubao = FALSE;

  for (guint i = 0; i < household->n_people && !household->empty; i++)
    {
      const TuceDemoPerson *person = &household->people[i];

      figures->dibao_people += person->dibao;
      figures->wubao_people += person->wubao;
      figures->disabled += person->disabled;
      figures->away += person->work_months > 0 && person->work_place && !g_str_equal (person->work_place, "01");
      dibao |= person->dibao;
      wubao |= person->wubao;
    }
  figures->dibao_households += dibao;
  figures->wubao_households += wubao;
  figures->water_unsafe += !household->year.water_safe;
  figures->dangerous += household->year.dangerous;
  if (!tuce_demo_is_exited (household))
    figures->poor_left += household->empty ? 0 : household->size;
}

static int
between (TuceDemoWorld *world, int from, int to)
{
  return g_rand_int_range (world->random, from, MAX (from, to) + 1);
}

static void
set_people (TuceRecord *record, const TuceDemoVillage *village, const Figures *figures)
{
  tuce_record_set_integer (record, "population", village->rural_people);
  tuce_record_set_integer (record, "households", village->rural_people * 10 / 31);
  tuce_record_set_integer (record, "hamlets", village->groups);
  tuce_record_set_integer (record, "dibao_poor_households", figures->dibao_households);
  tuce_record_set_integer (record, "dibao_poor_people", figures->dibao_people);
  tuce_record_set_integer (record, "wubao_poor_households", figures->wubao_households);
  tuce_record_set_integer (record, "wubao_poor_people", figures->wubao_people);
  tuce_record_set_integer (record, "disabled_poor", figures->disabled);
  tuce_record_set_integer (record, "water_unsafe_households", figures->water_unsafe);
  tuce_record_set_integer (record, "dangerous_households", figures->dangerous);
}

/* What the acceptance of a poor village asks for (domain.md §2.3); one that has left the list has all of it. */
static void
set_facilities (TuceDemoWorld *world, TuceRecord *record, const TuceDemoVillage *village)
{
  gboolean settled = village->exit_year != 0 || tuce_demo_chance (world->random, 0.8);

  tuce_record_set_integer (record, "collective_income",
                           (gint64) village->rural_people * between (world, settled ? 6 : 0, settled ? 30 : 5) * 100);
  tuce_record_set_integer (record, "road_to_township", settled);
  if (settled)
    {
      tuce_record_set_real (record, "road_length_km", between (world, 12, 90) / 10.0);
      tuce_record_set_real (record, "road_width_m", between (world, 35, 50) / 10.0);
      tuce_record_set_text (record, "road_surface", "3");
    }
  tuce_record_set_integer (record, "clinics", settled || tuce_demo_chance (world->random, 0.5) ? 1 : 0);
  if (tuce_record_integer (record, "clinics"))
    tuce_record_set_integer (record, "clinic_m2", between (world, 60, 140) * 100);
  tuce_record_set_integer (record, "culture_rooms", settled || tuce_demo_chance (world->random, 0.5) ? 1 : 0);
  if (tuce_record_integer (record, "culture_rooms"))
    tuce_record_set_integer (record, "culture_m2", between (world, 50, 160) * 100);
  tuce_record_set_integer (record, "doctors", tuce_record_integer (record, "clinics"));
  tuce_record_set_integer (record, "broadband", settled);
  tuce_record_set_integer (record, "mobile", 1);
  tuce_record_set_integer (record, "cooperatives", between (world, 0, 3));
  tuce_record_set_integer (record, "party_members", village->rural_people / between (world, 32, 60));
  tuce_record_set_real (record, "arable_mu", village->rural_people * between (world, 70, 110) / 100);
}

static gboolean
write_year (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, TuceCounty *county,
            const TuceDemoVillage *village, const Figures *figures, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  g_autoptr (TuceRecord) record = tuce_record_new (tuce_dictionary_entity (dictionary, "village_year"));

  record->id = world->next_id++;
  tuce_record_set_text (record, "village_code", village->division->code);
  tuce_record_set_integer (record, "year", world->year);
  set_people (record, village, figures);
  set_facilities (world, record, village);
  return tuce_edit_insert (edit, record, error);
}

gboolean
tuce_demo_write_village (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, TuceDemoVillage *village,
                         const TuceDemoHousehold *households, guint n, GError **error)
{
  TuceCounty *county = tuce_demo_writer_county (writer);
  g_autoptr (TuceRecord) record = tuce_county_find (county, "village", "code", village->division->code, error);
  Figures figures = { 0 };

  if (!record)
    return FALSE;
  for (guint i = 0; i < n; i++)
    count_household (&figures, &households[i]);
  if (village->exit_year)
    village->rural_people = MAX (village->rural_people, (int) (figures.poor_left / MOST_POOR) + 1);
  tuce_record_set_integer (record, "is_poor_village", village->poor);
  if (village->plan_exit_year)
    tuce_record_set_integer (record, "plan_exit_year", village->plan_exit_year);
  if (village->exit_year)
    tuce_record_set_integer (record, "exit_year", village->exit_year);
  tuce_record_set_integer (record, "rural_pop_base", village->rural_people);
  tuce_record_set_integer (record, "rural_pop_base_year", 2014);
  tuce_record_set_real (record, "lon", village->seat.lon);
  tuce_record_set_real (record, "lat", village->seat.lat);
  tuce_record_set_text (record, "position_origin", "schematic");
  tuce_record_set_text (record, "coord_src", "wgs84");
  return tuce_edit_update (edit, record, error)
         && write_year (writer, edit, world, county, village, &figures, error)
         && tuce_demo_write_cell (writer, edit, world, village->division, village->cell, error);
}

gboolean
tuce_demo_write_cell (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDivision *division,
                      const TuceShape *cell, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_demo_writer_county (writer));
  g_autoptr (TuceRecord) record = tuce_record_new (tuce_dictionary_entity (dictionary, "feature"));
  g_autoptr (GBytes) shape = tuce_shape_to_wkb (cell);

  record->id = world->next_id++;
  tuce_record_set_text (record, "layer", division->level);
  tuce_record_set_text (record, "code", division->code);
  tuce_record_set_text (record, "name", division->short_name);
  tuce_record_set_bytes (record, "shape", shape);
  tuce_record_set_text (record, "origin", "schematic");
  tuce_record_set_text (record, "datum", "wgs84");
  return tuce_edit_insert (edit, record, error);
}
