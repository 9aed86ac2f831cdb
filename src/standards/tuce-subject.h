/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * What a rule about a household, a member, a village … may read: data/standards/subjects/ (one FROM clause each) and
 * data/standards/facts/ (figures that are counted for each subject in advance). Read once; may be used on any thread.
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
  gboolean by_household; /* assessed household by household, by joining the table "chosen" */
} TuceSubject;

/** TuceFacts: one file of facts/: a SELECT kept in a temporary table of that name while rules run. */
typedef struct
{
  const char *name;
  const char *of;        /* of which subject; for "household", of those in the table "chosen" */
  const char *select;
  const char *complete;  /* the same for all households at once, to be counted once for a complete run; or NULL */
} TuceFacts;

/**
 * tuce_subjects_load:
 * Reads both folders. This happens once for each data folder; the result stays while the program runs. Fails with
 * TUCE_ERROR_DATA; the message names the file and the mistake.
 */
gboolean tuce_subjects_load (GError **error);

/** tuce_subjects: Returns: (transfer none) (element-type TuceSubject): all of them. Only after tuce_subjects_load(). */
GPtrArray *tuce_subjects (void);

/** tuce_subject_find: Gives the subject @name, or %NULL; also %NULL before tuce_subjects_load(). Not to be freed. */
const TuceSubject *tuce_subject_find (const char *name);

/**
 * tuce_facts:
 * Returns: (transfer none) (element-type TuceFacts): in the order in which they must be filled. Only after
 * tuce_subjects_load().
 */
GPtrArray *tuce_facts (void);

/** tuce_subjects_fingerprint: Gives a text that changes when any of the files does. Not to be freed. */
const char *tuce_subjects_fingerprint (void);
