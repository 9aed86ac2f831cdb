/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-progress-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-keyboard-focus.h"
#include "tuce-milestone-box.h"

#define COUNTY_CODE_LENGTH 6

static const char *const levels[] = { "household", "village", "township" };

G_DEFINE_FINAL_TYPE (TuceProgressPage, tuce_progress_page, GTK_TYPE_WIDGET)

static TuceDictionary *
get_dictionary (TuceProgressPage *self)
{
  return tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
}

static const char *
get_level (TuceProgressPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));

  return levels[MIN (selected, G_N_ELEMENTS (levels) - 1)];
}

static const TuceField *
status_field (TuceProgressPage *self)
{
  return tuce_entity_field (tuce_dictionary_entity (get_dictionary (self), levels[0]), "status");
}

const char *
tuce_progress_page_get_status (TuceProgressPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (!g_str_equal (get_level (self), levels[0]) || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return ((const TuceCode *) g_ptr_array_index (status_field (self)->codes->codes, selected - 1))->code;
}

/* A row for each township; in a township, for each of its villages. */
static const char *
get_by (TuceProgressPage *self)
{
  gboolean county = strlen (tuce_workspace_get_scope (self->workspace)) <= COUNTY_CODE_LENGTH;

  return county || g_str_equal (get_level (self), "township") ? "township" : "village";
}

/* --- what is shown --- */

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

static void
show_milestones (TuceProgressPage *self)
{
  GPtrArray *milestones = tuce_milestones (NULL);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  int year = tuce_county_get_year (county);
  g_autofree char *day = tuce_county_day (county);
  GDate today;

  remove_children (self->milestones);
  if (!tuce_date_parse (day, &today))
    return;
  for (guint i = 0; milestones && i < milestones->len; i++)
    gtk_box_append (GTK_BOX (self->milestones),
                    tuce_milestone_box_new (milestones->pdata[i], year, &today,
                                            g_array_index (self->found->remaining, gint64, i)));
}

static void
add_department (TuceProgressPage *self, const TuceDepartment *department)
{
  GtkWidget *button = gtk_button_new ();
  const char *name = *department->name ? department->name : _("no department named");
  g_autofree char *overdue = tuce_text_number (department->n_overdue);
  g_autofree char *open = tuce_text_number (department->n_open);
  /* Translators: a department; how many of its measures are overdue, how many are open */
  g_autofree char *text = g_strdup_printf (_("%s: ! %s overdue of %s"), name, overdue, open);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _("Show the measures"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "progress.department");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", department->name);
  gtk_box_append (GTK_BOX (self->departments), button);
}

static void
show_departments (TuceProgressPage *self)
{
  const TuceDueList *measures = self->found->measures;
  g_autofree char *open = tuce_text_number (measures->n_open);
  g_autofree char *overdue = tuce_text_number (measures->n_overdue);
  g_autofree char *heading = NULL;

  remove_children (self->departments);
  if (measures->n_overdue == 0)
    heading = g_strdup_printf (_("Measures: %s open, none overdue"), open);
  else
    heading = g_strdup_printf (_("Measures: %s open, ! %s overdue"), open, overdue);
  gtk_box_append (GTK_BOX (self->departments), gtk_label_new (heading));
  for (guint i = 0; i < measures->departments->len; i++)
    {
      const TuceDepartment *department = g_ptr_array_index (measures->departments, i);

      if (department->n_overdue > 0)
        add_department (self, department);
    }
}

static void
show_found (TuceProgressPage *self, TuceProgressFound *found)
{
  const TucePack *pack = found->pack;
  g_autoptr (TuceProgressFound) before = self->found;
  g_autofree char *sentence = NULL;

  tuce_progress_table_set (self->table, found, pack, tuce_workspace_describe_scope (self->workspace),
                           get_dictionary (self));
  self->found = found;
  show_milestones (self);
  show_departments (self);
  if (found->rollups->len > 1 && pack)
    {
      tuce_looks_show_list (self->looks);
      return;
    }
  sentence = pack ? g_strdup_printf (_("Nothing is counted in %s."), tuce_workspace_describe_scope (self->workspace))
                  : g_strdup (_("No standard is in force for this level."));
  tuce_looks_show (self->looks, "empty", sentence, _("Show the Whole County"), "progress.whole-county");
}

/* --- looking --- */

static void
stop (TuceProgressPage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceProgressPage) self = data;
  g_autoptr (GError) error = NULL;
  TuceProgressFound *found = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    {
      g_clear_pointer (&found, tuce_progress_found_free);
      return;
    }
  g_clear_object (&self->query);
  if (found)
    show_found (self, found);
  else
    tuce_looks_show (self->looks, "failed", error->message, _("Again"), "progress.again");
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_progress_add_reads (reads, get_level (page), get_by (page));
}

static const TuceFreshPart parts[]
    = { { add_reads, NULL, TUCE_FRESH_BY_SCOPE | TUCE_FRESH_BY_STANDARDS | TUCE_FRESH_BY_DAY } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceProgressPage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  stop (self);
  if (!county || !standards || self->leaving)
    return;
  gtk_widget_set_visible (self->status, g_str_equal (get_level (self), levels[0]));
  if (!self->found)
    tuce_looks_show_loading (self->looks, _("Counting…"));
  self->query = g_cancellable_new ();
  tuce_progress_find_async (county, standards, get_level (self), get_by (self),
                            tuce_workspace_get_scope (self->workspace), tuce_progress_page_get_status (self), self->query, on_found,
                            g_object_ref (self));
}

void
tuce_progress_page_find (TuceProgressPage *self)
{
  if (!self->filling)
    tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}

static void
fill_choices (TuceProgressPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  GPtrArray *codes = status_field (self)->codes->codes;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    gtk_string_list_append (names, tuce_entity_label (tuce_dictionary_entity (get_dictionary (self), levels[i])));
  gtk_string_list_append (statuses, _("All households"));
  for (guint i = 0; i < codes->len; i++)
    gtk_string_list_append (statuses, tuce_code_label (g_ptr_array_index (codes, i)));
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->level), G_LIST_MODEL (names));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status), G_LIST_MODEL (statuses));
  self->filling = FALSE;
}

static void
on_county_changed (TuceProgressPage *self)
{
  stop (self);
  tuce_progress_table_set (self->table, NULL, NULL, "", NULL);
  g_clear_pointer (&self->found, tuce_progress_found_free);
  remove_children (self->milestones);
  remove_children (self->departments);
  if (tuce_workspace_get_county (self->workspace))
    fill_choices (self);
  /* scope-changed follows: it is asked for. */
}

/* --- what is opened --- */

static void
on_opened (TuceProgressTable *table, guint row, int criterion, int result, TuceProgressPage *self)
{
  tuce_progress_page_open (self, row, criterion, (TuceResult) result);
}

static void
open_department (GtkWidget *widget, const char *action, GVariant *department)
{
  gtk_widget_activate_action (widget, "win.show", "(sv)", "measures",
                              g_variant_new ("(ss)", "measure", g_variant_get_string (department, NULL)));
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_progress_page_find (TUCE_PROGRESS_PAGE (widget));
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_PROGRESS_PAGE (widget)->workspace, NULL);
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceProgressPage *self = TUCE_PROGRESS_PAGE (widget);

  return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
tuce_progress_page_dispose (GObject *object)
{
  TuceProgressPage *self = TUCE_PROGRESS_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  if (self->box)
    tuce_progress_table_set (self->table, NULL, NULL, "", NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->found, tuce_progress_found_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_progress_page_parent_class)->dispose (object);
}

static void
tuce_progress_page_class_init (TuceProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_progress_page_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "progress.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "progress.department", "s", open_department);
  gtk_widget_class_install_action (widget_class, "progress.whole-county", NULL, show_whole);
}

static GtkWidget *
in_scroller (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_add_css_class (child, "page-bar");
  return scrolled;
}

static GtkWidget *
new_top (TuceProgressPage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->level = gtk_drop_down_new (NULL, NULL);
  self->status = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is counted"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which households"),
                                  -1);
  gtk_box_append (GTK_BOX (top), self->level);
  gtk_box_append (GTK_BOX (top), self->status);
  return in_scroller (top);
}

static void
tuce_progress_page_init (TuceProgressPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->table = TUCE_PROGRESS_TABLE (tuce_progress_table_new ());
  self->looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->table)));
  self->milestones = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->milestones), TRUE);
  gtk_widget_add_css_class (self->milestones, "page-bar");
  self->departments = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->milestones);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->looks));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), in_scroller (self->departments));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_progress_page_new (TuceWorkspace *workspace)
{
  TuceProgressPage *self = g_object_new (TUCE_TYPE_PROGRESS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (on_opened), self, 0);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (tuce_progress_page_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (tuce_progress_page_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const TuceProgressFound *
tuce_progress_page_get_found (TuceProgressPage *self)
{
  g_return_val_if_fail (TUCE_IS_PROGRESS_PAGE (self), NULL);
  return self->found;
}

void
tuce_progress_page_set_level (TuceProgressPage *self, const char *level)
{
  g_return_if_fail (TUCE_IS_PROGRESS_PAGE (self));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i], level))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->level), i);
}

const char *
tuce_progress_page_get_look (TuceProgressPage *self)
{
  g_return_val_if_fail (TUCE_IS_PROGRESS_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}

gboolean
tuce_progress_page_is_loading (TuceProgressPage *self)
{
  g_return_val_if_fail (TUCE_IS_PROGRESS_PAGE (self), FALSE);
  return self->query != NULL;
}
