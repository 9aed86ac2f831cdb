/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/*
 * Drafts: what a clerk typed and did not save yet, kept in the county file beside the records (never journalled, never counted), so that
 * leaving a card, a crash or a power cut loses no keystroke. The text is the card's own. On the county's own thread.
 *
 * While an edit in portions is under way a draft waits, in memory, for its end, whichever that is: written into the edit's transaction
 * it would be lost with it. tuce_draft_find() and tuce_draft_list() see what waits.
 */

/** tuce_draft_keep: Keeps @content for record @id of @entity (0: one to be added), in place of what was kept before. */
gboolean tuce_draft_keep (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error);

/** tuce_draft_find: Gives what is kept; %NULL, without @error, where nothing is. */
char *tuce_draft_find (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_draft_drop: Forgets what is kept; it is no fault if nothing was. */
gboolean tuce_draft_drop (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_draft_list: Returns: (transfer full) (element-type gint64): ids of @entity that have a draft, oldest first. */
GArray *tuce_draft_list (TuceCounty *county, const char *entity, GError **error);
