/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceChoiceBar:
 *
 * A row of buttons of which one is down: what a list shows. For the keyboard it is one place: Tab goes to the button that is
 * down and on from there, arrows choose among them.
 *
 * ::chosen: the user chose another
 */
#define TUCE_TYPE_CHOICE_BAR (tuce_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceChoiceBar, tuce_choice_bar, TUCE, CHOICE_BAR, GtkWidget)

/** tuce_choice_bar_new: @label: what is chosen, for a screen reader. */
GtkWidget *tuce_choice_bar_new (const char *label);

/**
 * tuce_choice_bar_begin / add / end:
 * What is added replaces what stands there. The choice stays where its key is among them, else falls to the first, and
 * nobody is told.
 * @key: what the choice is called by the program
 * @tooltip: (nullable)
 */
void tuce_choice_bar_begin (TuceChoiceBar *bar);
void tuce_choice_bar_add (TuceChoiceBar *bar, const char *key, const char *label, const char *tooltip);
void tuce_choice_bar_end (TuceChoiceBar *bar);

/** tuce_choice_bar_choose: tells nobody; a key that is not there changes nothing. */
void tuce_choice_bar_choose (TuceChoiceBar *bar, const char *key);

/** tuce_choice_bar_get: Returns: the key of what is chosen, "" while there is nothing to choose from. */
const char *tuce_choice_bar_get (TuceChoiceBar *bar);

/** tuce_choice_bar_get_label: Returns: (nullable): what the button of @key says. */
const char *tuce_choice_bar_get_label (TuceChoiceBar *bar, const char *key);
