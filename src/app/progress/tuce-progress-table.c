/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-progress-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-record-row.h"
#include "tuce-row-focus.h"
#include "tuce-tally-bar.h"

/* What a column shows besides the criterion of that number. */
enum
{
  WHOLE = -1,
  NAME = -2,
  INCIDENCE = -3
};

struct _TuceProgressTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GListStore *rows; /* TuceRecordRow: its id is the number of the row */

  const TuceProgressFound *found; /* borrowed */
  TucePack *pack;
  char *sum;
  TuceDictionary *dictionary;
};

/* A cell's column. */
typedef struct
{
  TuceProgressTable *table;
  int what;
} Column;

G_DEFINE_FINAL_TYPE (TuceProgressTable, tuce_progress_table, GTK_TYPE_WIDGET)

static guint opened_signal;

static const char *
name_of (TuceProgressTable *self, guint row)
{
  const TuceRollup *rollup = g_ptr_array_index (self->found->rollups, row);

  return row == 0 ? self->sum : rollup->name;
}

static void
show_bar (TuceProgressTable *self, GtkWidget *bar, guint row, int criterion)
{
  const TuceRollup *rollup = g_ptr_array_index (self->found->rollups, row);
  const TuceRule *rule
      = criterion >= 0 && (guint) criterion < self->pack->rules->len ? self->pack->rules->pdata[criterion] : NULL;
  g_autofree char *what = rule ? g_strdup_printf ("%s · %s %s", name_of (self, row), rule->code, tuce_rule_short (rule))
                               : g_strdup (name_of (self, row));
  const TuceTally none = { 0, 0, 0 };
  const TuceTally *tally = criterion < 0                              ? &rollup->whole
                           : (guint) criterion < rollup->n_criteria ? &rollup->criteria[criterion]
                                                                      : &none;

  tuce_tally_bar_set (TUCE_TALLY_BAR (bar), tally, what, self->dictionary);
}

static const TuceIncidence *
incidence_of (TuceProgressTable *self, guint row)
{
  const TuceRollup *rollup = g_ptr_array_index (self->found->rollups, row);

  return g_hash_table_lookup (self->found->incidences, rollup->code);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  TuceProgressTable *self = column->table;
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = gtk_list_item_get_position (item);

  if (!self->found || row >= self->found->rollups->len)
    return;
  if (column->what == NAME)
    gtk_label_set_text (GTK_LABEL (cell), name_of (self, row));
  else if (column->what == INCIDENCE)
    {
      g_autofree char *rate = tuce_incidence_rate (incidence_of (self, row));
      g_autofree char *fraction = tuce_incidence_fraction (incidence_of (self, row));

      gtk_label_set_text (GTK_LABEL (cell), rate);
      gtk_widget_set_tooltip_text (cell, fraction);
    }
  else
    show_bar (self, cell, row, column->what);
}

static void
on_activated (TuceTallyBar *bar, int result, GtkListItem *item)
{
  Column *column = g_object_get_data (G_OBJECT (item), "tuce-column");

  g_signal_emit (column->table, opened_signal, 0, gtk_list_item_get_position (item), column->what, result);
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell;

  if (column->what >= WHOLE)
    {
      cell = tuce_tally_bar_new ();
      g_signal_connect (cell, "activated", G_CALLBACK (on_activated), item);
    }
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), column->what == NAME ? 0 : 1);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
  tuce_row_focus_mark (item);
  g_object_set_data (G_OBJECT (item), "tuce-column", column);
}

static void
add_column (TuceProgressTable *self, const char *title, int what, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  Column *info = g_new0 (Column, 1);

  *info = (Column){ self, what };
  g_object_set_data_full (G_OBJECT (factory), "tuce-column", info, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), info);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), info);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (self->view, column);
}

static void
build_columns (TuceProgressTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  if (!self->pack)
    return;
  add_column (self, _("Place"), NAME, 92);
  add_column (self, _("All Criteria"), WHOLE, 176);
  add_column (self, _("Incidence"), INCIDENCE, 84);
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = g_ptr_array_index (self->pack->rules, i);
      g_autofree char *title = g_strdup_printf ("%s %s", rule->code, tuce_rule_short (rule));

      add_column (self, title, (int) i, 148);
    }
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
tuce_progress_table_dispose (GObject *object)
{
  TuceProgressTable *self = TUCE_PROGRESS_TABLE (object);

  self->found = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->pack, tuce_pack_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_clear_pointer (&self->sum, g_free);
  G_OBJECT_CLASS (tuce_progress_table_parent_class)->dispose (object);
}

static void
tuce_progress_table_class_init (TuceProgressTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_progress_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  opened_signal = g_signal_new ("opened", TUCE_TYPE_PROGRESS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
}

static void
tuce_progress_table_init (TuceProgressTable *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->rows = g_list_store_new (TUCE_TYPE_RECORD_ROW);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (model))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_progress_table_new (void)
{
  return g_object_new (TUCE_TYPE_PROGRESS_TABLE, NULL);
}

void
tuce_progress_table_set (TuceProgressTable *self, const TuceProgressFound *found, const TucePack *pack,
                         const char *sum, TuceDictionary *dictionary)
{
  g_return_if_fail (TUCE_IS_PROGRESS_TABLE (self));
  self->found = NULL;
  if (pack != self->pack || !dictionary)
    {
      g_list_store_remove_all (self->rows);
      g_clear_pointer (&self->pack, tuce_pack_unref);
      self->pack = pack ? tuce_pack_ref ((TucePack *) pack) : NULL;
      build_columns (self);
    }
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  self->dictionary = dictionary ? tuce_dictionary_ref (dictionary) : NULL;
  g_free (self->sum);
  self->sum = g_strdup (sum);
  self->found = found;
  if (found)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < found->rollups->len; i++)
        g_ptr_array_add (rows, tuce_record_row_new (i));
      g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
    }
  else
    g_list_store_remove_all (self->rows);
}
