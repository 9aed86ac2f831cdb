/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-household-table.h"

/* What the files of TuceHouseholdTable share: the list and what is selected (tuce-household-table.c), the columns
 * (…-columns.c), the menus of their headings (…-actions.c), the cells (tuce-household-cell.c). */
struct _TuceHouseholdTable
{
  GtkWidget parent_instance;

  /* children */
  GtkColumnView *view;

  /* owned */
  TuceSettings *settings;
  TuceDictionary *dictionary;
  GPtrArray *available; /* TuceHouseholdColumn */
  GtkSingleSelection *selection;
  TuceHouseholdList *list;
  char **paths; /* the columns the list's query gives */

  /* borrowed */
  const char *order;
  const TuceHouseholdColumn *probed;

  gboolean descending;
  gboolean building;
  guint holds;
};

GtkColumnViewColumn *tuce_household_table_find_shown (TuceHouseholdTable *table, const char *path, guint *position);
int tuce_household_table_path_index (TuceHouseholdTable *table, const char *path);
void tuce_household_table_watch_columns (TuceHouseholdTable *table);
void tuce_household_table_remove_columns (TuceHouseholdTable *table);
void tuce_household_table_install_actions (GtkWidgetClass *widget_class);
