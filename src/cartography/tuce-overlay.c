/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-overlay-private.h"

#include <math.h>

#include "tuce-style.h"
#include "tuce-text-style.h"

#define SMALLEST 6.5
#define LARGEST 13.0
#define BASE 5.0
#define PER_ROOT 0.26
/* Below this zoom, where the whole county is in view, symbols are smaller, because there are many. */
#define SMALL_UNTIL 10.0
#define FULL_FROM 12.0
#define SMALL_SHARE 0.85

void
tuce_overlay_site_free (TuceOverlaySite *site)
{
  g_free (site->name);
  g_free (site->state);
  g_free (site->state_zh);
  g_free (site);
}

void
tuce_overlay_flow_free (TuceOverlayFlow *flow)
{
  g_free (flow->village_name);
  g_free (flow);
}

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const TuceOverlayFlow *one = *(const TuceOverlayFlow *const *) a, *other = *(const TuceOverlayFlow *const *) b;

  if (one->people != other->people)
    return one->people < other->people ? 1 : -1;
  return g_strcmp0 (one->village, other->village);
}

static int
compare_sites (gconstpointer a, gconstpointer b, gpointer data)
{
  const TuceOverlaySite *one = ((GPtrArray *) data)->pdata[*(const guint *) a];
  const TuceOverlaySite *other = ((GPtrArray *) data)->pdata[*(const guint *) b];

  if (one->people != other->people)
    return one->people < other->people ? 1 : -1;
  return (one->id > other->id) - (one->id < other->id);
}

/* Sorts by size, the largest first, so that a small symbol is painted over a large one; changes the flows' indices to
   match. */
static void
sort_sites (TuceOverlay *overlay)
{
  guint n = overlay->sites->len;
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  g_autofree guint *place = g_new (guint, MAX (n, 1));
  g_autofree gpointer *sites = g_memdup2 (overlay->sites->pdata, n * sizeof (gpointer));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_sites, overlay->sites);
  for (guint i = 0; i < n; i++)
    {
      overlay->sites->pdata[i] = sites[order[i]];
      place[order[i]] = i;
    }
  for (guint i = 0; i < overlay->flows->len; i++)
    {
      TuceOverlayFlow *flow = overlay->flows->pdata[i];

      flow->site = flow->site < n ? place[flow->site] : 0;
    }
}

static void
measure_names (TuceOverlay *overlay)
{
  PangoContext *context = tuce_text_style_context ();

  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];
      g_autoptr (PangoLayout) layout = tuce_text_style_layout (context, TUCE_STYLE_SITE_NAME, 1, site->name);
      PangoRectangle extent;

      pango_layout_get_pixel_extents (layout, NULL, &extent);
      overlay->names[i][0] = extent.width;
      overlay->names[i][1] = extent.height;
    }
  g_object_unref (context);
}

static gboolean
gives_way (const TuceOverlaySite *site, const TuceOverlaySite *other)
{
  if (site->series == other->series || !other->placed || site->position.lon != other->position.lon
      || site->position.lat != other->position.lat)
    return FALSE;
  return site->used == other->used ? site->series > other->series : other->used;
}

static void
decide_shown (TuceOverlay *overlay)
{
  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];

      overlay->shown[i] = site->placed;
      for (guint k = 0; k < overlay->sites->len && overlay->shown[i]; k++)
        overlay->shown[i] = !gives_way (site, overlay->sites->pdata[k]);
    }
}

TuceOverlay *
tuce_overlay_new (GPtrArray *sites, GPtrArray *flows)
{
  TuceOverlay *overlay = g_new0 (TuceOverlay, 1);

  g_atomic_ref_count_init (&overlay->count);
  overlay->sites = sites;
  overlay->flows = flows;
  sort_sites (overlay);
  g_ptr_array_sort (flows, compare_flows);
  overlay->at = g_new0 (TuceMercator, MAX (sites->len, 1));
  overlay->names = g_malloc0_n (MAX (sites->len, 1), sizeof *overlay->names);
  for (guint i = 0; i < sites->len; i++)
    {
      const TuceOverlaySite *site = sites->pdata[i];

      if (site->placed)
        overlay->at[i] = tuce_mercator_from_position (site->position);
    }
  overlay->shown = g_new0 (gboolean, MAX (sites->len, 1));
  decide_shown (overlay);
  measure_names (overlay);
  return overlay;
}

static TuceOverlaySite *
copy_site (const TuceOverlaySite *site)
{
  TuceOverlaySite *copy = g_memdup2 (site, sizeof *site);

  copy->name = g_strdup (site->name);
  copy->state = g_strdup (site->state);
  copy->state_zh = g_strdup (site->state_zh);
  return copy;
}

TuceOverlay *
tuce_overlay_join (TuceOverlay *one, TuceOverlay *other)
{
  TuceOverlay *both[] = { one, other };
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_site_free);
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_flow_free);

  for (guint part = 0; part < G_N_ELEMENTS (both); part++)
    {
      guint before = sites->len;

      for (guint i = 0; i < both[part]->sites->len; i++)
        g_ptr_array_add (sites, copy_site (both[part]->sites->pdata[i]));
      for (guint i = 0; i < both[part]->flows->len; i++)
        {
          const TuceOverlayFlow *flow = both[part]->flows->pdata[i];
          TuceOverlayFlow *copy = g_memdup2 (flow, sizeof *flow);

          copy->village_name = g_strdup (flow->village_name);
          copy->site += before;
          g_ptr_array_add (flows, copy);
        }
    }
  return tuce_overlay_new (sites, flows);
}

TuceOverlay *
tuce_overlay_ref (TuceOverlay *overlay)
{
  g_atomic_ref_count_inc (&overlay->count);
  return overlay;
}

void
tuce_overlay_unref (TuceOverlay *overlay)
{
  if (!g_atomic_ref_count_dec (&overlay->count))
    return;
  g_ptr_array_unref (overlay->sites);
  g_ptr_array_unref (overlay->flows);
  g_free (overlay->at);
  g_free (overlay->shown);
  g_free (overlay->names);
  g_free (overlay);
}

GPtrArray *
tuce_overlay_sites (TuceOverlay *overlay)
{
  return overlay->sites;
}

GPtrArray *
tuce_overlay_flows (TuceOverlay *overlay)
{
  return overlay->flows;
}

const TuceOverlaySite *
tuce_overlay_find (TuceOverlay *overlay, gint64 id, guint series)
{
  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];

      if (site->id == id && site->series == series)
        return site;
    }
  return NULL;
}

gboolean
tuce_overlay_box (TuceOverlay *overlay, gint64 id, guint series, TuceBox *box)
{
  const TuceOverlaySite *site = tuce_overlay_find (overlay, id, series);

  *box = TUCE_BOX_EMPTY;
  if (!site)
    return FALSE;
  if (site->placed)
    tuce_box_extend (box, site->position);
  for (guint i = 0; i < overlay->flows->len; i++)
    {
      const TuceOverlayFlow *flow = overlay->flows->pdata[i];

      if (overlay->sites->pdata[flow->site] == site && flow->placed)
        tuce_box_extend (box, flow->from);
    }
  return !tuce_box_is_empty (box);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const TuceOverlaySite *one = *(const TuceOverlaySite *const *) a, *other = *(const TuceOverlaySite *const *) b;

  return (one->rank > other->rank) - (one->rank < other->rank);
}

/* Gives "first stage – last stage" of the stages that share a mark. */
static char *
range_of (const char *first, const char *last)
{
  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

GPtrArray *
tuce_overlay_states (TuceOverlay *overlay)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_legend_line_free);
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();

  for (guint i = 0; i < overlay->sites->len; i++)
    if (overlay->shown[i] || !((const TuceOverlaySite *) overlay->sites->pdata[i])->placed)
      g_ptr_array_add (sites, overlay->sites->pdata[i]);
  g_ptr_array_sort (sites, compare_ranks);
  for (guint i = 0, end; i < sites->len; i = end)
    {
      const TuceOverlaySite *first = sites->pdata[i], *last = first;
      TuceLegendLine *line = g_new0 (TuceLegendLine, 1);

      for (end = i; end < sites->len && ((TuceOverlaySite *) sites->pdata[end])->mark == first->mark; end++)
        last = sites->pdata[end];
      *line = (TuceLegendLine){ g_strdup (""), range_of (first->state, last->state),
                                range_of (first->state_zh, last->state_zh), first->mark, end - i };
      g_ptr_array_add (lines, line);
    }
  return lines;
}

double
tuce_overlay_radius (const TuceOverlaySite *site, double zoom)
{
  double share = CLAMP ((zoom - SMALL_UNTIL) / (FULL_FROM - SMALL_UNTIL), 0, 1);
  double radius = CLAMP (BASE + PER_ROOT * sqrt ((double) MAX (site->people, 0)), SMALLEST, LARGEST);

  return radius * (SMALL_SHARE + (1 - SMALL_SHARE) * share);
}

gboolean
tuce_overlay_has_names (double zoom, const TuceOverlayOptions *options)
{
  return (options->parts & TUCE_OVERLAY_NAMES) && zoom >= tuce_style_get (TUCE_STYLE_SITE_NAME)->from_zoom;
}

gboolean
tuce_overlay_is_selected (const TuceOverlaySite *site, const TuceOverlayOptions *options)
{
  return options->selected && site->id == options->selected && site->series == options->selected_series;
}

const TuceOverlaySite *
tuce_overlay_pick (TuceOverlay *overlay, const TuceView *view, double x, double y, double radius)
{
  const TuceOverlaySite *found = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < overlay->sites->len; i++)
    {
      const TuceOverlaySite *site = overlay->sites->pdata[i];
      double at_x, at_y, distance;

      if (!overlay->shown[i])
        continue;
      tuce_view_to_units (view, overlay->at[i], &at_x, &at_y);
      distance = hypot (at_x - x, at_y - y);
      if (distance < nearest && distance <= tuce_overlay_radius (site, view->zoom) + radius)
        {
          nearest = distance;
          found = site;
        }
    }
  return found;
}
