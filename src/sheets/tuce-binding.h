/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"
#include "tuce-journal.h"

/**
 * TuceBound:
 * @values: the form's columns for one record; %NULL for a blank sheet
 * @lists: for each list of the form its records (element-type const TuceValue *: their columns), in order
 *
 * What a sheet prints of one record.
 */
typedef struct
{
  gint64 id;
  const TuceValue *values;
  GPtrArray **lists;
} TuceBound;

/**
 * TuceBinding:
 * Fetches what a form prints of a row of records, in blocks, and what is the same for all of them. Belongs to the
 * thread that made it.
 */
typedef struct _TuceBinding TuceBinding;

/** tuce_binding_new: @ids: (element-type gint64): the records; an id of 0 is a blank sheet. */
TuceBinding *tuce_binding_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error);
void tuce_binding_free (TuceBinding *binding);
guint tuce_binding_n_records (const TuceBinding *binding);

/** tuce_binding_get: Sets @bound to record number @record; good until the next call. A record deleted meanwhile is TUCE_ERROR_NOT_FOUND. */
gboolean tuce_binding_get (TuceBinding *binding, guint record, TuceBound *bound, GError **error);

/** tuce_binding_constant: Returns: the text of a source that is the same for all sheets; "" where nothing is known. */
const char *tuce_binding_constant (const TuceBinding *binding, const TuceSource *source);

/** tuce_binding_county: Returns: (transfer none): the county it reads. */
TuceCounty *tuce_binding_county (const TuceBinding *binding);
