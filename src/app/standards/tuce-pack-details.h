/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pack.h"

/** TucePackDetails: what a pack says, item by item, to be read: label, expression, who is asked, evidence, measures. */
#define TUCE_TYPE_PACK_DETAILS (tuce_pack_details_get_type ())
G_DECLARE_FINAL_TYPE (TucePackDetails, tuce_pack_details, TUCE, PACK_DETAILS, GtkWidget)

GtkWidget *tuce_pack_details_new (void);

/** tuce_pack_details_show: @pack: (nullable) */
void tuce_pack_details_show (TucePackDetails *details, const TucePack *pack);

/** tuce_pack_details_get_n_items: how many items stand there. */
guint tuce_pack_details_get_n_items (TucePackDetails *details);
