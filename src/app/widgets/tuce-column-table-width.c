/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes the width that is to spare: columns whose text is cut, each no more than its text needs. */
#include "tuce-column-table-private.h"
#include "tuce-mark-cell.h"

#define REST_MS 300     /* after the last row that came into view */
#define LEFT_LEAST 120  /* of a column that takes what is left */
#define WRAPPING 1.25   /* lines are not filled to their ends */

/* What stands in the cell or heading would take in one piece, with what stands around it. */
static void
take_need (GtkWidget *cell, TuceHeldColumn *held)
{
  GtkWidget *child = gtk_widget_get_first_child (cell);
  int natural;

  if (!child || gtk_widget_get_width (cell) <= 0)
    return;
  if (TUCE_IS_MARK_CELL (child))
    natural = tuce_mark_cell_get_need (TUCE_MARK_CELL (child));
  else
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (GTK_IS_LABEL (child) && gtk_label_get_wrap (GTK_LABEL (child)))
    natural = (int) (natural * WRAPPING / held->column.lines);
  held->need = MAX (held->need, natural + gtk_widget_get_allocated_width (cell) - gtk_widget_get_width (cell));
}

/* @row: its cells, or the headings */
static void
take_needs (TuceColumnTable *table, GtkWidget *row)
{
  guint i = 0, n = tuce_column_table_n_columns (table);

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell && i < n; cell = gtk_widget_get_next_sibling (cell))
    take_need (cell, tuce_column_table_held (G_OBJECT (tuce_column_table_nth (table, i++))));
}

static void
take_all_needs (TuceColumnTable *table)
{
  GtkWidget *view = GTK_WIDGET (tuce_column_table_get_view (table));

  take_needs (table, gtk_widget_get_first_child (view));
  for (GtkWidget *list = gtk_widget_get_first_child (view); list; list = gtk_widget_get_next_sibling (list))
    for (GtkWidget *row = GTK_IS_LIST_VIEW (list) ? gtk_widget_get_first_child (list) : NULL; row;
         row = gtk_widget_get_next_sibling (row))
      if (gtk_widget_get_child_visible (row))
        take_needs (table, row);
}

static void
fit (TuceColumnTable *table)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (table);
  guint n = tuce_column_table_n_columns (table);
  g_autofree TuceHeldColumn **held = g_new (TuceHeldColumn *, n);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n);
  int spare = (int) priv->width;

  for (guint i = 0; i < n; i++)
    {
      held[i] = tuce_column_table_held (G_OBJECT (tuce_column_table_nth (table, i)));
      spare -= held[i]->usual;
    }
  if (spare > 0)
    take_all_needs (table);
  for (guint i = 0; i < n; i++)
    {
      sizes[i].minimum_size = held[i]->usual > 0 ? held[i]->usual : MAX (held[i]->need, LEFT_LEAST);
      sizes[i].natural_size = held[i]->drawn ? sizes[i].minimum_size : MAX (sizes[i].minimum_size, held[i]->need);
      spare -= held[i]->usual > 0 ? 0 : sizes[i].minimum_size;
    }
  gtk_distribute_natural_allocation (MAX (spare, 0), n, sizes);
  priv->fitting = TRUE;
  for (guint i = 0; i < n; i++)
    if (held[i]->usual > 0)
      gtk_column_view_column_set_fixed_width (tuce_column_table_nth (table, i), sizes[i].minimum_size);
  priv->fitting = FALSE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (TUCE_COLUMN_TABLE (widget));

  if (priv->frames++ == 0) /* laid out in this very frame */
    return G_SOURCE_CONTINUE;
  priv->tick = 0;
  fit (TUCE_COLUMN_TABLE (widget));
  return G_SOURCE_REMOVE;
}

void
tuce_column_table_fit_soon (TuceColumnTable *table)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (table);

  priv->frames = 0;
  if (priv->tick == 0 && !gtk_widget_in_destruction (GTK_WIDGET (table)))
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (table), on_tick, NULL, NULL);
}

static gboolean
on_rest (gpointer data)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (data);
  gboolean rests = priv->n_bound == priv->n_rested;

  priv->n_rested = priv->n_bound;
  if (!rests)
    return G_SOURCE_CONTINUE;
  priv->rest = 0;
  fit (data);
  return G_SOURCE_REMOVE;
}

void
tuce_column_table_fit_at_rest (TuceColumnTable *table)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (table);

  priv->n_bound++;
  if (priv->rest == 0)
    priv->rest = g_timeout_add (REST_MS, on_rest, table);
}

static void
on_adjustment_changed (GtkAdjustment *adjustment, TuceColumnTable *table)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (table);
  double width = gtk_adjustment_get_page_size (adjustment);

  if (width == priv->width)
    return;
  priv->width = width;
  tuce_column_table_fit_soon (table);
}

void
tuce_column_table_watch_width (TuceColumnTable *table)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (table);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (priv->scrolled)), "changed",
                           G_CALLBACK (on_adjustment_changed), table, 0);
}
