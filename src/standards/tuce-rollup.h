/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-standards.h"

/**
 * TuceTally: how many subjects of one place are met, unmet, not checked. The three add up to all; one that is not
 * checked never counts as met.
 */
typedef struct
{
  gint64 met, unmet, unchecked;
} TuceTally;

/** TuceRollup: one place and the subjects inside it. */
typedef struct
{
  char *code;       /* of the place */
  char *name;
  TuceTally whole;  /* subjects with all criteria met; with any unmet; with none unmet but some not checked */
  guint n_criteria;
  TuceTally *criteria;
} TuceRollup;

/** tuce_rollup_free: Frees one rollup. */
void tuce_rollup_free (TuceRollup *rollup);

/**
 * tuce_rollups:
 * Adds up the stored assessments of @level (household, village, township) for each place of @by (village, township,
 * county) inside @scope.
 * @statuses: (nullable): for households, only those with one of these codes of status ("2|0"); not used for other
 *   levels
 * Returns: (transfer full) (element-type TuceRollup): in the order of codes. Takes about 0.1 s for a county: call it on
 * a worker thread with a read connection.
 */
GPtrArray *tuce_rollups (TuceCounty *county, TuceStandards *standards, const char *level, const char *by,
                         const char *scope, const char *statuses, GError **error);

/** tuce_rollups_add_reads: Adds to @reads what tuce_rollups() of @level by @by reads. */
void tuce_rollups_add_reads (TuceReads *reads, const char *level, const char *by);
