/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

#include <string.h>

/* A field that is typed: text, numbers, dates, identity numbers, phones. */
struct _TuceTextControl
{
  TuceFieldControl parent_instance;
  GtkWidget *entry;
};

#define TUCE_TYPE_TEXT_CONTROL (tuce_text_control_get_type ())
G_DECLARE_FINAL_TYPE (TuceTextControl, tuce_text_control, TUCE, TEXT_CONTROL, TuceFieldControl)
G_DEFINE_FINAL_TYPE (TuceTextControl, tuce_text_control, TUCE_TYPE_FIELD_CONTROL)

static void
on_changed (GtkEditable *editable, TuceTextControl *self)
{
  tuce_field_control_emit_typed (TUCE_FIELD_CONTROL (self), gtk_editable_get_text (editable));
}

/* Enter moves on, as in a ledger. */
static void
on_activate (GtkEntry *entry, TuceTextControl *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static GtkInputPurpose
input_purpose (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_YEAR:
      return GTK_INPUT_PURPOSE_DIGITS;
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
      return GTK_INPUT_PURPOSE_NUMBER;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static void
tuce_text_control_build (TuceFieldControl *control)
{
  TuceTextControl *self = TUCE_TEXT_CONTROL (control);
  const TuceField *field = tuce_field_control_get_field (control);

  self->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), input_purpose (field));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  if (tuce_field_is_numeric (field))
    {
      gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1.0);
      gtk_widget_add_css_class (self->entry, "numeric");
    }
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
}

/* 999999 19900101 0012: region, birth, order and check digit, so that it can be compared with a card. */
static char *
group_identity (const char *number)
{
  if (strlen (number) != 18 || strchr (number, ' '))
    return g_strdup (number);
  return g_strdup_printf ("%.6s %.8s %s", number, number + 6, number + 14);
}

static void
tuce_text_control_show_text (TuceFieldControl *control, const char *text)
{
  TuceTextControl *self = TUCE_TEXT_CONTROL (control);
  const TuceField *field = tuce_field_control_get_field (control);
  g_autofree char *shown = field->type == TUCE_FIELD_IDENTITY ? group_identity (text) : g_strdup (text);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), shown))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
  tuce_field_control_forget_typing (control);
}

static void
tuce_text_control_set_editable (TuceFieldControl *control, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (TUCE_TEXT_CONTROL (control)->entry), editable);
}

static GtkWidget *
tuce_text_control_get_target (TuceFieldControl *control)
{
  return TUCE_TEXT_CONTROL (control)->entry;
}

static void
tuce_text_control_class_init (TuceTextControlClass *klass)
{
  TuceFieldControlClass *control_class = TUCE_FIELD_CONTROL_CLASS (klass);

  control_class->build = tuce_text_control_build;
  control_class->show_text = tuce_text_control_show_text;
  control_class->set_editable = tuce_text_control_set_editable;
  control_class->get_target = tuce_text_control_get_target;
}

static void
tuce_text_control_init (TuceTextControl *self)
{
}
