/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-text-table.h"

#include "tuce-row-focus.h"

/* A row: what its cells say. */
struct _TuceTextRow
{
  GObject parent_instance;
  gint64 id;
  GStrv cells;
  TuceTextLook look;
};

#define TUCE_TYPE_TEXT_ROW (tuce_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceTextRow, tuce_text_row, TUCE, TEXT_ROW, GObject)
G_DEFINE_FINAL_TYPE (TuceTextRow, tuce_text_row, G_TYPE_OBJECT)

static void
tuce_text_row_finalize (GObject *object)
{
  g_strfreev (TUCE_TEXT_ROW (object)->cells);
  G_OBJECT_CLASS (tuce_text_row_parent_class)->finalize (object);
}

static void
tuce_text_row_class_init (TuceTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_text_row_finalize;
}

static void
tuce_text_row_init (TuceTextRow *self)
{
}

struct _TuceTextTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkSingleSelection *selection;

  guint n_columns;
  GPtrArray *coming; /* TuceTextRow, between begin and end */
  guint holds;
};

G_DEFINE_FINAL_TYPE (TuceTextTable, tuce_text_table, GTK_TYPE_WIDGET)

static guint selection_changed_signal, activated_signal;

static TuceTextRow *
row_at (TuceTextTable *self, guint position)
{
  g_autoptr (TuceTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row; /* the model keeps it */
}

/* --- cells --- */

static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, const TuceTextColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_list_item_set_child (item, label);
  tuce_row_focus_mark (item);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const TuceTextRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "tuce-column"));

  gtk_label_set_text (GTK_LABEL (label), row->cells[column]);
  set_class (label, "heading", row->look & TUCE_TEXT_STRONG);
  set_class (label, "dim-label", row->look & TUCE_TEXT_DIM);
}

static void
column_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_column (TuceTextTable *self, const TuceTextColumn *column, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (column->title, factory);

  g_object_set_data (G_OBJECT (factory), "tuce-column", GUINT_TO_POINTER (index));
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup), g_memdup2 (column, sizeof *column), column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (view_column, column->width);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

/* --- object --- */

static void
on_selected (TuceTextTable *self)
{
  if (self->holds == 0)
    g_signal_emit (self, selection_changed_signal, 0);
}

static void
on_activate (GtkColumnView *view, guint position, TuceTextTable *self)
{
  g_signal_emit (self, activated_signal, 0, row_at (self, position)->id);
}

static void
tuce_text_table_dispose (GObject *object)
{
  TuceTextTable *self = TUCE_TEXT_TABLE (object);

  self->holds++;
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tuce_text_table_parent_class)->dispose (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TUCE_TEXT_TABLE (widget)->view));
}

static void
tuce_text_table_class_init (TuceTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_text_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  selection_changed_signal = g_signal_new ("selection-changed", TUCE_TYPE_TEXT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_TEXT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tuce_text_table_init (TuceTextTable *self)
{
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_text_table_new (const char *label, const TuceTextColumn *columns, guint n_columns)
{
  TuceTextTable *self = g_object_new (TUCE_TYPE_TEXT_TABLE, NULL);

  self->n_columns = n_columns;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], i);
  return GTK_WIDGET (self);
}

/* --- rows --- */

void
tuce_text_table_begin (TuceTextTable *self)
{
  g_return_if_fail (TUCE_IS_TEXT_TABLE (self));
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
}

void
tuce_text_table_add (TuceTextTable *self, gint64 id, GStrv cells, TuceTextLook look)
{
  TuceTextRow *row = g_object_new (TUCE_TYPE_TEXT_ROW, NULL);

  g_return_if_fail (TUCE_IS_TEXT_TABLE (self) && self->coming && g_strv_length (cells) == self->n_columns);
  row->id = id;
  row->cells = cells;
  row->look = look;
  g_ptr_array_add (self->coming, row);
}

void
tuce_text_table_end (TuceTextTable *self)
{
  g_autoptr (GListStore) rows = g_list_store_new (TUCE_TYPE_TEXT_ROW);
  gint64 before = tuce_text_table_get_selected (self);

  g_return_if_fail (self->coming);
  self->holds++;
  g_list_store_splice (rows, 0, 0, self->coming->pdata, self->coming->len);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  gtk_column_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  if (before)
    tuce_text_table_select (self, before);
  self->holds--;
}

guint
tuce_text_table_n_rows (TuceTextTable *self)
{
  g_return_val_if_fail (TUCE_IS_TEXT_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

gint64
tuce_text_table_get_selected (TuceTextTable *self)
{
  const TuceTextRow *row;

  g_return_val_if_fail (TUCE_IS_TEXT_TABLE (self), 0);
  row = gtk_single_selection_get_selected_item (self->selection);
  return row ? row->id : 0;
}

void
tuce_text_table_select (TuceTextTable *self, gint64 id)
{
  guint n = tuce_text_table_n_rows (self);

  self->holds++;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < n; i++)
    if (row_at (self, i)->id == id)
      {
        gtk_single_selection_set_selected (self->selection, i);
        tuce_row_scroll (GTK_WIDGET (self->view), i);
        break;
      }
  self->holds--;
}

const char *
tuce_text_table_get_cell (TuceTextTable *self, guint row, guint column)
{
  g_return_val_if_fail (TUCE_IS_TEXT_TABLE (self), NULL);
  return row < tuce_text_table_n_rows (self) && column < self->n_columns ? row_at (self, row)->cells[column] : NULL;
}
