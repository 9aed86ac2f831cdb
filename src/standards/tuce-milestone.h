/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-reads.h"

/*
 * The dates of a year and what has to be done by each: data/standards/milestones.csv. The months come from one news
 * report, 达州市贫困县摘帽现场推进会召开 (5 July, by inference of 2018); for other years and counties they are
 * unconfirmed. Each milestone names the records of the register that remain to be dealt with, so that nobody has to
 * keep a list by hand.
 */

/** TuceMilestone: one line of the file. Read-only. */
typedef struct
{
  const char *name;
  const char *label_en, *label_zh;
  const char *from;         /* "07-01", or "" where it has no first day */
  const char *to;           /* "08-31" */
  const char *remaining;    /* the records that remain: "ENTITY PATH=VALUE PATH!=VALUE …", or "": see
                               tuce_milestone_query() */
  const char *what_en, *what_zh; /* what these records are, written after their number: "errors to correct" */
} TuceMilestone;

/**
 * tuce_milestones:
 * Returns: (transfer none) (element-type TuceMilestone): in the order of the file, which is read once. %NULL with
 * @error where the file is wrong.
 */
GPtrArray *tuce_milestones (GError **error);

/** tuce_milestone_label: Gives its name in the program's language. Not to be freed. */
const char *tuce_milestone_label (const TuceMilestone *milestone);

/** tuce_milestone_what: Gives what the remaining records are, in the program's language. Not to be freed. */
const char *tuce_milestone_what (const TuceMilestone *milestone);

/** tuce_milestone_end: Sets @date to its last day in @year. */
void tuce_milestone_end (const TuceMilestone *milestone, int year, GDate *date);

/**
 * tuce_milestone_days_left:
 * Gives the days from @today to its last day, counting both: 1 on the last day itself, 0 or less after it.
 */
int tuce_milestone_days_left (const TuceMilestone *milestone, int year, const GDate *today);

/**
 * tuce_milestone_query:
 * Gives a query for the records in @scope that remain; the caller owns it. %NULL with @error where the condition is
 * wrong; %NULL without @error where the milestone names no records.
 */
TuceQuery *tuce_milestone_query (const TuceMilestone *milestone, TuceCounty *county, const char *scope, GError **error);

/** tuce_milestone_add_reads: Adds to @reads what counting the remaining records reads. */
void tuce_milestone_add_reads (const TuceMilestone *milestone, TuceReads *reads);

/** tuce_milestone_daily: Gives how many of @remaining have to be done each day; all of them where no day is left. */
gint64 tuce_milestone_daily (gint64 remaining, int days_left);
