/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-dictionary.h"

/**
 * TuceCountList:
 *
 * Choices, one beneath the other, each with how much there is of it, the first for all of them; in groups where they have
 * headings. One is chosen, and stays so when the list is filled anew. For the thread of the window.
 *
 * ::chosen: another one was chosen
 */
#define TUCE_TYPE_COUNT_LIST (tuce_count_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceCountList, tuce_count_list, TUCE, COUNT_LIST, GtkWidget)

/** tuce_count_list_new: @label: what it is, for a screen reader; @style: its class in the style sheet. */
GtkWidget *tuce_count_list_new (const char *label, const char *style);

/** How a choice looks. */
typedef enum
{
  TUCE_COUNT_BESIDE,  /* the figures beside its title */
  TUCE_COUNT_BENEATH, /* the figures beneath its title */
  TUCE_COUNT_PROBLEM  /* … and as a problem */
} TuceCountLook;

/**
 * tuce_count_list_begin / add / end:
 * @key: (nullable): of the choice; %NULL for all
 * @figures: what is said of how many there are
 * @count: how many there are
 * @tooltip: the title in full
 *
 * What is added replaces what stands there; the focus stays in the list, and nobody is told.
 */
void tuce_count_list_begin (TuceCountList *list);
void tuce_count_list_add (TuceCountList *list, const char *key, const char *title, const char *figures, gint64 count,
                          const char *tooltip, TuceCountLook look);
void tuce_count_list_end (TuceCountList *list);

/** tuce_count_list_add_heading: between begin and end: heads the choices that follow, with the mark of @code. */
void tuce_count_list_add_heading (TuceCountList *list, const TuceCode *code);

/** tuce_count_list_get_chosen: Returns: (transfer none) (nullable): the key chosen, %NULL for all. */
const char *tuce_count_list_get_chosen (TuceCountList *list);

/** tuce_count_list_choose: as a click on it does; one that is not there is chosen too. @key: (nullable) */
void tuce_count_list_choose (TuceCountList *list, const char *key);

/** tuce_count_list_get_count: Returns: how many there are of @key (%NULL: all), or 0. */
gint64 tuce_count_list_get_count (TuceCountList *list, const char *key);
