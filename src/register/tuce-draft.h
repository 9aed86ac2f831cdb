/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/*
 * Drafts: what a clerk typed and has not saved yet, kept in the county file beside the records (never journalled, never counted), so that
 * nothing typed is lost by leaving a card, a crash or a power cut. Only the card understands the text. On the county's own thread.
 *
 * While an edit in portions is under way, drafts are kept in memory and written when the edit ends, whether by commit or
 * rollback: if they were written in the edit's transaction, a rollback would lose them. tuce_draft_find() and
 * tuce_draft_list() also see those in memory.
 */

/**
 * tuce_draft_keep: Keeps @content as the draft of record @id of @entity (0: a record to be added); it replaces the draft
 * kept before.
 */
gboolean tuce_draft_keep (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error);

/** tuce_draft_find: Gives (transfer full) the draft of the record; %NULL, without @error, where there is none. */
char *tuce_draft_find (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_draft_drop: Deletes the draft of the record; succeeds also where there is none. */
gboolean tuce_draft_drop (TuceCounty *county, const char *entity, gint64 id, GError **error);

/**
 * tuce_draft_list: Returns: (transfer full) (element-type gint64): the ids of the records of @entity that have a draft,
 * oldest first.
 */
GArray *tuce_draft_list (TuceCounty *county, const char *entity, GError **error);
