/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-mistake.h"

/**
 * TuceMistakeList: mistakes of a text under it, each with its place.
 *
 * ::chosen (guint line, guint column): somebody wants to go there
 */
#define TUCE_TYPE_MISTAKE_LIST (tuce_mistake_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceMistakeList, tuce_mistake_list, TUCE, MISTAKE_LIST, GtkWidget)

GtkWidget *tuce_mistake_list_new (void);

/** tuce_mistake_list_show: @mistakes: (nullable) (element-type TuceMistake) */
void tuce_mistake_list_show (TuceMistakeList *list, GPtrArray *mistakes);

/** tuce_mistake_list_choose: as Enter on the mistake at @position does. */
void tuce_mistake_list_choose (TuceMistakeList *list, guint position);
