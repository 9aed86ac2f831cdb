/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-mark-cell.h"

#include <glib/gi18n-lib.h>

#include "tuce-look.h"
#include "tuce-marks.h"

#define MARK_SIZE 11.0
#define MARK_ROOM 20
#define WORD_FROM 84 /* narrower than this, the mark stands alone in the middle */

struct _TuceMarkCell
{
  GtkWidget parent_instance;

  const TuceMark *mark;
  PangoLayout *word;
};

G_DEFINE_FINAL_TYPE (TuceMarkCell, tuce_mark_cell, GTK_TYPE_WIDGET)

static void
tuce_mark_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceMarkCell *self = TUCE_MARK_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean with_word = width >= WORD_FROM;
  const double *colour;
  cairo_t *cairo;

  if (!self->mark || width <= 0 || height <= 0)
    return;
  colour = tuce_look_is_dark (widget) ? self->mark->dark : self->mark->light;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
  tuce_mark_paint (cairo, self->mark, with_word ? MARK_ROOM / 2.0 : width / 2.0, height / 2.0,
                   MARK_SIZE);
  cairo_destroy (cairo);

  if (with_word && self->word)
    {
      int word_height;

      pango_layout_set_width (self->word, (width - MARK_ROOM) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->word, NULL, &word_height);
      gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), MARK_ROOM,
                                  (height - word_height) / 2.0, self->word);
    }
}

static void
tuce_mark_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = MARK_ROOM;
}

/* Made when it is asked for: setting one for every cell asks the display each time where the pointer is. */
static gboolean
tuce_mark_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TuceMarkCell *self = TUCE_MARK_CELL (widget);

  if (!self->word)
    return FALSE;
  gtk_tooltip_set_text (tooltip, pango_layout_get_text (self->word));
  return TRUE;
}

static void
tuce_mark_cell_dispose (GObject *object)
{
  g_clear_object (&TUCE_MARK_CELL (object)->word);
  G_OBJECT_CLASS (tuce_mark_cell_parent_class)->dispose (object);
}

static void
tuce_mark_cell_class_init (TuceMarkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_mark_cell_dispose;
  widget_class->snapshot = tuce_mark_cell_snapshot;
  widget_class->measure = tuce_mark_cell_measure;
  widget_class->query_tooltip = tuce_mark_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "markcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tuce_mark_cell_init (TuceMarkCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tuce_mark_cell_new (void)
{
  return g_object_new (TUCE_TYPE_MARK_CELL, NULL);
}

void
tuce_mark_cell_set_code (TuceMarkCell *self, const TuceCode *code)
{
  const char *word = code ? tuce_code_label (code) : _("not known");

  g_return_if_fail (TUCE_IS_MARK_CELL (self));
  self->mark = tuce_mark_find (code ? code->mark : "");
  if (!self->word)
    {
      self->word = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_ellipsize (self->word, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (self->word, word, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
tuce_mark_cell_get_need (TuceMarkCell *self)
{
  g_autoptr (PangoLayout) whole = NULL;
  int width;

  g_return_val_if_fail (TUCE_IS_MARK_CELL (self), 0);
  if (!self->word || gtk_widget_get_width (GTK_WIDGET (self)) < WORD_FROM)
    return MARK_ROOM;
  whole = pango_layout_copy (self->word);
  pango_layout_set_width (whole, -1);
  pango_layout_get_pixel_size (whole, &width, NULL);
  return MARK_ROOM + width;
}
