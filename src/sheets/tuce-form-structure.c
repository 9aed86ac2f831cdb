/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the elements that a form is built of, down to the rows of its tables. */
#include "tuce-form-elements.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-form-source.h"
#include "tuce-query.h"

static TuceFormList *
add_list (TuceForm *form, const TuceEntity *entity, const TuceField *by, guint line)
{
  TuceFormList *list = g_new0 (TuceFormList, 1);

  list->line = line;
  list->entity = entity;
  list->by = by;
  list->columns = g_ptr_array_new_with_free_func (g_free);
  if (by)
    tuce_form_list_column (list, by->name);
  g_ptr_array_add (form->lists, list);
  return list;
}

static gboolean
read_needs (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceForm *form = reader->form;
  const char *needs = tuce_attributes_text (attributes, "needs");
  g_autoptr (GError) reason = NULL;

  form->needs = g_strdup (needs);
  if (!needs || tuce_query_resolve (form->entity, needs, &reason))
    return TRUE;
  return tuce_form_fail (form, attributes->line, error, "needs=\"%s\": %s", needs, reason->message);
}

gboolean
tuce_form_start_form (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  static const char *const papers[] = { "A4", "A3", NULL };
  static const double sizes[][2] = { { 210, 297 }, { 297, 420 } };
  static const char *const directions[] = { "portrait", "landscape", NULL };
  TuceForm *form = reader->form;
  static const char *const sheets[] = { "each", "all", NULL };
  const char *entity = tuce_attributes_text (attributes, "entity");
  g_autoptr (GArray) margins = g_array_new (FALSE, FALSE, sizeof (double));
  guint paper = 0, landscape = 0, sheet = 0;

  form->entity = tuce_dictionary_entity (form->dictionary, entity);
  if (!form->entity)
    return tuce_form_fail (form, attributes->line, error, _("there is no entity “%s” in the dictionary"), entity);
  if (!tuce_attributes_word (attributes, "paper", papers, &paper, error)
      || !tuce_attributes_word (attributes, "orientation", directions, &landscape, error)
      || !tuce_attributes_word (attributes, "sheet", sheets, &sheet, error)
      || !tuce_attributes_number (attributes, "size", 5, 40, &form->size, error)
      || !tuce_attributes_lengths (attributes, "margins", margins, error))
    return FALSE;
  if (margins->len != 4)
    return tuce_form_fail (form, attributes->line, error, _("margins names four lengths: top, right, bottom, left"));
  memcpy (form->margins, margins->data, sizeof form->margins);
  form->width = sizes[paper][landscape] * TUCE_POINTS_PER_MM;
  form->height = sizes[paper][!landscape] * TUCE_POINTS_PER_MM;
  form->number = g_strdup (tuce_attributes_text (attributes, "number"));
  form->title = g_strdup (tuce_attributes_text (attributes, "title"));
  form->font = g_strdup (tuce_attributes_text (attributes, "font"));
  form->continued = g_strdup (tuce_attributes_text (attributes, "continued"));
  form->unconfirmed = g_strdup (tuce_attributes_text (attributes, "unconfirmed"));
  form->incomplete = g_strdup (tuce_attributes_text (attributes, "incomplete"));
  form->standard = g_strdup (tuce_attributes_text (attributes, "standard"));
  form->lists_all = sheet == 1;
  if (form->lists_all)
    add_list (form, form->entity, NULL, attributes->line);
  return read_needs (reader, attributes, error);
}

/* The field of @entity that refers to the form's record: the one that "by" names, else the parent. */
static const TuceField *
find_by (const TuceForm *form, const TuceEntity *entity, const char *by)
{
  const TuceField *field = !entity ? NULL : by ? tuce_entity_field (entity, by) : entity->parent;

  return field && field->type == TUCE_FIELD_REFERENCE && field->target_entity == form->entity ? field : NULL;
}

static gboolean
read_where (TuceFormReader *reader, TuceFormList *list, const TuceAttributes *attributes, GError **error)
{
  TuceForm *form = reader->form;
  const char *where = tuce_attributes_text (attributes, "where");
  const char *is = tuce_attributes_text (attributes, "is");
  g_autoptr (GError) reason = NULL;
  const TuceField *field;

  if (!where != !is)
    return tuce_form_fail (form, attributes->line, error, _("“where” and “is” stand together"));
  if (!where)
    return TRUE;
  field = tuce_query_resolve (list->entity, where, &reason);
  if (!field)
    return tuce_form_fail (form, attributes->line, error, "where=\"%s\": %s", where, reason->message);
  list->has_where = TRUE;
  list->where = tuce_form_list_column (list, where);
  list->is = tuce_form_parse_values (form, field, is, attributes->line, error);
  return list->is != NULL;
}

gboolean
tuce_form_start_list (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceForm *form = reader->form;
  const char *name = tuce_attributes_text (attributes, "name");
  const char *order = tuce_attributes_text (attributes, "order");
  const TuceEntity *entity = tuce_dictionary_entity (form->dictionary, name);
  const TuceField *by = find_by (form, entity, tuce_attributes_text (attributes, "by"));
  g_autoptr (GError) reason = NULL;
  TuceFormList *list;

  if (!by || entity->year || form->lists_all)
    return tuce_form_fail (form, attributes->line, error, _("“%s” are no records that belong to a %s"), name,
                           form->entity->name);
  if (tuce_form_find_list (form, name) >= 0)
    return tuce_form_fail (form, attributes->line, error, _("the list “%s” is there twice"), name);
  if (order && !tuce_query_resolve (entity, order, &reason))
    return tuce_form_fail (form, attributes->line, error, "order=\"%s\": %s", order, reason->message);
  list = add_list (form, entity, by, attributes->line);
  list->order = order ? g_intern_string (order) : entity->order ? entity->order->name : NULL;
  return read_where (reader, list, attributes, error);
}

gboolean
tuce_form_start_header (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  reader->tables = reader->form->header;
  return TRUE;
}

gboolean
tuce_form_start_footer (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  reader->tables = reader->form->footer;
  return TRUE;
}

gboolean
tuce_form_start_page (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceFormPage *page = tuce_form_page_new (attributes->line);

  g_ptr_array_add (reader->form->pages, page);
  reader->tables = page->tables;
  reader->in_page = TRUE;
  reader->in_continuation = FALSE;
  return TRUE;
}

gboolean
tuce_form_start_continuation (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  TuceForm *form = reader->form;

  if (form->continuation)
    return tuce_form_fail (form, attributes->line, error, _("<continuation> is there twice"));
  form->continuation = tuce_form_tables_new ();
  form->continuation_line = attributes->line;
  reader->tables = form->continuation;
  reader->in_page = FALSE;
  reader->in_continuation = TRUE;
  return TRUE;
}

double
tuce_form_text_width (const TuceForm *form)
{
  return form->width - form->margins[1] - form->margins[3];
}

TuceFormTable *
tuce_form_add_table (TuceFormReader *reader, const TuceAttributes *attributes)
{
  TuceFormTable *table = tuce_form_table_new (attributes->line);

  g_ptr_array_add (reader->tables, table);
  return table;
}

gboolean
tuce_form_start_table (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  static const char *const frames[] = { "no", "yes", NULL };
  TuceFormTable *table = tuce_form_add_table (reader, attributes);
  double width = 0;
  guint framed = 1;

  reader->table = table;
  if (!tuce_attributes_lengths (attributes, "columns", table->columns, error)
      || !tuce_attributes_word (attributes, "frame", frames, &framed, error))
    return FALSE;
  table->framed = framed;
  for (guint i = 0; i < table->columns->len; i++)
    width += g_array_index (table->columns, double, i);
  if (width > tuce_form_text_width (reader->form) + 0.01)
    return tuce_form_fail (reader->form, attributes->line, error,
                           _("the columns are %.1f mm wide together, the page has %.1f mm between its margins"),
                           width / TUCE_POINTS_PER_MM, tuce_form_text_width (reader->form) / TUCE_POINTS_PER_MM);
  return TRUE;
}

static gboolean
start_repeat (TuceFormReader *reader, const TuceAttributes *attributes, const char *name, GError **error)
{
  TuceFormRow *row = reader->row;
  TuceForm *form = reader->form;
  gboolean has_rows = tuce_attributes_text (attributes, "rows") != NULL;
  TuceFormList *list;

  if (has_rows == reader->in_continuation || (!reader->in_page && !reader->in_continuation))
    return tuce_form_fail (form, attributes->line, error,
                           _("a row that repeats stands in a page with “rows”, or in the continuation without"));
  if (g_str_equal (name, "overflow"))
    {
      if (!reader->in_continuation)
        return tuce_form_fail (form, attributes->line, error, _("“overflow” repeats in the continuation only"));
      row->list = TUCE_OVERFLOW_LIST;
      reader->has_overflow = TRUE;
      return TRUE;
    }
  row->list = tuce_form_find_list (form, name);
  if (row->list < 0)
    return tuce_form_fail (form, attributes->line, error, _("there is no <list name=\"%s\"> at the head of the form"), name);
  list = form->lists->pdata[row->list];
  if (reader->in_continuation ? list->continued : list->on_page > 0)
    return tuce_form_fail (form, attributes->line, error, _("“%s” is repeated twice"), name);
  list->continued = list->continued || reader->in_continuation;
  if (reader->in_continuation)
    return TRUE;
  if (!tuce_attributes_count (attributes, "rows", 1, 200, &row->copies, error))
    return FALSE;
  list->on_page = row->copies;
  return TRUE;
}

gboolean
tuce_form_start_tr (TuceFormReader *reader, const TuceAttributes *attributes, GError **error)
{
  const char *repeat = tuce_attributes_text (attributes, "repeat");

  reader->row = tuce_form_row_new (attributes->line, 0);
  g_ptr_array_add (reader->table->rows, reader->row);
  if (!tuce_attributes_length (attributes, "height", 1, 300, &reader->row->height, error))
    return FALSE;
  if (!repeat && tuce_attributes_text (attributes, "rows"))
    return tuce_form_fail (reader->form, attributes->line, error, _("“rows” belongs to a row with “repeat”"));
  return !repeat || start_repeat (reader, attributes, repeat, error);
}

