/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-edit.h"
#include "tuce-standards.h"

/**
 * TucePending:
 *
 * What the card works on: one record of the register with what belongs to it (its record of the year, its members, the one
 * record of its move),
 * and over them what was typed but not saved yet. Knows no widget. A check follows the typing after a moment, and so
 * does a draft in the county file, so that nothing typed is lost by leaving, a crash or a power cut.
 *
 * Belongs to the thread of its county.
 *
 * Signals:
 * ::typed (TucePendingRecord *, const TuceField *): the text of one field is another now
 * ::records-changed: records came, went or were read again: show everything anew
 * ::checked: the list of problems is another now
 */
#define TUCE_TYPE_PENDING (tuce_pending_get_type ())
G_DECLARE_FINAL_TYPE (TucePending, tuce_pending, TUCE, PENDING, GObject)

/** TucePendingRecord: one record and what was typed over it. Counted, so a widget may outlive a reload. */
typedef struct _TucePendingRecord TucePendingRecord;

TucePendingRecord *tuce_pending_record_ref (TucePendingRecord *record);
void tuce_pending_record_unref (TucePendingRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePendingRecord, tuce_pending_record_unref)

const TuceEntity *tuce_pending_record_entity (const TucePendingRecord *record);

/** tuce_pending_record_id: Returns: its id, or 0 for one that is not in the file yet. */
gint64 tuce_pending_record_id (const TucePendingRecord *record);
gboolean tuce_pending_record_is_removed (const TucePendingRecord *record);

/** tuce_pending_record_saved: Returns: (transfer none): the record as the file has it. */
const TuceRecord *tuce_pending_record_saved (const TucePendingRecord *record);

/** tuce_pending_record_text: Gives what the control of @field holds: what was typed, else the saved value. */
char *tuce_pending_record_text (const TucePendingRecord *record, const TuceField *field);

/** tuce_pending_record_saved_text: Gives what the control of @field holds when nothing was typed. */
char *tuce_pending_record_saved_text (const TucePendingRecord *record, const TuceField *field);

/** tuce_pending_record_display: Gives the present value as people read it; what was typed where it can't be read. */
char *tuce_pending_record_display (const TucePendingRecord *record, const TuceField *field);

/** tuce_pending_record_is_typed: whether @field (%NULL: any field) differs from the file by what was typed. */
gboolean tuce_pending_record_is_typed (const TucePendingRecord *record, const TuceField *field);

/**
 * TucePendingProblem:
 * @record: (nullable): whose problem it is
 * @field: where to put it right
 * @expected: (nullable): what the control would hold if the register's own figure were taken
 */
typedef struct
{
  TuceProblemSeverity severity;
  TucePendingRecord *record;
  const TuceField *field;
  char *sentence;
  char *expected;
} TucePendingProblem;

/**
 * tuce_pending_new:
 * @id: which record, or 0 for one that is to be added
 * @place: (nullable): with @id 0, the code of the place the new record lies in
 *
 * Reads the record and what belongs to it, and the draft kept for it, if there is one.
 */
TucePending *tuce_pending_new (TuceCounty *county, const char *entity, gint64 id, const char *place, GError **error);

TuceCounty *tuce_pending_get_county (TucePending *pending);
const TuceEntity *tuce_pending_get_entity (TucePending *pending);

/** tuce_pending_get_main: Returns: (transfer none): the record the card is about. */
TucePendingRecord *tuce_pending_get_main (TucePending *pending);

/** tuce_pending_get_records: Returns: (transfer none) (element-type TucePendingRecord): all, the main one first. */
GPtrArray *tuce_pending_get_records (TucePending *pending);

/** tuce_pending_find: Returns: (transfer none) (nullable): the first record of @entity: the one of the year. */
TucePendingRecord *tuce_pending_find (TucePending *pending, const TuceEntity *entity);

/** tuce_pending_list: Returns: (transfer container) (element-type TucePendingRecord): the records of @entity, in order. */
GPtrArray *tuce_pending_list (TucePending *pending, const TuceEntity *entity);

/** tuce_pending_entity_is_member: whether records of @entity stand in a table on the card of records of @main. */
gboolean tuce_pending_entity_is_member (const TuceEntity *entity, const TuceEntity *main);

/** tuce_pending_entity_is_yearly: whether @entity is the record of the year of records of @main. */
gboolean tuce_pending_entity_is_yearly (const TuceEntity *entity, const TuceEntity *main);

/** tuce_pending_entity_is_single: whether a record of @main has at most one of @entity, whatever the year. */
gboolean tuce_pending_entity_is_single (const TuceEntity *entity, const TuceEntity *main);

/** tuce_pending_entity_is_part: whether records of @entity stand on the card of records of @main in any of these ways. */
gboolean tuce_pending_entity_is_part (const TuceEntity *entity, const TuceEntity *main);

/** tuce_pending_record_is_there: whether it is in the file or would come there with a save: not the empty one of the year. */
gboolean tuce_pending_record_is_there (const TucePendingRecord *record);

/** tuce_pending_type: @text: what the control of @field now holds; the saved text takes the typing back. */
void tuce_pending_type (TucePending *pending, TucePendingRecord *record, const TuceField *field, const char *text);

/** tuce_pending_add: Adds a record of @entity that belongs to the main one. Returns: (transfer none). */
TucePendingRecord *tuce_pending_add (TucePending *pending, const TuceEntity *entity);

/** tuce_pending_set_removed: whether @record goes with the next save. One not in the file yet goes at once; a single one loses its typing. */
void tuce_pending_set_removed (TucePending *pending, TucePendingRecord *record, gboolean removed);

gboolean tuce_pending_is_changed (TucePending *pending);

/** tuce_pending_is_editable: whether the county can be written to. */
gboolean tuce_pending_is_editable (TucePending *pending);

/** tuce_pending_revert: takes back all typing, and the draft. */
void tuce_pending_revert (TucePending *pending);

/**
 * tuce_pending_refresh:
 * Reads the records again after an edit, undo or redo elsewhere; what was typed stays typed.
 * Returns: %FALSE with TUCE_ERROR_NOT_FOUND when the record is no more.
 */
gboolean tuce_pending_refresh (TucePending *pending, GError **error);

/** tuce_pending_get_problems: Returns: (transfer none) (element-type TucePendingProblem): as of the last check. */
GPtrArray *tuce_pending_get_problems (TucePending *pending);

/**
 * tuce_pending_set_standards:
 * @standards: (nullable): the packs in force: from now on each check also tells what would hold if what was typed were saved
 */
void tuce_pending_set_standards (TucePending *pending, TuceStandards *standards);
TuceStandards *tuce_pending_get_standards (TucePending *pending);

/**
 * tuce_pending_get_verdicts:
 * @subject: "household", "site", or what a household has one of: "relocation"
 * Returns: (transfer none) (nullable) (element-type TuceVerdict): what would hold if what was typed were saved, as of the
 * last check; %NULL where nothing was typed, or no standard is in force for it.
 */
GPtrArray *tuce_pending_get_verdicts (TucePending *pending, const char *subject);

/** tuce_pending_check: checks now what else is checked a moment after the typing stops. */
void tuce_pending_check (TucePending *pending);

/** tuce_pending_first_error: Returns: (transfer none) (nullable): the first problem that forbids saving. */
const TucePendingProblem *tuce_pending_first_error (TucePending *pending);

/** tuce_pending_label: Gives what a save would be called in the journal: "Correct 3 fields of 1 household: …". */
char *tuce_pending_label (TucePending *pending);

/**
 * tuce_pending_save:
 * Writes all that was typed as one edit. TUCE_ERROR_REFUSED names the first field that is wrong; nothing is written
 * then, and what was typed stays.
 */
gboolean tuce_pending_save (TucePending *pending, GError **error);

/** tuce_pending_remove: removes the record with all that belongs to it, in all years, as one edit. */
gboolean tuce_pending_remove (TucePending *pending, GError **error);

/** tuce_pending_keep: writes the draft now, where typing has not been kept yet. */
gboolean tuce_pending_keep (TucePending *pending, GError **error);

/** tuce_pending_get_draft_since: Returns: (nullable): when the draft that was found was begun, "2018-07-23 09:41"; %NULL without one. */
const char *tuce_pending_get_draft_since (TucePending *pending);
