/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-adoption-dialog.h"

#include <glib/gi18n-lib.h>

struct _TuceAdoptionDialog
{
  GtkWindow parent_instance;

  GtkWidget *intro;
  GtkWidget *list;
  GtkWidget *cancel;
  GtkWidget *button;

  TuceAdoption *adoption;
  TuceAdoptionAccepted accepted;
  GWeakRef owner;
};

G_DEFINE_FINAL_TYPE (TuceAdoptionDialog, tuce_adoption_dialog, GTK_TYPE_WINDOW)

void
tuce_adoption_dialog_accept (TuceAdoptionDialog *self)
{
  g_autoptr (GObject) owner = NULL;

  g_return_if_fail (TUCE_IS_ADOPTION_DIALOG (self));
  owner = g_weak_ref_get (&self->owner);
  if (owner && self->adoption)
    self->accepted (g_steal_pointer (&self->adoption), owner);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tuce_adoption_dialog_finalize (GObject *object)
{
  TuceAdoptionDialog *self = TUCE_ADOPTION_DIALOG (object);

  g_clear_pointer (&self->adoption, tuce_adoption_free);
  g_weak_ref_clear (&self->owner);
  G_OBJECT_CLASS (tuce_adoption_dialog_parent_class)->finalize (object);
}

static void
tuce_adoption_dialog_class_init (TuceAdoptionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_adoption_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  return label;
}

static void
tuce_adoption_dialog_init (TuceAdoptionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_weak_ref_init (&self->owner, NULL);
  self->intro = new_sentence (NULL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  self->cancel = gtk_button_new_with_label (_("Cancel"));
  self->button = gtk_button_new_with_label (_("Adopt Scenario"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (box), self->intro);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "dialog-box");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tuce_adoption_dialog_accept), self);
}

GtkWidget *
tuce_adoption_dialog_new (GtkWindow *parent, const char *name, TuceAdoption *adoption, TuceAdoptionAccepted accepted,
                          GObject *owner)
{
  TuceAdoptionDialog *self = g_object_new (TUCE_TYPE_ADOPTION_DIALOG, "title", _("Adopt Scenario"), "modal", TRUE,
                                           "destroy-with-parent", TRUE, NULL);
  g_autoptr (GPtrArray) sentences = tuce_adoption_sentences (adoption);
  g_autofree char *intro
      = sentences->len ? g_strdup_printf (_("If “%s” is adopted, this changes in the records, as one edit that can be "
                                            "taken back:"),
                                          name)
                       : g_strdup_printf (_("Nothing would change: the records are as “%s” has it."), name);

  if (parent)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->adoption = adoption;
  self->accepted = accepted;
  g_weak_ref_set (&self->owner, owner);
  gtk_label_set_text (GTK_LABEL (self->intro), intro);
  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_sentence (sentences->pdata[i]));
  gtk_widget_set_visible (self->button, sentences->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->cancel), sentences->len ? _("Cancel") : _("Close"));
  gtk_widget_grab_focus (self->cancel);
  return GTK_WIDGET (self);
}
