/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-photo.h"

#include "tuce-picture.h"

#define GAP 1.5              /* points between photo and frame */
#define PIXELS_A_POINT (200 / 72.0)

/* The pixels as Cairo has them; transparent ones are white, as the paper. */
static cairo_surface_t *
surface_from_pixels (const GdkPixbuf *pixels)
{
  int width = gdk_pixbuf_get_width (pixels), height = gdk_pixbuf_get_height (pixels);
  int channels = gdk_pixbuf_get_n_channels (pixels), from_stride = gdk_pixbuf_get_rowstride (pixels);
  const guint8 *from = gdk_pixbuf_read_pixels (pixels);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *to = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; to && y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *pixel = from + y * from_stride + x * channels;
        guint alpha = channels == 4 ? pixel[3] : 255;
        guint8 colour[3];

        for (guint i = 0; i < 3; i++)
          colour[i] = (guint8) ((pixel[i] * alpha + 255 * (255 - alpha)) / 255);
        ((guint32 *) (gpointer) (to + y * stride))[x] = (guint32) colour[0] << 16 | (guint32) colour[1] << 8 | colour[2];
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A PDF takes the compressed bytes as they are: a tenth of what the pixels would need. */
static void
attach_jpeg (cairo_surface_t *surface, GdkPixbuf *pixels)
{
  char *bytes = NULL;
  gsize length;

  if (gdk_pixbuf_save_to_buffer (pixels, &bytes, &length, "jpeg", NULL, "quality", "85", NULL)
      && cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) bytes, length, g_free, bytes)
             != CAIRO_STATUS_SUCCESS)
    g_free (bytes);
}

gboolean
tuce_sheet_photo_draw (cairo_t *cairo, const char *path, const TuceRectangle *at)
{
  double width = at->width - 2 * GAP, height = at->height - 2 * GAP, scale;
  g_autoptr (GdkPixbuf) pixels
      = tuce_picture_load (path, (int) (width * PIXELS_A_POINT), (int) (height * PIXELS_A_POINT), NULL);
  cairo_surface_t *surface;

  if (!pixels)
    return FALSE;
  surface = surface_from_pixels (pixels);
  if (!gdk_pixbuf_get_has_alpha (pixels))
    attach_jpeg (surface, pixels);
  scale = MIN (width / gdk_pixbuf_get_width (pixels), height / gdk_pixbuf_get_height (pixels));
  cairo_save (cairo);
  cairo_translate (cairo, at->x + (at->width - scale * gdk_pixbuf_get_width (pixels)) / 2,
                   at->y + (at->height - scale * gdk_pixbuf_get_height (pixels)) / 2);
  cairo_scale (cairo, scale, scale);
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  cairo_surface_destroy (surface);
  return TRUE;
}
