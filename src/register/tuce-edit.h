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

/** tuce_edit_set_founding: The edit makes the county rather than changes it: journalled, but undo stops before it. */
void tuce_edit_set_founding (TuceEdit *edit);

/** tuce_edit_set_first_id: Hands out ids from @id upward in this edit instead of by chance: for records that come out the same every time. */
void tuce_edit_set_first_id (TuceEdit *edit, gint64 id);

/** tuce_edit_insert: Adds @record; hands out its id unless it has one. Refused when the table can't hold it. */
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
 * Checks the records this edit inserted or updated, the records they belong to and all that belongs to those (a
 * household with its members and its years): required fields, identity numbers, phones and the dictionary's formulas. A wrong form in a field this edit wrote is an
 * error; what was there before, and figures that disagree, are warnings.
 *
 * Returns: (transfer full) (element-type TuceProblem): may be empty.
 */
GPtrArray *tuce_edit_check (TuceEdit *edit, GError **error);

/** tuce_edit_settle: Writes the kept fields that are out of date by now; check and commit do it too. For edits in portions, so that little is left at their end. */
gboolean tuce_edit_settle (TuceEdit *edit, GError **error);

/**
 * tuce_edit_commit:
 * Writes the edit and its journal entry in one transaction, safe on disk on return; an edit that changed nothing
 * leaves no entry. On failure everything is as before. Frees @edit either way.
 */
gboolean tuce_edit_commit (TuceEdit *edit, GError **error);

/** tuce_edit_drop_draft: Drops, when @edit is committed and with it, the draft that it makes true. */
gboolean tuce_edit_drop_draft (TuceEdit *edit, const char *entity, gint64 id, GError **error);

/** tuce_edit_may_go_on: Refused where the county was closed meanwhile and the edit rolled back: every call fails then, but tuce_edit_abort(). */
gboolean tuce_edit_may_go_on (TuceEdit *edit, GError **error);

/** tuce_edit_abort: Rolls back and frees. */
void tuce_edit_abort (TuceEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceEdit, tuce_edit_abort)
