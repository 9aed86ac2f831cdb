/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-program.h"

/* Shared by tuce-assessor.c (assesses many subjects), tuce-assessor-make.c (makes an assessor) and
   tuce-assessor-verdicts.c (assesses one subject). */

/* A temporary table of facts. It is emptied and filled again for each batch of households. */
typedef struct
{
  const TuceFacts *facts;
  TuceStatement *clear;
  TuceStatement *fill;
  gboolean complete; /* it already holds the facts of all households */
} FactsTable;

/* The compiled statements for one kind of subject. */
typedef struct
{
  const TuceSubject *subject;
  const TucePack *pack;        /* the standard in force, or NULL */
  TuceProgram *standard;
  TuceProgram *checks;         /* NULL where there are none */
  TuceStatement *inspections;  /* id, criterion, result; in the order in which the inspections were made */
  TuceStatement *clear;        /* empties the table of verdicts */
  TuceStatement *keep;
} Level;

struct _TuceAssessor
{
  TuceCounty *county;
  TuceStandards *standards;
  TuceParameters *parameters;
  GPtrArray *facts;  /* FactsTable, in the order in which they are filled */
  GPtrArray *levels; /* Level, in the order of the subjects */
  TuceStatement *choose;
  TuceStatement *forget;
  GPtrArray *peers;  /* TuceStatement */
  GHashTable *asked; /* TucePack → TuceProgram, for verdicts of one subject */
  TuceReads *household_reads; /* made at the first call that needs it */
  TuceReads *place_reads;
  TuceReads *peer_reads;
  GCancellable *cancellable;
};

/**
 * tuce_assessor_compile:
 * Gives the compiled statement for the SQL that @format and its arguments make; it may read derived tables. %NULL with
 * @error where it does not compile. The caller owns it.
 */
TuceStatement *tuce_assessor_compile (TuceCounty *county, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * tuce_assessor_choose:
 * Puts these households into the table "chosen", which all rules read, and fills the facts of households for them.
 */
gboolean tuce_assessor_choose (TuceAssessor *assessor, const gint64 *ids, guint n_ids, GError **error);

/** tuce_assessor_fill_facts: Fills the facts of this kind of subject again. */
gboolean tuce_assessor_fill_facts (TuceAssessor *assessor, const char *subject, GError **error);

/** tuce_result_at: Gives the result in @column of the current row: 1 is met, 0 unmet, NULL not checked. */
TuceResult tuce_result_at (TuceStatement *statement, guint column);
