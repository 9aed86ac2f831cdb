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
 * What can be painted of a county: outlines by level, rivers, names, points of households with their marks. A reference
 * counted snapshot that does not change, with an index by position. It may be shared between threads, so that workers
 * paint tiles without reading the file.
 */
typedef struct _TuceScene TuceScene;

/**
 * tuce_scene_load:
 * Reads the scene with the default colouring. The caller owns it; %NULL with @error. Takes some tenths of a second for
 * 100,000 households: call it on a worker thread with a read connection.
 */
TuceScene *tuce_scene_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_scene_load_coloured: Reads the scene as tuce_scene_load() does. @colouring: what the marks stand for */
TuceScene *tuce_scene_load_coloured (TuceCounty *county, const TuceColouring *colouring, GCancellable *cancellable,
                                     GError **error);

/**
 * tuce_scene_add_reads:
 * Adds to @reads what tuce_scene_load_coloured() reads. For a colouring with @read, the caller has to add what that
 * function reads.
 */
void tuce_scene_add_reads (TuceReads *reads, const TuceColouring *colouring);

/** tuce_scene_ref: Adds a reference and gives @scene. Any thread. */
TuceScene *tuce_scene_ref (TuceScene *scene);

/** tuce_scene_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_scene_unref (TuceScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceScene, tuce_scene_unref)

/** tuce_scene_box: Gives the extent of the county: of its outline, or of whatever else has a position. May be empty. */
TuceBox tuce_scene_box (TuceScene *scene);

/**
 * tuce_scene_place_box:
 * Sets @box to the extent of the division @code (its outline, or the points of its households). Returns: whether any is
 * known.
 */
gboolean tuce_scene_place_box (TuceScene *scene, const char *code, TuceBox *box);

/** tuce_scene_place_name: Gives the name of the township or village @code, or %NULL. Owned by the scene. */
const char *tuce_scene_place_name (TuceScene *scene, const char *code);

/** tuce_scene_place_parent: Returns: (transfer none) (nullable): the code of the township that the village @code belongs to. */
const char *tuce_scene_place_parent (TuceScene *scene, const char *code);

/**
 * tuce_scene_place_figures:
 * Sets how many households and people of the township or village @code are registered. Returns: whether the scene has
 * that place.
 */
gboolean tuce_scene_place_figures (TuceScene *scene, const char *code, gint64 *households, gint64 *people);

/** tuce_scene_household_position: Sets @position to that of household @id. Returns: whether it has one. */
gboolean tuce_scene_household_position (TuceScene *scene, gint64 id, TucePosition *position);

/** tuce_scene_is_schematic: Whether any township or village outline that touches @box is schematic. */
gboolean tuce_scene_is_schematic (TuceScene *scene, const TuceBox *box);

/** tuce_scene_has_outlines: Whether there is any township or village outline. */
gboolean tuce_scene_has_outlines (TuceScene *scene);

/**
 * tuce_scene_attribution:
 * Gives the text that every map of this scene must show, to name its sources: "© OpenStreetMap contributors · …". Owned
 * by the scene.
 */
const char *tuce_scene_attribution (TuceScene *scene);

/** TuceLegendLine: a state that occurs, and how often. */
typedef struct
{
  char *code;  /* of the colouring's list; "" for households without one */
  char *label;
  char *label_zh; /* in Chinese, for paper */
  const TuceMark *mark;
  gint64 count;
} TuceLegendLine;

/** tuce_legend_line_free: Frees one line with its texts. */
void tuce_legend_line_free (TuceLegendLine *line);

/** tuce_scene_legend: Returns: (transfer none) (element-type TuceLegendLine): in the order of the code list. */
GPtrArray *tuce_scene_legend (TuceScene *scene);

/**
 * tuce_scene_place_legend:
 * Returns: (transfer full) (element-type TuceLegendLine): the lines and counts for the division @code alone.
 */
GPtrArray *tuce_scene_place_legend (TuceScene *scene, const char *code);

/**
 * TuceLayerLine: a layer of which the county has features.
 * @index: in the table of layers (data/cartography/layers.csv); in sets of layers its bit is 1 << @index
 * @schematic: whether any of its features is only a sketch
 */
typedef struct
{
  guint index;
  char *label;
  char *label_zh; /* in Chinese, for paper */
  gint64 count;
  gboolean areas, lines;
  gboolean schematic;
} TuceLayerLine;

/** tuce_scene_layers: Returns: (transfer none) (element-type TuceLayerLine): in painting order. */
GPtrArray *tuce_scene_layers (TuceScene *scene);

/** TuceHit: what lies under a pointer. */
typedef struct
{
  gint64 household;      /* 0 for none */
  char township[16];     /* codes, "" for none */
  char village[16];
  gint64 site;           /* id of a site of the overlay shown, or 0 */
  gint64 series;         /* of that site */
  guint64 features;      /* a number that differs where the features under the pointer differ, of the layers shown; 0
                            where there are none */
} TuceHit;

/** TuceFeatureHit: a feature of a layer. @layer: index in the table of layers; @name: "" where it has none. */
typedef struct
{
  guint layer;
  const char *name; /* owned by the scene */
} TuceFeatureHit;

/**
 * tuce_scene_features_at:
 * @layers: those that are shown, as in TucePaintOptions
 * @radius: how near a line or symbol must be, in units
 *
 * Returns: (transfer full) (element-type TuceFeatureHit): the features at (@x, @y); those painted last come first.
 */
GArray *tuce_scene_features_at (TuceScene *scene, const TuceView *view, double x, double y, double radius, guint layers);

/**
 * tuce_scene_pick:
 * @households: whether points of households are shown
 *
 * Sets @hit to the household nearest to (@x, @y) within @radius units, if points are painted at this zoom, and to the
 * places there. Returns: whether there is anything.
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
 * Gives the extents where @scene is painted differently from @before: changed points (rectangles without size), their
 * places, and outlines.
 * Returns: (transfer full) (nullable) (element-type TuceExtent): empty when nothing differs; %NULL when everything must
 * be painted again.
 */
GArray *tuce_scene_compare (TuceScene *before, TuceScene *scene);
