/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TucePlace:
 *
 * A division in the place tree: county, township or village, with the households it counts and the places below it.
 *
 * Properties:
 * :households   how many are registered in it; -1 while not counted
 */
#define TUCE_TYPE_PLACE (tuce_place_get_type ())
G_DECLARE_FINAL_TYPE (TucePlace, tuce_place, TUCE, PLACE, GObject)

/** tuce_place_new: @entity: "county", "township" or "village"; @parent: (nullable): gets it as its last child and outlives it. */
TucePlace *tuce_place_new (const char *entity, gint64 id, const char *code, const char *name, gboolean is_poor,
                           TucePlace *parent);

const char *tuce_place_get_entity (TucePlace *place);
gint64 tuce_place_get_id (TucePlace *place);
const char *tuce_place_get_code (TucePlace *place);
const char *tuce_place_get_name (TucePlace *place);
gboolean tuce_place_is_poor (TucePlace *place);
/** tuce_place_get_children: Returns: (transfer none): a list of TucePlace. */
GListModel *tuce_place_get_children (TucePlace *place);
TucePlace *tuce_place_get_parent (TucePlace *place);

gint64 tuce_place_get_households (TucePlace *place);
void tuce_place_set_households (TucePlace *place, gint64 households);

/** tuce_place_matches: whether @text (lower case) is part of its name, or begins its initials ("sqc"), its spelling ("shuangqiaocun") or its code. */
gboolean tuce_place_matches (TucePlace *place, const char *text);
/** tuce_place_set_reading: @reading: the syllables its name is read with, from tuce_reading(). */
void tuce_place_set_reading (TucePlace *place, const char *reading);
