/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that the words of a cell are made from. */
#include "tuce-bound-value.h"

#include <string.h>

#include "tuce-text.h"

#define FEN_IN_WAN (100.0 * 10000)
#define AREA_IN_MU (100.0 * 10000 / 15) /* one hectare is 15 mu */

static const TuceBoundRow *
find_row (const TuceBound *bound, int list, guint row)
{
  return row < bound->lists[list]->len ? bound->lists[list]->pdata[row] : NULL;
}

static const TuceVerdict *
find_verdict (const TuceCellContext *context, const TuceSource *source)
{
  const TuceBound *bound = context->bound;

  return bound && bound->verdicts ? bound->verdicts->pdata[source->column] : NULL;
}

/* The figure of a site: of the record itself, or of a row of a list. */
static gboolean
board_value (const TuceCellContext *context, const TuceSource *source, guint row, TuceValue *value)
{
  const TuceBoundRow *of = source->list >= 0 ? find_row (context->bound, source->list, row) : NULL;
  gint64 id = source->list >= 0 ? (of ? of->id : 0) : context->bound->id;

  return id && tuce_site_figure_value (tuce_binding_figures (context->binding), id, source->column, value);
}

gboolean
tuce_bound_value (const TuceCellContext *context, const TuceSource *source, guint row, TuceValue *value)
{
  const TuceBound *bound = context->bound;
  const TuceBoundRow *of;

  if (!bound)
    return FALSE;
  switch (source->kind)
    {
    case TUCE_SOURCE_RECORD:
      if (bound->values)
        tuce_value_copy (&bound->values[source->column], value);
      break;
    case TUCE_SOURCE_LIST:
      of = find_row (bound, source->list, row);
      if (of)
        tuce_value_copy (&of->values[source->column], value);
      break;
    case TUCE_SOURCE_BOARD:
      return board_value (context, source, row, value);
    case TUCE_SOURCE_VERDICT:
      if (source->part == TUCE_VERDICT_RESULT && find_verdict (context, source))
        tuce_value_set_text (value, tuce_result_code (find_verdict (context, source)->result));
      break;
    default:
      return FALSE;
    }
  return value->kind != TUCE_VALUE_NONE;
}

/* Appends an integer of hundredths in a larger unit, with two decimals and thousands separated. */
static void
append_in (GString *text, const TuceValue *value, double unit)
{
  g_autofree char *digits = g_strdup_printf ("%.2f", (double) value->integer / unit);
  gsize whole = strcspn (digits, "."), begin = *digits == '-';

  for (gsize i = 0; digits[i]; i++)
    {
      if (i > begin && i < whole && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

void
tuce_bound_append_value (const TuceItem *item, const TuceValue *value, GString *text)
{
  const TuceField *field = item->source.field;
  g_autofree char *plain = tuce_field_format_zh (field, value);
  g_autofree char *shown = NULL;

  switch (item->style)
    {
    case TUCE_STYLE_MASK:
      shown = tuce_field_mask (field, plain);
      g_string_append (text, shown);
      break;
    case TUCE_STYLE_MONTH:
      g_string_append_len (text, plain, (gssize) MIN (strlen (plain), strlen ("2018-07")));
      break;
    case TUCE_STYLE_WAN:
      append_in (text, value, FEN_IN_WAN);
      break;
    case TUCE_STYLE_MU:
      append_in (text, value, AREA_IN_MU);
      break;
    case TUCE_STYLE_TIME:
      g_string_append (text, g_strdelimit (plain, "T", ' '));
      break;
    case TUCE_STYLE_DISTANCE:
      shown = tuce_text_distance (value->kind == TUCE_VALUE_REAL ? value->real : (double) value->integer);
      g_string_append (text, shown);
      break;
    case TUCE_STYLE_MARK:
      g_string_append (text, value->integer ? "√" : "×");
      break;
    case TUCE_STYLE_EMPTY:
      g_string_append (text, *plain ? plain : item->text);
      break;
    default:
      g_string_append (text, plain);
    }
}

void
tuce_bound_append_total (const TuceCellContext *context, const TuceItem *item, GString *text)
{
  guint n = context->bound ? context->bound->lists[item->source.list]->len : 0, known = 0;
  gboolean is_real = item->source.field->type == TUCE_FIELD_DECIMAL;
  g_auto (TuceValue) total = TUCE_VALUE_INIT;
  gint64 integer = 0;
  double real = 0;

  for (guint row = 0; row < n; row++)
    {
      g_auto (TuceValue) value = TUCE_VALUE_INIT;

      if (!tuce_bound_value (context, &item->source, row, &value))
        continue;
      integer += value.kind == TUCE_VALUE_INTEGER ? value.integer : 0;
      real += value.kind == TUCE_VALUE_REAL ? value.real : 0;
      known++;
    }
  if (known == 0)
    return;
  if (is_real)
    tuce_value_set_real (&total, real + (double) integer);
  else
    tuce_value_set_integer (&total, integer);
  tuce_bound_append_value (item, &total, text);
  if (known < n)
    g_string_append (text, context->form->incomplete);
}

void
tuce_bound_append_verdict (const TuceCellContext *context, const TuceItem *item, GString *text)
{
  const TuceVerdict *verdict = find_verdict (context, &item->source);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  if (!verdict)
    return;
  switch (item->source.part)
    {
    case TUCE_VERDICT_VALUE:
      g_string_append (text, verdict->value);
      break;
    case TUCE_VERDICT_THRESHOLD:
      g_string_append (text, verdict->threshold);
      break;
    case TUCE_VERDICT_LABEL:
      g_string_append (text, verdict->rule->label_zh);
      break;
    case TUCE_VERDICT_RESULT:
      if (tuce_bound_value (context, &item->source, 0, &value))
        tuce_bound_append_value (item, &value, text);
      break;
    }
}
