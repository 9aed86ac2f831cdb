/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes villages and their cells on the map. */
#include "tuce-demo-writer.h"

#include <string.h>

/* The greatest share of poor people in a village that has left the list: somewhat less than the 3 % of 川委厅〔2016〕66号. */
#define MOST_POOR 0.027

/* Whether @household is registered as poor. */
static gboolean
is_registered (const TuceDemoHousehold *household)
{
  return g_ascii_isdigit (household->status[0]);
}

static void
count_household (TuceDemoReport *report, const TuceDemoHousehold *household)
{
  gboolean dibao = FALSE, wubao = FALSE;

  for (guint i = 0; i < household->n_people && !household->empty; i++)
    {
      const TuceDemoPerson *person = &household->people[i];

      report->dibao_people += person->dibao;
      report->wubao_people += person->wubao;
      report->disabled += person->disabled;
      report->away += person->work_months > 0 && person->work_place && !g_str_equal (person->work_place, "01");
      dibao |= person->dibao;
      wubao |= person->wubao;
    }
  report->dibao_households += dibao;
  report->wubao_households += wubao;
  report->water_unsafe += !household->year.water_safe;
  report->dangerous += household->year.dangerous;
  if (!is_registered (household))
    return;
  report->registered_households++;
  report->registered_people += household->size;
  if (tuce_demo_is_exited (household))
    return;
  report->poor_households++;
  report->poor_people += household->size;
}

void
tuce_demo_incidence (TuceDemoReport *report, int rural_people)
{
  /* tenths of a percent, rounded half up */
  report->incidence = rural_people ? (2000 * report->poor_people + rural_people) / (2 * rural_people) : 0;
}

void
tuce_demo_report (TuceDemoReport *report, const TuceDemoVillage *village, const TuceDemoHousehold *households, guint n)
{
  memset (report, 0, sizeof *report);
  for (guint i = 0; i < n; i++)
    count_household (report, &households[i]);
  tuce_demo_incidence (report, village->rural_people);
}

void
tuce_demo_settle_village (TuceDemoVillage *village, TuceDemoReport *report)
{
  if (village->exit_year)
    village->rural_people = MAX (village->rural_people, (int) (report->poor_people / MOST_POOR) + 1);
  tuce_demo_incidence (report, village->rural_people);
}

static int
between (TuceDemoWorld *world, int from, int to)
{
  return g_rand_int_range (world->random, from, MAX (from, to) + 1);
}

static void
set_people (TuceRecord *record, const TuceDemoVillage *village, const TuceDemoReport *report)
{
  if (!report->no_population)
    tuce_record_set_integer (record, "population", village->rural_people);
  tuce_record_set_integer (record, "registered_households", report->registered_households);
  tuce_record_set_integer (record, "registered_people", report->registered_people);
  tuce_record_set_integer (record, "poor_households", report->poor_households);
  tuce_record_set_integer (record, "poor_people", report->poor_people);
  tuce_record_set_real (record, "incidence", report->incidence / 10.0);
  tuce_record_set_integer (record, "away", report->away);
  tuce_record_set_text (record, "head", village->officials[0]);
  tuce_record_set_integer (record, "households", village->rural_people * 10 / 31);
  tuce_record_set_integer (record, "hamlets", village->groups);
  tuce_record_set_integer (record, "dibao_poor_households", report->dibao_households);
  tuce_record_set_integer (record, "dibao_poor_people", report->dibao_people);
  tuce_record_set_integer (record, "wubao_poor_households", report->wubao_households);
  tuce_record_set_integer (record, "wubao_poor_people", report->wubao_people);
  tuce_record_set_integer (record, "disabled_poor", report->disabled);
  tuce_record_set_integer (record, "water_unsafe_households", report->water_unsafe);
  tuce_record_set_integer (record, "dangerous_households", report->dangerous);
}

static void
set_road (TuceDemoWorld *world, TuceRecord *record, const TuceDemoReport *report, gboolean settled)
{
  tuce_record_set_integer (record, "road_to_township", settled || report->no_width);
  if (report->no_width)
    tuce_record_set_real (record, "road_width_m", 0);
  else if (settled)
    tuce_record_set_real (record, "road_width_m", between (world, 35, 50) / 10.0);
  if (!settled)
    return;
  tuce_record_set_real (record, "road_length_km", between (world, 12, 90) / 10.0);
  tuce_record_set_text (record, "road_surface", "3");
}

static void
set_clinic (TuceDemoWorld *world, TuceRecord *record, const TuceDemoVillage *village, const TuceDemoReport *report,
            gboolean settled)
{
  gboolean there = settled || report->no_doctor || tuce_demo_chance (world->random, 0.5);

  tuce_record_set_integer (record, "clinics", there);
  tuce_record_set_integer (record, "doctors", there);
  if (!there)
    return;
  tuce_record_set_integer (record, "clinic_m2", between (world, 60, 140) * 100);
  if (!report->no_doctor)
    tuce_record_set_text (record, "clinic_doctor", village->officials[2]);
}

/* Sets what the standard for poor villages asks for (川委厅〔2016〕66号; data/standards/sichuan-2018-village.sql); a village
 * that has left the list has all of it. */
static void
set_facilities (TuceDemoWorld *world, TuceRecord *record, const TuceDemoVillage *village, const TuceDemoReport *report)
{
  gboolean settled = village->exit_year != 0 || tuce_demo_chance (world->random, 0.8);
  gboolean culture = settled || tuce_demo_chance (world->random, 0.5);
  /* Villages that are not poor villages have only partly been surveyed. */
  gboolean surveyed
      = village->poor || g_str_equal (tuce_demo_draw_share (world->tables, "village_surveyed", world->random), "yes");

  tuce_record_set_integer (record, "collective_income",
                           (gint64) village->rural_people * between (world, settled ? 6 : 0, settled ? 30 : 5) * 100);
  tuce_record_set_text (record, "collective_project",
                        settled ? tuce_demo_draw_share (world->tables, "collective_project", world->random) : NULL);
  tuce_record_set_integer (record, "cooperatives", between (world, 0, 3));
  tuce_record_set_integer (record, "party_members", village->rural_people / between (world, 32, 60));
  tuce_record_set_real (record, "arable_mu", village->rural_people * between (world, 70, 110) / 100);
  set_road (world, record, report, settled);
  set_clinic (world, record, village, report, settled);
  if (!surveyed)
    return;
  tuce_record_set_integer (record, "culture_rooms", culture);
  if (culture)
    tuce_record_set_integer (record, "culture_m2", between (world, 50, 160) * 100);
  tuce_record_set_integer (record, "broadband", settled);
  tuce_record_set_integer (record, "mobile", 1);
}

static gboolean
write_year (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
            const TuceDemoVillage *village, const TuceDemoReport *report, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "village_year", world->next_id++);

  tuce_record_set_text (record, "village_code", village->division->code);
  tuce_record_set_integer (record, "year", world->year);
  set_people (record, village, report);
  set_facilities (world, record, village, report);
  return tuce_edit_insert (edit, record, error);
}

gboolean
tuce_demo_write_village (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, TuceDemoVillage *village,
                         const TuceDemoReport *report, GError **error)
{
  TuceCounty *county = tuce_demo_writer_county (writer);
  g_autoptr (TuceRecord) record = tuce_county_find (county, "village", "code", village->division->code, error);

  if (!record)
    return FALSE;
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
         && write_year (writer, edit, world, village, report, error)
         && tuce_demo_write_cell (writer, edit, world, village->division, village->cell, error);
}

gboolean
tuce_demo_write_cell (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDivision *division,
                      const TuceShape *cell, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "feature", world->next_id++);
  g_autoptr (GBytes) shape = tuce_shape_to_wkb (cell);

  tuce_record_set_text (record, "layer", division->level);
  tuce_record_set_text (record, "code", division->code);
  tuce_record_set_text (record, "name", division->short_name);
  tuce_record_set_bytes (record, "shape", shape);
  tuce_record_set_text (record, "origin", "schematic");
  tuce_record_set_text (record, "datum", "wgs84");
  return tuce_edit_insert (edit, record, error);
}
