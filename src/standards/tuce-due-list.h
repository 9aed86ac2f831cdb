/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/** TuceDepartment: what lies with one department. */
typedef struct
{
  char *name; /* "" for what nobody was named for */
  guint n_all;
  guint n_open;
  guint n_overdue; /* of the open ones */
} TuceDepartment;

/** Which of them are wanted. */
typedef enum
{
  TUCE_DUE_OPEN,
  TUCE_DUE_OVERDUE,
  TUCE_DUE_ALL
} TuceDueFilter;

/**
 * TuceDueList: measures or problems, by department, in each the overdue ones first, then the other open ones by their
 * date, then what is over.
 */
typedef struct
{
  GArray *ids;            /* gint64 */
  guint n_open;
  guint n_overdue;
  GPtrArray *departments; /* TuceDepartment: of all the query gives, the most overdue first */
} TuceDueList;

void tuce_due_list_free (TuceDueList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDueList, tuce_due_list_free)

/** tuce_due_is_open: whether a record of @entity ("measure", "problem") in @state still asks for work. */
gboolean tuce_due_is_open (const char *entity, const char *state);

/**
 * tuce_due_list:
 * @query: for "measure" or "problem"; its columns and order are changed
 * @department: (nullable): only the ids of this one; departments are counted for all
 * @filter: which ids are wanted; departments are counted whatever it says
 * @today: "2018-07-23": what was due before is overdue
 * For any thread with a reader of its own.
 */
TuceDueList *tuce_due_list (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                            const char *today, GCancellable *cancellable, GError **error);

/** tuce_due_add_reads: Adds what tuce_due_list() of records of @entity reads beside what narrows its query. */
void tuce_due_add_reads (TuceReads *reads, const char *entity);
