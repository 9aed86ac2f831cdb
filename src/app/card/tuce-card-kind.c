/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-card-kind.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-text.h"

static void
kind_free (gpointer data)
{
  TuceCardKind *kind = data;

  g_free (kind->entity);
  g_strfreev (kind->beside);
  g_free (kind->add);
  g_free (kind->remove);
  g_free (kind->keep);
  g_free (kind->unfinished);
  g_free (kind->title);
  g_free (kind);
}

static char *
words (TuceCsv *csv, guint row, const char *what)
{
  g_autofree char *column = g_strconcat (what, tuce_text_is_chinese () ? "_zh" : "_en", NULL);

  return g_strdup (tuce_csv_cell (csv, row, column));
}

static TuceCardKind *
read_kind (TuceCsv *csv, guint row)
{
  TuceCardKind *kind = g_new0 (TuceCardKind, 1);

  kind->entity = g_strdup (tuce_csv_cell (csv, row, "entity"));
  kind->beside = g_strsplit (tuce_csv_cell (csv, row, "beside"), " ", -1);
  kind->add = words (csv, row, "add");
  kind->remove = words (csv, row, "remove");
  kind->keep = words (csv, row, "keep");
  kind->unfinished = words (csv, row, "continue");
  kind->title = words (csv, row, "title");
  return kind;
}

static GPtrArray *
load (const char *path, GError **error)
{
  static const char *const columns[] = { "entity", "beside", NULL };
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceCsv) csv = dictionary ? tuce_csv_load (path, error) : NULL;
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (kind_free);

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      g_ptr_array_add (kinds, read_kind (csv, row));
      if (tuce_dictionary_entity (dictionary, tuce_csv_cell (csv, row, "entity")))
        continue;
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA,
                   /* Translators: a file and its line, then what is written there */
                   _("%s, line %u: the dictionary does not have “%s”"), path, tuce_csv_line (csv, row),
                   tuce_csv_cell (csv, row, "entity"));
      return NULL;
    }
  return g_steal_pointer (&kinds);
}

GPtrArray *
tuce_card_kinds_load (GError **error)
{
  static GHashTable *known; /* path → GPtrArray; main thread */
  g_autofree char *path = tuce_data_path ("cards.csv", NULL);
  GPtrArray *kinds;

  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  kinds = g_hash_table_lookup (known, path);
  if (!kinds && (kinds = load (path, error)))
    g_hash_table_insert (known, g_steal_pointer (&path), kinds);
  return kinds;
}

const TuceCardKind *
tuce_card_kind_for (const TuceEntity *entity)
{
  GPtrArray *kinds = tuce_card_kinds_load (NULL);

  for (guint i = 0; kinds && i < kinds->len; i++)
    if (g_str_equal (((const TuceCardKind *) kinds->pdata[i])->entity, entity->name))
      return kinds->pdata[i];
  return NULL;
}

gboolean
tuce_card_kind_is_beside (const TuceCardKind *self, const TuceEntity *entity)
{
  return g_strv_contains ((const char *const *) self->beside, entity->name);
}

char *
tuce_card_kind_title (const TuceCardKind *self, const char *name)
{
  g_auto (GStrv) parts = self && *self->title ? g_strsplit (self->title, "%s", 2) : NULL;

  return parts ? g_strjoinv (name, parts) : g_strdup (name);
}
