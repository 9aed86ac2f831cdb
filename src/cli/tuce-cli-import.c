/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-geodata.h"
#include "tuce-output.h"

static gboolean
parse_datum (const char *text, TuceDatum *datum, GError **error)
{
  static const char *names[]
      = { [TUCE_DATUM_WGS84] = "wgs84", [TUCE_DATUM_GCJ02] = "gcj02", [TUCE_DATUM_BD09] = "bd09" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *datum = (TuceDatum) i;
        return TRUE;
      }
  return tuce_invocation_refuse_usage (error, _("“%s” is no datum: wgs84, gcj02 or bd09"), text);
}

static void
report (TuceInvocation *invocation, guint n_taken, guint n_unknown)
{
  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_integer (builder, "taken", n_taken);
      tuce_output_add_integer (builder, "unknown", n_unknown);
      json_builder_end_object (builder);
      tuce_output_json (builder);
      return;
    }
  tuce_output_print (ngettext ("%u outline taken.\n", "%u outlines taken.\n", n_taken), n_taken);
  if (n_unknown)
    tuce_output_print (ngettext ("%u passed over: the county has no place with its code.\n",
                                 "%u passed over: the county has no place with their codes.\n",
                                 n_unknown),
                       n_unknown);
}

gboolean
tuce_cli_import_map (TuceInvocation *invocation, GError **error)
{
  g_autofree char *level = NULL;
  g_autofree char *key = NULL;
  g_autofree char *datum_name = NULL;
  g_autofree char *attribution = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceGeodata) geodata = NULL;
  g_autoptr (TuceEdit) edit = NULL;
  TuceDatum datum = TUCE_DATUM_WGS84;
  guint n_taken = 0, n_unknown = 0;
  const GOptionEntry entries[]
      = { { "as", 0, 0, G_OPTION_ARG_FILENAME, &level,
            N_("What they outline: county, township or village"), N_("LEVEL") },
          { "key", 0, 0, G_OPTION_ARG_FILENAME, &key,
            N_("The attribute that holds the division code"), N_("ATTRIBUTE") },
          { "datum", 0, 0, G_OPTION_ARG_FILENAME, &datum_name,
            N_("What the coordinates are in: wgs84 (unless said), gcj02 or bd09"), N_("DATUM") },
          { "attribution", 0, 0, G_OPTION_ARG_FILENAME, &attribution,
            N_("Whom to name on the map"), N_("TEXT") },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error))
    return FALSE;
  if (!level || !key)
    return tuce_invocation_refuse_usage (
        error, _("say what it outlines and where its code stands: --as LEVEL --key ATTRIBUTE"));
  if (!g_str_equal (level, "county") && !g_str_equal (level, "township")
      && !g_str_equal (level, "village"))
    return tuce_invocation_refuse_usage (error, _("“%s” is no level: county, township or village"),
                                         level);
  if (datum_name && !parse_datum (datum_name, &datum, error))
    return FALSE;

  name = g_path_get_basename (invocation->argv[1]);
  label = g_strdup_printf (_("Import outlines from %s"), name);
  if (!(county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error))
      || !(geodata = tuce_geodata_load (invocation->argv[1], datum, error))
      || !(edit = tuce_edit_begin (county, label, error))
      || !tuce_geodata_import_outlines (geodata, county, edit, level, key, attribution, &n_taken,
                                        &n_unknown, error)
      || !tuce_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;
  report (invocation, n_taken, n_unknown);
  return TRUE;
}
