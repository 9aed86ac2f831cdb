/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-position.h"

/*
 * The levels of the administrative divisions: the entities that data/dictionary/entities.csv calls places, in its order,
 * city, county, township, village. How many digits the codes of a level have, its line for the code says ("max"). All that
 * goes by levels asks here. What is given belongs to the dictionary; any thread, unless said otherwise.
 */

/** tuce_level: Returns: (nullable): the level @number, counted from 0, the widest; %NULL after the last. */
const TuceEntity *tuce_level (const TuceDictionary *dictionary, guint number);

/** tuce_level_named: Returns: (nullable): the level that is called @name ("township"); %NULL for what is none. */
const TuceEntity *tuce_level_named (const TuceDictionary *dictionary, const char *name);

/** tuce_level_of_code: Returns: (nullable): the level whose codes are as long as @code; %NULL for a code of no level. */
const TuceEntity *tuce_level_of_code (const TuceDictionary *dictionary, const char *code);

/** tuce_level_county: Returns: the level of which a county file holds one division, with all that lie in it. */
const TuceEntity *tuce_level_county (const TuceDictionary *dictionary);

/** tuce_level_narrowest: Returns: the last level: that of the villages, in which households live. */
const TuceEntity *tuce_level_narrowest (const TuceDictionary *dictionary);

/** tuce_level_digits: Gives how many digits the codes of @level have; 0 where its line does not say. */
guint tuce_level_digits (const TuceEntity *level);

/** tuce_level_around: Returns: (nullable): the field of @level that holds the code of the division around; %NULL for the widest. */
const TuceField *tuce_level_around (const TuceEntity *level);

/** tuce_level_above: Returns: (nullable): the level around @level; %NULL for the widest. */
const TuceEntity *tuce_level_above (const TuceEntity *level);

/** tuce_level_below: Returns: (nullable): the level inside @level; %NULL for the narrowest. */
const TuceEntity *tuce_level_below (const TuceEntity *level);

/**
 * tuce_level_find:
 * Gives the division with @code, of the level that its length says, which the caller owns; %NULL with
 * TUCE_ERROR_NOT_FOUND. On the thread of @county.
 */
TuceRecord *tuce_level_find (TuceCounty *county, const char *code, GError **error);

/** TuceLevelPlace: a division as maps, imports and lists need it; its texts stay the query's. */
typedef struct
{
  const char *code;
  const char *name;   /* the short one, or the whole where there is no short one */
  const char *around; /* code of the division around it, or "" */
  gboolean is_placed;
  TucePosition position;
} TuceLevelPlace;

/** TuceLevelPlaceFunc: @place stays the callee's only during the call. Returns: whether to go on. */
typedef gboolean (*TuceLevelPlaceFunc) (const TuceLevelPlace *place, gpointer data);

/**
 * tuce_level_each:
 * Calls @func for every division of @level in the register, by code. On the thread of @county. Returns: %FALSE with @error,
 * as tuce_query_each() does.
 */
gboolean tuce_level_each (TuceCounty *county, const TuceEntity *level, TuceLevelPlaceFunc func, gpointer data,
                          GCancellable *cancellable, GError **error);

/** tuce_level_add_reads: Adds to @reads what tuce_level_each() reads of @level. */
void tuce_level_add_reads (TuceReads *reads, const TuceEntity *level);
