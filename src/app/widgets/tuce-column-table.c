/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-column-table.h"

#include <string.h>

#include "tuce-column-table-private.h"
#include "tuce-look.h"
#include "tuce-mark-cell.h"
#include "tuce-row-focus.h"
#include "tuce-table-row.h"

#define HELD "tuce-column"

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TuceColumnTable, tuce_column_table, GTK_TYPE_WIDGET)

TuceColumnTablePrivate *
tuce_column_table_private (TuceColumnTable *table)
{
  return tuce_column_table_get_instance_private (table);
}

TuceHeldColumn *
tuce_column_table_held (GObject *object)
{
  return g_object_get_data (object, HELD);
}

/* --- cells --- */

/* Made when it is asked for: setting one asks the display where the pointer is, which costs more than all the rest of a cell. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *item)
{
  TuceHeldColumn *held = tuce_column_table_held (G_OBJECT (label));
  TuceColumnTableClass *class = TUCE_COLUMN_TABLE_GET_CLASS (held->table);
  g_autofree char *text = NULL;

  if (class->explain && gtk_list_item_get_item (item))
    text = class->explain (held->table, &held->column, gtk_list_item_get_position (item));
  if (!text && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text ? text : gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static GtkWidget *
new_cell (TuceColumnTable *table, const TuceColumn *column, GtkListItem *item)
{
  GtkWidget *label;

  if (column->look & TUCE_COLUMN_MARK)
    return tuce_mark_cell_new ();
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), column->look & TUCE_COLUMN_RIGHT ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), (column->look & TUCE_COLUMN_WRAPS) != 0);
  if (column->lines > 0)
    gtk_label_set_lines (GTK_LABEL (label), column->lines);
  if (column->look & TUCE_COLUMN_DIGITS)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), item);
  return label;
}

static void
show (TuceColumnTable *table, const TuceColumn *column, guint position, GtkWidget *cell)
{
  TuceColumnTableClass *class = TUCE_COLUMN_TABLE_GET_CLASS (table);
  g_autofree char *text = NULL;

  if (column->look & TUCE_COLUMN_MARK)
    {
      tuce_mark_cell_set_code (TUCE_MARK_CELL (cell), class->code (table, column, position));
      return;
    }
  text = class->words (table, column, position);
  gtk_label_set_text (GTK_LABEL (cell), text ? text : "");
  /* The word stands there too: colour only helps to find it. */
  if (column->look & TUCE_COLUMN_WARNS)
    tuce_look_set_class (cell, "problem", text && strchr (text, '!'));
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, TuceHeldColumn *held)
{
  GtkWidget *cell = TUCE_COLUMN_TABLE_GET_CLASS (held->table)->new_cell (held->table, &held->column, item);

  g_object_set_data (G_OBJECT (cell), HELD, held);
  gtk_list_item_set_child (item, cell);
  tuce_row_focus_mark (item);
}

static void
on_row_changed (TuceTableRow *row, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  TuceHeldColumn *held = tuce_column_table_held (G_OBJECT (cell));

  TUCE_COLUMN_TABLE_GET_CLASS (held->table)
      ->show (held->table, &held->column, gtk_list_item_get_position (item), cell);
  tuce_column_table_fit_at_rest (held->table);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TuceTableRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), item);
  on_row_changed (row, item);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* --- columns --- */

/* Where the filler stands, or %G_MAXUINT while it is being moved. */
static guint
find_filler (TuceColumnTablePrivate *priv)
{
  GListModel *columns = gtk_column_view_get_columns (priv->view);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (column == priv->filler)
        return i - 1;
    }
  return G_MAXUINT;
}

guint
tuce_column_table_n_columns (TuceColumnTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (tuce_column_table_get_view (self));

  return g_list_model_get_n_items (columns) - (find_filler (tuce_column_table_private (self)) != G_MAXUINT);
}

GtkColumnViewColumn *
tuce_column_table_nth (TuceColumnTable *self, guint position)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);
  guint among = position + (position >= find_filler (priv));
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (priv->view), among);

  return column; /* the view keeps it */
}

/* It takes what is left where no other column does. From when columns are made on: GTK 4.8 lays nothing out anew for it. */
static void
set_filler (TuceColumnTable *self)
{
  gboolean left = TRUE;

  for (guint i = 0; i < tuce_column_table_n_columns (self); i++)
    left = left && !gtk_column_view_column_get_expand (tuce_column_table_nth (self, i));
  gtk_column_view_column_set_expand (tuce_column_table_private (self)->filler, left);
}

/* A width that was not given out here: the user drew it. It stays, and takes nothing of what is left. */
static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, TuceHeldColumn *held)
{
  TuceColumnTableClass *class = TUCE_COLUMN_TABLE_GET_CLASS (held->table);

  if (tuce_column_table_private (held->table)->fitting)
    return;
  held->usual = gtk_column_view_column_get_fixed_width (column);
  held->drawn = TRUE;
  gtk_column_view_column_set_expand (column, FALSE);
  set_filler (held->table);
  if (class->drawn)
    class->drawn (held->table, &held->column, held->usual);
  tuce_column_table_fit_at_rest (held->table);
}

GtkColumnViewColumn *
tuce_column_table_insert (TuceColumnTable *self, guint position, const TuceColumn *column)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (column->title, factory);
  TuceHeldColumn *held = g_new0 (TuceHeldColumn, 1);

  held->column = *column;
  held->column.title = NULL; /* the view has it */
  held->table = self;
  held->usual = column->width;
  held->drawn = (column->look & TUCE_COLUMN_DRAWN) != 0;
  g_object_set_data_full (G_OBJECT (factory), HELD, held, g_free);
  g_object_set_data (G_OBJECT (shown), HELD, held);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), held);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  gtk_column_view_column_set_resizable (shown, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (shown, column->width);
  else
    gtk_column_view_column_set_expand (shown, TRUE);
  g_signal_connect (shown, "notify::fixed-width", G_CALLBACK (on_width_changed), held);
  gtk_column_view_insert_column (priv->view, MIN (position, tuce_column_table_n_columns (self)), shown);
  set_filler (self);
  tuce_column_table_fit_soon (self);
  return shown; /* the view keeps it */
}

static gboolean
move_filler (gpointer data)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (data);

  priv->moving = 0;
  gtk_column_view_insert_column (priv->view, tuce_column_table_n_columns (data), priv->filler);
  return G_SOURCE_REMOVE;
}

/* A heading was dragged behind it, or it was itself: not from within what GTK does with the columns. */
static void
on_columns_changed (TuceColumnTable *self)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);
  guint filler = find_filler (priv);

  if (filler < tuce_column_table_n_columns (self) && priv->moving == 0)
    priv->moving = g_idle_add (move_filler, self);
}

void
tuce_column_table_clear (TuceColumnTable *self)
{
  GtkColumnView *view = tuce_column_table_get_view (self);

  while (tuce_column_table_n_columns (self) > 0)
    gtk_column_view_remove_column (view, tuce_column_table_nth (self, 0));
}

const TuceColumn *
tuce_column_of (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), NULL);
  return &tuce_column_table_held (G_OBJECT (column))->column;
}

/* --- object --- */

static void
on_selection_changed (TuceColumnTable *self)
{
  if (tuce_column_table_private (self)->holds == 0)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_activate (GtkColumnView *view, guint position, TuceColumnTable *self)
{
  GtkSelectionModel *selection = tuce_column_table_private (self)->selection;
  g_autoptr (TuceTableRow) row = g_list_model_get_item (G_LIST_MODEL (selection), position);

  g_signal_emit (self, signals[ACTIVATED], 0, tuce_table_row_get_id (row));
}

static void
tuce_column_table_dispose (GObject *object)
{
  TuceColumnTable *self = TUCE_COLUMN_TABLE (object);
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);

  priv->holds++;
  if (priv->scrolled)
    {
      tuce_column_table_set_rows (self, NULL);
      tuce_column_table_clear (self);
    }
  g_clear_handle_id (&priv->rest, g_source_remove);
  g_clear_handle_id (&priv->moving, g_source_remove);
  g_clear_pointer (&priv->scrolled, gtk_widget_unparent);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->filler);
  G_OBJECT_CLASS (tuce_column_table_parent_class)->dispose (object);
}

static void
tuce_column_table_constructed (GObject *object)
{
  TuceColumnTable *self = TUCE_COLUMN_TABLE (object);
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);
  TuceSelect select = TUCE_COLUMN_TABLE_GET_CLASS (self)->select;
  GtkSingleSelection *single;

  G_OBJECT_CLASS (tuce_column_table_parent_class)->constructed (object);
  if (select == TUCE_SELECT_ONE)
    {
      single = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (single, FALSE);
      gtk_single_selection_set_can_unselect (single, TRUE);
      priv->selection = GTK_SELECTION_MODEL (single);
    }
  else
    priv->selection = select == TUCE_SELECT_MANY ? GTK_SELECTION_MODEL (gtk_multi_selection_new (NULL))
                                                 : GTK_SELECTION_MODEL (gtk_no_selection_new (NULL));
  /* A single selection tells where it stands by its property, also when its row goes. */
  g_signal_connect_object (priv->selection, select == TUCE_SELECT_ONE ? "notify::selected" : "selection-changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
}

static void
tuce_column_table_class_init (TuceColumnTableClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = tuce_column_table_constructed;
  G_OBJECT_CLASS (klass)->dispose = tuce_column_table_dispose;
  klass->new_cell = new_cell;
  klass->show = show;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", TUCE_TYPE_COLUMN_TABLE, G_SIGNAL_RUN_LAST,
                                             G_STRUCT_OFFSET (TuceColumnTableClass, selection_changed), NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", TUCE_TYPE_COLUMN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
set_up_filler_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
}

/* GTK 4.18 measures the child of every cell, and complains of one that has none. */
static GtkListItemFactory *
filler_cells (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_filler_cell), NULL);
  return factory;
}

static void
tuce_column_table_init (TuceColumnTable *self)
{
  TuceColumnTablePrivate *priv = tuce_column_table_private (self);

  priv->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (priv->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->view), "records");
  g_signal_connect (priv->view, "activate", G_CALLBACK (on_activate), self);
  priv->filler = gtk_column_view_column_new (NULL, filler_cells ());
  gtk_column_view_column_set_fixed_width (priv->filler, 0);
  gtk_column_view_column_set_expand (priv->filler, TRUE);
  gtk_column_view_append_column (priv->view, priv->filler);
  g_signal_connect_object (gtk_column_view_get_columns (priv->view), "items-changed", G_CALLBACK (on_columns_changed),
                           self, G_CONNECT_SWAPPED);
  priv->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scrolled), GTK_WIDGET (priv->view));
  gtk_widget_set_hexpand (priv->scrolled, TRUE);
  gtk_widget_set_vexpand (priv->scrolled, TRUE);
  gtk_widget_set_parent (priv->scrolled, GTK_WIDGET (self));
  tuce_column_table_watch_width (self);
}

GtkColumnView *
tuce_column_table_get_view (TuceColumnTable *self)
{
  g_return_val_if_fail (TUCE_IS_COLUMN_TABLE (self), NULL);
  return tuce_column_table_private (self)->view;
}

void
tuce_column_table_set_label (TuceColumnTable *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (tuce_column_table_get_view (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* --- rows --- */

/* The view lets go of its model first: a selection that is told of 100,000 new rows asks for each of them. */
void
tuce_column_table_set_rows (TuceColumnTable *self, GListModel *rows)
{
  TuceColumnTablePrivate *priv;

  g_return_if_fail (TUCE_IS_COLUMN_TABLE (self));
  priv = tuce_column_table_private (self);
  priv->holds++;
  gtk_column_view_set_model (priv->view, NULL);
  g_object_set (priv->selection, "model", NULL, NULL);
  if (rows)
    {
      g_object_set (priv->selection, "model", rows, NULL);
      tuce_column_table_select (self, GTK_INVALID_LIST_POSITION, TUCE_BRING_NOTHING);
      gtk_column_view_set_model (priv->view, priv->selection);
      tuce_column_table_fit_soon (self);
    }
  priv->holds--;
}

void
tuce_column_table_hold (TuceColumnTable *self, gboolean hold)
{
  g_return_if_fail (TUCE_IS_COLUMN_TABLE (self));
  tuce_column_table_private (self)->holds += hold ? 1 : -1;
}

void
tuce_column_table_select (TuceColumnTable *self, guint position, TuceBring bring)
{
  TuceColumnTablePrivate *priv;

  g_return_if_fail (TUCE_IS_COLUMN_TABLE (self));
  priv = tuce_column_table_private (self);
  priv->holds++;
  if (GTK_IS_SINGLE_SELECTION (priv->selection))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (priv->selection), position);
  else if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (priv->selection);
  else
    gtk_selection_model_select_item (priv->selection, position, TRUE);
  if (position != GTK_INVALID_LIST_POSITION && bring == TUCE_BRING_FOCUS)
    tuce_row_focus (GTK_WIDGET (priv->view), position);
  else if (position != GTK_INVALID_LIST_POSITION && bring == TUCE_BRING_ROW)
    tuce_row_scroll (GTK_WIDGET (priv->view), position);
  priv->holds--;
}

void
tuce_column_table_select_all (TuceColumnTable *self)
{
  g_return_if_fail (TUCE_IS_COLUMN_TABLE (self));
  gtk_selection_model_select_all (tuce_column_table_private (self)->selection);
}

GtkBitset *
tuce_column_table_get_selection (TuceColumnTable *self)
{
  g_return_val_if_fail (TUCE_IS_COLUMN_TABLE (self), NULL);
  return gtk_selection_model_get_selection (tuce_column_table_private (self)->selection);
}

guint
tuce_column_table_get_selected (TuceColumnTable *self)
{
  g_autoptr (GtkBitset) selection = tuce_column_table_get_selection (self);

  return gtk_bitset_is_empty (selection) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selection);
}

void
tuce_column_table_focus (TuceColumnTable *self)
{
  guint position = tuce_column_table_get_selected (self);

  tuce_row_focus (GTK_WIDGET (tuce_column_table_get_view (self)), position == GTK_INVALID_LIST_POSITION ? 0 : position);
}
