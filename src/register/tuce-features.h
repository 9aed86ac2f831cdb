/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-shape.h"

/** TuceFeature: a map feature as the register has it; its texts and bytes stay the query's. */
typedef struct
{
  gint64 id;
  const char *layer; /* code of the list feature_layer */
  const char *code;  /* of the division whose outline it is, or "" */
  const char *name;
  const char *attribution;
  gboolean is_schematic; /* drawn by the program, not surveyed */
  GBytes *wkb;           /* NULL where it has no shape */
} TuceFeature;

/** TuceFeatureText: what is said of a new map feature besides its shape; a text that is %NULL stays as a new record has it. */
typedef struct
{
  const char *layer;
  const char *code;
  const char *name;
  const char *origin; /* code of the list position_origin */
  const char *attribution;
  const char *datum; /* code of the list coord_src: in what it was given */
} TuceFeatureText;

/** tuce_feature_record: Gives a new record of a map feature with @shape, which the caller owns; nothing is written. Any thread. */
TuceRecord *tuce_feature_record (const TuceDictionary *dictionary, const TuceShape *shape, const TuceFeatureText *text);

/** TuceFeatureFunc: @feature stays the callee's only during the call. Returns: whether to go on. */
typedef gboolean (*TuceFeatureFunc) (const TuceFeature *feature, gpointer data);

/**
 * tuce_features_each:
 * @layers: (nullable): codes of layers, separated by |; %NULL for all
 *
 * Calls @func for every map feature of @layers, in order. On the thread of @county. Returns: %FALSE with @error, as
 * tuce_query_each() does.
 */
gboolean tuce_features_each (TuceCounty *county, const char *layers, TuceFeatureFunc func, gpointer data,
                             GCancellable *cancellable, GError **error);

/** tuce_feature_shape: Gives the shape of @feature, which has one; the caller owns it. %NULL with @error where its bytes are none. */
TuceShape *tuce_feature_shape (const TuceFeature *feature, GError **error);

/** tuce_features_add_reads: Adds to @reads what tuce_features_each() reads. */
void tuce_features_add_reads (TuceReads *reads);
