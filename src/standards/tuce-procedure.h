/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-standards.h"

/**
 * TuceProcedure:
 *
 * A pack of the kind "procedure", compiled for one county: the steps that a household, village or county goes through,
 * in order, with the gates that let a step pass or say why not. The bundled packs name the national document
 * 厅字〔2016〕16号 (关于建立贫困退出机制的意见) as their source; what Sichuan adds to it, such as the days of public
 * notice, is unconfirmed. What was done is stored in records of the entity "step". data/standards/README.md tells which
 * keys such a pack may use. To be used on the thread of its county only; its parameters and its day are those of the
 * moment it was made.
 */
typedef struct _TuceProcedure TuceProcedure;

/**
 * tuce_procedure_new:
 * Compiles @pack; the caller owns the procedure. @day: what rules see as ":today". TUCE_ERROR_REFUSED at the first
 * mistake; the message names pack, item and line.
 */
TuceProcedure *tuce_procedure_new (TuceCounty *county, const TucePack *pack, const char *day, GError **error);

/** tuce_procedure_free: Frees the procedure and its statements, on the thread of its county. */
void tuce_procedure_free (TuceProcedure *procedure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProcedure, tuce_procedure_free)

/** tuce_procedure_check: Whether @pack compiles; if not, @error says why. Used by tuce-lint.h. */
gboolean tuce_procedure_check (TuceCounty *county, const TucePack *pack, GError **error);

/** tuce_procedure_pack: Gives the pack it was compiled from. Owned by the procedure. */
const TucePack *tuce_procedure_pack (const TuceProcedure *procedure);

/** tuce_procedure_county: Gives its county. Owned by the procedure. */
TuceCounty *tuce_procedure_county (const TuceProcedure *procedure);

/** tuce_procedure_steps: Returns: (transfer none) (element-type TuceRule): the steps, in order, without the gates. */
GPtrArray *tuce_procedure_steps (const TuceProcedure *procedure);

/**
 * tuce_procedure_gates:
 * Returns: (transfer container) (element-type TuceRule): the conditions for @step: first the step itself, then its
 * gates.
 */
GPtrArray *tuce_procedure_gates (const TuceProcedure *procedure, const TuceRule *step);

/** tuce_procedure_fields: Returns: (transfer container) (element-type TuceField): the fields of "step" that a form for @step asks for. */
GPtrArray *tuce_procedure_fields (const TuceProcedure *procedure, const TuceRule *step);

/** tuce_procedure_step_sets: Whether the step also writes to the subject's record, for example its status. */
gboolean tuce_procedure_step_sets (const TuceProcedure *procedure, const TuceRule *step);

/** TuceStepState: one step of one case. */
typedef struct
{
  const TuceRule *rule;
  TuceRecord *record; /* of "step", not taken back; NULL where there is none */
  gboolean implied;   /* done without a record: the pack finds in the register that it was done */
} TuceStepState;

/** TuceCase: how far one subject is. */
typedef struct
{
  gint64 subject;
  GPtrArray *steps; /* TuceStepState, in the procedure's order */
  guint n_done;     /* steps done, counted from the first without a gap: the next step has this index */
  guint n_reopened; /* records that an objection took back */
} TuceCase;

/** tuce_case_free: Frees the case with the records in it. */
void tuce_case_free (TuceCase *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceCase, tuce_case_free)

/**
 * tuce_procedure_case:
 * Works out how far the subject with the record @id is. The caller owns the case; %NULL with @error when the file can't
 * be read.
 */
TuceCase *tuce_procedure_case (TuceProcedure *procedure, gint64 id, GError **error);

/** tuce_case_next: Gives the step to be done next, or %NULL when all are done. Owned by the pack. */
const TuceRule *tuce_case_next (const TuceCase *file);

/**
 * tuce_procedure_new_step:
 * Gives an empty record of "step" for @step of the subject @id. The caller owns it; it is not in the file yet.
 */
TuceRecord *tuce_procedure_new_step (TuceProcedure *procedure, const TuceRule *step, gint64 id, GError **error);

/**
 * tuce_procedure_judge:
 * @record: of "step", with the values to be written
 * Returns: (transfer full) (element-type utf8): a translated sentence for each gate that refuses; empty when the step
 * may be recorded. A step that is not the next one is refused by such a sentence too. %NULL with @error when judging
 * fails.
 */
GPtrArray *tuce_procedure_judge (TuceProcedure *procedure, gint64 id, const TuceRecord *record, GError **error);

/**
 * tuce_procedure_apply:
 * Judges @record and, where nothing refuses, writes it inside @edit, with the fields that the step sets in the
 * subject's record.
 * @refusal: (out): the sentences of the gates that refuse, joined; the caller owns them. %NULL when the step was
 *   written
 * Gives FALSE only with @error; a refusal by a gate gives TRUE.
 */
gboolean tuce_procedure_apply (TuceProcedure *procedure, TuceEdit *edit, gint64 id, TuceRecord *record, char **refusal,
                               GError **error);

/**
 * tuce_procedure_record:
 * Records one step of one subject as one edit. TUCE_ERROR_REFUSED with the sentences of all gates that refuse.
 */
gboolean tuce_procedure_record (TuceProcedure *procedure, gint64 id, TuceRecord *record, GError **error);

/** tuce_procedure_may_object: Whether an objection can take the case back now. */
gboolean tuce_procedure_may_object (TuceProcedure *procedure, const TuceCase *file);

/**
 * tuce_procedure_object:
 * @text: what the objection says
 * Takes the case back to the step that the pack names, as one edit. The record of that step and all later ones are
 * marked as reopened and stay for the history; the last of them stores the objection. TUCE_ERROR_REFUSED once the
 * status has changed.
 */
gboolean tuce_procedure_object (TuceProcedure *procedure, gint64 id, const char *text, GError **error);
