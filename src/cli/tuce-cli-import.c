/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-outline-import.h"
#include "tuce-output.h"

static void
report (TuceInvocation *invocation, const TuceOutlineImport *outlines)
{
  guint n_taken = tuce_outline_import_n_taken (outlines);
  guint n_unknown = tuce_outline_import_n_unmatched (outlines);
  guint n_redrawn = tuce_outline_import_n_redrawn (outlines);
  guint n_left = tuce_outline_import_n_left (outlines);

  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_integer (builder, "taken", n_taken);
      tuce_output_add_integer (builder, "unknown", n_unknown);
      tuce_output_add_integer (builder, "redrawn", n_redrawn);
      tuce_output_add_integer (builder, "left", n_left);
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
  if (n_redrawn)
    tuce_output_print (ngettext ("%u schematic cell beneath drawn anew inside them; it stays schematic.\n",
                                 "%u schematic cells beneath drawn anew inside them; they stay schematic.\n",
                                 n_redrawn),
                       n_redrawn);
  if (n_left)
    tuce_output_print (ngettext ("%u schematic cell beneath left as it was: its outline can't be divided.\n",
                                 "%u schematic cells beneath left as they were: their outline can't be divided.\n",
                                 n_left),
                       n_left);
}

static gboolean
import (TuceInvocation *invocation,
        const char *level,
        const char *key,
        TuceDatum datum,
        const char *attribution,
        GError **error)
{
  g_autofree char *name = g_path_get_basename (invocation->argv[1]);
  g_autofree char *label = g_strdup_printf (_("Import outlines from %s"), name);
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error);
  g_autoptr (TuceOutlineSource) source = NULL;
  g_autoptr (TuceOutlineImport) outlines = NULL;
  g_autoptr (TuceEdit) edit = NULL;

  if (!county || !(source = tuce_outline_source_load (invocation->argv[1], datum, county, error))
      || !(outlines = tuce_outline_import_new (source, county, level, key, attribution,
                                               invocation->cancellable, error))
      || !(edit = tuce_edit_begin (county, label, error))
      || !tuce_outline_import_write (outlines, edit, G_MAXUINT, error)
      || !tuce_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;
  report (invocation, outlines);
  return TRUE;
}

gboolean
tuce_cli_import_map (TuceInvocation *invocation, GError **error)
{
  g_autofree char *level = NULL;
  g_autofree char *key = NULL;
  g_autofree char *datum_name = NULL;
  g_autofree char *attribution = NULL;
  TuceDatum datum = TUCE_DATUM_WGS84;
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
  if (!g_strv_contains (tuce_outline_levels (), level))
    return tuce_invocation_refuse_usage (error, _("“%s” is no level: county, township or village"),
                                         level);
  if (datum_name && !tuce_geodata_datum_from_code (datum_name, &datum))
    return tuce_invocation_refuse_usage (error, _("“%s” is no datum: wgs84, gcj02 or bd09"),
                                         datum_name);
  return import (invocation, level, key, datum, attribution, error);
}
