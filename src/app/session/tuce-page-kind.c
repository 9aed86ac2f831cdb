/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-page-kind.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-query.h"
#include "tuce-text.h"

/* A line with this name is about no page: it says how records are listed on a card. */
#define NO_PAGE "-"

/* What one folder of data holds. */
typedef struct
{
  GPtrArray *pages; /* TucePageKind */
  GPtrArray *lists; /* TuceListKind, of all pages and of none */
} Kinds;

static void
column_free (gpointer data)
{
  g_free (((TuceListColumn *) data)->path);
  g_free (data);
}

static void
list_free (gpointer data)
{
  TuceListKind *list = data;

  g_free (list->entity);
  g_ptr_array_unref (list->columns);
  g_strfreev (list->filters);
  g_free (list->order);
  g_free (list->rollup);
  g_strfreev (list->related);
  g_free (list);
}

static void
page_free (gpointer data)
{
  TucePageKind *page = data;

  g_free (page->name);
  g_free (page->label_en);
  g_free (page->label_zh);
  g_free (page->icon);
  g_ptr_array_unref (page->lists);
  g_free (page);
}

static void
kinds_free (Kinds *kinds)
{
  g_ptr_array_unref (kinds->pages);
  g_ptr_array_unref (kinds->lists);
  g_free (kinds);
}

/* --- a line --- */

static gboolean
say_wrong (TuceCsv *csv, guint row, const char *what, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA,
               /* Translators: a file and its line, then what is written there */
               _("%s, line %u: the dictionary does not have “%s”"), tuce_csv_path (csv), tuce_csv_line (csv, row), what);
  return FALSE;
}

static GStrv
split (TuceCsv *csv, guint row, const char *column)
{
  g_auto (GStrv) words = g_strsplit (tuce_csv_cell (csv, row, column), " ", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_strv_builder_add (kept, words[i]);
  return g_strv_builder_end (kept);
}

/* A figure is known to its page only. */
static gboolean
check_path (const TuceEntity *entity, const char *path, TuceCsv *csv, guint row, GError **error)
{
  return *path == '@' || tuce_query_resolve (entity, path, NULL) || say_wrong (csv, row, path, error);
}

static gboolean
read_columns (TuceListKind *list, const TuceEntity *entity, TuceCsv *csv, guint row, GError **error)
{
  g_auto (GStrv) words = split (csv, row, "columns");

  for (guint i = 0; words[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
      TuceListColumn *column;

      if (!check_path (entity, parts[0], csv, row, error))
        return FALSE;
      column = g_new0 (TuceListColumn, 1);
      column->path = g_strdup (parts[0]);
      column->width = parts[1] ? atoi (parts[1]) : 0;
      g_ptr_array_add (list->columns, column);
    }
  return TRUE;
}

/* "visited_on descending" */
static gboolean
read_order (TuceListKind *list, const TuceEntity *entity, TuceCsv *csv, guint row, GError **error)
{
  g_auto (GStrv) words = split (csv, row, "order");

  if (!words[0])
    return TRUE;
  list->order = g_strdup (words[0]);
  list->descending = g_strcmp0 (words[1], "descending") == 0;
  return check_path (entity, list->order, csv, row, error);
}

static gboolean
check_related (const TuceListKind *list, const TuceEntity *entity, TuceCsv *csv, guint row, GError **error)
{
  for (guint i = 0; list->related[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (list->related[i], ".", 2);
      const TuceEntity *other = tuce_dictionary_entity (entity->dictionary, parts[0]);
      const TuceField *field = other && parts[1] ? tuce_entity_field (other, parts[1]) : NULL;

      if (!field || field->target_entity != entity)
        return say_wrong (csv, row, list->related[i], error);
    }
  return TRUE;
}

/* Gives how the line @row lists records of its entity. */
static TuceListKind *
read_list (const TuceDictionary *dictionary, TuceCsv *csv, guint row, GError **error)
{
  const char *name = tuce_csv_cell (csv, row, "entity");
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, name);
  TuceListKind *list;
  gboolean right = TRUE;

  if (!entity)
    {
      say_wrong (csv, row, name, error);
      return NULL;
    }
  list = g_new0 (TuceListKind, 1);
  list->entity = g_strdup (name);
  list->columns = g_ptr_array_new_with_free_func (column_free);
  list->filters = split (csv, row, "filters");
  list->related = split (csv, row, "related");
  list->rollup = *tuce_csv_cell (csv, row, "rollup") ? g_strdup (tuce_csv_cell (csv, row, "rollup")) : NULL;
  for (guint i = 0; right && list->filters[i]; i++)
    right = check_path (entity, list->filters[i], csv, row, error);
  right = right && (!list->rollup || check_path (entity, list->rollup, csv, row, error))
          && read_columns (list, entity, csv, row, error) && read_order (list, entity, csv, row, error)
          && check_related (list, entity, csv, row, error);
  if (!right)
    g_clear_pointer (&list, list_free);
  return list;
}

/* Gives the page the line @row is about, made by the first line about it; %NULL for a line about none. */
static TucePageKind *
find_page (Kinds *kinds, TuceCsv *csv, guint row)
{
  const char *name = tuce_csv_cell (csv, row, "page");
  TucePageKind *page;

  if (g_str_equal (name, NO_PAGE))
    return NULL;
  for (guint i = 0; i < kinds->pages->len; i++)
    if (g_str_equal (((TucePageKind *) kinds->pages->pdata[i])->name, name))
      return kinds->pages->pdata[i];
  page = g_new0 (TucePageKind, 1);
  page->name = g_strdup (name);
  page->label_en = g_strdup (tuce_csv_cell (csv, row, "label_en"));
  page->label_zh = g_strdup (tuce_csv_cell (csv, row, "label_zh"));
  page->icon = g_strdup (tuce_csv_cell (csv, row, "icon"));
  page->lists = g_ptr_array_new ();
  g_ptr_array_add (kinds->pages, page);
  return page;
}

/* --- the file --- */

static Kinds *
load (const char *path, GError **error)
{
  static const char *const columns[]
      = { "page", "label_en", "label_zh", "icon", "entity", "columns", "filters", "order", "rollup", "related", NULL };
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceCsv) csv = dictionary ? tuce_csv_load (path, error) : NULL;
  Kinds *kinds;

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  kinds = g_new0 (Kinds, 1);
  kinds->pages = g_ptr_array_new_with_free_func (page_free);
  kinds->lists = g_ptr_array_new_with_free_func (list_free);
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TucePageKind *page = find_page (kinds, csv, row);
      TuceListKind *list;

      if (!*tuce_csv_cell (csv, row, "entity"))
        continue;
      list = read_list (dictionary, csv, row, error);
      if (!list)
        {
          kinds_free (kinds);
          return NULL;
        }
      g_ptr_array_add (kinds->lists, list);
      if (page)
        g_ptr_array_add (page->lists, list);
    }
  return kinds;
}

/* Kept as long as the program runs, so that widgets may point into it. */
static const Kinds *
find_kinds (GError **error)
{
  static GHashTable *known; /* path → Kinds; main thread */
  g_autofree char *path = tuce_data_path ("pages.csv", NULL);
  Kinds *kinds;

  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  kinds = g_hash_table_lookup (known, path);
  if (!kinds && (kinds = load (path, error)))
    g_hash_table_insert (known, g_steal_pointer (&path), kinds);
  return kinds;
}

GPtrArray *
tuce_page_kinds_load (GError **error)
{
  const Kinds *kinds = find_kinds (error);

  return kinds ? kinds->pages : NULL;
}

const TucePageKind *
tuce_page_kinds_find (const char *name)
{
  const Kinds *kinds = find_kinds (NULL);

  for (guint i = 0; kinds && i < kinds->pages->len; i++)
    if (g_str_equal (((const TucePageKind *) kinds->pages->pdata[i])->name, name))
      return kinds->pages->pdata[i];
  return NULL;
}

const TuceListKind *
tuce_list_kind_for (const char *entity)
{
  const Kinds *kinds = find_kinds (NULL);

  for (guint i = 0; kinds && i < kinds->lists->len; i++)
    if (g_str_equal (((const TuceListKind *) kinds->lists->pdata[i])->entity, entity))
      return kinds->lists->pdata[i];
  return NULL;
}

const char *
tuce_page_kind_label (const TucePageKind *self)
{
  return tuce_text_is_chinese () ? self->label_zh : self->label_en;
}

const TuceListKind *
tuce_page_kind_list (const TucePageKind *self, const char *entity)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (g_str_equal (((const TuceListKind *) self->lists->pdata[i])->entity, entity))
      return self->lists->pdata[i];
  return NULL;
}
