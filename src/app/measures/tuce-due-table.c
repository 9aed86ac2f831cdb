/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-due-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-assessor.h"
#include "tuce-date.h"
#include "tuce-due-list.h"
#include "tuce-mark-cell.h"
#include "tuce-record-name.h"
#include "tuce-row-focus.h"

/* What a row is made from, as columns of its query. */
typedef enum
{
  STATE,
  DUE,
  WHAT,
  OF, /* criterion of a measure, source of a problem */
  DEPARTMENT,
  PERSON,
  TOWNSHIP,
  VILLAGE,
  HEAD,
  PLACE,
  HOUSEHOLD,
  N_VALUES
} Value;

static const char *const measure_paths[N_VALUES + 1]
    = { "state",    "due_on", "content", "criterion", "department", "person", "household.village.township.short_name",
        "household.village.short_name", "household.head_name", "place", "household_id", NULL };
static const char *const problem_paths[N_VALUES + 1]
    = { "state",    "due_on", "description", "source", "department", "person", "household.village.township.short_name",
        "household.village.short_name", "household.head_name", "place", "household_id", NULL };

typedef char *(*Words) (TuceDueTable *self, guint position);

typedef struct
{
  const char *name;
  Words words; /* NULL: the mark of the state */
} Column;

struct _TuceDueTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkMultiSelection *selection;

  TuceWorkspace *workspace;
  const char *entity; /* interned */
  TuceRecordList *list;
  GHashTable *names;  /* division code → name */
  char *today;        /* as of the last list */
  guint holds;
};

G_DEFINE_FINAL_TYPE (TuceDueTable, tuce_due_table, GTK_TYPE_WIDGET)

static guint selection_changed_signal, activated_signal;

static const char *
text_at (TuceDueTable *self, guint position, Value which)
{
  const TuceValue *value = self->list ? tuce_record_list_value (self->list, position, which) : NULL;

  return value && value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static TuceDictionary *
get_dictionary (TuceDueTable *self)
{
  return tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
}

/* --- what the cells say --- */

static const char *
place_name (TuceDueTable *self, const char *code)
{
  char *name = g_hash_table_lookup (self->names, code);

  if (!name)
    {
      name = tuce_place_name (tuce_workspace_get_county (self->workspace), code);
      g_hash_table_insert (self->names, g_strdup (code), name);
    }
  return name;
}

static char *
where_words (TuceDueTable *self, guint position)
{
  if (tuce_due_table_household (self, position))
    return g_strdup_printf ("%s %s\n%s", text_at (self, position, TOWNSHIP), text_at (self, position, VILLAGE),
                            text_at (self, position, HEAD));
  return g_strdup (place_name (self, text_at (self, position, PLACE)));
}

static char *
due_words (TuceDueTable *self, guint position)
{
  const char *due = text_at (self, position, DUE);
  GDate day, today;
  int late;

  if (!tuce_date_parse (due, &day))
    return g_strdup (due);
  if (!self->today || !tuce_date_parse (self->today, &today))
    return g_strdup (due);
  late = g_date_days_between (&day, &today);
  if (late <= 0 || !tuce_due_is_open (self->entity, text_at (self, position, STATE)))
    return g_strdup (due);
  /* Translators: how late something is; %1$s is the day it was due */
  return g_strdup_printf (ngettext ("%1$s\n! %2$d day late", "%1$s\n! %2$d days late", late), due, late);
}

static char *
of_words (TuceDueTable *self, guint position)
{
  const char *code = text_at (self, position, OF);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const TuceRule *rule = standards ? tuce_standards_rule (standards, code) : NULL;
  const TuceField *field = tuce_entity_field (tuce_dictionary_entity (get_dictionary (self), self->entity), "source");
  const TuceCode *source = field ? tuce_code_list_find (field->codes, code) : NULL;

  return g_strdup (rule ? tuce_rule_short (rule) : source ? tuce_code_label (source) : code);
}

static char *
what_words (TuceDueTable *self, guint position)
{
  return g_strdup (text_at (self, position, WHAT));
}

static char *
whose_words (TuceDueTable *self, guint position)
{
  const char *person = text_at (self, position, PERSON);

  return g_strdup_printf ("%s%s%s", text_at (self, position, DEPARTMENT), *person ? "\n" : "", person);
}

static const Column columns[] = {
  { "state", NULL },       { "due_on", due_words }, { "of", of_words },      { "what", what_words },
  { "where", where_words }, { "whose", whose_words },
};

/* --- cells --- */

static void
show (GtkListItem *item, TuceDueTable *self)
{
  const Column *column = g_object_get_data (G_OBJECT (item), "tuce-column");
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *text = NULL;

  if (!column->words)
    {
      const TuceField *field
          = tuce_entity_field (tuce_dictionary_entity (get_dictionary (self), self->entity), "state");

      tuce_mark_cell_set_code (TUCE_MARK_CELL (cell),
                               tuce_code_list_find (field->codes, text_at (self, position, STATE)));
      return;
    }
  text = column->words (self, position);
  gtk_label_set_text (GTK_LABEL (cell), text);
  /* The word stands there too: colour only helps to find it. */
  if (column->words == due_words && strchr (text, '!'))
    gtk_widget_add_css_class (cell, "problem");
  else
    gtk_widget_remove_css_class (cell, "problem");
}

static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *cell = column->words ? gtk_label_new (NULL) : tuce_mark_cell_new ();

  if (column->words)
    {
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (GTK_LABEL (cell), column->words == what_words);
      gtk_label_set_lines (GTK_LABEL (cell), 2);
      gtk_widget_add_css_class (cell, "numeric");
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
    }
  gtk_list_item_set_child (item, cell);
  tuce_row_focus_mark (item);
  g_object_set_data (G_OBJECT (item), "tuce-column", (gpointer) column);
  g_object_set_data (G_OBJECT (item), "tuce-table", g_object_get_data (G_OBJECT (factory), "tuce-table"));
}

static void
on_row_changed (TuceRecordRow *row, GtkListItem *item)
{
  show (item, g_object_get_data (G_OBJECT (item), "tuce-table"));
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_row_changed), item);
  show (item, g_object_get_data (G_OBJECT (item), "tuce-table"));
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* The dictionary's word for one of the fields. */
static const char *
label_of (TuceDictionary *dictionary, const char *entity, const char *field)
{
  return tuce_field_label (tuce_entity_field (tuce_dictionary_entity (dictionary, entity), field));
}

static void
add_column (TuceDueTable *self, const char *name, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);
  const Column *column = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      column = &columns[i];
  g_object_set_data (G_OBJECT (factory), "tuce-table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (view_column, width);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

/* --- object --- */

static void
on_selection_changed (TuceDueTable *self)
{
  if (self->holds == 0)
    g_signal_emit (self, selection_changed_signal, 0);
}

static void
on_activate (GtkColumnView *view, guint position, TuceDueTable *self)
{
  g_signal_emit (self, activated_signal, 0, position);
}

static void
tuce_due_table_dispose (GObject *object)
{
  TuceDueTable *self = TUCE_DUE_TABLE (object);

  self->holds++;
  if (self->scrolled)
    tuce_due_table_set_list (self, NULL);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_due_table_parent_class)->dispose (object);
}

static void
tuce_due_table_finalize (GObject *object)
{
  g_hash_table_unref (TUCE_DUE_TABLE (object)->names);
  g_free (TUCE_DUE_TABLE (object)->today);
  G_OBJECT_CLASS (tuce_due_table_parent_class)->finalize (object);
}

static void
tuce_due_table_class_init (TuceDueTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_due_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_due_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  selection_changed_signal = g_signal_new ("selection-changed", TUCE_TYPE_DUE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_DUE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tuce_due_table_init (TuceDueTable *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_due_table_new (TuceWorkspace *workspace, const char *entity)
{
  TuceDueTable *self = g_object_new (TUCE_TYPE_DUE_TABLE, NULL);
  gboolean measures = g_str_equal (entity, "measure");
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);

  self->workspace = g_object_ref (workspace);
  self->entity = g_intern_string (entity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  measures ? _("Measures") : _("Ledger of Problems"), -1);
  add_column (self, "state", label_of (dictionary, entity, "state"), 44);
  add_column (self, "due_on", label_of (dictionary, entity, "due_on"), 108);
  add_column (self, "of", label_of (dictionary, entity, measures ? "criterion" : "source"), 66);
  add_column (self, "what", label_of (dictionary, entity, measures ? "content" : "description"), 0);
  add_column (self, "where", _("Place"), 128);
  add_column (self, "whose", label_of (dictionary, entity, "department"), 88);
  return GTK_WIDGET (self);
}

static const char *const *
paths_of (TuceDueTable *self)
{
  return g_str_equal (self->entity, "measure") ? measure_paths : problem_paths;
}

void
tuce_due_table_add_reads (TuceDueTable *self, TuceReads *reads)
{
  tuce_reads_add_paths (reads, self->entity, paths_of (self));
}

TuceQuery *
tuce_due_table_new_query (TuceDueTable *self, TuceCounty *county)
{
  TuceQuery *query = tuce_query_new (county, self->entity);
  g_autoptr (GError) error = NULL;

  if (!tuce_query_set_columns (query, paths_of (self), &error))
    g_warning ("%s can't be shown: %s", self->entity, error->message);
  return query;
}

void
tuce_due_table_take_day (TuceDueTable *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  g_return_if_fail (TUCE_IS_DUE_TABLE (self));
  g_free (self->today);
  self->today = county ? tuce_county_day (county) : NULL;
}

void
tuce_due_table_set_list (TuceDueTable *self, TuceRecordList *list)
{
  g_return_if_fail (TUCE_IS_DUE_TABLE (self));
  self->holds++;
  gtk_column_view_set_model (self->view, NULL);
  gtk_multi_selection_set_model (self->selection, NULL);
  g_hash_table_remove_all (self->names);
  tuce_due_table_take_day (self);
  self->list = list;
  if (list)
    {
      gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (list));
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    }
  self->holds--;
}

TuceRecordList *
tuce_due_table_get_list (TuceDueTable *self)
{
  g_return_val_if_fail (TUCE_IS_DUE_TABLE (self), NULL);
  return self->list;
}

GArray *
tuce_due_table_get_selected (TuceDueTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint64 i = 0; self->list && i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = tuce_record_list_get_id (self->list, gtk_bitset_get_nth (selected, (guint) i));

      g_array_append_val (ids, id);
    }
  return ids;
}

void
tuce_due_table_select (TuceDueTable *self, guint position, gboolean focus)
{
  g_return_if_fail (TUCE_IS_DUE_TABLE (self));
  self->holds++;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (focus)
    tuce_row_focus (GTK_WIDGET (self->view), position);
  else
    tuce_row_scroll (GTK_WIDGET (self->view), position);
  self->holds--;
}

void
tuce_due_table_hold (TuceDueTable *self, gboolean hold)
{
  g_return_if_fail (TUCE_IS_DUE_TABLE (self));
  self->holds += hold ? 1 : -1;
}

gint64
tuce_due_table_household (TuceDueTable *self, guint position)
{
  const TuceValue *value = self->list ? tuce_record_list_value (self->list, position, HOUSEHOLD) : NULL;

  return value && value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

char *
tuce_due_table_words (TuceDueTable *self, guint position, const char *name)
{
  g_return_val_if_fail (TUCE_IS_DUE_TABLE (self), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      return columns[i].words ? columns[i].words (self, position) : g_strdup (text_at (self, position, STATE));
  return NULL;
}
