/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"
#include "tuce-schedule.h"
#include "tuce-site-board.h"

/*
 * The figures of sites as people read them. Rates have one decimal, rounded half up, and are "—" where there is nothing to
 * divide by.
 */

/** tuce_share_words: Gives "87.1 %" or "—". */
char *tuce_share_words (gint64 part, gint64 whole);

/** tuce_share_fraction: Gives "400 ÷ 450 = 88.9 %"; @unit: what is counted, translated. */
char *tuce_share_fraction (gint64 part, gint64 whole, const char *unit);

/** tuce_site_stage_label: Returns: the word for @stage, a code of the list site_stage; "" for none. */
const char *tuce_site_stage_label (TuceDictionary *dictionary, const char *stage);

/** tuce_site_late_words: Gives "12 days late", or "" where @plan (nullable) says nothing of that kind. */
char *tuce_site_late_words (const TuceSitePlan *plan);

/**
 * tuce_site_describe:
 * @plan: (nullable)
 *
 * Gives all there is to say of a site, a line each: for a tooltip, and to be read out.
 */
char *tuce_site_describe (const TuceSiteBoard *board, const TuceSitePlan *plan, TuceDictionary *dictionary);
