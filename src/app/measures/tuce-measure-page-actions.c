/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with measures and problems: added, done, cancelled, closed, removed. */
#include <glib/gi18n-lib.h>

#include "tuce-assessor.h"
#include "tuce-edit.h"
#include "tuce-form-dialog.h"
#include "tuce-measure-dialog.h"
#include "tuce-measure-page-private.h"
#include "tuce-measures.h"

static GtkWindow *
window_of (TuceMeasurePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static const TuceEntity *
entity_of (TuceMeasurePage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  return tuce_dictionary_entity (tuce_county_get_dictionary (county), tuce_measure_view_entity (self->view));
}

static void
open_dialog (TuceMeasurePage *self, GtkWidget *dialog)
{
  g_set_weak_pointer (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GPtrArray *
fields_named (const TuceEntity *entity, const char *const *names)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (entity, names[i]));
  return fields;
}

/* Everything the form of the card asks for, in its order. */
static GPtrArray *
fields_of_section (const TuceEntity *entity)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < entity->fields->len; i++)
    if (*((const TuceField *) entity->fields->pdata[i])->section)
      g_ptr_array_add (fields, entity->fields->pdata[i]);
  return fields;
}

static void
set_today (TuceMeasurePage *self, TuceRecord *record, const char *field)
{
  g_autofree char *day = tuce_county_day (tuce_workspace_get_county (self->workspace));

  tuce_record_set_text (record, field, day);
}

/* --- added --- */

static gboolean
add_problem (TuceRecord *record, gpointer data, GError **error)
{
  TuceMeasurePage *self = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  if (!tuce_problems_add (tuce_workspace_get_county (self->workspace), records, error))
    return FALSE;
  tuce_workspace_select (self->workspace, record->entity->name, record->id);
  return TRUE;
}

/* A problem lies with the household that is selected, else where the tree stands. */
static TuceRecord *
new_problem (TuceMeasurePage *self, char **sentence)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceRecord *record = tuce_record_new (entity_of (self));
  const char *selected = tuce_workspace_get_selected_entity (self->workspace);
  g_autoptr (TuceRecord) household
      = g_strcmp0 (selected, "household") == 0
            ? tuce_county_load (county, selected, tuce_workspace_get_selected_id (self->workspace), NULL)
            : NULL;

  if (household)
    {
      g_autofree char *head = tuce_record_title (household);

      tuce_record_set_integer (record, record->entity->parent->name, household->id);
      tuce_record_set_text (record, record->entity->scope->name,
                            tuce_record_text (household, household->entity->scope->name));
      *sentence = g_strdup_printf (_("The problem is entered for the family of %s, which is selected."), head);
      return record;
    }
  tuce_record_set_text (record, record->entity->scope->name, tuce_workspace_get_scope (self->workspace));
  *sentence = g_strdup_printf (_("The problem is entered for %s, which is chosen in the tree."),
                               tuce_workspace_describe_scope (self->workspace));
  return record;
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autofree char *sentence = NULL;

  if (!county || !tuce_county_is_writable (county))
    return;
  if (self->view == TUCE_VIEW_MEASURES)
    {
      open_dialog (self, tuce_measure_dialog_new (window_of (self), self->workspace));
      return;
    }
  record = new_problem (self, &sentence);
  fields = fields_of_section (record->entity);
  open_dialog (self, tuce_form_dialog_new (window_of (self), _("Enter a Problem"), sentence, _("Enter the Problem"),
                                           county, fields, record, add_problem, G_OBJECT (self)));
}

/* --- ended --- */

static gboolean
do_done (TuceRecord *record, gpointer data, GError **error)
{
  TuceMeasurePage *self = data;
  g_autoptr (GArray) ids = tuce_list_table_get_ids (self->tables[TUCE_VIEW_MEASURES]);

  return tuce_measures_end (tuce_workspace_get_county (self->workspace), (gint64 *) ids->data, ids->len,
                            TUCE_MEASURE_DONE, tuce_record_text (record, "done_on"), error);
}

static void
done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "done_on", NULL };
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (tuce_measure_page_table (self));
  g_autoptr (TuceRecord) record = tuce_record_new (entity_of (self));
  g_autoptr (GPtrArray) fields = fields_named (record->entity, names);
  g_autofree char *button = g_strdup_printf (ngettext ("Mark %u Measure as Done", "Mark %u Measures as Done", ids->len),
                                             ids->len);

  set_today (self, record, names[0]);
  open_dialog (self, tuce_form_dialog_new (window_of (self), _("Measures Done"),
                                           _("What came of it, and what proves it, is written on the card."), button,
                                           tuce_workspace_get_county (self->workspace), fields, record, do_done,
                                           G_OBJECT (self)));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (tuce_measure_page_table (self));
  g_autoptr (GError) error = NULL;

  if (!tuce_measures_end (tuce_workspace_get_county (self->workspace), (gint64 *) ids->data, ids->len,
                          TUCE_MEASURE_CANCELLED, NULL, &error))
    tuce_workspace_report_error (self->workspace, error);
}

static gboolean
do_close (TuceRecord *record, gpointer data, GError **error)
{
  TuceMeasurePage *self = data;

  return tuce_problem_close (tuce_workspace_get_county (self->workspace), record->id,
                             tuce_record_text (record, "closed_on"), tuce_record_text (record, "closed_by"), error);
}

static void
close_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "closed_on", "closed_by", NULL };
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (tuce_measure_page_table (self));
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  if (ids->len != 1)
    return;
  record = tuce_county_load (county, entity_of (self)->name, g_array_index (ids, gint64, 0), NULL);
  if (!record)
    return;
  fields = fields_named (record->entity, names);
  if (!tuce_record_has (record, names[0]))
    set_today (self, record, names[0]);
  open_dialog (self, tuce_form_dialog_new (window_of (self), _("Close the Problem"),
                                           tuce_record_text (record, "description"), _("Close the Problem"), county,
                                           fields, record, do_close, G_OBJECT (self)));
}

static gboolean
write_removal (TuceMeasurePage *self, GArray *ids, GError **error)
{
  const TuceEntity *entity = entity_of (self);
  /* Translators: an edit of the journal: how many, and "measure" or "problem" */
  g_autofree char *label = g_strdup_printf (_("Remove %u × %s"), ids->len, tuce_entity_label (entity));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (tuce_workspace_get_county (self->workspace), label, error);

  if (!edit)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tuce_edit_delete (edit, entity->name, g_array_index (ids, gint64, i), error))
      return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

static void
remove_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (tuce_measure_page_table (self));
  g_autoptr (GError) error = NULL;

  if (ids->len > 0 && !write_removal (self, ids, &error))
    tuce_workspace_report_error (self->workspace, error);
}

static void
open_household (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);
  TuceListTable *table = tuce_measure_page_table (self);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (table);
  guint position = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (table));

  if (ids->len != 1 || !tuce_due_table_household (table, position))
    return;
  tuce_workspace_select (self->workspace, "household", tuce_due_table_household (table, position));
  g_signal_emit_by_name (self, "activated");
}

/* --- shown --- */

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceMeasurePage *self = TUCE_MEASURE_PAGE (widget);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->of, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[TUCE_DUE_ALL]), TRUE);
  tuce_count_list_choose (self->departments, NULL);
  self->filling = FALSE;
  tuce_measure_page_find (self, TRUE);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_MEASURE_PAGE (widget)->workspace, NULL);
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_measure_page_find (TUCE_MEASURE_PAGE (widget), TRUE);
}

void
tuce_measure_page_update_actions (TuceMeasurePage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceListTable *table = tuce_measure_page_table (self);
  g_autoptr (GArray) ids = tuce_list_table_get_ids (table);
  gboolean writable = county && tuce_county_is_writable (county);
  gboolean measures = self->view == TUCE_VIEW_MEASURES;
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", ids->len), ids->len);
  guint position = tuce_column_table_get_selected (TUCE_COLUMN_TABLE (table));
  gboolean has_household = ids->len == 1 && tuce_due_table_household (table, position);

  gtk_label_set_text (self->selected, ids->len > 0 ? text : _("Select one to see it on the card, or several."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.open", has_household);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.done", writable && measures && ids->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.cancel", writable && measures && ids->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.close", writable && !measures && ids->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.remove", writable && ids->len > 0);
  for (GtkWidget *button = gtk_widget_get_next_sibling (GTK_WIDGET (self->selected)); button;
       button = gtk_widget_get_next_sibling (button))
    {
      const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
      gboolean of_measures = g_str_equal (name, "measures.done") || g_str_equal (name, "measures.cancel");

      gtk_widget_set_visible (button, measures ? !g_str_equal (name, "measures.close") : !of_measures);
    }
}

void
tuce_measure_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "measures.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "measures.open", NULL, open_household);
  gtk_widget_class_install_action (widget_class, "measures.done", NULL, done);
  gtk_widget_class_install_action (widget_class, "measures.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "measures.close", NULL, close_problem);
  gtk_widget_class_install_action (widget_class, "measures.remove", NULL, remove_selected);
  gtk_widget_class_install_action (widget_class, "measures.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "measures.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (widget_class, "measures.again", NULL, again);
}
