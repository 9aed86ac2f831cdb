/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"
#include "tuce-workspace.h"

/**
 * TuceCard:
 *
 * The card at the right of the window: the selected record as a form made from the dictionary, with its members, the one
 * record of its move and its record of the year. Leaving it half-filled keeps a draft in the county file.
 *
 * Actions (group "card"): save, revert; add, remove, keep, continue ("s": an entity of data/cards.csv).
 *
 * Properties: workspace (TuceWorkspace, construct only).
 */
#define TUCE_TYPE_CARD (tuce_card_get_type ())
G_DECLARE_FINAL_TYPE (TuceCard, tuce_card, TUCE, CARD, GtkWidget)

GtkWidget *tuce_card_new (TuceWorkspace *workspace);

/** tuce_card_save: writes what was typed as one edit, or says which field is wrong and goes there. */
void tuce_card_save (TuceCard *card);

/** tuce_card_revert: takes back what was typed. */
void tuce_card_revert (TuceCard *card);

/** tuce_card_is_changed: whether something was typed and not saved. */
gboolean tuce_card_is_changed (TuceCard *card);

/** tuce_card_focus_field: puts the focus into @field, a name of the record's own entity or of one that has one record there. */
void tuce_card_focus_field (TuceCard *card, const char *field);

/** tuce_card_focus_record: puts the focus into @field of record @id of @entity, where it is on the card; opens its section. */
void tuce_card_focus_record (TuceCard *card, const char *entity, gint64 id, const char *field);

/** tuce_card_keep_draft: writes the draft now: before a window closes, or its county is closed. */
void tuce_card_keep_draft (TuceCard *card);

/**
 * tuce_card_add:
 * @entity: one of those with words for it in data/cards.csv
 * @place: (nullable): the code of the place it lies in, or the id of the record it belongs to where it lies in none by itself;
 * without one that of what is on the card, and where that lies in none either, the form asks
 * Begins a new record, or goes on with the one left half-filled. Pages reach it by the action "win.new-record".
 */
void tuce_card_add (TuceCard *card, const char *entity, const char *place);

/** tuce_card_remove: Removes the record of @entity on the card with all that belongs to it, as one edit; of what the record has one of (the move of a household), with the next save. Refused while other records refer to it. */
void tuce_card_remove (TuceCard *card, const char *entity);

/** tuce_card_keep: Takes back tuce_card_remove() of what the record has one of. */
void tuce_card_keep (TuceCard *card, const char *entity);

/** tuce_card_get_pending: Returns: (transfer none) (nullable): what is on the card. */
TucePending *tuce_card_get_pending (TuceCard *card);

/** tuce_card_get_form: Returns: (transfer none) (nullable): the TuceCardForm on it. */
GtkWidget *tuce_card_get_form (TuceCard *card);
