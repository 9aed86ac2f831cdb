/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-finding-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-date.h"
#include "tuce-mark-cell.h"
#include "tuce-row-focus.h"

static const char *const paths[] = {
  [TUCE_FINDING_RULE] = "rule",
  [TUCE_FINDING_SEVERITY] = "severity",
  [TUCE_FINDING_SUBJECT] = "subject",
  [TUCE_FINDING_SUBJECT_ID] = "subject_id",
  [TUCE_FINDING_HOUSEHOLD] = "household_id",
  [TUCE_FINDING_PLACE] = "place",
  [TUCE_FINDING_FIGURES] = "figures",
  [TUCE_FINDING_FIRST_SEEN] = "first_seen",
  [TUCE_FINDING_GONE_ON] = "gone_on",
  [TUCE_FINDING_DISPOSITION] = "disposition",
  [TUCE_FINDING_DISPOSED_ON] = "disposed_on",
  [TUCE_FINDING_DISPOSED_BY] = "disposed_by",
  [TUCE_FINDING_NOTE] = "note",
  [TUCE_FINDING_TOWNSHIP] = "household.village.township.short_name",
  [TUCE_FINDING_VILLAGE] = "household.village.short_name",
  [TUCE_FINDING_HEAD] = "household.head_name",
  [TUCE_N_FINDING_VALUES] = NULL,
};

typedef char *(*Words) (TuceFindingTable *self, guint position);

struct _TuceFindingTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkMultiSelection *selection;
  GtkColumnViewColumn *disposition; /* owned: in the view or not */

  TuceWorkspace *workspace;
  TuceRecordList *list;
  GHashTable *names; /* division code → name */
  guint holds;
};

G_DEFINE_FINAL_TYPE (TuceFindingTable, tuce_finding_table, GTK_TYPE_WIDGET)

static guint selection_changed_signal, activated_signal;

const char *
tuce_finding_table_text (TuceFindingTable *self, guint position, TuceFindingValue which)
{
  const TuceValue *value = self->list ? tuce_record_list_value (self->list, position, which) : NULL;

  return value && value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

gint64
tuce_finding_table_integer (TuceFindingTable *self, guint position, TuceFindingValue which)
{
  const TuceValue *value = self->list ? tuce_record_list_value (self->list, position, which) : NULL;

  return value && value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

static TuceDictionary *
get_dictionary (TuceFindingTable *self)
{
  return tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
}

/* --- what the cells say --- */

static char *
find_name (TuceCounty *county, const char *code)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = g_ptr_array_index (entities, i);
      g_autoptr (TuceRecord) place
          = entity->is_place ? tuce_county_find (county, entity->name, "code", code, NULL) : NULL;

      if (place)
        return tuce_record_title (place);
    }
  return g_strdup (code);
}

static const char *
place_name (TuceFindingTable *self, const char *code)
{
  char *name = g_hash_table_lookup (self->names, code);

  if (!name)
    {
      name = find_name (tuce_workspace_get_county (self->workspace), code);
      g_hash_table_insert (self->names, g_strdup (code), name);
    }
  return name;
}

/* Whose it is: the household by its head and where it lives, else the place. */
static char *
where_words (TuceFindingTable *self, guint position)
{
  if (tuce_finding_table_integer (self, position, TUCE_FINDING_HOUSEHOLD))
    return g_strdup_printf ("%s %s", tuce_finding_table_text (self, position, TUCE_FINDING_TOWNSHIP),
                            tuce_finding_table_text (self, position, TUCE_FINDING_VILLAGE));
  return g_strdup (place_name (self, tuce_finding_table_text (self, position, TUCE_FINDING_PLACE)));
}

static char *
head_words (TuceFindingTable *self, guint position)
{
  return g_strdup (tuce_finding_table_text (self, position, TUCE_FINDING_HEAD));
}

char *
tuce_finding_table_sentence (TuceFindingTable *self, guint position)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const char *code = tuce_finding_table_text (self, position, TUCE_FINDING_RULE);
  const TuceRule *rule = standards ? tuce_standards_rule (standards, code) : NULL;

  if (!rule)
    return g_strdup (code);
  return tuce_rule_sentence (rule, get_dictionary (self),
                             tuce_finding_table_text (self, position, TUCE_FINDING_FIGURES));
}

static char *
age_words (TuceFindingTable *self, guint position)
{
  g_autofree char *day = tuce_county_day (tuce_workspace_get_county (self->workspace));
  GDate since, today;
  int days;

  if (!tuce_date_parse (tuce_finding_table_text (self, position, TUCE_FINDING_FIRST_SEEN), &since)
      || !tuce_date_parse (day, &today))
    return g_strdup ("");
  days = MAX (0, g_date_days_between (&since, &today));
  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

static char *
disposition_words (TuceFindingTable *self, guint position)
{
  const char *gone = tuce_finding_table_text (self, position, TUCE_FINDING_GONE_ON);
  const char *code = tuce_finding_table_text (self, position, TUCE_FINDING_DISPOSITION);
  const TuceCodeList *list = tuce_dictionary_code_list (get_dictionary (self), "disposition");
  const TuceCode *disposition = tuce_code_list_find (list, code);
  g_autoptr (GString) words = g_string_new (NULL);

  if (*gone)
    /* Translators: since a day a finding is not found any more */
    g_string_append_printf (words, _("gone since %s"), gone);
  if (!disposition)
    return g_string_free (g_steal_pointer (&words), FALSE);
  g_string_append_printf (words, "%s%s %s", words->len ? " · " : "", tuce_code_label (disposition),
                          tuce_finding_table_text (self, position, TUCE_FINDING_DISPOSED_ON));
  if (*tuce_finding_table_text (self, position, TUCE_FINDING_DISPOSED_BY))
    g_string_append_printf (words, " %s", tuce_finding_table_text (self, position, TUCE_FINDING_DISPOSED_BY));
  if (*tuce_finding_table_text (self, position, TUCE_FINDING_NOTE))
    g_string_append_printf (words, " · %s", tuce_finding_table_text (self, position, TUCE_FINDING_NOTE));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- cells --- */

static void
show (GtkListItem *item, TuceFindingTable *self)
{
  Words words = (Words) g_object_get_data (G_OBJECT (item), "tuce-words");
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *text = NULL;

  if (!words)
    {
      const TuceCodeList *list = tuce_dictionary_code_list (get_dictionary (self), "severity");

      tuce_mark_cell_set_code (
          TUCE_MARK_CELL (cell),
          tuce_code_list_find (list, tuce_finding_table_text (self, position, TUCE_FINDING_SEVERITY)));
      return;
    }
  text = words (self, position);
  gtk_label_set_text (GTK_LABEL (cell), text);
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
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer words)
{
  GtkWidget *cell = words ? gtk_label_new (NULL) : tuce_mark_cell_new ();

  if (words)
    {
      gboolean sentence = words == (gpointer) tuce_finding_table_sentence;

      gtk_label_set_xalign (GTK_LABEL (cell), words == (gpointer) age_words ? 1 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (GTK_LABEL (cell), sentence);
      gtk_label_set_lines (GTK_LABEL (cell), sentence ? 3 : 1);
      gtk_widget_add_css_class (cell, "numeric");
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
    }
  gtk_list_item_set_child (item, cell);
  tuce_row_focus_mark (item);
  g_object_set_data (G_OBJECT (item), "tuce-words", words);
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

static GtkColumnViewColumn *
add_column (TuceFindingTable *self, const char *title, Words words, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "tuce-table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), words);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  return column; /* the view keeps it */
}

/* --- object --- */

static void
on_selection_changed (TuceFindingTable *self)
{
  if (self->holds == 0)
    g_signal_emit (self, selection_changed_signal, 0);
}

static void
on_activate (GtkColumnView *view, guint position, TuceFindingTable *self)
{
  g_signal_emit (self, activated_signal, 0, position);
}

static void
tuce_finding_table_dispose (GObject *object)
{
  TuceFindingTable *self = TUCE_FINDING_TABLE (object);

  self->holds++;
  if (self->scrolled)
    tuce_finding_table_set_list (self, NULL);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->disposition);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_finding_table_parent_class)->dispose (object);
}

static void
tuce_finding_table_finalize (GObject *object)
{
  g_hash_table_unref (TUCE_FINDING_TABLE (object)->names);
  G_OBJECT_CLASS (tuce_finding_table_parent_class)->finalize (object);
}

static void
tuce_finding_table_class_init (TuceFindingTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_finding_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_finding_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  selection_changed_signal = g_signal_new ("selection-changed", TUCE_TYPE_FINDING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_FINDING_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tuce_finding_table_init (TuceFindingTable *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  add_column (self, "", NULL, 34);
  add_column (self, _("Place"), where_words, 128);
  add_column (self, _("Head"), head_words, 66);
  add_column (self, _("Finding"), tuce_finding_table_sentence, 0);
  add_column (self, _("Age"), age_words, 58);
  self->disposition = g_object_ref (add_column (self, _("Disposition"), disposition_words, 200));
  gtk_column_view_remove_column (self->view, self->disposition);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_finding_table_new (TuceWorkspace *workspace)
{
  TuceFindingTable *self = g_object_new (TUCE_TYPE_FINDING_TABLE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

TuceQuery *
tuce_finding_table_new_query (TuceCounty *county)
{
  TuceQuery *query = tuce_query_new (county, "finding");
  g_autoptr (GError) error = NULL;

  if (!tuce_query_set_columns (query, paths, &error))
    g_warning ("findings can't be shown: %s", error->message);
  return query;
}

void
tuce_finding_table_add_reads (TuceReads *reads)
{
  tuce_reads_add_paths (reads, "finding", paths);
}

void
tuce_finding_table_set_list (TuceFindingTable *self, TuceRecordList *list)
{
  g_return_if_fail (TUCE_IS_FINDING_TABLE (self));
  self->holds++;
  gtk_column_view_set_model (self->view, NULL);
  gtk_multi_selection_set_model (self->selection, NULL);
  g_hash_table_remove_all (self->names);
  self->list = list;
  if (list)
    {
      gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (list));
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
    }
  self->holds--;
}

TuceRecordList *
tuce_finding_table_get_list (TuceFindingTable *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_TABLE (self), NULL);
  return self->list;
}

void
tuce_finding_table_set_state (TuceFindingTable *self, TuceFindingState state)
{
  g_return_if_fail (TUCE_IS_FINDING_TABLE (self));
  /* Taken out, not hidden: GTK 4.8 keeps room for a hidden column. */
  if (state == TUCE_FINDING_OPEN && gtk_column_view_column_get_column_view (self->disposition))
    gtk_column_view_remove_column (self->view, self->disposition);
  else if (state != TUCE_FINDING_OPEN && !gtk_column_view_column_get_column_view (self->disposition))
    gtk_column_view_append_column (self->view, self->disposition);
}

GtkBitset *
tuce_finding_table_get_selected (TuceFindingTable *self)
{
  g_return_val_if_fail (TUCE_IS_FINDING_TABLE (self), NULL);
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

void
tuce_finding_table_select (TuceFindingTable *self, guint position, gboolean focus)
{
  g_return_if_fail (TUCE_IS_FINDING_TABLE (self));
  self->holds++;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (focus)
    tuce_row_focus (GTK_WIDGET (self->view), position);
  else
    tuce_row_scroll (GTK_WIDGET (self->view), position);
  self->holds--;
}

void
tuce_finding_table_select_all (TuceFindingTable *self)
{
  g_return_if_fail (TUCE_IS_FINDING_TABLE (self));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

void
tuce_finding_table_hold (TuceFindingTable *self, gboolean hold)
{
  g_return_if_fail (TUCE_IS_FINDING_TABLE (self));
  self->holds += hold ? 1 : -1;
}
