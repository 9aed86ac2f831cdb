/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-form.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-form-geometry.h"
#include "tuce-form-model.h"
#include "tuce-form-parser.h"

TuceItem *
tuce_item_new (TuceItemKind kind)
{
  TuceItem *item = g_new0 (TuceItem, 1);

  item->kind = kind;
  return item;
}

static void
item_free (TuceItem *item)
{
  g_free (item->text);
  g_strfreev (item->is);
  g_clear_pointer (&item->items, g_ptr_array_unref);
  g_free (item);
}

GPtrArray *
tuce_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

TuceCell *
tuce_cell_new (const TuceForm *form, guint line)
{
  TuceCell *cell = g_new0 (TuceCell, 1);

  cell->line = line;
  cell->colspan = cell->rowspan = 1;
  cell->align = TUCE_ALIGN_START;
  cell->valign = TUCE_ALIGN_MIDDLE;
  cell->size = form->size;
  cell->items = tuce_items_new ();
  return cell;
}

static void
cell_free (TuceCell *cell)
{
  g_free (cell->label);
  g_free (cell->seal);
  if (cell->photo)
    {
      g_free (cell->photo->kind);
      g_free (cell->photo->label);
      g_free (cell->photo->missing);
      g_free (cell->photo);
    }
  g_ptr_array_unref (cell->items);
  g_free (cell);
}

TuceFormRow *
tuce_form_row_new (guint line, double height)
{
  TuceFormRow *row = g_new0 (TuceFormRow, 1);

  row->line = line;
  row->height = height;
  row->list = TUCE_NO_LIST;
  row->copies = 1;
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  return row;
}

static void
row_free (TuceFormRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

TuceFormTable *
tuce_form_table_new (guint line)
{
  TuceFormTable *table = g_new0 (TuceFormTable, 1);

  table->line = line;
  table->columns = g_array_new (FALSE, FALSE, sizeof (double));
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return table;
}

static void
table_free (TuceFormTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

GPtrArray *
tuce_form_tables_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
}

TuceFormPage *
tuce_form_page_new (guint line)
{
  TuceFormPage *page = g_new0 (TuceFormPage, 1);

  page->line = line;
  page->tables = tuce_form_tables_new ();
  tuce_page_layout_init (&page->layout);
  return page;
}

static void
page_free (TuceFormPage *page)
{
  g_ptr_array_unref (page->tables);
  tuce_page_layout_clear (&page->layout);
  g_free (page);
}

void
tuce_form_list_free (TuceFormList *list)
{
  g_ptr_array_unref (list->columns);
  g_strfreev (list->is);
  g_free (list);
}

void
tuce_form_parameter_free (TuceFormParameter *parameter)
{
  g_free (parameter->key);
  g_free (parameter);
}

void
tuce_page_layout_init (TucePageLayout *layout)
{
  layout->cells = g_array_new (FALSE, FALSE, sizeof (TucePlaced));
  layout->frames = g_array_new (FALSE, FALSE, sizeof (TuceRectangle));
}

void
tuce_page_layout_clear (TucePageLayout *layout)
{
  g_clear_pointer (&layout->cells, g_array_unref);
  g_clear_pointer (&layout->frames, g_array_unref);
}

TuceForm *
tuce_form_allocate (TuceDictionary *dictionary, const char *path)
{
  TuceForm *form = g_new0 (TuceForm, 1);

  g_atomic_ref_count_init (&form->references);
  form->path = g_strdup (path);
  form->dictionary = tuce_dictionary_ref (dictionary);
  form->columns = g_ptr_array_new_with_free_func (g_free);
  form->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_list_free);
  form->parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_parameter_free);
  form->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_parameter_free);
  form->header = tuce_form_tables_new ();
  form->footer = tuce_form_tables_new ();
  form->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  return form;
}

TuceForm *
tuce_form_ref (TuceForm *form)
{
  g_atomic_ref_count_inc (&form->references);
  return form;
}

void
tuce_form_unref (TuceForm *form)
{
  if (!g_atomic_ref_count_dec (&form->references))
    return;
  g_ptr_array_unref (form->columns);
  g_ptr_array_unref (form->lists);
  g_ptr_array_unref (form->parameters);
  g_ptr_array_unref (form->criteria);
  g_ptr_array_unref (form->header);
  g_ptr_array_unref (form->footer);
  g_ptr_array_unref (form->pages);
  g_clear_pointer (&form->continuation, g_ptr_array_unref);
  tuce_dictionary_unref (form->dictionary);
  g_free (form->path);
  g_free (form->number);
  g_free (form->title);
  g_free (form->font);
  g_free (form->unconfirmed);
  g_free (form->needs);
  g_free (form->standard);
  g_free (form->incomplete);
  g_free (form->continued);
  g_free (form);
}

TuceForm *
tuce_form_load_file (TuceDictionary *dictionary, const char *path, GError **error)
{
  g_autoptr (TuceForm) form = tuce_form_allocate (dictionary, path);

  if (!tuce_form_parse (form, error) || !tuce_form_lay_out_pages (form, error))
    return NULL;
  return g_steal_pointer (&form);
}

TuceForm *
tuce_form_load (TuceDictionary *dictionary, const char *number, GError **error)
{
  g_autofree char *name = g_strconcat (number, ".xml", NULL);
  g_autofree char *path = tuce_data_path ("forms", name, NULL);
  g_autoptr (TuceForm) form = NULL;

  if (strpbrk (number, "/\\") || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no form “%s”"), number);
      return NULL;
    }
  form = tuce_form_load_file (dictionary, path, error);
  if (!form)
    return NULL;
  if (!g_str_equal (form->number, number))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: the form calls itself “%s”; file name and number must agree"),
                   name, form->number);
      return NULL;
    }
  return g_steal_pointer (&form);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
tuce_form_list (void)
{
  g_autofree char *path = tuce_data_path ("forms", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (numbers, g_strndup (name, strlen (name) - strlen (".xml")));
  g_ptr_array_sort (numbers, compare_numbers);
  return numbers;
}

const char *
tuce_form_number (const TuceForm *form)
{
  return form->number;
}

const char *
tuce_form_title (const TuceForm *form)
{
  return form->title;
}

const TuceEntity *
tuce_form_entity (const TuceForm *form)
{
  return form->entity;
}

void
tuce_form_page_size (const TuceForm *form, double *width, double *height)
{
  *width = form->width;
  *height = form->height;
}

guint
tuce_form_n_pages (const TuceForm *form)
{
  return form->pages->len;
}

gboolean
tuce_form_lists_all (const TuceForm *form)
{
  return form->lists_all;
}

gboolean
tuce_form_restrict (const TuceForm *form, TuceQuery *query, GError **error)
{
  return !form->needs || tuce_query_add_condition (query, form->needs, TUCE_MATCHES, "*", error);
}

void
tuce_form_add_reads (const TuceForm *form, TuceReads *reads)
{
  tuce_reads_add_scope (reads, form->entity->name);
  if (form->needs)
    tuce_reads_add_path (reads, form->entity->name, form->needs);
}

gboolean
tuce_form_is_meant_for (const TuceForm *form, TuceCounty *county, gint64 id, GError **error)
{
  const char *columns[] = { form->needs, NULL };
  g_autoptr (TuceQuery) query = tuce_query_new (county, form->entity->name);
  g_autoptr (TuceRows) rows = NULL;

  if (!form->needs)
    return TRUE;
  if (tuce_query_set_columns (query, columns, error))
    rows = tuce_query_fetch (query, county, &id, 1, error);
  return rows && rows->ids[0] && tuce_rows_value (rows, 0, 0)->kind != TUCE_VALUE_NONE;
}

gboolean
tuce_form_adds_up (const TuceForm *form)
{
  return form->standard && !g_str_equal (form->entity->name, "household");
}
