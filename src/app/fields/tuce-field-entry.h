/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"

/**
 * TuceFieldEntry:
 *
 * One field of one record on the card: its label, the control made for its type, its unit, and under it what is wrong.
 * What the dictionary wants hidden stays behind stars until "Show" is pressed.
 *
 * ::typed (char *text): a person changed it
 * ::reverted: Esc was pressed in it
 */
#define TUCE_TYPE_FIELD_ENTRY (tuce_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (TuceFieldEntry, tuce_field_entry, TUCE, FIELD_ENTRY, GtkWidget)

GtkWidget *tuce_field_entry_new (const TuceField *field, TuceCounty *county);

const TuceField *tuce_field_entry_get_field (TuceFieldEntry *entry);

/** tuce_field_is_concealed: whether the card shows @field only on demand: identity numbers, phones and what is sensitive. */
gboolean tuce_field_is_concealed (const TuceField *field);

/** tuce_field_entry_conceal: hides behind stars again what was shown: another record comes. */
void tuce_field_entry_conceal (TuceFieldEntry *entry);

/** tuce_field_entry_reveal: shows and makes editable what is hidden. */
void tuce_field_entry_reveal (TuceFieldEntry *entry);

/** tuce_field_entry_show_record: shows what @record holds in the field, typed or saved. */
void tuce_field_entry_show_record (TuceFieldEntry *entry, TucePendingRecord *record);

/** tuce_field_entry_is_changed: whether it holds typing that is not saved. */
gboolean tuce_field_entry_is_changed (TuceFieldEntry *entry);

/** tuce_field_entry_forget_typing: what was typed is saved: undo in the control does not lead behind it any more. */
void tuce_field_entry_forget_typing (TuceFieldEntry *entry);

/** tuce_field_entry_show_problems: shows those of @problems (TucePendingProblem) that are about this field of @record. */
void tuce_field_entry_show_problems (TuceFieldEntry *entry, TucePendingRecord *record, GPtrArray *problems);

void tuce_field_entry_set_editable (TuceFieldEntry *entry, gboolean editable);

/** tuce_field_entry_get_control: Returns: (transfer none) (nullable): the TuceFieldControl, %NULL while it is hidden. */
GtkWidget *tuce_field_entry_get_control (TuceFieldEntry *entry);
