/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-commands.h"
#include "tuce-error.h"
#include "tuce-output.h"
#include "tuce-painter.h"
#include "tuce-place-map.h"
#include "tuce-selection.h"

/* Pixels for each side: a smaller picture would show nothing, a larger one is more than Cairo's surfaces can hold. */
#define SMALLEST 64
#define LARGEST 30000
/* Free space around what is shown, as a share of the shorter side. */
#define MARGIN 0.04

/* Accepts digits only: sscanf() would also take a sign and turn "-5" into about four thousand million. */
static gboolean
read_side (const char *text, guint64 *side)
{
  *side = G_MAXUINT64;
  return *text && strspn (text, "0123456789") == strlen (text)
         && (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, side, NULL) || strlen (text) > 19);
}

static gboolean
parse_size (const char *text, double *width, double *height, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "x", -1);
  guint64 w = 0, h = 0;

  if (g_strv_length (sides) != 2 || !read_side (sides[0], &w) || !read_side (sides[1], &h))
    return tuce_invocation_refuse_usage (error, _("“%s” is no size: write 1920x1080"), text);
  if (w < SMALLEST || h < SMALLEST || w > LARGEST || h > LARGEST)
    return tuce_invocation_refuse_usage (error, _("%s × %s: a side must have %d to %d pixels"),
                                         sides[0], sides[1], SMALLEST, LARGEST);
  *width = (double) w;
  *height = (double) h;
  return TRUE;
}

static gboolean
parse_look (const char *text, TuceLook *look, GError **error)
{
  static const char *names[]
      = { [TUCE_LOOK_LIGHT] = "light", [TUCE_LOOK_DARK] = "dark", [TUCE_LOOK_PAPER] = "paper" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *look = (TuceLook) i;
        return TRUE;
      }
  return tuce_invocation_refuse_usage (error, _("“%s” is no look: light, dark or paper"), text);
}

static gboolean
paint (TuceInvocation *invocation,
       const char *scope,
       TuceLook look,
       double width,
       double height,
       gboolean layers,
       gboolean sites,
       const char *output,
       GError **error)
{
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  g_autoptr (TuceScene) scene = NULL;
  g_autoptr (TuceOverlay) overlay = NULL;
  TucePaintOptions options = { .look = look, .parts = TUCE_PAINT_ALL, .text_scale = 1 };
  const char *code;
  TuceView view;
  TuceBox box;

  if (!county)
    return FALSE;
  code = scope ? scope : tuce_county_get_code (county);
  if (!tuce_selection_check_scope (county, code, error)
      || !(scene = tuce_scene_load (county, invocation->cancellable, error)))
    return FALSE;
  if (!tuce_scene_place_box (scene, code, &box))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("Nobody knows where %s lies: bring in its outline with tuce-cli import-map"),
                   code);
      return FALSE;
    }
  view = tuce_view_fit (&box, width, height, MIN (width, height) * MARGIN);
  options.highlight_place = scope;
  options.layers = layers ? G_MAXUINT : 0;
  if (sites && !(overlay = tuce_overlay_load_sites (county, invocation->cancellable, error)))
    return FALSE;
  options.overlay = overlay;
  options.overlay_options.parts = TUCE_OVERLAY_USUAL;
  return tuce_paint_png (scene, &view, &options, output, error);
}

static gboolean
print (TuceInvocation *invocation, const char *scope, const char *output, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  const char *code = county && !scope ? tuce_county_get_code (county) : scope;
  g_autoptr (TucePrintRun) run = NULL;

  return county && tuce_selection_check_scope (county, code, error)
         && (run = tuce_place_map_run (county, code, NULL, error))
         && tuce_print_run_write_pdf (run, output, NULL, NULL, invocation->cancellable, NULL, error);
}

gboolean
tuce_cli_map (TuceInvocation *invocation, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *look_name = NULL;
  g_autofree char *path = NULL;
  TuceLook look = TUCE_LOOK_LIGHT;
  double width = 1920, height = 1080;
  gboolean layers = FALSE, sites = FALSE;
  const GOptionEntry entries[]
      = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write: a picture (.png) or a leaf of A4 (.pdf)"),
            N_("FILE") },
          { "size", 0, 0, G_OPTION_ARG_FILENAME, &size, N_("Pixels; 1920x1080 unless said"),
            N_("WIDTHxHEIGHT") },
          { "scope", 0, 0, G_OPTION_ARG_FILENAME, &scope, N_("Show this township or village"),
            N_("CODE") },
          { "look", 0, 0, G_OPTION_ARG_FILENAME, &look_name,
            N_("light, dark, or paper for black and white"), N_("LOOK") },
          { "layers", 0, 0, G_OPTION_ARG_NONE, &layers,
            N_("With the layers that were brought in: hazards, farmland, schools and so on"), NULL },
          { "sites", 0, 0, G_OPTION_ARG_NONE, &sites, N_("With the resettlement sites"), NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  if (!output)
    return tuce_invocation_refuse_usage (error, _("say where to write it: -o FILE.png or -o FILE.pdf"));
  if (g_str_has_suffix (output, ".pdf"))
    {
      if (size || look_name || layers || sites)
        return tuce_invocation_refuse_usage (
            error, _("a PDF is one leaf of A4: leave out --size, --look, --layers and --sites"));
      if (!print (invocation, scope, output, error))
        return FALSE;
    }
  else if ((size && !parse_size (size, &width, &height, error))
      || (look_name && !parse_look (look_name, &look, error))
      || !paint (invocation, scope, look, width, height, layers, sites, output, error))
    return FALSE;

  path = tuce_invocation_absolute (output);
  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "file", path);
      json_builder_end_object (builder);
      tuce_output_json (builder);
    }
  else
    tuce_output_print (_("Map: %s\n"), path);
  return TRUE;
}
