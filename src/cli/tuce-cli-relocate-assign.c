/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-output.h"
#include "tuce-plan.h"
#include "tuce-relocate-commands.h"

/* How many households are listed by name on a terminal; with --json all are. */
#define MOST_LISTED 20

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  const TuceCodeList *kinds;
  TucePlanFigures *figures;
  GPtrArray *unplaced;
  GPtrArray *changes; /* utf8; NULL unless adopted */
} Report;

/* --- JSON --- */

static void
add_real (JsonBuilder *builder, const char *name, double real)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, real);
}

static void
add_limit (JsonBuilder *builder, const char *name, gint64 limit)
{
  json_builder_set_member_name (builder, name);
  if (limit < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, limit);
}

static void
add_houses (JsonBuilder *builder, const Report *report, GArray *used, GArray *room)
{
  json_builder_set_member_name (builder, "houses");
  json_builder_begin_array (builder);
  for (guint k = 0; k < report->kinds->codes->len; k++)
    {
      const TuceCode *kind = report->kinds->codes->pdata[k];

      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "size", kind->code);
      tuce_output_add_integer (builder, "used", g_array_index (used, gint64, k));
      add_limit (builder, "available", g_array_index (room, gint64, k));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_site (JsonBuilder *builder, const Report *report, const TuceSiteFigures *site)
{
  json_builder_begin_object (builder);
  tuce_output_add_text (builder, "name", site->name);
  json_builder_set_member_name (builder, "candidate");
  json_builder_add_boolean_value (builder, site->site_id == 0);
  json_builder_set_member_name (builder, "takes_part");
  json_builder_add_boolean_value (builder, site->open);
  add_limit (builder, "households_at_most", site->room_households);
  add_limit (builder, "people_at_most", site->room_people);
  tuce_output_add_integer (builder, "staying_households", site->staying);
  tuce_output_add_integer (builder, "staying_people", site->staying_people);
  tuce_output_add_integer (builder, "placed_households", site->households);
  tuce_output_add_integer (builder, "placed_people", site->people);
  add_real (builder, "metres_mean", site->people ? site->metres / site->people : 0);
  add_real (builder, "metres_longest", site->longest);
  add_houses (builder, report, site->houses, site->room_houses);
  json_builder_end_object (builder);
}

static void
add_unplaced (JsonBuilder *builder, const TuceUnplaced *unplaced)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, unplaced->household_id);

  json_builder_begin_object (builder);
  tuce_output_add_text (builder, "household", id);
  tuce_output_add_text (builder, "head_name", unplaced->head_name);
  tuce_output_add_text (builder, "village", unplaced->village_name);
  tuce_output_add_integer (builder, "people", unplaced->people);
  tuce_output_add_text (builder, "reason", unplaced->placement ? unplaced->placement->code : NULL);
  json_builder_end_object (builder);
}

static void
add_totals (JsonBuilder *builder, const TucePlanFigures *figures)
{
  tuce_output_add_text (builder, "scenario", figures->name);
  tuce_output_add_integer (builder, "households", figures->households);
  tuce_output_add_integer (builder, "people", figures->people);
  tuce_output_add_integer (builder, "placed_households", figures->placed_households);
  tuce_output_add_integer (builder, "placed_people", figures->placed_people);
  tuce_output_add_text (builder, "aim", figures->by_cost ? "cost" : "distance");
  add_real (builder, "total", figures->by_cost ? figures->total / 100 : figures->total);
  add_real (builder, "least_possible", figures->by_cost ? figures->bound / 100 : figures->bound);
  json_builder_set_member_name (builder, "proven_best");
  json_builder_add_boolean_value (builder, figures->exact);
  add_real (builder, "gap", figures->gap);
  add_real (builder, "metres_mean", figures->mean);
  add_real (builder, "metres_longest", figures->longest);
  tuce_output_add_integer (builder, "wishes", figures->wishes);
  tuce_output_add_integer (builder, "wishes_kept", figures->wishes_kept);
}

static void
print_json (const Report *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const TucePlanFigures *figures = report->figures;

  json_builder_begin_object (builder);
  add_totals (builder, figures);
  add_houses (builder, report, figures->houses_used, figures->houses_room);
  json_builder_set_member_name (builder, "sites");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->sites->len; i++)
    add_site (builder, report, figures->sites->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unplaced");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->unplaced->len; i++)
    add_unplaced (builder, report->unplaced->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "adopted");
  json_builder_begin_array (builder);
  for (guint i = 0; report->changes && i < report->changes->len; i++)
    json_builder_add_string_value (builder, report->changes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tuce_output_json (builder);
}

/* --- for people --- */

static char *
room_text (gint64 limit)
{
  return limit < 0 ? g_strdup (_("not limited")) : g_strdup_printf ("%" G_GINT64_FORMAT, limit);
}

static void
print_site (const TuceSiteFigures *site)
{
  g_autofree char *households = room_text (site->room_households);
  g_autofree char *longest = tuce_text_distance (site->longest);

  if (!site->open)
    return;
  /* Translators: a site of a scenario: name, households and people placed, households that have a place there, how many it takes, longest way */
  tuce_output_print (_("  %s: %u households, %u people placed, %u have a place there; takes %s; at most %s away\n"),
                     site->name, site->households, site->people, site->staying, households, longest);
}

static void
print_unplaced (const Report *report)
{
  for (guint i = 0; i < report->figures->reasons->len; i++)
    {
      const TuceReasonFigures *reason = &g_array_index (report->figures->reasons, TuceReasonFigures, i);

      tuce_output_print (ngettext ("Not placed: %s: %u household, %u people\n", "Not placed: %s: %u households, %u people\n",
                                   reason->households),
                         tuce_code_label (reason->placement), reason->households, reason->people);
    }
  for (guint i = 0; i < MIN (report->unplaced->len, MOST_LISTED); i++)
    {
      const TuceUnplaced *unplaced = report->unplaced->pdata[i];

      tuce_output_print ("  %s  %s  %s\n", unplaced->village_name, unplaced->head_name,
                         unplaced->placement ? tuce_code_label (unplaced->placement) : "");
    }
  if (report->unplaced->len > MOST_LISTED)
    tuce_output_print (_("  … and %u more: --json lists them all\n"), report->unplaced->len - MOST_LISTED);
}

static void
print_text (const Report *report)
{
  const TucePlanFigures *figures = report->figures;
  g_autofree char *proof = tuce_plan_proof (figures);
  g_autofree char *mean = tuce_text_distance (figures->mean);
  g_autofree char *longest = tuce_text_distance (figures->longest);

  tuce_output_print (_("%s: %u of %u households placed, %u of %u people\n"), figures->name, figures->placed_households,
                     figures->households, figures->placed_people, figures->people);
  tuce_output_print (_("Straight distance: on average %s a person, at most %s; %.0f person-kilometres together\n"), mean,
                     longest, figures->metres / 1000);
  if (figures->cost >= 0)
    tuce_output_print (_("Cost: %.2f yuan\n"), figures->cost / 100);
  tuce_output_print ("%s\n", proof);
  if (figures->wishes)
    tuce_output_print (_("Wishes: %u of %u kept\n"), figures->wishes_kept, figures->wishes);
  for (guint i = 0; i < figures->sites->len; i++)
    print_site (figures->sites->pdata[i]);
  print_unplaced (report);
  if (report->changes)
    tuce_output_print (_("Adopted:\n"));
  for (guint i = 0; report->changes && i < report->changes->len; i++)
    tuce_output_print ("  %s\n", (const char *) report->changes->pdata[i]);
}

/* --- the command --- */

static TuceRecord *
find_or_make (TuceCounty *county, const char *name, gboolean make, GError **error)
{
  g_autoptr (TuceRecord) scenario = NULL;

  if (!make)
    return tuce_scenario_find (county, name, error);
  scenario = tuce_scenario_draft (county);
  tuce_record_set_text (scenario, "name", name);
  return tuce_scenario_make (county, scenario, error) ? g_steal_pointer (&scenario) : NULL;
}

static gboolean
work_out (TuceInvocation *invocation, TuceCounty *county, gint64 scenario, GError **error)
{
  g_autoptr (TucePlan) plan = tuce_plan_load (county, scenario, invocation->cancellable, error);
  TucePortions *write;

  if (!plan || !tuce_plan_solve (plan, invocation->cancellable, error))
    return FALSE;
  write = tuce_plan_write (county, g_steal_pointer (&plan), error);
  return write && tuce_portions_write_all (write, invocation->cancellable, error);
}

static gboolean
adopt (TuceInvocation *invocation, Report *report, GError **error)
{
  g_autoptr (TuceAdoption) adoption
      = tuce_adoption_load (report->county, report->figures->id, invocation->cancellable, error);
  TucePortions *write;

  if (!adoption)
    return FALSE;
  report->changes = tuce_adoption_sentences (adoption);
  write = tuce_adoption_write (report->county, g_steal_pointer (&adoption), error);
  return write && tuce_portions_write_all (write, invocation->cancellable, error);
}

gboolean
tuce_cli_relocate_assign (TuceInvocation *invocation, GError **error)
{
  g_autofree char *name = NULL;
  gboolean make = FALSE, adopts = FALSE;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceRecord) scenario = NULL;
  g_autoptr (TucePlanFigures) figures = NULL;
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  Report report = { .invocation = invocation };
  const GOptionEntry entries[]
      = { { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("Which scenario"), N_("NAME") },
          { "make", 0, 0, G_OPTION_ARG_NONE, &make, N_("Make it first, with the sites there are"), NULL },
          { "adopt", 0, 0, G_OPTION_ARG_NONE, &adopts, N_("Adopt the result, as one edit that can be undone"), NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  if (!name)
    return tuce_invocation_refuse_usage (error, _("it has to be said which scenario: --scenario NAME"));
  county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error);
  scenario = county ? find_or_make (county, name, make, error) : NULL;
  if (!scenario || !work_out (invocation, county, scenario->id, error))
    return FALSE;
  report.county = county;
  report.kinds = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "house_kind");
  report.figures = figures = tuce_plan_figures_load (county, scenario->id, invocation->cancellable, error);
  report.unplaced = unplaced = figures ? tuce_plan_unplaced (county, scenario->id, error) : NULL;
  if (!unplaced || (adopts && !adopt (invocation, &report, error)))
    return FALSE;
  changes = report.changes;
  if (invocation->json)
    print_json (&report);
  else
    print_text (&report);
  return TRUE;
}
