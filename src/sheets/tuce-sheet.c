/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet.h"

#include <math.h>
#include <string.h>

#include "tuce-form-geometry.h"
#include "tuce-photo-records.h"
#include "tuce-photo-store.h"
#include "tuce-sheet-layout.h"

typedef struct
{
  const TuceCell *cell;
  TuceRectangle at;
  TuceCellText text;
  const char *place; /* code of the place of a map */
  const char *photo; /* path of its file, or NULL */
} SheetCell;

typedef struct
{
  gboolean is_continuation;
  TucePageLayout layout; /* used for a page of the continuation only */
  GArray *cells;         /* SheetCell */
} SheetPage;

struct _TuceSheet
{
  TucePress *press;
  gint64 id;
  GStringChunk *strings;
  GPtrArray *inlines; /* arrays that the cells' texts point into */
  GArray *pages;      /* SheetPage */
};

/* What is needed only while a sheet is being laid out. */
typedef struct
{
  TuceSheet *sheet;
  const TuceForm *form;
  TuceCellContext context;
  TuceCellWriter writer;
  GArray *overflows; /* TuceOverflow */
} Layout;

static void
page_clear (gpointer data)
{
  SheetPage *page = data;

  g_array_unref (page->cells);
  if (page->is_continuation)
    tuce_page_layout_clear (&page->layout);
}

static SheetPage *
add_page (TuceSheet *sheet, gboolean is_continuation)
{
  SheetPage page = { is_continuation, { NULL, NULL }, g_array_new (FALSE, FALSE, sizeof (SheetCell)) };

  if (is_continuation)
    tuce_page_layout_init (&page.layout);
  g_array_append_val (sheet->pages, page);
  return &g_array_index (sheet->pages, SheetPage, sheet->pages->len - 1);
}

/* Finds the cell of the continuation that takes long texts, with its place in the row. */
static gboolean
find_overflow_cell (const TuceForm *form, TucePlaced *found)
{
  static const TuceRepeatSlice one = { 1, 0 };
  gboolean is_found = FALSE;

  for (guint t = 0; t < form->continuation->len && !is_found; t++)
    {
      const TuceFormRow *row = tuce_form_table_repeat (form->continuation->pdata[t]);
      TucePageLayout layout;
      double y = 0;

      if (!row || row->list != TUCE_OVERFLOW_LIST)
        continue;
      tuce_page_layout_init (&layout);
      tuce_form_place_table (form, form->continuation->pdata[t], &one, &y, &layout, NULL);
      for (guint i = 0; i < layout.cells->len && !is_found; i++)
        {
          const TucePlaced *placed = &g_array_index (layout.cells, TucePlaced, i);

          for (guint k = 0; k < placed->cell->items->len; k++)
            {
              const TuceItem *item = placed->cell->items->pdata[k];

              if (item->has_source && item->source.kind == TUCE_SOURCE_OVERFLOW_TEXT)
                {
                  *found = *placed;
                  is_found = TRUE;
                }
            }
        }
      tuce_page_layout_clear (&layout);
    }
  return is_found;
}

static int
row_list (const TuceCell *cell)
{
  for (guint i = 0; i < cell->items->len; i++)
    {
      const TuceItem *item = cell->items->pdata[i];

      if (item->has_source && item->source.kind == TUCE_SOURCE_LIST && !item->source.is_total)
        return item->source.list;
    }
  return TUCE_NO_LIST;
}

/* Adds a text that did not fit to the continuation, in as many rows as it needs. */
static void
add_overflow (Layout *layout, const TucePlaced *placed, const TuceCellText *text)
{
  TuceTextBox *box = tuce_press_text_box (layout->sheet->press);
  g_autofree char *spelled = tuce_cell_text_spell (text);
  g_autofree char *row = row_list (placed->cell) >= 0 ? g_strdup_printf ("%u", placed->item + 1) : g_strdup ("");
  TuceOverflow overflow = { g_string_chunk_insert (layout->sheet->strings, row), tuce_cell_label (placed->cell), NULL };
  TucePlaced target;
  const char *rest = spelled;

  if (!find_overflow_cell (layout->form, &target))
    return;
  while (*rest)
    {
      TuceCellText part = { rest, NULL, 0 };
      gsize room = tuce_text_box_room (box, target.cell, &target.at, &part, "");

      /* Take one character at least, even where the cell is too narrow for it, so that the loop ends. */
      if (room == 0)
        room = (gsize) (g_utf8_next_char (rest) - rest);
      overflow.text = g_string_chunk_insert_len (layout->sheet->strings, rest, (gssize) room);
      g_array_append_val (layout->overflows, overflow);
      rest += room;
    }
}

static void
keep_text (TuceSheet *sheet, const TuceCellText *text, gsize room, const char *mark, SheetCell *cell)
{
  g_autofree char *cut = NULL;

  if (text->text[room])
    {
      g_autofree char *part = g_strndup (text->text, room);

      cut = g_strconcat (part, mark, NULL);
    }
  cell->text.text = g_string_chunk_insert (sheet->strings, cut ? cut : text->text);
  while (cell->text.n_inlines < text->n_inlines && text->inlines[cell->text.n_inlines].offset < room)
    cell->text.n_inlines++;
  if (cell->text.n_inlines == 0)
    return;
  cell->text.inlines = g_memdup2 (text->inlines, cell->text.n_inlines * sizeof (TuceInline));
  g_ptr_array_add (sheet->inlines, (gpointer) cell->text.inlines);
}

/* Finds the photo of the cell's kind to be printed; where there is none, the words for its frame. */
static void
find_photo (Layout *layout, SheetCell *cell)
{
  const TucePhotoCell *wanted = cell->cell->photo;
  GPtrArray *photos = layout->context.bound->photos;
  const TuceRecord *photo = photos ? tuce_photos_best (photos, wanted->kind) : NULL;
  const char *county = tuce_county_get_path (tuce_binding_county (layout->context.binding));
  g_autofree char *path = photo ? tuce_photo_find (county, tuce_record_text (photo, "hash"), NULL) : NULL;

  if (path)
    cell->photo = g_string_chunk_insert (layout->sheet->strings, path);
  cell->text.text = photo && !path ? wanted->missing : wanted->label;
}

static const char *
map_place (Layout *layout, const TuceCell *cell)
{
  const TuceBound *bound = layout->context.bound;
  const TuceValue *value = bound->values ? &bound->values[cell->map_place.column] : NULL;

  return value && value->kind == TUCE_VALUE_TEXT ? g_string_chunk_insert (layout->sheet->strings, value->text) : NULL;
}

static void
write_cell (Layout *layout, const TucePlaced *placed, gboolean note_overflow, GArray *cells)
{
  TuceTextBox *box = tuce_press_text_box (layout->sheet->press);
  SheetCell cell = { placed->cell, placed->at, { "", NULL, 0 }, NULL, NULL };
  const char *mark = layout->form->continued;
  TuceCellText text;
  gsize room;

  if (placed->cell->map != TUCE_MAP_NONE)
    cell.place = placed->cell->map_place.field ? map_place (layout, placed->cell) : NULL;
  else if (placed->cell->photo)
    find_photo (layout, &cell);
  else
    {
      tuce_cell_writer_write (&layout->writer, &layout->context, placed, &text);
      if (!*text.text)
        return;
      room = placed->cell->is_paged ? strlen (text.text) : tuce_text_box_room (box, placed->cell, &placed->at, &text, mark);
      if (text.text[room] && note_overflow)
        add_overflow (layout, placed, &text);
      keep_text (layout->sheet, &text, room, mark, &cell);
    }
  if (cells)
    g_array_append_val (cells, cell);
}

static void
write_cells (Layout *layout, const TucePageLayout *from, gboolean paged, gboolean note_overflow, GArray *cells)
{
  for (guint i = 0; i < from->cells->len; i++)
    {
      const TucePlaced *placed = &g_array_index (from->cells, TucePlaced, i);

      if (!placed->cell->is_static && placed->cell->is_paged == paged)
        write_cell (layout, placed, note_overflow, cells);
    }
}

static guint
list_length (Layout *layout, const TuceFormRow *row, guint *first)
{
  *first = 0;
  if (row->list == TUCE_OVERFLOW_LIST)
    return layout->overflows->len;
  *first = ((TuceFormList *) layout->form->lists->pdata[row->list])->on_page;
  return MAX (layout->context.bound->lists[row->list]->len, *first) - *first;
}

/* Texts in the continuation's own rows may not fit either. They must be found before its pages are counted. */
static void
find_continued_overflows (Layout *layout)
{
  for (guint i = 0; i < layout->form->continuation->len; i++)
    {
      const TuceFormTable *table = layout->form->continuation->pdata[i];
      const TuceFormRow *row = tuce_form_table_repeat (table);
      TuceRepeatSlice slice;
      TucePageLayout all;
      double y = 0;

      if (!row || row->list == TUCE_OVERFLOW_LIST)
        continue;
      slice.copies = list_length (layout, row, &slice.first);
      if (slice.copies == 0)
        continue;
      tuce_page_layout_init (&all);
      tuce_form_place_table (layout->form, table, &slice, &y, &all, NULL);
      write_cells (layout, &all, FALSE, TRUE, NULL);
      tuce_page_layout_clear (&all);
    }
}

static SheetPage *
begin_continuation (Layout *layout, double *y, double *bottom)
{
  SheetPage *page = add_page (layout->sheet, TRUE);

  tuce_form_place_margins (layout->form, &page->layout, y, bottom, NULL);
  for (guint i = 0; i < layout->form->continuation->len; i++)
    if (!tuce_form_table_repeat (layout->form->continuation->pdata[i]))
      tuce_form_place_table (layout->form, layout->form->continuation->pdata[i], NULL, y, &page->layout, NULL);
  return page;
}

static void
flow_continuation (Layout *layout)
{
  SheetPage *page = NULL;
  double y = 0, bottom = 0;

  for (guint i = 0; i < layout->form->continuation->len; i++)
    {
      const TuceFormTable *table = layout->form->continuation->pdata[i];
      const TuceFormRow *row = tuce_form_table_repeat (table);
      TuceRepeatSlice slice = { 0, 0 };
      guint left = row ? list_length (layout, row, &slice.first) : 0;

      while (left > 0)
        {
          double room = bottom - y - tuce_form_table_height (table, 0);

          slice.copies = room > 0 ? MIN ((guint) floor (room / row->height + 0.001), left) : 0;
          if (slice.copies == 0)
            {
              page = begin_continuation (layout, &y, &bottom);
              continue;
            }
          tuce_form_place_table (layout->form, table, &slice, &y, &page->layout, NULL);
          y += 3 * TUCE_POINTS_PER_MM;
          slice.first += slice.copies;
          left -= slice.copies;
        }
    }
}

static const TucePageLayout *
page_layout (TuceSheet *sheet, guint page)
{
  SheetPage *sheet_page = &g_array_index (sheet->pages, SheetPage, page);
  const TuceFormPage *form_page;

  if (sheet_page->is_continuation)
    return &sheet_page->layout;
  form_page = tuce_press_form (sheet->press)->pages->pdata[page];
  return &form_page->layout;
}

static void
lay_out (Layout *layout)
{
  TuceSheet *sheet = layout->sheet;

  for (guint i = 0; i < layout->form->pages->len; i++)
    write_cells (layout, page_layout (sheet, i), FALSE, TRUE, add_page (sheet, FALSE)->cells);
  if (layout->form->continuation)
    {
      find_continued_overflows (layout);
      flow_continuation (layout);
    }
  layout->context.n_pages = sheet->pages->len;
  for (guint i = 0; i < sheet->pages->len; i++)
    {
      SheetPage *page = &g_array_index (sheet->pages, SheetPage, i);

      layout->context.page = i;
      write_cells (layout, page_layout (sheet, i), TRUE, FALSE, page->cells);
      for (guint k = 0; page->is_continuation && k < page->layout.cells->len; k++)
        {
          const TucePlaced *placed = &g_array_index (page->layout.cells, TucePlaced, k);

          if (!placed->cell->is_paged)
            write_cell (layout, placed, FALSE, page->cells);
        }
    }
}

TuceSheet *
tuce_sheet_new (TucePress *press, const TuceBinding *binding, const TuceBound *bound)
{
  TuceSheet *sheet = g_new0 (TuceSheet, 1);
  Layout layout = { .sheet = sheet, .form = tuce_press_form (press) };

  sheet->press = tuce_press_ref (press);
  sheet->id = bound->id;
  sheet->strings = g_string_chunk_new (1024);
  sheet->inlines = g_ptr_array_new_with_free_func (g_free);
  sheet->pages = g_array_new (FALSE, FALSE, sizeof (SheetPage));
  g_array_set_clear_func (sheet->pages, page_clear);

  layout.overflows = g_array_new (FALSE, FALSE, sizeof (TuceOverflow));
  layout.context = (TuceCellContext){ binding, layout.form, bound, layout.overflows, 0, 0 };
  tuce_cell_writer_init (&layout.writer);
  lay_out (&layout);
  tuce_cell_writer_clear (&layout.writer);
  g_array_unref (layout.overflows);
  return sheet;
}

void
tuce_sheet_free (TuceSheet *sheet)
{
  g_array_unref (sheet->pages);
  g_ptr_array_unref (sheet->inlines);
  g_string_chunk_free (sheet->strings);
  tuce_press_unref (sheet->press);
  g_free (sheet);
}

guint
tuce_sheet_n_pages (const TuceSheet *sheet)
{
  return sheet->pages->len;
}

void
tuce_sheet_page_size (const TuceSheet *sheet, double *width, double *height)
{
  tuce_form_page_size (tuce_press_form (sheet->press), width, height);
}

void
tuce_sheet_draw (TuceSheet *sheet, guint page, cairo_t *cairo)
{
  SheetPage *sheet_page;

  g_return_if_fail (page < sheet->pages->len);
  sheet_page = &g_array_index (sheet->pages, SheetPage, page);
  cairo_save (cairo);
  if (sheet_page->is_continuation)
    tuce_press_draw_grid (sheet->press, cairo, &sheet_page->layout);
  else
    tuce_press_replay (sheet->press, cairo, page);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < sheet_page->cells->len; i++)
    {
      const SheetCell *cell = &g_array_index (sheet_page->cells, SheetCell, i);

      if (cell->cell->map != TUCE_MAP_NONE)
        tuce_press_draw_map (sheet->press, cairo, cell->cell, &cell->at, cell->place, sheet->id);
      else if (cell->photo)
        tuce_press_draw_photo (sheet->press, cairo, cell->cell, &cell->at, cell->photo);
      else
        tuce_text_box_draw (tuce_press_text_box (sheet->press), cairo, cell->cell, &cell->at, &cell->text);
    }
  cairo_restore (cairo);
}

void
tuce_sheet_visit (TuceSheet *sheet, guint page, TuceSheetVisit visit, gpointer data)
{
  SheetPage *sheet_page = &g_array_index (sheet->pages, SheetPage, page);

  for (guint i = 0; i < sheet_page->cells->len; i++)
    {
      const SheetCell *cell = &g_array_index (sheet_page->cells, SheetCell, i);

      visit (cell->cell, &cell->at, &cell->text, data);
    }
}
