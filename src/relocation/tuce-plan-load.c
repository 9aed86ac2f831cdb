/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario as the file has it: who is to be placed, what the sites take, and what makes it impossible to begin. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-levels.h"
#include "tuce-parameters.h"
#include "tuce-plan-private.h"
#include "tuce-scenario-private.h"

char *
tuce_plan_candidates_sql (const TuceRecord *scenario, GError **error)
{
  const char *centralised = tuce_code_group_sql (TUCE_GROUP_CENTRALISED, error);
  const char *candidates = tuce_record_text (scenario, "candidates");
  const char *also = g_str_equal (candidates, "unassigned") ? " AND r.moved_in_on IS NULL AND r.site_id IS NULL"
                     : g_str_equal (candidates, "unmoved")  ? " AND r.moved_in_on IS NULL"
                                                            : "";

  return centralised ? g_strdup_printf ("h.resettle_type IN (%s)%s", centralised, also) : NULL;
}

gboolean
tuce_plan_is_by_cost (const TuceRecord *scenario)
{
  return g_str_equal (tuce_record_text (scenario, "goal"), "cost");
}

void
tuce_plan_bind_place (TuceStatement *statement, const TuceRecord *scenario)
{
  tuce_statement_bind_text (statement, ":place", tuce_record_text (scenario, "place"));
}

static gboolean
read_parameter (TuceCounty *county, const char *key, double *value, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_parameter_find (county, key, tuce_county_get_year (county));

  if (record && tuce_parameter_value (record, value))
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
               _("The parameter “%s” has no value: houses can't be sized before it is set"),
               record ? tuce_parameter_label (record) : key);
  return FALSE;
}

gboolean
tuce_plan_limits (TuceCounty *county, double *per_person, double *most, GError **error)
{
  return read_parameter (county, "area_cap_per_person", per_person, error)
         && read_parameter (county, "area_cap_household_ge6", most, error);
}

static void
site_free (gpointer data)
{
  TucePlanSite *site = data;

  g_free (site->name);
  g_free (site->houses);
  g_free (site->staying_houses);
  g_free (site);
}

void
tuce_plan_free (TucePlan *self)
{
  g_clear_pointer (&self->scenario, tuce_record_free);
  g_clear_pointer (&self->households, g_array_unref);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->wishes, tuce_wishes_free);
  g_clear_pointer (&self->assigned, tuce_assigned_free);
  g_free (self->units);
  g_free (self->unit_houses);
  g_free (self->rooms);
  g_free (self->room_houses);
  g_free (self->costs);
  g_free (self);
}

guint
tuce_plan_n_households (const TucePlan *self)
{
  return self->households->len;
}

static gboolean
refuse (GError **error, const char *format, const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

/* --- sites --- */

/* Houses of each kind; NULL where the record names no number at all. */
static gint64 *
read_houses (const TuceRecord *record, const TuceCodeList *kinds)
{
  g_autofree gint64 *houses = g_new0 (gint64, kinds->codes->len);

  return tuce_scenario_houses (record, kinds, houses) ? g_steal_pointer (&houses) : NULL;
}

/* Its own position, or its village's. */
static gboolean
find_position (TuceCounty *county, const TuceRecord *record, TucePosition *position, GError **error)
{
  g_autoptr (TuceRecord) village = NULL;

  if (tuce_record_position (record, position))
    return TRUE;
  if (*tuce_record_place (record))
    village = tuce_level_find (county, tuce_record_place (record), NULL);
  return (village && village->entity->lon && tuce_record_position (village, position))
         || refuse (error, _("Where %s lies is not known: set its position, or its village"), tuce_record_named (record));
}

static gint64
sum_of (const gint64 *houses, guint n)
{
  gint64 sum = 0;

  for (guint k = 0; k < n; k++)
    sum += houses[k];
  return sum;
}

static gboolean
check_site (const TucePlan *self, const TucePlanSite *site, GError **error)
{
  if (site->households == 0 || (self->count_people && site->people == 0)
      || (self->count_houses && site->houses && sum_of (site->houses, self->kinds->codes->len) == 0))
    return refuse (error, _("%s takes part with a capacity of 0: enter one, or let it take no part"), site->name);
  if (self->by_cost && site->cost_per_person < 0)
    return refuse (error, _("%s has no cost a person: enter it, or aim at the least distance"), site->name);
  for (guint i = 0; i < self->sites->len; i++)
    if (g_str_equal (((const TucePlanSite *) self->sites->pdata[i])->name, site->name))
      return refuse (error, _("Two sites of the scenario are called “%s”: give one another name"), site->name);
  return TRUE;
}

static gboolean
read_site (TuceCounty *county, TucePlan *self, const TuceRecord *record, GError **error)
{
  const TuceScenarioRoom room = tuce_scenario_room (record);
  TucePlanSite *site = g_new0 (TucePlanSite, 1);
  gboolean good;

  site->id = record->id;
  site->site_id = tuce_record_reference (record, TUCE_SITE);
  site->name = g_strdup (tuce_record_named (record));
  site->households = room.households;
  site->people = room.people;
  site->houses = read_houses (record, self->kinds);
  site->staying_houses = g_new0 (gint64, self->kinds->codes->len);
  site->cost_per_person = room.cost_per_person;
  good = check_site (self, site, error) && find_position (county, record, &site->position, error);
  if (good)
    g_ptr_array_add (self->sites, site);
  else
    site_free (site);
  return good;
}

static gboolean
read_sites (TuceCounty *county, TucePlan *self, GError **error)
{
  g_autoptr (GArray) ids = tuce_scenario_ids (
      county, "SELECT id FROM scenario_site WHERE scenario_id = :id AND open = 1 ORDER BY name, id", self->scenario->id,
      error);

  if (!ids)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceRecord) record
          = tuce_county_load (county, TUCE_SCENARIO_SITE, g_array_index (ids, gint64, i), error);

      if (!record || !read_site (county, self, record, error))
        return FALSE;
    }
  return ids->len > 0
         || refuse (error, _("No site takes part in scenario “%s”: add one, or let one take part"),
                    tuce_record_named (self->scenario));
}

/* --- households --- */

static TuceStatement *
ask_households (TuceCounty *county, const TucePlan *self, const char *columns, const char *where, GError **error)
{
  g_autofree char *candidates = tuce_plan_candidates_sql (self->scenario, error);
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM relocation AS r JOIN household AS h ON h.id = r.household_id"
      " LEFT JOIN village AS v ON v.code = h.village_code WHERE %s ((%s) AND " TUCE_PLAN_INSIDE ")"
      " ORDER BY h.village_code, h.group_no, h.id",
      columns, where, candidates ? candidates : "");
  TuceStatement *statement = candidates ? tuce_scenario_ask (county, sql, self->scenario->id, error) : NULL;

  if (statement)
    tuce_plan_bind_place (statement, self->scenario);
  return statement;
}

static double
real_of (TuceStatement *row, guint column)
{
  TuceValue value = tuce_statement_value (row, column);

  return value.kind == TUCE_VALUE_REAL ? value.real : value.kind == TUCE_VALUE_INTEGER ? (double) value.integer : NAN;
}

static gboolean
read_households (TuceCounty *county, TucePlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) row
      = ask_households (county, self,
                        "h.id, h.village_code, h.group_no, r.people, h.lon, h.lat, v.lon, v.lat", "", error);
  gboolean more, good;

  if (!row)
    return FALSE;
  tuce_statement_set_cancellable (row, cancellable);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      TucePlanHousehold household = { .id = tuce_statement_integer (row, 0),
                                      .group = (int) tuce_statement_integer (row, 2),
                                      .people = (guint) MAX (0, tuce_statement_integer (row, 3)),
                                      .unit = G_MAXUINT };
      guint at = isnan (real_of (row, 4)) || isnan (real_of (row, 5)) ? 6 : 4;

      g_strlcpy (household.village, tuce_statement_text (row, 1), sizeof household.village);
      household.kind = tuce_scenario_house (self->kinds, household.people, self->per_person, self->most);
      household.position = (TucePosition){ real_of (row, at), real_of (row, at + 1) };
      household.is_placed = !isnan (household.position.lon) && !isnan (household.position.lat);
      g_array_append_val (self->households, household);
    }
  return good;
}

static const char *
candidates_label (const TucePlan *self)
{
  const TuceField *field = tuce_entity_field (self->scenario->entity, "candidates");
  const TuceCode *code = tuce_code_list_find (field->codes, tuce_record_text (self->scenario, field->name));

  return code ? tuce_code_label (code) : "";
}

static gboolean
check_households (const TucePlan *self, GError **error)
{
  guint n_placed = 0;

  if (self->households->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("Nobody is to be placed by scenario “%s”: there is no household that is “%s”"),
                   tuce_record_named (self->scenario), candidates_label (self));
      return FALSE;
    }
  for (guint i = 0; i < self->households->len; i++)
    n_placed += g_array_index (self->households, TucePlanHousehold, i).is_placed;
  return n_placed > 0 || self->by_cost
         || refuse (error,
                    _("Nobody knows where the households of scenario “%s” live: enter positions of households or of "
                      "their villages, or aim at the least cost"),
                    tuce_record_named (self->scenario));
}

/* Counts the households that have a place already and are not among those to be placed. */
static gboolean
read_staying (TuceCounty *county, TucePlan *self, GError **error)
{
  g_autoptr (TuceStatement) row
      = ask_households (county, self, "r.site_id, r.people, r.house_kind", "r.site_id IS NOT NULL AND NOT", error);
  gboolean more, good;

  if (!row)
    return FALSE;
  while ((good = tuce_statement_step (row, &more, error)) && more)
    for (guint i = 0; i < self->sites->len; i++)
      {
        TucePlanSite *site = self->sites->pdata[i];
        guint people = (guint) MAX (0, tuce_statement_integer (row, 1));
        guint kind = tuce_scenario_house (self->kinds, people, self->per_person, self->most);

        if (site->site_id != tuce_statement_integer (row, 0))
          continue;
        for (guint k = 0; k < self->kinds->codes->len; k++)
          if (g_str_equal (((const TuceCode *) self->kinds->codes->pdata[k])->code, tuce_statement_text (row, 2)))
            kind = k;
        site->staying_households++;
        site->staying_people += people;
        site->staying_houses[kind]++;
      }
  return good;
}

static gboolean
has_room (const TucePlan *self, const TucePlanSite *site)
{
  gboolean house = !self->count_houses || !site->houses;

  for (guint k = 0; !house && k < self->kinds->codes->len; k++)
    house = site->houses[k] > site->staying_houses[k];
  return house && (site->households < 0 || site->households > site->staying_households)
         && (!self->count_people || site->people < 0 || site->people > site->staying_people);
}

static gboolean
check_room (const TucePlan *self, GError **error)
{
  for (guint i = 0; i < self->sites->len; i++)
    if (has_room (self, self->sites->pdata[i]))
      return TRUE;
  return refuse (error, _("The sites of scenario “%s” are full: none of them has room for anybody more"),
                 tuce_record_named (self->scenario));
}

TucePlan *
tuce_plan_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error)
{
  g_autoptr (TucePlan) self = g_new0 (TucePlan, 1);

  self->kinds = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "house_kind");
  self->households = g_array_new (FALSE, FALSE, sizeof (TucePlanHousehold));
  self->sites = g_ptr_array_new_with_free_func (site_free);
  self->scenario = tuce_county_load (county, TUCE_SCENARIO, scenario, error);
  if (!self->scenario || !tuce_plan_limits (county, &self->per_person, &self->most, error))
    return NULL;
  self->by_cost = tuce_plan_is_by_cost (self->scenario);
  self->by_group = g_str_equal (tuce_record_text (self->scenario, "unit"), "group");
  self->count_people = tuce_record_integer (self->scenario, "count_people") != 0;
  self->count_houses = tuce_record_integer (self->scenario, "count_houses") != 0;
  self->wishes = tuce_wishes_load (county, scenario, error);
  if (!self->wishes || !read_sites (county, self, error) || !read_households (county, self, cancellable, error)
      || !check_households (self, error) || !read_staying (county, self, error) || !check_room (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
