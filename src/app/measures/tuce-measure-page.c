/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-measure-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-due-task.h"
#include "tuce-keyboard-focus.h"

static void page_init (TucePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TuceMeasurePage, tuce_measure_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TUCE_TYPE_PAGE, page_init))

const char *
tuce_measure_view_entity (TuceMeasureView view)
{
  static const char *const entities[TUCE_N_VIEWS] = { "measure", "problem" };

  return entities[view];
}

TuceListTable *
tuce_measure_page_table (TuceMeasurePage *self)
{
  return self->tables[self->view];
}

static void on_selection_changed (TuceMeasurePage *self);

/* --- what is shown --- */

static gboolean
is_whole_county (TuceMeasurePage *self)
{
  return g_str_equal (tuce_workspace_get_scope (self->workspace),
                      tuce_county_get_code (tuce_workspace_get_county (self->workspace)));
}

static gboolean
is_filtered (TuceMeasurePage *self)
{
  return tuce_count_list_get_chosen (self->departments) || gtk_drop_down_get_selected (self->of) > 0
         || self->filter != TUCE_DUE_ALL;
}

static void
show_none (TuceMeasurePage *self, const TuceDueList *list)
{
  const char *scope = tuce_workspace_describe_scope (self->workspace);
  gboolean measures = self->view == TUCE_VIEW_MEASURES;
  g_autofree char *sentence = NULL;

  if (list->departments->len > 0 && is_filtered (self))
    {
      sentence = g_strdup_printf (measures ? _("No measure of %s is left by this choice.")
                                           : _("No problem of %s is left by this choice."),
                                  scope);
      tuce_looks_show (self->looks, "nothing", sentence, _("Clear"), "measures.clear");
    }
  else if (!is_whole_county (self))
    {
      sentence = g_strdup_printf (measures ? _("No measure is recorded in %s.") : _("No problem is recorded in %s."),
                                  scope);
      tuce_looks_show (self->looks, "empty", sentence, _("Show the Whole County"), "measures.whole-county");
    }
  else if (measures)
    tuce_looks_show (self->looks, "empty",
                     _("Here stand the measures that fill what is unmet: who does what by when. There are none yet."),
                     _("Add Measures…"), "measures.add");
  else
    tuce_looks_show (self->looks, "empty",
                     _("Here stand the problems that visits, evaluations and audits found, until they are closed. There "
                       "are none yet."),
                     _("Enter a Problem…"), "measures.add");
}

static void
on_fetch_failed (TuceRecordList *list, const char *sentence, TuceMeasurePage *self)
{
  tuce_looks_show (self->looks, "failed", sentence, _("Again"), "measures.again");
}

static void
set_list (TuceMeasurePage *self, GArray *ids)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceListTable *table = tuce_measure_page_table (self);
  const char *selected = tuce_workspace_get_selected_entity (self->workspace);
  g_autoptr (TuceRecordList) list
      = tuce_record_list_new (county, tuce_list_table_new_query (table, county), g_array_ref (ids));
  guint position;

  g_signal_connect_object (list, "failed", G_CALLBACK (on_fetch_failed), self, 0);
  tuce_list_table_set_list (table, list);
  /* What is on the card stays selected where it is in the new list. */
  if (g_strcmp0 (selected, tuce_measure_view_entity (self->view)) == 0
      && tuce_record_list_find (list, tuce_workspace_get_selected_id (self->workspace), &position))
    tuce_column_table_select (TUCE_COLUMN_TABLE (table), position, TUCE_BRING_ROW);
}

/* What was selected is done and gone: the next one takes its place, so that a list is worked down. */
static void
select_next (TuceMeasurePage *self, guint before)
{
  TuceListTable *table = tuce_measure_page_table (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (tuce_list_table_get_list (table)));

  if (before == GTK_INVALID_LIST_POSITION || n == 0
      || tuce_column_table_get_selected (TUCE_COLUMN_TABLE (table)) != GTK_INVALID_LIST_POSITION)
    return;
  tuce_column_table_select (TUCE_COLUMN_TABLE (table), MIN (before, n - 1), TUCE_BRING_ROW);
  on_selection_changed (self);
}

static void
show_found (TuceMeasurePage *self, const TuceDueList *list)
{
  guint selected = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (tuce_measure_page_table (self)));
  guint before = self->fresh ? GTK_INVALID_LIST_POSITION : selected;

  tuce_department_list_fill (self->departments, list->departments);
  if (self->fresh || !tuce_list_table_follow (tuce_measure_page_table (self), list->ids))
    set_list (self, list->ids);
  self->fresh = FALSE;
  select_next (self, before);
  gtk_stack_set_visible_child (self->tables_stack, GTK_WIDGET (tuce_measure_page_table (self)));
  if (list->ids->len == 0)
    show_none (self, list);
  else
    tuce_looks_show_list (self->looks);
  tuce_measure_page_update_actions (self);
}

/* --- looking --- */

static void
stop (TuceMeasurePage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMeasurePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceDueList) list = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  g_clear_object (&self->query);
  if (list)
    show_found (self, list);
  else
    on_fetch_failed (NULL, error->message, self);
}

static TuceQuery *
new_query (TuceMeasurePage *self)
{
  TuceQuery *query = tuce_query_new (tuce_workspace_get_county (self->workspace), tuce_measure_view_entity (self->view));
  guint of = gtk_drop_down_get_selected (self->of);
  g_autoptr (GError) error = NULL;

  tuce_query_set_scope (query, tuce_workspace_get_scope (self->workspace));
  if (of > 0 && of < self->codes->len
      && !tuce_query_add_condition (query, self->view == TUCE_VIEW_MEASURES ? "criterion" : "source", TUCE_IS,
                                    self->codes->pdata[of], &error))
    tuce_workspace_report_error (self->workspace, error);
  return query;
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  TuceMeasurePage *self = page;
  const char *entity = tuce_measure_view_entity (self->view);

  tuce_due_add_reads (reads, entity);
  tuce_list_table_add_reads (tuce_measure_page_table (self), reads);
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SCOPE | TUCE_FRESH_BY_DAY } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceMeasurePage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (self);
  self->fresh |= (stale & TUCE_FRESH_ANEW) != 0;
  if (!county)
    return;
  if (self->fresh)
    tuce_looks_show_loading (self->looks, _("Looking up what is to be done…"));
  self->query = g_cancellable_new ();
  tuce_due_find_async (county, new_query (self), tuce_count_list_get_chosen (self->departments), self->filter,
                       self->query, on_found, g_object_ref (self));
}

void
tuce_measure_page_find (TuceMeasurePage *self, gboolean fresh)
{
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL | (fresh ? TUCE_FRESH_ANEW : 0));
}

static void
on_fresh (TuceMeasurePage *self)
{
  if (!self->filling)
    tuce_measure_page_find (self, TRUE);
}

static void
on_filter_toggled (GtkToggleButton *button, TuceMeasurePage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (TuceDueFilter filter = 0; filter < TUCE_N_DUE_FILTERS; filter++)
    if (self->filters[filter] == GTK_WIDGET (button))
      self->filter = filter;
  on_fresh (self);
}

/* --- views --- */

static void
show_view (TuceMeasurePage *self)
{
  tuce_measure_page_fill_of (self);
  gtk_button_set_label (GTK_BUTTON (self->add),
                        self->view == TUCE_VIEW_MEASURES ? _("Add Measures…") : _("Enter a Problem…"));
  self->filling = TRUE;
  tuce_count_list_choose (self->departments, NULL);
  self->filling = FALSE;
  tuce_measure_page_find (self, TRUE);
}

static void
on_view_toggled (GtkToggleButton *button, TuceMeasurePage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->view = self->views[TUCE_VIEW_PROBLEMS] == GTK_WIDGET (button) ? TUCE_VIEW_PROBLEMS : TUCE_VIEW_MEASURES;
  show_view (self);
}

static void
on_county_changed (TuceMeasurePage *self)
{
  stop (self);
  for (TuceMeasureView view = 0; view < TUCE_N_VIEWS; view++)
    tuce_list_table_set_list (self->tables[view], NULL);
  tuce_measure_page_fill_of (self);
  tuce_measure_page_update_actions (self);
  /* scope-changed follows: it is asked for. */
}

/* New verdicts change no measure; new packs the criteria to choose from. */
static void
on_reviewed (TuceMeasurePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->of);
  g_autofree char *code = NULL;

  if (self->view != TUCE_VIEW_MEASURES || self->standards == tuce_workspace_get_standards (self->workspace))
    return;
  code = g_strdup (selected < self->codes->len ? self->codes->pdata[selected] : "");
  tuce_measure_page_fill_of (self);
  self->filling = TRUE;
  for (guint i = 0; i < self->codes->len; i++)
    if (g_str_equal (self->codes->pdata[i], code))
      gtk_drop_down_set_selected (self->of, i);
  self->filling = FALSE;
}

static void
on_selection_changed (TuceMeasurePage *self)
{
  g_autoptr (GArray) ids = tuce_list_table_get_ids (tuce_measure_page_table (self));

  if (ids->len == 1)
    tuce_workspace_select (self->workspace, tuce_measure_view_entity (self->view), g_array_index (ids, gint64, 0));
  tuce_measure_page_update_actions (self);
}

static void
on_activated (TuceListTable *table, gint64 id, TuceMeasurePage *self)
{
  tuce_workspace_select (self->workspace, tuce_measure_view_entity (self->view), id);
  g_signal_emit_by_name (self, "activated");
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  TuceColumnTable *table = TUCE_COLUMN_TABLE (tuce_measure_page_table (self));
  guint position = tuce_column_table_get_selected (table);

  if (!g_str_equal (tuce_looks_get (self->looks), "list"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->looks));
  tuce_column_table_select (table, position == GTK_INVALID_LIST_POSITION ? 0 : position, TUCE_BRING_FOCUS);
  on_selection_changed (self);
  return TRUE;
}

static void
tuce_measure_page_dispose (GObject *object)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_measure_page_parent_class)->dispose (object);
}

static void
tuce_measure_page_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_MEASURE_PAGE (object)->codes);
  G_OBJECT_CLASS (tuce_measure_page_parent_class)->finalize (object);
}

static void
tuce_measure_page_class_init (TuceMeasurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_measure_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_measure_page_finalize;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_signal_new ("activated", TUCE_TYPE_MEASURE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  tuce_measure_page_install_actions (widget_class);
}

static void
tuce_measure_page_init (TuceMeasurePage *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
connect (TuceMeasurePage *self)
{
  for (TuceMeasureView view = 0; view < TUCE_N_VIEWS; view++)
    {
      g_signal_connect_object (self->views[view], "toggled", G_CALLBACK (on_view_toggled), self, 0);
      g_signal_connect_object (self->tables[view], "selection-changed", G_CALLBACK (on_selection_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tables[view], "activated", G_CALLBACK (on_activated), self, 0);
    }
  for (TuceDueFilter filter = 0; filter < TUCE_N_DUE_FILTERS; filter++)
    g_signal_connect_object (self->filters[filter], "toggled", G_CALLBACK (on_filter_toggled), self, 0);
  g_signal_connect_object (self->of, "notify::selected", G_CALLBACK (on_fresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->departments, "chosen", G_CALLBACK (on_fresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tuce_measure_page_new (TuceWorkspace *workspace)
{
  TuceMeasurePage *self = g_object_new (TUCE_TYPE_MEASURE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  tuce_measure_page_build (self);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  connect (self);
  on_county_changed (self);
  show_view (self);
  return GTK_WIDGET (self);
}

void
tuce_measure_page_show (TuceMeasurePage *self, const char *entity, const char *department)
{
  gboolean problems = g_str_equal (entity, tuce_measure_view_entity (TUCE_VIEW_PROBLEMS));
  TuceMeasureView view = problems ? TUCE_VIEW_PROBLEMS : TUCE_VIEW_MEASURES;

  g_return_if_fail (TUCE_IS_MEASURE_PAGE (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->views[view]), TRUE);
  tuce_count_list_choose (self->departments, department);
}

static void
show_what (TucePage *page, GVariant *what)
{
  const char *entity, *department;

  g_variant_get (what, "(&s&s)", &entity, &department);
  tuce_measure_page_show (TUCE_MEASURE_PAGE (page), entity, *department ? department : NULL);
}

static void
page_init (TucePageInterface *iface)
{
  iface->show = show_what;
}

const char *
tuce_measure_page_get_entity (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), NULL);
  return tuce_measure_view_entity (self->view);
}

TuceListTable *
tuce_measure_page_get_table (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), NULL);
  return tuce_measure_page_table (self);
}

TuceCountList *
tuce_measure_page_get_departments (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), NULL);
  return self->departments;
}

const char *
tuce_measure_page_get_look (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}

gboolean
tuce_measure_page_is_loading (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), FALSE);
  return self->query != NULL || (tuce_workspace_get_county (self->workspace) && tuce_freshness_get_stale (self->freshness));
}

GtkWidget *
tuce_measure_page_get_dialog (TuceMeasurePage *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_PAGE (self), NULL);
  return self->dialog;
}
