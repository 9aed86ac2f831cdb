/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-journal.h"
#include "tuce-output.h"
#include "tuce-query.h"

/* What info counts: all records of an entity, or only those with a certain value. */
static const struct
{
  const char *name; /* its name in JSON */
  const char *label;
  const char *entity;
  const char *path; /* NULL: all */
  const char *value;
} counts[] = {
  { "townships", N_("Townships"), "township", NULL, NULL },
  { "villages", N_("Villages and communities"), "village", NULL, NULL },
  { "poor_villages", N_("Poor villages"), "village", "is_poor_village", "1" },
  { "households", N_("Households"), "household", NULL, NULL },
  { "people", N_("People"), "member", "alive", "1" },
};

static gboolean
count (TuceCounty *county, guint i, gint64 *number, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, counts[i].entity);

  return (!counts[i].path
          || tuce_query_add_condition (query, counts[i].path, TUCE_IS, counts[i].value, error))
         && tuce_query_count (query, county, NULL, number, NULL, error);
}

static void
print_states (TuceInvocation *invocation,
              JsonBuilder *builder,
              const TuceField *status,
              GPtrArray *groups)
{
  json_builder_set_member_name (builder, status->name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = groups->pdata[i];
      const TuceCode *code = tuce_code_list_find (status->codes, group->key);
      const char *label = code          ? tuce_code_label (code)
                          : *group->key ? group->key
                                        : _("not entered");
      g_autofree char *households = tuce_text_number (group->count);
      g_autofree char *people = tuce_text_number (group->sum);
      g_autofree char *padded = tuce_output_pad (label, 26);

      tuce_output_add_integer (builder, group->key, group->count);
      if (!invocation->json)
        tuce_output_print (_("  %s%8s households %8s people\n"), padded, households, people);
    }
  json_builder_end_object (builder);
}

static void
print_heading (TuceInvocation *invocation, JsonBuilder *builder, TuceCounty *county)
{
  g_autofree char *path = tuce_invocation_absolute (tuce_county_get_path (county));
  g_autofree char *seed = tuce_county_get_setting (county, "demo.seed", NULL);

  tuce_output_add_text (builder, "file", path);
  tuce_output_add_named (builder, tuce_county_get_code (county), tuce_county_get_name (county));
  tuce_output_add_text (builder, "uuid", tuce_county_get_uuid (county));
  tuce_output_add_integer (builder, "year", tuce_county_get_year (county));
  tuce_output_add_text (builder, "demo_seed", seed);
  if (invocation->json)
    return;
  tuce_output_print (_("%s (%s), year %d\n"), tuce_county_get_name (county),
                     tuce_county_get_code (county), tuce_county_get_year (county));
  tuce_output_print (_("File: %s\n"), path);
  if (seed)
    tuce_output_print (_("Demo county: its people are invented (seed %s)\n"), seed);
}

static gboolean
print_last_edit (TuceInvocation *invocation,
                 JsonBuilder *builder,
                 TuceCounty *county,
                 GError **error)
{
  g_autoptr (GPtrArray) entries = tuce_journal_list (county, 1, error);
  const TuceJournalEntry *last;

  if (!entries)
    return FALSE;
  last = entries->len ? entries->pdata[0] : NULL;
  tuce_output_add_integer (builder, "journal_entries", last ? last->sequence : 0);
  tuce_output_add_text (builder, "last_edit_at", last ? last->at : NULL);
  if (!invocation->json && last)
    tuce_output_print (_("Last edit: %s, %s: %s\n"), last->at, last->user, last->label);
  return TRUE;
}

gboolean
tuce_cli_info (TuceInvocation *invocation, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceQuery) households = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const TuceField *status;

  if (!tuce_invocation_parse (invocation, NULL, 1, 1, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error)))
    return FALSE;

  json_builder_begin_object (builder);
  print_heading (invocation, builder, county);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *label = tuce_output_pad (gettext (counts[i].label), 28);
      g_autofree char *text = NULL;
      gint64 number;

      if (!count (county, i, &number, error))
        return FALSE;
      text = tuce_text_number (number);
      tuce_output_add_integer (builder, counts[i].name, number);
      if (!invocation->json)
        tuce_output_print ("%s%8s\n", label, text);
    }

  households = tuce_query_new (county, "household");
  status = tuce_entity_field (tuce_query_entity (households), "status");
  groups = tuce_query_group (households, county, status->name, "size", error);
  if (!groups)
    return FALSE;
  print_states (invocation, builder, status, groups);
  if (!print_last_edit (invocation, builder, county, error))
    return FALSE;
  json_builder_end_object (builder);
  if (invocation->json)
    tuce_output_json (builder);
  return TRUE;
}
