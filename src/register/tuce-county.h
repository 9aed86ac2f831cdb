/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-gate.h"
#include "tuce-record.h"

/**
 * TuceCounty:
 *
 * One county file, NAME.tuce, open. Reads go through tuce-query.h, writes through tuce-edit.h, undo and history
 * through tuce-journal.h. An object belongs to the thread that opened it; a worker opens its own reader.
 *
 * Signals (on the owner's thread, after the write is safe on disk):
 * ::changed (TuceChangeSet *changes): the rows an edit, undo or redo touched.
 */
#define TUCE_TYPE_COUNTY (tuce_county_get_type ())
G_DECLARE_FINAL_TYPE (TuceCounty, tuce_county, TUCE, COUNTY, GObject)

typedef enum
{
  TUCE_CHANGE_INSERT,
  TUCE_CHANGE_UPDATE,
  TUCE_CHANGE_DELETE
} TuceChangeKind;

/**
 * TuceChangedRow: one record that an edit inserted, updated or deleted.
 * @first_field, @n_fields: the fields an update changed, in the fields of its change set; none for an insert or delete
 */
typedef struct
{
  const TuceEntity *entity;
  gint64 id;
  TuceChangeKind kind;
  guint first_field;
  guint n_fields;
} TuceChangedRow;

/**
 * TuceChangeSet: which fields of which records changed.
 * @rows: (element-type TuceChangedRow): what changed; empty when @everything
 * @fields: (element-type TuceField): see TuceChangedRow
 * @everything: the edit was too large to list: look at all again
 */
typedef struct
{
  GArray *rows;
  GPtrArray *fields;
  gboolean everything;
} TuceChangeSet;

/** tuce_change_set_touches: whether any row of @entity (its name) changed, or everything did. */
gboolean tuce_change_set_touches (const TuceChangeSet *changes, const char *entity);

/** tuce_change_set_touches_record: whether the record @id of @entity (its name) itself changed, or everything did. */
gboolean tuce_change_set_touches_record (const TuceChangeSet *changes, const char *entity, gint64 id);

/**
 * tuce_county_begin:
 * @path: a file that does not exist yet
 * @county_code: six digits, e.g. "511725"
 * @name: 渠县
 * @year: the year its year records are about
 *
 * Begins an empty county file, open for writing. It lies beside @path as PATH.making until tuce_county_finish(): at
 * @path there is either nothing or a whole county, whenever a program is killed or the power fails. A county let go of
 * unfinished leaves nothing behind; what a killed program left is thrown away by the next begin. Two programs can't make
 * the same file at once (TUCE_ERROR_HELD). Divisions and outlines are filled in by exchange/ (tuce-new-county.h).
 */
TuceCounty *tuce_county_begin (const char *path, const char *county_code, const char *name, int year, GError **error);

/**
 * tuce_county_finish:
 * Brings the begun @county to disk and gives it its name; a file that has come there meanwhile is not touched
 * (TUCE_ERROR_REFUSED). @county stays open for writing, and from now on every edit is safe on disk. No edit may be
 * under way. On failure @county is closed and nothing left behind.
 */
gboolean tuce_county_finish (TuceCounty *county, GError **error);

/** tuce_county_create: tuce_county_begin() and tuce_county_finish(), for a county that begins empty. */
TuceCounty *tuce_county_create (const char *path, const char *county_code, const char *name, int year, GError **error);

/** tuce_county_discard: Removes the file at @path with what lies beside it. */
void tuce_county_discard (const char *path);

typedef enum
{
  TUCE_OPEN_WRITE,    /* fails with TUCE_ERROR_HELD or READ_ONLY where it can't be had */
  TUCE_OPEN_READ,     /* never takes the lock, never writes */
  TUCE_OPEN_WRITE_OR_READ /* reading is good enough: see tuce_county_read_only_reason() */
} TuceOpenMode;

/**
 * tuce_county_open:
 * Opens an existing county. What is not a county, is truncated, is a folder, or may not be read is refused with one
 * sentence and left untouched. A file of a newer edition, one on a network share and one that another program holds
 * open read-only (with @mode WRITE_OR_READ).
 */
TuceCounty *tuce_county_open (const char *path, TuceOpenMode mode, GError **error);

/** tuce_county_open_reader: Gives a second, reading view of the same file for another thread. */
TuceCounty *tuce_county_open_reader (TuceCounty *county, GError **error);

/**
 * tuce_county_open_deriving:
 * @gate: of the county that this program has open for writing
 * Gives a second connection, for another thread; it reads all, and writes derived entities (tuce-writing.h) only.
 */
TuceCounty *tuce_county_open_deriving (TuceGate *gate, GError **error);

/** tuce_county_get_gate: Returns: (nullable): the gate through which the county is written; %NULL where it is open for reading only. */
TuceGate *tuce_county_get_gate (TuceCounty *county);

/** tuce_county_is_editing: whether an edit is under way: one in portions may be for seconds. */
gboolean tuce_county_is_editing (TuceCounty *county);

/** tuce_county_open_scratch: Gives an empty county in memory, with the dictionary's tables: to try rules on. */
TuceCounty *tuce_county_open_scratch (int year, GError **error);

/** tuce_county_close: Lets go of file and lock before the last reference does. Harmless when closed already. A begun county is thrown away. */
void tuce_county_close (TuceCounty *county);

const char *tuce_county_get_path (TuceCounty *county);
const char *tuce_county_get_code (TuceCounty *county);
const char *tuce_county_get_name (TuceCounty *county);
const char *tuce_county_get_uuid (TuceCounty *county);
int tuce_county_get_year (TuceCounty *county);
TuceDictionary *tuce_county_get_dictionary (TuceCounty *county);

/** tuce_county_is_writable / read_only_reason: a translated sentence (who holds it and since when, …) or %NULL. */
gboolean tuce_county_is_writable (TuceCounty *county);
const char *tuce_county_read_only_reason (TuceCounty *county);

/** tuce_county_get_setting: Gives what was kept under @key in the file (not journalled), "demo.seed"; %NULL, without @error, where nothing is. */
char *tuce_county_get_setting (TuceCounty *county, const char *key, GError **error);

/** tuce_county_set_setting: Keeps @value under @key; outside any edit, on the thread of @county. */
gboolean tuce_county_set_setting (TuceCounty *county, const char *key, const char *value, GError **error);

/**
 * tuce_county_day:
 * Gives the day the county stands at, "2018-07-23": today, unless its file names one (setting "day"), as a demonstration
 * does, so that its dates do not grow old. What is overdue, how old somebody is and what rules take for today go by it.
 */
char *tuce_county_day (TuceCounty *county);

/** tuce_county_load: Gives the record @id of @entity, or %NULL with TUCE_ERROR_NOT_FOUND. */
TuceRecord *tuce_county_load (TuceCounty *county, const char *entity, gint64 id, GError **error);

/** tuce_county_find: Gives the record of @entity whose text @field equals @text, or %NULL with TUCE_ERROR_NOT_FOUND. E.g. a village by its code. */
TuceRecord *tuce_county_find (TuceCounty *county, const char *entity, const char *field, const char *text, GError **error);

/**
 * tuce_county_children:
 * Gives the records of @entity that belong to @parent_id, in their order: members of a household.
 * Returns: (transfer full) (element-type TuceRecord)
 */
GPtrArray *tuce_county_children (TuceCounty *county, const char *entity, gint64 parent_id, GError **error);

/** tuce_county_year_record: Gives the record of the yearly @entity of @parent_id for @year, or a new one not yet in the file (id 0). */
TuceRecord *tuce_county_year_record (TuceCounty *county, const char *entity, gint64 parent_id, int year, GError **error);
