/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** tuce_form_parse: Reads the file at @form's path into @form. Every word it does not know is refused, with its line. */
gboolean tuce_form_parse (TuceForm *form, GError **error);
