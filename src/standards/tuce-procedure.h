/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-standards.h"

/**
 * TuceProcedure:
 *
 * A pack of the kind "procedure" compiled for one county: the steps a household, village or county goes through, in
 * order, with the gates that let a step pass or tell why not (domain.md §6.1, §6.2). What was done stands in records
 * of the entity "step". Which keys a pack may use is told in data/standards/README.md. Belongs to the thread of its
 * county; parameters and the day are those of the moment it was made.
 */
typedef struct _TuceProcedure TuceProcedure;

/** tuce_procedure_new: Refused at the first mistake of @pack, naming pack, item and line. @day: what :today is. */
TuceProcedure *tuce_procedure_new (TuceCounty *county, const TucePack *pack, const char *day, GError **error);
void tuce_procedure_free (TuceProcedure *procedure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProcedure, tuce_procedure_free)

/** tuce_procedure_check: whether @pack compiles: for lint. */
gboolean tuce_procedure_check (TuceCounty *county, const TucePack *pack, GError **error);

const TucePack *tuce_procedure_pack (const TuceProcedure *procedure);
TuceCounty *tuce_procedure_county (const TuceProcedure *procedure);

/** tuce_procedure_steps: Returns: (element-type TuceRule): the steps, in order, without the gates. */
GPtrArray *tuce_procedure_steps (const TuceProcedure *procedure);

/** tuce_procedure_gates: Returns: (transfer container) (element-type TuceRule): what has to hold for @step, itself first. */
GPtrArray *tuce_procedure_gates (const TuceProcedure *procedure, const TuceRule *step);

/** tuce_procedure_fields: Returns: (transfer container) (element-type TuceField): the fields of "step" that a form for @step asks for. */
GPtrArray *tuce_procedure_fields (const TuceProcedure *procedure, const TuceRule *step);

/** tuce_procedure_step_sets: Whether a step writes to the subject's record: its status changes with it. */
gboolean tuce_procedure_step_sets (const TuceProcedure *procedure, const TuceRule *step);

/** TuceStepState: one step of one case. */
typedef struct
{
  const TuceRule *rule;
  TuceRecord *record; /* of "step", live; NULL where none was made */
  gboolean implied;   /* done without a record: the pack sees it in the register */
} TuceStepState;

/** TuceCase: how far one subject is. */
typedef struct
{
  gint64 subject;
  GPtrArray *steps; /* TuceStepState, in the procedure's order */
  guint n_done;     /* steps done, counted from the first: the next one has this index */
  guint n_reopened; /* records that an objection took back */
} TuceCase;

void tuce_case_free (TuceCase *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceCase, tuce_case_free)

/** tuce_procedure_case: Gives the state of the subject's record @id. */
TuceCase *tuce_procedure_case (TuceProcedure *procedure, gint64 id, GError **error);

/** tuce_case_next: Returns: the step to be done next, or %NULL when all are. */
const TuceRule *tuce_case_next (const TuceCase *file);

/** tuce_procedure_new_step: Gives an empty record of "step" for @step of the subject @id: not in the file yet. */
TuceRecord *tuce_procedure_new_step (TuceProcedure *procedure, const TuceRule *step, gint64 id, GError **error);

/**
 * tuce_procedure_judge:
 * @record: of "step", as it would be written
 * Returns: (transfer full) (element-type utf8): a translated sentence for each gate that refuses; empty when it may be
 * recorded. A step out of its turn is one such sentence.
 */
GPtrArray *tuce_procedure_judge (TuceProcedure *procedure, gint64 id, const TuceRecord *record, GError **error);

/**
 * tuce_procedure_apply:
 * Judges @record and writes it inside @edit, with what the step sets in the subject's record.
 * @refusal: (out): the sentences why not, joined; %NULL when it was written
 */
gboolean tuce_procedure_apply (TuceProcedure *procedure, TuceEdit *edit, gint64 id, TuceRecord *record, char **refusal,
                               GError **error);

/** tuce_procedure_record: one subject, one step, one edit. TUCE_ERROR_REFUSED with the sentences of all gates that refuse. */
gboolean tuce_procedure_record (TuceProcedure *procedure, gint64 id, TuceRecord *record, GError **error);

/** tuce_procedure_may_object: Whether an objection would take the case back now. */
gboolean tuce_procedure_may_object (TuceProcedure *procedure, const TuceCase *file);

/**
 * tuce_procedure_object:
 * @text: what the objection says
 * Takes the case back to the step that the pack names: its record and all later ones are marked as reopened and stay for
 * the history; the last of them keeps the objection. One edit. Refused once the status has changed.
 */
gboolean tuce_procedure_object (TuceProcedure *procedure, gint64 id, const char *text, GError **error);
