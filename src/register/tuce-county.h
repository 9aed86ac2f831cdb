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
 * @everything: the edit was too large to list; anything may have changed
 */
typedef struct
{
  GArray *rows;
  GPtrArray *fields;
  gboolean everything;
} TuceChangeSet;

/** tuce_change_set_touches: Returns: whether a row of @entity (its name) changed or @changes is "everything". */
gboolean tuce_change_set_touches (const TuceChangeSet *changes, const char *entity);

/**
 * tuce_change_set_touches_record: Returns: whether the record @id of @entity (its name) itself changed or @changes is
 * "everything".
 */
gboolean tuce_change_set_touches_record (const TuceChangeSet *changes, const char *entity, gint64 id);

/**
 * tuce_county_begin:
 * @path: a file that does not exist yet
 * @county_code: six digits, e.g. "511725"
 * @name: 渠县
 * @year: the year its year records are about
 *
 * Begins an empty county file, open for writing. Until tuce_county_finish() it is beside @path under the name PATH.making:
 * even if the program is killed or the power fails, @path is either absent or a complete county. If the last reference is
 * dropped before it is finished, the file is deleted; a file left by a killed program is deleted by the next call for the
 * same @path. Two programs can't make the same file at once (TUCE_ERROR_HELD). Divisions and outlines are added by
 * exchange/ (tuce-new-county.h).
 *
 * Returns: (transfer full): the county, or %NULL with @error (TUCE_ERROR_REFUSED where @path exists or is on a network share).
 */
TuceCounty *tuce_county_begin (const char *path, const char *county_code, const char *name, int year, GError **error);

/**
 * tuce_county_finish:
 * Writes the begun @county to disk and gives it its name; a file that was made at that path in the meantime is not touched
 * (TUCE_ERROR_REFUSED). @county stays open for writing, and from now on every committed edit is safe on disk. No edit may
 * be under way. On failure @county is closed and its file deleted.
 */
gboolean tuce_county_finish (TuceCounty *county, GError **error);

/** tuce_county_create: Makes an empty county: tuce_county_begin() and tuce_county_finish() in one. */
TuceCounty *tuce_county_create (const char *path, const char *county_code, const char *name, int year, GError **error);

/** tuce_county_discard: Deletes the file at @path with SQLite's files and the lock file beside it. Missing files are no error. */
void tuce_county_discard (const char *path);

typedef enum
{
  TUCE_OPEN_WRITE,    /* fails with TUCE_ERROR_HELD or READ_ONLY where the file can't be written now */
  TUCE_OPEN_READ,     /* never takes the lock, never writes */
  TUCE_OPEN_WRITE_OR_READ /* for writing, or else for reading: see tuce_county_read_only_reason() */
} TuceOpenMode;

/**
 * tuce_county_open:
 * Opens an existing county. A file that is not a county, is cut short, is a folder, or may not be read is refused with one
 * sentence and not changed. A file of a newer edition, one on a network share and one that another program is writing can
 * only be opened for reading (@mode TUCE_OPEN_READ or TUCE_OPEN_WRITE_OR_READ).
 *
 * Returns: (transfer full): the county, which belongs to this thread, or %NULL with @error.
 */
TuceCounty *tuce_county_open (const char *path, TuceOpenMode mode, GError **error);

/**
 * tuce_county_open_reader: Gives (transfer full) a second connection to the same file, for reading on another thread; %NULL
 * with @error.
 */
TuceCounty *tuce_county_open_reader (TuceCounty *county, GError **error);

/**
 * tuce_county_open_deriving:
 * @gate: the gate of the county that this program has open for writing
 *
 * Gives (transfer full) a second connection, for a worker thread, or %NULL with @error. It may read everything, and write
 * derived entities only (tuce-writing.h).
 */
TuceCounty *tuce_county_open_deriving (TuceGate *gate, GError **error);

/**
 * tuce_county_get_gate: Returns: (transfer none) (nullable): the gate that every writer of the file enters; %NULL where it
 * is open for reading only.
 */
TuceGate *tuce_county_get_gate (TuceCounty *county);

/** tuce_county_is_editing: Returns: whether an edit is under way. An edit in portions may be so for seconds. */
gboolean tuce_county_is_editing (TuceCounty *county);

/**
 * tuce_county_open_scratch: Gives (transfer full) an empty county in memory with the dictionary's tables, to try rules on;
 * %NULL with @error.
 */
TuceCounty *tuce_county_open_scratch (int year, GError **error);

/**
 * tuce_county_close: Closes the file and releases its lock now, without waiting for the last reference to be dropped. Does
 * nothing when closed already. An unfinished county is deleted.
 */
void tuce_county_close (TuceCounty *county);

/** tuce_county_get_path: Returns: (transfer none): the path of the file; of an unfinished county, the path it will get. */
const char *tuce_county_get_path (TuceCounty *county);

/** tuce_county_get_code: Returns: (transfer none): the six-digit code of the county, "511725" (GB/T 2260). */
const char *tuce_county_get_code (TuceCounty *county);

/** tuce_county_get_name: Returns: (transfer none): the name of the county, "渠县". */
const char *tuce_county_get_name (TuceCounty *county);

/**
 * tuce_county_get_uuid: Returns: (transfer none): a random UUID given to the file when it was made; copies of the file have
 * the same.
 */
const char *tuce_county_get_uuid (TuceCounty *county);

/** tuce_county_get_year: Gives the year that the county's year records are about. */
int tuce_county_get_year (TuceCounty *county);

/** tuce_county_get_dictionary: Returns: (transfer none): the dictionary its records are described by. */
TuceDictionary *tuce_county_get_dictionary (TuceCounty *county);

/** tuce_county_is_writable: Returns: whether the file was opened for writing and is still open. */
gboolean tuce_county_is_writable (TuceCounty *county);

/**
 * tuce_county_read_only_reason: Returns: (transfer none) (nullable): why the county is open for reading only (who holds it
 * and since when, …), as a translated sentence.
 */
const char *tuce_county_read_only_reason (TuceCounty *county);

/**
 * tuce_county_get_setting: Gives (transfer full) what is kept under @key in the file ("demo.seed"; not journalled); %NULL,
 * without @error, where there is nothing.
 */
char *tuce_county_get_setting (TuceCounty *county, const char *key, GError **error);

/**
 * tuce_county_set_setting: Keeps @value under @key in the file, not journalled: inside a deriving transaction (tuce-writing.h) as
 * part of it, else in one of its own, which is refused while an edit is under way. On the thread of @county.
 */
gboolean tuce_county_set_setting (TuceCounty *county, const char *key, const char *value, GError **error);

/**
 * tuce_county_day:
 * Gives (transfer full) the day that counts as today for this county, "2018-07-23": the real day, unless the file names one
 * (setting "day"), as the demonstration does so that its dates do not get out of date. Whether something is overdue, ages,
 * and "today" in rules all use it.
 */
char *tuce_county_day (TuceCounty *county);

/** tuce_county_load: Gives (transfer full) the record @id of @entity, or %NULL with TUCE_ERROR_NOT_FOUND. */
TuceRecord *tuce_county_load (TuceCounty *county, const char *entity, gint64 id, GError **error);

/**
 * tuce_county_find: Gives (transfer full) the record of @entity whose text @field equals @text, for example a village by its
 * code, or %NULL with TUCE_ERROR_NOT_FOUND.
 */
TuceRecord *tuce_county_find (TuceCounty *county, const char *entity, const char *field, const char *text, GError **error);

/**
 * tuce_county_children:
 * Gives the records of @entity that belong to @parent_id, in their order; for example the members of a household.
 * Returns: (transfer full) (element-type TuceRecord)
 */
GPtrArray *tuce_county_children (TuceCounty *county, const char *entity, gint64 parent_id, GError **error);

/**
 * tuce_county_year_record: Gives (transfer full) the record of the yearly @entity of @parent_id for @year, or a new one that
 * is not in the file yet (id 0); %NULL with @error.
 */
TuceRecord *tuce_county_year_record (TuceCounty *county, const char *entity, gint64 parent_id, int year, GError **error);
