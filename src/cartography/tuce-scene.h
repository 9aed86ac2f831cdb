/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-colouring.h"
#include "tuce-county.h"
#include "tuce-marks.h"
#include "tuce-reads.h"
#include "tuce-shape.h"
#include "tuce-view.h"

/**
 * TuceScene:
 * What there is to paint of a county: outlines by level, rivers, names, household points with their mark. A counted,
 * immutable snapshot, indexed by place; safe to share between threads, so that workers paint tiles without the file.
 */
typedef struct _TuceScene TuceScene;

/** tuce_scene_load: reads the scene (tenths of a second for 100,000 households: use a reader on a worker). */
TuceScene *tuce_scene_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_scene_load_coloured: @colouring: what the marks stand for; tuce_scene_load() takes the usual one. */
TuceScene *tuce_scene_load_coloured (TuceCounty *county, const TuceColouring *colouring, GCancellable *cancellable,
                                     GError **error);

/** tuce_scene_add_reads: Adds what tuce_scene_load_coloured() reads. A colouring that reads codes of its own (@read) adds what for. */
void tuce_scene_add_reads (TuceReads *reads, const TuceColouring *colouring);
TuceScene *tuce_scene_ref (TuceScene *scene);
void tuce_scene_unref (TuceScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceScene, tuce_scene_unref)

/** tuce_scene_box: Returns: the extent of the county (its outline, or whatever is known of it); may be empty. */
TuceBox tuce_scene_box (TuceScene *scene);

/** tuce_scene_place_box: Sets @box to the extent of the division @code (outline, or its households' points). Returns: whether any is known. */
gboolean tuce_scene_place_box (TuceScene *scene, const char *code, TuceBox *box);

/** tuce_scene_place_name: Returns: the name of the township or village @code, or %NULL. */
const char *tuce_scene_place_name (TuceScene *scene, const char *code);

/** tuce_scene_place_parent: Returns: (transfer none) (nullable): the code of the township that the village @code belongs to. */
const char *tuce_scene_place_parent (TuceScene *scene, const char *code);

/** tuce_scene_place_figures: Sets how many households and people of the township or village @code are registered. */
gboolean tuce_scene_place_figures (TuceScene *scene, const char *code, gint64 *households, gint64 *people);

/** tuce_scene_household_position: Returns: whether household @id has one. */
gboolean tuce_scene_household_position (TuceScene *scene, gint64 id, TucePosition *position);

/** tuce_scene_is_schematic: whether any township or village outline that meets @box is schematic. */
gboolean tuce_scene_is_schematic (TuceScene *scene, const TuceBox *box);

/** tuce_scene_has_outlines: whether any township or village outline is there at all. */
gboolean tuce_scene_has_outlines (TuceScene *scene);

/** tuce_scene_attribution: Returns: the lines to be named on every map of this scene, joined: "© OpenStreetMap contributors · …". */
const char *tuce_scene_attribution (TuceScene *scene);

/** TuceLegendLine: a state that occurs. */
typedef struct
{
  char *code;  /* of the colouring's list; "" for households without one */
  char *label;
  char *label_zh; /* for paper, which is Chinese */
  const TuceMark *mark;
  gint64 count;
} TuceLegendLine;

void tuce_legend_line_free (TuceLegendLine *line);

/** tuce_scene_legend: Returns: (transfer none) (element-type TuceLegendLine): in the order of the code list. */
GPtrArray *tuce_scene_legend (TuceScene *scene);

/** tuce_scene_place_legend: Gives (transfer full) (element-type TuceLegendLine): the lines and counts of the division @code alone. */
GPtrArray *tuce_scene_place_legend (TuceScene *scene, const char *code);

/**
 * TuceLayerLine: a layer that the county has features of.
 * @index: in the table of layers (data/cartography/layers.csv); sets of layers have bit 1 << @index
 * @schematic: whether any of them nobody surveyed
 */
typedef struct
{
  guint index;
  char *label;
  char *label_zh; /* for paper */
  gint64 count;
  gboolean areas, lines;
  gboolean schematic;
} TuceLayerLine;

/** tuce_scene_layers: Returns: (transfer none) (element-type TuceLayerLine): in the order they are painted. */
GPtrArray *tuce_scene_layers (TuceScene *scene);

/** TuceHit: what lies under a pointer. */
typedef struct
{
  gint64 household;      /* 0 for none */
  char township[16];     /* codes, "" for none */
  char village[16];
  gint64 site;           /* id of a site of the overlay that is shown, or 0 */
  gint64 series;         /* of that site */
  guint64 features;      /* another number for other features of the layers that are shown; 0 where there are none */
} TuceHit;

/** TuceFeatureHit: a feature of a layer. @layer: index in the table of layers; @name: "" where it has none. */
typedef struct
{
  guint layer;
  const char *name; /* the scene's */
} TuceFeatureHit;

/**
 * tuce_scene_features_at:
 * @layers: those that are shown, as in TucePaintOptions
 * @radius: how near a line or symbol has to be, in units
 *
 * Gives (transfer full) (element-type TuceFeatureHit) what of the layers lies at (@x, @y), what is painted last first.
 */
GArray *tuce_scene_features_at (TuceScene *scene, const TuceView *view, double x, double y, double radius, guint layers);

/**
 * tuce_scene_pick:
 * @households: whether their points are shown at all
 *
 * Sets @hit to the household nearest (@x, @y) within @radius units, if points are painted at this zoom, and the places
 * there. Returns: whether anything is.
 */
gboolean tuce_scene_pick (TuceScene *scene, const TuceView *view, double x, double y, double radius, gboolean households,
                          TuceHit *hit);

/** TuceExtent: a rectangle of the Mercator square. */
typedef struct
{
  double left, top, right, bottom;
} TuceExtent;

/**
 * tuce_scene_compare:
 *
 * Gives where @scene paints otherwise than @before: places of changed points (rectangles without size) and outlines.
 * Returns: (transfer full) (nullable) (element-type TuceExtent): empty when nothing differs; %NULL for "everywhere".
 */
GArray *tuce_scene_compare (TuceScene *before, TuceScene *scene);
