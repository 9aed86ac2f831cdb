/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceReads: which fields of which entities statements read, as SQLite named them while they were compiled: what may change what
 * they give. To be told apart from what they give: a statement that joins a table reads it, whatever comes out.
 */
typedef struct
{
  GHashTable *fields;   /* TuceField, a set */
  GHashTable *entities; /* TuceEntity, a set: those of the fields, and those of which only rows, or ids, are read */
  gboolean everything;  /* it is not known what is read */
  const TuceDictionary *dictionary; /* by which tuce-named-reads.h finds what is named, or NULL */
} TuceReads;

TuceReads *tuce_reads_new (void);
void tuce_reads_free (TuceReads *reads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReads, tuce_reads_free)

/** tuce_reads_add: @column: a field of @entity; any other name (id, or "" where only rows are counted) stands for its rows. */
void tuce_reads_add (TuceReads *reads, const TuceEntity *entity, const char *column);

/** tuce_reads_add_all: Adds what @other has. */
void tuce_reads_add_all (TuceReads *reads, const TuceReads *other);

/** tuce_reads_are_touched: whether @changes may change what is given by those who read so. */
gboolean tuce_reads_are_touched (const TuceReads *reads, const TuceChangeSet *changes);
