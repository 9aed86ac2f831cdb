/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-date.h"
#include "tuce-levels.h"
#include "tuce-output.h"
#include "tuce-record-roles.h"
#include "tuce-relocate-commands.h"
#include "tuce-schedule.h"
#include "tuce-selection.h"
#include "tuce-site-board.h"
#include "tuce-surroundings.h"

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  TuceSurroundings *surroundings;
  TuceTimetable *timetable;
  TuceSiteBoards *boards; /* who is to move to each site, and who has */
  JsonBuilder *builder;
} Listing;

/* People moved in ÷ people planned, in percent (入住率: how county offices are understood to count it, unconfirmed); -1
   where none are planned. */
static double
occupancy (const TuceSiteBoard *board)
{
  return board->plan_people > 0 ? 100.0 * (double) board->movers.sum.in_people / (double) board->plan_people : -1;
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

/* Adds what the map says about the ground and about what is near, and what the site's documents say about the
   ground. */
static void
add_surroundings (const Listing *listing, const TuceRecord *site)
{
  guint n;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, NULL);
  TucePosition position;
  gboolean is_placed = tuce_record_position (site, &position);

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

/* The fields of a site that are printed as they are, before what is counted. */
static const char *const described[] = { "code", "name", "village_code", "stage", "plan_households", "plan_people" };

static void
add_site (const Listing *listing, const TuceRecord *site, const TuceSitePlan *plan, const TuceSiteBoard *board)
{
  JsonBuilder *builder = listing->builder;
  const TuceMoves *moves = &board->movers.sum;
  double share = occupancy (board);
  guint n = tuce_timetable_n_stages (listing->timetable);

  json_builder_begin_object (builder);
  tuce_output_add_integer (builder, "id", site->id);
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    add_value (builder, site, described[i]);
  tuce_output_add_integer (builder, "assigned_households", moves->households);
  tuce_output_add_integer (builder, "assigned_people", moves->people);
  tuce_output_add_integer (builder, "moved_in_households", moves->in_households);
  tuce_output_add_integer (builder, "moved_in_people", moves->in_people);
  json_builder_set_member_name (builder, "occupancy_percent");
  if (share >= 0)
    json_builder_add_double_value (builder, round (share * 10) / 10);
  else
    json_builder_add_null_value (builder);
  add_value (builder, site, "due_on");
  tuce_output_add_text (builder, "next_stage",
                        plan->next < n ? tuce_timetable_stage (listing->timetable, plan->next)->code : NULL);
  tuce_output_add_integer (builder, "days_late", plan->late);
  add_value (builder, site, site->entity->lon->name);
  add_value (builder, site, site->entity->lat->name);
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

  if (!tuce_record_position (site, &position))
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
print_site (const Listing *listing, const TuceRecord *site, const TuceSitePlan *plan, const TuceSiteBoard *board)
{
  g_autoptr (TuceRecord) village
      = tuce_level_find (listing->county, tuce_record_place (site), NULL);
  const TuceField *at = tuce_entity_field (site->entity, "stage");
  g_autofree char *stage = tuce_field_format (at, &site->values[at->index]);
  const TuceMoves *moves = &board->movers.sum;
  double share = occupancy (board);

  tuce_output_print ("%s  %s  %s\n", tuce_record_named (site),
                     village ? tuce_record_named (village) : tuce_record_place (site), stage);
  tuce_output_print (_("    Planned for %d households, %d people; assigned %d, %d; moved in %d, %d"),
                     (int) MAX (0, board->plan_households), (int) MAX (0, board->plan_people),
                     (int) moves->households, (int) moves->people, (int) moves->in_households, (int) moves->in_people);
  if (share >= 0)
    tuce_output_print (_(" (%.1f %% of the people planned)"), share);
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
      const TuceSiteBoard *board = tuce_site_boards_find (listing->boards, plan->site_id);

      if (!site)
        return FALSE;
      if (listing->invocation->json)
        add_site (listing, site, plan, board);
      else
        print_site (listing, site, plan, board);
    }
  return TRUE;
}

static gboolean
run (TuceInvocation *invocation, TuceCounty *county, const char *scope, GError **error)
{
  g_autoptr (TuceSurroundings) surroundings = tuce_surroundings_load (county, invocation->cancellable, error);
  g_autoptr (TuceTimetable) timetable = surroundings ? tuce_timetable_load (county, error) : NULL;
  g_autoptr (TuceSiteBoards) boards
      = timetable ? tuce_site_boards_load (county, NULL, scope, invocation->cancellable, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *today = tuce_county_day (county);
  g_autoptr (GPtrArray) plans = NULL;
  Listing listing = { invocation, county, surroundings, timetable, boards, builder };
  GDate day;

  if (!boards)
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
