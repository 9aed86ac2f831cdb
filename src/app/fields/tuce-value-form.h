/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-county.h"

/**
 * TuceValueForm:
 *
 * Some fields of an entity to be filled in for a record that is not in the file yet: label, the control for the field's
 * type, unit. What is typed is taken when somebody reads it.
 *
 * ::changed: something was typed
 */
#define TUCE_TYPE_VALUE_FORM (tuce_value_form_get_type ())
G_DECLARE_FINAL_TYPE (TuceValueForm, tuce_value_form, TUCE, VALUE_FORM, GtkWidget)

GtkWidget *tuce_value_form_new (void);

/** tuce_value_form_set: asks for @fields (element-type TuceField), beginning with what @record holds. */
void tuce_value_form_set (TuceValueForm *form, TuceCounty *county, GPtrArray *fields, const TuceRecord *record);

/**
 * tuce_value_form_read:
 * Puts what was typed into @record. What can't be read, or a required field without a value, is refused with a sentence
 * (TUCE_ERROR_REFUSED), and gets the focus.
 */
gboolean tuce_value_form_read (TuceValueForm *form, TuceRecord *record, GError **error);

/** tuce_value_form_read_values: the same; unless @strict, what can't be read or is missing is left as none, and the focus where it is. */
gboolean tuce_value_form_read_values (TuceValueForm *form, TuceRecord *record, gboolean strict, GError **error);

/** tuce_value_form_fill: puts @text into the field @name, as if it had been typed. */
void tuce_value_form_fill (TuceValueForm *form, const char *name, const char *text);

/** tuce_value_form_get_text: Returns: what the field @name holds, "" for a field it does not ask for. */
const char *tuce_value_form_get_text (TuceValueForm *form, const char *name);
