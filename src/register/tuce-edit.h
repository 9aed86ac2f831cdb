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
 * @label: for people, in the past-less imperative the journal shows: "改正 1 户的电话"
 */
TuceEdit *tuce_edit_begin (TuceCounty *county, const char *label, GError **error);

/**
 * tuce_edit_begin_trial:
 * Begins an edit that is only to be looked at: what it would be, what would be wrong with it, what would be met. It is aborted
 * in the same turn of the main loop, and can't be committed. It takes no longer than its own statements and waits for nobody longer than any edit
 * does; while an edit in portions is under way on this county, it is tried inside that one's transaction, on top of what was written
 * so far, and leaves it as it was.
 */
TuceEdit *tuce_edit_begin_trial (TuceCounty *county, GError **error);

/** tuce_edit_set_label: Names it anew: for edits that know only at their end how many records they changed. */
void tuce_edit_set_label (TuceEdit *edit, const char *label);

/** tuce_edit_set_author: Names who made the edit instead of the user logged in, and when (ISO 8601, local). For imports that know better. */
void tuce_edit_set_author (TuceEdit *edit, const char *user, const char *at);

/**
 * tuce_edit_set_founding:
 * The edit makes the county rather than changes it: journalled, but undo stops before it, and not checked, as one set
 * by tuce_edit_set_bulk(). Call it before anything is written.
 */
void tuce_edit_set_founding (TuceEdit *edit);

/**
 * tuce_edit_set_bulk:
 *
 * Leaves what the edit writes unchecked: tuce_edit_judge() and tuce_edit_commit() refuse no value that the tables can
 * hold. Only for edits all of whose rows the program itself makes, by rules of its own, and in which it means to write
 * what no person may type: samples that rules are tried on, mistakes planted for a test. Nothing that comes from a
 * person, a file, a county or a list may be written in one. Call it before anything is written.
 */
void tuce_edit_set_bulk (TuceEdit *edit);

/** tuce_edit_set_first_id: Hands out ids from @id upward in this edit instead of by chance: for records that come out the same every time. */
void tuce_edit_set_first_id (TuceEdit *edit, gint64 id);

/** tuce_edit_insert: Adds @record; hands out its id unless it has one. Refused when the table can't hold it, in the sentence of the checks. */
gboolean tuce_edit_insert (TuceEdit *edit, TuceRecord *record, GError **error);

/** tuce_edit_update: Writes the fields of @record that differ from the file. */
gboolean tuce_edit_update (TuceEdit *edit, const TuceRecord *record, GError **error);

/** tuce_edit_delete: Removes a record. Refused while others refer to it. */
gboolean tuce_edit_delete (TuceEdit *edit, const char *entity, gint64 id, GError **error);

/** How bad a problem is. */
typedef enum
{
  TUCE_PROBLEM_WARNING, /* look again; may be saved */
  TUCE_PROBLEM_ERROR    /* wrong as typed in this edit; must not be saved */
} TuceProblemSeverity;

/**
 * TuceProblem:
 * @field: where to put it right
 * @sentence: translated, names the field's label: "Phone: 应为 11 位…"
 * @expected: (nullable): the value (plain notation) the register works out from other fields, for a button that takes it
 */
typedef struct
{
  TuceProblemSeverity severity;
  const TuceField *field;
  gint64 id;
  char *sentence;
  char *expected;
} TuceProblem;

void tuce_problem_free (TuceProblem *problem);

/**
 * tuce_edit_watch:
 * Has tuce_edit_check() look at this record, and at those that belong to it, although the edit does not touch them: for
 * a card that shows what is wrong before anything was typed.
 */
void tuce_edit_watch (TuceEdit *edit, const char *entity, gint64 id);

/**
 * tuce_edit_check:
 *
 * Lists what is wrong with the records this edit inserted or updated since it was last judged, with the records they
 * belong to and all that belongs to those (a household with its members and its years): what tuce_field_fault() says of
 * each value, what contradicts the rest of its record, and the dictionary's formulas. What is wrong in a field this edit
 * wrote is an error; what was there before, and figures that disagree, are warnings. Forgets nothing: for trials.
 *
 * Returns: (transfer full) (element-type TuceProblem): may be empty.
 */
GPtrArray *tuce_edit_check (TuceEdit *edit, GError **error);

/**
 * tuce_edit_judge:
 *
 * Settles the kept fields, checks the records written since it was last called and forgets them: after each portion of
 * a long edit, so that memory stays flat and little is left for the commit, which calls it for the rest. A record costs
 * its reading and the check of its fields; nothing else is looked at, since only what was written can be an error.
 *
 * Returns: %FALSE where a value written is an error (see tuce_edit_check()): TUCE_ERROR_REFUSED, the problem's sentence,
 * with the record named before it where the edit wrote several. The edit then has to be aborted.
 */
gboolean tuce_edit_judge (TuceEdit *edit, GError **error);

/**
 * tuce_edit_commit:
 * Writes the edit and its journal entry in one transaction, safe on disk on return; an edit that changed nothing
 * leaves no entry. What tuce_edit_judge() refuses is refused. On failure everything is as before. Frees @edit either way.
 */
gboolean tuce_edit_commit (TuceEdit *edit, GError **error);

/** tuce_edit_drop_draft: Drops, when @edit is committed and with it, the draft that it makes true. */
gboolean tuce_edit_drop_draft (TuceEdit *edit, const char *entity, gint64 id, GError **error);

/** tuce_edit_may_go_on: Refused where the county was closed meanwhile and the edit rolled back: every call fails then, but tuce_edit_abort(). */
gboolean tuce_edit_may_go_on (TuceEdit *edit, GError **error);

/** tuce_edit_abort: Rolls back and frees. */
void tuce_edit_abort (TuceEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceEdit, tuce_edit_abort)
