/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-proposal-dialog.h"

#include <glib/gi18n-lib.h>

#define MOST_PROPOSED 20

struct _TuceProposalDialog
{
  GtkWindow parent_instance;

  GtkWidget *number;
  GtkWidget *look;
  GtkWidget *list;
  GtkWidget *scrolled;
  GtkWidget *problem;
  GtkWidget *button;

  TuceWorkspace *workspace;
  gint64 scenario;
  GPtrArray *proposals; /* TucePlanProposal */
  GPtrArray *checks;    /* GtkCheckButton of each */
  GCancellable *query;
};

G_DEFINE_FINAL_TYPE (TuceProposalDialog, tuce_proposal_dialog, GTK_TYPE_WINDOW)

static void
say (TuceProposalDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence);
  gtk_widget_set_visible (self->problem, *sentence != '\0');
}

guint
tuce_proposal_dialog_n_ticked (TuceProposalDialog *self)
{
  guint n = 0;

  g_return_val_if_fail (TUCE_IS_PROPOSAL_DIALOG (self), 0);
  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static void
on_ticked (TuceProposalDialog *self)
{
  guint n = tuce_proposal_dialog_n_ticked (self);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u Candidate", "Add %u Candidates", n), n);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_sensitive (self->button, n > 0);
}

static void
add_row (TuceProposalDialog *self, const TucePlanProposal *proposal)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *reasons = gtk_label_new (proposal->reasons);
  g_autofree char *title = g_strdup_printf (_("%s: for %u households, %u people"), proposal->name,
                                            proposal->households, proposal->people);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_label_set_xalign (GTK_LABEL (reasons), 0);
  gtk_label_set_wrap (GTK_LABEL (reasons), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (reasons), 60);
  gtk_widget_set_margin_start (reasons, 24);
  gtk_widget_add_css_class (reasons, "rule-line");
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), reasons);
  gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
}

static void
clear_rows (TuceProposalDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), row);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceProposalDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->query)
    return;
  g_clear_object (&self->query);
  gtk_widget_set_sensitive (self->look, TRUE);
  say (self, error             ? error->message
             : proposals->len == 0 ? _("No place would bring anybody nearer than the sites that take part.")
                               : "");
  self->proposals = g_steal_pointer (&proposals);
  for (guint i = 0; self->proposals && i < self->proposals->len; i++)
    add_row (self, self->proposals->pdata[i]);
  gtk_widget_set_visible (self->scrolled, self->checks->len > 0);
  on_ticked (self);
}

static void
look (TuceProposalDialog *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number));

  if (self->query)
    return;
  clear_rows (self);
  on_ticked (self);
  say (self, _("Looking for places…"));
  gtk_widget_set_sensitive (self->look, FALSE);
  self->query = g_cancellable_new ();
  tuce_candidates_find_async (tuce_workspace_get_county (self->workspace), self->scenario, n, self->query, on_found,
                              g_object_ref (self));
}

void
tuce_proposal_dialog_look (TuceProposalDialog *self, guint n)
{
  g_return_if_fail (TUCE_IS_PROPOSAL_DIALOG (self));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), n);
  look (self);
}

gboolean
tuce_proposal_dialog_is_looking (TuceProposalDialog *self)
{
  g_return_val_if_fail (TUCE_IS_PROPOSAL_DIALOG (self), FALSE);
  return self->query != NULL;
}

static TuceRecord *
new_candidate (TuceProposalDialog *self, const TucePlanProposal *proposal)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
  TuceRecord *site = tuce_record_new (tuce_dictionary_entity (dictionary, TUCE_SCENARIO_SITE));

  tuce_record_set_integer (site, "scenario_id", self->scenario);
  tuce_record_set_text (site, "name", proposal->name);
  tuce_record_set_text (site, "village_code", proposal->village_code);
  tuce_record_set_integer (site, "households", proposal->households);
  tuce_record_set_real (site, "lon", proposal->position.lon);
  tuce_record_set_real (site, "lat", proposal->position.lat);
  return site;
}

void
tuce_proposal_dialog_accept (TuceProposalDialog *self)
{
  g_autoptr (GPtrArray) sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_PROPOSAL_DIALOG (self));
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (sites, new_candidate (self, self->proposals->pdata[i]));
  if (tuce_scenario_add_sites (tuce_workspace_get_county (self->workspace), sites, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    say (self, error->message);
}

static void
tuce_proposal_dialog_dispose (GObject *object)
{
  TuceProposalDialog *self = TUCE_PROPOSAL_DIALOG (object);

  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_proposal_dialog_parent_class)->dispose (object);
}

static void
tuce_proposal_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_PROPOSAL_DIALOG (object)->checks);
  G_OBJECT_CLASS (tuce_proposal_dialog_parent_class)->finalize (object);
}

static void
tuce_proposal_dialog_class_init (TuceProposalDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_proposal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_proposal_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_top (TuceProposalDialog *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *caption = _("How many new sites");

  self->number = gtk_spin_button_new_with_range (1, MOST_PROPOSED, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  self->look = gtk_button_new_with_label (_("Propose"));
  gtk_box_append (GTK_BOX (top), gtk_label_new (caption));
  gtk_box_append (GTK_BOX (top), self->number);
  gtk_box_append (GTK_BOX (top), self->look);
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (look), self);
  return top;
}

static void
tuce_proposal_dialog_init (TuceProposalDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *intro = gtk_label_new (NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *cancel = gtk_button_new_with_label (_("Cancel"));

  self->checks = g_ptr_array_new ();
  gtk_label_set_text (GTK_LABEL (intro), _("Places near villages from which those to be placed have the shortest "
                                           "straight ways together, beside the sites that take part. Where a layer "
                                           "rules a place out, none is proposed."));
  gtk_label_set_wrap (GTK_LABEL (intro), TRUE);
  gtk_label_set_xalign (GTK_LABEL (intro), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (intro), 60);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 240);
  gtk_widget_set_visible (self->scrolled, FALSE);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_set_visible (self->problem, FALSE);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (box), intro);
  gtk_box_append (GTK_BOX (box), new_top (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "dialog-box");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, -1);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tuce_proposal_dialog_accept), self);
  on_ticked (self);
}

GtkWidget *
tuce_proposal_dialog_new (GtkWindow *parent, TuceWorkspace *workspace, gint64 scenario)
{
  TuceProposalDialog *self = g_object_new (TUCE_TYPE_PROPOSAL_DIALOG, "title", _("Propose Candidates"), "modal", TRUE,
                                           "destroy-with-parent", TRUE, NULL);

  if (parent)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->scenario = scenario;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), 3);
  return GTK_WIDGET (self);
}
