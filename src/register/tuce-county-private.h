/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-county-lock.h"
#include "tuce-county.h"
#include "tuce-edit.h"
#include "tuce-readers.h"
#include "tuce-statement-cache.h"

/* What the files of this folder share about an open county. The folders above never use SQLite directly. */

#define TUCE_APPLICATION_ID 0x54756365 /* "Tuce" */
#define TUCE_FORMAT_VERSION 1
#define TUCE_SETTING_DAY "day"

struct _TuceCounty
{
  GObject parent_instance;

  char *path;
  char *target; /* the path the file gets when it is finished; NULL once it has it */
  char *code;
  char *name;
  char *uuid;
  int year;
  TuceDictionary *dictionary;
  sqlite3 *db;
  TuceStatementCache *statements;
  GHashTable *columns;    /* name of a table → names of its columns (GPtrArray), filled as they are asked for */
  gboolean writable;
  gboolean immutable;  /* it can't see what is written after it was opened */
  char *read_only_reason;
  TuceCountyLock *lock;
  TuceGate *gate;      /* through which this connection writes; NULL where it only reads */
  gboolean deriving;   /* it writes derived entities only, on a worker's thread */
  gboolean writing;    /* a transaction of tuce-writing.c is open */
  TuceEdit *edit;      /* the one under way */
  GHashTable *waiting; /* drafts to be written when the edit ends: tuce-draft.c */
  char *day;           /* the day that counts as today, or NULL for the real one */

  gint64 id_clock; /* last millisecond an id was handed out for, since 2018 */
  guint id_count;
  guint id_node;

  gpointer guard; /* what checks the text that is being compiled: tuce-statement.c; NULL for texts of this folder */
  GQueue pool;           /* TuceCompiled that have no user now, last used first */
  guint n_compiled;      /* how often a text was compiled on this connection: tests check that nothing is compiled twice */
  guint n_written;       /* how many writing transactions were begun on it: for tests as well */
  GHashTable *temporary; /* names of the temporary tables made, as a set */
  GHashTable *outlines; /* township code → TuceShape or NULL, filled as rules ask for them */
  sqlite3_stmt *outline_of; /* statements of the functions for rules: their own, since they run while another is stepped */
  sqlite3_stmt *edits_of;

  GArray *undo; /* sequences of edits that can be taken back, oldest first; NULL until asked for */
  GArray *redo;

  TuceReaders *readers;          /* those of its workers; NULL until asked for */
  gint64 schema_then, data_then; /* of one of these: what it saw of the file when it was lent last */
};

/** tuce_county_new: Gives (transfer full) a county object that has no connection yet; it takes a reference on @dictionary. */
TuceCounty *tuce_county_new (const char *path, TuceDictionary *dictionary);

/** tuce_county_open_reader_at: tuce_county_open_reader(), of the file at @path. On any thread. */
TuceCounty *tuce_county_open_reader_at (const char *path, TuceDictionary *dictionary, GError **error);

/** tuce_county_read_meta: Reads anew what the file says of itself: year, name, the day it stands at. */
gboolean tuce_county_read_meta (TuceCounty *county, GError **error);

/** tuce_county_disconnect: Closes the database connection; the lock is kept. */
void tuce_county_disconnect (TuceCounty *county);

/**
 * tuce_county_prepare:
 * Gives (transfer none) a reset statement, prepared once and kept by @county, or %NULL with @error. It is certainly kept until
 * the edit under way ends and while it is being stepped; otherwise only as long as it is among the few hundred used last.
 */
sqlite3_stmt *tuce_county_prepare (TuceCounty *county, const char *sql, GError **error);

/**
 * tuce_county_install_guard: Makes SQLite ask tuce-statement.c what a text may do, whenever one of tuce-statement.h is
 * compiled on this connection. Called once for a connection, because each change of SQLite's authorizer forces it to compile
 * all statements of the connection again.
 */
void tuce_county_install_guard (TuceCounty *county);

/** tuce_county_run: Runs one or more statements that give no rows. */
gboolean tuce_county_run (TuceCounty *county, const char *sql, GError **error);

/** tuce_county_step_done: Steps @statement to its end. */
gboolean tuce_county_step_done (TuceCounty *county, sqlite3_stmt *statement, GError **error);

/**
 * tuce_county_step:
 * Goes to the next row of @statement; @row tells whether there is one. After the last, and after a failure, it is reset.
 */
gboolean tuce_county_step (TuceCounty *county, sqlite3_stmt *statement, gboolean *row, GError **error);

/**
 * tuce_county_begin_writing:
 * @what: (nullable): see tuce_gate_enter()
 * Enters the gate on the window's side and begins the writing transaction. Refused with TUCE_ERROR_READ_ONLY where @county is
 * open for reading only, with TUCE_ERROR_HELD where somebody else is writing or an edit is under way.
 */
gboolean tuce_county_begin_writing (TuceCounty *county, const char *what, GError **error);

/**
 * tuce_county_end_writing: Commits, or rolls back where @commit is %FALSE or the commit fails, and leaves the gate in every
 * case.
 */
gboolean tuce_county_end_writing (TuceCounty *county, gboolean commit, GError **error);

/** tuce_county_sql_error: Sets @error from the connection's last failure, as a sentence for people. Returns: FALSE. */
gboolean tuce_county_sql_error (TuceCounty *county, GError **error);

/** tuce_county_storage_error: Sets @error from the @number (errno) with which the disk failed. Returns: FALSE. */
gboolean tuce_county_storage_error (TuceCounty *county, int number, GError **error);

/** tuce_county_new_id: Gives a new record id. It differs from the ids made on other machines: see tuce-county.c. */
gint64 tuce_county_new_id (TuceCounty *county);

/**
 * tuce_value_bind: Binds @value without copying it: it must not change until the statement was stepped. Returns: an SQLite
 * result.
 */
int tuce_value_bind (sqlite3_stmt *statement, int parameter, const TuceValue *value);

/** tuce_value_from_sql: Sets @value, copying. @value must be initialised. */
void tuce_value_from_sql (TuceValue *value, sqlite3_value *from);

/**
 * tuce_value_borrow: Gives the value in @column of the current row without copying it: valid until the next step, and must
 * not be cleared.
 */
TuceValue tuce_value_borrow (sqlite3_stmt *statement, int column);

/* tuce-schema.c */

/** tuce_schema_create: Makes all tables in an empty file. */
gboolean tuce_schema_create (TuceCounty *county, GError **error);

/**
 * tuce_schema_upgrade: Adds to the file the fields and entities that the dictionary has and the file lacks. Not inside a
 * transaction.
 */
gboolean tuce_schema_upgrade (TuceCounty *county, GError **error);

/** tuce_schema_shadow: Makes a file that lacks fields or entities readable without writing to it. */
gboolean tuce_schema_shadow (TuceCounty *county, GError **error);

/**
 * tuce_schema_columns: Gives the names of the columns that @table has in the file, in order. A new reference on a shared
 * array: not to be changed.
 */
GPtrArray *tuce_schema_columns (TuceCounty *county, const char *table, GError **error);

/**
 * tuce_county_step_integer: Sets @integer to the first column of the first row of @statement, 0 where there is no row, and
 * resets @statement.
 */
gboolean tuce_county_step_integer (TuceCounty *county, sqlite3_stmt *statement, gint64 *integer, GError **error);

/* tuce-journal-walk.c */

/**
 * tuce_journal_walk: Reads a changeset once. Adds to @touched what changed, and to @roots (gint64, a set) the ids of the records
 * in whose history the changes are shown: those they belong to, or themselves.
 */
gboolean tuce_journal_walk (TuceCounty *county, gconstpointer changes, int n_bytes, TuceChangeSet *touched, GHashTable *roots,
                            GError **error);

/* tuce-journal.c */

/**
 * tuce_journal_append: Adds an entry for @changes to the transaction under way, and to @touched what it changed.
 * @user: (nullable): the author; the user logged in where %NULL
 * @at: (nullable): the time, ISO 8601; now where %NULL
 * @sequence: (out): the number of the entry
 */
gboolean tuce_journal_append (TuceCounty *county, const char *kind, gint64 subject, const char *label,
                              const char *user, const char *at, gconstpointer changes, int n_bytes,
                              TuceChangeSet *touched, gint64 *sequence, GError **error);

/** tuce_journal_changes: Gives (transfer full) the unpacked changeset of the entry @sequence, or %NULL with @error. */
GBytes *tuce_journal_changes (TuceCounty *county, gint64 sequence, GError **error);

/**
 * tuce_journal_sum_begin: Begins the SHA-256 of an entry that follows the one with the hash @previous (NULL for the first
 * entry). The caller then adds the packed changes of the entry and calls tuce_journal_sum_end().
 */
GChecksum *tuce_journal_sum_begin (GBytes *previous, gint64 sequence, const char *at, const char *user,
                                   const char *machine, const char *label, const char *kind, gint64 subject);

/** tuce_journal_sum_end: Gives (transfer full) the hash, 32 bytes; @sum stays the caller's. */
GBytes *tuce_journal_sum_end (GChecksum *sum);

/* tuce-change-set.c */

/** tuce_change_set_new: Gives (transfer full) an empty change set. */
TuceChangeSet *tuce_change_set_new (void);

/** tuce_change_set_free: Frees @changes; the entities and fields it names belong to the dictionary. */
void tuce_change_set_free (TuceChangeSet *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceChangeSet, tuce_change_set_free)

/**
 * tuce_change_set_add: Adds one record; after more than 2,000 of them @changes is set to "everything". @fields: (nullable)
 * (element-type TuceField): what an update changed.
 */
void tuce_change_set_add (TuceChangeSet *changes, const TuceEntity *entity, gint64 id, TuceChangeKind kind,
                          GPtrArray *fields);

/* tuce-draft.c */

/** tuce_drafts_wait: Returns: whether any draft is to be written when the edit ends. */
gboolean tuce_drafts_wait (TuceCounty *county);

/**
 * tuce_drafts_write:
 * @except_entity: (nullable): with @except_id, the record whose draft is not written
 * Writes the waiting drafts in the transaction under way. The functions that end an edit call it before they leave the gate, so
 * that no other writer comes first. After the commit call tuce_drafts_forget().
 */
gboolean tuce_drafts_write (TuceCounty *county, const char *except_entity, gint64 except_id, GError **error);

/** tuce_drafts_forget: Forgets the waiting drafts, since they are now on disk. */
void tuce_drafts_forget (TuceCounty *county);

/**
 * tuce_drafts_settle: Writes the drafts that are still waiting in a transaction of their own, where the edit's transaction
 * could not take them.
 */
void tuce_drafts_settle (TuceCounty *county);

/* tuce-edit.c */

/**
 * tuce_edit_close: Rolls @edit back because its county closes. Its owner gets an error from the next call, and still has to
 * abort it.
 */
void tuce_edit_close (TuceEdit *edit);

/** tuce_journal_committed: Updates the undo and redo stacks for an entry that is now on disk, and emits ::changed. */
void tuce_journal_committed (TuceCounty *county, const char *kind, gint64 sequence, TuceChangeSet *touched);
