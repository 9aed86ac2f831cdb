/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-marks.h"
#include "tuce-scene.h"
#include "tuce-view.h"

/**
 * TuceOverlay:
 * Sites, and flows of people from villages to them, painted over a scene: those of the register, or those of a
 * scenario. Reference counted; does not change; may be shared between threads.
 */
typedef struct _TuceOverlay TuceOverlay;

/* Two scenarios side by side are two series, which differ in colour and in the dashes of their flows. */
#define TUCE_OVERLAY_SERIES 2

/**
 * TuceOverlaySite:
 * @id: of its record: a site of the register, or a scenario_site
 * @state: the word for its stage in the program's language; @state_zh: in Chinese, for paper; "" in a scenario
 * @rank: the position of the stage in its list
 * @placed: whether its position is known; if not, it can't be painted or picked
 * @households, @people: for how many it is planned, or how many it can take; 0 when not known. The area of its symbol
 *   grows with @people
 * @taken_households, @taken_people: how many are to move there
 * @moved_households, @moved_people: how many live there already; 0 in a scenario
 * @occupancy: what its ring shows, 0 to 1: people moved in ÷ people planned; in a scenario, households placed ÷
 *   households it can take; -1 when not known
 * @used: %FALSE where it takes nobody in this scenario; it is then painted dim
 * @candidate: whether it exists only in a scenario; its edge is then broken
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
 * @placed: whether @from is known: the village's position if the register has it, else the mean of the households'
 * @metres: mean straight distance of these people, each from the position of the household, or else of its village; -1
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

/** tuce_overlay_site_free: Frees one site with its texts. */
void tuce_overlay_site_free (TuceOverlaySite *site);

/** tuce_overlay_flow_free: Frees one flow with its text. */
void tuce_overlay_flow_free (TuceOverlayFlow *flow);

/**
 * tuce_overlay_new:
 * Gives an overlay, which the caller owns. @sites: (transfer full) (element-type TuceOverlaySite); @flows: (transfer
 * full) (element-type TuceOverlayFlow). Both arrays must free their elements.
 */
TuceOverlay *tuce_overlay_new (GPtrArray *sites, GPtrArray *flows);

/**
 * tuce_overlay_load_sites:
 * Reads the sites of the county and who moves to them. The caller owns the overlay; %NULL with @error. Takes some
 * tenths of a second: call it on a worker thread with a read connection.
 */
TuceOverlay *tuce_overlay_load_sites (TuceCounty *county, GCancellable *cancellable, GError **error);

/**
 * tuce_overlay_load_scenario:
 * Reads the sites and moves of the scenario with this record id, as series @series. Otherwise as
 * tuce_overlay_load_sites().
 */
TuceOverlay *tuce_overlay_load_scenario (TuceCounty *county, gint64 scenario, guint series, GCancellable *cancellable,
                                         GError **error);

/** tuce_overlay_add_site_reads: Adds to @reads what tuce_overlay_load_sites() reads. */
void tuce_overlay_add_site_reads (TuceReads *reads);

/** tuce_overlay_add_scenario_reads: Adds to @reads what tuce_overlay_load_scenario() reads. */
void tuce_overlay_add_scenario_reads (TuceReads *reads);

/**
 * tuce_overlay_join:
 *
 * Gives one overlay of everything in @one and @other, each in its own series; the caller owns it. Where both have a
 * site at the same position, one symbol stands for the two: that of the site that is used, of the first series if both
 * are.
 */
TuceOverlay *tuce_overlay_join (TuceOverlay *one, TuceOverlay *other);

/** tuce_overlay_ref: Adds a reference and gives @overlay. Any thread. */
TuceOverlay *tuce_overlay_ref (TuceOverlay *overlay);

/** tuce_overlay_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_overlay_unref (TuceOverlay *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOverlay, tuce_overlay_unref)

/** tuce_overlay_sites: Returns: (transfer none) (element-type TuceOverlaySite): most people first. */
GPtrArray *tuce_overlay_sites (TuceOverlay *overlay);

/** tuce_overlay_flows: Returns: (transfer none) (element-type TuceOverlayFlow): most people first. */
GPtrArray *tuce_overlay_flows (TuceOverlay *overlay);

/** tuce_overlay_find: Returns: (transfer none) (nullable): the site @id of series @series. */
const TuceOverlaySite *tuce_overlay_find (TuceOverlay *overlay, gint64 id, guint series);

/**
 * tuce_overlay_box:
 * Sets @box to the extent of the site @id and of those who move there. Returns: whether any position is known.
 */
gboolean tuce_overlay_box (TuceOverlay *overlay, gint64 id, guint series, TuceBox *box);

/**
 * tuce_overlay_states:
 * Returns: (transfer full) (element-type TuceLegendLine): a line for each mark that occurs: the stages it stands for,
 * and how many sites have it.
 */
GPtrArray *tuce_overlay_states (TuceOverlay *overlay);

typedef enum
{
  TUCE_OVERLAY_SITES = 1 << 0,
  TUCE_OVERLAY_NAMES = 1 << 1,     /* names of sites, from the zoom in the table of styles; that of the selected one at
                                      any zoom */
  TUCE_OVERLAY_FLOWS = 1 << 2,     /* of the selected site, or of all with TUCE_OVERLAY_ALL_FLOWS */
  TUCE_OVERLAY_DISTANCES = 1 << 3, /* beside the flows of the selected site: 直线 3.2 km */
  TUCE_OVERLAY_ALL_FLOWS = 1 << 4,
  TUCE_OVERLAY_USUAL = 0x0f
} TuceOverlayParts;

/**
 * TuceOverlayOptions:
 * @selected, @selected_series: the site that gets a ring and is painted last, above the others; id 0 for none
 */
typedef struct
{
  TuceOverlayParts parts;
  gint64 selected;
  guint selected_series;
} TuceOverlayOptions;

/**
 * tuce_paint_overlay:
 * @scene: (nullable): gives the rings of villages, where flows begin
 * @text_scale: as in TucePaintOptions
 *
 * Paints the part of @overlay that lies in @view. tuce_paint() does this itself when its options have an overlay.
 */
void tuce_paint_overlay (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                         double text_scale, const TuceOverlayOptions *options);

/** tuce_overlay_pick: Returns: (transfer none) (nullable): the site whose symbol lies within @radius units of (@x, @y). */
const TuceOverlaySite *tuce_overlay_pick (TuceOverlay *overlay, const TuceView *view, double x, double y, double radius);

/** tuce_overlay_paint_symbol: Paints the symbol of @site, @size units wide, around (@x, @y): for lists and legends. */
void tuce_overlay_paint_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double size,
                                TuceLook look);
