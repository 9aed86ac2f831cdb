/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-cell.h"

#include "tuce-record-table-private.h"
#include "tuce-criteria-cell.h"
#include "tuce-mark-cell.h"
#include "tuce-row-focus.h"

#define ASSESSMENT "_assessment" /* after the name of what is assessed */

typedef struct
{
  TuceRecordTable *table; /* outlives its columns */
  const TuceRecordColumn *info;
  gboolean marks;
  gboolean criteria;
} Cells;

static const TuceValue *
find_value (TuceRecordTable *table, guint position, const TuceRecordColumn *info)
{
  int column = tuce_record_table_path_index (table, info->path);

  if (!table->list || column < 0)
    return NULL;
  return tuce_record_list_value (table->list, position, (guint) column);
}

/* Lists mask what is personal; the card shows it. */
static char *
format (const TuceField *field, const TuceValue *value)
{
  g_autofree char *text = tuce_field_format (field, value);

  return field->privacy == TUCE_PRIVACY_OPEN ? g_steal_pointer (&text) : tuce_field_mask (field, text);
}

static void
show_mark (GtkWidget *cell, const TuceField *field, const TuceValue *value)
{
  gboolean known = value && value->kind == TUCE_VALUE_TEXT;

  tuce_mark_cell_set_code (TUCE_MARK_CELL (cell),
                           known ? tuce_code_list_find (field->codes, value->text) : NULL);
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
show_criteria (GtkWidget *cell, Cells *cells, const TuceValue *value)
{
  const TucePack *pack = standard_of (cells->table->standards, cells->info->field->entity);

  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (cell), cells->table->dictionary, pack,
                          value && value->kind == TUCE_VALUE_TEXT ? value->text : "");
}

static void
show_text (GtkWidget *cell, const TuceField *field, const TuceValue *value)
{
  g_autofree char *text = value ? format (field, value) : NULL;

  gtk_label_set_text (GTK_LABEL (cell), text ? text : "");
}

static void
show_figure (GtkListItem *item, Cells *cells)
{
  gint64 id = tuce_record_row_get_id (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = cells->info->words (id, FALSE, cells->info->data);

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show (GtkListItem *item, Cells *cells)
{
  const TuceField *field = cells->info->field;
  const TuceValue *value = find_value (cells->table, gtk_list_item_get_position (item), cells->info);

  if (!field)
    show_figure (item, cells);
  else if (cells->criteria)
    show_criteria (gtk_list_item_get_child (item), cells, value);
  else if (cells->marks)
    show_mark (gtk_list_item_get_child (item), field, value);
  else
    show_text (gtk_list_item_get_child (item), field, value);
}

static void
on_row_changed (TuceRecordRow *row, GtkListItem *item)
{
  show (item, g_object_get_data (G_OBJECT (item), "tuce-cells"));
}

/* A tooltip for what is cut off, made when it is asked for: setting one asks the display where the pointer is, which
 * costs more than all the rest of a cell. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

/* A figure tells what it is made of. */
static gboolean
on_query_figure (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *item)
{
  Cells *cells = g_object_get_data (G_OBJECT (item), "tuce-cells");
  TuceRecordRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = row ? cells->info->words (tuce_record_row_get_id (row), TRUE, cells->info->data) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static GtkWidget *
new_figure_cell (GtkListItem *item)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), 1.0);
  gtk_widget_set_has_tooltip (cell, TRUE);
  gtk_widget_add_css_class (cell, "numeric");
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_figure), item);
  return cell;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  GtkWidget *cell;

  if (!cells->info->field)
    cell = new_figure_cell (item);
  else if (cells->criteria)
    cell = tuce_criteria_cell_new ();
  else if (cells->marks)
    cell = tuce_mark_cell_new ();
  else
    {
      gboolean numeric = tuce_field_is_numeric (cells->info->field);

      cell = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (cell), numeric ? 1.0 : 0.0);
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
      if (numeric || cells->info->field->privacy != TUCE_PRIVACY_OPEN
          || cells->info->field->type == TUCE_FIELD_DATE)
        gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_list_item_set_child (item, cell);
  tuce_row_focus_mark (item);
  g_object_set_data (G_OBJECT (item), "tuce-cells", cells);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_row_changed), item);
  show (item, cells);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

GtkListItemFactory *
tuce_record_cell_factory (TuceRecordTable *table, const TuceRecordColumn *info)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new0 (Cells, 1);

  *cells = (Cells){ table, info, tuce_record_column_has_marks (info), tuce_record_column_has_criteria (info) };
  g_object_set_data_full (G_OBJECT (factory), "tuce-cells", cells, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), cells);
  return factory;
}

char *
tuce_record_table_get_text (TuceRecordTable *self, guint position, const char *path)
{
  const TuceRecordColumn *info = tuce_record_columns_find (self->available, path);
  const TuceValue *value = info && info->field ? find_value (self, position, info) : NULL;

  if (info && !info->field && self->list)
    return info->words (tuce_record_list_get_id (self->list, position), FALSE, info->data);
  return value ? format (info->field, value) : NULL;
}
