/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-village-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-column-chooser.h"
#include "tuce-freshness.h"
#include "tuce-incidence.h"
#include "tuce-keyboard-focus.h"
#include "tuce-looks.h"
#include "tuce-page.h"
#include "tuce-place-figures.h"
#include "tuce-places-shown-task.h"

/* The levels of places there are tables for, the smaller ones first. */
static const char *const levels[] = { "village", "township" };
#define N_LEVELS G_N_ELEMENTS (levels)

struct _TuceVillagePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *buttons[N_LEVELS]; /* GtkToggleButton */
  GtkWidget *chip;              /* the condition, with a way to take it away */
  GtkWidget *count;
  GtkWidget *columns[N_LEVELS]; /* GtkMenuButton */
  GtkStack *stack;
  TuceRecordTable *tables[N_LEVELS];
  TuceLooks *looks;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceCondition *condition; /* or NULL */
  GHashTable *incidences;   /* id → TuceIncidence, of the level shown */
  GCancellable *query;      /* of the look on its way, or NULL */
  guint level;
  gboolean entering;        /* the keyboard goes into the list once it is there */
};

static void page_init (TucePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TuceVillagePage, tuce_village_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TUCE_TYPE_PAGE, page_init))

static guint activated_signal;

static TuceRecordTable *
table_of (TuceVillagePage *self)
{
  return self->tables[self->level];
}

/* --- what is shown --- */

static const TuceEntity *
entity_of (TuceVillagePage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  return tuce_dictionary_entity (tuce_county_get_dictionary (county), levels[self->level]);
}

static void
show_none (TuceVillagePage *self)
{
  const char *scope = tuce_workspace_describe_scope (self->workspace);
  g_autofree char *condition = self->condition ? tuce_condition_describe (self->condition) : NULL;
  g_autofree char *sentence = NULL;

  if (condition)
    {
      /* Translators: a place, then a condition */
      sentence = g_strdup_printf (_("None in %s meets: %s"), scope, condition);
      tuce_looks_show (self->looks, "nothing", sentence, _("Clear"), "villages.clear");
      return;
    }
  /* Translators: a level of the divisions (village, township), then a place */
  sentence = g_strdup_printf (_("No %s lies in %s."), tuce_entity_label (entity_of (self)), scope);
  tuce_looks_show (self->looks, "empty", sentence, _("Show the Whole County"), "villages.whole-county");
}

static void
show_chip (TuceVillagePage *self)
{
  g_autofree char *text = self->condition ? tuce_condition_describe (self->condition) : NULL;
  g_autofree char *spoken = text ? g_strdup_printf (_("Remove the condition “%s”"), text) : NULL;
  g_autofree char *label = text ? g_strdup_printf ("%s ×", text) : NULL;

  gtk_widget_set_visible (self->chip, text != NULL);
  if (!text)
    return;
  gtk_button_set_label (GTK_BUTTON (self->chip), label);
  gtk_widget_set_tooltip_text (self->chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_selected (TuceVillagePage *self, gboolean scroll)
{
  gboolean mine = g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), levels[self->level]) == 0;

  tuce_record_table_select (table_of (self), mine ? tuce_workspace_get_selected_id (self->workspace) : 0, scroll);
}

static TuceQuery *
new_query (TuceVillagePage *self)
{
  TuceQuery *query = tuce_query_new (tuce_workspace_get_county (self->workspace), levels[self->level]);
  gboolean descending;
  const char *order = tuce_record_table_get_order (table_of (self), &descending);
  g_autoptr (GError) error = NULL;

  tuce_query_set_scope (query, tuce_workspace_get_scope (self->workspace));
  if ((order && *order != '@' && !tuce_query_set_order (query, order, descending, &error))
      || !tuce_query_set_columns (query, tuce_record_table_get_paths (table_of (self)), &error)
      || (self->condition
          && !tuce_query_add_condition (query, self->condition->path, self->condition->comparison,
                                        self->condition->value, &error)))
    tuce_workspace_report_error (self->workspace, error);
  return query;
}

static void
show_found (TuceVillagePage *self, TucePlacesShown *shown)
{
  TuceRecordTable *table = table_of (self);
  g_autoptr (TuceRecordList) list = NULL;
  g_autofree char *number = tuce_text_number (shown->ids->len);

  g_clear_pointer (&self->incidences, g_hash_table_unref);
  self->incidences = g_hash_table_ref (shown->incidences);
  gtk_label_set_text (GTK_LABEL (self->count), number);
  list = tuce_record_table_get_list (table) ? g_object_ref (tuce_record_table_get_list (table)) : NULL;
  if (list && g_list_model_get_n_items (G_LIST_MODEL (list)) == shown->ids->len
      && tuce_record_list_update_ids (list, shown->ids, shown->incidences))
    tuce_record_list_refresh_all (list);
  else
    {
      g_clear_object (&list);
      list = tuce_record_list_new (tuce_workspace_get_county (self->workspace), new_query (self),
                                   g_array_ref (shown->ids));
      tuce_record_table_set_list (table, list);
    }
  show_selected (self, TRUE);
  if (shown->ids->len == 0)
    show_none (self);
  else
    tuce_looks_show_list (self->looks);
  if (self->entering && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->entering = FALSE;
}

/* --- looking --- */

static void
stop (TuceVillagePage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceVillagePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlacesShown) shown = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  g_clear_object (&self->query);
  if (shown)
    show_found (self, shown);
  else
    tuce_looks_show (self->looks, "failed", error->message, _("Again"), "villages.again");
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  TuceVillagePage *self = page;
  const char *level = levels[self->level];
  gboolean descending;
  const char *order = tuce_record_table_get_order (table_of (self), &descending);

  tuce_reads_add_scope (reads, level);
  tuce_reads_add_paths (reads, level, tuce_record_table_get_paths (table_of (self)));
  if (order && *order != '@')
    tuce_reads_add_path (reads, level, order);
  if (self->condition)
    tuce_reads_add_path (reads, level, self->condition->path);
  tuce_incidences_add_reads (reads);
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SCOPE } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceVillagePage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean descending;
  const char *order = tuce_record_table_get_order (table_of (self), &descending);

  stop (self);
  if (!county)
    return;
  if (!tuce_record_table_get_list (table_of (self)))
    tuce_looks_show_loading (self->looks, _("Looking up places…"));
  self->query = g_cancellable_new ();
  tuce_places_shown_async (county, new_query (self), order && *order == '@' ? order : NULL, descending, self->query,
                           on_found, g_object_ref (self));
}

static void
find (TuceVillagePage *self)
{
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}

static void
on_reviewed (TuceVillagePage *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    tuce_record_table_set_standards (self->tables[i], tuce_workspace_get_standards (self->workspace));
}

static void
on_county_changed (TuceVillagePage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (self);
  g_clear_pointer (&self->condition, tuce_condition_free);
  show_chip (self);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      tuce_record_table_set_dictionary (self->tables[i], county ? tuce_county_get_dictionary (county) : NULL);
      tuce_record_table_set_standards (self->tables[i], tuce_workspace_get_standards (self->workspace));
      if (county)
        gtk_button_set_label (
            GTK_BUTTON (self->buttons[i]),
            tuce_entity_label (tuce_dictionary_entity (tuce_county_get_dictionary (county), levels[i])));
    }
  /* scope-changed follows: it is asked for. */
}

static void
on_level_toggled (GtkToggleButton *button, TuceVillagePage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_LEVELS; i++)
    if (self->buttons[i] == GTK_WIDGET (button) && i != self->level)
      {
        self->level = i;
        g_clear_pointer (&self->condition, tuce_condition_free); /* it was about the other level */
        show_chip (self);
      }
  for (guint i = 0; i < N_LEVELS; i++)
    gtk_widget_set_visible (self->columns[i], i == self->level);
  gtk_stack_set_visible_child_name (self->stack, levels[self->level]);
  find (self);
}

static void
on_selected (TuceRecordTable *table, gint64 id, TuceVillagePage *self)
{
  tuce_workspace_select (self->workspace, id ? levels[self->level] : NULL, id);
}

static void
on_activated (TuceRecordTable *table, gint64 id, TuceVillagePage *self)
{
  tuce_workspace_select (self->workspace, levels[self->level], id);
  g_signal_emit (self, activated_signal, 0);
}

static void
on_columns_changed (TuceRecordTable *table, TuceVillagePage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (table);

  if (list && table == table_of (self))
    tuce_record_list_set_query (list, new_query (self));
}

static void
on_selection_changed (TuceVillagePage *self)
{
  show_selected (self, TRUE);
}

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (widget);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns[self->level]));
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find (TUCE_VILLAGE_PAGE (widget));
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (widget);

  tuce_village_page_show (self, levels[self->level], NULL);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_VILLAGE_PAGE (widget)->workspace, NULL);
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (widget);

  self->entering = self->query != NULL;
  if (g_str_equal (tuce_looks_get (self->looks), "list") && tuce_record_table_focus (table_of (self)))
    return TRUE;
  return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
tuce_village_page_dispose (GObject *object)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->condition, tuce_condition_free);
  g_clear_pointer (&self->incidences, g_hash_table_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_village_page_parent_class)->dispose (object);
}

static void
tuce_village_page_class_init (TuceVillagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_village_page_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "page.choose-columns", NULL, choose_columns);
  gtk_widget_class_install_action (widget_class, "villages.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "villages.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "villages.whole-county", NULL, show_whole);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_VILLAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tuce_village_page_init (TuceVillagePage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
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

static GtkWidget *
new_top (TuceVillagePage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (top, "page-bar");
  gtk_widget_add_css_class (group, "linked");
  for (guint i = 0; i < N_LEVELS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                   i ? GTK_TOGGLE_BUTTON (self->buttons[0]) : NULL);
      gtk_box_append (GTK_BOX (group), self->buttons[i]);
      self->columns[i] = new_columns_button (self->tables[i]);
      gtk_widget_set_visible (self->columns[i], i == 0);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
  self->chip = gtk_button_new ();
  gtk_widget_add_css_class (self->chip, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->chip), "villages.clear");
  gtk_widget_set_hexpand (space, TRUE);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (top), group);
  gtk_box_append (GTK_BOX (top), self->chip);
  gtk_box_append (GTK_BOX (top), space);
  gtk_box_append (GTK_BOX (top), self->count);
  for (guint i = 0; i < N_LEVELS; i++)
    gtk_box_append (GTK_BOX (top), self->columns[i]);
  return top;
}

static void
add_table (TuceVillagePage *self, guint level, TuceSettings *settings)
{
  TuceRecordTable *table = TUCE_RECORD_TABLE (tuce_record_table_new (levels[level], settings));

  self->tables[level] = table;
  gtk_widget_set_hexpand (GTK_WIDGET (table), TRUE);
  tuce_record_table_set_figures (table, tuce_place_figures_add, &self->incidences);
  gtk_stack_add_named (self->stack, GTK_WIDGET (table), levels[level]);
  g_signal_connect_object (table, "selected", G_CALLBACK (on_selected), self, 0);
  g_signal_connect_object (table, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (table, "columns-changed", G_CALLBACK (on_columns_changed), self, 0);
  g_signal_connect_object (table, "order-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tuce_village_page_new (TuceWorkspace *workspace, TuceSettings *settings)
{
  TuceVillagePage *self = g_object_new (TUCE_TYPE_VILLAGE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->stack = GTK_STACK (gtk_stack_new ());
  for (guint i = 0; i < N_LEVELS; i++)
    add_table (self, i, settings);
  self->looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->stack)));
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->looks));
  for (guint i = 0; i < N_LEVELS; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_level_toggled), self, 0);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
  return GTK_WIDGET (self);
}

void
tuce_village_page_show (TuceVillagePage *self, const char *level, TuceCondition *condition)
{
  g_return_if_fail (TUCE_IS_VILLAGE_PAGE (self));
  for (guint i = 0; i < N_LEVELS; i++)
    if (g_str_equal (levels[i], level))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
  g_clear_pointer (&self->condition, tuce_condition_free);
  self->condition = condition;
  show_chip (self);
  find (self);
}

static void
show_what (TucePage *page, GVariant *what)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (page);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GVariant) condition = NULL;
  const char *level;

  if (!county)
    return;
  g_variant_get (what, "(&sm@" TUCE_CONDITION_VARIANT ")", &level, &condition);
  tuce_village_page_show (self, level,
                          condition ? tuce_condition_from_variant (
                              tuce_dictionary_entity (tuce_county_get_dictionary (county), level), condition)
                                    : NULL);
}

static void
page_init (TucePageInterface *iface)
{
  iface->show = show_what;
}

TuceRecordTable *
tuce_village_page_get_table (TuceVillagePage *self)
{
  g_return_val_if_fail (TUCE_IS_VILLAGE_PAGE (self), NULL);
  return table_of (self);
}

const char *
tuce_village_page_get_look (TuceVillagePage *self)
{
  g_return_val_if_fail (TUCE_IS_VILLAGE_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}

gboolean
tuce_village_page_is_loading (TuceVillagePage *self)
{
  g_return_val_if_fail (TUCE_IS_VILLAGE_PAGE (self), FALSE);
  return self->query != NULL;
}
