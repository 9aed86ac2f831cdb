/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TuceProgress: @fraction: how much of a long job is done, 0…1. Called on the thread that does it. */
typedef void (*TuceProgress) (double fraction, gpointer data);

/* The journal: every edit's changeset, chained by SHA-256. Undo and redo are entries like any other. */

/**
 * tuce_journal_undo_label: Gives (transfer full) (nullable) the label of the edit that tuce_journal_undo() would undo; %NULL
 * when there is none.
 */
char *tuce_journal_undo_label (TuceCounty *county);

/**
 * tuce_journal_redo_label: Gives (transfer full) (nullable) the label of the edit that tuce_journal_redo() would redo; %NULL
 * when there is none.
 */
char *tuce_journal_redo_label (TuceCounty *county);

/**
 * tuce_journal_undo: Undoes the last edit that is not undone yet, as a new entry. TUCE_ERROR_NOT_FOUND when there is none,
 * TUCE_ERROR_REFUSED when its records were changed outside the program. On the county's own thread.
 */
gboolean tuce_journal_undo (TuceCounty *county, GError **error);

/**
 * tuce_journal_redo: Redoes the edit that was undone last, as a new entry. TUCE_ERROR_NOT_FOUND when there is none,
 * TUCE_ERROR_REFUSED when its records were changed outside the program. On the county's own thread.
 */
gboolean tuce_journal_redo (TuceCounty *county, GError **error);

/** TuceJournalEntry: one line of the journal, without its changes. */
typedef struct
{
  gint64 sequence;
  char *at;      /* 2018-07-23T09:41:07+08:00: local time and its offset; entries of older versions have no offset */
  char *user;
  char *machine;
  char *label;
  char *kind;    /* "founding", "edit", "undo", "redo" */
} TuceJournalEntry;

/** tuce_journal_entry_free: Frees @entry with its texts. */
void tuce_journal_entry_free (TuceJournalEntry *entry);

/**
 * tuce_journal_list: Returns: (transfer full) (element-type TuceJournalEntry): the last @most entries, newest first, or
 * %NULL with @error.
 */
GPtrArray *tuce_journal_list (TuceCounty *county, guint most, GError **error);

/** tuce_journal_last: Returns: the number of the newest entry; 0 in an empty journal, -1 with @error where it can't be read. */
gint64 tuce_journal_last (TuceCounty *county, GError **error);

/**
 * tuce_journal_mark:
 * Gives (transfer full) a text that identifies the journal up to its newest entry; %NULL for an empty journal. It contains the
 * hash of that entry, and each hash depends on all entries before: two files with the same mark have the same journal up to it.
 */
char *tuce_journal_mark (TuceCounty *county);

/**
 * tuce_journal_find_mark: Gives the number of the entry for which @mark was made; 0 where this journal does not have that
 * entry.
 */
gint64 tuce_journal_find_mark (TuceCounty *county, const char *mark);

/**
 * TuceTouched: what the entries after a given one changed.
 * @changes: which fields of which records, entry after entry
 * @roots: (element-type gint64): as a set, the records that the changed ones belong to (households, places), or the changed ones
 *   themselves where they belong to none; incomplete when @changes is "everything"
 */
typedef struct
{
  TuceChangeSet *changes;
  GHashTable *roots;
} TuceTouched;

/** tuce_touched_free: Frees @touched with its change set. */
void tuce_touched_free (TuceTouched *touched);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTouched, tuce_touched_free)

/** tuce_journal_touched_since: Gives (transfer full) what the entries after @sequence changed, or %NULL with @error. */
TuceTouched *tuce_journal_touched_since (TuceCounty *county, gint64 sequence, GError **error);

/**
 * TuceHistoryLine: one change of one field of one record. @from and @to are as people read them, not masked: the caller
 * masks them.
 */
typedef struct
{
  TuceJournalEntry *entry;
  const TuceEntity *entity;
  gint64 id;
  TuceChangeKind kind;    /* an insert or delete has one line, without field */
  const TuceField *field; /* NULL for insert and delete */
  char *from;
  char *to;
} TuceHistoryLine;

/** tuce_history_line_free: Frees @line with its entry and texts. */
void tuce_history_line_free (TuceHistoryLine *line);

/**
 * tuce_journal_history:
 * Gives all changes of the record @id of @entity and of the records that belong to it, newest first. May take tenths of a
 * second on a long journal: to be called with a reader on a worker thread.
 *
 * Returns: (transfer full) (element-type TuceHistoryLine): or %NULL with @error.
 */
GPtrArray *tuce_journal_history (TuceCounty *county, const char *entity, gint64 id, GError **error);

/**
 * tuce_verify:
 * @progress: (nullable): called with 0…1
 *
 * Checks the file: SQLite's own checks of integrity and foreign keys, the hashes of the journal, and that the records are
 * exactly what the journal's changesets produce from an empty county, so that a row changed by another program is found.
 *
 * Returns: (transfer full) (element-type utf8): one translated sentence for each fault; empty when all is well.
 * %NULL with @error when the check itself could not run.
 */
GPtrArray *tuce_verify (TuceCounty *county, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error);
