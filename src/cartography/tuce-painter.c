/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-painter-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-error.h"
#include "tuce-names.h"

double
tuce_effective_zoom (double zoom, double scale)
{
  return zoom - log2 (scale);
}

TuceExtent
tuce_extent_of_view (const TuceView *view, double reach)
{
  TuceMercator from = tuce_view_from_units (view, -reach, -reach);
  TuceMercator to = tuce_view_from_units (view, view->width + reach, view->height + reach);

  return (TuceExtent){ from.x, from.y, to.x, to.y };
}

static gboolean
is_covered (const TucePlacedName *name, GArray *rooms)
{
  for (guint i = 0; i < rooms->len; i++)
    {
      const cairo_rectangle_t *room = &g_array_index (rooms, cairo_rectangle_t, i);

      if (name->x < room->x + room->width && room->x < name->x + name->width && name->y < room->y + room->height
          && room->y < name->y + name->height)
        return TRUE;
    }
  return FALSE;
}

static void
paint_names (TucePainting *painting)
{
  g_autoptr (GArray) rooms = tuce_furniture_rooms (painting);
  g_autoptr (GArray) names = tuce_names_place (painting->scene, painting->view, painting->options, TRUE);

  for (guint i = 0; i < names->len; i++)
    {
      const TucePlacedName *name = &g_array_index (names, TucePlacedName, i);

      if (!is_covered (name, rooms))
        tuce_names_paint (painting->cairo, name, name->x, name->y, painting->scale, painting->look);
    }
}

void
tuce_paint (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TucePaintOptions *options)
{
  TucePainting painting = { cairo, scene, view, options, options->look };

  painting.scale = options->text_scale > 0 ? options->text_scale : 1;
  painting.zoom = tuce_effective_zoom (view->zoom, painting.scale);
  painting.across = 256 * exp2 (view->zoom);
  painting.left = view->centre.x * painting.across - view->width / 2;
  painting.top = view->centre.y * painting.across - view->height / 2;
  painting.extent = tuce_extent_of_view (view, tuce_paint_reach (painting.zoom) * painting.scale);

  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, view->width, view->height);
  cairo_clip (cairo);
  if (options->parts & TUCE_PAINT_GROUND)
    tuce_paint_ground (&painting);
  if (options->highlight_place && *options->highlight_place)
    tuce_paint_place_highlight (&painting);
  if (options->parts & TUCE_PAINT_POINTS)
    tuce_paint_points (&painting);
  if (options->overlay)
    tuce_paint_overlay (cairo, options->overlay, scene, view, options->look, painting.scale, &options->overlay_options);
  if (options->parts & TUCE_PAINT_NAMES)
    paint_names (&painting);
  if (options->highlight_household)
    tuce_paint_household_highlight (&painting);
  if (options->parts & TUCE_PAINT_LEGEND)
    tuce_paint_legend (&painting);
  if (options->parts & TUCE_PAINT_SCALE)
    tuce_paint_scale (&painting);
  if (options->parts & TUCE_PAINT_NORTH)
    tuce_paint_north (&painting);
  cairo_restore (cairo);
}

static cairo_status_t
append_bytes (void *array, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (array, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
paint_bytes (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width, (int) view->height);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  tuce_paint (cairo, scene, view, options);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return status;
}

/* An existing picture is replaced only when the new one is complete. A pipe or a device is no picture: it is written to
   directly. */
static gboolean
write_whole (const char *path, GByteArray *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
  stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);
  return stream && g_output_stream_write_all (G_OUTPUT_STREAM (stream), bytes->data, bytes->len, NULL, NULL, error);
}

gboolean
tuce_paint_png (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, const char *path,
                GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = paint_bytes (scene, view, options, bytes);
  g_autoptr (GError) reason = NULL;

  if (status == CAIRO_STATUS_SUCCESS && write_whole (path, bytes, &reason))
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
               _("The map could not be written to “%s”: %s. The file there is as it was."), path,
               reason ? reason->message : cairo_status_to_string (status));
  return FALSE;
}
