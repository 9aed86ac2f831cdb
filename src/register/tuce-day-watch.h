/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceDayWatch: notices that the day a county stands at (tuce_county_day()) is another: at midnight by the clock of this
 * machine, after it slept, or when its clock was set. A county that stands still on a day never changes it.
 *
 * Belongs to the thread of its county, which needs a main loop; holds no reference to the county.
 *
 * Signals:
 * ::day-changed (): what is overdue, how old somebody is and what rules take for today may be otherwise
 */
#define TUCE_TYPE_DAY_WATCH (tuce_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (TuceDayWatch, tuce_day_watch, TUCE, DAY_WATCH, GObject)

TuceDayWatch *tuce_day_watch_new (TuceCounty *county);

/** tuce_day_watch_look: Compares the county's day with the one known; also done after each edit. Returns: whether it was another, and was told. */
gboolean tuce_day_watch_look (TuceDayWatch *watch);

/** tuce_day_watch_close: Lets go of the county and its timer: before the county is closed. */
void tuce_day_watch_close (TuceDayWatch *watch);
