/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places rows and cells with their spans on paper. The geometry of a page is the same for all records. */
#include "tuce-form-geometry.h"

#include <glib/gi18n-lib.h>

#include "tuce-form-source.h"

/* In points. Sums of lengths in floating point may differ by less than this. */
#define SLACK 0.01

typedef struct
{
  const TuceForm *form;
  const TuceFormTable *table;
  GArray *heights;   /* double: for each row placed */
  GArray *taken;     /* gboolean, row by row: places of the grid that a span covers */
  TucePageLayout *layout;
  double x, y;
} Placing;

const TuceFormRow *
tuce_form_table_repeat (const TuceFormTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TuceFormRow *row = table->rows->pdata[i];

      if (row->list != TUCE_NO_LIST)
        return row;
    }
  return NULL;
}

static guint
row_copies (const TuceFormRow *row, const TuceRepeatSlice *slice)
{
  if (row->list == TUCE_NO_LIST)
    return 1;
  return slice ? slice->copies : row->copies;
}

double
tuce_form_table_height (const TuceFormTable *table, guint copies)
{
  TuceRepeatSlice slice = { copies, 0 };
  double height = table->height;

  for (guint i = 0; i < table->rows->len; i++)
    height += row_copies (table->rows->pdata[i], &slice) * ((TuceFormRow *) table->rows->pdata[i])->height;
  return height;
}

static double
sum (const GArray *lengths, guint from, guint count)
{
  double total = 0;

  for (guint i = from; i < from + count; i++)
    total += g_array_index (lengths, double, i);
  return total;
}

static gboolean
take (Placing *placing, const TuceCell *cell, guint row, guint column, GError **error)
{
  guint width = placing->table->columns->len;

  if (row + cell->rowspan > placing->heights->len)
    return tuce_form_fail (placing->form, cell->line, error, _("the cell spans %u rows, the table has only %u from here"),
                           cell->rowspan, placing->heights->len - row);
  for (guint r = row; r < row + cell->rowspan; r++)
    for (guint c = column; c < column + cell->colspan; c++)
      {
        gboolean *taken = &g_array_index (placing->taken, gboolean, r * width + c);

        if (*taken)
          return tuce_form_fail (placing->form, cell->line, error, _("the cell lies over another one that spans rows"));
        *taken = TRUE;
      }
  return TRUE;
}

static gboolean
place_row (Placing *placing, const TuceFormRow *row, guint at, guint item, GError **error)
{
  guint width = placing->table->columns->len;
  guint column = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const TuceCell *cell = row->cells->pdata[i];
      TucePlaced placed = { cell, { 0 }, item };

      while (column < width && g_array_index (placing->taken, gboolean, at * width + column))
        column++;
      if (column + cell->colspan > width)
        return tuce_form_fail (placing->form, cell->line, error, _("the row has more cells than the table's %u columns"), width);
      if (!take (placing, cell, at, column, error))
        return FALSE;
      placed.at.x = placing->x + sum (placing->table->columns, 0, column);
      placed.at.y = placing->y + sum (placing->heights, 0, at);
      placed.at.width = sum (placing->table->columns, column, cell->colspan);
      placed.at.height = sum (placing->heights, at, cell->rowspan);
      g_array_append_val (placing->layout->cells, placed);
      column += cell->colspan;
    }
  for (; column < width; column++)
    if (!g_array_index (placing->taken, gboolean, at * width + column))
      return tuce_form_fail (placing->form, row->line, error, _("the row fills %u of the table's %u columns"), column, width);
  return TRUE;
}

static gboolean
place_rows (Placing *placing, const TuceRepeatSlice *slice, GError **error)
{
  const TuceFormTable *table = placing->table;
  guint at = 0;

  for (guint i = 0; i < table->rows->len; i++)
    for (guint copy = 0; copy < row_copies (table->rows->pdata[i], slice); copy++)
      g_array_append_val (placing->heights, ((TuceFormRow *) table->rows->pdata[i])->height);
  g_array_set_size (placing->taken, placing->heights->len * table->columns->len);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TuceFormRow *row = table->rows->pdata[i];
      guint copies = row_copies (row, slice);

      for (guint copy = 0; copy < copies; copy++)
        if (!place_row (placing, row, at++, (slice && row->list != TUCE_NO_LIST ? slice->first : 0) + copy, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
tuce_form_place_table (const TuceForm *form, const TuceFormTable *table, const TuceRepeatSlice *slice, double *y,
                       TucePageLayout *layout, GError **error)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Placing placing = { form, table, heights, taken, layout, form->margins[3], *y };
  TuceRectangle frame = { form->margins[3], *y, sum (table->columns, 0, table->columns->len), 0 };

  if (table->columns->len == 0)
    {
      *y += table->height;
      return TRUE;
    }
  if (!place_rows (&placing, slice, error))
    return FALSE;
  frame.height = sum (heights, 0, heights->len);
  if (table->framed)
    g_array_append_val (layout->frames, frame);
  *y += frame.height;
  return TRUE;
}

static double
tables_height (GPtrArray *tables)
{
  double height = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const TuceFormTable *table = tables->pdata[i];

      height += tuce_form_table_height (table, 0);
    }
  return height;
}

gboolean
tuce_form_place_margins (const TuceForm *form, TucePageLayout *layout, double *top, double *bottom, GError **error)
{
  double y = form->margins[0];

  for (guint i = 0; i < form->header->len; i++)
    if (!tuce_form_place_table (form, form->header->pdata[i], NULL, &y, layout, error))
      return FALSE;
  *top = y;
  *bottom = y = form->height - form->margins[2] - tables_height (form->footer);
  for (guint i = 0; i < form->footer->len; i++)
    if (!tuce_form_place_table (form, form->footer->pdata[i], NULL, &y, layout, error))
      return FALSE;
  return TRUE;
}

static gboolean
lay_out_page (TuceForm *form, TuceFormPage *page, GError **error)
{
  double y, bottom;

  if (!tuce_form_place_margins (form, &page->layout, &y, &bottom, error))
    return FALSE;
  for (guint i = 0; i < page->tables->len; i++)
    if (!tuce_form_place_table (form, page->tables->pdata[i], NULL, &y, &page->layout, error))
      return FALSE;
  if (y > bottom + SLACK)
    return tuce_form_fail (form, page->line, error, _("the page is %.1f mm too high for its paper"),
                           (y - bottom) / TUCE_POINTS_PER_MM);
  return TRUE;
}

/* The continuation is laid out for each sheet; here it is tried with one row of each repeat, to find mistakes. */
static gboolean
try_continuation (TuceForm *form, GError **error)
{
  static const TuceRepeatSlice one = { 1, 0 };
  TucePageLayout layout;
  double top, bottom, fixed = 0, highest = 0;
  gboolean placed;

  tuce_page_layout_init (&layout);
  placed = tuce_form_place_margins (form, &layout, &top, &bottom, error);
  for (guint i = 0; placed && i < form->continuation->len; i++)
    {
      const TuceFormTable *table = form->continuation->pdata[i];
      double y = top, height;

      placed = tuce_form_place_table (form, table, &one, &y, &layout, error);
      height = tuce_form_table_height (table, 1);
      if (tuce_form_table_repeat (table))
        highest = MAX (highest, height);
      else
        fixed += height;
    }
  tuce_page_layout_clear (&layout);
  if (placed && fixed + highest > bottom - top)
    return tuce_form_fail (form, form->continuation_line, error, _("the continuation has no room for a row"));
  return placed;
}

gboolean
tuce_form_lay_out_pages (TuceForm *form, GError **error)
{
  for (guint i = 0; i < form->pages->len; i++)
    if (!lay_out_page (form, form->pages->pdata[i], error))
      return FALSE;
  return !form->continuation || try_continuation (form, error);
}
