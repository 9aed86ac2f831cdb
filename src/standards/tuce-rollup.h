/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-standards.h"

/** TuceTally: of the subjects of one place, how many. The three add up; not checked never counts as met. */
typedef struct
{
  gint64 met, unmet, unchecked;
} TuceTally;

/** TuceRollup: one place and the subjects inside it. */
typedef struct
{
  char *code;       /* of the place */
  char *name;
  TuceTally whole;  /* subjects with all criteria met / any unmet / none unmet but some unchecked */
  guint n_criteria;
  TuceTally *criteria;
} TuceRollup;

void tuce_rollup_free (TuceRollup *rollup);

/**
 * tuce_rollups:
 * Adds up the kept assessments of @level (household, village, township) for each place of @by (village, township,
 * county) inside @scope.
 * @condition: (nullable): only households of this status code list (e.g. "2|0"), or for villages %NULL
 * Returns: (element-type TuceRollup): in the order of codes. Some 0.1 s for a county: give it a reader on a worker.
 */
GPtrArray *tuce_rollups (TuceCounty *county, TuceStandards *standards, const char *level, const char *by,
                         const char *scope, const char *statuses, GError **error);

/** tuce_rollups_add_reads: Adds what tuce_rollups() of @level by @by reads. */
void tuce_rollups_add_reads (TuceReads *reads, const char *level, const char *by);
