/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"

/**
 * TuceMemberTable:
 *
 * The records that belong to the one on the card (the members of a household), as a small table; one of them is
 * edited in a form under it. Which columns there are comes from the dictionary: the fields of the first section.
 */
#define TUCE_TYPE_MEMBER_TABLE (tuce_member_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceMemberTable, tuce_member_table, TUCE, MEMBER_TABLE, GtkWidget)

GtkWidget *tuce_member_table_new (const TuceEntity *entity, TuceCounty *county);
void tuce_member_table_set_pending (TuceMemberTable *table, TucePending *pending);

/** tuce_member_table_edit: opens the form for @record, %NULL closes it. */
void tuce_member_table_edit (TuceMemberTable *table, TucePendingRecord *record);

/** tuce_member_table_get_edited: Returns: (transfer none) (nullable): whom the form is about. */
TucePendingRecord *tuce_member_table_get_edited (TuceMemberTable *table);

/** tuce_member_table_focus_field: opens the form for @record and puts the focus into @field. */
void tuce_member_table_focus_field (TuceMemberTable *table, TucePendingRecord *record, const TuceField *field);
