/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceReads:
 * A set of fields: those from which a scene, a table, a page or a verdict was made. Code that reads the register lists here what
 * it reads, using the same paths or SQL as for reading, or what SQLite reported while the SQL was compiled
 * (tuce_statement_reads()). After an edit that changes none of these fields, what was made from them need not be made again.
 * Belongs to one thread; the dictionary has to outlive it.
 */
typedef struct _TuceReads TuceReads;

/** tuce_reads_new: Returns: (transfer full): an empty set. */
TuceReads *tuce_reads_new (const TuceDictionary *dictionary);

/** tuce_reads_free: Frees @reads. */
void tuce_reads_free (TuceReads *reads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReads, tuce_reads_free)

/** tuce_reads_add_field: Adds @field, and that records of its entity are inserted and deleted. */
void tuce_reads_add_field (TuceReads *reads, const TuceField *field);

/**
 * tuce_reads_add_path: Adds what a query for @entity reads for @path (tuce-query.h), including the fields that lead there. A
 * wrong path adds nothing.
 */
void tuce_reads_add_path (TuceReads *reads, const char *entity, const char *path);

/**
 * tuce_reads_add_paths: Adds what a query for @entity with the columns @paths (ended by %NULL) reads, including the division
 * code by which it orders its records.
 */
void tuce_reads_add_paths (TuceReads *reads, const char *entity, const char *const *paths);

/**
 * tuce_reads_add_column: Adds the field of @entity called @column; for any other name (id, or "" where rows are only
 * counted) that records of @entity are inserted and deleted.
 */
void tuce_reads_add_column (TuceReads *reads, const TuceEntity *entity, const char *column);

/** tuce_reads_add_everything: Adds all fields of all entities, for where it is not known what is read. */
void tuce_reads_add_everything (TuceReads *reads);

/** tuce_reads_add_all: Adds everything that is in @other. */
void tuce_reads_add_all (TuceReads *reads, const TuceReads *other);

/** tuce_reads_add_records: Adds that records of @entity are inserted and deleted, but none of their fields. */
void tuce_reads_add_records (TuceReads *reads, const char *entity);

/** tuce_reads_add_entity: Adds all fields of @entity. */
void tuce_reads_add_entity (TuceReads *reads, const char *entity);

/** tuce_reads_add_scope: Adds the fields that say to which division a record of @entity belongs. */
void tuce_reads_add_scope (TuceReads *reads, const char *entity);

/** tuce_reads_add_search: Adds the fields that a search (tuce_query_set_search()) for records of @entity looks at. */
void tuce_reads_add_search (TuceReads *reads, const char *entity);

/**
 * tuce_reads_add_sql: Adds what @sql, a text of this program, reads: the entities whose names are words of it, and of these the
 * fields whose names are words of it. That may be too much, but not too little, unless @sql has "*" instead of columns.
 */
void tuce_reads_add_sql (TuceReads *reads, const char *sql);

/** tuce_reads_has_records: Returns: whether it was added that records of @entity are inserted and deleted. */
gboolean tuce_reads_has_records (const TuceReads *reads, const TuceEntity *entity);

/** tuce_reads_has: Returns: whether @field was added; not whether tuce_reads_add_everything() was called. */
gboolean tuce_reads_has (const TuceReads *reads, const TuceField *field);

/**
 * tuce_reads_derives: Returns: whether everything, or a field of a derived entity (verdicts, findings), was added; changes
 * of these are in no change set.
 */
gboolean tuce_reads_derives (const TuceReads *reads);

/** tuce_reads_touched: Returns: whether @changes change anything in the set. */
gboolean tuce_reads_touched (const TuceReads *reads, const TuceChangeSet *changes);

/** tuce_reads_dictionary: Returns: (transfer none): the dictionary whose fields @reads names. */
const TuceDictionary *tuce_reads_dictionary (const TuceReads *reads);
