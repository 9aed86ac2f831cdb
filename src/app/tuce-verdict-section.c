/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict-section.h"

#include <glib/gi18n-lib.h>

#include "tuce-criteria-cell.h"
#include "tuce-form-dialog.h"
#include "tuce-measures.h"
#include "tuce-verdict-line.h"

#define HOUSEHOLD "household"

struct _TuceVerdictSection
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *cells; /* TuceCriteriaCell: what is kept, seen while folded too */
  GtkWidget *lines;

  TuceWorkspace *workspace;
  TuceRecord *record; /* what is selected, or NULL */
  TuceVerdictsFound *found;
  GPtrArray *gaps;     /* TuceGap */
  GCancellable *query; /* of the look on its way, or NULL */
};

G_DEFINE_FINAL_TYPE (TuceVerdictSection, tuce_verdict_section, GTK_TYPE_WIDGET)

static TuceCounty *
get_county (TuceVerdictSection *self)
{
  return tuce_workspace_get_county (self->workspace);
}

static const TucePack *
get_pack (TuceVerdictSection *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  return standards && self->record ? tuce_standards_standard (standards, self->record->entity->name) : NULL;
}

/* --- what is shown --- */

static void
clear_lines (TuceVerdictSection *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->lines)))
    gtk_box_remove (GTK_BOX (self->lines), line);
}

static char *
results_of (const TuceVerdictsFound *found)
{
  GString *results = g_string_new (NULL);

  for (guint i = 0; i < found->verdicts->len; i++)
    g_string_append_c (results,
                       tuce_result_character (((const TuceVerdict *) g_ptr_array_index (found->verdicts, i))->result));
  return g_string_free (results, FALSE);
}

static void
show_found (TuceVerdictSection *self, TuceVerdictsFound *found)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (get_county (self));
  g_autofree char *results = results_of (found);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  self->found = found;
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  self->gaps = tuce_measures_gaps (get_county (self), get_pack (self), self->record->id, results, &error);
  if (!self->gaps)
    {
      tuce_workspace_report_error (self->workspace, error);
      self->gaps = g_ptr_array_new ();
    }
  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (self->cells), dictionary, get_pack (self), results);
  clear_lines (self);
  for (guint i = 0; i < found->verdicts->len; i++)
    gtk_box_append (GTK_BOX (self->lines),
                    tuce_verdict_line_new (dictionary, found, g_ptr_array_index (found->verdicts, i), self->gaps,
                                           tuce_county_is_writable (get_county (self))));
}

static void
show_failure (TuceVerdictSection *self, const GError *error)
{
  GtkWidget *label = gtk_label_new (error->message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  clear_lines (self);
  gtk_box_append (GTK_BOX (self->lines), label);
}

static void
show_kept (TuceVerdictSection *self)
{
  TuceCounty *county = get_county (self);
  g_autofree char *entity = g_strconcat (self->record->entity->name, "_assessment", NULL);
  g_autoptr (TuceRecord) kept
      = tuce_county_year_record (county, entity, self->record->id, tuce_county_get_year (county), NULL);

  tuce_criteria_cell_set (TUCE_CRITERIA_CELL (self->cells), tuce_county_get_dictionary (county), get_pack (self),
                          kept ? tuce_record_text (kept, "results") : "");
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceVerdictSection) self = data;
  g_autoptr (GError) error = NULL;
  TuceVerdictsFound *found = tuce_verdicts_find_finish (result, &error);

  /* A later look, or another record, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    {
      g_clear_pointer (&found, tuce_verdicts_found_free);
      return;
    }
  g_clear_object (&self->query);
  if (found)
    show_found (self, found);
  else
    show_failure (self, error);
}

/* A household's verdicts are worked out at once; a place's by a worker. */
static void
look (TuceVerdictSection *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  g_autoptr (GError) error = NULL;
  TuceVerdictsFound *found;

  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  if (!self->record || !get_pack (self) || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  if (!g_str_equal (self->record->entity->name, HOUSEHOLD))
    {
      self->query = g_cancellable_new ();
      tuce_verdicts_find_async (get_county (self), standards, self->record, self->query, on_found, g_object_ref (self));
      return;
    }
  found = tuce_verdicts_find (get_county (self), standards, self->record, &error);
  if (found)
    show_found (self, found);
  else
    show_failure (self, error);
}

static void
show_selection (TuceVerdictSection *self)
{
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  TuceCounty *county = get_county (self);

  clear_lines (self);
  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  g_clear_pointer (&self->record, tuce_record_free);
  if (county && entity)
    self->record = tuce_county_load (county, entity, tuce_workspace_get_selected_id (self->workspace), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), get_pack (self) != NULL);
  if (!get_pack (self))
    return;
  show_kept (self);
  look (self);
}

static void
on_reviewed (TuceVerdictSection *self)
{
  if (!self->record || !get_pack (self))
    {
      show_selection (self);
      return;
    }
  show_kept (self);
  look (self);
}

/* --- what is done --- */

static gboolean
write_inspection (TuceRecord *record, gpointer data, GError **error)
{
  TuceVerdictSection *self = data;
  TuceDictionary *dictionary = tuce_county_get_dictionary (get_county (self));
  const TucePack *pack = get_pack (self);
  const TuceRule *rule = pack ? tuce_pack_rule (pack, tuce_record_text (record, "criterion")) : NULL;
  TuceResult result = tuce_result_from_code (tuce_record_text (record, "result"));
  g_autofree char *label
      /* Translators: what an edit is called in the journal: criterion, its word, the result */
      = g_strdup_printf (_("Inspection of %s %s: %s"), tuce_record_text (record, "criterion"),
                         rule ? tuce_rule_short (rule) : "", tuce_result_label (dictionary, result));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (get_county (self), label, error);

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
  TuceDictionary *dictionary = tuce_county_get_dictionary (get_county (self));
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, "inspection");
  const TuceRule *rule = tuce_pack_rule (get_pack (self), code);
  g_autoptr (GPtrArray) fields = fields_of (entity, names);
  g_autoptr (TuceRecord) record = tuce_record_new (entity);
  g_autofree char *title = g_strdup_printf ("%s %s", code, tuce_rule_short (rule));
  g_autofree char *day = tuce_county_day (get_county (self));
  GtkWidget *dialog;

  tuce_inspection_subject (record, self->record);
  tuce_record_set_text (record, "criterion", code);
  tuce_record_set_text (record, "inspected_on", day);
  dialog = tuce_form_dialog_new (get_window (self), title, tuce_rule_label (rule), _("Record the Inspection"),
                                 get_county (self), fields, record, write_inspection, G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static gboolean
write_measure (TuceRecord *record, gpointer data, GError **error)
{
  TuceVerdictSection *self = data;
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  g_ptr_array_add (measures, record);
  return tuce_measures_add (get_county (self), measures, error);
}

GtkWidget *
tuce_verdict_section_measure (TuceVerdictSection *self, guint index)
{
  static const char *const names[]
      = { "content", "department", "person", "starts_on", "due_on", "cost", "cost_source", NULL };
  const TuceGap *gap = self->gaps && index < self->gaps->len ? g_ptr_array_index (self->gaps, index) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record
      = gap ? tuce_measures_new (get_county (self), get_pack (self), gap, self->record->id, &error) : NULL;
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
                                 get_county (self), fields, record, write_measure, G_OBJECT (self));
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

/* Goes where the data behind the verdict are put right: in the record, or in its record of the year. */
static void
go_to_field (GtkWidget *widget, const char *action, GVariant *code)
{
  TuceVerdictSection *self = TUCE_VERDICT_SECTION (widget);
  const TuceRule *rule = tuce_pack_rule (get_pack (self), g_variant_get_string (code, NULL));
  TuceCounty *county = get_county (self);
  const TuceField *field = rule ? tuce_query_resolve (self->record->entity, rule->field, NULL) : NULL;
  g_autoptr (TuceRecord) year = NULL;
  gint64 id = self->record->id;

  if (!field)
    return;
  if (field->entity != self->record->entity && field->entity->year)
    {
      year = tuce_county_year_record (county, field->entity->name, id, tuce_county_get_year (county), NULL);
      id = year ? year->id : 0;
    }
  gtk_widget_activate_action (widget, "win.card-field", "(sxs)", field->entity->name, id, field->name);
}

/* --- object --- */

static void
tuce_verdict_section_dispose (GObject *object)
{
  TuceVerdictSection *self = TUCE_VERDICT_SECTION (object);

  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->found, tuce_verdicts_found_free);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->record, tuce_record_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_verdict_section_parent_class)->dispose (object);
}

static void
tuce_verdict_section_class_init (TuceVerdictSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_verdict_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tuce-verdicts");
  gtk_widget_class_install_action (widget_class, "verdict.inspect", "s", inspect);
  gtk_widget_class_install_action (widget_class, "verdict.field", "s", go_to_field);
  gtk_widget_class_install_action (widget_class, "verdict.measure", "u", make_measure);
}

static void
tuce_verdict_section_init (TuceVerdictSection *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *word = gtk_label_new (_("Criteria"));

  gtk_widget_add_css_class (word, "heading");
  self->cells = tuce_criteria_cell_new ();
  gtk_box_append (GTK_BOX (title), word);
  gtk_box_append (GTK_BOX (title), self->cells);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->lines, "tuce-section");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), title);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->lines);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, word,
                                  self->cells, NULL, -1);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (look), self);
}

GtkWidget *
tuce_verdict_section_new (TuceWorkspace *workspace)
{
  TuceVerdictSection *self = g_object_new (TUCE_TYPE_VERDICT_SECTION, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  show_selection (self);
  return GTK_WIDGET (self);
}

void
tuce_verdict_section_set_open (TuceVerdictSection *self, gboolean open)
{
  g_return_if_fail (TUCE_IS_VERDICT_SECTION (self));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), open);
}

const TuceVerdictsFound *
tuce_verdict_section_get_found (TuceVerdictSection *self)
{
  g_return_val_if_fail (TUCE_IS_VERDICT_SECTION (self), NULL);
  return self->found;
}
