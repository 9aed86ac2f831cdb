/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-layer.h"

#include <math.h>

#include "tuce-map-pictures.h"
#include "tuce-names.h"
#include "tuce-overlay-private.h"

struct _TuceMapLayer
{
  ShumateLayer parent_instance;

  TuceTileStore *tiles;
  TuceScene *scene;
  TuceLook look;
  TucePaintParts parts;
  char *place;
  gint64 household;
  guint layers;
  TuceOverlay *overlay;
  TuceOverlayOptions overlay_options;
  TuceMapPictures *pictures;
};

G_DEFINE_FINAL_TYPE (TuceMapLayer, tuce_map_layer, SHUMATE_TYPE_LAYER)

/* What is known while one frame of the widget is being drawn. */
typedef struct
{
  GtkSnapshot *snapshot;
  TuceView view;
  int scale;
  graphene_rect_t bounds;
} Frame;

static double
rounded (double value, int scale)
{
  return round (value * scale) / scale;
}

static graphene_rect_t
tile_rectangle (const Frame *frame, const TuceTile *tile)
{
  double share = exp2 (-(double) tile->level / TUCE_TILE_LEVELS), left, top, right, bottom;

  tuce_view_to_units (&frame->view, (TuceMercator){ tile->x * share, tile->y * share }, &left, &top);
  tuce_view_to_units (&frame->view, (TuceMercator){ (tile->x + 1) * share, (tile->y + 1) * share }, &right, &bottom);
  left = rounded (left, frame->scale);
  top = rounded (top, frame->scale);
  return GRAPHENE_RECT_INIT (left, top, rounded (right, frame->scale) - left, rounded (bottom, frame->scale) - top);
}

static void
stand_in (const TuceTile *tile, GdkTexture *texture, gpointer data)
{
  Frame *frame = data;
  graphene_rect_t rectangle = tile_rectangle (frame, tile);

  if (graphene_rect_intersection (&rectangle, &frame->bounds, NULL))
    gtk_snapshot_append_texture (frame->snapshot, texture, &rectangle);
}

static double
distance_to_middle (const TuceTile *tile, const Frame *frame)
{
  graphene_rect_t rectangle = tile_rectangle (frame, tile);

  return hypot (rectangle.origin.x + rectangle.size.width / 2 - frame->view.width / 2,
                rectangle.origin.y + rectangle.size.height / 2 - frame->view.height / 2);
}

static int
compare_distance (gconstpointer a, gconstpointer b, gpointer data)
{
  double one = distance_to_middle (a, data), other = distance_to_middle (b, data);

  return (one > other) - (one < other);
}

/* Gives the tiles that are in view, at the level nearest to the view's zoom. */
static GArray *
tiles_in_view (const TuceView *view)
{
  GArray *tiles = g_array_new (FALSE, TRUE, sizeof (TuceTile));
  int level = (int) round (view->zoom * TUCE_TILE_LEVELS);
  double n = exp2 ((double) level / TUCE_TILE_LEVELS);
  TuceMercator from = tuce_view_from_units (view, 0, 0);
  TuceMercator to = tuce_view_from_units (view, view->width, view->height);

  for (int y = (int) floor (MAX (from.y, 0) * n); y <= (int) floor (MIN (to.y, 0.999999) * n); y++)
    for (int x = (int) floor (MAX (from.x, 0) * n); x <= (int) floor (MIN (to.x, 0.999999) * n); x++)
      {
        TuceTile tile = { level, x, y };

        g_array_append_val (tiles, tile);
      }
  return tiles;
}

static void
snapshot_tiles (TuceMapLayer *self, Frame *frame)
{
  g_autoptr (GArray) tiles = tiles_in_view (&frame->view);
  g_autoptr (GArray) missing = g_array_new (FALSE, TRUE, sizeof (TuceTile));
  gboolean gaps = FALSE;

  for (guint i = 0; i < tiles->len; i++)
    {
      const TuceTile *tile = &g_array_index (tiles, TuceTile, i);
      gboolean fresh;

      gaps |= tuce_tile_store_find (self->tiles, tile, &fresh) == NULL;
      if (!fresh)
        g_array_append_val (missing, *tile);
    }
  if (gaps)
    tuce_tile_store_each (self->tiles, stand_in, frame);
  for (guint i = 0; i < tiles->len; i++)
    {
      const TuceTile *tile = &g_array_index (tiles, TuceTile, i);
      gboolean fresh;
      GdkTexture *texture = tuce_tile_store_find (self->tiles, tile, &fresh);
      graphene_rect_t rectangle = tile_rectangle (frame, tile);

      if (texture)
        gtk_snapshot_append_texture (frame->snapshot, texture, &rectangle);
    }
  g_array_sort_with_data (missing, compare_distance, frame);
  tuce_tile_store_want (self->tiles, missing);
}

/* Sets @bounds to the part of the widget that a highlight may cover. */
static gboolean
highlight_bounds (TuceMapLayer *self, const Frame *frame, graphene_rect_t *bounds)
{
  TuceBox box = TUCE_BOX_EMPTY, place;
  TucePosition position;
  double left, top, right, bottom, edge = 20;

  if (self->place && tuce_scene_place_box (self->scene, self->place, &place))
    tuce_box_join (&box, &place);
  if (self->household && tuce_scene_household_position (self->scene, self->household, &position))
    tuce_box_extend (&box, position);
  if (tuce_box_is_empty (&box))
    return FALSE;
  tuce_view_to_units (&frame->view, tuce_mercator_from_position ((TucePosition){ box.west, box.north }), &left, &top);
  tuce_view_to_units (&frame->view, tuce_mercator_from_position ((TucePosition){ box.east, box.south }), &right, &bottom);
  left = CLAMP (left - edge, -1, frame->view.width + 1);
  right = CLAMP (right + edge, -1, frame->view.width + 1);
  top = CLAMP (top - edge, -1, frame->view.height + 1);
  bottom = CLAMP (bottom + edge, -1, frame->view.height + 1);
  *bounds = GRAPHENE_RECT_INIT (left, top, right - left, bottom - top);
  return right > left && bottom > top;
}

static void
snapshot_highlight (TuceMapLayer *self, Frame *frame)
{
  TucePaintOptions options = { .look = self->look, .highlight_place = self->place, .highlight_household = self->household };
  graphene_rect_t bounds;
  cairo_t *cairo;

  if (!highlight_bounds (self, frame, &bounds))
    return;
  cairo = gtk_snapshot_append_cairo (frame->snapshot, &bounds);
  tuce_paint (cairo, self->scene, &frame->view, &options);
  cairo_destroy (cairo);
}

static void
append_picture (Frame *frame, GdkTexture *texture, double x, double y)
{
  gtk_snapshot_append_texture (frame->snapshot, texture,
                               &GRAPHENE_RECT_INIT (rounded (x, frame->scale), rounded (y, frame->scale),
                                                    (double) gdk_texture_get_width (texture) / frame->scale,
                                                    (double) gdk_texture_get_height (texture) / frame->scale));
}

static void
snapshot_names (TuceMapLayer *self, Frame *frame)
{
  /* The options do not include what is selected, so that names do not move when something is clicked. */
  TucePaintOptions options = { .parts = self->parts, .layers = self->layers, .overlay = self->overlay,
                               .overlay_options = self->overlay_options };
  g_autoptr (GArray) names = NULL;

  if (!(self->parts & TUCE_PAINT_NAMES))
    return;
  names = tuce_names_place (self->scene, &frame->view, &options, FALSE);
  for (guint i = 0; i < names->len; i++)
    {
      const TucePlacedName *name = &g_array_index (names, TucePlacedName, i);

      append_picture (frame, tuce_map_pictures_name (self->pictures, name), rounded (name->x, frame->scale) - TUCE_NAME_EDGE,
                      rounded (name->y, frame->scale) - TUCE_NAME_EDGE);
    }
}

static gboolean
has_flows (TuceMapLayer *self)
{
  TuceOverlayParts parts = self->overlay_options.parts;

  return (parts & TUCE_OVERLAY_FLOWS) && ((parts & TUCE_OVERLAY_ALL_FLOWS) || self->overlay_options.selected)
         && self->overlay->flows->len > 0;
}

static void
snapshot_site (TuceMapLayer *self, Frame *frame, guint index)
{
  const TuceOverlaySite *site = self->overlay->sites->pdata[index];
  GdkTexture *texture = tuce_map_pictures_site (self->pictures, self->overlay, index, frame->view.zoom);
  double half = (double) gdk_texture_get_width (texture) / frame->scale / 2, x, y, reach, radius;
  cairo_t *cairo;

  tuce_view_to_units (&frame->view, self->overlay->at[index], &x, &y);
  if (x < -half || y < -half || x > frame->view.width + half || y > frame->view.height + half)
    return;
  append_picture (frame, texture, x - half, y - half);
  if (!tuce_overlay_is_selected (site, &self->overlay_options))
    return;
  radius = tuce_overlay_radius (site, frame->view.zoom);
  reach = 2 * radius + 12;
  cairo = gtk_snapshot_append_cairo (frame->snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, 2 * reach));
  tuce_paint_overlay_ring (cairo, x, y, radius, 1, self->look);
  cairo_destroy (cairo);
}

/* Draws sites and flows. Symbols of sites are kept as textures, so that a map with many sites moves as smoothly as one without. */
static void
snapshot_overlay (TuceMapLayer *self, Frame *frame)
{
  guint selected = G_MAXUINT;

  if (!self->overlay)
    return;
  if (has_flows (self))
    {
      cairo_t *cairo = gtk_snapshot_append_cairo (frame->snapshot, &frame->bounds);

      tuce_paint_overlay_flows (cairo, self->overlay, self->scene, &frame->view, self->look, 1, &self->overlay_options);
      cairo_destroy (cairo);
    }
  if (!(self->overlay_options.parts & TUCE_OVERLAY_SITES))
    return;
  for (guint i = 0; i < self->overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = self->overlay->sites->pdata[i];

      if (site->placed && tuce_overlay_is_selected (site, &self->overlay_options))
        selected = i;
      else if (self->overlay->shown[i])
        snapshot_site (self, frame, i);
    }
  if (selected != G_MAXUINT)
    snapshot_site (self, frame, selected);
}

static void
tuce_map_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceMapLayer *self = TUCE_MAP_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double *ground = tuce_style_get (TUCE_STYLE_OUTSIDE)->colour[self->look];
  Frame frame = { snapshot, tuce_map_layer_get_view (self), gtk_widget_get_scale_factor (widget) };

  frame.bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ ground[0], ground[1], ground[2], 1 }, &frame.bounds);
  if (!self->scene || width == 0 || height == 0)
    return;
  tuce_tile_store_set_look (self->tiles, self->look, frame.scale);
  gtk_snapshot_push_clip (snapshot, &frame.bounds);
  snapshot_tiles (self, &frame);
  snapshot_highlight (self, &frame);
  tuce_map_pictures_set_look (self->pictures, self->look, frame.scale);
  snapshot_overlay (self, &frame);
  snapshot_names (self, &frame);
  gtk_snapshot_pop (snapshot);
}

static void
tuce_map_layer_constructed (GObject *object)
{
  TuceMapLayer *self = TUCE_MAP_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  static const char *const moved[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  G_OBJECT_CLASS (tuce_map_layer_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    g_signal_connect_object (viewport, moved[i], G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
tuce_map_layer_dispose (GObject *object)
{
  TuceMapLayer *self = TUCE_MAP_LAYER (object);

  g_clear_object (&self->tiles);
  g_clear_pointer (&self->scene, tuce_scene_unref);
  g_clear_pointer (&self->overlay, tuce_overlay_unref);
  g_clear_pointer (&self->pictures, tuce_map_pictures_free);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (tuce_map_layer_parent_class)->dispose (object);
}

static void
tuce_map_layer_class_init (TuceMapLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = tuce_map_layer_constructed;
  G_OBJECT_CLASS (klass)->dispose = tuce_map_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = tuce_map_layer_snapshot;
}

static void
tuce_map_layer_init (TuceMapLayer *self)
{
  self->tiles = tuce_tile_store_new ();
  self->parts = TUCE_PAINT_TILE | TUCE_PAINT_NAMES;
  self->pictures = tuce_map_pictures_new ();
  g_signal_connect_object (self->tiles, "painted", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

TuceMapLayer *
tuce_map_layer_new (ShumateViewport *viewport)
{
  return g_object_new (TUCE_TYPE_MAP_LAYER, "viewport", viewport, NULL);
}

void
tuce_map_layer_set_scene (TuceMapLayer *self, TuceScene *scene, TuceFocus *focus)
{
  tuce_tile_store_set_scene (self->tiles, scene, focus);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->scene == scene)
    return;
  g_clear_pointer (&self->scene, tuce_scene_unref);
  self->scene = scene ? tuce_scene_ref (scene) : NULL;
  tuce_map_pictures_clear (self->pictures);
}

TuceScene *
tuce_map_layer_get_scene (TuceMapLayer *self)
{
  return self->scene;
}

void
tuce_map_layer_set_look (TuceMapLayer *self, TuceLook look)
{
  if (self->look == look)
    return;
  self->look = look;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TuceLook
tuce_map_layer_get_look (TuceMapLayer *self)
{
  return self->look;
}

void
tuce_map_layer_set_parts (TuceMapLayer *self, TucePaintParts parts)
{
  self->parts = parts;
  tuce_tile_store_set_parts (self->tiles, parts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TucePaintParts
tuce_map_layer_get_parts (TuceMapLayer *self)
{
  return self->parts;
}

void
tuce_map_layer_set_layers (TuceMapLayer *self, guint layers)
{
  self->layers = layers;
  tuce_tile_store_set_layers (self->tiles, layers);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
tuce_map_layer_get_layers (TuceMapLayer *self)
{
  return self->layers;
}

void
tuce_map_layer_set_overlay (TuceMapLayer *self, TuceOverlay *overlay, const TuceOverlayOptions *options)
{
  self->overlay_options = options ? *options : (TuceOverlayOptions){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->overlay == overlay)
    return;
  g_clear_pointer (&self->overlay, tuce_overlay_unref);
  self->overlay = overlay ? tuce_overlay_ref (overlay) : NULL;
  tuce_map_pictures_clear (self->pictures);
}

TuceOverlay *
tuce_map_layer_get_overlay (TuceMapLayer *self)
{
  return self->overlay;
}

const TuceOverlayOptions *
tuce_map_layer_get_overlay_options (TuceMapLayer *self)
{
  return &self->overlay_options;
}

void
tuce_map_layer_set_highlight (TuceMapLayer *self, const char *place, gint64 household)
{
  if (g_strcmp0 (self->place, place) == 0 && self->household == household)
    return;
  g_free (self->place);
  self->place = g_strdup (place);
  self->household = household;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TuceView
tuce_map_layer_get_view (TuceMapLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  TucePosition middle = { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                          shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) };

  return (TuceView){ tuce_mercator_from_position (middle), shumate_viewport_get_zoom_level (viewport),
                     gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
}

TuceTileStore *
tuce_map_layer_get_tiles (TuceMapLayer *self)
{
  return self->tiles;
}
