/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"

/**
 * TuceCardForm:
 *
 * The sections of the card for one kind of record, as expanders in the order of the dictionary: its own, the tables of
 * its members, those of what it has one of (its move), those of its record of the year, and its history. Nothing is built before it is opened, and what is
 * built serves every record of that kind.
 */
#define TUCE_TYPE_CARD_FORM (tuce_card_form_get_type ())
G_DECLARE_FINAL_TYPE (TuceCardForm, tuce_card_form, TUCE, CARD_FORM, GtkWidget)

GtkWidget *tuce_card_form_new (const TuceEntity *entity, TuceCounty *county);
const TuceEntity *tuce_card_form_get_entity (TuceCardForm *form);
void tuce_card_form_set_pending (TuceCardForm *form, TucePending *pending);

/** tuce_card_form_focus: opens the section of @field of @record and puts the focus there. */
void tuce_card_form_focus (TuceCardForm *form, TucePendingRecord *record, const TuceField *field);

/** tuce_card_form_open: opens the section @section of @entity; %NULL for @section: its table of members. */
void tuce_card_form_open (TuceCardForm *form, const TuceEntity *entity, const char *section);

/** tuce_card_form_find: Returns: (transfer none) (nullable): the TuceFieldEntry of @field, its section opened. */
GtkWidget *tuce_card_form_find (TuceCardForm *form, const TuceField *field);

/** tuce_card_form_get_members: Returns: (transfer none) (nullable): the TuceMemberTable of @entity, its section opened. */
GtkWidget *tuce_card_form_get_members (TuceCardForm *form, const TuceEntity *entity);

/** tuce_card_form_open_history: opens the last section. */
void tuce_card_form_open_history (TuceCardForm *form);
