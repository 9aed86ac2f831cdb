/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

#include "tuce-keyboard-focus.h"

typedef struct
{
  const TuceField *field;
  TuceDictionary *dictionary; /* keeps the field */
  TuceCounty *county;
  gboolean showing;
} TuceFieldControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TuceFieldControl, tuce_field_control, GTK_TYPE_WIDGET)

static guint typed_signal;

#define PRIVATE(control) ((TuceFieldControlPrivate *) tuce_field_control_get_instance_private (control))

static void
tuce_field_control_dispose (GObject *object)
{
  TuceFieldControlPrivate *private = PRIVATE (TUCE_FIELD_CONTROL (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&private->county);
  g_clear_pointer (&private->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_field_control_parent_class)->dispose (object);
}

static gboolean
tuce_field_control_grab_focus (GtkWidget *widget)
{
  GtkWidget *target = tuce_field_control_get_target (TUCE_FIELD_CONTROL (widget));

  return target && gtk_widget_grab_focus (target);
}

static void
tuce_field_control_class_init (TuceFieldControlClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = tuce_field_control_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  G_OBJECT_CLASS (klass)->dispose = tuce_field_control_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  typed_signal = g_signal_new ("typed", TUCE_TYPE_FIELD_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tuce_field_control_init (TuceFieldControl *self)
{
}

static GType
control_type (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_CHOICE:
      return tuce_choice_control_get_type ();
    case TUCE_FIELD_CHOICES:
      return tuce_choices_control_get_type ();
    case TUCE_FIELD_BOOLEAN:
      return tuce_boolean_control_get_type ();
    case TUCE_FIELD_PLACE:
    case TUCE_FIELD_REFERENCE:
      return tuce_record_control_get_type ();
    default:
      return tuce_text_control_get_type ();
    }
}

GtkWidget *
tuce_field_control_new (const TuceField *field, TuceCounty *county)
{
  TuceFieldControl *self = g_object_new (control_type (field), NULL);
  TuceFieldControlPrivate *private = PRIVATE (self);

  private->field = field;
  private->dictionary = tuce_dictionary_ref ((TuceDictionary *) field->entity->dictionary);
  private->county = g_object_ref (county);
  TUCE_FIELD_CONTROL_GET_CLASS (self)->build (self);
  return GTK_WIDGET (self);
}

const TuceField *
tuce_field_control_get_field (TuceFieldControl *self)
{
  return PRIVATE (self)->field;
}

TuceCounty *
tuce_field_control_get_county (TuceFieldControl *self)
{
  return PRIVATE (self)->county;
}

void
tuce_field_control_show_text (TuceFieldControl *self, const char *text)
{
  TuceFieldControlPrivate *private = PRIVATE (self);

  private->showing = TRUE;
  TUCE_FIELD_CONTROL_GET_CLASS (self)->show_text (self, text);
  private->showing = FALSE;
}

void
tuce_field_control_set_editable (TuceFieldControl *self, gboolean editable)
{
  TUCE_FIELD_CONTROL_GET_CLASS (self)->set_editable (self, editable);
}

GtkWidget *
tuce_field_control_get_target (TuceFieldControl *self)
{
  return TUCE_FIELD_CONTROL_GET_CLASS (self)->get_target (self);
}

gboolean
tuce_field_control_is_showing (TuceFieldControl *self)
{
  return PRIVATE (self)->showing;
}

void
tuce_field_control_forget_typing (TuceFieldControl *self)
{
  GtkWidget *target = tuce_field_control_get_target (self);

  if (!GTK_IS_EDITABLE (target))
    return;
  gtk_editable_set_enable_undo (GTK_EDITABLE (target), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (target), TRUE);
}

void
tuce_field_control_emit_typed (TuceFieldControl *self, const char *text)
{
  if (!PRIVATE (self)->showing)
    g_signal_emit (self, typed_signal, 0, text);
}
