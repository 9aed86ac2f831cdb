/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-lint.h"
#include "tuce-output.h"
#include "tuce-pack.h"
#include "tuce-standards.h"

/* Gives the text of a pack: by its name among the bundled packs and those of the county, else from a file. */
static char *
read_text (const char *name, TuceCounty *county, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".sql", NULL);
  g_autofree char *bundled = tuce_data_path ("standards", file, NULL);
  g_autoptr (TuceRecord) own
      = county ? tuce_county_find (county, "pack", "name", name, NULL) : NULL;

  if (own && *tuce_record_text (own, "text"))
    return g_strdup (tuce_record_text (own, "text"));
  return tuce_pack_read_file (
      !strchr (name, G_DIR_SEPARATOR) && g_file_test (bundled, G_FILE_TEST_EXISTS) ? bundled : name,
      error);
}

static void
print_mistake (TuceInvocation *invocation,
               JsonBuilder *builder,
               const char *name,
               const TuceMistake *mistake)
{
  g_autofree char *text = tuce_mistake_text (mistake, name);

  json_builder_begin_object (builder);
  tuce_output_add_text (builder, "item", mistake->item);
  tuce_output_add_integer (builder, "line", mistake->line);
  tuce_output_add_integer (builder, "column", mistake->column);
  json_builder_set_member_name (builder, "doubt");
  json_builder_add_boolean_value (builder, mistake->doubt);
  tuce_output_add_text (builder, "mistake", mistake->sentence);
  json_builder_end_object (builder);
  if (invocation->json)
    return;
  if (mistake->doubt)
    tuce_output_print (_("%s (a doubt: the pack can be used)\n"), text);
  else
    tuce_output_print ("%s\n", text);
}

static gboolean
lint (TuceInvocation *invocation, TuceCounty *county, const char *pack, GError **error)
{
  g_autofree char *text = read_text (pack, county, error);
  g_autofree char *name = g_path_get_basename (pack);
  g_autoptr (TuceLint) looking = text ? tuce_lint_new (county, error) : NULL;
  g_autoptr (GPtrArray) mistakes = looking ? tuce_lint_text (looking, text) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!mistakes)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < mistakes->len; i++)
    print_mistake (invocation, builder, name, mistakes->pdata[i]);
  json_builder_end_array (builder);
  if (invocation->json)
    tuce_output_json (builder);
  else if (mistakes->len == 0)
    tuce_output_print (_("%s: all is well.\n"), name);
  if (tuce_lint_refuses (mistakes))
    invocation->verdict = TUCE_EXIT_REFUSED;
  return TRUE;
}

gboolean
tuce_cli_standards (TuceInvocation *invocation, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (TuceCounty) county = NULL;
  const GOptionEntry entries[]
      = { { "county", 0, 0, G_OPTION_ARG_FILENAME, &path,
            N_("Know the packs and parameters of this county too"), N_("FILE") },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error))
    return FALSE;
  if (!g_str_equal (invocation->argv[0], "lint"))
    return tuce_invocation_refuse_usage (error, _("“standards” can do “lint”, not “%s”"),
                                         invocation->argv[0]);
  if (path && !(county = tuce_county_open (path, TUCE_OPEN_READ, error)))
    return FALSE;
  return lint (invocation, county, invocation->argv[1], error);
}
