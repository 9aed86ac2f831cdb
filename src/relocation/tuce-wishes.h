/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TuceWishes: the wishes of one scenario, asked for each household. To be used on one thread at a time. */
typedef struct _TuceWishes TuceWishes;

/**
 * tuce_wishes_load:
 * Reads the wishes; the caller owns the result. TUCE_ERROR_REFUSED, with a sentence, where two wishes of the same
 * people contradict each other.
 */
TuceWishes *tuce_wishes_load (TuceCounty *county, gint64 scenario, GError **error);

/** tuce_wishes_free: Frees the wishes. */
void tuce_wishes_free (TuceWishes *wishes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceWishes, tuce_wishes_free)

/** TuceStand: what a household's wishes say about a site. */
typedef enum
{
  TUCE_STAND_OPEN,
  TUCE_STAND_FORBIDDEN,
  TUCE_STAND_WISHED
} TuceStand;

/**
 * tuce_wishes_ask:
 * @group: 0 where not known
 * @sites: ids of scenario_site
 * @stands: (out caller-allocates): for each of @sites, from the smallest unit (household, group, village) whose wish
 *   mentions it
 *
 * Returns: whether any site is wished for, even one that is not among @sites. A fixed site forbids all others; @fixed
 * is set to its id, or to 0.
 */
gboolean tuce_wishes_ask (const TuceWishes *wishes, gint64 household, const char *village, int group, const gint64 *sites,
                          guint n_sites, TuceStand *stands, gint64 *fixed);
