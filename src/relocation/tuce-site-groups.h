/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-site-board.h"

/**
 * TuceSiteGroup: counts of the households that move from one village to one site with the same results. Few different
 * results occur, so there are few groups.
 */
typedef struct
{
  gint64 site;   /* 0 for none */
  char *village; /* code of where they come from */
  int scattered; /* -1 where not known */
  char *results; /* of the red lines; "" where they were never assessed */
  TuceMoves sum; /* without red lines */
} TuceSiteGroup;

/**
 * tuce_site_groups_load:
 * Returns: (transfer full) (element-type TuceSiteGroup): always in the same order, so that sums of distances are the
 * same to the last digit; %NULL with @error. On the thread of @county.
 */
GPtrArray *tuce_site_groups_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_site_groups_add_reads: Adds to @reads the fields that tuce_site_groups_load() reads itself, without those that say who is able to work. */
void tuce_site_groups_add_reads (TuceReads *reads);
