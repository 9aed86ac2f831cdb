/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/** TuceDepartment: how much one department has to do. */
typedef struct
{
  char *name; /* "" for records that name no department */
  guint n_all;
  guint n_open;
  guint n_overdue; /* how many of the open ones */
} TuceDepartment;

/** TuceDueFilter: which records are wanted. */
typedef enum
{
  TUCE_DUE_OPEN,
  TUCE_DUE_OVERDUE,
  TUCE_DUE_ALL
} TuceDueFilter;

/**
 * TuceDueList: measures or problems in an order for working through: by department, and in each first the overdue ones,
 * then the other open ones by their date, then the finished ones.
 */
typedef struct
{
  GArray *ids;            /* gint64 */
  guint n_open;
  guint n_overdue;
  GPtrArray *departments; /* TuceDepartment: of all records of the query; the one with the most overdue records first */
} TuceDueList;

/** tuce_due_list_free: Frees the list with its ids and departments. */
void tuce_due_list_free (TuceDueList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDueList, tuce_due_list_free)

/** tuce_due_is_open: Whether a record of @entity ("measure", "problem") in @state still needs work. */
gboolean tuce_due_is_open (const char *entity, const char *state);

/**
 * tuce_due_list:
 * @query: for "measure" or "problem"; its columns and order are changed
 * @department: (nullable): give only the ids of this one; departments are counted for all in any case
 * @filter: which ids are wanted; it does not change how departments are counted
 * @today: "2018-07-23": an open record whose date is before it is overdue
 * Gives a list that the caller owns; %NULL with @error when the file can't be read or @cancellable was cancelled. May
 * run on any thread that has a read connection of its own.
 */
TuceDueList *tuce_due_list (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                            const char *today, GCancellable *cancellable, GError **error);

/**
 * tuce_due_add_reads:
 * Adds to @reads what tuce_due_list() for @entity reads, apart from the conditions of its query.
 */
void tuce_due_add_reads (TuceReads *reads, const char *entity);
