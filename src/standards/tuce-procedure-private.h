/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"
#include "tuce-program.h"

/* Between tuce-procedure.c (compiling), -state.c (how far a case is, what refuses) and -edit.c (what is written). */

#define STEP_ENTITY "step"

/* A gate's sentence and where its figures stand in the row of its step's statement. */
typedef struct
{
  const TuceRule *rule;
  TuceTemplate *sentence; /* the Chinese one: its figures are asked */
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
  GPtrArray *gates;        /* TuceStepGate: column n is whether the nth lets pass */
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
  TuceStatement *live;     /* id, step of the subject's live records */
  TuceStatement *reopened; /* how many records were taken back */
  int reopen;              /* the step an objection goes back to, or -1 */
};

gboolean tuce_procedure_find_step (const TuceProcedure *procedure, const char *code, guint *index);

/* Binds the subject, and each field of @record (or none) as the step that would be written, after @before. */
void tuce_procedure_bind (TuceProcedure *procedure, TuceStatement *statement, gint64 id, const TuceRecord *record,
                          gint64 before);

/* Sets @ids (by step) to the live records, @n_done to how many steps from the first on are done. */
gboolean tuce_procedure_progress (TuceProcedure *procedure, gint64 id, gint64 *ids, gboolean *implied, guint *n_done,
                                  GError **error);

/* Steps the judging statement onto its row and gives the sentences of the gates that refuse; reset is the caller's. */
GPtrArray *tuce_procedure_ask (TuceProcedure *procedure, guint step, gint64 id, const TuceRecord *record,
                               gint64 before, GError **error);
