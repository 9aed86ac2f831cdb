/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-county-lock.h"
#include "tuce-county.h"
#include "tuce-edit.h"
#include "tuce-readers.h"
#include "tuce-statement-cache.h"

/* What the files of this floor share about an open county. Nobody above sees SQLite. */

#define TUCE_APPLICATION_ID 0x54756365 /* "Tuce" */
#define TUCE_FORMAT_VERSION 1
#define TUCE_SETTING_DAY "day"

struct _TuceCounty
{
  GObject parent_instance;

  char *path;
  char *target; /* where the file goes when it is finished; NULL once it is there */
  char *code;
  char *name;
  char *uuid;
  int year;
  TuceDictionary *dictionary;
  sqlite3 *db;
  TuceStatementCache *statements;
  GHashTable *columns;    /* name of a table → names of its columns (GPtrArray), as asked for */
  gboolean writable;
  gboolean immutable;  /* it can't see what is written after it was opened */
  char *read_only_reason;
  TuceCountyLock *lock;
  TuceGate *gate;      /* through which this connection writes; NULL where it only reads */
  gboolean deriving;   /* it writes derived entities only, on a worker's thread */
  gboolean writing;    /* a transaction of tuce-writing.c is open */
  TuceEdit *edit;      /* the one under way */
  GHashTable *waiting; /* drafts that wait for the end of the edit: tuce-draft.c */
  char *day;           /* at which the county stands still, or NULL */

  gint64 id_clock; /* last millisecond an id was handed out for, since 2018 */
  guint id_count;
  guint id_node;

  gpointer guard; /* what judges the text that is being compiled: tuce-statement.c; NULL for texts of this floor */
  GQueue pool;           /* TuceCompiled that wait for their next user, last used first */
  guint n_compiled;      /* how often a text was compiled on this connection: for tests of what is done twice */
  guint n_written;       /* transactions that write, begun on it; likewise */
  GHashTable *temporary; /* names of the temporary tables made, as a set */
  GHashTable *outlines; /* township code → TuceShape or NULL, as rules asked for them */
  sqlite3_stmt *outline_of; /* what the functions of rules ask with: their own, as they ask while another is stepped */
  sqlite3_stmt *edits_of;

  GArray *undo; /* sequences of edits that can be taken back, oldest first; NULL until asked for */
  GArray *redo;

  TuceReaders *readers;          /* those of its workers; NULL until asked for */
  gint64 schema_then, data_then; /* of one of these: what it saw of the file when it was lent last */
};

TuceCounty *tuce_county_new (const char *path, TuceDictionary *dictionary);

/** tuce_county_open_reader_at: tuce_county_open_reader(), of the file at @path. On any thread. */
TuceCounty *tuce_county_open_reader_at (const char *path, TuceDictionary *dictionary, GError **error);

/** tuce_county_read_meta: Reads anew what the file says of itself: year, name, the day it stands at. */
gboolean tuce_county_read_meta (TuceCounty *county, GError **error);

/** tuce_county_disconnect: Lets go of the database, not of the lock. */
void tuce_county_disconnect (TuceCounty *county);

/**
 * tuce_county_prepare:
 * Gives a reset statement, prepared once and kept by @county: until the edit under way ends, while it is being stepped,
 * and otherwise as long as it is among the few hundred asked for last.
 */
sqlite3_stmt *tuce_county_prepare (TuceCounty *county, const char *sql, GError **error);

/**
 * tuce_county_install_guard: Has the texts of tuce-statement.h judged on this connection; tuce-statement.c. Once: each
 * change of SQLite's authorizer makes every statement of the connection be compiled anew.
 */
void tuce_county_install_guard (TuceCounty *county);

/** tuce_county_run: Runs statements without result. */
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
 * Lets @county, of the window's side, through its gate and begins the one transaction that writes. Refused where it only reads, when
 * somebody else is writing, or an edit is under way.
 */
gboolean tuce_county_begin_writing (TuceCounty *county, const char *what, GError **error);

/** tuce_county_end_writing: Commits, or rolls back, and leaves the gate whatever comes of it. */
gboolean tuce_county_end_writing (TuceCounty *county, gboolean commit, GError **error);

/** tuce_county_sql_error: Sets @error from the connection's last failure, as a sentence for people. Returns: FALSE. */
gboolean tuce_county_sql_error (TuceCounty *county, GError **error);

/** tuce_county_storage_error: Sets @error from the @number (errno) with which the disk failed. Returns: FALSE. */
gboolean tuce_county_storage_error (TuceCounty *county, int number, GError **error);

/** tuce_county_new_id: Hands out an id no other machine will. */
gint64 tuce_county_new_id (TuceCounty *county);

/** tuce_value_bind: Binds without copying: @value must live until the step. */
int tuce_value_bind (sqlite3_stmt *statement, int parameter, const TuceValue *value);

/** tuce_value_from_sql: Sets @value, copying. @value must be initialised. */
void tuce_value_from_sql (TuceValue *value, sqlite3_value *from);

/** tuce_value_borrow: like tuce_value_from_sql() but pointing into the statement's row; must not be cleared. */
TuceValue tuce_value_borrow (sqlite3_stmt *statement, int column);

/* tuce-schema.c */

/** tuce_schema_create: Makes all tables in an empty file. */
gboolean tuce_schema_create (TuceCounty *county, GError **error);

/** tuce_schema_upgrade: Takes up fields and entities the dictionary has and the file lacks. Outside any transaction. */
gboolean tuce_schema_upgrade (TuceCounty *county, GError **error);

/** tuce_schema_shadow: Makes a file that lacks fields or entities readable without writing to it. */
gboolean tuce_schema_shadow (TuceCounty *county, GError **error);

/** tuce_schema_columns: Gives the names of the columns @table really has, in order. The array is shared: not to be changed. */
GPtrArray *tuce_schema_columns (TuceCounty *county, const char *table, GError **error);

/** tuce_county_step_integer: @integer: (out): the first column of the first row of @statement, 0 where there is none; it is reset. */
gboolean tuce_county_step_integer (TuceCounty *county, sqlite3_stmt *statement, gint64 *integer, GError **error);

/* tuce-journal-walk.c */

/**
 * tuce_journal_walk: Goes through a changeset once: adds to @touched what changed, and to @roots (gint64, a set) the records under which
 * its history is looked for.
 */
gboolean tuce_journal_walk (TuceCounty *county, gconstpointer changes, int n_bytes, TuceChangeSet *touched, GHashTable *roots,
                            GError **error);

/* tuce-journal.c */

/** tuce_journal_append: Adds an entry for @changes to the transaction under way and moves the undo stacks. @user and @at may be NULL. */
gboolean tuce_journal_append (TuceCounty *county, const char *kind, gint64 subject, const char *label,
                              const char *user, const char *at, gconstpointer changes, int n_bytes,
                              TuceChangeSet *touched, gint64 *sequence, GError **error);

/** tuce_journal_changes: Gives the unpacked changeset of an entry. */
GBytes *tuce_journal_changes (TuceCounty *county, gint64 sequence, GError **error);

/**
 * tuce_journal_sum_begin: Begins the SHA-256 of an entry after the one whose hash is @previous (NULL for the first): what is
 * to be added are its packed changes.
 */
GChecksum *tuce_journal_sum_begin (GBytes *previous, gint64 sequence, const char *at, const char *user,
                                   const char *machine, const char *label, const char *kind, gint64 subject);
/** tuce_journal_sum_end: Gives the hash, 32 bytes. */
GBytes *tuce_journal_sum_end (GChecksum *sum);

/* tuce-change-set.c */
TuceChangeSet *tuce_change_set_new (void);
void tuce_change_set_free (TuceChangeSet *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceChangeSet, tuce_change_set_free)

/** tuce_change_set_add: @fields: (nullable) (element-type TuceField): what an update changed. */
void tuce_change_set_add (TuceChangeSet *changes, const TuceEntity *entity, gint64 id, TuceChangeKind kind,
                          GPtrArray *fields);

/* tuce-draft.c */

/** tuce_drafts_wait: whether any draft waits for the end of the edit. */
gboolean tuce_drafts_wait (TuceCounty *county);

/**
 * tuce_drafts_write:
 * @except_entity: (nullable): with @except_id, the record whose draft is not written
 * Writes the drafts that wait, in the transaction under way: what ends an edit does so before it lets anybody else in. Once that
 * is committed they are to be forgotten.
 */
gboolean tuce_drafts_write (TuceCounty *county, const char *except_entity, gint64 except_id, GError **error);
void tuce_drafts_forget (TuceCounty *county);

/** tuce_drafts_settle: Writes, in a transaction of its own, drafts that still wait: where the edit's could not be ended so. */
void tuce_drafts_settle (TuceCounty *county);

/* tuce-edit.c */

/** tuce_edit_close: Rolls @edit back while its county closes; whoever holds it is told by its next call, and frees it. */
void tuce_edit_close (TuceEdit *edit);

/** tuce_journal_committed: moves the undo stacks for an entry now on disk and tells everybody what changed. */
void tuce_journal_committed (TuceCounty *county, const char *kind, gint64 sequence, TuceChangeSet *touched);
