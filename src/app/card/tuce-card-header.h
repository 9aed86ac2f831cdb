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

void tuce_card_header_set_pending (TuceCardHeader *header, TucePending *pending);
