/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-form-dialog.h"

#include <glib/gi18n-lib.h>

struct _TuceFormDialog
{
  GtkWindow parent_instance;

  GtkWidget *sentence;
  TuceValueForm *form;
  GtkWidget *problem;
  GtkWidget *button;

  TuceRecord *record;
  TuceFormDone done;
  GWeakRef owner;
};

G_DEFINE_FINAL_TYPE (TuceFormDialog, tuce_form_dialog, GTK_TYPE_WINDOW)

static void
tuce_form_dialog_finalize (GObject *object)
{
  TuceFormDialog *self = TUCE_FORM_DIALOG (object);

  g_clear_pointer (&self->record, tuce_record_free);
  g_weak_ref_clear (&self->owner);
  G_OBJECT_CLASS (tuce_form_dialog_parent_class)->finalize (object);
}

static void
tuce_form_dialog_class_init (TuceFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_form_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  return label;
}

static void
tuce_form_dialog_init (TuceFormDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  g_weak_ref_init (&self->owner, NULL);
  self->sentence = new_label ();
  self->form = TUCE_VALUE_FORM (tuce_value_form_new ());
  self->problem = new_label ();
  gtk_widget_add_css_class (self->problem, "problem");
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "dialog-box");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tuce_form_dialog_accept), self);
}

GtkWidget *
tuce_form_dialog_new (GtkWindow *parent, const char *title, const char *sentence, const char *button,
                      TuceCounty *county, GPtrArray *fields, const TuceRecord *record, TuceFormDone done,
                      GObject *owner)
{
  TuceFormDialog *self = g_object_new (TUCE_TYPE_FORM_DIALOG, "title", title, "modal", TRUE, "destroy-with-parent",
                                       TRUE, NULL);

  if (parent)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence ? sentence : "");
  gtk_widget_set_visible (self->sentence, sentence != NULL);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  self->record = tuce_record_copy (record);
  self->done = done;
  g_weak_ref_set (&self->owner, owner);
  tuce_value_form_set (self->form, county, fields, record);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return GTK_WIDGET (self);
}

TuceValueForm *
tuce_form_dialog_get_form (TuceFormDialog *self)
{
  g_return_val_if_fail (TUCE_IS_FORM_DIALOG (self), NULL);
  return self->form;
}

void
tuce_form_dialog_accept (TuceFormDialog *self)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_FORM_DIALOG (self));
  owner = g_weak_ref_get (&self->owner);
  if (owner && (!tuce_value_form_read (self->form, self->record, &error) || !self->done (self->record, owner, &error)))
    {
      gtk_label_set_text (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

const char *
tuce_form_dialog_get_problem (TuceFormDialog *self)
{
  g_return_val_if_fail (TUCE_IS_FORM_DIALOG (self), "");
  return gtk_label_get_text (GTK_LABEL (self->problem));
}
