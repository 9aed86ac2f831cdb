/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TuceProgress: @fraction: how much of a long job is done, 0…1. Called on the thread that does it. */
typedef void (*TuceProgress) (double fraction, gpointer data);

/* The journal: every edit's changeset, chained by SHA-256. Undo and redo are entries like any other. */

/** tuce_journal_undo_label: Gives the label of the edit that undo would take back, or %NULL when there is none. */
char *tuce_journal_undo_label (TuceCounty *county);
char *tuce_journal_redo_label (TuceCounty *county);

/** tuce_journal_undo: Takes back the last edit not yet undone. TUCE_ERROR_NOT_FOUND when there is none. */
gboolean tuce_journal_undo (TuceCounty *county, GError **error);
gboolean tuce_journal_redo (TuceCounty *county, GError **error);

/** TuceJournalEntry: one line of the journal, without its changes. */
typedef struct
{
  gint64 sequence;
  char *at;      /* 2018-07-23T09:41:07+08:00: local time and its offset; entries of former editions have none */
  char *user;
  char *machine;
  char *label;
  char *kind;    /* "founding", "edit", "undo", "redo" */
} TuceJournalEntry;

void tuce_journal_entry_free (TuceJournalEntry *entry);

/** tuce_journal_list: Returns: (element-type TuceJournalEntry): the last @most entries, newest first. */
GPtrArray *tuce_journal_list (TuceCounty *county, guint most, GError **error);

/** tuce_journal_last: Returns: the number of the newest entry; 0 in an empty journal, -1 with @error where it can't be read. */
gint64 tuce_journal_last (TuceCounty *county, GError **error);

/**
 * tuce_journal_mark:
 * Gives a text that stands for the journal up to its newest entry; %NULL in an empty one. Two files that have a mark have
 * the same journal up to there, for its hash is among it.
 */
char *tuce_journal_mark (TuceCounty *county);
/** tuce_journal_find_mark: Gives the number of the entry @mark was made at; 0 where this journal does not have it. */
gint64 tuce_journal_find_mark (TuceCounty *county, const char *mark);

/**
 * TuceTouched: what the entries after one of them touched.
 * @changes: which fields of which records, entry after entry
 * @roots: (element-type gint64): the records the changed ones belong to (households, places), or themselves, as a set; not whole
 *   when @changes is everything
 */
typedef struct
{
  TuceChangeSet *changes;
  GHashTable *roots;
} TuceTouched;

void tuce_touched_free (TuceTouched *touched);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTouched, tuce_touched_free)

/** tuce_journal_touched_since: Gives what changed after entry @sequence. */
TuceTouched *tuce_journal_touched_since (TuceCounty *county, gint64 sequence, GError **error);

/** TuceHistoryLine: one field of one record, changed once. @from and @to are as people read them; masks are the caller's. */
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

void tuce_history_line_free (TuceHistoryLine *line);

/**
 * tuce_journal_history:
 * Gives what happened to record @id of @entity and to the records that belong to it, newest first. May take tenths of
 * a second on a long journal: give it a reader on a worker thread.
 *
 * Returns: (element-type TuceHistoryLine)
 */
GPtrArray *tuce_journal_history (TuceCounty *county, const char *entity, gint64 id, GError **error);

/**
 * tuce_verify:
 * @progress: (nullable): called with 0…1
 *
 * Checks the file: SQLite's own integrity and foreign keys, the chain of the journal, and that the records are
 * exactly what the journal's changesets make of an empty county, so that a row altered behind the program is found.
 *
 * Returns: (transfer full) (element-type utf8): one translated sentence for each fault; empty when all is well.
 * %NULL with @error when the check itself could not run.
 */
GPtrArray *tuce_verify (TuceCounty *county, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error);
