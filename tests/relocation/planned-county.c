/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planned-county.h"

#include <glib/gstdio.h>

#include "tuce-parameters.h"
#include "tuce-query.h"
#include "tuce-scenario.h"

static const char *const villages[] = { "511725109201", "511725109202" };
static const char *const names[] = { "West", "East" };
static const double lons[] = { 107.0, 107.1 };

static TuceRecord *
fresh (TuceCounty *county, const char *entity)
{
  return tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), entity));
}

static void
insert (TuceEdit *edit, TuceRecord *record)
{
  g_autoptr (GError) error = NULL;

  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
}

static void
insert_place (TuceCounty *county, TuceEdit *edit, const char *level, const char *code, const char *name, const char *field,
              const char *parent, double lon)
{
  g_autoptr (TuceRecord) place = fresh (county, level);

  tuce_record_set_text (place, "code", code);
  tuce_record_set_text (place, "name", name);
  tuce_record_set_text (place, "short_name", name);
  if (parent)
    tuce_record_set_text (place, field, parent);
  if (lon > 0)
    {
      tuce_record_set_real (place, "lon", lon);
      tuce_record_set_real (place, "lat", 31.0);
    }
  insert (edit, place);
}

static void
insert_site (TuceCounty *county, TuceEdit *edit, guint village, int room)
{
  g_autoptr (TuceRecord) site = fresh (county, "site");

  tuce_record_set_text (site, "name", names[village]);
  tuce_record_set_text (site, "village_code", villages[village]);
  tuce_record_set_integer (site, "plan_households", room);
  insert (edit, site);
}

static void
insert_household (TuceCounty *county, TuceEdit *edit, guint number)
{
  g_autoptr (TuceRecord) household = fresh (county, "household");
  g_autoptr (TuceRecord) relocation = fresh (county, "relocation");
  g_autofree char *hh_no = g_strdup_printf ("%08u", number);
  g_autofree char *name = g_strdup_printf ("张%u", number);

  tuce_record_set_text (household, "hh_no", hh_no);
  tuce_record_set_text (household, "village_code", villages[number % 2]);
  tuce_record_set_integer (household, "group_no", 1 + number / 2 % 2);
  tuce_record_set_text (household, "head_name", name);
  tuce_record_set_text (household, "resettle_type", "1");
  insert (edit, household);
  tuce_record_set_integer (relocation, "household_id", household->id);
  tuce_record_set_integer (relocation, "people", 1 + number % 7);
  insert (edit, relocation);
}

TuceCounty *
planned_county (char **path, guint households, int room_west, int room_east)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  TuceCounty *county;
  TuceEdit *edit;

  *path = g_build_filename (folder, "planned.tuce", NULL);
  county = tuce_county_create (*path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  edit = tuce_edit_begin (county, "建立", &error);
  g_assert_no_error (error);
  tuce_parameters_install (county, edit, &error);
  g_assert_no_error (error);
  insert_place (county, edit, "city", "5117", "达州市", NULL, NULL, 0);
  insert_place (county, edit, "county", "511725", "渠县", "city_code", "5117", 0);
  insert_place (county, edit, "township", "511725109", "静边镇", "county_code", "511725", 0);
  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      insert_place (county, edit, "village", villages[i], names[i], "township_code", "511725109", lons[i]);
      insert_site (county, edit, i, i ? room_east : room_west);
    }
  for (guint i = 0; i < households; i++)
    insert_household (county, edit, i);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  return county;
}

void
planned_county_remove (TuceCounty *county, char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  tuce_county_close (county);
  g_object_unref (county);
  tuce_county_discard (path);
  g_rmdir (folder);
  g_free (path);
}

gint64
planned_county_scenario (TuceCounty *county, const char *name)
{
  g_autoptr (TuceRecord) scenario = fresh (county, TUCE_SCENARIO);
  g_autoptr (GError) error = NULL;

  tuce_record_set_text (scenario, "name", name);
  tuce_scenario_make (county, scenario, &error);
  g_assert_no_error (error);
  return scenario->id;
}

gint64
planned_county_household (TuceCounty *county, guint number)
{
  g_autofree char *hh_no = g_strdup_printf ("%08u", number);
  g_autoptr (TuceRecord) record = tuce_county_find (county, "household", "hh_no", hh_no, NULL);

  g_assert_nonnull (record);
  return record->id;
}

void
planned_county_set (TuceCounty *county, const char *entity, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, entity, id, &error);
  g_auto (TuceValue) parsed = TUCE_VALUE_INIT;
  TuceEdit *edit;

  g_assert_no_error (error);
  tuce_field_parse (tuce_entity_field (record->entity, field), value, &parsed, &error);
  g_assert_no_error (error);
  tuce_record_set_value (record, tuce_entity_field (record->entity, field), &parsed);
  edit = tuce_edit_begin (county, field, &error);
  g_assert_no_error (error);
  tuce_edit_update (edit, record, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

gint64
planned_county_site (TuceCounty *county, gint64 scenario, const char *name)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, scenario ? TUCE_SCENARIO_SITE : "site");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
  g_autoptr (GArray) ids = NULL;

  g_assert_true (tuce_query_add_condition (query, "name", TUCE_IS, name, NULL));
  if (scenario)
    g_assert_true (tuce_query_add_condition (query, "scenario_id", TUCE_IS, id, NULL));
  ids = tuce_query_ids (query, county, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

static void
append_all (TuceCounty *county, GString *text, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceRecord) record = tuce_county_load (county, entity, g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT, entity, record->id);
      for (guint f = 0; f < record->entity->fields->len; f++)
        {
          g_autofree char *plain = tuce_field_format_plain (record->entity->fields->pdata[f], &record->values[f]);

          g_string_append_printf (text, "|%s", plain);
        }
      g_string_append_c (text, '\n');
    }
}

char *
planned_county_truth (TuceCounty *county)
{
  GString *text = g_string_new (NULL);

  append_all (county, text, "site");
  append_all (county, text, "household");
  append_all (county, text, "relocation");
  return g_string_free (text, FALSE);
}
