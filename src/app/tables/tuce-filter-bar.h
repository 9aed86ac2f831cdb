/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-query.h"

/**
 * TuceFilterBar:
 *
 * Controls by which a list of records is narrowed, one for each path that data/pages.csv names: a drop-down for what has a
 * code list or is yes or no, else an entry: a part of a text, the first day, the least number.
 *
 * ::changed: the list is to be narrowed otherwise
 */
#define TUCE_TYPE_FILTER_BAR (tuce_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceFilterBar, tuce_filter_bar, TUCE, FILTER_BAR, GtkWidget)

GtkWidget *tuce_filter_bar_new (void);

/** tuce_filter_bar_set: Offers @paths (nullable) from @entity, nothing chosen. ::changed is not emitted. */
void tuce_filter_bar_set (TuceFilterBar *bar, const TuceEntity *entity, const char *const *paths);

/** tuce_filter_bar_apply: Adds what is chosen to @query. Returns: %FALSE with @error for what was typed and can't be read. */
gboolean tuce_filter_bar_apply (TuceFilterBar *bar, TuceQuery *query, GError **error);

/** tuce_filter_bar_is_set: Returns: whether anything is chosen. */
gboolean tuce_filter_bar_is_set (TuceFilterBar *bar);

/** tuce_filter_bar_choose: Chooses @value (plain notation; "" for all) at @path, as a user would: ::changed is emitted. */
void tuce_filter_bar_choose (TuceFilterBar *bar, const char *path, const char *value);

/** tuce_filter_bar_clear: Chooses nothing any more. ::changed is emitted where something was chosen. */
void tuce_filter_bar_clear (TuceFilterBar *bar);
