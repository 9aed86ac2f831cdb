/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-procedure-section.h"

#include <glib/gi18n-lib.h>

#include "tuce-form-dialog.h"
#include "tuce-freshness.h"
#include "tuce-procedure-cache.h"
#include "tuce-record-concern.h"
#include "tuce-step-line.h"

/* As on the rest of the card: not while a word is half typed. */
#define JUDGE_DELAY_MS 300

struct _TuceProcedureSection
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *title;
  TuceStepLine *line;
  GtkLabel *next;
  GtkLabel *needs;
  TuceValueForm *form;
  GtkLabel *refusals;
  GtkWidget *record;
  GtkWidget *object;
  GtkLabel *failed;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceProcedureCache *cache;
  TuceProcedure *procedure; /* borrowed from the cache */
  TuceCase *file;           /* NULL while nothing is shown */
  const TuceRule *formed;   /* the step the form asks for */
  gint64 formed_for;
  guint judge_source;
};

G_DEFINE_FINAL_TYPE (TuceProcedureSection, tuce_procedure_section, GTK_TYPE_WIDGET)

static gboolean
is_writable (TuceProcedureSection *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  return county && tuce_county_is_writable (county);
}

/* The record the form would make: NULL with @error for what can't be read. */
static TuceRecord *
read_form (TuceProcedureSection *self, gboolean strict, GError **error)
{
  g_autoptr (TuceRecord) record
      = tuce_procedure_new_step (self->procedure, self->formed, self->file->subject, error);

  if (record && !tuce_value_form_read_values (self->form, record, strict, error))
    return NULL;
  return g_steal_pointer (&record);
}

static void
show_refusals (TuceProcedureSection *self, GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; sentences && i < sentences->len; i++)
    g_string_append_printf (text, "%s✗ %s", i ? "\n" : "", (const char *) sentences->pdata[i]);
  gtk_label_set_text (self->refusals, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), text->len > 0);
}

static gboolean
judge (gpointer data)
{
  TuceProcedureSection *self = data;
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  self->judge_source = 0;
  if (!self->file || !self->formed)
    return G_SOURCE_REMOVE;
  record = read_form (self, FALSE, NULL);
  sentences = record ? tuce_procedure_judge (self->procedure, self->file->subject, record, NULL) : NULL;
  show_refusals (self, sentences);
  return G_SOURCE_REMOVE;
}

static void
on_typed (TuceProcedureSection *self)
{
  g_clear_handle_id (&self->judge_source, g_source_remove);
  self->judge_source = g_timeout_add (JUDGE_DELAY_MS, judge, self);
}

/* --- what is shown --- */

static void
show_title (TuceProcedureSection *self)
{
  const TuceRule *next = tuce_case_next (self->file);
  const TucePack *pack = tuce_procedure_pack (self->procedure);
  gboolean begun = self->file->n_done > 0 || self->file->n_reopened > 0;
  g_autofree char *title
      = !begun ? g_strdup_printf (_("%s: not begun"), tuce_pack_label (pack))
        : next ? g_strdup_printf (_("%s: %u of %u · next: %s"), tuce_pack_label (pack), self->file->n_done,
                                  self->file->steps->len, tuce_rule_short (next))
               : g_strdup_printf (_("%s: complete"), tuce_pack_label (pack));

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

/* The gates of the next step, in the words of the pack, and what to bring. */
static void
show_needs (TuceProcedureSection *self, const TuceRule *next)
{
  g_autoptr (GPtrArray) gates = tuce_procedure_gates (self->procedure, next);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < gates->len; i++)
    g_string_append_printf (text, "%s%s", i > 1 ? _("; ") : "", tuce_rule_label (gates->pdata[i]));
  if (text->len)
    g_string_prepend (text, _("Needed: "));
  if (*next->evidence)
    g_string_append_printf (text, _("%sEvidence: %s"), text->len ? "\n" : "", next->evidence);
  gtk_label_set_text (self->needs, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->needs), text->len > 0);
}

static void
show_form (TuceProcedureSection *self, const TuceRule *next)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->form), next && is_writable (self));
  gtk_widget_set_visible (self->record, next && is_writable (self));
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  if (!next)
    {
      self->formed = NULL;
      gtk_widget_set_visible (GTK_WIDGET (self->needs), FALSE);
      show_refusals (self, NULL);
      return;
    }
  show_needs (self, next);
  /* What is half typed stays when another part of the household was edited. */
  if (self->formed == next && self->formed_for == self->file->subject)
    return;
  self->formed = next;
  self->formed_for = self->file->subject;
  label = g_strdup_printf (_("Next: %s"), tuce_rule_label (next));
  gtk_label_set_text (self->next, label);
  g_clear_pointer (&label, g_free);
  label = g_strdup_printf (_("Record “%s”"), tuce_rule_label (next));
  gtk_button_set_label (GTK_BUTTON (self->record), label);
  record = tuce_procedure_new_step (self->procedure, next, self->file->subject, NULL);
  fields = tuce_procedure_fields (self->procedure, next);
  if (record)
    tuce_value_form_set (self->form, tuce_workspace_get_county (self->workspace), fields, record);
  show_refusals (self, NULL);
}

static void
show_case (TuceProcedureSection *self)
{
  const TuceRule *next = tuce_case_next (self->file);
  g_autofree char *reopened = NULL;

  show_title (self);
  tuce_step_line_show (self->line, self->file);
  show_form (self, next);
  gtk_widget_set_visible (self->object, is_writable (self) && tuce_procedure_may_object (self->procedure, self->file));
  if (self->file->n_reopened > 0)
    reopened = g_strdup_printf (ngettext ("%u earlier record was taken back: see History.",
                                          "%u earlier records were taken back: see History.", self->file->n_reopened),
                                self->file->n_reopened);
  gtk_label_set_text (self->failed, reopened ? reopened : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed), reopened != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
hide (TuceProcedureSection *self)
{
  g_clear_handle_id (&self->judge_source, g_source_remove);
  g_clear_pointer (&self->file, tuce_case_free);
  self->procedure = NULL;
  self->formed = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
update (TuceProcedureSection *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  gint64 id = tuce_workspace_get_selected_id (self->workspace);
  TuceProcedure *procedure;
  g_autoptr (GError) error = NULL;

  if (!county || !standards || !entity || !id)
    {
      hide (self);
      return;
    }
  /* A procedure compiled anew takes the old one's place: nothing may look at the old one any more. */
  procedure = tuce_procedure_cache_get (self->cache, county, standards, entity, &error);
  if (procedure != self->procedure)
    hide (self);
  self->procedure = procedure;
  g_clear_pointer (&self->file, tuce_case_free);
  if (procedure)
    self->file = tuce_procedure_case (procedure, id, &error);
  if (self->file)
    show_case (self);
  else
    hide (self);
}

/* A place's case rests on what is kept of the households there; anybody's on what its own records say. */
static void
add_reads (gpointer page, TuceReads *reads)
{
  TuceProcedureSection *self = page;

  if (!self->file)
    return;
  tuce_reads_add_entity (reads, "step");
  tuce_reads_add_records (reads, "household_assessment");
}

static gboolean
is_touched (gpointer page, const TuceChangeSet *changes)
{
  TuceProcedureSection *self = page;
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);

  return entity
         && tuce_record_is_concerned (tuce_workspace_get_county (self->workspace), changes, entity,
                                      tuce_workspace_get_selected_id (self->workspace));
}

static const TuceFreshPart parts[]
    = { { add_reads, is_touched, TUCE_FRESH_BY_SELECTION | TUCE_FRESH_BY_STANDARDS | TUCE_FRESH_BY_DAY } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  update (page);
}

static void
on_county_changed (TuceProcedureSection *self)
{
  hide (self);
  tuce_procedure_cache_clear (self->cache);
  update (self);
}

/* --- what is done --- */

void
tuce_procedure_section_record (TuceProcedureSection *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;

  g_return_if_fail (TUCE_IS_PROCEDURE_SECTION (self));
  if (!self->formed || !self->file)
    return;
  g_clear_handle_id (&self->judge_source, g_source_remove);
  record = read_form (self, TRUE, &error);
  if (!record || !tuce_procedure_record (self->procedure, self->file->subject, record, &error))
    {
      g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
      g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

      for (guint i = 0; lines[i]; i++)
        g_ptr_array_add (sentences, lines[i]);
      show_refusals (self, sentences);
    }
}

static gboolean
do_object (TuceRecord *record, gpointer data, GError **error)
{
  TuceProcedureSection *self = data;

  if (!self->procedure)
    return TRUE;
  return tuce_procedure_object (self->procedure, tuce_record_integer (record, record->entity->parent->name),
                                tuce_record_text (record, "objection"), error);
}

GtkWidget *
tuce_procedure_section_object (TuceProcedureSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (TuceRecord) record = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (TUCE_IS_PROCEDURE_SECTION (self), NULL);
  if (!self->file)
    return NULL;
  record = tuce_procedure_new_step (self->procedure, tuce_procedure_steps (self->procedure)->pdata[0],
                                    self->file->subject, NULL);
  /* Places have no parent there: the id of the subject travels in it all the same. */
  tuce_record_set_integer (record, record->entity->parent->name, self->file->subject);
  g_ptr_array_add (fields, (gpointer) tuce_entity_field (record->entity, "objection"));
  dialog = tuce_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Objection"),
                                 _("The case goes back to the step where it is looked at again; what was done stays in "
                                   "the history."),
                                 _("Take the Case Back"), tuce_workspace_get_county (self->workspace), fields, record,
                                 do_object, G_OBJECT (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
on_object (TuceProcedureSection *self)
{
  tuce_procedure_section_object (self);
}

/* --- object --- */

static void
tuce_procedure_section_dispose (GObject *object)
{
  TuceProcedureSection *self = TUCE_PROCEDURE_SECTION (object);

  g_clear_handle_id (&self->judge_source, g_source_remove);
  g_clear_object (&self->freshness);
  g_clear_pointer (&self->file, tuce_case_free);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->cache, tuce_procedure_cache_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_procedure_section_parent_class)->dispose (object);
}

static void
tuce_procedure_section_class_init (TuceProcedureSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_procedure_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-procedure");
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  if (style)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
tuce_procedure_section_init (TuceProcedureSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cache = tuce_procedure_cache_new ();
  self->line = TUCE_STEP_LINE (tuce_step_line_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  self->failed = add_label (box, "dim-label");
  self->next = add_label (box, "heading");
  self->needs = add_label (box, "dim-label");
  self->form = TUCE_VALUE_FORM (tuce_value_form_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  self->refusals = add_label (box, "problem");
  self->object = gtk_button_new_with_label (_("Objection…"));
  self->record = gtk_button_new ();
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->object);
  gtk_box_append (GTK_BOX (buttons), self->record);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "tuce-section");

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title,
                                  NULL, -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->record, "clicked", G_CALLBACK (tuce_procedure_section_record), self);
  g_signal_connect_swapped (self->object, "clicked", G_CALLBACK (on_object), self);
}

GtkWidget *
tuce_procedure_section_new (TuceWorkspace *workspace)
{
  TuceProcedureSection *self = g_object_new (TUCE_TYPE_PROCEDURE_SECTION, NULL);

  self->workspace = g_object_ref (workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
tuce_procedure_section_set_open (TuceProcedureSection *self, gboolean open)
{
  g_return_if_fail (TUCE_IS_PROCEDURE_SECTION (self));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), open);
}

const char *
tuce_procedure_section_get_title (TuceProcedureSection *self)
{
  g_return_val_if_fail (TUCE_IS_PROCEDURE_SECTION (self), "");
  return gtk_label_get_text (GTK_LABEL (self->title));
}

const char *
tuce_procedure_section_get_refusals (TuceProcedureSection *self)
{
  g_return_val_if_fail (TUCE_IS_PROCEDURE_SECTION (self), "");
  return gtk_label_get_text (self->refusals);
}

TuceValueForm *
tuce_procedure_section_get_form (TuceProcedureSection *self)
{
  g_return_val_if_fail (TUCE_IS_PROCEDURE_SECTION (self), NULL);
  return self->form;
}
