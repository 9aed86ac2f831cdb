/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-column-chooser.h"
#include "tuce-filter-bar.h"
#include "tuce-freshness.h"
#include "tuce-read.h"
#include "tuce-touched-records.h"

/* One of the page's lists. */
typedef struct
{
  const TuceListKind *kind;
  TuceRecordTable *table;
  GtkWidget *button;  /* GtkToggleButton that shows it */
  GtkWidget *columns; /* GtkMenuButton */
} View;

typedef struct
{
  GArray *views; /* View */
  guint shown;   /* which of them */
  GtkStack *tables;
  TuceFilterBar *filters;
  GtkWidget *chip; /* the condition, with a way to take it away */
  GtkWidget *add;
  GtkWidget *instead; /* what a class has in place of the filters, or NULL */
  GtkLabel *count;
  TuceCondition *condition; /* or NULL */
  GHashTable *touched; /* what the edits behind the look on its way changed; NULL where that is not why it looks */
  gboolean looking;
} TuceRecordPagePrivate;

static void page_init (TucePageInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TuceRecordPage, tuce_record_page, TUCE_TYPE_LIST_PAGE,
                         G_ADD_PRIVATE (TuceRecordPage) G_IMPLEMENT_INTERFACE (TUCE_TYPE_PAGE, page_init))

static TuceRecordPagePrivate *
private_of (gpointer self)
{
  return tuce_record_page_get_instance_private (self);
}

static TuceWorkspace *
workspace_of (gpointer self)
{
  return tuce_list_page_get_workspace (self);
}

static View *
view_of (gpointer self)
{
  TuceRecordPagePrivate *own = private_of (self);

  return &g_array_index (own->views, View, own->shown);
}

static const char *
name_of (gpointer self)
{
  return view_of (self)->kind->entity;
}

const TuceEntity *
tuce_record_page_get_entity (TuceRecordPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (workspace_of (self));

  return county ? tuce_dictionary_entity (tuce_county_get_dictionary (county), name_of (self)) : NULL;
}

/* --- what is shown --- */

static gboolean
is_narrowed (TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);

  return own->condition || tuce_filter_bar_is_set (own->filters);
}

static void
show_none (TuceListPage *page)
{
  TuceRecordPage *self = TUCE_RECORD_PAGE (page);
  TuceRecordPagePrivate *own = private_of (self);
  TuceLooks *looks = tuce_list_page_get_looks (page);
  const char *scope = tuce_workspace_describe_scope (workspace_of (self));
  const char *label = tuce_entity_label (tuce_record_page_get_entity (self));
  g_autofree char *condition = own->condition ? tuce_condition_describe (own->condition) : NULL;
  g_autofree char *sentence = NULL;

  if (condition)
    {
      /* Translators: a place, then a condition */
      sentence = g_strdup_printf (_("None in %s meets: %s"), scope, condition);
      tuce_looks_show (looks, "nothing", sentence, _("Clear"), "page.clear");
    }
  else if (is_narrowed (self))
    {
      /* Translators: a kind of record (village, visit), then a place */
      sentence = g_strdup_printf (_("No %s of %s is left by this choice."), label, scope);
      tuce_looks_show (looks, "nothing", sentence, _("Clear"), "page.clear");
    }
  else if (tuce_record_page_get_entity (self)->is_place)
    {
      /* Translators: a level of the divisions (village, township), then a place */
      sentence = g_strdup_printf (_("No %s lies in %s."), label, scope);
      tuce_looks_show (looks, "empty", sentence, _("Show the Whole County"), "page.whole-county");
    }
  else
    {
      gboolean whole = tuce_list_page_is_whole (page);

      /* Translators: a kind of record (helper, visit), then a place */
      sentence = g_strdup_printf (_("No %s is recorded in %s."), label, scope);
      tuce_looks_show (looks, "empty", sentence, whole ? NULL : _("Show the Whole County"), "page.whole-county");
    }
}

static void
show_chip (TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);
  g_autofree char *text = own->condition ? tuce_condition_describe (own->condition) : NULL;
  g_autofree char *spoken = text ? g_strdup_printf (_("Remove the condition “%s”"), text) : NULL;
  g_autofree char *label = text ? g_strdup_printf ("%s ×", text) : NULL;

  gtk_widget_set_visible (own->chip, text != NULL);
  if (!text)
    return;
  gtk_button_set_label (GTK_BUTTON (own->chip), label);
  gtk_widget_set_tooltip_text (own->chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (own->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
select_shown (TuceRecordPage *self, gboolean scroll)
{
  TuceWorkspace *workspace = workspace_of (self);
  gboolean mine = g_strcmp0 (tuce_workspace_get_selected_entity (workspace), name_of (self)) == 0;

  tuce_record_table_select (view_of (self)->table, mine ? tuce_workspace_get_selected_id (workspace) : 0, scroll);
}

static void
show_selected (TuceRecordPage *self)
{
  select_shown (self, TRUE);
}

/* Only what stands on the card of its own can be begun there; places come with the divisions. */
static void
show_add (TuceRecordPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (workspace_of (self));
  const TuceEntity *entity = tuce_record_page_get_entity (self);
  gboolean can = entity && TUCE_RECORD_PAGE_GET_CLASS (self)->adds && !entity->is_place && !entity->derived && entity->sections->len > 0;

  gtk_widget_set_visible (private_of (self)->add, can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", can && tuce_county_is_writable (county));
}

static TuceQuery *
new_query (TuceRecordPage *self, GError **error)
{
  TuceRecordPagePrivate *own = private_of (self);
  const TuceCondition *condition = own->condition;
  g_autoptr (TuceQuery) query = tuce_query_new (tuce_workspace_get_county (workspace_of (self)), name_of (self));

  tuce_query_set_scope (query, tuce_workspace_get_scope (workspace_of (self)));
  if (!tuce_filter_bar_apply (own->filters, query, error)
      || (condition && !tuce_query_add_condition (query, condition->path, condition->comparison, condition->value, error)))
    return NULL;
  return g_steal_pointer (&query);
}

/* Gives the query with the columns and the order of the table; an empty one where what was typed above can't be read. */
static TuceQuery *
query_for_table (TuceRecordPage *self)
{
  TuceRecordTable *table = view_of (self)->table;
  gboolean descending;
  const char *order = tuce_record_table_get_order (table, &descending);
  g_autoptr (GError) error = NULL;
  TuceQuery *query = TUCE_RECORD_PAGE_GET_CLASS (self)->new_query (self, &error);

  if (!query)
    {
      tuce_workspace_report_error (workspace_of (self), error);
      g_clear_error (&error);
      query = tuce_query_new (tuce_workspace_get_county (workspace_of (self)), name_of (self));
    }
  /* Both come from the dictionary of this very county. */
  if ((order && *order != '@' && !tuce_query_set_order (query, order, descending, &error))
      || !tuce_query_set_columns (query, tuce_record_table_get_paths (table), &error))
    tuce_workspace_report_error (workspace_of (self), error);
  return query;
}

static void
on_fetch_failed (TuceRecordList *list, const char *sentence, TuceListPage *page)
{
  tuce_list_page_show_failure (page, sentence);
}

/* The same list a moment later keeps its view and selection: only rows that were edited move; without knowing which, the few
   that came or went. @touched: (nullable) */
static gboolean
follow (TuceRecordPage *self, GArray *ids, GHashTable *touched)
{
  TuceRecordTable *table = view_of (self)->table;
  TuceRecordList *list = tuce_record_table_get_list (table);
  gboolean followed;

  if (!list || tuce_list_page_is_anew (TUCE_LIST_PAGE (self)))
    return FALSE;
  tuce_record_table_hold (table, TRUE);
  followed = touched ? tuce_record_list_update_ids (list, ids, touched) : tuce_record_list_follow (list, ids);
  tuce_record_table_hold (table, FALSE);
  return followed;
}

static void
show_ids (TuceRecordPage *self, GArray *ids)
{
  TuceRecordPagePrivate *own = private_of (self);
  g_autofree char *words = TUCE_RECORD_PAGE_GET_CLASS (self)->count_words (self, ids->len);
  g_autoptr (GHashTable) touched = g_steal_pointer (&own->touched);
  gboolean followed = follow (self, ids, touched);

  gtk_label_set_text (own->count, words);
  if (!followed)
    {
      g_autoptr (TuceRecordList) list = tuce_record_list_new (tuce_workspace_get_county (workspace_of (self)),
                                                              query_for_table (self), g_array_ref (ids));

      g_signal_connect_object (list, "failed", G_CALLBACK (on_fetch_failed), self, 0);
      tuce_record_table_set_list (view_of (self)->table, list);
    }
  select_shown (self, !followed);
  tuce_list_page_show_rows (TUCE_LIST_PAGE (self), ids->len);
}

/* --- looking --- */

static void
add_reads (TuceListPage *page, TuceReads *reads)
{
  TuceRecordPagePrivate *own = private_of (page);
  const View *view = view_of (page);
  gboolean descending;
  const char *order = tuce_record_table_get_order (view->table, &descending);

  tuce_reads_add_scope (reads, view->kind->entity); /* by it the rows stand in order where no column does */
  tuce_reads_add_paths (reads, view->kind->entity, (const char *const *) view->kind->filters);
  if (order && *order != '@')
    tuce_reads_add_path (reads, view->kind->entity, order);
  if (own->condition)
    tuce_reads_add_path (reads, view->kind->entity, own->condition->path);
}

static void
add_row_reads (TuceListPage *page, TuceReads *reads)
{
  tuce_reads_add_paths (reads, name_of (page), tuce_record_table_get_paths (view_of (page)->table));
}

static GHashTable *
touched_by (TuceListPage *page, const TuceChangeSet *changes)
{
  TuceCounty *county = tuce_workspace_get_county (workspace_of (page));

  return changes && county ? tuce_touched_records (county, changes, name_of (page)) : NULL;
}

static void
refresh (TuceListPage *page, const TuceChangeSet *changes)
{
  TuceRecordList *list = tuce_record_table_get_list (view_of (page)->table);
  g_autoptr (GHashTable) touched = touched_by (page, changes);
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

static gpointer
find_ids (TuceCounty *reader, gpointer query, GCancellable *cancellable, GError **error)
{
  return tuce_query_ids (query, reader, cancellable, error);
}

static void
look (TuceRecordPage *self, TuceQuery *query, const char *figure, gboolean descending, GCancellable *cancellable,
      GAsyncReadyCallback ready, gpointer data)
{
  static const TuceReadKind finding
      = { find_ids, (GDestroyNotify) tuce_query_free, (GDestroyNotify) g_array_unref };

  tuce_read_async (tuce_workspace_get_county (workspace_of (self)), &finding, query, cancellable, ready, data);
}

static GArray *
take (TuceRecordPage *self, GAsyncResult *result, GError **error)
{
  return tuce_read_finish (result, error);
}

static char *
count_words (TuceRecordPage *self, guint n)
{
  return tuce_text_number (n);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceRecordPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!tuce_list_page_take (TUCE_LIST_PAGE (self), result))
    return;
  private_of (self)->looking = FALSE;
  ids = TUCE_RECORD_PAGE_GET_CLASS (self)->take (self, result, &error);
  if (ids)
    show_ids (self, ids);
  else
    tuce_list_page_show_failure (TUCE_LIST_PAGE (self), error->message);
}

/* Two edits in a row: the second look answers for both. */
static void
remember_touched (TuceListPage *page, const TuceChangeSet *changes)
{
  TuceRecordPagePrivate *own = private_of (page);
  g_autoptr (GHashTable) touched = touched_by (page, changes);
  GHashTableIter iter;
  gpointer id;

  if (own->looking && !own->touched)
    g_clear_pointer (&touched, g_hash_table_unref); /* the look it replaces was for another reason */
  if (own->looking && touched)
    {
      g_hash_table_iter_init (&iter, own->touched);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (touched, g_memdup2 (id, sizeof (gint64)));
    }
  g_clear_pointer (&own->touched, g_hash_table_unref);
  own->touched = g_steal_pointer (&touched);
  own->looking = TRUE;
}

static void
look_up (TuceListPage *page, const TuceChangeSet *changes, GCancellable *cancellable)
{
  TuceRecordPage *self = TUCE_RECORD_PAGE (page);
  gboolean descending;
  const char *order = tuce_record_table_get_order (view_of (self)->table, &descending);

  remember_touched (page, changes);
  TUCE_RECORD_PAGE_GET_CLASS (self)->look (self, query_for_table (self), order && *order == '@' ? order : NULL, descending,
                                           cancellable, on_found, g_object_ref (self));
}

static void
find_anew (TuceRecordPage *self)
{
  tuce_list_page_find (TUCE_LIST_PAGE (self), TRUE);
}

/* --- what the user does --- */

/* @condition: (nullable) (transfer full) */
static void
set_condition (TuceRecordPage *self, TuceCondition *condition)
{
  TuceRecordPagePrivate *own = private_of (self);

  g_clear_pointer (&own->condition, tuce_condition_free);
  own->condition = condition;
  show_chip (self);
}

static void
show_view (TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);
  const View *view = view_of (self);

  for (guint i = 0; i < own->views->len; i++)
    gtk_widget_set_visible (g_array_index (own->views, View, i).columns, i == own->shown);
  gtk_stack_set_visible_child_name (own->tables, view->kind->entity);
  tuce_filter_bar_set (own->filters, tuce_record_page_get_entity (self),
                       tuce_record_page_get_entity (self) ? (const char *const *) view->kind->filters : NULL);
  show_add (self);
}

static void
on_view_toggled (GtkToggleButton *button, TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);

  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < own->views->len; i++)
    if (g_array_index (own->views, View, i).button == GTK_WIDGET (button) && i != own->shown)
      {
        own->shown = i;
        set_condition (self, NULL); /* it was about other records */
      }
  show_view (self);
  find_anew (self);
}

static void
on_selected (TuceRecordTable *table, gint64 id, TuceRecordPage *self)
{
  TuceWorkspace *workspace = workspace_of (self);

  g_signal_handlers_block_by_func (workspace, show_selected, self);
  tuce_workspace_select (workspace, id ? name_of (self) : NULL, id);
  g_signal_handlers_unblock_by_func (workspace, show_selected, self);
}

static void
on_activated (TuceRecordTable *table, gint64 id, TuceRecordPage *self)
{
  tuce_workspace_select (workspace_of (self), name_of (self), id);
  tuce_list_page_activate (TUCE_LIST_PAGE (self));
}

static void
on_columns_changed (TuceRecordTable *table, TuceRecordPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (table);

  if (list && table == view_of (self)->table)
    tuce_record_list_set_query (list, query_for_table (self));
}

static void
clear (TuceListPage *page)
{
  TuceRecordPage *self = TUCE_RECORD_PAGE (page);
  gboolean had_condition = private_of (self)->condition != NULL;

  set_condition (self, NULL);
  tuce_filter_bar_clear (private_of (self)->filters);
  if (had_condition)
    find_anew (self);
}

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (view_of (widget)->columns));
}

static void
add_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", name_of (widget), "");
}

/* --- the county --- */

static void
on_reviewed (TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);

  for (guint i = 0; i < own->views->len; i++)
    tuce_record_table_set_standards (g_array_index (own->views, View, i).table,
                                     tuce_workspace_get_standards (workspace_of (self)));
}

static void
county_changed (TuceListPage *page)
{
  TuceRecordPage *self = TUCE_RECORD_PAGE (page);
  TuceRecordPagePrivate *own = private_of (self);
  TuceCounty *county = tuce_workspace_get_county (workspace_of (self));
  TuceDictionary *dictionary = county ? tuce_county_get_dictionary (county) : NULL;

  set_condition (self, NULL);
  own->looking = FALSE;
  gtk_label_set_text (own->count, "");
  for (guint i = 0; i < own->views->len; i++)
    {
      const View *view = &g_array_index (own->views, View, i);

      tuce_record_table_set_dictionary (view->table, dictionary);
      if (dictionary)
        gtk_button_set_label (GTK_BUTTON (view->button),
                              tuce_entity_label (tuce_dictionary_entity (dictionary, view->kind->entity)));
    }
  on_reviewed (self);
  show_view (self);
}

/* --- object --- */

static gboolean
focus_rows (TuceListPage *page)
{
  return tuce_record_table_focus (view_of (page)->table);
}

static void
tuce_record_page_finalize (GObject *object)
{
  TuceRecordPagePrivate *own = private_of (object);

  g_clear_pointer (&own->condition, tuce_condition_free);
  g_clear_pointer (&own->touched, g_hash_table_unref);
  g_array_unref (own->views);
  G_OBJECT_CLASS (tuce_record_page_parent_class)->finalize (object);
}

static void
tuce_record_page_class_init (TuceRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TuceListPageClass *list_class = TUCE_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_record_page_finalize;
  list_class->fresh_by = TUCE_FRESH_BY_SCOPE;
  list_class->looking = N_("Looking up records…");
  list_class->add_reads = add_reads;
  list_class->add_row_reads = add_row_reads;
  list_class->refresh = refresh;
  list_class->look_up = look_up;
  list_class->show_none = show_none;
  list_class->focus_rows = focus_rows;
  list_class->clear = clear;
  list_class->county_changed = county_changed;
  klass->adds = TRUE;
  klass->new_query = new_query;
  klass->look = look;
  klass->take = take;
  klass->count_words = count_words;
  gtk_widget_class_install_action (widget_class, "page.choose-columns", NULL, choose_columns);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_record);
}

static void
tuce_record_page_init (TuceRecordPage *self)
{
  private_of (self)->views = g_array_new (FALSE, TRUE, sizeof (View));
}

static GtkWidget *
new_columns_button (TuceRecordTable *table)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), tuce_column_chooser_new (table));
  gtk_widget_set_tooltip_text (button, _("Choose columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose columns"), -1);
  return button;
}

static void
add_view (TuceRecordPage *self, const TuceListKind *kind, TuceSettings *settings)
{
  TuceRecordPagePrivate *own = private_of (self);
  TuceRecordTable *table = TUCE_RECORD_TABLE (tuce_record_table_new (kind->entity, settings));
  View view = { kind, table, gtk_toggle_button_new (), new_columns_button (table) };

  if (own->views->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (view.button),
                                 GTK_TOGGLE_BUTTON (g_array_index (own->views, View, 0).button));
  gtk_widget_set_hexpand (GTK_WIDGET (table), TRUE);
  if (TUCE_RECORD_PAGE_GET_CLASS (self)->prepare_table)
    TUCE_RECORD_PAGE_GET_CLASS (self)->prepare_table (self, table);
  gtk_stack_add_named (own->tables, GTK_WIDGET (table), kind->entity);
  g_signal_connect_object (table, "selected", G_CALLBACK (on_selected), self, 0);
  g_signal_connect_object (table, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (table, "columns-changed", G_CALLBACK (on_columns_changed), self, 0);
  g_signal_connect_object (table, "order-changed", G_CALLBACK (find_anew), self, G_CONNECT_SWAPPED);
  g_array_append_val (own->views, view);
}

static void
fill_bar (TuceRecordPage *self)
{
  TuceRecordPagePrivate *own = private_of (self);
  GtkBox *bar = tuce_list_page_get_bar (TUCE_LIST_PAGE (self));
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (group, "linked");
  gtk_widget_set_visible (group, own->views->len > 1);
  for (guint i = 0; i < own->views->len; i++)
    gtk_box_append (GTK_BOX (group), g_array_index (own->views, View, i).button);
  own->filters = TUCE_FILTER_BAR (tuce_filter_bar_new ());
  own->chip = gtk_button_new ();
  gtk_widget_add_css_class (own->chip, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (own->chip), "page.clear");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_visible (space, own->instead == NULL);
  own->add = gtk_button_new_with_label (_("Add…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (own->add), "page.add");
  own->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (own->count), "numeric");
  gtk_box_append (bar, group);
  gtk_box_append (bar, GTK_WIDGET (own->filters));
  if (own->instead)
    gtk_box_append (bar, own->instead);
  gtk_box_append (bar, own->chip);
  gtk_box_append (bar, space);
  gtk_box_append (bar, GTK_WIDGET (own->count));
  gtk_box_append (bar, own->add);
  for (guint i = 0; i < own->views->len; i++)
    gtk_box_append (bar, g_array_index (own->views, View, i).columns);
}

void
tuce_record_page_set_filters (TuceRecordPage *self, GtkWidget *widget)
{
  g_return_if_fail (TUCE_IS_RECORD_PAGE (self));
  private_of (self)->instead = widget;
}

void
tuce_record_page_build (TuceRecordPage *self, TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind)
{
  TuceRecordPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_RECORD_PAGE (self) && kind->lists->len > 0);
  own->tables = GTK_STACK (gtk_stack_new ());
  for (guint i = 0; i < kind->lists->len; i++)
    add_view (self, kind->lists->pdata[i], settings);
  fill_bar (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (view_of (self)->button), TRUE);
  tuce_list_page_begin (TUCE_LIST_PAGE (self), workspace, GTK_WIDGET (own->tables));
  for (guint i = 0; i < own->views->len; i++)
    g_signal_connect_object (g_array_index (own->views, View, i).button, "toggled", G_CALLBACK (on_view_toggled), self, 0);
  g_signal_connect_object (own->filters, "changed", G_CALLBACK (find_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tuce_record_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind)
{
  TuceRecordPage *self = g_object_new (TUCE_TYPE_RECORD_PAGE, NULL);

  tuce_record_page_build (self, workspace, settings, kind);
  return GTK_WIDGET (self);
}

void
tuce_record_page_show (TuceRecordPage *self, const char *entity, TuceCondition *condition)
{
  TuceRecordPagePrivate *own = private_of (self);

  g_return_if_fail (TUCE_IS_RECORD_PAGE (self));
  for (guint i = 0; i < own->views->len; i++)
    if (g_str_equal (g_array_index (own->views, View, i).kind->entity, entity))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (g_array_index (own->views, View, i).button), TRUE);
  set_condition (self, condition);
  find_anew (self);
}

static void
show_what (TucePage *page, GVariant *what)
{
  TuceCounty *county = tuce_workspace_get_county (workspace_of (page));
  g_autoptr (GVariant) condition = NULL;
  const char *name;
  const TuceEntity *entity;

  if (!county)
    return;
  g_variant_get (what, "(&sm@" TUCE_CONDITION_VARIANT ")", &name, &condition);
  entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
  if (entity)
    tuce_record_page_show (TUCE_RECORD_PAGE (page), name,
                           condition ? tuce_condition_from_variant (entity, condition) : NULL);
}

static void
page_init (TucePageInterface *iface)
{
  iface->show = show_what;
}

TuceRecordTable *
tuce_record_page_get_table (TuceRecordPage *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_PAGE (self), NULL);
  return view_of (self)->table;
}

GtkWidget *
tuce_record_page_get_filters (TuceRecordPage *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_PAGE (self), NULL);
  return GTK_WIDGET (private_of (self)->filters);
}

const char *
tuce_record_page_get_count (TuceRecordPage *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_PAGE (self), NULL);
  return gtk_label_get_text (private_of (self)->count);
}
