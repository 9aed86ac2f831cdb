/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-program.h"

/* Between tuce-assessor.c, which looks at many, tuce-assessor-make.c and tuce-assessor-verdicts.c, which looks at one. */

/* Facts of one name: emptied and filled again for those looked at. */
typedef struct
{
  const TuceFacts *facts;
  TuceStatement *clear;
  TuceStatement *fill;
  gboolean complete; /* it stands for all households already */
} FactsTable;

/* All that is asked about one kind of subject. */
typedef struct
{
  const TuceSubject *subject;
  const TucePack *pack;        /* the standard in force, or NULL */
  TuceProgram *standard;
  TuceProgram *checks;         /* NULL where there are none */
  TuceStatement *inspections;  /* id, criterion, result: later ones after earlier ones */
  TuceStatement *clear;        /* of the table of verdicts */
  TuceStatement *keep;
} Level;

struct _TuceAssessor
{
  TuceCounty *county;
  TuceStandards *standards;
  TuceParameters *parameters;
  GPtrArray *facts;  /* FactsTable, in order */
  GPtrArray *levels; /* Level, in the order of the subjects */
  TuceStatement *choose;
  TuceStatement *forget;
  GPtrArray *peers;  /* TuceStatement */
  GHashTable *asked; /* TucePack → TuceProgram, for verdicts of one subject */
  TuceReads *household_reads; /* made when first asked for */
  TuceReads *place_reads;
  TuceReads *peer_reads;
  GCancellable *cancellable;
};

/** tuce_assessor_compile: Gives the deriving statement of this text. */
TuceStatement *tuce_assessor_compile (TuceCounty *county, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** tuce_assessor_choose: Makes these households the ones looked at, with their facts. */
gboolean tuce_assessor_choose (TuceAssessor *assessor, const gint64 *ids, guint n_ids, GError **error);

/** tuce_assessor_fill_facts: Counts the facts of this kind of subject anew. */
gboolean tuce_assessor_fill_facts (TuceAssessor *assessor, const char *subject, GError **error);

/** tuce_result_at: Gives what a rule said of the row. */
TuceResult tuce_result_at (TuceStatement *statement, guint column);
