/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceLooks:
 *
 * What every list has besides its rows: a look while they are looked up (after a moment only), one for nothing there, one
 * for nothing left by the filter, one for what failed; each but the first with a sentence and the one button that leads on.
 */
#define TUCE_TYPE_LOOKS (tuce_looks_get_type ())
G_DECLARE_FINAL_TYPE (TuceLooks, tuce_looks, TUCE, LOOKS, GtkWidget)

/** tuce_looks_new: @list: the widget with the rows. */
GtkWidget *tuce_looks_new (GtkWidget *list);

/** tuce_looks_show_list: the rows. */
void tuce_looks_show_list (TuceLooks *looks);

/** tuce_looks_show_loading: @sentence: what is being looked up; seen when nothing else is shown within a fifth of a second. */
void tuce_looks_show_loading (TuceLooks *looks, const char *sentence);

/**
 * tuce_looks_show:
 * @look: "empty", "nothing" or "failed"
 * @button: (nullable): what its button says
 * @action: (nullable): the detailed name of the action behind the button
 */
void tuce_looks_show (TuceLooks *looks, const char *look, const char *sentence, const char *button, const char *action);

/** tuce_looks_get: Returns: "list", "loading", "empty", "nothing" or "failed": what is shown now. */
const char *tuce_looks_get (TuceLooks *looks);

/** tuce_looks_get_sentence: Returns: what stands there in place of the list. */
const char *tuce_looks_get_sentence (TuceLooks *looks);
