/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-measure-dialog.h"

#include <glib/gi18n-lib.h>

#include "tuce-measures.h"
#include "tuce-read.h"

/* Some milliseconds' worth: the window answers between two portions. */
#define PORTION 50

struct _TuceMeasureDialog
{
  GtkWindow parent_instance;

  GtkDropDown *criterion;
  GtkDropDown *proposal;
  TuceValueForm *form;
  GtkLabel *count;
  GtkLabel *problem;
  GtkWidget *button;

  TuceWorkspace *workspace;
  GPtrArray *rules;      /* TuceRule of the household standard; the first is NULL */
  TuceStandards *standards;
  TuceRecord *model;
  TuceTargets *targets;  /* NULL while they are counted */
  GCancellable *counting;
  TuceMeasureBatch *batch;
  TuceJob *job;
  guint portion_source;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceMeasureDialog, tuce_measure_dialog, GTK_TYPE_WINDOW)

static const char *const asked[] = { "content",  "department", "person",      "starts_on",
                                     "due_on",   "cost",       "cost_source", NULL };

static void
say_problem (TuceMeasureDialog *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
}

static const TuceRule *
chosen_rule (TuceMeasureDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->criterion);

  return selected < self->rules->len ? self->rules->pdata[selected] : NULL;
}

/* --- for how many --- */

static void
show_count (TuceMeasureDialog *self)
{
  guint n = self->targets ? self->targets->ids->len : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u Measure", "Add %u Measures", n), n);
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_sensitive (self->button, n > 0 && !self->batch);
  if (!self->targets)
    {
      gtk_label_set_text (self->count, _("Counting households…"));
      return;
    }
  g_string_append_printf (text, ngettext ("Of %u household shown ", "Of %u households shown ", self->targets->n_all),
                          self->targets->n_all);
  g_string_append_printf (text, ngettext ("%u gets the measure.", "%u get the measure.", n), n);
  if (self->targets->n_open > 0)
    g_string_append_printf (text,
                            ngettext (" Passed over: %u that has an open one for it already.",
                                      " Passed over: %u that have an open one for it already.", self->targets->n_open),
                            self->targets->n_open);
  if (self->targets->n_no_need > 0)
    g_string_append_printf (text,
                            ngettext (" Passed over: %u for which it is met, or not checked yet.",
                                      " Passed over: %u for which it is met, or not checked yet.",
                                      self->targets->n_no_need),
                            self->targets->n_no_need);
  gtk_label_set_text (self->count, text->str);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMeasureDialog) self = data;
  g_autoptr (GError) error = NULL;
  TuceTargets *targets = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    {
      g_clear_pointer (&targets, tuce_targets_free);
      return;
    }
  g_clear_object (&self->counting);
  self->targets = targets;
  if (error)
    say_problem (self, error->message);
  show_count (self);
}

static void
stop_counting (TuceMeasureDialog *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->targets, tuce_targets_free);
}

typedef struct
{
  TuceQuery *households;
  TuceStandards *standards; /* keeps @rule */
  const TuceRule *rule;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  tuce_query_free (wanted->households);
  g_clear_pointer (&wanted->standards, tuce_standards_unref);
  g_free (wanted);
}

static gpointer
find_targets (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = question;

  return tuce_measures_targets (reader, wanted->households, wanted->rule, cancellable, error);
}

static void
count (TuceMeasureDialog *self)
{
  static const TuceReadKind kind = { find_targets, wanted_free, (GDestroyNotify) tuce_targets_free };
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ tuce_workspace_households (self->workspace),
                      self->standards ? tuce_standards_ref (self->standards) : NULL, chosen_rule (self) };
  stop_counting (self);
  self->counting = g_cancellable_new ();
  show_count (self);
  tuce_read_async (tuce_workspace_get_county (self->workspace), &kind, wanted, self->counting, on_counted,
                   g_object_ref (self));
}

/* --- what --- */

static void
take_proposal (TuceMeasureDialog *self, const TuceRule *rule, const TuceProposal *proposal)
{
  tuce_value_form_fill (self->form, "content", proposal ? proposal->content : tuce_rule_label (rule));
  tuce_value_form_fill (self->form, "department", proposal ? proposal->department : rule->department);
}

static void
on_proposal (TuceMeasureDialog *self)
{
  const TuceRule *rule = chosen_rule (self);
  guint selected = gtk_drop_down_get_selected (self->proposal);

  if (!self->filling && rule && selected < rule->proposals->len)
    take_proposal (self, rule, rule->proposals->pdata[selected]);
}

/* The standard's proposals for the criterion; the first is what most will take. */
static void
on_criterion (TuceMeasureDialog *self)
{
  const TuceRule *rule = chosen_rule (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; rule && i < rule->proposals->len; i++)
    {
      const TuceProposal *proposal = rule->proposals->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s（%s）", proposal->content, proposal->department);

      gtk_string_list_append (words, line);
    }
  gtk_drop_down_set_model (self->proposal, G_LIST_MODEL (words));
  gtk_widget_set_sensitive (GTK_WIDGET (self->proposal), rule && rule->proposals->len > 0);
  self->filling = FALSE;
  if (rule)
    take_proposal (self, rule, rule->proposals->len ? rule->proposals->pdata[0] : NULL);
  count (self);
}

static void
fill_criteria (TuceMeasureDialog *self)
{
  const TucePack *pack = self->standards ? tuce_standards_standard (self->standards, "household") : NULL;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_ptr_array_add (self->rules, NULL);
  gtk_string_list_append (words, _("None in particular: all households shown"));
  for (guint i = 0; pack && i < pack->rules->len; i++)
    {
      const TuceRule *rule = pack->rules->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %s", rule->code, tuce_rule_label (rule));

      g_ptr_array_add (self->rules, (gpointer) rule);
      gtk_string_list_append (words, line);
    }
  gtk_drop_down_set_model (self->criterion, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->criterion, self->rules->len > 1 ? 1 : 0);
}

/* --- adding --- */

static void
end (TuceMeasureDialog *self, const GError *error)
{
  self->portion_source = 0;
  g_clear_pointer (&self->batch, tuce_measure_batch_free);
  if (self->job)
    tuce_job_finish (self->job);
  g_clear_object (&self->job);
  if (!error)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  say_problem (self, error->message);
  show_count (self);
}

static gboolean
add_portion (gpointer data)
{
  TuceMeasureDialog *self = data;
  gboolean done = FALSE;
  g_autoptr (GError) error = NULL;

  if (tuce_measure_batch_continue (self->batch, PORTION, &done, &error) && !done)
    {
      tuce_job_progress (tuce_measure_batch_fraction (self->batch), self->job);
      return G_SOURCE_CONTINUE;
    }
  if (done)
    tuce_measure_batch_finish (self->batch, &error);
  end (self, error);
  return G_SOURCE_REMOVE;
}

void
tuce_measure_dialog_accept (TuceMeasureDialog *self)
{
  const TuceRule *rule = chosen_rule (self);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_MEASURE_DIALOG (self));
  if (!self->targets || self->targets->ids->len == 0 || self->batch)
    return;
  tuce_record_set_text (self->model, "criterion", rule ? rule->code : NULL);
  if (!tuce_value_form_read (self->form, self->model, &error)
      || !(self->batch = tuce_measure_batch_new (tuce_workspace_get_county (self->workspace), self->targets->ids,
                                                 self->model, &error)))
    {
      say_problem (self, error->message);
      return;
    }
  say_problem (self, "");
  gtk_widget_set_sensitive (self->button, FALSE);
  self->job = tuce_workspace_begin_job (self->workspace, _("Adding measures"), NULL);
  self->portion_source = g_idle_add (add_portion, self);
}

/* --- object --- */

static void
tuce_measure_dialog_dispose (GObject *object)
{
  TuceMeasureDialog *self = TUCE_MEASURE_DIALOG (object);

  stop_counting (self);
  g_clear_handle_id (&self->portion_source, g_source_remove);
  /* Closed half-way: nothing was added. */
  g_clear_pointer (&self->batch, tuce_measure_batch_free);
  if (self->job)
    tuce_job_finish (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  g_clear_pointer (&self->model, tuce_record_free);
  G_OBJECT_CLASS (tuce_measure_dialog_parent_class)->dispose (object);
}

static void
tuce_measure_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_MEASURE_DIALOG (object)->rules);
  G_OBJECT_CLASS (tuce_measure_dialog_parent_class)->finalize (object);
}

static void
tuce_measure_dialog_class_init (TuceMeasureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_measure_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_measure_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkLabel *
new_sentence (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_max_width_chars (label, 56);
  return label;
}

static GtkDropDown *
add_choice (GtkGrid *grid, const char *title, int line)
{
  GtkWidget *label = gtk_label_new (title), *choice = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, choice, 1, line, 1, 1);
  return GTK_DROP_DOWN (choice);
}

static void
tuce_measure_dialog_init (TuceMeasureDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));
  GtkWidget *choices = gtk_grid_new ();

  self->rules = g_ptr_array_new ();
  gtk_grid_set_row_spacing (GTK_GRID (choices), 6);
  gtk_grid_set_column_spacing (GTK_GRID (choices), 8);
  self->criterion = add_choice (GTK_GRID (choices), _("What It Fills"), 0);
  self->proposal = add_choice (GTK_GRID (choices), _("Proposed"), 1);
  self->form = TUCE_VALUE_FORM (tuce_value_form_new ());
  self->count = new_sentence ();
  self->problem = new_sentence ();
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "problem");
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "dialog-box");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tuce_measure_dialog_accept), self);
}

GtkWidget *
tuce_measure_dialog_new (GtkWindow *parent, TuceWorkspace *workspace)
{
  TuceMeasureDialog *self = g_object_new (TUCE_TYPE_MEASURE_DIALOG, "title", _("Add Measures"), "modal", TRUE,
                                          "destroy-with-parent", TRUE, NULL);
  TuceCounty *county = tuce_workspace_get_county (workspace);
  TuceStandards *standards = tuce_workspace_get_standards (workspace);
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), "measure");
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  if (parent)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->standards = standards ? tuce_standards_ref (standards) : NULL;
  self->model = tuce_record_new (entity);
  for (guint i = 0; asked[i]; i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (entity, asked[i]));
  tuce_value_form_set (self->form, county, fields, self->model);
  say_problem (self, "");
  fill_criteria (self);
  g_signal_connect_swapped (self->criterion, "notify::selected", G_CALLBACK (on_criterion), self);
  g_signal_connect_swapped (self->proposal, "notify::selected", G_CALLBACK (on_proposal), self);
  on_criterion (self);
  return GTK_WIDGET (self);
}

void
tuce_measure_dialog_choose (TuceMeasureDialog *self, const char *code)
{
  g_return_if_fail (TUCE_IS_MEASURE_DIALOG (self));
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TuceRule *rule = self->rules->pdata[i];

      if (g_str_equal (rule ? rule->code : "", code))
        gtk_drop_down_set_selected (self->criterion, i);
    }
}

TuceValueForm *
tuce_measure_dialog_get_form (TuceMeasureDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_DIALOG (self), NULL);
  return self->form;
}

const char *
tuce_measure_dialog_get_count (TuceMeasureDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_DIALOG (self), "");
  return gtk_label_get_text (self->count);
}

gboolean
tuce_measure_dialog_is_counting (TuceMeasureDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MEASURE_DIALOG (self), FALSE);
  return self->counting != NULL;
}
