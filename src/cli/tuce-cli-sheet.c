/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-error.h"
#include "tuce-output.h"
#include "tuce-selection.h"
#include "tuce-sheet.h"

/* Gives the ids of the records to print: the one @household names, else those of @selection. */
static GArray *
ids_to_print (TuceInvocation *invocation,
              TuceCounty *county,
              const TuceEntity *entity,
              const char *household,
              const TuceSelection *selection,
              GError **error)
{
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;

  if (household)
    {
      g_autoptr (TuceRecord) record = tuce_selection_find (county, entity, household, error);

      if (!record)
        return NULL;
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, record->id);
      return g_steal_pointer (&ids);
    }
  query = tuce_selection_query (selection, county, entity->name, error);
  ids = query ? tuce_query_ids (query, county, invocation->cancellable, error) : NULL;
  if (!ids)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                   _("There is nothing to print: no record is like that"));
      return NULL;
    }
  if (selection->limit && ids->len > (guint) selection->limit)
    g_array_set_size (ids, (guint) selection->limit);
  return g_steal_pointer (&ids);
}

static void
report (TuceInvocation *invocation,
        const TuceForm *form,
        const char *output,
        guint n_sheets,
        guint n_pages)
{
  g_autofree char *path = tuce_invocation_absolute (output);

  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "file", path);
      tuce_output_add_text (builder, "form", tuce_form_number (form));
      tuce_output_add_integer (builder, "sheets", n_sheets);
      tuce_output_add_integer (builder, "pages", n_pages);
      json_builder_end_object (builder);
      tuce_output_json (builder);
    }
  else
    tuce_output_print (
        ngettext ("%s, %u sheet on %u pages: %s\n", "%s, %u sheets on %u pages: %s\n", n_sheets),
        tuce_form_title (form), n_sheets, n_pages, path);
}

gboolean
tuce_cli_sheet (TuceInvocation *invocation, GError **error)
{
  g_auto (TuceSelection) selection = { 0 };
  g_autofree char *household = NULL;
  g_autofree char *output = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceForm) form = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TucePrintRun) print_run = NULL;
  guint n_pages = 0;
  const GOptionEntry entries[]
      = { TUCE_SELECTION_OPTIONS (selection),
          { "household", 0, 0, G_OPTION_ARG_FILENAME, &household, N_("Only this one"), N_("ID") },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF file to write"),
            N_("FILE.pdf") },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error))
    return FALSE;
  if (!output)
    return tuce_invocation_refuse_usage (error, _("say where to write it: -o FILE.pdf"));
  if (!(county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error))
      || !(form = tuce_form_load (tuce_county_get_dictionary (county), invocation->argv[1], error))
      || !(ids = ids_to_print (invocation, county, tuce_form_entity (form), household, &selection,
                               error))
      || !(print_run = tuce_print_run_new (form, county, ids, error))
      || !tuce_print_run_write_pdf (print_run, output, tuce_invocation_progress, NULL,
                                    invocation->cancellable, &n_pages, error))
    return FALSE;
  report (invocation, form, output, ids->len, n_pages);
  return TRUE;
}
