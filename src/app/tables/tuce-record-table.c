/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-table.h"

#include "tuce-criteria-cell.h"
#include "tuce-record-name.h"
#include "tuce-record-table-private.h"

#define ASSESSMENT "_assessment" /* after the name of what is assessed */

G_DEFINE_FINAL_TYPE (TuceRecordTable, tuce_record_table, TUCE_TYPE_LIST_TABLE)

enum
{
  COLUMNS_CHANGED,
  ORDER_CHANGED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- cells --- */

static const TuceValue *
find_value (TuceRecordTable *self, guint position, const TuceRecordColumn *info)
{
  TuceRecordList *list = tuce_record_table_get_list (self);
  int column = tuce_record_table_path_index (self, info->path);

  return list && column >= 0 ? tuce_record_list_value (list, position, (guint) column) : NULL;
}

/* Lists mask what is personal; the card shows it. */
static char *
format (const TuceField *field, const TuceValue *value)
{
  g_autofree char *text = tuce_field_format (field, value);

  return field->privacy == TUCE_PRIVACY_OPEN ? g_steal_pointer (&text) : tuce_field_mask (field, text);
}

/* A division goes by its name. */
static char *
place_name (TuceRecordTable *self, const char *code)
{
  TuceRecordList *list = tuce_record_table_get_list (self);

  return list && *code ? tuce_place_name (tuce_record_list_get_county (list), code) : g_strdup (code);
}

/* The standard by which @assessment was made: of a household, or of its move. */
static const TucePack *
standard_of (TuceStandards *standards, const TuceEntity *assessment)
{
  g_autofree char *subject = g_strdup (assessment->name);
  char *suffix = g_strrstr (subject, ASSESSMENT);

  if (suffix)
    *suffix = '\0';
  return standards ? tuce_standards_standard (standards, subject) : NULL;
}

static void
show_criteria (TuceRecordTable *self, GtkWidget *cell, const TuceField *field, const TuceValue *value)
{
  const TucePack *pack = standard_of (self->standards, field->entity);

  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (cell), self->dictionary, pack,
                          value && value->kind == TUCE_VALUE_TEXT ? value->text : "");
}

/* @whole: for the tooltip. */
static char *
figure_at (TuceRecordTable *self, const TuceRecordColumn *info, guint position, gboolean whole)
{
  TuceRecordList *list = tuce_record_table_get_list (self);

  return list ? info->words (tuce_record_list_get_id (list, position), whole, info->data) : NULL;
}

static char *
words_of (TuceRecordTable *self, const TuceRecordColumn *info, guint position)
{
  const TuceValue *value;

  if (!info->field)
    return figure_at (self, info, position, FALSE);
  value = find_value (self, position, info);
  if (value && value->kind == TUCE_VALUE_TEXT && info->field->is_division && !info->field->entity->is_place)
    return place_name (self, value->text);
  return value ? format (info->field, value) : NULL;
}

static char *
words (TuceColumnTable *table, const TuceColumn *column, guint position)
{
  return words_of (TUCE_RECORD_TABLE (table), column->what, position);
}

/* A figure tells what it is made of. */
static char *
explain (TuceColumnTable *table, const TuceColumn *column, guint position)
{
  const TuceRecordColumn *info = column->what;

  return info->field ? NULL : figure_at (TUCE_RECORD_TABLE (table), info, position, TRUE);
}

static const TuceCode *
code (TuceColumnTable *table, const TuceColumn *column, guint position)
{
  const TuceRecordColumn *info = column->what;
  const TuceValue *value = find_value (TUCE_RECORD_TABLE (table), position, info);

  return value && value->kind == TUCE_VALUE_TEXT ? tuce_code_list_find (info->field->codes, value->text) : NULL;
}

static GtkWidget *
new_cell (TuceColumnTable *table, const TuceColumn *column, GtkListItem *item)
{
  if (tuce_record_column_has_criteria (column->what))
    return tuce_criteria_cell_new ();
  return TUCE_COLUMN_TABLE_CLASS (tuce_record_table_parent_class)->new_cell (table, column, item);
}

static void
show (TuceColumnTable *table, const TuceColumn *column, guint position, GtkWidget *cell)
{
  TuceRecordTable *self = TUCE_RECORD_TABLE (table);
  const TuceRecordColumn *info = column->what;

  if (TUCE_IS_CRITERIA_CELL (cell))
    show_criteria (self, cell, info->field, find_value (self, position, info));
  else
    TUCE_COLUMN_TABLE_CLASS (tuce_record_table_parent_class)->show (table, column, position, cell);
}

char *
tuce_record_table_get_text (TuceRecordTable *self, guint position, const char *path)
{
  const TuceRecordColumn *info = tuce_record_columns_find (self->available, path);

  return info ? words_of (self, info, position) : NULL;
}

/* --- object --- */

static void
selection_changed (TuceColumnTable *table)
{
  TuceRecordList *list = tuce_list_table_get_list (TUCE_LIST_TABLE (table));
  guint position = tuce_column_table_get_selected (table);

  if (list)
    g_signal_emit (table, signals[SELECTED], 0,
                   position == GTK_INVALID_LIST_POSITION ? (gint64) 0 : tuce_record_list_get_id (list, position));
}

static void
tuce_record_table_dispose (GObject *object)
{
  TuceRecordTable *self = TUCE_RECORD_TABLE (object);

  if (!self->disposed)
    {
      GtkColumnView *view = tuce_column_table_get_view (TUCE_COLUMN_TABLE (self));

      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (view), self);
    }
  self->disposed = TRUE;
  self->building = TRUE;
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
  TuceColumnTableClass *table_class = TUCE_COLUMN_TABLE_CLASS (klass);

  object_class->dispose = tuce_record_table_dispose;
  object_class->finalize = tuce_record_table_finalize;
  table_class->select = TUCE_SELECT_ONE;
  table_class->words = words;
  table_class->explain = explain;
  table_class->code = code;
  table_class->new_cell = new_cell;
  table_class->show = show;
  table_class->drawn = tuce_record_table_remember_width;
  table_class->selection_changed = selection_changed;

  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", TUCE_TYPE_RECORD_TABLE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", TUCE_TYPE_RECORD_TABLE,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", TUCE_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  tuce_record_table_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tuce_record_table_init (TuceRecordTable *self)
{
  self->view = tuce_column_table_get_view (TUCE_COLUMN_TABLE (self));
  gtk_column_view_set_reorderable (self->view, TRUE);
  tuce_record_table_watch_columns (self);
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
  if (tuce_record_table_get_list (self))
    tuce_record_list_refresh_all (tuce_record_table_get_list (self));
}

void
tuce_record_table_set_figures (TuceRecordTable *self, TuceRecordFigures figures, gpointer data)
{
  g_return_if_fail (TUCE_IS_RECORD_TABLE (self));
  self->add_figures = figures;
  self->figures_data = data;
}

void
tuce_record_table_set_list (TuceRecordTable *self, TuceRecordList *list)
{
  tuce_list_table_set_list (TUCE_LIST_TABLE (self), list);
}

TuceRecordList *
tuce_record_table_get_list (TuceRecordTable *self)
{
  return tuce_list_table_get_list (TUCE_LIST_TABLE (self));
}

void
tuce_record_table_hold (TuceRecordTable *self, gboolean hold)
{
  tuce_column_table_hold (TUCE_COLUMN_TABLE (self), hold);
}

void
tuce_record_table_select (TuceRecordTable *self, gint64 id, gboolean scroll)
{
  TuceRecordList *list = tuce_record_table_get_list (self);
  guint position;

  if (!list)
    return;
  if (id == 0 || !tuce_record_list_find (list, id, &position))
    position = GTK_INVALID_LIST_POSITION;
  tuce_column_table_select (TUCE_COLUMN_TABLE (self), position, scroll ? TUCE_BRING_ROW : TUCE_BRING_NOTHING);
}

gboolean
tuce_record_table_focus (TuceRecordTable *self)
{
  TuceRecordList *list = tuce_record_table_get_list (self);

  if (!list || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    return FALSE;
  tuce_column_table_focus (TUCE_COLUMN_TABLE (self));
  return TRUE;
}
