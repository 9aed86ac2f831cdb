/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * F1 pages a second, against a bare Pango and Cairo loop that draws the same rectangles and the same texts on the same
 * kind of PDF surface, in the same process. The register's own part (fetching, binding, laying out) is in the first
 * figure, not in the second. Maps are left out of both.
 */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "tuce-data.h"
#include "tuce-demo.h"
#include "tuce-query.h"
#include "tuce-sheet-layout.h"
#include "tuce-sheet.h"

#define SHEETS 1000
#define ROUNDS 3

typedef struct
{
  TuceRectangle at;
  double size;
  char *text;
} BareCell;

/* Cells of one page as the bare loop draws them: all of them, each page anew. */
static void
take_cell (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text, gpointer data)
{
  BareCell bare = { *at, cell->size, g_strdup (text->text) };

  g_array_append_val ((GArray *) data, bare);
}

static void
take_static (const TuceForm *form, guint page, GArray *cells)
{
  const TuceFormPage *form_page = form->pages->pdata[page];

  for (guint i = 0; i < form_page->layout.cells->len; i++)
    {
      const TucePlaced *placed = &g_array_index (form_page->layout.cells, TucePlaced, i);
      g_autoptr (GString) text = g_string_new (NULL);
      BareCell bare = { placed->at, placed->cell->size, NULL };

      for (guint k = 0; placed->cell->is_static && k < placed->cell->items->len; k++)
        {
          const TuceItem *item = placed->cell->items->pdata[k];

          g_string_append (text, item->text ? item->text : "");
        }
      bare.text = g_string_free (g_steal_pointer (&text), FALSE);
      g_array_append_val (cells, bare);
    }
}

static void
draw_bare (cairo_t *cairo, PangoLayout *layout, PangoFontDescription *font, const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const BareCell *cell = &g_array_index (cells, BareCell, i);

      cairo_set_line_width (cairo, 0.4);
      cairo_rectangle (cairo, cell->at.x, cell->at.y, cell->at.width, cell->at.height);
      cairo_stroke (cairo);
      if (!*cell->text)
        continue;
      pango_font_description_set_absolute_size (font, cell->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, pango_units_from_double (cell->at.width));
      pango_layout_set_text (layout, cell->text, -1);
      cairo_move_to (cairo, cell->at.x + 2, cell->at.y + 2);
      pango_cairo_show_layout (cairo, layout);
    }
}

static double
run_bare (GPtrArray *pages, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595.28, 841.89);
  cairo_t *cairo = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK SC");
  gint64 begun = g_get_monotonic_time ();
  double seconds;

  for (guint i = 0; i < pages->len; i++)
    {
      draw_bare (cairo, layout, font, pages->pdata[i]);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (layout);
  return seconds;
}

static double
run_sheets (TuceForm *form, TuceCounty *county, GArray *ids, const char *path, guint *n_pages)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (TucePrintRun) run = tuce_print_run_new (form, county, ids, NULL);

  g_assert_true (tuce_print_run_write_pdf (run, path, NULL, NULL, NULL, n_pages, NULL));
  return (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
}

static void
page_free (gpointer cells)
{
  g_array_unref (cells);
}

static void
bare_clear (gpointer cell)
{
  g_free (((BareCell *) cell)->text);
}

/* Taken before the clock runs: the bare loop knows its texts already. */
static GPtrArray *
take_pages (TuceForm *form, TuceCounty *county, GArray *ids)
{
  g_autoptr (TucePrintRun) run = tuce_print_run_new (form, county, ids, NULL);
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);

  for (guint record = 0; record < ids->len; record++)
    {
      g_autoptr (TuceSheet) sheet = tuce_print_run_lay_out (run, record, NULL);

      for (guint page = 0; page < tuce_sheet_n_pages (sheet); page++)
        {
          GArray *cells = g_array_new (FALSE, FALSE, sizeof (BareCell));

          g_array_set_clear_func (cells, bare_clear);
          if (page < form->pages->len)
            take_static (form, page, cells);
          tuce_sheet_visit (sheet, page, take_cell, cells);
          g_ptr_array_add (pages, cells);
        }
    }
  return pages;
}

/* The form without its maps, which no bare loop could paint. */
static TuceForm *
load_without_maps (TuceDictionary *dictionary, const char *folder)
{
  g_autofree char *from = tuce_data_path ("forms", "F1.xml", NULL);
  g_autofree char *to = g_build_filename (folder, "F1.xml", NULL);
  g_autofree char *text = NULL, *without = NULL;
  g_autoptr (GRegex) map = g_regex_new ("<map [^>]*>", 0, 0, NULL);

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  without = g_regex_replace_literal (map, text, -1, 0, "", 0, NULL);
  g_assert_true (g_file_set_contents (to, without, -1, NULL));
  return tuce_form_load_file (dictionary, to, NULL);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-sheets-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "county.tuce", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  TuceDemoOptions options = { 1, SHEETS, TRUE };
  g_autoptr (TuceCounty) county = tuce_demo_create (file, &options, NULL, NULL, NULL, NULL);
  g_autoptr (TuceForm) form = load_without_maps (tuce_county_get_dictionary (county), folder);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, NULL);
  g_autoptr (GPtrArray) pages = take_pages (form, county, ids);
  double sheets = G_MAXDOUBLE, bare = G_MAXDOUBLE;
  guint n_pages = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      bare = MIN (bare, run_bare (pages, path));
      sheets = MIN (sheets, run_sheets (form, county, ids, path, &n_pages));
    }
  g_print ("F1: %u pages, %.0f pages/s; bare loop %.0f pages/s; ratio %.2f (aim: at most 1.3)\n", n_pages, n_pages / sheets,
           pages->len / bare, sheets / bare);
  return 0;
}
