/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-progress-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-table-row.h"
#include "tuce-tally-bar.h"

#define WHAT "tuce-what"

/* What a column shows besides the criterion of that number. */
enum
{
  WHOLE = -1,
  NAME = -2,
  INCIDENCE = -3
};

struct _TuceProgressTable
{
  TuceColumnTable parent_instance;

  GListStore *rows; /* TuceTableRow: its id is the number of the row */

  const TuceProgressFound *found; /* borrowed */
  TucePack *pack;
  char *sum;
  TuceDictionary *dictionary;
};

G_DEFINE_FINAL_TYPE (TuceProgressTable, tuce_progress_table, TUCE_TYPE_COLUMN_TABLE)

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

static char *
words (TuceColumnTable *table, const TuceColumn *column, guint row)
{
  TuceProgressTable *self = TUCE_PROGRESS_TABLE (table);

  return GPOINTER_TO_INT (column->what) == NAME ? g_strdup (name_of (self, row))
                                                : tuce_incidence_rate (incidence_of (self, row));
}

static char *
explain (TuceColumnTable *table, const TuceColumn *column, guint row)
{
  TuceProgressTable *self = TUCE_PROGRESS_TABLE (table);

  return self->found && GPOINTER_TO_INT (column->what) == INCIDENCE ? tuce_incidence_fraction (incidence_of (self, row))
                                                                    : NULL;
}

static void
show (TuceColumnTable *table, const TuceColumn *column, guint row, GtkWidget *cell)
{
  TuceProgressTable *self = TUCE_PROGRESS_TABLE (table);
  int what = GPOINTER_TO_INT (column->what);

  if (!self->found || row >= self->found->rollups->len)
    return;
  if (what >= WHOLE)
    show_bar (self, cell, row, what);
  else
    TUCE_COLUMN_TABLE_CLASS (tuce_progress_table_parent_class)->show (table, column, row, cell);
}

static void
on_activated (TuceTallyBar *bar, int result, GtkListItem *item)
{
  TuceProgressTable *self = TUCE_PROGRESS_TABLE (gtk_widget_get_ancestor (GTK_WIDGET (bar), TUCE_TYPE_PROGRESS_TABLE));
  int what = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (bar), WHAT));

  g_signal_emit (self, opened_signal, 0, gtk_list_item_get_position (item), what, result);
}

static GtkWidget *
new_cell (TuceColumnTable *table, const TuceColumn *column, GtkListItem *item)
{
  GtkWidget *bar;

  gtk_list_item_set_activatable (item, FALSE);
  if (GPOINTER_TO_INT (column->what) < WHOLE)
    return TUCE_COLUMN_TABLE_CLASS (tuce_progress_table_parent_class)->new_cell (table, column, item);
  bar = tuce_tally_bar_new ();
  g_object_set_data (G_OBJECT (bar), WHAT, (gpointer) column->what);
  g_signal_connect (bar, "activated", G_CALLBACK (on_activated), item);
  return bar;
}

static void
add_column (TuceProgressTable *self, const char *title, int what, int width)
{
  TuceColumn column = { title, width, TUCE_COLUMN_DIGITS | (what == INCIDENCE ? TUCE_COLUMN_RIGHT : 0), 0,
                        GINT_TO_POINTER (what) };

  tuce_column_table_insert (TUCE_COLUMN_TABLE (self), G_MAXUINT, &column);
}

static void
build_columns (TuceProgressTable *self)
{
  tuce_column_table_clear (TUCE_COLUMN_TABLE (self));
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
  G_OBJECT_CLASS (tuce_progress_table_parent_class)->dispose (object);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->pack, tuce_pack_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_clear_pointer (&self->sum, g_free);
}

static void
tuce_progress_table_class_init (TuceProgressTableClass *klass)
{
  TuceColumnTableClass *table_class = TUCE_COLUMN_TABLE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_progress_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  table_class->words = words;
  table_class->explain = explain;
  table_class->show = show;
  table_class->new_cell = new_cell;
  opened_signal = g_signal_new ("opened", TUCE_TYPE_PROGRESS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
}

static void
tuce_progress_table_init (TuceProgressTable *self)
{
  self->rows = g_list_store_new (TUCE_TYPE_TABLE_ROW);
  tuce_column_table_set_label (TUCE_COLUMN_TABLE (self), _("Progress"));
}

GtkWidget *
tuce_progress_table_new (void)
{
  TuceProgressTable *self = g_object_new (TUCE_TYPE_PROGRESS_TABLE, NULL);

  tuce_column_table_set_rows (TUCE_COLUMN_TABLE (self), G_LIST_MODEL (self->rows));
  return GTK_WIDGET (self);
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
        g_ptr_array_add (rows, tuce_table_row_new (i));
      g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
    }
  else
    g_list_store_remove_all (self->rows);
}
