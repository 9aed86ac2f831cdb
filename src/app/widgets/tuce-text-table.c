/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-text-table.h"

#include "tuce-look.h"
#include "tuce-table-row.h"

/* What hangs on a row: what its cells say, and how it looks. */
#define CELLS "tuce-cells"
#define LOOK "tuce-look"

struct _TuceTextTable
{
  TuceColumnTable parent_instance;

  guint n_columns;
  GListStore *rows;
  GPtrArray *coming; /* TuceTableRow, between begin and end */
};

G_DEFINE_FINAL_TYPE (TuceTextTable, tuce_text_table, TUCE_TYPE_COLUMN_TABLE)

static TuceTableRow *
row_at (TuceTextTable *self, guint position)
{
  g_autoptr (TuceTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row; /* the model keeps it */
}

static void
show (TuceColumnTable *table, const TuceColumn *column, guint position, GtkWidget *cell)
{
  GObject *row = G_OBJECT (row_at (TUCE_TEXT_TABLE (table), position));
  GStrv cells = g_object_get_data (row, CELLS);
  TuceTextLook look = GPOINTER_TO_UINT (g_object_get_data (row, LOOK));

  gtk_label_set_text (GTK_LABEL (cell), cells[GPOINTER_TO_UINT (column->what)]);
  tuce_look_set_class (cell, "heading", look & TUCE_TEXT_STRONG);
  tuce_look_set_class (cell, "dim-label", look & TUCE_TEXT_DIM);
}

static void
tuce_text_table_dispose (GObject *object)
{
  TuceTextTable *self = TUCE_TEXT_TABLE (object);

  G_OBJECT_CLASS (tuce_text_table_parent_class)->dispose (object);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_object (&self->rows);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (tuce_column_table_get_view (TUCE_COLUMN_TABLE (widget))));
}

static void
tuce_text_table_class_init (TuceTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_text_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  TUCE_COLUMN_TABLE_CLASS (klass)->select = TUCE_SELECT_ONE;
  TUCE_COLUMN_TABLE_CLASS (klass)->show = show;
}

static void
tuce_text_table_init (TuceTextTable *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tuce_text_table_new (const char *label, const TuceTextColumn *columns, guint n_columns)
{
  TuceTextTable *self = g_object_new (TUCE_TYPE_TEXT_TABLE, NULL);

  self->n_columns = n_columns;
  tuce_column_table_set_label (TUCE_COLUMN_TABLE (self), label);
  for (guint i = 0; i < n_columns; i++)
    {
      TuceColumn column = { columns[i].title, columns[i].width,
                            TUCE_COLUMN_DIGITS | (columns[i].numeric ? TUCE_COLUMN_RIGHT : 0), 0,
                            GUINT_TO_POINTER (i) };

      tuce_column_table_insert (TUCE_COLUMN_TABLE (self), i, &column);
    }
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
  TuceTableRow *row;

  g_return_if_fail (TUCE_IS_TEXT_TABLE (self) && self->coming && g_strv_length (cells) == self->n_columns);
  row = tuce_table_row_new (id);
  g_object_set_data_full (G_OBJECT (row), CELLS, cells, (GDestroyNotify) g_strfreev);
  g_object_set_data (G_OBJECT (row), LOOK, GUINT_TO_POINTER (look));
  g_ptr_array_add (self->coming, row);
}

void
tuce_text_table_end (TuceTextTable *self)
{
  g_autoptr (GListStore) rows = g_list_store_new (TUCE_TYPE_TABLE_ROW);
  gint64 before = tuce_text_table_get_selected (self);

  g_return_if_fail (self->coming);
  g_list_store_splice (rows, 0, 0, self->coming->pdata, self->coming->len);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  tuce_column_table_set_rows (TUCE_COLUMN_TABLE (self), NULL);
  g_set_object (&self->rows, rows);
  tuce_column_table_set_rows (TUCE_COLUMN_TABLE (self), G_LIST_MODEL (rows));
  if (before)
    tuce_text_table_select (self, before);
}

gint64
tuce_text_table_get_selected (TuceTextTable *self)
{
  guint position = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (self));

  return position == GTK_INVALID_LIST_POSITION ? 0 : tuce_table_row_get_id (row_at (self, position));
}

void
tuce_text_table_select (TuceTextTable *self, gint64 id)
{
  guint n = self->rows ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0, position = 0;

  while (position < n && tuce_table_row_get_id (row_at (self, position)) != id)
    position++;
  tuce_column_table_select (TUCE_COLUMN_TABLE (self), position < n ? position : GTK_INVALID_LIST_POSITION,
                            TUCE_BRING_ROW);
}
