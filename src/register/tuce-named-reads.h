/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/*
 * What something is made from, said by whoever reads it, from the same paths or SQL it asks with: a scene, a table, a page.
 * An edit that touches none of it leaves what was made from it as it is. (What one statement reads SQLite says itself:
 * tuce_statement_reads().)
 */

/** tuce_reads_new_named: Gives an empty set, to be filled by the names of @dictionary, which has to outlive it. */
TuceReads *tuce_reads_new_named (const TuceDictionary *dictionary);

/** tuce_reads_add_field: @field; and with it that records of its entity come and go. */
void tuce_reads_add_field (TuceReads *reads, const TuceField *field);

/** tuce_reads_add_path: what a query for @entity reads for @path (tuce-query.h), the fields that lead there among it. */
void tuce_reads_add_path (TuceReads *reads, const char *entity, const char *path);

/** tuce_reads_add_paths: what a query for @entity with the columns @paths (up to %NULL) reads: also what puts its records in order. */
void tuce_reads_add_paths (TuceReads *reads, const char *entity, const char *const *paths);

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

gboolean tuce_reads_has (const TuceReads *reads, const TuceField *field);

/** tuce_reads_are_derived: whether any of it is worked out by the review (verdicts, findings), of which no change set tells. */
gboolean tuce_reads_are_derived (const TuceReads *reads);
