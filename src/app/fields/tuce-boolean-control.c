/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

#include <glib/gi18n-lib.h>

/* Yes, no, or not known: what nobody asked is never taken for a no. */
#define N_ANSWERS 3

static const char *const answers[N_ANSWERS] = { "1", "0", "" };

struct _TuceBooleanControl
{
  TuceFieldControl parent_instance;
  GtkWidget *box;
  GtkWidget *buttons[N_ANSWERS];
};

#define TUCE_TYPE_BOOLEAN_CONTROL (tuce_boolean_control_get_type ())
G_DECLARE_FINAL_TYPE (TuceBooleanControl, tuce_boolean_control, TUCE, BOOLEAN_CONTROL, TuceFieldControl)
G_DEFINE_FINAL_TYPE (TuceBooleanControl, tuce_boolean_control, TUCE_TYPE_FIELD_CONTROL)

static void
on_toggled (GtkCheckButton *button, TuceBooleanControl *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_ANSWERS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      tuce_field_control_emit_typed (TUCE_FIELD_CONTROL (self), answers[i]);
}

static void
tuce_boolean_control_build (TuceFieldControl *control)
{
  TuceBooleanControl *self = TUCE_BOOLEAN_CONTROL (control);
  const char *field = tuce_field_label (tuce_field_control_get_field (control));
  /* Translators: as short as can be, three of them stand beside each other: yes, no, not known */
  const char *labels[N_ANSWERS] = { _("yes"), _("no"), C_ ("answer", "unknown") };

  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, "spacing", 6, NULL);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *name = g_strdup_printf (_("%s: %s"), field, labels[i]);

      self->buttons[i] = gtk_check_button_new_with_label (labels[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->buttons[i]), GTK_CHECK_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (self->box), self->buttons[i]);
      g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
tuce_boolean_control_show_text (TuceFieldControl *control, const char *text)
{
  TuceBooleanControl *self = TUCE_BOOLEAN_CONTROL (control);

  for (guint i = 0; i < N_ANSWERS; i++)
    if (g_str_equal (answers[i], text))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->buttons[i]), TRUE);
}

static void
tuce_boolean_control_set_editable (TuceFieldControl *control, gboolean editable)
{
  gtk_widget_set_sensitive (TUCE_BOOLEAN_CONTROL (control)->box, editable);
}

static GtkWidget *
tuce_boolean_control_get_target (TuceFieldControl *control)
{
  TuceBooleanControl *self = TUCE_BOOLEAN_CONTROL (control);

  for (guint i = 0; i < N_ANSWERS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->buttons[i])))
      return self->buttons[i];
  return self->buttons[0];
}

static void
tuce_boolean_control_class_init (TuceBooleanControlClass *klass)
{
  TuceFieldControlClass *control_class = TUCE_FIELD_CONTROL_CLASS (klass);

  control_class->build = tuce_boolean_control_build;
  control_class->show_text = tuce_boolean_control_show_text;
  control_class->set_editable = tuce_boolean_control_set_editable;
  control_class->get_target = tuce_boolean_control_get_target;
}

static void
tuce_boolean_control_init (TuceBooleanControl *self)
{
}
