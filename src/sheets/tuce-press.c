/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-press.h"

#include "tuce-sheet-photo.h"

#define FRAME 1.0
#define GRID 0.4
#define SEAL (42 * TUCE_POINTS_PER_MM)

struct _TucePress
{
  gatomicrefcount references;
  TuceForm *form;
  TuceTextBox *box;
  TuceSheetMap *map;
  TuceSheetPhotos *photos;
  cairo_surface_t **statics; /* for each page of the form */
};

TucePress *
tuce_press_new (TuceForm *form)
{
  TucePress *press = g_new0 (TucePress, 1);

  g_atomic_ref_count_init (&press->references);
  press->form = tuce_form_ref (form);
  press->box = tuce_text_box_new (form->font);
  press->photos = tuce_sheet_photos_new ();
  press->statics = g_new0 (cairo_surface_t *, form->pages->len);
  if (!g_str_has_prefix (form->font, tuce_text_box_family (press->box)))
    g_info ("Form %s is set in “%s”: the first of its fonts (%s) is not installed", form->number,
            tuce_text_box_family (press->box), form->font);
  return press;
}

TucePress *
tuce_press_ref (TucePress *press)
{
  g_atomic_ref_count_inc (&press->references);
  return press;
}

void
tuce_press_unref (TucePress *press)
{
  if (!g_atomic_ref_count_dec (&press->references))
    return;
  for (guint i = 0; i < press->form->pages->len; i++)
    g_clear_pointer (&press->statics[i], cairo_surface_destroy);
  g_free (press->statics);
  g_clear_pointer (&press->map, tuce_sheet_map_free);
  tuce_sheet_photos_free (press->photos);
  tuce_text_box_free (press->box);
  tuce_form_unref (press->form);
  g_free (press);
}

TuceForm *
tuce_press_form (TucePress *press)
{
  return press->form;
}

TuceTextBox *
tuce_press_text_box (TucePress *press)
{
  return press->box;
}

void
tuce_press_set_map (TucePress *press, TuceSheetMap *map)
{
  g_clear_pointer (&press->map, tuce_sheet_map_free);
  press->map = map;
}

gboolean
tuce_press_has_map (TucePress *press)
{
  return press->map != NULL;
}

gboolean
tuce_press_prepare_map (TucePress *press, gint64 record, GError **error)
{
  return !press->map || tuce_sheet_map_prepare (press->map, press->form->entity->name, record, error);
}

static void
add_line (cairo_t *cairo, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cairo, x1, y1);
  cairo_line_to (cairo, x2, y2);
}

static void
add_borders (cairo_t *cairo, TuceBorders borders, const TuceRectangle *at)
{
  double right = at->x + at->width, bottom = at->y + at->height;

  if (borders == TUCE_BORDER_ALL)
    {
      cairo_rectangle (cairo, at->x, at->y, at->width, at->height);
      return;
    }
  if (borders & TUCE_BORDER_TOP)
    add_line (cairo, at->x, at->y, right, at->y);
  if (borders & TUCE_BORDER_RIGHT)
    add_line (cairo, right, at->y, right, bottom);
  if (borders & TUCE_BORDER_BOTTOM)
    add_line (cairo, at->x, bottom, right, bottom);
  if (borders & TUCE_BORDER_LEFT)
    add_line (cairo, at->x, at->y, at->x, bottom);
}

static void
draw_seal (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at)
{
  static const double dashes[] = { 3, 2.5 };
  double radius = MIN (SEAL, MIN (at->width, at->height) - 3) / 2;
  double x = at->x + at->width / 2, y = at->y + at->height / 2;
  TuceCellText words = { cell->seal, NULL, 0 };
  TuceCell middle = *cell;

  middle.align = middle.valign = TUCE_ALIGN_MIDDLE;
  cairo_save (cairo);
  cairo_set_line_width (cairo, 0.5);
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_restore (cairo);
  tuce_text_box_draw (press->box, cairo, &middle, at, &words);
}

void
tuce_press_draw_grid (TucePress *press, cairo_t *cairo, const TucePageLayout *layout)
{
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_new_path (cairo);
  for (guint i = 0; i < layout->cells->len; i++)
    {
      const TucePlaced *placed = &g_array_index (layout->cells, TucePlaced, i);

      add_borders (cairo, placed->cell->borders, &placed->at);
    }
  cairo_set_line_width (cairo, GRID);
  cairo_stroke (cairo);
  for (guint i = 0; i < layout->frames->len; i++)
    add_borders (cairo, TUCE_BORDER_ALL, &g_array_index (layout->frames, TuceRectangle, i));
  cairo_set_line_width (cairo, FRAME);
  cairo_stroke (cairo);
  for (guint i = 0; i < layout->cells->len; i++)
    {
      const TucePlaced *placed = &g_array_index (layout->cells, TucePlaced, i);

      if (placed->cell->seal)
        draw_seal (press, cairo, placed->cell, &placed->at);
    }
}

static void
draw_constant_words (TucePress *press, cairo_t *cairo, const TucePageLayout *layout, const TuceCellContext *context)
{
  TuceCellWriter writer;

  tuce_cell_writer_init (&writer);
  for (guint i = 0; i < layout->cells->len; i++)
    {
      const TucePlaced *placed = &g_array_index (layout->cells, TucePlaced, i);
      TuceCellText text;

      if (!placed->cell->is_static || placed->cell->items->len == 0)
        continue;
      tuce_cell_writer_write (&writer, context, placed, &text);
      tuce_text_box_draw (press->box, cairo, placed->cell, &placed->at, &text);
    }
  tuce_cell_writer_clear (&writer);
}

static cairo_surface_t *
record_static (TucePress *press, const TucePageLayout *layout, const TuceCellContext *context)
{
  cairo_rectangle_t paper = { 0, 0, press->form->width, press->form->height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);
  cairo_t *cairo = cairo_create (surface);

  tuce_press_draw_grid (press, cairo, layout);
  draw_constant_words (press, cairo, layout, context);
  cairo_destroy (cairo);
  return surface;
}

void
tuce_press_record (TucePress *press, const TuceBinding *binding)
{
  TuceCellContext context = { binding, press->form, NULL, NULL, 0, 0 };

  for (guint page = 0; page < press->form->pages->len; page++)
    {
      const TuceFormPage *form_page = press->form->pages->pdata[page];

      g_clear_pointer (&press->statics[page], cairo_surface_destroy);
      press->statics[page] = record_static (press, &form_page->layout, &context);
    }
}

void
tuce_press_replay (TucePress *press, cairo_t *cairo, guint page)
{
  cairo_set_source_surface (cairo, press->statics[page], 0, 0);
  cairo_paint (cairo);
}

void
tuce_press_draw_map (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *place,
                     gint64 record)
{
  if (press->map)
    tuce_sheet_map_draw (press->map, cairo, cell->map, place, record, at);
}

void
tuce_press_draw_photo (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *path)
{
  TuceCellText words = { cell->photo->missing, NULL, 0 };

  /* The file may have been removed or damaged after the sheet was laid out. */
  if (!tuce_sheet_photos_draw (press->photos, cairo, path, at))
    tuce_text_box_draw (press->box, cairo, cell, at, &words);
}
