/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceSiteLane: a column of the board that shows the sites: some stages that follow each other
 * (data/relocation/lanes.csv).
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
 * Gives all lanes, in the order in which a site goes through them; each stage belongs to exactly one. Any thread.
 * Returns: (transfer none) (array length=n): read once; %NULL with TUCE_ERROR_DATA, which names file and line of the
 * mistake
 */
const TuceSiteLane *tuce_site_lanes (TuceDictionary *dictionary, guint *n, GError **error);

/** tuce_site_lane_label: Gives its heading in the program's language. Not to be freed. */
const char *tuce_site_lane_label (const TuceSiteLane *lane);

/**
 * tuce_site_lane_find:
 * Gives the index of the lane, of @n @lanes, for a site at @stage, a code; 0 where no lane has that stage.
 */
guint tuce_site_lane_find (const TuceSiteLane *lanes, guint n, const char *stage);
