/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-marks.h"

#include <math.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-text.h"

#define UNKNOWN "unknown"

static const char *const shape_names[] = { "circle", "ring", "triangle", "triangle_down", "diamond", "square", "dot" };

/* The mark used where the table can't be read. */
static const TuceMark plain = {
  UNKNOWN, "", "", TUCE_MARK_RING, { 0.5, 0.5, 0.5 }, { 0.5, 0.5, 0.5 }, { 0.5, 0.5, 0.5 },
};

static GArray *
load_marks (void)
{
  g_autofree char *path = tuce_data_path ("cartography", "marks.csv", NULL);
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TuceMark));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, &error);

  if (!csv)
    g_warning ("%s", error->message);
  for (guint row = 0; csv && row < tuce_csv_n_rows (csv); row++)
    {
      TuceMark mark = plain;
      const char *shape = tuce_csv_cell (csv, row, "shape");

      mark.name = g_strdup (tuce_csv_cell (csv, row, "mark"));
      mark.label_en = g_strdup (tuce_csv_cell (csv, row, "label_en"));
      mark.label_zh = g_strdup (tuce_csv_cell (csv, row, "label_zh"));
      for (guint i = 0; i < G_N_ELEMENTS (shape_names); i++)
        if (g_str_equal (shape, shape_names[i]))
          mark.shape = i;
      if (!tuce_style_parse_colour (tuce_csv_cell (csv, row, "light"), mark.light)
          || !tuce_style_parse_colour (tuce_csv_cell (csv, row, "dark"), mark.dark)
          || !tuce_style_parse_colour (tuce_csv_cell (csv, row, "paper"), mark.paper))
        g_warning ("%s, line %u: a colour is not #rrggbb", path, tuce_csv_line (csv, row));
      g_array_append_val (marks, mark);
    }
  if (marks->len == 0)
    g_array_append_val (marks, plain);
  return marks;
}

static GArray *
all_marks (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_marks ());
  return (GArray *) loaded;
}

guint
tuce_mark_count (void)
{
  return all_marks ()->len;
}

const TuceMark *
tuce_mark_nth (guint index)
{
  GArray *marks = all_marks ();

  return &g_array_index (marks, TuceMark, MIN (index, marks->len - 1));
}

guint
tuce_mark_index (const TuceMark *mark)
{
  return (guint) (mark - (const TuceMark *) all_marks ()->data);
}

const TuceMark *
tuce_mark_find (const char *name)
{
  GArray *marks = all_marks ();
  const TuceMark *unknown = &g_array_index (marks, TuceMark, marks->len - 1);

  for (guint i = 0; i < marks->len; i++)
    {
      const TuceMark *mark = &g_array_index (marks, TuceMark, i);

      if (g_strcmp0 (mark->name, name) == 0)
        return mark;
      if (g_str_equal (mark->name, UNKNOWN))
        unknown = mark;
    }
  return unknown;
}

const char *
tuce_mark_label (const TuceMark *mark)
{
  return tuce_text_is_chinese () ? mark->label_zh : mark->label_en;
}

const double *
tuce_mark_colour (const TuceMark *mark, TuceLook look)
{
  switch (look)
    {
    case TUCE_LOOK_DARK:
      return mark->dark;
    case TUCE_LOOK_PAPER:
      return mark->paper;
    case TUCE_LOOK_LIGHT:
    default:
      return mark->light;
    }
}

static void
trace_corners (cairo_t *cairo, double x, double y, double radius, guint n, double first)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = first + 2 * G_PI * i / n;

      if (i == 0)
        cairo_move_to (cairo, x + radius * cos (angle), y + radius * sin (angle));
      else
        cairo_line_to (cairo, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cairo);
}

/* The shapes have different widths, so that they look equally heavy. */
void
tuce_mark_trace (cairo_t *cairo, const TuceMark *mark, double x, double y, double size)
{
  double radius = size / 2;

  switch (mark->shape)
    {
    case TUCE_MARK_TRIANGLE:
      trace_corners (cairo, x, y + radius * 0.25, radius * 1.25, 3, -G_PI / 2);
      break;
    case TUCE_MARK_TRIANGLE_DOWN:
      trace_corners (cairo, x, y - radius * 0.25, radius * 1.25, 3, G_PI / 2);
      break;
    case TUCE_MARK_DIAMOND:
      trace_corners (cairo, x, y, radius * 1.2, 4, 0);
      break;
    case TUCE_MARK_SQUARE:
      trace_corners (cairo, x, y, radius * 1.25, 4, G_PI / 4);
      break;
    case TUCE_MARK_RING:
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cairo);
      cairo_new_sub_path (cairo);
      cairo_arc_negative (cairo, x, y, radius * 0.55, 2 * G_PI, 0);
      cairo_close_path (cairo);
      break;
    case TUCE_MARK_DOT:
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, x, y, radius * 0.5, 0, 2 * G_PI);
      cairo_close_path (cairo);
      break;
    case TUCE_MARK_CIRCLE:
    default:
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cairo);
      break;
    }
}

void
tuce_mark_paint (cairo_t *cairo, const TuceMark *mark, double x, double y, double size)
{
  cairo_new_path (cairo);
  tuce_mark_trace (cairo, mark, x, y, size);
  cairo_fill (cairo);
}

void
tuce_mark_paint_edged (cairo_t *cairo, const TuceMark *mark, double x, double y, double size, double scale, TuceLook look)
{
  const double *colour = tuce_mark_colour (mark, look);

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
  tuce_mark_paint (cairo, mark, x, y, size);
  if (look != TUCE_LOOK_PAPER)
    return;
  tuce_mark_trace (cairo, mark, x, y, size);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_set_line_width (cairo, 0.7 * scale);
  cairo_stroke (cairo);
}
