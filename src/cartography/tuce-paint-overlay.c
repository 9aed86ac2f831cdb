/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The symbol of a site is a ring with a gable above it, and the mark of its stage inside. By its shape and its dark
 * edge it differs from the ring of a village's shares. The ring fills clockwise from the top as people move in.
 */
#include "tuce-overlay-private.h"
#include "tuce-painter-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-text-style.h"
#include "tuce-text.h"

/* How high the gable stands above the middle, and where it leaves the ring, in radii. */
#define GABLE 1.62
#define RING_SHARE 0.2
#define MARK_SHARE 1.45
#define HALO 1.6
#define SELECTED_GAP 4.0
#define DIM 0.35

#define FLOW_PER_ROOT 0.3
#define FLOW_WIDEST 7.0
#define FLOW_ALPHA 0.72
/* Radius of the dot that marks where a flow begins, so that it is not taken for one from a neighbouring village; in
   units. */
#define ORIGIN_RADIUS 2.4
#define NOTE_ROOM 1.15

/* Puts the outline of ring and gable into the path. */
static void
trace_body (cairo_t *cairo, double x, double y, double radius)
{
  double leave = acos (1 / GABLE);

  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, radius, -G_PI / 2 + leave, -G_PI / 2 - leave + 2 * G_PI);
  cairo_line_to (cairo, x, y - radius * GABLE);
  cairo_close_path (cairo);
}

static void
paint_occupancy (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double radius, double width, TuceLook look)
{
  double middle = radius - width / 2, top = -G_PI / 2;

  cairo_set_line_width (cairo, width);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, middle, 0, 2 * G_PI);
  tuce_style_set_colour (cairo, TUCE_STYLE_SITE_VACANT, look, 1);
  if (site->occupancy < 0)
    cairo_set_dash (cairo, (double[]){ width, width * 1.2 }, 2, 0);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
  if (site->occupancy <= 0)
    return;
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, middle, top, top + 2 * G_PI * site->occupancy);
  tuce_style_set_colour (cairo, TUCE_STYLE_SITE, look, 1);
  cairo_stroke (cairo);
}

void
tuce_paint_overlay_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double radius, double scale,
                           TuceLook look)
{
  const TuceStyle *style = tuce_style_get (TUCE_STYLE_SITE);
  double ring = MAX (radius * RING_SHARE, 1.7 * scale);

  cairo_save (cairo);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  if (!site->used)
    cairo_push_group (cairo);
  trace_body (cairo, x, y, radius);
  tuce_style_set_colour (cairo, TUCE_STYLE_LAND, look, 1);
  cairo_set_line_width (cairo, (style->width + 2 * HALO) * scale);
  cairo_stroke_preserve (cairo);
  cairo_fill (cairo);
  paint_occupancy (cairo, site, x, y, radius, ring, look);
  trace_body (cairo, x, y, radius);
  tuce_style_set_colour (cairo, TUCE_STYLE_SITE, look, 1);
  cairo_set_line_width (cairo, style->width * scale);
  if (site->candidate)
    cairo_set_dash (cairo, (double[]){ 2.6 * scale, 1.8 * scale }, 2, 0);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
  tuce_mark_paint_edged (cairo, site->mark, x, y, (radius - ring) * MARK_SHARE, scale, look);
  if (!site->used)
    {
      cairo_pop_group_to_source (cairo);
      cairo_paint_with_alpha (cairo, DIM);
    }
  cairo_restore (cairo);
}

void
tuce_overlay_paint_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double size, TuceLook look)
{
  double radius = size / (1 + GABLE) - HALO;

  tuce_paint_overlay_symbol (cairo, site, x, y + radius * (GABLE - 1) / 2, radius, 1, look);
}

void
tuce_paint_overlay_ring (cairo_t *cairo, double x, double y, double radius, double scale, TuceLook look)
{
  double width = tuce_style_get (TUCE_STYLE_HOUSEHOLD_HIGHLIGHT)->width;

  trace_body (cairo, x, y, radius + SELECTED_GAP * scale);
  tuce_style_set_colour (cairo, TUCE_STYLE_HALO, look, 0.9);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cairo, (width + 2) * scale);
  cairo_stroke_preserve (cairo);
  tuce_style_set_colour (cairo, TUCE_STYLE_HOUSEHOLD_HIGHLIGHT, look, 1);
  cairo_set_line_width (cairo, width * scale);
  cairo_stroke (cairo);
}

/* The state while flows are painted. */
typedef struct
{
  cairo_t *cairo;
  TuceOverlay *overlay;
  TuceScene *scene;
  const TuceView *view;
  TuceLook look;
  double scale;
  const TuceOverlayOptions *options;
  GArray *taken; /* cairo_rectangle_t: places of distances already painted */
} Flows;

/* Sets where the flow begins (in the middle of the village's ring, where it has one) and where it ends. */
static gboolean
ends_of (const Flows *flows, const TuceOverlayFlow *flow, double from[2], double to[2])
{
  const TuceOverlaySite *site = flows->overlay->sites->pdata[flow->site];
  guint index = flows->scene ? GPOINTER_TO_UINT (g_hash_table_lookup (flows->scene->place_by_code, flow->village)) : 0;
  const TucePlace *place = index ? &g_array_index (flows->scene->places, TucePlace, index - 1) : NULL;
  TuceMercator start;

  if (!site->placed || (!flow->placed && !(place && place->has_anchor)))
    return FALSE;
  start = place && place->has_anchor ? place->anchor : tuce_mercator_from_position (flow->from);
  tuce_view_to_units (flows->view, start, &from[0], &from[1]);
  tuce_view_to_units (flows->view, flows->overlay->at[flow->site], &to[0], &to[1]);
  return TRUE;
}

static gboolean
is_in_view (const Flows *flows, const double from[2], const double to[2])
{
  return MAX (from[0], to[0]) >= 0 && MIN (from[0], to[0]) <= flows->view->width && MAX (from[1], to[1]) >= 0
         && MIN (from[1], to[1]) <= flows->view->height;
}

/* A flow is narrow where it begins and wide where it ends, which shows the direction without an arrow. */
static void
trace_flow (const Flows *flows, const double from[2], const double to[2], double width)
{
  double across = to[0] - from[0], down = to[1] - from[1], length = hypot (across, down);
  double x = length > 0 ? -down / length : 0, y = length > 0 ? across / length : 0;
  double thin = MAX (width * 0.3, 0.9 * flows->scale) / 2, thick = width / 2;

  cairo_new_path (flows->cairo);
  cairo_move_to (flows->cairo, from[0] + x * thin, from[1] + y * thin);
  cairo_line_to (flows->cairo, to[0] + x * thick, to[1] + y * thick);
  cairo_line_to (flows->cairo, to[0] - x * thick, to[1] - y * thick);
  cairo_line_to (flows->cairo, from[0] - x * thin, from[1] - y * thin);
  cairo_close_path (flows->cairo);
}

static void
paint_flow (const Flows *flows, const TuceOverlayFlow *flow)
{
  const TuceOverlaySite *site = flows->overlay->sites->pdata[flow->site];
  TuceStyleItem item = site->series ? TUCE_STYLE_FLOW_OTHER : TUCE_STYLE_FLOW;
  const TuceStyle *style = tuce_style_get (item);
  double width = MIN (style->width + FLOW_PER_ROOT * sqrt ((double) flow->people), FLOW_WIDEST) * flows->scale;
  double from[2], to[2];

  if (!ends_of (flows, flow, from, to) || !is_in_view (flows, from, to))
    return;
  tuce_style_set_colour (flows->cairo, TUCE_STYLE_HALO, flows->look, 0.8);
  cairo_set_line_width (flows->cairo, 1.2 * flows->scale);
  if (style->dash[0] > 0)
    {
      /* The dashes show the series, in black and white too. */
      cairo_new_path (flows->cairo);
      cairo_move_to (flows->cairo, from[0], from[1]);
      cairo_line_to (flows->cairo, to[0], to[1]);
      cairo_set_line_width (flows->cairo, width);
      cairo_set_dash (flows->cairo, (double[]){ style->dash[0] * flows->scale, style->dash[1] * flows->scale }, 2, 0);
      tuce_style_set_colour (flows->cairo, item, flows->look, FLOW_ALPHA);
      cairo_stroke (flows->cairo);
      cairo_set_dash (flows->cairo, NULL, 0, 0);
    }
  else
    {
      trace_flow (flows, from, to, width);
      cairo_stroke_preserve (flows->cairo);
      tuce_style_set_colour (flows->cairo, item, flows->look, FLOW_ALPHA);
      cairo_fill (flows->cairo);
    }
  cairo_new_path (flows->cairo);
  cairo_arc (flows->cairo, from[0], from[1], ORIGIN_RADIUS * flows->scale, 0, 2 * G_PI);
  tuce_style_set_colour (flows->cairo, item, flows->look, 1);
  cairo_fill (flows->cairo);
}

static gboolean
take (GArray *taken, const cairo_rectangle_t *room)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (taken, cairo_rectangle_t, i);

      if (room->x < other->x + other->width && other->x < room->x + room->width && room->y < other->y + other->height
          && other->y < room->y + room->height)
        return FALSE;
    }
  g_array_append_val (taken, *room);
  return TRUE;
}

/* Paints the straight distance beside the middle of the flow, if there is room for it clear of the others. */
static void
paint_note (const Flows *flows, const TuceOverlayFlow *flow, PangoContext *context)
{
  g_autofree char *distance = flow->metres >= 0 ? tuce_text_distance (flow->metres) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double from[2], to[2];
  int width, height;
  cairo_rectangle_t room;

  if (!distance || !ends_of (flows, flow, from, to))
    return;
  /* Translators: a straight distance on the map, as short as can be */
  text = g_strdup_printf (flows->look == TUCE_LOOK_PAPER ? "直线 %s" : _("straight %s"), distance); /* paper is Chinese */
  layout = tuce_text_style_layout (context, TUCE_STYLE_FLOW_NOTE, flows->scale, text);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (hypot (to[0] - from[0], to[1] - from[1]) < width * NOTE_ROOM)
    return;
  room = (cairo_rectangle_t){ from[0] + (to[0] - from[0]) * 0.45 - width / 2.0, from[1] + (to[1] - from[1]) * 0.45 - height / 2.0,
                              width, height };
  if (!take (flows->taken, &room))
    return;
  cairo_move_to (flows->cairo, room.x, room.y);
  pango_cairo_layout_path (flows->cairo, layout);
  tuce_style_set_colour (flows->cairo, TUCE_STYLE_HALO, flows->look, 0.95);
  cairo_set_line_width (flows->cairo, tuce_style_get (TUCE_STYLE_HALO)->width * flows->scale);
  cairo_set_line_join (flows->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (flows->cairo);
  cairo_move_to (flows->cairo, room.x, room.y);
  tuce_style_set_colour (flows->cairo, TUCE_STYLE_FLOW_NOTE, flows->look, 1);
  pango_cairo_show_layout (flows->cairo, layout);
}

static gboolean
is_of_selected (const Flows *flows, const TuceOverlayFlow *flow)
{
  return tuce_overlay_is_selected (flows->overlay->sites->pdata[flow->site], flows->options);
}

static void
paint_notes (const Flows *flows)
{
  PangoContext *context = tuce_text_style_context ();

  for (guint i = 0; i < flows->overlay->flows->len; i++)
    if (is_of_selected (flows, flows->overlay->flows->pdata[i]))
      paint_note (flows, flows->overlay->flows->pdata[i], context);
  g_object_unref (context);
}

void
tuce_paint_overlay_flows (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                          double text_scale, const TuceOverlayOptions *options)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  Flows flows = { cairo, overlay, scene, view, look, text_scale, options, taken };

  if (!(options->parts & TUCE_OVERLAY_FLOWS))
    return;
  for (guint i = 0; i < overlay->flows->len; i++)
    if ((options->parts & TUCE_OVERLAY_ALL_FLOWS) || is_of_selected (&flows, overlay->flows->pdata[i]))
      paint_flow (&flows, overlay->flows->pdata[i]);
  if (options->parts & TUCE_OVERLAY_DISTANCES)
    paint_notes (&flows);
}

void
tuce_paint_overlay (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                    double text_scale, const TuceOverlayOptions *options)
{
  double scale = text_scale > 0 ? text_scale : 1, zoom = tuce_effective_zoom (view->zoom, scale);
  guint last = G_MAXUINT;

  tuce_paint_overlay_flows (cairo, overlay, scene, view, look, scale, options);
  if (!(options->parts & TUCE_OVERLAY_SITES))
    return;
  for (guint i = 0; i <= overlay->sites->len; i++)
    {
      guint index = i < overlay->sites->len ? i : last;
      const TuceOverlaySite *site = index < overlay->sites->len ? overlay->sites->pdata[index] : NULL;
      double x, y, radius, reach;

      if (!site || !(overlay->shown[index] || (site->placed && tuce_overlay_is_selected (site, options))))
        continue;
      if (i < overlay->sites->len && tuce_overlay_is_selected (site, options))
        {
          last = index;
          continue;
        }
      tuce_view_to_units (view, overlay->at[index], &x, &y);
      radius = tuce_overlay_radius (site, zoom) * scale;
      reach = 2 * radius;
      if (x < -reach || y < -reach || x > view->width + reach || y > view->height + reach)
        continue;
      tuce_paint_overlay_symbol (cairo, site, x, y, radius, scale, look);
      if (index == last)
        tuce_paint_overlay_ring (cairo, x, y, radius, scale, look);
    }
}
