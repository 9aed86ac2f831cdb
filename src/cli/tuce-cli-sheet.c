/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-error.h"
#include "tuce-levels.h"
#include "tuce-output.h"
#include "tuce-reviewing.h"
#include "tuce-selection.h"
#include "tuce-sheet.h"

/* The one record that @key means: its number or id or, where names are unique, its name. */
static TuceRecord *
find_record (TuceCounty *county, const TuceEntity *entity, const char *key, GError **error)
{
  if (entity->title && entity->title->unique)
    {
      TuceRecord *record = tuce_county_find (county, entity->name, entity->title->name, key, NULL);

      if (record)
        return record;
    }
  return tuce_selection_find (county, entity, key, error);
}

static gboolean
nothing_to_print (GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is nothing to print: no record is like that"));
  return FALSE;
}

/* Gives the ids of the records to print: 0 for a blank sheet, the record that @key means, or those of @selection. */
static GArray *
ids_to_print (TuceInvocation *invocation, TuceCounty *county, const TuceForm *form, const char *key, gboolean blank,
              const TuceSelection *selection, GError **error)
{
  const TuceEntity *entity = tuce_form_entity (form);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TuceRecord) record = key ? find_record (county, entity, key, error) : NULL;
  g_autoptr (TuceQuery) query = NULL;
  gint64 id = record ? record->id : 0;

  if (key && !record)
    return NULL;
  if (record && !tuce_form_is_meant_for (form, county, id, error))
    {
      if (!error || !*error)
        nothing_to_print (error);
      return NULL;
    }
  if (key || blank)
    {
      g_array_append_val (ids, id);
      return g_steal_pointer (&ids);
    }
  query = tuce_selection_query (selection, county, entity->name, error);
  if (!query || !tuce_form_restrict (form, query, error))
    return NULL;
  g_clear_pointer (&ids, g_array_unref);
  ids = tuce_query_ids (query, county, invocation->cancellable, error);
  if (!ids || (ids->len == 0 && !nothing_to_print (error)))
    return NULL;
  if (selection->limit && ids->len > (guint) selection->limit)
    g_array_set_size (ids, (guint) selection->limit);
  return g_steal_pointer (&ids);
}

/* The name of the division that the sheets are about. */
static char *
describe_scope (TuceCounty *county, const char *code)
{
  gboolean inside = code && strlen (code) > strlen (tuce_county_get_code (county));
  g_autoptr (TuceRecord) place = inside ? tuce_level_find (county, code, NULL) : NULL;

  return place ? g_strconcat (tuce_county_get_name (county), " ", tuce_record_text (place, "name"), NULL)
               : g_strdup (tuce_county_get_name (county));
}

/* Gives the county and the form. Verdicts that the form adds up are brought up to date first, if the county can be
   written. */
static TuceCounty *
open_for (TuceInvocation *invocation, TuceForm **form, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  g_autoptr (TuceStandards) standards = NULL;

  *form = county ? tuce_form_load (tuce_county_get_dictionary (county), invocation->argv[1], error) : NULL;
  if (!*form)
    return NULL;
  if (!tuce_form_adds_up (*form))
    return g_steal_pointer (&county);
  tuce_county_close (county);
  return tuce_reviewing_open (invocation, &standards, error);
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
  g_autofree char *record = NULL;
  g_autofree char *output = NULL;
  g_autofree char *scope = NULL;
  gboolean blank = FALSE;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceForm) form = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TucePrintRun) print_run = NULL;
  guint n_pages = 0;
  const GOptionEntry entries[]
      = { TUCE_SELECTION_OPTIONS (selection),
          { "record", 0, 0, G_OPTION_ARG_FILENAME, &record,
            N_("Only this household, site or scenario, by number, id, or the scenario's name"), N_("ID") },
          { "household", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &record, N_("The same as --record"), N_("ID") },
          { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("A blank sheet, to be filled in by hand"), NULL },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF file to write"),
            N_("FILE.pdf") },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error))
    return FALSE;
  if (!output)
    return tuce_invocation_refuse_usage (error, _("say where to write it: -o FILE.pdf"));
  if (!(county = open_for (invocation, &form, error))
      || !(ids = ids_to_print (invocation, county, form, record, blank, &selection, error))
      || !(print_run = tuce_print_run_new (form, county, ids, error)))
    return FALSE;
  scope = describe_scope (county, selection.scope);
  tuce_print_run_set_scope (print_run, scope);
  if (!tuce_print_run_write_pdf (print_run, output, tuce_invocation_progress, NULL,
                                    invocation->cancellable, &n_pages, error))
    return FALSE;
  report (invocation, form, output, tuce_print_run_n_records (print_run), n_pages);
  return TRUE;
}
