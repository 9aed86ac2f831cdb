/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record.h"

/** TuceParameterRow: one parameter in a list model: a record of "parameter", and how it is shown. */
#define TUCE_TYPE_PARAMETER_ROW (tuce_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceParameterRow, tuce_parameter_row, TUCE, PARAMETER_ROW, GObject)

/** tuce_parameter_row_new: takes over @record. */
TuceParameterRow *tuce_parameter_row_new (TuceRecord *record);
const TuceRecord *tuce_parameter_row_get_record (TuceParameterRow *row);

/** tuce_parameter_row_value: Gives its value as people read it; "—" for none. */
char *tuce_parameter_row_value (TuceParameterRow *row);

/** tuce_parameter_row_confirmation: Gives who confirmed it and when, or that nobody did. */
char *tuce_parameter_row_confirmation (TuceParameterRow *row);
gboolean tuce_parameter_row_is_confirmed (TuceParameterRow *row);
