/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"
#include "tuce-journal.h"
#include "tuce-site-figures.h"
#include "tuce-verdict.h"

/** TuceBoundRow: a record of a list: its columns. */
typedef struct
{
  gint64 id;
  guint n_values;
  TuceValue values[];
} TuceBoundRow;

/**
 * TuceBound:
 * @id: of the record; 0 for a blank sheet, and for one that lists all records
 * @values: the form's columns for one record; %NULL where @id is 0
 * @lists: for each list of the form its records (element-type TuceBoundRow), in order
 * @verdicts: (element-type TuceVerdict) (nullable): for each criterion of the form, %NULL where the standard has none such
 * @photos: (element-type TuceRecord) (nullable): of the record
 *
 * What a sheet prints of one record, or of all.
 */
typedef struct
{
  gint64 id;
  const TuceValue *values;
  GPtrArray **lists;
  GPtrArray *verdicts;
  GPtrArray *photos;
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
/** tuce_binding_n_records: Returns: how many sheets there are: one where the form lists all records. */
guint tuce_binding_n_records (const TuceBinding *binding);

/** tuce_binding_set_scope: what {scope} says; the county's name unless set. */
void tuce_binding_set_scope (TuceBinding *binding, const char *scope);

/** tuce_binding_set_figures: what {board.…} says. A binding that is not given any reads its own when the form asks for them. */
void tuce_binding_set_figures (TuceBinding *binding, TuceSiteFigures *figures);
const TuceSiteFigures *tuce_binding_figures (const TuceBinding *binding);

/** tuce_binding_get: Sets @bound to record number @record; good until the next call. A record deleted meanwhile is TUCE_ERROR_NOT_FOUND. */
gboolean tuce_binding_get (TuceBinding *binding, guint record, TuceBound *bound, GError **error);

/** tuce_binding_constant: Returns: the text of a source that is the same for all sheets; "" where nothing is known. */
const char *tuce_binding_constant (const TuceBinding *binding, const TuceSource *source);

/** tuce_binding_county: Returns: (transfer none): the county it reads. */
TuceCounty *tuce_binding_county (const TuceBinding *binding);
