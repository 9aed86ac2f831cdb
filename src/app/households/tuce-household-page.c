/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-column-chooser.h"
#include "tuce-households-task.h"

#define LOADING_AFTER_MS 200

/* Bits of the parts below. */
enum
{
  PART_LIST = 1 << 0,
  PART_ROWS = 1 << 1
};

G_DEFINE_FINAL_TYPE (TuceHouseholdPage, tuce_household_page, GTK_TYPE_BOX)

static guint activated_signal;

static void
show_count (TuceHouseholdPage *self, gint64 households, gint64 people)
{
  g_autofree char *n = tuce_text_number (households);
  g_autofree char *of = tuce_text_number (people);
  g_autofree char *text = NULL;

  /* Translators: households, then people */
  text = g_strdup_printf (_("%s households, %s people"), n, of);
  gtk_label_set_text (self->count, text);
  tuce_workspace_set_shown (self->workspace, households, people);
}

static gboolean
is_whole_county (TuceHouseholdPage *self)
{
  return g_str_equal (tuce_workspace_get_scope (self->workspace),
                      tuce_county_get_code (tuce_workspace_get_county (self->workspace)));
}

static void
show_none (TuceHouseholdPage *self)
{
  g_autofree char *filter = tuce_conditions_describe (tuce_workspace_get_conditions (self->workspace),
                                                      tuce_workspace_get_search (self->workspace));
  g_autofree char *sentence = NULL;
  const char *scope = tuce_workspace_describe_scope (self->workspace);

  if (*filter)
    {
      sentence = g_strdup_printf (_("No household of %s meets: %s"), scope, filter);
      gtk_label_set_text (self->nothing_sentence, sentence);
      gtk_stack_set_visible_child_name (self->looks, "nothing");
      return;
    }
  if (is_whole_county (self))
    sentence = g_strdup_printf (
        _("Here stand the registered households of %s. This file has none yet."), scope);
  else
    sentence = g_strdup_printf (_("No household is registered in %s."), scope);
  gtk_label_set_text (self->empty_sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_whole), !is_whole_county (self));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_demo), is_whole_county (self));
  gtk_stack_set_visible_child_name (self->looks, "empty");
}

static void
show_selected (TuceHouseholdPage *self, gboolean scroll)
{
  gboolean household = g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "household") == 0;

  tuce_record_table_select (self->table,
                               household ? tuce_workspace_get_selected_id (self->workspace) : 0, scroll);
}

static TuceQuery *
new_query (TuceHouseholdPage *self)
{
  TuceQuery *query = tuce_workspace_households (self->workspace);
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->table, &descending);
  g_autoptr (GError) error = NULL;

  /* Both come from the dictionary of this very county. */
  if (!tuce_query_set_columns (query, tuce_record_table_get_paths (self->table), &error)
      || (order && !tuce_query_set_order (query, order, descending, &error)))
    tuce_workspace_report_error (self->workspace, error);
  return query;
}

static void
on_fetch_failed (TuceRecordList *list, const char *sentence, TuceHouseholdPage *self)
{
  gtk_label_set_text (self->failed_sentence, sentence);
  gtk_stack_set_visible_child_name (self->looks, "failed");
}

/* The list moves just the touched rows if it can; else it is replaced, and the selected row brought into view. What
 * was edited while nobody looked is followed as far as that goes. */
static void
show_found (TuceHouseholdPage *self, TuceHouseholdsFound *found, GHashTable *touched)
{
  TuceRecordList *old = tuce_record_table_get_list (self->table);
  gboolean updated = FALSE;

  if (old && touched)
    {
      tuce_record_table_hold (self->table, TRUE);
      updated = tuce_record_list_update_ids (old, found->ids, touched);
      tuce_record_table_hold (self->table, FALSE);
    }
  else if (old && !self->anew)
    {
      tuce_record_table_hold (self->table, TRUE);
      updated = tuce_record_list_follow (old, found->ids);
      tuce_record_table_hold (self->table, FALSE);
    }
  self->anew = FALSE;
  if (!updated)
    {
      g_autoptr (TuceRecordList) list
          = tuce_record_list_new (tuce_workspace_get_county (self->workspace), new_query (self),
                                     g_array_ref (found->ids));

      g_signal_connect_object (list, "failed", G_CALLBACK (on_fetch_failed), self, 0);
      tuce_record_table_set_list (self->table, list);
    }
  show_count (self, found->ids->len, found->people);
  if (found->ids->len == 0)
    show_none (self);
  else
    gtk_stack_set_visible_child_name (self->looks, "table");
  show_selected (self, !updated);
}

static void
enter (TuceHouseholdPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (self->table);

  if (list && g_list_model_get_n_items (G_LIST_MODEL (list)) == 1)
    tuce_workspace_select (self->workspace, "household", tuce_record_list_get_id (list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
stop_query (TuceHouseholdPage *self)
{
  g_clear_handle_id (&self->loading_source, g_source_remove);
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  g_clear_pointer (&self->touched, g_hash_table_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceHouseholdPage) self = data;
  g_autoptr (GHashTable) touched = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceHouseholdsFound) found = tuce_read_finish (result, &error);

  /* A later query, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  touched = g_steal_pointer (&self->touched);
  stop_query (self);
  if (found)
    show_found (self, found, touched);
  else
    on_fetch_failed (NULL, error->message, self);
  if (self->entering)
    enter (self);
  self->entering = FALSE;
}

static gboolean
show_loading (gpointer data)
{
  TuceHouseholdPage *self = data;

  self->loading_source = 0;
  gtk_stack_set_visible_child_name (self->looks, "loading");
  return G_SOURCE_REMOVE;
}

/* @touched: (nullable): the households an edit changed, when that is why we ask again. */
static void
find (TuceHouseholdPage *self, GHashTable *touched)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GHashTable) together = NULL;

  /* Two edits in a row: the second query answers for both. */
  if (touched && self->query && self->touched)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, self->touched);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (touched, g_memdup2 (id, sizeof (gint64)));
      together = g_hash_table_ref (touched);
    }
  else if (touched && !self->query)
    together = g_hash_table_ref (touched);

  stop_query (self);
  if (!county)
    return;
  self->query = g_cancellable_new ();
  self->touched = g_steal_pointer (&together);
  tuce_workspace_expect_shown (self->workspace);
  if (!self->touched && self->anew)
    self->loading_source = g_timeout_add (LOADING_AFTER_MS, show_loading, self);
  tuce_read_async (county, &tuce_households_finding, new_query (self), self->query, on_found, g_object_ref (self));
}

void
tuce_household_page_find (TuceHouseholdPage *self)
{
  tuce_freshness_want (self->freshness, PART_LIST | TUCE_FRESH_ANEW);
}

static void
on_county_changed (TuceHouseholdPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop_query (self);
  tuce_record_table_set_dictionary (self->table, county ? tuce_county_get_dictionary (county) : NULL);
  tuce_record_table_set_standards (self->table, tuce_workspace_get_standards (self->workspace));
  gtk_label_set_text (self->count, "");
  self->anew = TRUE;
  /* scope-changed follows: it is asked for. */
}

/* --- freshness --- */

static void
add_list_reads (gpointer page, TuceReads *reads)
{
  TuceHouseholdPage *self = page;
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->table, &descending);

  tuce_workspace_add_reads (self->workspace, reads);
  tuce_reads_add_scope (reads, "household"); /* by it the rows stand in order where no column does */
  tuce_reads_add_path (reads, "household", "size");
  if (order)
    tuce_reads_add_path (reads, "household", order);
}

static void
add_row_reads (gpointer page, TuceReads *reads)
{
  tuce_reads_add_paths (reads, "household", tuce_record_table_get_paths (TUCE_HOUSEHOLD_PAGE (page)->table));
}

static const TuceFreshPart parts[] = {
  { add_list_reads, NULL, TUCE_FRESH_BY_SCOPE }, /* which households, in which order, how many */
  { add_row_reads, NULL, 0 },                    /* what stands in their rows */
};

/* The rows look again; @touched: (nullable): only these. */
static void
refresh (TuceHouseholdPage *self, GHashTable *touched)
{
  TuceRecordList *list = tuce_record_table_get_list (self->table);
  GHashTableIter iter;
  gpointer id;

  if (list && !touched)
    tuce_record_list_refresh_all (list);
  if (!list || !touched)
    return;
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    tuce_record_list_refresh (list, *(gint64 *) id);
}

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceHouseholdPage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GHashTable) touched = changes && county ? tuce_households_touched (county, changes) : NULL;

  if (!county)
    return;
  self->anew |= (stale & TUCE_FRESH_ANEW) != 0;
  if (!self->anew)
    refresh (self, touched);
  if (stale & PART_LIST)
    find (self, touched);
}

static void
on_selection_changed (TuceHouseholdPage *self)
{
  show_selected (self, TRUE);
}

static void
on_selected (TuceRecordTable *table, gint64 id, TuceHouseholdPage *self)
{
  g_signal_handlers_block_by_func (self->workspace, on_selection_changed, self);
  tuce_workspace_select (self->workspace, id ? "household" : NULL, id);
  g_signal_handlers_unblock_by_func (self->workspace, on_selection_changed, self);
}

static void
on_activated (TuceRecordTable *table, gint64 id, TuceHouseholdPage *self)
{
  tuce_workspace_select (self->workspace, "household", id);
  g_signal_emit (self, activated_signal, 0);
}

static void
on_reviewed (TuceHouseholdPage *self)
{
  tuce_record_table_set_standards (self->table, tuce_workspace_get_standards (self->workspace));
}

static void
on_columns_changed (TuceRecordTable *table, TuceHouseholdPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (table);

  if (list)
    tuce_record_list_set_query (list, new_query (self));
}

static void
on_order_changed (TuceRecordTable *table, TuceHouseholdPage *self)
{
  tuce_household_page_find (self);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceHouseholdPage *self = TUCE_HOUSEHOLD_PAGE (widget);
  GtkWidget *look = gtk_stack_get_visible_child (self->looks);

  if (look == GTK_WIDGET (self->table_place) && tuce_record_table_focus (self->table))
    return TRUE;
  return gtk_widget_child_focus (look, GTK_DIR_TAB_FORWARD);
}

static void
tuce_household_page_dispose (GObject *object)
{
  TuceHouseholdPage *self = TUCE_HOUSEHOLD_PAGE (object);

  stop_query (self);
  g_clear_object (&self->freshness);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_household_page_parent_class)->dispose (object);
}

static void
tuce_household_page_class_init (TuceHouseholdPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_household_page_dispose;
  widget_class->grab_focus = grab_focus;
  activated_signal = g_signal_new ("activated", TUCE_TYPE_HOUSEHOLD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TUCE_TYPE_CONDITION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-household-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, count);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, looks);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, table_place);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, empty_sentence);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, empty_whole);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, empty_demo);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, nothing_sentence);
  gtk_widget_class_bind_template_child (widget_class, TuceHouseholdPage, failed_sentence);
  tuce_household_page_class_install_actions (widget_class);
}

static void
tuce_household_page_init (TuceHouseholdPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tuce_household_page_new (TuceWorkspace *workspace, TuceSettings *settings)
{
  TuceHouseholdPage *self = g_object_new (TUCE_TYPE_HOUSEHOLD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->table = TUCE_RECORD_TABLE (tuce_record_table_new ("household", settings));
  gtk_widget_set_hexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (self->table_place, GTK_WIDGET (self->table));
  gtk_menu_button_set_popover (self->columns, tuce_column_chooser_new (self->table));
  tuce_condition_bar_set_workspace (self->conditions, workspace);

  g_signal_connect_object (self->table, "selected", G_CALLBACK (on_selected), self, 0);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (self->table, "columns-changed", G_CALLBACK (on_columns_changed), self, 0);
  g_signal_connect_object (self->table, "order-changed", G_CALLBACK (on_order_changed), self, 0);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  if (tuce_workspace_get_county (workspace))
    on_county_changed (self);
  return GTK_WIDGET (self);
}

TuceRecordTable *
tuce_household_page_get_table (TuceHouseholdPage *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_PAGE (self), NULL);
  return self->table;
}

const char *
tuce_household_page_get_look (TuceHouseholdPage *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_PAGE (self), NULL);
  return gtk_stack_get_visible_child_name (self->looks);
}

gboolean
tuce_household_page_is_loading (TuceHouseholdPage *self)
{
  g_return_val_if_fail (TUCE_IS_HOUSEHOLD_PAGE (self), FALSE);
  return self->query != NULL;
}

void
tuce_household_page_enter (TuceHouseholdPage *self)
{
  g_return_if_fail (TUCE_IS_HOUSEHOLD_PAGE (self));
  self->entering = self->query != NULL;
  if (self->entering)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    enter (self);
}
