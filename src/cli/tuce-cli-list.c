/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tuce-commands.h"
#include "tuce-csv.h"
#include "tuce-output.h"
#include "tuce-selection.h"

/* How many columns a list on the screen has by default. */
#define SCREEN_COLUMNS 8
/* How many rows are measured for the widths of the columns on the screen. */
#define ROWS_MEASURED 200

typedef struct
{
  TuceQuery *query;
  char **paths;
  gboolean unmasked;
  gboolean csv;
  gboolean json;
  guint limit;
  guint n_rows;
  GPtrArray *waiting; /* rows of text (GStrv) of a list on the screen, kept until the widths are known */
  guint *widths;
} TuceListing;

/* Gives the paths of the fields of @entity, of places their names; for the screen only the first few. */
static char **
default_columns (const TuceEntity *entity, gboolean for_screen)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < entity->fields->len && (!for_screen || n < SCREEN_COLUMNS); i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      g_autofree char *named = NULL;

      if (field->type == TUCE_FIELD_SHAPE)
        continue;
      if (for_screen && field->type == TUCE_FIELD_PLACE && field->target_entity->title)
        named = g_strdup_printf ("%s.%s", field->target_entity->name,
                                 field->target_entity->title->name);
      g_strv_builder_add (paths, named ? named : field->name);
      n++;
    }
  return g_strv_builder_end (paths);
}

static void
print_csv (TuceListing *listing, gint64 id, const TuceValue *values)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < tuce_query_n_columns (listing->query); i++)
    {
      g_autofree char *cell
          = tuce_output_cell (tuce_query_column (listing->query, i), &values[i], listing->unmasked);

      tuce_csv_append_cell (line, cell);
    }
  puts (line->str);
}

/* Writes one record at a time, so that a hundred thousand need only the memory of one. */
static void
print_json (TuceListing *listing, gint64 id, const TuceValue *values)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  tuce_output_add_integer (builder, "id", id);
  for (guint i = 0; i < tuce_query_n_columns (listing->query); i++)
    {
      json_builder_set_member_name (builder, listing->paths[i]);
      tuce_output_add_value (builder, tuce_query_column (listing->query, i), &values[i],
                             listing->unmasked);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  tuce_output_print ("%s%s", listing->n_rows ? ",\n" : "", text);
}

static void
print_cells (TuceListing *listing, char **cells)
{
  for (guint i = 0; cells[i]; i++)
    {
      const TuceField *field = i ? tuce_query_column (listing->query, i - 1) : NULL;
      g_autofree char *cell = NULL;

      if (!cells[i + 1])
        cell = g_strdup (cells[i]);
      else if (field && tuce_field_is_numeric (field))
        cell = g_strdup_printf (
            "%*s%s", (int) listing->widths[i] - (int) tuce_output_width (cells[i]), "", cells[i]);
      else
        cell = tuce_output_pad (cells[i], listing->widths[i]);
      tuce_output_print ("%s%s", i ? "  " : "", cell);
    }
  putchar ('\n');
}

static void
print_waiting (TuceListing *listing)
{
  for (guint i = 0; i < listing->waiting->len; i++)
    print_cells (listing, listing->waiting->pdata[i]);
  g_clear_pointer (&listing->waiting, g_ptr_array_unref);
}

/* Takes ownership of @cells. */
static void
print_screen_row (TuceListing *listing, char **cells)
{
  for (guint i = 0; listing->waiting && cells[i]; i++)
    listing->widths[i] = MAX (listing->widths[i], tuce_output_width (cells[i]));
  if (listing->waiting)
    {
      g_ptr_array_add (listing->waiting, cells);
      if (listing->waiting->len > ROWS_MEASURED)
        print_waiting (listing);
      return;
    }
  print_cells (listing, cells);
  g_strfreev (cells);
}

static void
print_screen (TuceListing *listing, gint64 id, const TuceValue *values)
{
  guint n = tuce_query_n_columns (listing->query);
  char **cells = g_new0 (char *, n + 2);

  cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < n; i++)
    cells[i + 1]
        = tuce_output_text (tuce_query_column (listing->query, i), &values[i], listing->unmasked);
  print_screen_row (listing, cells);
}

static gboolean
print_row (gint64 id, const TuceValue *values, gpointer data)
{
  TuceListing *listing = data;

  if (listing->json)
    print_json (listing, id, values);
  else if (listing->csv)
    print_csv (listing, id, values);
  else
    print_screen (listing, id, values);
  listing->n_rows++;
  return !listing->limit || listing->n_rows < listing->limit;
}

static void
print_heading (TuceListing *listing)
{
  guint n = tuce_query_n_columns (listing->query);
  g_auto (GStrv) cells = g_new0 (char *, n + 2);

  cells[0] = g_strdup ("id");
  for (guint i = 0; i < n; i++)
    {
      const TuceField *field = tuce_query_column (listing->query, i);

      gboolean names_another
          = field->entity != tuce_query_entity (listing->query) && field->entity->title == field;

      /* In a list of households the name of a village has the heading “Village”. */
      cells[i + 1]
          = g_strdup (names_another ? tuce_entity_label (field->entity) : tuce_field_label (field));
    }
  if (listing->json)
    puts ("[");
  else if (listing->csv)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; cells[i]; i++)
        tuce_csv_append_cell (line, cells[i]);
      puts (line->str);
    }
  else
    print_screen_row (listing, g_steal_pointer (&cells));
}

static gboolean
print_listing (TuceListing *listing, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  listing->widths = g_new0 (guint, tuce_query_n_columns (listing->query) + 1);
  listing->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  print_heading (listing);
  if (!tuce_query_each (listing->query, county, print_row, listing, cancellable, error))
    return FALSE;
  if (listing->waiting)
    print_waiting (listing);
  if (listing->json)
    puts (listing->n_rows ? "\n]" : "]");
  return TRUE;
}

gboolean
tuce_cli_list (TuceInvocation *invocation, GError **error)
{
  g_auto (TuceSelection) selection = { 0 };
  g_autofree char *columns = NULL;
  g_auto (GStrv) paths = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceQuery) query = NULL;
  const TuceEntity *entity;
  TuceListing listing = { 0 };
  gboolean listed;
  const GOptionEntry entries[] = { TUCE_SELECTION_OPTIONS (selection),
                                   { "columns", 0, 0, G_OPTION_ARG_FILENAME, &columns,
                                     N_("Which fields, joined by commas"), N_("FIELD,…") },
                                   { "csv", 0, 0, G_OPTION_ARG_NONE, &listing.csv,
                                     N_("Write CSV, for spreadsheets"), NULL },
                                   { "unmasked", 0, 0, G_OPTION_ARG_NONE, &listing.unmasked,
                                     N_("Show private values whole"), NULL },
                                   { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 2, 2, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error))
      || !(entity = tuce_selection_entity (county, invocation->argv[1], error))
      || !(query = tuce_selection_query (&selection, county, entity->name, error)))
    return FALSE;
  listing.query = query;
  listing.json = invocation->json;
  listing.limit = (guint) selection.limit;
  listing.paths = paths = columns ? g_strsplit (columns, ",", -1)
                                  : default_columns (entity, !listing.csv && !listing.json);
  if (!tuce_query_set_columns (query, (const char *const *) paths, error))
    return FALSE;
  listed = print_listing (&listing, county, invocation->cancellable, error);
  g_clear_pointer (&listing.waiting, g_ptr_array_unref);
  g_free (listing.widths);
  return listed;
}
