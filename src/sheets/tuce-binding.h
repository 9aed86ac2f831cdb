/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"
#include "tuce-journal.h"
#include "tuce-site-figures.h"
#include "tuce-verdict.h"

/** TuceBoundRow: the columns of one record of a list. */
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
 * @verdicts: (element-type TuceVerdict) (nullable): for each criterion of the form; an element is %NULL where the
 *   standard has no such criterion
 * @photos: (element-type TuceRecord) (nullable): of the record
 *
 * What a sheet prints about one record, or about all.
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
 * Fetches what a form prints about a series of records, in blocks, and what is the same for all of them. To be used
 * only on the thread that made it.
 */
typedef struct _TuceBinding TuceBinding;

/**
 * tuce_binding_new:
 * Gives a binding, which the caller owns; %NULL with @error where the form's columns or the standards can't be read.
 * @ids: (element-type gint64): the records; 0 is a blank sheet
 */
TuceBinding *tuce_binding_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error);

/** tuce_binding_free: Frees the binding and all that tuce_binding_get() gave. */
void tuce_binding_free (TuceBinding *binding);

/** tuce_binding_n_records: Gives how many sheets there are: one where the form lists all records. */
guint tuce_binding_n_records (const TuceBinding *binding);

/** tuce_binding_set_scope: Sets the text for {scope}; the default is the county's name. */
void tuce_binding_set_scope (TuceBinding *binding, const char *scope);

/**
 * tuce_binding_set_figures:
 * Sets the figures for {board.…}; takes a reference. Without this call the binding reads its own when the form needs
 * them.
 */
void tuce_binding_set_figures (TuceBinding *binding, TuceSiteFigures *figures);

/**
 * tuce_binding_figures:
 * Returns: (transfer none) (nullable): the figures for {board.…}; %NULL as long as none were set or needed.
 */
const TuceSiteFigures *tuce_binding_figures (const TuceBinding *binding);

/**
 * tuce_binding_get:
 * Sets @bound to record number @record, from 0; valid until the next call. TUCE_ERROR_NOT_FOUND where the record was
 * deleted in the meantime.
 */
gboolean tuce_binding_get (TuceBinding *binding, guint record, TuceBound *bound, GError **error);

/**
 * tuce_binding_constant:
 * Gives the text of a source that is the same for all sheets; "" where it is not known. Owned by the binding.
 */
const char *tuce_binding_constant (const TuceBinding *binding, const TuceSource *source);

/** tuce_binding_county: Returns: (transfer none): the county it reads. */
TuceCounty *tuce_binding_county (const TuceBinding *binding);
