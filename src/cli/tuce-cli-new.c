/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-date.h"
#include "tuce-demo.h"
#include "tuce-divisions.h"
#include "tuce-error.h"
#include "tuce-levels.h"
#include "tuce-new-county.h"
#include "tuce-output.h"

/* Prints that @county was made, and closes it. Closing moves SQLite's write-ahead log into the file, so that the file
   alone can be copied. */
static void
report_made (TuceInvocation *invocation, TuceCounty *county)
{
  g_autofree char *path = tuce_invocation_absolute (tuce_county_get_path (county));

  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "file", path);
      tuce_output_add_named (builder, tuce_county_get_code (county), tuce_county_get_name (county));
      tuce_output_add_integer (builder, "year", tuce_county_get_year (county));
      json_builder_end_object (builder);
      tuce_output_json (builder);
    }
  else
    tuce_output_print (_("%s: made in %s\n"), tuce_county_get_name (county), path);
  tuce_county_close (county);
}

static gboolean
list_counties (TuceInvocation *invocation, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  TuceDivisions *divisions = dictionary ? tuce_divisions_load (error) : NULL;
  g_autoptr (GPtrArray) counties = NULL;

  if (!divisions)
    return FALSE;
  counties = tuce_divisions_list (divisions, tuce_level_county (dictionary)->name, NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < counties->len; i++)
    {
      const TuceDivision *county = counties->pdata[i];

      if (!invocation->json)
        tuce_output_print ("%s  %s\n", county->code, county->name);
      json_builder_begin_object (builder);
      tuce_output_add_named (builder, county->code, county->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    tuce_output_json (builder);
  tuce_divisions_free (divisions);
  return TRUE;
}

gboolean
tuce_cli_new (TuceInvocation *invocation, GError **error)
{
  g_autofree char *code = NULL;
  g_autoptr (TuceCounty) county = NULL;
  gboolean list = FALSE;
  GDate today;
  int year = 0;
  const GOptionEntry entries[] = {
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &code, N_("Its code, e.g. 511725"), N_("CODE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &year,
      N_("The year its yearly figures are about; else this one"), N_("YEAR") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the counties there are instead"), NULL },
    { NULL }
  };

  if (!tuce_invocation_parse (invocation, entries, 0, 1, error))
    return FALSE;
  if (list)
    return list_counties (invocation, error);
  if (!invocation->argv[0] || !code)
    return tuce_invocation_refuse_usage (
        error, _("say where to make it, and which county: FILE --county CODE"));
  if (year && !tuce_invocation_check_year (year, error))
    return FALSE;
  tuce_date_today (&today);
  county = tuce_new_county (invocation->argv[0], code, year ? year : g_date_get_year (&today),
                            tuce_invocation_progress, NULL, invocation->cancellable, error);
  if (!county)
    return FALSE;
  report_made (invocation, county);
  return TRUE;
}

gboolean
tuce_cli_demo (TuceInvocation *invocation, GError **error)
{
  TuceDemoOptions options = { 0 };
  g_autoptr (TuceCounty) county = NULL;
  int seed = 1, households = 0;
  const GOptionEntry entries[]
      = { { "seed", 0, 0, G_OPTION_ARG_INT, &seed,
            N_("The same seed makes the same county; 1 unless said"), N_("NUMBER") },
          { "households", 0, 0, G_OPTION_ARG_INT, &households,
            N_("How many households; 47,065 unless said"), N_("NUMBER") },
          { "without-mistakes", 0, 0, G_OPTION_ARG_NONE, &options.without_mistakes,
            N_("Plant no mistakes"), NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  if (seed < 0)
    return tuce_invocation_refuse_usage (error, _("--seed must not be negative"));
  if (households < 0)
    return tuce_invocation_refuse_usage (error, _("--households must not be negative"));
  options.seed = (guint32) seed;
  options.households = (guint) households;
  county = tuce_demo_create (invocation->argv[0], &options, tuce_invocation_progress, NULL,
                             invocation->cancellable, error);
  if (!county)
    return FALSE;
  report_made (invocation, county);
  return TRUE;
}
