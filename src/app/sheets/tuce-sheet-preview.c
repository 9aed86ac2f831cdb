/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BORDER 12    /* pixels of ground around the paper */
#define LEAST_WIDTH 240

struct _TuceSheetPreview
{
  GtkWidget parent_instance;

  /* owned */
  TuceSheet *sheet;

  guint page;
  double scale;
};

G_DEFINE_FINAL_TYPE (TuceSheetPreview, tuce_sheet_preview, GTK_TYPE_WIDGET)

static void
paper_size (TuceSheetPreview *self, double *width, double *height)
{
  *width = 595.28; /* A4, while there is no sheet */
  *height = 841.89;
  if (self->sheet)
    tuce_sheet_page_size (self->sheet, width, height);
}

static double
scale_for (TuceSheetPreview *self, int width)
{
  double paper_width, paper_height;

  if (self->scale > 0)
    return self->scale;
  paper_size (self, &paper_width, &paper_height);
  return MAX (width - 2 * BORDER, 1) / paper_width;
}

static void
describe (TuceSheetPreview *self)
{
  g_autofree char *label = NULL;

  if (self->sheet)
    label = g_strdup_printf (_("Sheet, page %u of %u"), self->page + 1, tuce_sheet_n_pages (self->sheet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label ? label : _("No sheet"), -1);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  TuceSheetPreview *self = TUCE_SHEET_PREVIEW (widget);
  double width, height;

  paper_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->scale > 0 ? (int) ceil (width * self->scale) + 2 * BORDER : LEAST_WIDTH;
  else
    *minimum = *natural
        = (int) ceil (height * scale_for (self, for_size < 0 ? LEAST_WIDTH : for_size)) + 2 * BORDER;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceSheetPreview *self = TUCE_SHEET_PREVIEW (widget);
  double scale = scale_for (self, gtk_widget_get_width (widget));
  double width, height, x;
  graphene_rect_t paper;
  cairo_t *cairo;

  if (!self->sheet)
    return;
  paper_size (self, &width, &height);
  x = MAX (BORDER, (gtk_widget_get_width (widget) - width * scale) / 2);
  graphene_rect_init (&paper, (float) floor (x), BORDER, (float) (width * scale), (float) (height * scale));
  cairo = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, floor (x), BORDER);
  cairo_scale (cairo, scale, scale);
  tuce_sheet_draw (self->sheet, self->page, cairo);
  cairo_destroy (cairo);
}

static void
tuce_sheet_preview_finalize (GObject *object)
{
  g_clear_pointer (&TUCE_SHEET_PREVIEW (object)->sheet, tuce_sheet_free);
  G_OBJECT_CLASS (tuce_sheet_preview_parent_class)->finalize (object);
}

static void
tuce_sheet_preview_class_init (TuceSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_sheet_preview_finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tuce_sheet_preview_init (TuceSheetPreview *self)
{
  describe (self);
}

void
tuce_sheet_preview_set_sheet (TuceSheetPreview *self, TuceSheet *sheet)
{
  g_clear_pointer (&self->sheet, tuce_sheet_free);
  self->sheet = sheet;
  self->page = 0;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
tuce_sheet_preview_get_n_pages (TuceSheetPreview *self)
{
  return self->sheet ? tuce_sheet_n_pages (self->sheet) : 0;
}

void
tuce_sheet_preview_set_page (TuceSheetPreview *self, guint page)
{
  g_return_if_fail (page < tuce_sheet_preview_get_n_pages (self));
  self->page = page;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
tuce_sheet_preview_get_page (TuceSheetPreview *self)
{
  return self->page;
}

void
tuce_sheet_preview_set_scale (TuceSheetPreview *self, double scale)
{
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
tuce_sheet_preview_get_scale (TuceSheetPreview *self)
{
  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}
