/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-marks.h"
#include "tuce-scene.h"
#include "tuce-view.h"

/**
 * TuceOverlay:
 * Sites, and flows of people from villages to them, to be painted over a scene: the truth, or a scenario. Counted,
 * immutable, safe to share between threads.
 */
typedef struct _TuceOverlay TuceOverlay;

/* Two scenarios side by side are two series: told apart by colour and by the dashes of their flows. */
#define TUCE_OVERLAY_SERIES 2

/**
 * TuceOverlaySite:
 * @id: of its record: of site in the truth, of scenario_site in a scenario
 * @state: the word for its stage in the program's language; @state_zh: for paper; "" in a scenario
 * @rank: the place of the stage in its list
 * @placed: whether anybody knows where it lies; the others can't be painted or picked
 * @households, @people: it is planned for, or may take; 0 when not known. Its symbol's area grows with @people
 * @taken_households, @taken_people: that are to move there
 * @moved_households, @moved_people: that live there already; 0 in a scenario
 * @occupancy: what its ring shows, 0 to 1: of the people planned those who moved in (of a scenario: of its households those placed);
 *   -1 when not known
 * @used: %FALSE: takes nobody in this scenario; painted dim
 * @candidate: stands in a scenario alone; its edge is broken
 */
typedef struct
{
  gint64 id;
  char *name;
  char *state;
  char *state_zh;
  guint rank;
  const TuceMark *mark;
  gboolean placed;
  TucePosition position;
  gint64 households, people;
  gint64 taken_households, taken_people;
  gint64 moved_households, moved_people;
  double occupancy;
  gboolean used;
  gboolean candidate;
  guint series;
} TuceOverlaySite;

/**
 * TuceOverlayFlow:
 * Those who move from one village to one site.
 * @site: index of the site
 * @placed: whether @from is known: the middle of the village where the scene knows it, else of the households
 * @metres: mean straight distance of these people, each from the position of the household or else of its village; -1
 *   when not known
 */
typedef struct
{
  char village[16];
  char *village_name;
  guint site;
  gboolean placed;
  TucePosition from;
  gint64 households, people;
  double metres;
} TuceOverlayFlow;

void tuce_overlay_site_free (TuceOverlaySite *site);
void tuce_overlay_flow_free (TuceOverlayFlow *flow);

/** tuce_overlay_new: @sites: (transfer full) (element-type TuceOverlaySite); @flows: (transfer full) (element-type TuceOverlayFlow). Both free their elements. */
TuceOverlay *tuce_overlay_new (GPtrArray *sites, GPtrArray *flows);

/** tuce_overlay_load_sites: reads the sites of the county and who moves to them (a reader on a worker: tenths of a second). */
TuceOverlay *tuce_overlay_load_sites (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_overlay_load_scenario: reads the sites and moves of the scenario with this record id, as series @series. */
TuceOverlay *tuce_overlay_load_scenario (TuceCounty *county, gint64 scenario, guint series, GCancellable *cancellable,
                                         GError **error);

/** tuce_overlay_add_site_reads / tuce_overlay_add_scenario_reads: Add what the two read. */
void tuce_overlay_add_site_reads (TuceReads *reads);
void tuce_overlay_add_scenario_reads (TuceReads *reads);

/**
 * tuce_overlay_join:
 *
 * Gives one overlay of all in @one and @other, which keep their series. Where both have a site at the very same place one
 * symbol stands for the two: that which is used, of the first series if both are.
 */
TuceOverlay *tuce_overlay_join (TuceOverlay *one, TuceOverlay *other);
TuceOverlay *tuce_overlay_ref (TuceOverlay *overlay);
void tuce_overlay_unref (TuceOverlay *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOverlay, tuce_overlay_unref)

GPtrArray *tuce_overlay_sites (TuceOverlay *overlay); /* transfer none, element-type TuceOverlaySite */
GPtrArray *tuce_overlay_flows (TuceOverlay *overlay); /* transfer none, element-type TuceOverlayFlow: many people first */

/** tuce_overlay_find: Returns: (transfer none) (nullable): the site @id of series @series. */
const TuceOverlaySite *tuce_overlay_find (TuceOverlay *overlay, gint64 id, guint series);

/** tuce_overlay_box: Sets @box to the extent of the site @id and those who move there. Returns: whether any is known. */
gboolean tuce_overlay_box (TuceOverlay *overlay, gint64 id, guint series, TuceBox *box);

/** tuce_overlay_states: Gives (transfer full) (element-type TuceLegendLine): a line for each mark: the stages it stands for, of those that occur, and how many sites have it. */
GPtrArray *tuce_overlay_states (TuceOverlay *overlay);

typedef enum
{
  TUCE_OVERLAY_SITES = 1 << 0,
  TUCE_OVERLAY_NAMES = 1 << 1,     /* of sites, from the zoom in the table of styles; of the selected one always */
  TUCE_OVERLAY_FLOWS = 1 << 2,     /* of the selected site, or of all with TUCE_OVERLAY_ALL_FLOWS */
  TUCE_OVERLAY_DISTANCES = 1 << 3, /* beside the flows of the selected site: 直线 3.2 km */
  TUCE_OVERLAY_ALL_FLOWS = 1 << 4,
  TUCE_OVERLAY_USUAL = 0x0f
} TuceOverlayParts;

/**
 * TuceOverlayOptions:
 * @selected, @selected_series: the site that is ringed and comes last, above the others; id 0 for none
 */
typedef struct
{
  TuceOverlayParts parts;
  gint64 selected;
  guint selected_series;
} TuceOverlayOptions;

/**
 * tuce_paint_overlay:
 * @scene: (nullable): where the rings of villages stand, for flows to begin at
 * @text_scale: as in TucePaintOptions
 *
 * Paints what of @overlay lies in @view; tuce_paint() does it itself when its options have an overlay.
 */
void tuce_paint_overlay (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                         double text_scale, const TuceOverlayOptions *options);

/** tuce_overlay_pick: Returns: (transfer none) (nullable): the site whose symbol lies within @radius units of (@x, @y). */
const TuceOverlaySite *tuce_overlay_pick (TuceOverlay *overlay, const TuceView *view, double x, double y, double radius);

/** tuce_overlay_paint_symbol: paints the symbol of @site, as large as @size, around (@x, @y): for lists and legends. */
void tuce_overlay_paint_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double size,
                                TuceLook look);
