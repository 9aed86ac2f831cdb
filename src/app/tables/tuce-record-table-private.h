/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record-table.h"

/* What the files of TuceRecordTable share: the cells and what is selected (tuce-record-table.c), the columns
 * (…-columns.c), the menus of their headings (…-actions.c). */
struct _TuceRecordTable
{
  TuceListTable parent_instance;

  /* owned */
  char *entity;
  char *group;  /* of the settings: which columns, which order */
  char *widths; /* and how wide */
  TuceSettings *settings;
  TuceStandards *standards; /* whose criteria the results are of, or NULL */
  TuceDictionary *dictionary;
  GPtrArray *available; /* TuceRecordColumn */
  char **paths; /* the columns the list's query gives */
  TuceRecordFigures add_figures; /* or NULL */
  gpointer figures_data;
  const TuceListKind *kind; /* which columns there are before the user chose any; NULL: the one that names records */

  /* borrowed */
  GtkColumnView *view;
  const char *order;
  const TuceRecordColumn *probed;

  gboolean descending;
  gboolean building;
  gboolean disposed;
};

GtkColumnViewColumn *tuce_record_table_find_shown (TuceRecordTable *table, const char *path, guint *position);
int tuce_record_table_path_index (TuceRecordTable *table, const char *path);
void tuce_record_table_watch_columns (TuceRecordTable *table);
void tuce_record_table_remember_width (TuceColumnTable *table, const TuceColumn *column, int width);
void tuce_record_table_install_actions (GtkWidgetClass *widget_class);
