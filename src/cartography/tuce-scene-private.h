/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-layer-style.h"
#include "tuce-scene.h"
#include "tuce-style.h"

/* The layers of outlines, in the order in which they are painted. */
typedef enum
{
  TUCE_LAYER_NEIGHBOUR,
  TUCE_LAYER_RIVER,
  TUCE_LAYER_VILLAGE,
  TUCE_LAYER_TOWNSHIP,
  TUCE_LAYER_COUNTY,
  TUCE_N_LAYERS
} TuceSceneLayer;

typedef struct
{
  TuceSceneLayer layer;
  char *code;
  char *name;
  gboolean schematic;
  TuceShape *shape;
  TuceMercator *points; /* the positions of the shape, projected */
  TuceExtent extent;
} TuceOutline;

/* A part of a border or river that is stroked once, however many areas share it. */
typedef struct
{
  guint first, n; /* range in the layer's points */
  gboolean closed;
  gboolean schematic;
  TuceExtent extent;
} TuceStretch;

typedef struct
{
  GArray *points;    /* TuceMercator */
  GArray *stretches; /* TuceStretch */
} TuceLines;

typedef struct
{
  gint64 id;
  double x, y;
  guint mark;  /* index */
  guint place; /* index of its village, or G_MAXUINT */
} TucePoint;

#define TUCE_MOST_MARKS 16
#define TUCE_MOST_LINES 24 /* of the legend */

/* A township or village: its counts, and the position of its shares and name. */
typedef struct
{
  TuceSceneLayer layer; /* TUCE_LAYER_TOWNSHIP or TUCE_LAYER_VILLAGE */
  char *code;
  char *name;
  guint parent;         /* the village's township, or G_MAXUINT */
  gboolean has_anchor;
  TuceMercator anchor;
  TuceBox points_box;   /* of its households */
  guint counts[TUCE_MOST_MARKS]; /* by mark */
  guint by_line[TUCE_MOST_LINES]; /* by line of the legend */
  guint households;
  gint64 people;
} TucePlace;

/* A name to be placed, in the order of importance. */
typedef struct
{
  TuceStyleItem style;
  char *text;
  TuceMercator anchor;
  guint place;          /* whose ring it avoids, or G_MAXUINT */
  guint layer;          /* for features: the layer it is shown with, or G_MAXUINT */
  double width, height; /* at text scale 1 */
} TuceName;

#define TUCE_GRID 128
/* With more changes than this, everything is painted again. */
#define TUCE_MOST_CHANGES 400

struct _TuceScene
{
  gatomicrefcount count;
  GPtrArray *outlines;              /* TuceOutline */
  TuceLines lines[TUCE_N_LAYERS];
  GPtrArray *features[TUCE_MOST_LAYERS]; /* TuceOutline: for each layer of the table of layers */
  GPtrArray *layers;                /* TuceLayerLine: the layers that have features */
  GArray *places;                   /* TucePlace */
  GHashTable *place_by_code;        /* code → index + 1 */
  GHashTable *outline_by_code;      /* code → TuceOutline */
  GArray *points;                   /* TucePoint: sorted by cell of the grid */
  guint *cells;                     /* index of the first point of each cell; one more than there are cells */
  TuceExtent grid;
  GHashTable *point_by_id;          /* gint64 → index + 1 */
  GArray *unplaced;                 /* TucePoint: households without a position */
  GHashTable *unplaced_by_id;       /* gint64 → TucePoint */
  GArray *names;                    /* TuceName */
  GPtrArray *key;                   /* TuceLegendLine: every possible state */
  GPtrArray *legend;                /* the states that occur */
  GPtrArray *attributions;          /* distinct */
  char *attribution;
  char *county_code;
  gboolean has_outlines;
};

/* Fill a scene: first the possible states, then places, then households. */
TuceScene *tuce_scene_new (const char *county_code);
void tuce_scene_add_state (TuceScene *scene, const char *code, const char *label, const char *label_zh,
                           const TuceMark *mark);
void tuce_scene_add_outline (TuceScene *scene, TuceSceneLayer layer, const char *code, const char *name,
                             TuceShape *shape, gboolean schematic, const char *attribution);
/* @layer: index in the table of layers */
void tuce_scene_add_feature (TuceScene *scene, guint layer, const char *name, TuceShape *shape, gboolean schematic,
                             const char *attribution);
void tuce_scene_name_layer (TuceScene *scene, guint layer, const char *label, const char *label_zh);
guint tuce_scene_add_place (TuceScene *scene, TuceSceneLayer layer, const char *code, const char *name,
                            const char *parent_code, const TucePosition *position);
/* @state: index of its state, in the order they were added */
void tuce_scene_add_household (TuceScene *scene, gint64 id, const char *village_code, guint state, guint people,
                               const TucePosition *position);

/* Builds the index, projected lines, anchors and measured names; after this the scene does not change. */
void tuce_scene_finish (TuceScene *scene);

void tuce_scene_build_lines (TuceScene *scene);  /* tuce-scene-lines.c */
void tuce_scene_build_names (TuceScene *scene);  /* tuce-scene-names.c */

/* Calls @func for every point within @extent. */
typedef void (*TucePointFunc) (const TucePoint *point, gpointer data);
void tuce_scene_each_point (TuceScene *scene, const TuceExtent *extent, TucePointFunc func, gpointer data);

TuceExtent tuce_extent_of_view (const TuceView *view, double reach);

static inline gboolean
tuce_extent_meets (const TuceExtent *a, const TuceExtent *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

static inline void
tuce_extent_add (TuceExtent *extent, TuceMercator point)
{
  extent->left = MIN (extent->left, point.x);
  extent->right = MAX (extent->right, point.x);
  extent->top = MIN (extent->top, point.y);
  extent->bottom = MAX (extent->bottom, point.y);
}

#define TUCE_EXTENT_EMPTY ((TuceExtent){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })
