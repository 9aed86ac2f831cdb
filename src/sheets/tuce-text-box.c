/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-text-box.h"

#include <math.h>
#include <string.h>

#define SMALLEST 0.85      /* A text that is too long shrinks to 85 % at most, then wraps, then goes on on the
                              continuation. A choice of this program: data/forms/README.md. */
#define SMALLEST_WORDS 0.6 /* the form's own words may shrink further, because they are never cut */
#define PADDING 2.8        /* points left and right between text and lines */
#define MARGIN 4.5         /* points above or below, where there is room */
#define ASCENT 0.88        /* share of the square of a Chinese character that is above its baseline */
#define PITCH 1.22         /* distance of two lines, as a multiple of the size of letters */
#define BOX_SIDE (3.5 * TUCE_POINTS_PER_MM)
#define BOX_WIDTH (BOX_SIDE + 3)

struct _TuceTextBox
{
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *font;
  char *family;
  const TuceCellText *text; /* the text being drawn, for its shapes */
  double size; /* present size of the layout's font */
  gboolean bold;
};

/* One way to set a text. */
typedef struct
{
  double size;
  int width; /* Pango units; -1: one line for each paragraph */
} Setting;

static void
draw_box (cairo_t *cairo, double x, double y, gboolean ticked)
{
  cairo_set_line_width (cairo, 0.7);
  cairo_rectangle (cairo, x, y, BOX_SIDE, BOX_SIDE);
  cairo_stroke (cairo);
  if (!ticked)
    return;
  cairo_set_line_width (cairo, 1.3);
  cairo_move_to (cairo, x + 0.18 * BOX_SIDE, y + 0.52 * BOX_SIDE);
  cairo_line_to (cairo, x + 0.42 * BOX_SIDE, y + 0.78 * BOX_SIDE);
  cairo_line_to (cairo, x + 0.86 * BOX_SIDE, y + 0.2 * BOX_SIDE);
  cairo_stroke (cairo);
}

static void
draw_shape (cairo_t *cairo, PangoAttrShape *shape, gboolean do_path, gpointer data)
{
  TuceTextBox *box = data;
  const TuceInline *thing = &box->text->inlines[GPOINTER_TO_UINT (shape->data)];
  double x, y;

  cairo_get_current_point (cairo, &x, &y);
  cairo_save (cairo);
  if (thing->width > 0)
    {
      cairo_set_line_width (cairo, 0.5);
      cairo_move_to (cairo, x, y + 0.16 * box->size);
      cairo_line_to (cairo, x + thing->width, y + 0.16 * box->size);
      cairo_stroke (cairo);
    }
  else
    draw_box (cairo, x + 1, y - 0.38 * box->size - BOX_SIDE / 2, thing->ticked);
  cairo_restore (cairo);
}

static char *
installed_family (PangoContext *context, const PangoFontDescription *font)
{
  g_autoptr (PangoFont) loaded = pango_context_load_font (context, font);
  PangoFontDescription *real = loaded ? pango_font_describe (loaded) : NULL;
  char *family = g_strdup (real ? pango_font_description_get_family (real) : "");

  g_clear_pointer (&real, pango_font_description_free);
  return family;
}

TuceTextBox *
tuce_text_box_new (const char *families)
{
  TuceTextBox *box = g_new0 (TuceTextBox, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Neither hinting nor rounding, so that a page looks the same on screen, in the PDF and on any printer. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  box->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (box->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (box->context, 72);
  pango_cairo_context_set_shape_renderer (box->context, draw_shape, box, NULL);
  pango_context_set_round_glyph_positions (box->context, FALSE);
  pango_context_set_base_dir (box->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (box->context, pango_language_from_string ("zh-cn"));
  box->layout = pango_layout_new (box->context);
  pango_layout_set_auto_dir (box->layout, FALSE);
  pango_layout_set_wrap (box->layout, PANGO_WRAP_WORD_CHAR);
  box->font = pango_font_description_new ();
  pango_font_description_set_family (box->font, families);
  pango_font_description_set_absolute_size (box->font, 10 * PANGO_SCALE);
  box->family = installed_family (box->context, box->font);
  return box;
}

void
tuce_text_box_free (TuceTextBox *box)
{
  g_object_unref (box->layout);
  g_object_unref (box->context);
  pango_font_description_free (box->font);
  g_free (box->family);
  g_free (box);
}

const char *
tuce_text_box_family (TuceTextBox *box)
{
  return box->family;
}

static void
set_font (TuceTextBox *box, double size, gboolean bold)
{
  if (box->size == size && box->bold == bold)
    return;
  pango_font_description_set_absolute_size (box->font, size * PANGO_SCALE);
  pango_font_description_set_weight (box->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (box->layout, box->font);
  box->size = size;
  box->bold = bold;
}

static void
set_text (TuceTextBox *box, const TuceCellText *text)
{
  PangoAttrList *attributes = NULL;

  box->text = text;
  pango_layout_set_text (box->layout, text->text, -1);
  if (text->n_inlines)
    attributes = pango_attr_list_new ();
  for (guint i = 0; i < text->n_inlines; i++)
    {
      double width = text->inlines[i].width > 0 ? text->inlines[i].width : BOX_WIDTH;
      PangoRectangle room = { 0, -pango_units_from_double (4), pango_units_from_double (width), pango_units_from_double (5) };
      PangoAttribute *shape = pango_attr_shape_new_with_data (&room, &room, GUINT_TO_POINTER (i), NULL, NULL);

      shape->start_index = (guint) text->inlines[i].offset;
      shape->end_index = shape->start_index + (guint) strlen ("\xEF\xBF\xBC");
      pango_attr_list_insert (attributes, shape);
    }
  pango_layout_set_attributes (box->layout, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static double
inner_width (const TuceRectangle *at)
{
  /* A column for one character only (an upright heading) has no room for padding. */
  return MAX (at->width - 2 * PADDING, at->width * 0.8);
}

static double
line_pitch (const TuceCell *cell, double size)
{
  return cell->pitch > 0 ? cell->pitch : PITCH * size;
}

static guint
lines_that_fit (const TuceCell *cell, const TuceRectangle *at, double size)
{
  return 1 + (guint) MAX (0, floor ((at->height - 1.05 * size) / line_pitch (cell, size) + 0.001));
}

static guint
count_lines (TuceTextBox *box, const TuceCell *cell, double size, int width)
{
  set_font (box, size, cell->bold);
  pango_layout_set_width (box->layout, width);
  return (guint) pango_layout_get_line_count (box->layout);
}

static double
widest_line (TuceTextBox *box)
{
  PangoRectangle logical;

  pango_layout_get_extents (box->layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

/* Finds how @text is set. Returns: whether all of it fits */
static gboolean
find_setting (TuceTextBox *box, const TuceCell *cell, const TuceRectangle *at, Setting *setting)
{
  double room = inner_width (at), width;
  int wrapped = pango_units_from_double (room);
  guint paragraphs = count_lines (box, cell, cell->size, -1);

  *setting = (Setting){ cell->size, -1 };
  width = widest_line (box);
  if (paragraphs <= lines_that_fit (cell, at, cell->size))
    {
      if (width <= room)
        return TRUE;
      /* A little smaller than calculated, because of rounding: else a text that just fits would wrap. */
      if (width * SMALLEST <= room && paragraphs == 1)
        {
          setting->size = cell->size * room / width * 0.999;
          return TRUE;
        }
    }
  setting->width = wrapped;
  if (count_lines (box, cell, cell->size, wrapped) <= lines_that_fit (cell, at, cell->size))
    return TRUE;
  setting->size = cell->size * SMALLEST;
  return count_lines (box, cell, setting->size, wrapped) <= lines_that_fit (cell, at, setting->size);
}

/* Whether the text fits without measuring, as most do: no character is wider than the size of letters. */
static gboolean
surely_fits (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text)
{
  double size = cell->size * SMALLEST;
  double width = (double) g_utf8_strlen (text->text, -1) * size;

  for (guint i = 0; i < text->n_inlines; i++)
    width += text->inlines[i].width > 0 ? text->inlines[i].width : BOX_WIDTH;
  return width <= inner_width (at) && !strchr (text->text, '\n');
}

gsize
tuce_text_box_room (TuceTextBox *box, const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text,
                    const char *mark)
{
  gsize length = strlen (text->text);
  Setting setting;

  if (surely_fits (cell, at, text))
    return length;
  set_text (box, text);
  if (find_setting (box, cell, at, &setting))
    return length;

  guint most = lines_that_fit (cell, at, setting.size);
  PangoLayoutLine *last = pango_layout_get_line_readonly (box->layout, (int) most - 1);
  gsize room = (gsize) pango_layout_line_get_start_index (last) + (gsize) last->length;

  /* A text this long is rare, so a simple search is enough: leave out one more character until the mark fits too. */
  while (room > 0)
    {
      g_autofree char *part = g_strndup (text->text, room);
      g_autofree char *marked = g_strconcat (part, mark, NULL);
      TuceCellText shorter = { marked, text->inlines, 0 };

      while (shorter.n_inlines < text->n_inlines && text->inlines[shorter.n_inlines].offset < room)
        shorter.n_inlines++;
      set_text (box, &shorter);
      if (count_lines (box, cell, setting.size, setting.width) <= most)
        break;
      room = (gsize) (g_utf8_prev_char (text->text + room) - text->text);
    }
  box->text = NULL;
  return room;
}

static void
draw_lines (TuceTextBox *box, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, double pitch)
{
  int n_lines = pango_layout_get_line_count (box->layout);
  double height = (n_lines - 1) * pitch + box->size;
  double padding = (at->width - inner_width (at)) / 2;
  double spare = MAX (at->height - height, 0);
  double y = at->y + ASCENT * box->size;

  if (cell->valign == TUCE_ALIGN_MIDDLE)
    y += spare / 2;
  else if (cell->valign == TUCE_ALIGN_END)
    y += spare - MIN (MARGIN, spare);
  else
    y += MIN (MARGIN, spare);
  for (int i = 0; i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (box->layout, i);
      double x = at->x + padding;

      if (cell->align != TUCE_ALIGN_START)
        {
          PangoRectangle logical;
          double rest;

          pango_layout_line_get_extents (line, NULL, &logical);
          rest = inner_width (at) - pango_units_to_double (logical.width);
          x += cell->align == TUCE_ALIGN_END ? rest : rest / 2;
        }
      cairo_move_to (cairo, x, y + i * pitch);
      pango_cairo_show_layout_line (cairo, line);
    }
}

void
tuce_text_box_draw (TuceTextBox *box, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at,
                    const TuceCellText *text)
{
  Setting setting;

  if (!*text->text)
    return;
  set_text (box, text);
  if (!find_setting (box, cell, at, &setting))
    while (setting.size > cell->size * SMALLEST_WORDS
           && count_lines (box, cell, setting.size, setting.width) > lines_that_fit (cell, at, setting.size))
      setting.size *= 0.97;
  count_lines (box, cell, setting.size, setting.width);
  draw_lines (box, cairo, cell, at, line_pitch (cell, setting.size));
  box->text = NULL;
}
