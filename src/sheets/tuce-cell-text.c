/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-cell-text.h"

#include <string.h>

#include "tuce-bound-value.h"

#define OBJECT "\xEF\xBF\xBC" /* U+FFFC: stands for a drawn thing */

void
tuce_cell_writer_init (TuceCellWriter *writer)
{
  writer->text = g_string_new (NULL);
  writer->inlines = g_array_new (FALSE, FALSE, sizeof (TuceInline));
}

void
tuce_cell_writer_clear (TuceCellWriter *writer)
{
  g_string_free (writer->text, TRUE);
  g_array_unref (writer->inlines);
}

static void
append_source (GString *text, const TuceCellContext *context, const TuceItem *said, guint item)
{
  const TuceSource *source = &said->source;
  const TuceOverflow *overflow = NULL;
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  if (source->kind >= TUCE_SOURCE_OVERFLOW_ROW && context->overflows && item < context->overflows->len)
    overflow = &g_array_index (context->overflows, TuceOverflow, item);
  switch (source->kind)
    {
    case TUCE_SOURCE_RECORD:
    case TUCE_SOURCE_LIST:
    case TUCE_SOURCE_BOARD:
      if (source->is_total)
        tuce_bound_append_total (context, said, text);
      else if (tuce_bound_value (context, source, item, &value))
        tuce_bound_append_value (said, &value, text);
      break;
    case TUCE_SOURCE_VERDICT:
      tuce_bound_append_verdict (context, said, text);
      break;
    case TUCE_SOURCE_COUNT:
      if (context->bound)
        g_string_append_printf (text, "%u", context->bound->lists[source->list]->len);
      break;
    case TUCE_SOURCE_ROW:
      g_string_append_printf (text, "%u", item + 1);
      break;
    case TUCE_SOURCE_PAGE:
      g_string_append_printf (text, "%u", context->page + 1);
      break;
    case TUCE_SOURCE_PAGES:
      g_string_append_printf (text, "%u", context->n_pages);
      break;
    case TUCE_SOURCE_OVERFLOW_ROW:
      g_string_append (text, overflow ? overflow->row : "");
      break;
    case TUCE_SOURCE_OVERFLOW_LABEL:
      g_string_append (text, overflow ? overflow->label : "");
      break;
    case TUCE_SOURCE_OVERFLOW_TEXT:
      g_string_append (text, overflow ? overflow->text : "");
      break;
    default:
      g_string_append (text, tuce_binding_constant (context->binding, source));
    }
}

static gboolean
is_ticked (const TuceCellContext *context, const TuceItem *item, guint row)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autofree char *plain = NULL;
  g_auto (GStrv) codes = NULL;

  if (!item->has_source || !tuce_bound_value (context, &item->source, row, &value))
    return FALSE;
  if (g_str_equal (item->is[0], TUCE_ANY_VALUE))
    return TRUE;
  plain = tuce_field_format_plain (item->source.field, &value);
  if (item->source.field->type != TUCE_FIELD_CHOICES)
    return g_strv_contains ((const char *const *) item->is, plain);
  codes = g_strsplit (plain, ",", -1);
  for (guint i = 0; codes[i]; i++)
    if (g_strv_contains ((const char *const *) item->is, codes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (const TuceCellContext *context, const TuceItem *item, guint row)
{
  g_autoptr (GString) text = NULL;

  if (item->kind == TUCE_ITEM_MORE)
    {
      const TuceFormList *list = context->form->lists->pdata[item->list];

      return context->bound && context->bound->lists[item->list]->len > list->on_page;
    }
  text = g_string_new (NULL);
  append_source (text, context, item, row);
  return text->len > 0;
}

static void
append_inline (TuceCellWriter *writer, double width, gboolean ticked)
{
  TuceInline thing = { writer->text->len, width, ticked };

  g_array_append_val (writer->inlines, thing);
  g_string_append (writer->text, OBJECT);
}

static void
append_items (TuceCellWriter *writer, const TuceCellContext *context, GPtrArray *items, guint row)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TuceItem *item = items->pdata[i];

      switch (item->kind)
        {
        case TUCE_ITEM_TEXT:
          g_string_append (writer->text, item->text);
          break;
        case TUCE_ITEM_FIELD:
          append_source (writer->text, context, item, row);
          break;
        case TUCE_ITEM_CHECK:
          append_inline (writer, 0, is_ticked (context, item, row));
          g_string_append (writer->text, item->text);
          break;
        case TUCE_ITEM_BLANK:
          append_inline (writer, item->width, FALSE);
          break;
        case TUCE_ITEM_BREAK:
          g_string_append_c (writer->text, '\n');
          break;
        case TUCE_ITEM_KNOWN:
        case TUCE_ITEM_MORE:
          if (is_said (context, item, row))
            append_items (writer, context, item->items, row);
          break;
        }
    }
}

void
tuce_cell_writer_write (TuceCellWriter *writer, const TuceCellContext *context, const TucePlaced *placed,
                        TuceCellText *text)
{
  g_string_truncate (writer->text, 0);
  g_array_set_size (writer->inlines, 0);
  append_items (writer, context, placed->cell->items, placed->item);
  text->text = writer->text->str;
  text->inlines = (const TuceInline *) writer->inlines->data;
  text->n_inlines = writer->inlines->len;
}

char *
tuce_cell_text_spell (const TuceCellText *text)
{
  GString *out = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < text->n_inlines; i++)
    {
      const TuceInline *thing = &text->inlines[i];

      g_string_append_len (out, text->text + from, (gssize) (thing->offset - from));
      g_string_append (out, thing->width > 0 ? "____" : thing->ticked ? "☑" : "□");
      from = thing->offset + strlen (OBJECT);
    }
  g_string_append (out, text->text + from);
  return g_string_free (out, FALSE);
}

const char *
tuce_cell_label (const TuceCell *cell)
{
  if (cell->label)
    return cell->label;
  for (guint i = 0; i < cell->items->len; i++)
    {
      const TuceItem *item = cell->items->pdata[i];

      if (item->has_source && item->source.field)
        return item->source.field->label_zh;
    }
  return "";
}
