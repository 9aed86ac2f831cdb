/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TuceWishes: the wishes of one scenario, to be asked for each household. Any one thread at a time. */
typedef struct _TuceWishes TuceWishes;

/** tuce_wishes_load: Reads them; refused with a sentence where two for the same people contradict each other. */
TuceWishes *tuce_wishes_load (TuceCounty *county, gint64 scenario, GError **error);
void tuce_wishes_free (TuceWishes *wishes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceWishes, tuce_wishes_free)

/** TuceStand: what holds between a household and a site. */
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
 * @stands: (out caller-allocates): of each of @sites, by the narrowest wish that says something of it
 *
 * Returns: whether a site is wished for, also one that is not among @sites. A place that is fixed forbids all others;
 * its id is in @fixed, else 0.
 */
gboolean tuce_wishes_ask (const TuceWishes *wishes, gint64 household, const char *village, int group, const gint64 *sites,
                          guint n_sites, TuceStand *stands, gint64 *fixed);
