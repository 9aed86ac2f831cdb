/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/*
 * The year's dates and what has to be done by them: data/standards/milestones.csv. Each says which records of the register
 * are what remains of it, so that nobody keeps a list by hand (domain.md §6.3).
 */

/** TuceMilestone: one line of the file. Read-only. */
typedef struct
{
  const char *name;
  const char *label_en, *label_zh;
  const char *from;         /* "07-01", or "" for one that is open to the front */
  const char *to;           /* "08-31" */
  const char *remaining;    /* "ENTITY PATH=VALUE PATH!=VALUE …", or "": see tuce_milestone_query() */
  const char *what_en, *what_zh; /* what these records are, after their number: "errors to correct" */
} TuceMilestone;

/** tuce_milestones: Returns: (transfer none) (element-type TuceMilestone): in order; read once and kept. %NULL with @error where the file is wrong. */
GPtrArray *tuce_milestones (GError **error);

/** tuce_milestone_label / tuce_milestone_what: in the program's language. */
const char *tuce_milestone_label (const TuceMilestone *milestone);
const char *tuce_milestone_what (const TuceMilestone *milestone);

/** tuce_milestone_end: Sets @date to its last day in @year. */
void tuce_milestone_end (const TuceMilestone *milestone, int year, GDate *date);

/** tuce_milestone_days_left: Gives days from @today to its last day, that one included: 1 on the day itself, 0 and less when it is over. */
int tuce_milestone_days_left (const TuceMilestone *milestone, int year, const GDate *today);

/**
 * tuce_milestone_query:
 * Gives a query for what remains of it in @scope; %NULL with @error for a condition that is wrong, %NULL without where it
 * names none.
 */
TuceQuery *tuce_milestone_query (const TuceMilestone *milestone, TuceCounty *county, const char *scope, GError **error);

/** tuce_milestone_add_reads: Adds what is counted for what remains of it. */
void tuce_milestone_add_reads (const TuceMilestone *milestone, TuceReads *reads);

/** tuce_milestone_daily: Gives how many of @remaining have to be done each day: all of them where no day is left. */
gint64 tuce_milestone_daily (gint64 remaining, int days_left);
