/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/**
 * tuce_form_parse:
 * Reads the file at @form's path into @form. %FALSE with @error, which names the line, for every element or attribute
 * it does not know.
 */
gboolean tuce_form_parse (TuceForm *form, GError **error);
