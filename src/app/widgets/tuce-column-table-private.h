/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-column-table.h"

/* What the files of TuceColumnTable share: rows, columns and cells (tuce-column-table.c), who takes the spare width
 * (…-width.c). */
typedef struct
{
  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkColumnViewColumn *filler; /* always the last: rows go to the end of the view */
  GtkSelectionModel *selection;
  guint holds;
  guint moving; /* source: the filler goes to its place */

  /* the spare width */
  gboolean fitting;
  guint tick;
  guint frames;    /* since it was asked for */
  guint rest;      /* source: looks whether rows still come in */
  guint n_bound;   /* cells filled so far */
  guint n_rested;  /* … when last looked */
  double width;    /* of the view, as last seen */
} TuceColumnTablePrivate;

/* A column: what a GtkColumnViewColumn and its cells know of it. */
typedef struct
{
  TuceColumn column;
  TuceColumnTable *table; /* outlives it */
  int usual;              /* its width with no room to spare; 0: takes what is left */
  int need;               /* what the widest text seen so far would take */
  gboolean drawn;         /* by the user: it stays as wide as it is */
} TuceHeldColumn;

TuceColumnTablePrivate *tuce_column_table_private (TuceColumnTable *table);
TuceHeldColumn *tuce_column_table_held (GObject *column_or_cell);

/* Has the spare width given out anew once what is there is laid out. */
void tuce_column_table_fit_soon (TuceColumnTable *table);
/* A cell was filled: has it done when no more of them come. */
void tuce_column_table_fit_at_rest (TuceColumnTable *table);
void tuce_column_table_watch_width (TuceColumnTable *table);
