/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"

/** TuceVerdictWords: for which verdicts the figures are put into words; for the others they are "". */
typedef enum
{
  TUCE_WORDS_OF_ALL,
  TUCE_WORDS_OF_UNMET
} TuceVerdictWords;

/**
 * TuceVerdictListSink:
 * @index: which of the households
 * @verdicts: (element-type TuceVerdict): one for each criterion, in the pack's order; valid during the call only
 * Returns: FALSE with @error to stop
 */
typedef gboolean (*TuceVerdictListSink) (guint index, GPtrArray *verdicts, gpointer data, GError **error);

/**
 * tuce_verdict_list:
 * @pack: a standard about households, or about what lies in them
 * @ids: of households, each once
 * Gives @sink the same verdicts as tuce_assessor_verdicts() gives for each household, in the order of @ids. Many
 * households are assessed together, so that a long list takes some microseconds for each. On the thread of the
 * assessor's county. Fails when a statement or the sink does.
 */
gboolean tuce_verdict_list (TuceAssessor *assessor, const TucePack *pack, const gint64 *ids, guint n_ids,
                            TuceVerdictWords words, TuceVerdictListSink sink, gpointer data, GError **error);
