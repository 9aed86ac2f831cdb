/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-read.h"
#include "tuce-verdict.h"

/** TuceVerdictsFound: what holds for one subject, and what was found by whom on the spot. */
typedef struct
{
  TuceStandards *standards; /* keeps the rules of the verdicts */
  GPtrArray *verdicts;      /* TuceVerdict, in the standard's order */
  GPtrArray *inspections;   /* TuceRecord of "inspection", the latest first */
} TuceVerdictsFound;

void tuce_verdicts_found_free (TuceVerdictsFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceVerdictsFound, tuce_verdicts_found_free)

/** tuce_inspection_subject: Sets what an inspection of the subject @record is filed under: level, household, place. */
void tuce_inspection_subject (TuceRecord *inspection, const TuceRecord *record);

/**
 * tuce_verdicts_find:
 * @subject: of which standard: that of @record itself, or "relocation" of a household
 * @record: a household, a site or a place
 * On the thread of @county.
 */
TuceVerdictsFound *tuce_verdicts_find (TuceCounty *county, TuceStandards *standards, const char *subject,
                                       const TuceRecord *record, GError **error);

/** tuce_verdicts_found_new: Gives @verdicts, worked out elsewhere, with the inspections of @record as the file has them. */
TuceVerdictsFound *tuce_verdicts_found_new (TuceCounty *county, TuceStandards *standards, GPtrArray *verdicts,
                                            const TuceRecord *record, GError **error);

/** tuce_record_may_be_inspected: whether an inspection of a criterion is filed under records of @entity: households and places. */
gboolean tuce_record_may_be_inspected (const TuceEntity *entity);

/** tuce_verdicts_find_async: the same by tuce_read_async(): for places, whose facts are about all that lies in them. */
void tuce_verdicts_find_async (TuceCounty *county, TuceStandards *standards, const char *subject,
                               const TuceRecord *record, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
