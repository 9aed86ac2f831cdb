/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-error.h"
#include "tuce-layer-import.h"
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

/* The options of the command. */
typedef struct
{
  char *as;
  char *kind;
  char *key;
  char *datum_name;
  TuceDatum datum;
  char *attribution;
  gboolean add;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->as);
  g_free (asked->kind);
  g_free (asked->key);
  g_free (asked->datum_name);
  g_free (asked->attribution);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* Refuses a file that leaves something open, such as its coordinate system, instead of guessing it. */
static gboolean
check_reference (TuceGeodata *geodata, const Asked *asked, GError **error)
{
  if (asked->datum_name || tuce_geodata_has_reference (geodata))
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
               _("“%s” does not say what its coordinates are in: say it with --datum wgs84, gcj02 or bd09."),
               tuce_geodata_path (geodata));
  return FALSE;
}

static gboolean
import_outlines (TuceInvocation *invocation, const Asked *asked, GError **error)
{
  g_autofree char *name = g_path_get_basename (invocation->argv[1]);
  g_autofree char *label = g_strdup_printf (_("Import outlines from %s"), name);
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error);
  g_autoptr (TuceOutlineSource) source = NULL;
  g_autoptr (TuceOutlineImport) outlines = NULL;
  TucePortions *write;

  if (!county || !(source = tuce_outline_source_load (invocation->argv[1], asked->datum, county, error))
      || !check_reference (tuce_outline_source_geodata (source), asked, error)
      || !(outlines = tuce_outline_import_new (source, county, asked->as, asked->key, asked->attribution,
                                               invocation->cancellable, error))
      || !(write = tuce_outline_import_write (outlines, county, label, error))
      || !tuce_portions_write_all (write, invocation->cancellable, error))
    return FALSE;
  report (invocation, outlines);
  return TRUE;
}

static void
report_layer (TuceInvocation *invocation, const TuceLayerImport *layer)
{
  const TuceLayerMatch *match = tuce_layer_import_match (layer);
  guint n_replaced = tuce_layer_import_n_replaced (layer);

  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_integer (builder, "taken", match->taken);
      tuce_output_add_integer (builder, "outside", match->outside);
      tuce_output_add_integer (builder, "wrong", match->wrong);
      tuce_output_add_integer (builder, "replaced", n_replaced);
      json_builder_end_object (builder);
      tuce_output_json (builder);
      return;
    }
  tuce_output_print (ngettext ("%u feature taken.\n", "%u features taken.\n", match->taken), match->taken);
  if (n_replaced)
    tuce_output_print (ngettext ("%u that the layer held is gone: undo brings it back.\n",
                                 "%u that the layer held are gone: undo brings them back.\n", n_replaced),
                       n_replaced);
  if (match->outside)
    tuce_output_print (ngettext ("%u passed over: it lies outside the county.\n",
                                 "%u passed over: they lie outside the county.\n", match->outside),
                       match->outside);
  if (match->wrong)
    tuce_output_print (ngettext ("%u passed over: the layer is not drawn as that.\n",
                                 "%u passed over: the layer is not drawn as those.\n", match->wrong),
                       match->wrong);
}

static gboolean
import_layer (TuceInvocation *invocation, const Asked *asked, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error);
  g_autoptr (TuceGeodata) geodata = county ? tuce_geodata_load (invocation->argv[1], asked->datum, error) : NULL;
  const char *name;
  g_autoptr (TuceLayerImport) layer = NULL;
  TucePortions *write;

  if (!geodata || !check_reference (geodata, asked, error))
    return FALSE;
  name = asked->key ? asked->key : tuce_layer_guess_name (geodata);
  layer = tuce_layer_import_new (geodata, county, asked->kind, name, asked->add, asked->attribution,
                                 invocation->cancellable, error);
  if (!layer)
    return FALSE;
  write = tuce_layer_import_write (layer, county, error);
  if (!write || !tuce_portions_write_all (write, invocation->cancellable, error))
    return FALSE;
  report_layer (invocation, layer);
  return TRUE;
}

static gboolean
check_asked (Asked *asked, gboolean is_layer, GError **error)
{
  const char *const *kinds = tuce_layer_kinds (error);

  if (!kinds)
    return FALSE;
  if (!asked->as || (!is_layer && !asked->key))
    return tuce_invocation_refuse_usage (
        error, _("say what it holds: --as LEVEL --key ATTRIBUTE for outlines, or --as layer --kind KIND"));
  if (!is_layer && !g_strv_contains (tuce_outline_levels (), asked->as))
    return tuce_invocation_refuse_usage (error, _("“%s” is neither a level (county, township, village) nor “layer”"),
                                         asked->as);
  if (!is_layer && (asked->kind || asked->add))
    return tuce_invocation_refuse_usage (error, _("--kind and --add go with --as layer"));
  if (is_layer && (!asked->kind || !g_strv_contains (kinds, asked->kind)))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) kinds);

      return tuce_invocation_refuse_usage (error, _("say which layer with --kind: %s"), names);
    }
  if (asked->datum_name && !tuce_geodata_datum_from_code (asked->datum_name, &asked->datum))
    return tuce_invocation_refuse_usage (error, _("“%s” is no datum: wgs84, gcj02 or bd09"), asked->datum_name);
  return TRUE;
}

gboolean
tuce_cli_import_map (TuceInvocation *invocation, GError **error)
{
  g_auto (Asked) asked = { .datum = TUCE_DATUM_WGS84 };
  gboolean is_layer;
  const GOptionEntry entries[]
      = { { "as", 0, 0, G_OPTION_ARG_FILENAME, &asked.as,
            N_("What it holds: outlines of a county, township or village, or a layer"), N_("LEVEL") },
          { "kind", 0, 0, G_OPTION_ARG_FILENAME, &asked.kind,
            N_("Which layer; without it the command names them all"), N_("KIND") },
          { "key", 0, 0, G_OPTION_ARG_FILENAME, &asked.key,
            N_("The attribute that holds the division code; of a layer, the names"), N_("ATTRIBUTE") },
          { "add", 0, 0, G_OPTION_ARG_NONE, &asked.add,
            N_("Keep what the layer holds; else the file takes its place"), NULL },
          { "datum", 0, 0, G_OPTION_ARG_FILENAME, &asked.datum_name,
            N_("What the coordinates are in: wgs84 (also CGCS2000 degrees), gcj02 or bd09; a grid says so itself"),
            N_("DATUM") },
          { "attribution", 0, 0, G_OPTION_ARG_FILENAME, &asked.attribution,
            N_("Whom to name on the map"), N_("TEXT") },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error))
    return FALSE;
  is_layer = g_strcmp0 (asked.as, "layer") == 0;
  if (!check_asked (&asked, is_layer, error))
    return FALSE;
  return is_layer ? import_layer (invocation, &asked, error) : import_outlines (invocation, &asked, error);
}
