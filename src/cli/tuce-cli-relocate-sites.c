/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-date.h"
#include "tuce-output.h"
#include "tuce-query.h"
#include "tuce-relocate-commands.h"
#include "tuce-schedule.h"
#include "tuce-selection.h"
#include "tuce-surroundings.h"

/* Before any date that counts: a date at least this one is a date that is known. */
#define ANY_DATE "1900-01-01"

/* Who belongs to a site. */
typedef struct
{
  gint64 households;
  gint64 people;
} Count;

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  TuceSurroundings *surroundings;
  TuceTimetable *timetable;
  GHashTable *assigned; /* id of the site, as text → Count */
  GHashTable *moved_in;
  JsonBuilder *builder;
} Listing;

/* Counts the relocated households of each site, those that moved in only if asked. */
static GHashTable *
count_households (TuceCounty *county, gboolean moved_in, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "relocation");
  g_autoptr (GPtrArray) groups = NULL;
  GHashTable *counts;

  if (moved_in && !tuce_query_add_condition (query, "moved_in_on", TUCE_AT_LEAST, ANY_DATE, error))
    return NULL;
  groups = tuce_query_group (query, county, "site_id", "people", error);
  if (!groups)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = groups->pdata[i];
      Count *count = g_new (Count, 1);

      *count = (Count){ group->count, group->sum };
      g_hash_table_insert (counts, g_strdup (group->key), count);
    }
  return counts;
}

static Count
count_of (GHashTable *counts, gint64 site)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, site);
  const Count *count = g_hash_table_lookup (counts, key);

  return count ? *count : (Count){ 0, 0 };
}

static gboolean
position_of (const TuceRecord *site, TucePosition *position)
{
  *position = (TucePosition){ tuce_record_real (site, "lon"), tuce_record_real (site, "lat") };
  return tuce_record_has (site, "lon") && tuce_record_has (site, "lat");
}

/* The share of the planned households that moved in, in percent; -1 where none are planned. */
static double
occupancy (const TuceRecord *site, Count moved_in)
{
  gint64 planned = tuce_record_integer (site, "plan_households");

  return planned > 0 ? 100.0 * (double) moved_in.households / (double) planned : -1;
}

static void
add_value (JsonBuilder *builder, const TuceRecord *site, const char *name)
{
  json_builder_set_member_name (builder, name);
  tuce_output_add_value (builder, tuce_entity_field (site->entity, name), tuce_record_value (site, name), FALSE);
}

static void
add_real (JsonBuilder *builder, const char *name, double real)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, real);
}

static void
add_near (JsonBuilder *builder, const TuceNear *near)
{
  if (!near->found)
    return;
  tuce_output_add_text (builder, "name", near->name);
  add_real (builder, "distance_m", round (near->distance));
  json_builder_set_member_name (builder, "schematic");
  json_builder_add_boolean_value (builder, near->schematic);
}

/* What the map says of the ground and what is near; what the papers say of the ground. */
static void
add_surroundings (const Listing *listing, const TuceRecord *site)
{
  guint n;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, NULL);
  TucePosition position;
  gboolean is_placed = position_of (site, &position);

  json_builder_set_member_name (listing->builder, "surroundings");
  json_builder_begin_object (listing->builder);
  for (guint i = 0; i < n; i++)
    {
      TuceGround ground = { 0 };

      if (is_placed)
        tuce_surroundings_test (listing->surroundings, position, layers[i].code, &ground);
      json_builder_set_member_name (listing->builder, layers[i].code);
      json_builder_begin_object (listing->builder);
      if (layers[i].is_constraint)
        {
          tuce_output_add_text (listing->builder, "map", tuce_ground_code (ground.state));
          tuce_output_add_text (listing->builder, "paper",
                                tuce_record_has (site, layers[i].check) ? tuce_record_text (site, layers[i].check)
                                                                        : NULL);
        }
      add_near (listing->builder, &ground.near);
      json_builder_end_object (listing->builder);
    }
  json_builder_end_object (listing->builder);
}

static void
add_site (const Listing *listing, const TuceRecord *site, const TuceSitePlan *plan, Count assigned, Count moved_in)
{
  JsonBuilder *builder = listing->builder;
  double share = occupancy (site, moved_in);
  guint n = tuce_timetable_n_stages (listing->timetable);

  json_builder_begin_object (builder);
  tuce_output_add_integer (builder, "id", site->id);
  add_value (builder, site, "code");
  add_value (builder, site, "name");
  add_value (builder, site, "village_code");
  add_value (builder, site, "stage");
  add_value (builder, site, "plan_households");
  add_value (builder, site, "plan_people");
  tuce_output_add_integer (builder, "assigned_households", assigned.households);
  tuce_output_add_integer (builder, "assigned_people", assigned.people);
  tuce_output_add_integer (builder, "moved_in_households", moved_in.households);
  tuce_output_add_integer (builder, "moved_in_people", moved_in.people);
  json_builder_set_member_name (builder, "occupancy_percent");
  if (share >= 0)
    json_builder_add_double_value (builder, round (share * 10) / 10);
  else
    json_builder_add_null_value (builder);
  add_value (builder, site, "due_on");
  tuce_output_add_text (builder, "next_stage",
                        plan->next < n ? tuce_timetable_stage (listing->timetable, plan->next)->code : NULL);
  tuce_output_add_integer (builder, "days_late", plan->late);
  add_value (builder, site, "lon");
  add_value (builder, site, "lat");
  add_surroundings (listing, site);
  json_builder_end_object (builder);
}

static void
print_surroundings (const Listing *listing, const TuceRecord *site)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (listing->county);
  const TuceCodeList *codes = tuce_dictionary_code_list (dictionary, "feature_layer");
  guint n;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, NULL);
  TucePosition position;

  if (!position_of (site, &position))
    {
      tuce_output_print (_("    Nobody knows where it lies.\n"));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      TuceGround ground;

      tuce_surroundings_test (listing->surroundings, position, layers[i].code, &ground);
      if (layers[i].is_constraint)
        text = tuce_ground_describe (&ground, dictionary);
      else
        {
          g_autofree char *near = tuce_near_describe (&ground.near);

          text = g_strdup_printf (_("%s: %s"), tuce_code_label (tuce_code_list_find (codes, layers[i].code)), near);
        }
      tuce_output_print ("    %s\n", text);
    }
}

static void
print_site (const Listing *listing, const TuceRecord *site, const TuceSitePlan *plan, Count assigned, Count moved_in)
{
  g_autoptr (TuceRecord) village
      = tuce_county_find (listing->county, "village", "code", tuce_record_text (site, "village_code"), NULL);
  g_autofree char *stage = tuce_field_format (tuce_entity_field (site->entity, "stage"), tuce_record_value (site, "stage"));
  double share = occupancy (site, moved_in);

  tuce_output_print ("%s  %s  %s\n", tuce_record_text (site, "name"),
                     village ? tuce_record_text (village, "short_name") : tuce_record_text (site, "village_code"), stage);
  tuce_output_print (_("    Planned for %d households, %d people; assigned %d, %d; moved in %d, %d"),
                     (int) tuce_record_integer (site, "plan_households"), (int) tuce_record_integer (site, "plan_people"),
                     (int) assigned.households, (int) assigned.people, (int) moved_in.households, (int) moved_in.people);
  if (share >= 0)
    tuce_output_print (_(" (%.1f %% of the houses planned)"), share);
  tuce_output_print ("\n");
  if (plan->late > 0)
    tuce_output_print (ngettext ("    %s is %d day late\n", "    %s is %d days late\n", plan->late),
                       tuce_code_label (tuce_timetable_stage (listing->timetable, plan->next)), plan->late);
  print_surroundings (listing, site);
}

static gboolean
list_sites (const Listing *listing, GPtrArray *plans, GError **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      const TuceSitePlan *plan = plans->pdata[i];
      g_autoptr (TuceRecord) site = tuce_county_load (listing->county, "site", plan->site_id, error);
      Count assigned = count_of (listing->assigned, plan->site_id);
      Count moved_in = count_of (listing->moved_in, plan->site_id);

      if (!site)
        return FALSE;
      if (listing->invocation->json)
        add_site (listing, site, plan, assigned, moved_in);
      else
        print_site (listing, site, plan, assigned, moved_in);
    }
  return TRUE;
}

static gboolean
run (TuceInvocation *invocation, TuceCounty *county, const char *scope, GError **error)
{
  g_autoptr (TuceSurroundings) surroundings = tuce_surroundings_load (county, invocation->cancellable, error);
  g_autoptr (TuceTimetable) timetable = surroundings ? tuce_timetable_load (county, error) : NULL;
  g_autoptr (GHashTable) assigned = timetable ? count_households (county, FALSE, error) : NULL;
  g_autoptr (GHashTable) moved_in = assigned ? count_households (county, TRUE, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *today = tuce_county_day (county);
  g_autoptr (GPtrArray) plans = NULL;
  Listing listing = { invocation, county, surroundings, timetable, assigned, moved_in, builder };
  GDate day;

  if (!moved_in)
    return FALSE;
  tuce_date_parse (today, &day);
  plans = tuce_schedule_load (county, timetable, scope, &day, invocation->cancellable, error);
  if (!plans)
    return FALSE;
  json_builder_begin_array (builder);
  if (!list_sites (&listing, plans, error))
    return FALSE;
  json_builder_end_array (builder);
  if (invocation->json)
    tuce_output_json (builder);
  else if (plans->len == 0)
    tuce_output_print (_("There are no resettlement sites.\n"));
  return TRUE;
}

gboolean
tuce_cli_relocate_sites (TuceInvocation *invocation, GError **error)
{
  g_autofree char *scope = NULL;
  g_autoptr (TuceCounty) county = NULL;
  const GOptionEntry entries[] = { { "scope", 0, 0, G_OPTION_ARG_FILENAME, &scope,
                                     N_("Only in this township or village"), N_("CODE") },
                                   { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  return county && (!scope || tuce_selection_check_scope (county, scope, error))
         && run (invocation, county, scope, error);
}
