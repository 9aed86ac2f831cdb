/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-read.h"

/** Where a finding stands. */
typedef enum
{
  TUCE_FINDING_OPEN,     /* somebody has to look at it */
  TUCE_FINDING_DISPOSED, /* still there, and somebody said why */
  TUCE_FINDING_GONE,     /* not found any more */
  TUCE_N_FINDING_STATES
} TuceFindingState;

/** In which order findings are listed. */
typedef enum
{
  TUCE_FINDINGS_BY_WEIGHT, /* errors first, then by place */
  TUCE_FINDINGS_BY_PLACE,
  TUCE_FINDINGS_BY_AGE,  /* the oldest first */
  TUCE_FINDINGS_BY_RULE
} TuceFindingOrder;

typedef struct
{
  TuceFindingState state;
  TuceFindingOrder order;
  char *scope;           /* division code */
  char *rule;            /* (nullable): only of this one */
} TuceFindingsWanted;

/** TuceFindingsFound: what a look at the findings brought. */
typedef struct
{
  GArray *ids;           /* gint64, in order */
  GPtrArray *rules;      /* TuceGroup: how many of each rule there are in that state */
  gint64 counts[TUCE_N_FINDING_STATES];
} TuceFindingsFound;

void tuce_findings_found_free (TuceFindingsFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceFindingsFound, tuce_findings_found_free)

/** tuce_findings_narrow: leaves in @query, of findings, those in @state. */
void tuce_findings_narrow (TuceQuery *query, TuceFindingState state);

/** tuce_findings_find_async: looks, copying @wanted: a TuceFindingsFound, by tuce_read_async(). */
void tuce_findings_find_async (TuceCounty *county, const TuceFindingsWanted *wanted, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
