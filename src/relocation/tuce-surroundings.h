/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-position.h"

/**
 * TuceSurroundings:
 * All layers of a county that planning looks at (data/relocation/surroundings.csv), in memory: what a place may not touch,
 * and what it should have near. Immutable and counted; may be shared between threads. Distances are straight ones, in
 * metres on the sphere.
 */
typedef struct _TuceSurroundings TuceSurroundings;

/**
 * TuceSurroundingLayer: a line of data/relocation/surroundings.csv.
 * @code: of the list feature_layer
 * @is_constraint: whether a site may not touch it; else something to have near
 * @check: field of a site for what the paper says of a constraint, or ""
 * @name, @distance: fields of a site for the nearest one, or ""
 * @buffer: parameter: metres to keep from it, or ""
 */
typedef struct
{
  const char *code;
  gboolean is_constraint;
  const char *check;
  const char *name;
  const char *distance;
  const char *buffer;
} TuceSurroundingLayer;

/** tuce_surrounding_layers: Returns: (transfer none) (array length=n): all of them, in order, or %NULL with @error. Any thread. */
const TuceSurroundingLayer *tuce_surrounding_layers (guint *n, GError **error);

/** tuce_surroundings_load: Reads the layers of @county, and the buffers by its parameters. On the county's thread. */
TuceSurroundings *tuce_surroundings_load (TuceCounty *county, GCancellable *cancellable, GError **error);
TuceSurroundings *tuce_surroundings_ref (TuceSurroundings *surroundings);
void tuce_surroundings_unref (TuceSurroundings *surroundings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSurroundings, tuce_surroundings_unref)

/** tuce_surroundings_has: whether the county has anything of the layer with this code. */
gboolean tuce_surroundings_has (const TuceSurroundings *surroundings, const char *layer);

typedef enum
{
  TUCE_GROUND_UNKNOWN, /* the county has no such layer */
  TUCE_GROUND_CLEAR,
  TUCE_GROUND_CONCERNED
} TuceGroundState;

/** tuce_ground_code: Returns: the code of the list ground_check for @state. */
const char *tuce_ground_code (TuceGroundState state);

/**
 * TuceNear: the nearest feature of a layer.
 * @found: whether there is any; the rest counts then only
 * @id: of the feature
 * @name: "" where it has none; as long as the surroundings
 * @distance: metres, straight; 0 inside or on it
 * @position: the nearest point of it
 * @schematic: whether it is not a surveyed or imported one
 */
typedef struct
{
  gboolean found;
  gint64 id;
  const char *name;
  double distance;
  TucePosition position;
  gboolean schematic;
} TuceNear;

/**
 * TuceGround: what a layer says of a position.
 * @near: the nearest feature, concerned or not
 * @buffer: metres that have to be kept from it
 */
typedef struct
{
  const char *layer; /* as in tuce_surrounding_layers() */
  TuceGroundState state;
  TuceNear near;
  double buffer;
} TuceGround;

/** tuce_surroundings_test: Sets @ground to how @position stands to the layer with code @layer. Pure: any thread. */
void tuce_surroundings_test (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                             TuceGround *ground);

/** tuce_surroundings_nearest: Sets @near to the nearest feature of @layer. Returns: whether there is one. Pure: any thread. */
gboolean tuce_surroundings_nearest (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                                    TuceNear *near);

/** tuce_surroundings_allow: whether no constraint layer is concerned at @position (those the county lacks say nothing). */
gboolean tuce_surroundings_allow (const TuceSurroundings *surroundings, TucePosition position);

/** tuce_near_describe: Gives "Town school, 350 m" or "1.2 km"; "—" where there is none. */
char *tuce_near_describe (const TuceNear *near);

/** tuce_ground_describe: Gives a sentence: "Geological hazard: Slope 3 is 60 m away, 100 m have to be kept". */
char *tuce_ground_describe (const TuceGround *ground, const TuceDictionary *dictionary);
