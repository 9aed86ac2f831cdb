/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"
#include "tuce-program.h"

/* Shared by tuce-procedure.c (compiles), tuce-procedure-state.c (how far a case is, what refuses) and
   tuce-procedure-edit.c (writes). */

#define STEP_ENTITY "step"

/* A gate's sentence, and the column where its figures begin in the row of its step's statement. */
typedef struct
{
  const TuceRule *rule;
  TuceTemplate *sentence; /* the Chinese sentence: its figures are the ones in the statement */
  guint first_figure;
} TuceStepGate;

/* One assignment of "sets". */
typedef struct
{
  const TuceField *field;
  guint column;
} TuceSetting;

typedef struct
{
  const TuceRule *rule;
  GPtrArray *gates;        /* TuceStepGate: column n of the row says whether gate n lets the step pass */
  GPtrArray *settings;     /* TuceSetting */
  TuceStatement *judge;    /* gates, figures, settings */
  TuceStatement *implied;  /* or NULL */
} TuceStepProgram;

struct _TuceProcedure
{
  TuceCounty *county;
  TucePack *pack;
  const TuceEntity *subject;
  const TuceEntity *step;
  TuceParameters *parameters;
  GPtrArray *rules;        /* TuceRule of the steps, in order */
  GPtrArray *programs;     /* TuceStepProgram, likewise */
  TuceStatement *live;     /* id, step of the subject's valid records */
  TuceStatement *reopened; /* counts the records that were taken back */
  int reopen;              /* the step an objection goes back to, or -1 */
};

gboolean tuce_procedure_find_step (const TuceProcedure *procedure, const char *code, guint *index);

/* Binds the subject, each field of @record (nullable) as the step to be written, and @before, the record of the step
   before. */
void tuce_procedure_bind (TuceProcedure *procedure, TuceStatement *statement, gint64 id, const TuceRecord *record,
                          gint64 before);

/* Sets @ids (one for each step) to the valid records, @implied to the steps that count as done without one, @n_done to
   how many steps from the first on are done. */
gboolean tuce_procedure_progress (TuceProcedure *procedure, gint64 id, gint64 *ids, gboolean *implied, guint *n_done,
                                  GError **error);

/* Moves the judging statement onto its row and gives the sentences of the gates that refuse. The caller resets the
   statement. */
GPtrArray *tuce_procedure_ask (TuceProcedure *procedure, guint step, gint64 id, const TuceRecord *record,
                               gint64 before, GError **error);
