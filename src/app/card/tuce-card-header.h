/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"

/**
 * TuceCardHeader:
 *
 * The head of the card: whose card it is, where they live, their state, how much is wrong, and the card's menu.
 *
 * ::problem-activated: the number of problems was pressed
 */
#define TUCE_TYPE_CARD_HEADER (tuce_card_header_get_type ())
G_DECLARE_FINAL_TYPE (TuceCardHeader, tuce_card_header, TUCE, CARD_HEADER, GtkWidget)

/** tuce_card_header_set_pending: Shows whose card it is. @pending: (nullable) */
void tuce_card_header_set_pending (TuceCardHeader *header, TucePending *pending);

/** tuce_card_header_set_menu: What the card's menu offers; its button hides where @menu offers nothing. */
void tuce_card_header_set_menu (TuceCardHeader *header, GMenuModel *menu);
