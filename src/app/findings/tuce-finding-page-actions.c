/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with findings: opened where they are put right, disposed of, looked for again. */
#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-finding-page-private.h"

#define HOUSEHOLD "household"
#define MOST_AT_ONCE 1000 /* more would keep the window waiting */

/* The record that holds @field, seen from the subject of a finding: itself, its household, or its record of the year. */
static gint64
record_with (TuceFindingPage *self, guint position, const TuceEntity *subject, const TuceField *field)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gint64 id = tuce_list_table_integer (self->table, position, TUCE_FINDING_SUBJECT_ID);
  gint64 household = tuce_list_table_integer (self->table, position, TUCE_FINDING_HOUSEHOLD);
  g_autoptr (TuceRecord) year = NULL;

  if (field->entity == subject)
    return id;
  if (g_str_equal (field->entity->name, HOUSEHOLD))
    return household;
  if (!field->entity->year)
    return 0;
  if (household && g_str_equal (field->entity->parent->target, HOUSEHOLD))
    id = household;
  year = tuce_county_year_record (county, field->entity->name, id, tuce_county_get_year (county), NULL);
  return year ? year->id : 0;
}

void
tuce_finding_page_open (TuceFindingPage *self, guint position)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  TuceRecordList *list = tuce_list_table_get_list (self->table);
  gint64 household = tuce_list_table_integer (self->table, position, TUCE_FINDING_HOUSEHOLD);
  g_autofree char *subject = g_strdup (tuce_list_table_text (self->table, position, TUCE_FINDING_SUBJECT));
  const TuceRule *rule
      = standards ? tuce_standards_rule (standards, tuce_list_table_text (self->table, position, TUCE_FINDING_RULE))
                  : NULL;
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), subject);
  const TuceField *field
      = rule && *rule->field && entity ? tuce_query_resolve (entity, rule->field, NULL) : NULL;
  gint64 id = field ? record_with (self, position, entity, field) : 0;

  g_return_if_fail (TUCE_IS_FINDING_PAGE (self));
  /* so that the next one is known once this one is gone */
  tuce_column_table_select (TUCE_COLUMN_TABLE (self->table), position, TUCE_BRING_ROW);
  if (household)
    tuce_workspace_select (self->workspace, HOUSEHOLD, household);
  else if (entity)
    tuce_workspace_select (self->workspace, subject,
                           tuce_list_table_integer (self->table, position, TUCE_FINDING_SUBJECT_ID));
  self->opened = tuce_record_list_get_id (list, position);
  if (field)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.card-field", "(sxs)", field->entity->name, id, field->name);
}

static TuceRecord *
new_disposal (TuceFindingPage *self, guint position)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
  TuceRecord *record = tuce_record_new (tuce_dictionary_entity (dictionary, "disposal"));
  gint64 household = tuce_list_table_integer (self->table, position, TUCE_FINDING_HOUSEHOLD);

  if (household)
    tuce_record_set_integer (record, "household_id", household);
  tuce_record_set_text (record, "rule", tuce_list_table_text (self->table, position, TUCE_FINDING_RULE));
  tuce_record_set_text (record, "subject", tuce_list_table_text (self->table, position, TUCE_FINDING_SUBJECT));
  tuce_record_set_integer (record, "subject_id",
                           tuce_list_table_integer (self->table, position, TUCE_FINDING_SUBJECT_ID));
  tuce_record_set_text (record, "place", tuce_list_table_text (self->table, position, TUCE_FINDING_PLACE));
  tuce_record_set_text (record, "figures", tuce_list_table_text (self->table, position, TUCE_FINDING_FIGURES));
  return record;
}

static gboolean
write_disposals (TuceFindingPage *self, GtkBitset *selected, const char *label, const char *disposition,
                 const char *handed_to, const char *note, GError **error)
{
  g_autoptr (TuceEdit) edit = tuce_edit_begin (tuce_workspace_get_county (self->workspace), label, error);
  g_autofree char *day = tuce_county_day (tuce_workspace_get_county (self->workspace));

  if (!edit)
    return FALSE;
  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (TuceRecord) record = new_disposal (self, gtk_bitset_get_nth (selected, (guint) i));

      tuce_record_set_text (record, "disposition", disposition);
      tuce_record_set_text (record, "handed_to", *handed_to ? handed_to : NULL);
      tuce_record_set_text (record, "note", *note ? note : NULL);
      tuce_record_set_text (record, "disposed_by", g_get_user_name ());
      tuce_record_set_text (record, "disposed_on", day);
      if (!tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

void
tuce_finding_page_dispose_of (TuceFindingPage *self, const char *disposition, const char *handed_to, const char *note)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
  const TuceCode *code = tuce_code_list_find (tuce_dictionary_code_list (dictionary, "disposition"), disposition);
  g_autoptr (GtkBitset) selected = tuce_column_table_get_selection (TUCE_COLUMN_TABLE (self->table));
  guint n = (guint) gtk_bitset_get_size (selected);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (n == 0)
    return;
  if (n > MOST_AT_ONCE)
    {
      g_set_error (&error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("%u findings are selected: at most %u can be disposed of at once, choose fewer."), n, MOST_AT_ONCE);
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  /* Translators: what an edit is called in the journal: how many findings, what was said of them */
  label = g_strdup_printf (ngettext ("%u finding: %s", "%u findings: %s", n), n, tuce_code_label (code));
  if (!write_disposals (self, selected, label, disposition, handed_to, note, &error))
    tuce_workspace_report_error (self->workspace, error);
}

static void
rerun (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceReview *review = tuce_workspace_get_review (TUCE_FINDING_PAGE (widget)->workspace);

  if (!review)
    return;
  if (tuce_review_get_running (review))
    tuce_review_stop (review);
  else
    tuce_review_start (review);
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_finding_page_find (TUCE_FINDING_PAGE (widget), TRUE);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_FINDING_PAGE (widget)->workspace, NULL);
}

static void
show_all_rules (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_count_list_choose (TUCE_FINDING_PAGE (widget)->rules, NULL);
}

static void
dispose_of (GtkWidget *widget, const char *action, GVariant *disposition)
{
  tuce_finding_page_dispose_of (TUCE_FINDING_PAGE (widget), g_variant_get_string (disposition, NULL), "", "");
}

void
tuce_finding_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "findings.rerun", NULL, rerun);
  gtk_widget_class_install_action (widget_class, "findings.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "findings.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (widget_class, "findings.all-rules", NULL, show_all_rules);
  gtk_widget_class_install_action (widget_class, "findings.dispose", "s", dispose_of);
}
