/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-site-board.h"

/** TuceSiteGroup: households that move, of one site, village and results, of which there are few different ones. */
typedef struct
{
  gint64 site;   /* 0: none */
  char *village; /* code of where they come from */
  int scattered; /* -1: nobody said */
  char *results; /* of the red lines, "" where nobody looked */
  TuceMoves sum; /* without red lines */
} TuceSiteGroup;

/**
 * tuce_site_groups_load:
 * Returns: (transfer full) (element-type TuceSiteGroup): always in the same order, so that sums of ways are the same to the
 * last digit. On the thread of @county.
 */
GPtrArray *tuce_site_groups_load (TuceCounty *county, GCancellable *cancellable, GError **error);
