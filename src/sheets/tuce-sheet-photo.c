/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-photo.h"

#include "tuce-picture.h"

#define GAP 1.5              /* points between the photo and the lines of the cell */
#define PIXELS_A_POINT (200 / 72.0)
#define KEPT 6               /* as many as two sheets have */

struct _TuceSheetPhotos
{
  GHashTable *surfaces; /* "path:width×height" → cairo_surface_t */
};

TuceSheetPhotos *
tuce_sheet_photos_new (void)
{
  TuceSheetPhotos *photos = g_new0 (TuceSheetPhotos, 1);

  photos->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return photos;
}

void
tuce_sheet_photos_free (TuceSheetPhotos *photos)
{
  g_hash_table_unref (photos->surfaces);
  g_free (photos);
}

/* Converts the pixels to Cairo's format; transparent ones become white like the paper. */
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

/* Attaches the compressed bytes of the file: a PDF takes them as they are, which is a tenth of the size of the
   pixels. */
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

/* The photo, scaled down for a space of this size in points. */
static cairo_surface_t *
find_surface (TuceSheetPhotos *photos, const char *path, double width, double height)
{
  g_autofree char *key = g_strdup_printf ("%s:%gx%g", path, width, height);
  cairo_surface_t *surface = g_hash_table_lookup (photos->surfaces, key);
  g_autoptr (GdkPixbuf) pixels = NULL;

  if (surface)
    return surface;
  pixels = tuce_picture_load (path, (int) (width * PIXELS_A_POINT), (int) (height * PIXELS_A_POINT), NULL);
  if (!pixels)
    return NULL;
  surface = surface_from_pixels (pixels);
  if (!gdk_pixbuf_get_has_alpha (pixels))
    attach_jpeg (surface, pixels);
  if (g_hash_table_size (photos->surfaces) >= KEPT)
    g_hash_table_remove_all (photos->surfaces);
  g_hash_table_insert (photos->surfaces, g_steal_pointer (&key), surface);
  return surface;
}

gboolean
tuce_sheet_photos_draw (TuceSheetPhotos *photos, cairo_t *cairo, const char *path, const TuceRectangle *at)
{
  double width = at->width - 2 * GAP, height = at->height - 2 * GAP, scale;
  cairo_surface_t *surface = find_surface (photos, path, width, height);
  int across, down;

  if (!surface)
    return FALSE;
  across = cairo_image_surface_get_width (surface);
  down = cairo_image_surface_get_height (surface);
  scale = MIN (width / across, height / down);
  cairo_save (cairo);
  cairo_translate (cairo, at->x + (at->width - scale * across) / 2, at->y + (at->height - scale * down) / 2);
  cairo_scale (cairo, scale, scale);
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  return TRUE;
}
