/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-households-task.h"
#include "tuce-move.h"
#include "tuce-procedure-cache.h"

#define PORTION_MS 10     /* the window answers between two portions */
#define TRIAL_DELAY_MS 400
#define MOST_LISTED 200   /* refusals that are shown one by one; all are counted */

struct _TuceMoveDialog
{
  GtkWindow parent_instance;

  GtkDropDown *step;
  TuceValueForm *form;
  GtkLabel *count;
  GtkListBox *refusals;
  GtkLabel *problem;
  GtkWidget *button;

  TuceWorkspace *workspace;
  TuceProcedureCache *cache;
  TuceProcedure *procedure; /* of the cache */
  GArray *ids;              /* NULL while they are looked up */
  GCancellable *finding;
  TuceMove *move;           /* the trial, or in earnest */
  gboolean in_earnest;
  TuceJob *job;
  guint delay_source;
  guint portion_source;
  guint n_refused;
};

G_DEFINE_FINAL_TYPE (TuceMoveDialog, tuce_move_dialog, GTK_TYPE_WINDOW)

static void
say_problem (TuceMoveDialog *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
}

static const TuceRule *
chosen_step (TuceMoveDialog *self)
{
  GPtrArray *steps = tuce_procedure_steps (self->procedure);
  guint selected = gtk_drop_down_get_selected (self->step);

  return steps->pdata[MIN (selected, steps->len - 1)];
}

/* --- what came of the trial --- */

static char *
name_of (TuceMoveDialog *self, gint64 id)
{
  g_autoptr (TuceRecord) household
      = tuce_county_load (tuce_workspace_get_county (self->workspace), "household", id, NULL);

  return household ? tuce_record_title (household) : g_strdup ("");
}

static void
add_refusal (TuceMoveDialog *self, const TuceRefusal *refusal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = name_of (self, refusal->id);
  GtkWidget *who = gtk_label_new (name), *why = gtk_label_new (refusal->sentence);

  gtk_label_set_width_chars (GTK_LABEL (who), 6);
  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_widget_set_valign (who, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_wrap (GTK_LABEL (why), TRUE);
  gtk_widget_set_hexpand (why, TRUE);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_append (self->refusals, box);
}

static void
clear_refusals (TuceMoveDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->refusals))))
    gtk_list_box_remove (self->refusals, row);
  self->n_refused = 0;
}

static void
show_button (TuceMoveDialog *self, guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Record for %u Household", "Record for %u Households", n), n);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_sensitive (self->button, n > 0);
}

static void
show_trial (TuceMoveDialog *self)
{
  guint n = tuce_move_n_moved (self->move);
  GPtrArray *refusals = tuce_move_refusals (self->move);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u household passes", "%u households pass", n), n);
  if (refusals->len > 0)
    g_string_append_printf (text, ngettext (", %u is refused:", ", %u are refused:", refusals->len), refusals->len);
  clear_refusals (self);
  self->n_refused = refusals->len;
  for (guint i = 0; i < MIN (refusals->len, MOST_LISTED); i++)
    add_refusal (self, refusals->pdata[i]);
  if (refusals->len > MOST_LISTED)
    g_string_append_printf (text, _(" (the first %u are listed)"), MOST_LISTED);
  gtk_label_set_text (self->count, text->str);
  show_button (self, n);
}

/* --- moving --- */

static void
stop (TuceMoveDialog *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_clear_handle_id (&self->portion_source, g_source_remove);
  g_clear_pointer (&self->move, tuce_move_free);
  if (self->job)
    tuce_job_finish (self->job);
  g_clear_object (&self->job);
}

static void
fail (TuceMoveDialog *self, const GError *error)
{
  stop (self);
  self->in_earnest = FALSE;
  say_problem (self, error->message);
  show_button (self, 0);
}

static void
end (TuceMoveDialog *self)
{
  g_autoptr (GError) error = NULL;

  self->portion_source = 0;
  if (!self->in_earnest)
    {
      show_trial (self);
      g_clear_pointer (&self->move, tuce_move_free);
      return;
    }
  if (!tuce_move_finish (self->move, &error))
    {
      fail (self, error);
      return;
    }
  stop (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
go_on (gpointer data)
{
  TuceMoveDialog *self = data;
  gboolean done = FALSE;
  g_autoptr (GError) error = NULL;

  if (!tuce_move_continue (self->move, PORTION_MS, &done, &error))
    {
      self->portion_source = 0;
      fail (self, error);
      return G_SOURCE_REMOVE;
    }
  if (self->job)
    tuce_job_progress (tuce_move_fraction (self->move), self->job);
  if (!done)
    return G_SOURCE_CONTINUE;
  end (self);
  return G_SOURCE_REMOVE;
}

/* Whether what is typed can be read; if so the move begins. */
static gboolean
begin (TuceMoveDialog *self, gboolean in_earnest, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
  g_autoptr (TuceRecord) values = tuce_record_new (tuce_dictionary_entity (dictionary, "step"));

  if (!tuce_value_form_read_values (self->form, values, in_earnest, error))
    return FALSE;
  self->move = tuce_move_new (self->procedure, chosen_step (self), self->ids, values, in_earnest, error);
  self->in_earnest = in_earnest;
  if (!self->move)
    return FALSE;
  self->portion_source = g_idle_add (go_on, self);
  return TRUE;
}

static gboolean
try_now (gpointer data)
{
  TuceMoveDialog *self = data;
  g_autoptr (GError) error = NULL;

  self->delay_source = 0;
  if (!self->ids)
    return G_SOURCE_REMOVE;
  say_problem (self, "");
  if (!begin (self, FALSE, &error))
    fail (self, error);
  return G_SOURCE_REMOVE;
}

static void
try_soon (TuceMoveDialog *self)
{
  if (self->in_earnest)
    return;
  stop (self);
  gtk_label_set_text (self->count, _("Looking which households pass…"));
  show_button (self, 0);
  self->delay_source = g_timeout_add (TRIAL_DELAY_MS, try_now, self);
}

void
tuce_move_dialog_accept (TuceMoveDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_MOVE_DIALOG (self));
  if (tuce_move_dialog_is_busy (self) || !gtk_widget_get_sensitive (self->button))
    return;
  say_problem (self, "");
  if (!begin (self, TRUE, &error))
    {
      fail (self, error);
      return;
    }
  gtk_widget_set_sensitive (self->button, FALSE);
  self->job = tuce_workspace_begin_job (self->workspace, tuce_rule_label (chosen_step (self)), NULL);
}

/* --- which households, which step --- */

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMoveDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceHouseholdsFound) found = tuce_read_finish (result, &error);

  if (!self->finding || g_task_get_cancellable (G_TASK (result)) != self->finding)
    return;
  g_clear_object (&self->finding);
  if (!found)
    {
      fail (self, error);
      return;
    }
  self->ids = g_array_ref (found->ids);
  try_soon (self);
}

static void
on_step (TuceMoveDialog *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), "step");
  const TuceField *batch = tuce_entity_field (entity, "batch");
  g_autoptr (GPtrArray) fields = tuce_procedure_fields (self->procedure, chosen_step (self));
  g_autoptr (TuceRecord) empty = tuce_record_new (entity);

  if (!g_ptr_array_find (fields, batch, NULL))
    g_ptr_array_add (fields, (gpointer) batch);
  tuce_value_form_set (self->form, county, fields, empty);
  try_soon (self);
}

/* --- object --- */

static void
tuce_move_dialog_dispose (GObject *object)
{
  TuceMoveDialog *self = TUCE_MOVE_DIALOG (object);

  if (self->finding)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  stop (self);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->cache, tuce_procedure_cache_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_move_dialog_parent_class)->dispose (object);
}

static void
tuce_move_dialog_class_init (TuceMoveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_move_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkLabel *
new_sentence (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_max_width_chars (label, 60);
  return label;
}

static GtkWidget *
new_buttons (TuceMoveDialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tuce_move_dialog_accept), self);
  return buttons;
}

static void
tuce_move_dialog_init (TuceMoveDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cache = tuce_procedure_cache_new ();
  self->step = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Step"), -1);
  self->form = TUCE_VALUE_FORM (tuce_value_form_new ());
  self->count = new_sentence ();
  self->refusals = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->refusals, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->refusals), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Refused"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->refusals));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (scrolled, -1, 110);
  self->problem = new_sentence ();
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "problem");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->step));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_add_css_class (box, "dialog-box");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 660);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (try_soon), self);
}

/* The second step: the first is often implied, and the list of a village is usually appraised together. */
static void
fill_steps (TuceMoveDialog *self)
{
  GPtrArray *steps = tuce_procedure_steps (self->procedure);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u  %s", i, tuce_rule_label (steps->pdata[i]));

      gtk_string_list_append (words, line);
    }
  gtk_drop_down_set_model (self->step, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->step, steps->len > 1 ? 1 : 0);
}

GtkWidget *
tuce_move_dialog_new (GtkWindow *parent, TuceWorkspace *workspace, GError **error)
{
  TuceCounty *county = tuce_workspace_get_county (workspace);
  TuceStandards *standards = tuce_workspace_get_standards (workspace);
  TuceMoveDialog *self
      = g_object_new (TUCE_TYPE_MOVE_DIALOG, "title", _("Exit Procedure"), "modal", TRUE, "destroy-with-parent", TRUE,
                      NULL);
  g_autoptr (GError) failure = NULL;

  self->workspace = g_object_ref (workspace);
  if (standards)
    self->procedure = tuce_procedure_cache_get (self->cache, county, standards, "household", &failure);
  if (!self->procedure)
    {
      if (failure)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                             _("No exit procedure for households is in force: see the page Standards."));
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  if (parent)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  say_problem (self, "");
  fill_steps (self);
  g_signal_connect_swapped (self->step, "notify::selected", G_CALLBACK (on_step), self);
  on_step (self);
  self->finding = g_cancellable_new ();
  tuce_read_async (county, &tuce_households_finding, tuce_workspace_households (workspace), self->finding, on_found,
                   g_object_ref (self));
  return GTK_WIDGET (self);
}

void
tuce_move_dialog_choose (TuceMoveDialog *self, const char *code)
{
  GPtrArray *steps;

  g_return_if_fail (TUCE_IS_MOVE_DIALOG (self));
  steps = tuce_procedure_steps (self->procedure);
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((const TuceRule *) steps->pdata[i])->code, code))
      gtk_drop_down_set_selected (self->step, i);
}

TuceValueForm *
tuce_move_dialog_get_form (TuceMoveDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MOVE_DIALOG (self), NULL);
  return self->form;
}

const char *
tuce_move_dialog_get_count (TuceMoveDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MOVE_DIALOG (self), "");
  return gtk_label_get_text (self->count);
}

guint
tuce_move_dialog_get_n_refused (TuceMoveDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MOVE_DIALOG (self), 0);
  return self->n_refused;
}

gboolean
tuce_move_dialog_is_busy (TuceMoveDialog *self)
{
  g_return_val_if_fail (TUCE_IS_MOVE_DIALOG (self), FALSE);
  return self->finding || self->delay_source || self->portion_source;
}
