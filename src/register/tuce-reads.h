/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceReads:
 * A set of fields: what a scene, a table, a page or a verdict was made from. Whoever reads the register says here what it reads,
 * from the same paths or SQL it asks with, or as SQLite named it while the text was compiled (tuce_statement_reads()); an edit
 * that touches none of it leaves what was made from it as it is. Belongs to one thread; the dictionary has to outlive it.
 */
typedef struct _TuceReads TuceReads;

TuceReads *tuce_reads_new (const TuceDictionary *dictionary);
void tuce_reads_free (TuceReads *reads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReads, tuce_reads_free)

/** tuce_reads_add_field: @field; and with it that records of its entity come and go. */
void tuce_reads_add_field (TuceReads *reads, const TuceField *field);

/** tuce_reads_add_path: what a query for @entity reads for @path (tuce-query.h), the fields that lead there among it. */
void tuce_reads_add_path (TuceReads *reads, const char *entity, const char *path);

/** tuce_reads_add_paths: what a query for @entity with the columns @paths (up to %NULL) reads: also what puts its records in order. */
void tuce_reads_add_paths (TuceReads *reads, const char *entity, const char *const *paths);

/** tuce_reads_add_column: @column: a field of @entity; any other name (id, or "" where only rows are counted) stands for its records. */
void tuce_reads_add_column (TuceReads *reads, const TuceEntity *entity, const char *column);

/** tuce_reads_add_everything: where it can't be said what is read. */
void tuce_reads_add_everything (TuceReads *reads);

/** tuce_reads_add_all: what @other has. */
void tuce_reads_add_all (TuceReads *reads, const TuceReads *other);

/** tuce_reads_add_records: only that there are records of @entity: that one comes or goes. */
void tuce_reads_add_records (TuceReads *reads, const char *entity);

/** tuce_reads_add_entity: all fields of @entity. */
void tuce_reads_add_entity (TuceReads *reads, const char *entity);

/** tuce_reads_add_scope: what says in which division a record of @entity lies. */
void tuce_reads_add_scope (TuceReads *reads, const char *entity);

/** tuce_reads_add_search: what a search (tuce_query_set_search()) of records of @entity may look at. */
void tuce_reads_add_search (TuceReads *reads, const char *entity);

/**
 * tuce_reads_add_sql: what @sql of ours reads: the entities whose names are words of it, of them the fields whose names are.
 * Rather too much than too little; only "*" in the place of columns is not understood.
 */
void tuce_reads_add_sql (TuceReads *reads, const char *sql);

/** tuce_reads_has: whether @field is among it; tuce_reads_has_records: whether it matters which records of @entity there are. */
gboolean tuce_reads_has_records (const TuceReads *reads, const TuceEntity *entity);
gboolean tuce_reads_has (const TuceReads *reads, const TuceField *field);

/** tuce_reads_derives: whether any of it is worked out by the review (verdicts, findings), of which no change set tells. */
gboolean tuce_reads_derives (const TuceReads *reads);

/** tuce_reads_touched: whether @changes touch any of it. */
gboolean tuce_reads_touched (const TuceReads *reads, const TuceChangeSet *changes);

/** tuce_reads_dictionary: Returns: (transfer none): the dictionary whose fields @reads names. */
const TuceDictionary *tuce_reads_dictionary (const TuceReads *reads);
