/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-standards.h"

/** TucePackRow: a pack in the list of packs: what it is called, of what kind, for which years, and whether it is in force. */
#define TUCE_TYPE_PACK_ROW (tuce_pack_row_get_type ())
G_DECLARE_FINAL_TYPE (TucePackRow, tuce_pack_row, TUCE, PACK_ROW, GtkListBoxRow)

/** tuce_pack_row_new: @own: whether it is the county's own text */
GtkWidget *tuce_pack_row_new (TuceStandards *standards, const TucePack *pack, TuceDictionary *dictionary, gboolean own);
const char *tuce_pack_row_get_name (TucePackRow *row);
const char *tuce_pack_row_get_state (TucePackRow *row);

/** tuce_pack_describe: Gives kind, subject and years of @pack in one line. */
char *tuce_pack_describe (const TucePack *pack, TuceDictionary *dictionary);
