/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceEdit:
 *
 * Everything that changes a county happens inside an edit: a labelled, all-or-nothing step that is one entry of the
 * journal and one undo. Freeing an edit that was not committed rolls it back. One edit at a time.
 */
typedef struct _TuceEdit TuceEdit;

/**
 * tuce_edit_begin:
 * @label: what the edit does, as the journal shows it, in the imperative: "改正 1 户的电话"
 *
 * Returns: (transfer full): the edit, or %NULL with TUCE_ERROR_READ_ONLY or TUCE_ERROR_HELD (see tuce_gate_enter()). On the
 * county's own thread; so are all functions on it.
 */
TuceEdit *tuce_edit_begin (TuceCounty *county, const char *label, GError **error);

/**
 * tuce_edit_begin_trial:
 * Begins an edit that only finds out what would be: what would be wrong and what would be met if it were saved. It can't be
 * committed, and has to be aborted in the same turn of the main loop. It waits at the gate like any edit. While an edit in
 * portions is under way on this county, the trial runs inside that edit's transaction, on top of what was written so far,
 * and aborting it leaves that edit unchanged. Returns: (transfer full): as tuce_edit_begin().
 */
TuceEdit *tuce_edit_begin_trial (TuceCounty *county, GError **error);

/** tuce_edit_set_label: Changes the label, for edits that know only at their end how many records they changed. */
void tuce_edit_set_label (TuceEdit *edit, const char *label);

/**
 * tuce_edit_set_author: Sets who made the edit, instead of the user logged in, and when (ISO 8601, local time): for imports
 * of edits made elsewhere.
 */
void tuce_edit_set_author (TuceEdit *edit, const char *user, const char *at);

/**
 * tuce_edit_set_founding:
 * Marks the edit as the one that founds the county: it is journalled but can't be undone, and it is not checked, like one
 * set by tuce_edit_set_bulk(). To be called before anything is written.
 */
void tuce_edit_set_founding (TuceEdit *edit);

/**
 * tuce_edit_set_bulk:
 *
 * Turns the checks off for this edit: tuce_edit_judge() and tuce_edit_commit() refuse no value that the tables can hold.
 * Only for edits whose rows are all made up by the program and may contain what no person is allowed to type: samples that
 * rules are tried on, mistakes planted for a test. Nothing that comes from a person, a file, a county or a list may be
 * written in such an edit. To be called before anything is written.
 */
void tuce_edit_set_bulk (TuceEdit *edit);

/** tuce_edit_set_first_id: Gives the records this edit inserts the ids @id, @id + 1, … so that they are the same every time. */
void tuce_edit_set_first_id (TuceEdit *edit, gint64 id);

/**
 * tuce_edit_insert: Adds @record and sets its id unless it has one. Refused (TUCE_ERROR_REFUSED) where the table can't hold
 * it, with the sentence of the checks.
 */
gboolean tuce_edit_insert (TuceEdit *edit, TuceRecord *record, GError **error);

/** tuce_edit_update: Writes the fields of @record that differ from the file. Refused like tuce_edit_insert(). */
gboolean tuce_edit_update (TuceEdit *edit, const TuceRecord *record, GError **error);

/** tuce_edit_delete: Deletes a record. Refused (TUCE_ERROR_REFUSED) while other records refer to it. */
gboolean tuce_edit_delete (TuceEdit *edit, const char *entity, gint64 id, GError **error);

/** How severe a problem is. */
typedef enum
{
  TUCE_PROBLEM_WARNING, /* may be wrong; may be saved */
  TUCE_PROBLEM_ERROR    /* written by this edit and wrong; must not be saved */
} TuceProblemSeverity;

/**
 * TuceProblem:
 * @field: the field in which to correct it
 * @sentence: translated, with the field's label before it: "Phone: 应为 11 位…"
 * @expected: (nullable): the value (plain notation) that the register computes from other fields, for a button that fills it in
 */
typedef struct
{
  TuceProblemSeverity severity;
  const TuceField *field;
  gint64 id;
  char *sentence;
  char *expected;
} TuceProblem;

/** tuce_problem_free: Frees @problem with its texts. */
void tuce_problem_free (TuceProblem *problem);

/**
 * tuce_edit_watch:
 * Makes tuce_edit_check() look at this record and those that belong to it although the edit does not change them: for a
 * card that shows what is wrong before anything was typed.
 */
void tuce_edit_watch (TuceEdit *edit, const char *entity, gint64 id);

/**
 * tuce_edit_check:
 *
 * Lists what is wrong with the records that this edit inserted or updated since tuce_edit_judge() was last called, with the
 * records they belong to, and with all that belongs to those (a household with its members and its years): values that
 * tuce_field_fault() objects to, values that contradict the rest of their record, and figures that disagree with the
 * dictionary's formulas. A wrong value in a field that this edit wrote is an error; what was wrong before, and figures that
 * disagree, are warnings. Does not clear the list of records, so a trial may call it again.
 *
 * Returns: (transfer full) (element-type TuceProblem): may be empty; %NULL with @error where the records can't be read.
 */
GPtrArray *tuce_edit_check (TuceEdit *edit, GError **error);

/**
 * tuce_edit_judge:
 *
 * Writes the kept fields, checks the records written since it was last called, and clears the list of them. Called after each
 * portion of a long edit, so that memory use does not grow and little is left for tuce_edit_commit(), which calls it for the
 * rest. Only the fields of these records are checked, because only what this edit wrote can be an error.
 *
 * Returns: %FALSE where a value it wrote is an error (see tuce_edit_check()): TUCE_ERROR_REFUSED with the problem's sentence,
 * and with the record's name before it where the edit wrote several records. The edit then has to be aborted.
 */
gboolean tuce_edit_judge (TuceEdit *edit, GError **error);

/**
 * tuce_edit_commit:
 * Writes the edit and its journal entry in one transaction, which is safe on disk on return; an edit that changed nothing
 * makes no entry. Fails like tuce_edit_judge(), and where the disk fails; the file is then as before. Frees @edit in every case.
 */
gboolean tuce_edit_commit (TuceEdit *edit, GError **error);

/** tuce_edit_drop_draft: Deletes, as part of @edit, the draft that it saves. */
gboolean tuce_edit_drop_draft (TuceEdit *edit, const char *entity, gint64 id, GError **error);

/**
 * tuce_edit_may_go_on: Returns: %FALSE with TUCE_ERROR_READ_ONLY where the county was closed meanwhile and so rolled the
 * edit back. Only tuce_edit_abort() is possible then.
 */
gboolean tuce_edit_may_go_on (TuceEdit *edit, GError **error);

/** tuce_edit_abort: Rolls @edit back and frees it. */
void tuce_edit_abort (TuceEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceEdit, tuce_edit_abort)
