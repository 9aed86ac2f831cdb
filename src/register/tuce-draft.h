/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/*
 * Drafts: what a clerk typed and did not save yet, kept in the county file beside the records (never journalled,
 * never counted), so that leaving a card, a crash or a power cut loses no keystroke. The text is the card's own.
 */
gboolean tuce_draft_keep (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error);
char *tuce_draft_find (TuceCounty *county, const char *entity, gint64 id);
gboolean tuce_draft_drop (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_draft_list: Returns: (element-type gint64): ids of @entity that have a draft, oldest first. */
GArray *tuce_draft_list (TuceCounty *county, const char *entity);
