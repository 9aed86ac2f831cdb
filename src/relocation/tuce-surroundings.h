/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-position.h"

/**
 * TuceSurroundings:
 * All layers of a county that planning uses (data/relocation/surroundings.csv), in memory: what a site must not touch,
 * and what it should have near. Does not change; reference counted; may be shared between threads. Distances are
 * straight lines, in metres on the sphere.
 */
typedef struct _TuceSurroundings TuceSurroundings;

/**
 * TuceSurroundingLayer: a line of data/relocation/surroundings.csv.
 * @code: of the list feature_layer
 * @is_constraint: whether a site must not touch it; else it is a service, something to have near
 * @check: field of a site for what its documents say about a constraint, or ""
 * @name, @distance: fields of a site for the nearest one, or ""
 * @buffer: the parameter with the metres to keep from it, or ""
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

/**
 * tuce_surrounding_layers:
 * Returns: (transfer none) (array length=n): all lines, in the order of the file; %NULL with @error. Any thread.
 */
const TuceSurroundingLayer *tuce_surrounding_layers (guint *n, GError **error);

/**
 * tuce_surroundings_load:
 * Reads the layers of @county, and its parameters for the buffers, on its thread. The caller owns the result; %NULL
 * with @error.
 */
TuceSurroundings *tuce_surroundings_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_surroundings_ref: Adds a reference and gives @surroundings. Any thread. */
TuceSurroundings *tuce_surroundings_ref (TuceSurroundings *surroundings);

/** tuce_surroundings_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_surroundings_unref (TuceSurroundings *surroundings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSurroundings, tuce_surroundings_unref)

/** tuce_surroundings_has: Whether the county has any feature of the layer with this code. */
gboolean tuce_surroundings_has (const TuceSurroundings *surroundings, const char *layer);

typedef enum
{
  TUCE_GROUND_UNKNOWN, /* the county has no such layer */
  TUCE_GROUND_CLEAR,
  TUCE_GROUND_CONCERNED
} TuceGroundState;

/** tuce_ground_code: Gives the code of the list ground_check for @state. Not to be freed. */
const char *tuce_ground_code (TuceGroundState state);

/**
 * TuceNear: the nearest feature of a layer.
 * @found: whether there is one; if not, the other members mean nothing
 * @id: of the feature
 * @name: "" where it has none; owned by the surroundings
 * @distance: metres in a straight line; 0 inside or on it
 * @position: its nearest point
 * @schematic: whether it was only drawn as a sketch, neither surveyed nor imported
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
 * TuceGround: what one layer means for a position.
 * @near: the nearest feature, whether too near or not
 * @buffer: metres to keep from it
 */
typedef struct
{
  const char *layer; /* as in tuce_surrounding_layers() */
  TuceGroundState state;
  TuceNear near;
  double buffer;
} TuceGround;

/**
 * tuce_surroundings_test:
 * Sets @ground to what the layer with code @layer means for @position. Uses nothing but its arguments: any thread.
 */
void tuce_surroundings_test (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                             TuceGround *ground);

/**
 * tuce_surroundings_nearest:
 * Sets @near to the nearest feature of @layer. Returns: whether there is one. Uses nothing but its arguments: any
 * thread.
 */
gboolean tuce_surroundings_nearest (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                                    TuceNear *near);

/**
 * tuce_surroundings_allow:
 * Whether no constraint layer forbids @position. A layer that the county does not have forbids nothing.
 */
gboolean tuce_surroundings_allow (const TuceSurroundings *surroundings, TucePosition position);

/** tuce_near_describe: Gives "Town school, 350 m" or "1.2 km"; "—" where there is none. The caller owns the text. */
char *tuce_near_describe (const TuceNear *near);

/**
 * tuce_ground_describe:
 * Gives a sentence such as "Geological hazard: Slope 3 is 60 m away, 100 m have to be kept". The caller owns it.
 */
char *tuce_ground_describe (const TuceGround *ground, const TuceDictionary *dictionary);
