/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceSiteLane: a column of the board on which sites stand: stages that follow each other (data/relocation/lanes.csv).
 * @stages: codes of the list site_stage, in its order
 */
typedef struct
{
  const char *name;
  const char *label_en;
  const char *label_zh;
  const char *const *stages;
} TuceSiteLane;

/**
 * tuce_site_lanes:
 * Gives all lanes, in the order in which a site goes through them; each stage stands in just one. Any thread.
 * Returns: (transfer none) (array length=n): read once; %NULL with TUCE_ERROR_DATA naming file and line of a mistake
 */
const TuceSiteLane *tuce_site_lanes (TuceDictionary *dictionary, guint *n, GError **error);

/** tuce_site_lane_label: Returns: its heading in the program's language. */
const char *tuce_site_lane_label (const TuceSiteLane *lane);

/** tuce_site_lane_find: Returns: which of the @n @lanes a site at @stage, a code, stands in; the first where it has none. */
guint tuce_site_lane_find (const TuceSiteLane *lanes, guint n, const char *stage);
