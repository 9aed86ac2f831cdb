/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"

/** Of which verdicts the figures are put into words; those of the others are "". */
typedef enum
{
  TUCE_WORDS_OF_ALL,
  TUCE_WORDS_OF_UNMET
} TuceVerdictWords;

/**
 * TuceVerdictListSink:
 * @index: which of the households
 * @verdicts: (element-type TuceVerdict): one for each criterion, in the pack's order; borrowed for the call
 * Returns: FALSE with @error to go no further
 */
typedef gboolean (*TuceVerdictListSink) (guint index, GPtrArray *verdicts, gpointer data, GError **error);

/**
 * tuce_verdict_list:
 * @pack: a standard about households, or about what lies in them
 * @ids: of households, each once
 * The same verdicts as tuce_assessor_verdicts() gives for each of them, told in the order of @ids; many households are looked
 * at together, so that a long list takes some microseconds each. On the thread of the assessor's county.
 */
gboolean tuce_verdict_list (TuceAssessor *assessor, const TucePack *pack, const gint64 *ids, guint n_ids,
                            TuceVerdictWords words, TuceVerdictListSink sink, gpointer data, GError **error);
