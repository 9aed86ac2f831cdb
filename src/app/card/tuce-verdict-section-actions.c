/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about a criterion: an inspection recorded, a measure made, the data put right. */
#include "tuce-verdict-section-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-form-dialog.h"
#include "tuce-measures.h"

static gboolean
write_inspection (TuceRecord *record, gpointer data, GError **error)
{
  TuceVerdictSection *self = data;
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_verdict_section_get_county (self));
  const TucePack *pack = tuce_verdict_section_get_pack (self);
  const TuceRule *rule = pack ? tuce_pack_rule (pack, tuce_record_text (record, "criterion")) : NULL;
  TuceResult result = tuce_result_from_code (tuce_record_text (record, "result"));
  g_autofree char *label
      /* Translators: what an edit is called in the journal: criterion, its word, the result */
      = g_strdup_printf (_("Inspection of %s %s: %s"), tuce_record_text (record, "criterion"),
                         rule ? tuce_rule_short (rule) : "", tuce_result_label (dictionary, result));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (tuce_verdict_section_get_county (self), label, error);

  if (!edit || !tuce_edit_insert (edit, record, error))
    return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

static GPtrArray *
fields_of (const TuceEntity *entity, const char *const *names)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (entity, names[i]));
  return fields;
}

static GtkWindow *
get_window (TuceVerdictSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

GtkWidget *
tuce_verdict_section_inspect (TuceVerdictSection *self, const char *code)
{
  static const char *const names[] = { "result", "inspected_on", "inspector", "sheet", "value", "note", NULL };
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_verdict_section_get_county (self));
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, "inspection");
  const TuceRule *rule = tuce_pack_rule (tuce_verdict_section_get_pack (self), code);
  g_autoptr (GPtrArray) fields = fields_of (entity, names);
  g_autoptr (TuceRecord) record = tuce_record_new (entity);
  g_autofree char *title = g_strdup_printf ("%s %s", code, tuce_rule_short (rule));
  g_autofree char *day = tuce_county_day (tuce_verdict_section_get_county (self));
  GtkWidget *dialog;

  tuce_inspection_subject (record, self->record);
  tuce_record_set_text (record, "criterion", code);
  tuce_record_set_text (record, "inspected_on", day);
  dialog = tuce_form_dialog_new (get_window (self), title, tuce_rule_label (rule), _("Record the Inspection"),
                                 tuce_verdict_section_get_county (self), fields, record, write_inspection, G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static gboolean
write_measure (TuceRecord *record, gpointer data, GError **error)
{
  TuceVerdictSection *self = data;
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  g_ptr_array_add (measures, record);
  return tuce_measures_add (tuce_verdict_section_get_county (self), measures, error);
}

GtkWidget *
tuce_verdict_section_measure (TuceVerdictSection *self, guint index)
{
  static const char *const names[]
      = { "content", "department", "person", "starts_on", "due_on", "cost", "cost_source", NULL };
  const TuceGap *gap = self->gaps && index < self->gaps->len ? g_ptr_array_index (self->gaps, index) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record
      = gap ? tuce_measures_new (tuce_verdict_section_get_county (self), tuce_verdict_section_get_pack (self), gap, self->record->id, &error) : NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  if (!record)
    {
      if (error)
        tuce_workspace_report_error (self->workspace, error);
      return NULL;
    }
  fields = fields_of (record->entity, names);
  title = g_strdup_printf ("%s %s", gap->rule->code, tuce_rule_short (gap->rule));
  dialog = tuce_form_dialog_new (get_window (self), title, tuce_rule_label (gap->rule), _("Make the Measure"),
                                 tuce_verdict_section_get_county (self), fields, record, write_measure, G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
inspect (GtkWidget *widget, const char *action, GVariant *code)
{
  tuce_verdict_section_inspect (TUCE_VERDICT_SECTION (widget), g_variant_get_string (code, NULL));
}

static void
make_measure (GtkWidget *widget, const char *action, GVariant *index)
{
  tuce_verdict_section_measure (TUCE_VERDICT_SECTION (widget), g_variant_get_uint32 (index));
}

/* Goes where the data behind the verdict are put right: in the record, or in one that belongs to it. */
static void
go_to_field (GtkWidget *widget, const char *action, GVariant *code)
{
  TuceVerdictSection *self = TUCE_VERDICT_SECTION (widget);
  const TuceRule *rule = tuce_pack_rule (tuce_verdict_section_get_pack (self), g_variant_get_string (code, NULL));
  TucePendingRecord *subject = tuce_verdict_section_find_subject (self);
  const TuceField *field = rule && subject ? tuce_query_resolve (tuce_pending_record_entity (subject), rule->field, NULL) : NULL;
  TucePendingRecord *record = field ? tuce_pending_find (self->pending, field->entity) : NULL;

  if (record)
    gtk_widget_activate_action (widget, "win.card-field", "(sxs)", field->entity->name, tuce_pending_record_id (record),
                                field->name);
}

void
tuce_verdict_section_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "verdict.inspect", "s", inspect);
  gtk_widget_class_install_action (widget_class, "verdict.field", "s", go_to_field);
  gtk_widget_class_install_action (widget_class, "verdict.measure", "u", make_measure);
}
