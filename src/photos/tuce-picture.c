/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-picture.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "tuce-error.h"

/* The formats of cameras and scanners, by their names in gdk-pixbuf. */
static const struct
{
  const char *format;
  const char *ending;
} kinds[] = {
  { "jpeg", "jpg" }, { "png", "png" }, { "tiff", "tif" },
};

static const char *const endings[] = { "jpg", "png", "tif", NULL };

const char *const *
tuce_picture_endings (void)
{
  return endings;
}

/* Checks what the file is without opening it: a folder, a pipe or a very large file is never read. */
static gboolean
check_file (const char *path, const char *name, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” can't be read: %s"), name, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is no file: choose a photo."), name);
      return FALSE;
    }
  if (status.st_size > TUCE_PICTURE_MOST_BYTES)
    {
      g_autofree char *size = g_format_size_full ((guint64) status.st_size, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *most = g_format_size_full (TUCE_PICTURE_MOST_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” has %s: a photo may have at most %s. Save it smaller and take it again."), name, size, most);
      return FALSE;
    }
  return TRUE;
}

static const char *
find_ending (GdkPixbufFormat *format)
{
  g_autofree char *name = format ? gdk_pixbuf_format_get_name (format) : NULL;

  for (guint i = 0; name && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].format, name))
      return kinds[i].ending;
  return NULL;
}

/* Whether a JPEG has its end marker: libjpeg fills missing parts with grey and reports no error. */
static gboolean
jpeg_is_whole (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *bytes = file ? (const guint8 *) g_mapped_file_get_contents (file) : NULL;
  gsize length = file ? g_mapped_file_get_length (file) : 0;

  /* Search backwards, because some cameras write data of their own after the end of the picture. */
  for (gsize i = length; i >= 2; i--)
    if (bytes[i - 2] == 0xff && bytes[i - 1] == 0xd9)
      return TRUE;
    else if (length - i > length / 2)
      return FALSE;
  return FALSE;
}

/* Decodes the picture to find damage. A PNG must be decoded in full size to show that its end is missing; a JPEG is
   decoded small, which is faster, because its end is checked by its marker. */
static gboolean
is_whole (const char *path, const char *ending)
{
  gboolean is_jpeg = g_str_equal (ending, "jpg");
  g_autoptr (GdkPixbuf) pixels
      = is_jpeg ? tuce_picture_load (path, 256, 256, NULL) : gdk_pixbuf_new_from_file (path, NULL);

  return pixels && (!is_jpeg || jpeg_is_whole (path));
}

const char *
tuce_picture_check (const char *path, const char *name, GError **error)
{
  const char *ending;
  int width = 0, height = 0;

  if (!check_file (path, name, error))
    return NULL;
  ending = find_ending (gdk_pixbuf_get_file_info (path, &width, &height));
  if (!ending)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is no photo: JPEG, PNG and TIFF are taken."),
                   name);
      return NULL;
    }
  if ((gint64) width * height > TUCE_PICTURE_MOST_PIXELS)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” has %d × %d points, which is too many for a photo. Save it smaller and take it again."), name, width,
                   height);
      return NULL;
    }
  if (!is_whole (path, ending))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is damaged: it can't be read to its end."), name);
      return NULL;
    }
  return ending;
}

GdkPixbuf *
tuce_picture_load (const char *path, int width, int height, GError **error)
{
  int side = MAX (width, height), full_width = 0, full_height = 0;
  g_autoptr (GdkPixbuf) read = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  double scale;

  gdk_pixbuf_get_file_info (path, &full_width, &full_height);
  /* Fit it into a square, because it may have to be turned by 90 degrees. */
  if (MAX (full_width, full_height) > side)
    read = gdk_pixbuf_new_from_file_at_scale (path, side, side, TRUE, error);
  else
    read = gdk_pixbuf_new_from_file (path, error);
  if (!read)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (read);
  full_width = gdk_pixbuf_get_width (upright);
  full_height = gdk_pixbuf_get_height (upright);
  scale = MIN ((double) width / full_width, (double) height / full_height);
  if (scale >= 1)
    return g_steal_pointer (&upright);
  return gdk_pixbuf_scale_simple (upright, MAX ((int) (full_width * scale + 0.5), 1), MAX ((int) (full_height * scale + 0.5), 1),
                                  GDK_INTERP_BILINEAR);
}
