/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-county.h"

/**
 * TuceFieldControl:
 *
 * What one field is typed or chosen in, whatever it looks like. It holds a text in the notation tuce_field_parse()
 * reads: "" where nothing is known.
 *
 * ::typed (char *text): a person changed it
 */
#define TUCE_TYPE_FIELD_CONTROL (tuce_field_control_get_type ())
G_DECLARE_DERIVABLE_TYPE (TuceFieldControl, tuce_field_control, TUCE, FIELD_CONTROL, GtkWidget)

struct _TuceFieldControlClass
{
  GtkWidgetClass parent_class;

  void (*build) (TuceFieldControl *control);              /* field and county are set now */
  void (*show_text) (TuceFieldControl *control, const char *text);
  void (*set_editable) (TuceFieldControl *control, gboolean editable);
  GtkWidget *(*get_target) (TuceFieldControl *control);   /* what takes the focus and the accessible name */
};

/** tuce_field_control_new: Gives the control for the type of @field. @county is asked for places and records to choose from. */
GtkWidget *tuce_field_control_new (const TuceField *field, TuceCounty *county);

const TuceField *tuce_field_control_get_field (TuceFieldControl *control);
TuceCounty *tuce_field_control_get_county (TuceFieldControl *control);

/** tuce_field_control_show_text: shows @text without emitting ::typed. */
void tuce_field_control_show_text (TuceFieldControl *control, const char *text);

/** tuce_field_control_set_editable: what can't be edited can still be read and copied. */
void tuce_field_control_set_editable (TuceFieldControl *control, gboolean editable);
GtkWidget *tuce_field_control_get_target (TuceFieldControl *control);

/** tuce_field_control_forget_typing: undo inside the control ends here: what stands before is not the typing of a person. */
void tuce_field_control_forget_typing (TuceFieldControl *control);

/** tuce_field_control_emit_typed: for the kinds of control, when a person changed the value. */
void tuce_field_control_emit_typed (TuceFieldControl *control, const char *text);

/** tuce_field_control_is_showing: whether a change now comes from tuce_field_control_show_text(). */
gboolean tuce_field_control_is_showing (TuceFieldControl *control);

/* Choices: no text is "not known", this is "none of them". */
#define TUCE_CHOICES_NONE ","

/* The kinds, one file each. */
GType tuce_text_control_get_type (void);
GType tuce_choice_control_get_type (void);
GType tuce_choices_control_get_type (void);
GType tuce_boolean_control_get_type (void);
GType tuce_record_control_get_type (void);
