/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * What a rule about a household, a member, a village … may look at: data/standards/subjects/ (one FROM clause each) and
 * data/standards/facts/ (figures counted for each subject beforehand). Read once, immutable, for any thread.
 */

/** TuceSubject: one file of subjects/. */
typedef struct
{
  const char *name;      /* household, member, village … : an entity */
  const char *label_en;
  const char *label_zh;
  const char *from;      /* "FROM chosen CROSS JOIN household …" */
  const char *id;        /* SQL of the record's id */
  const char *household; /* SQL of the household it belongs to, or "NULL" */
  const char *place;     /* SQL of the division it lies in */
  gboolean by_household; /* looked at household by household, through the table "chosen" */
} TuceSubject;

/** TuceFacts: one file of facts/: a SELECT kept in a temporary table of that name while rules run. */
typedef struct
{
  const char *name;
  const char *of;        /* of which subject; "household" ones are about those in "chosen" */
  const char *select;
  const char *complete;  /* the same for all households at once, so that it is counted once for a complete run; or NULL */
} TuceFacts;

/** tuce_subjects_load: Reads both folders, once for a folder and kept as long as the program runs. TUCE_ERROR_DATA names file and mistake. */
gboolean tuce_subjects_load (GError **error);

/** tuce_subjects: Returns: (element-type TuceSubject); after tuce_subjects_load(). */
GPtrArray *tuce_subjects (void);
const TuceSubject *tuce_subject_find (const char *name);

/** tuce_facts: Returns: (element-type TuceFacts): in the order in which they are filled. */
GPtrArray *tuce_facts (void);

/** tuce_subjects_fingerprint: Gives a text that differs when any of the files does. */
const char *tuce_subjects_fingerprint (void);
