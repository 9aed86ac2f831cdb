/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-table.h"

#include "tuce-record-table-private.h"
#include "tuce-row-focus.h"

G_DEFINE_FINAL_TYPE (TuceRecordTable, tuce_record_table, GTK_TYPE_WIDGET)

enum
{
  COLUMNS_CHANGED,
  ORDER_CHANGED,
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, TuceRecordTable *self)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (self->holds > 0 || !self->list)
    return;
  g_signal_emit (self, signals[SELECTED], 0,
                 position == GTK_INVALID_LIST_POSITION ? (gint64) 0
                                                       : tuce_record_list_get_id (self->list, position));
}

static void
on_activate (GtkColumnView *view, guint position, TuceRecordTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, tuce_record_list_get_id (self->list, position));
}

static void
tuce_record_table_dispose (GObject *object)
{
  TuceRecordTable *self = TUCE_RECORD_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  tuce_record_table_set_list (self, NULL);
  self->building = TRUE;
  if (child)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      tuce_record_table_remove_columns (self);
      gtk_widget_unparent (child);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tuce_record_table_parent_class)->dispose (object);
}

static void
tuce_record_table_finalize (GObject *object)
{
  TuceRecordTable *self = TUCE_RECORD_TABLE (object);

  g_clear_pointer (&self->available, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  g_strfreev (self->paths);
  g_free (self->entity);
  g_free (self->group);
  g_free (self->widths);
  G_OBJECT_CLASS (tuce_record_table_parent_class)->finalize (object);
}

static void
tuce_record_table_class_init (TuceRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tuce_record_table_dispose;
  object_class->finalize = tuce_record_table_finalize;

  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", TUCE_TYPE_RECORD_TABLE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", TUCE_TYPE_RECORD_TABLE,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", TUCE_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", TUCE_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  tuce_record_table_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordtable");
}

static void
tuce_record_table_init (TuceRecordTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (on_selected), self);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  tuce_record_table_watch_columns (self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_record_table_new (const char *entity, TuceSettings *settings)
{
  TuceRecordTable *self = g_object_new (TUCE_TYPE_RECORD_TABLE, NULL);

  self->entity = g_strdup (entity);
  self->group = g_strconcat (entity, "s", NULL);
  self->widths = g_strconcat (entity, "-widths", NULL);
  self->settings = g_object_ref (settings);
  self->kind = tuce_list_kind_for (entity);
  return GTK_WIDGET (self);
}

void
tuce_record_table_set_purpose (TuceRecordTable *self, const char *name, const TuceListKind *kind)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  g_free (self->group);
  g_free (self->widths);
  self->group = g_strdup (name);
  self->widths = g_strconcat (name, "-widths", NULL);
  self->kind = kind;
}

void
tuce_record_table_set_standards (TuceRecordTable *self, TuceStandards *standards)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  if (standards == self->standards)
    return;
  g_clear_pointer (&self->standards, tuce_standards_unref);
  self->standards = standards ? tuce_standards_ref (standards) : NULL;
  if (self->list)
    tuce_record_list_refresh_all (self->list);
}

void
tuce_record_table_set_figures (TuceRecordTable *self, TuceRecordFigures figures, gpointer data)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  self->add_figures = figures;
  self->figures_data = data;
}

/* The view lets go of its model first: a selection that is told of 100,000 new rows asks for each of them. */
void
tuce_record_table_set_list (TuceRecordTable *self, TuceRecordList *list)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  if (self->list == list)
    return;
  self->holds++;
  gtk_column_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->list, list);
  if (list)
    {
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    }
  self->holds--;
}

TuceRecordList *
tuce_record_table_get_list (TuceRecordTable *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), NULL);
  return self->list;
}

void
tuce_record_table_hold (TuceRecordTable *self, gboolean hold)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  self->holds += hold ? 1 : -1;
}

void
tuce_record_table_select (TuceRecordTable *self, gint64 id, gboolean scroll)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  if (!self->list)
    return;
  if (id == 0 || !tuce_record_list_find (self->list, id, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->holds++;
  gtk_single_selection_set_selected (self->selection, position);
  if (scroll && position != GTK_INVALID_LIST_POSITION)
    tuce_row_scroll (GTK_WIDGET (self->view), position);
  self->holds--;
}

gboolean
tuce_record_table_focus (TuceRecordTable *self)
{
  guint position;

  g_return_val_if_fail (TUCE_IS_RECORD_TABLE (self), FALSE);
  if (!self->list || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return FALSE;
  position = gtk_single_selection_get_selected (self->selection);
  tuce_row_focus (GTK_WIDGET (self->view), position == GTK_INVALID_LIST_POSITION ? 0 : position);
  return TRUE;
}
