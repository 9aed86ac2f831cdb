/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-pictures.h"

#include <math.h>

#include "tuce-overlay-private.h"
#include "tuce-tile-store.h"

/* How far a symbol reaches from its middle, in radii, and how many units its halo reaches beyond that. */
#define SITE_REACH 1.7
#define SITE_EDGE 3

struct _TuceMapPictures
{
  TuceLook look;
  int scale;
  GHashTable *names; /* index of the name → GdkTexture */
  GHashTable *sites; /* index of the site → GdkTexture */
  int sites_level;   /* the zoom level for which the symbols of sites were painted */
};

TuceMapPictures *
tuce_map_pictures_new (void)
{
  TuceMapPictures *self = g_new0 (TuceMapPictures, 1);

  self->scale = 1;
  self->names = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_object_unref);
  self->sites = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_object_unref);
  return self;
}

void
tuce_map_pictures_free (TuceMapPictures *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->sites);
  g_free (self);
}

void
tuce_map_pictures_clear (TuceMapPictures *self)
{
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->sites);
}

void
tuce_map_pictures_set_look (TuceMapPictures *self, TuceLook look, int scale)
{
  if (self->look == look && self->scale == scale)
    return;
  self->look = look;
  self->scale = scale;
  tuce_map_pictures_clear (self);
}

/* Begins a picture of @width × @height units. */
static cairo_t *
begin (TuceMapPictures *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * self->scale, height * self->scale);
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, self->scale, self->scale);
  cairo_surface_destroy (surface); /* the context holds it */
  return cairo;
}

static GdkTexture *
end (cairo_t *cairo)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cairo));
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

GdkTexture *
tuce_map_pictures_name (TuceMapPictures *self, const TucePlacedName *name)
{
  GdkTexture *texture = g_hash_table_lookup (self->names, GUINT_TO_POINTER (name->index));
  cairo_t *cairo;

  if (texture)
    return texture;
  cairo = begin (self, (int) ceil (name->width) + 2 * TUCE_NAME_EDGE, (int) ceil (name->height) + 2 * TUCE_NAME_EDGE);
  tuce_names_paint (cairo, name, TUCE_NAME_EDGE, TUCE_NAME_EDGE, 1, self->look);
  texture = end (cairo);
  g_hash_table_insert (self->names, GUINT_TO_POINTER (name->index), texture);
  return texture;
}

GdkTexture *
tuce_map_pictures_site (TuceMapPictures *self, TuceOverlay *overlay, guint index, double zoom)
{
  int level = (int) round (zoom * TUCE_TILE_LEVELS), half;
  GdkTexture *texture;
  double radius;
  cairo_t *cairo;

  if (level != self->sites_level)
    g_hash_table_remove_all (self->sites);
  self->sites_level = level;
  texture = g_hash_table_lookup (self->sites, GUINT_TO_POINTER (index));
  if (texture)
    return texture;
  radius = tuce_overlay_radius (overlay->sites->pdata[index], (double) level / TUCE_TILE_LEVELS);
  half = (int) ceil (radius * SITE_REACH) + SITE_EDGE;
  cairo = begin (self, 2 * half, 2 * half);
  tuce_paint_overlay_symbol (cairo, overlay->sites->pdata[index], half, half, radius, 1, self->look);
  texture = end (cairo);
  g_hash_table_insert (self->sites, GUINT_TO_POINTER (index), texture);
  return texture;
}
