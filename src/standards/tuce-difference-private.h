/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-difference.h"
#include "tuce-statement.h"

/* Between tuce-harvest.c, which holds what was told, tuce-difference.c, which compares, and tuce-difference-write.c. */

/* By what a finding is known. */
typedef struct
{
  const char *rule;
  gint64 id; /* of the subject */
} FindingKey;

/* A verdict or finding as told; texts lie in the harvest's chunk. */
typedef struct
{
  const TuceSubject *subject;
  gint64 id;
  const char *results;
  gboolean kept; /* a row of it is in the file */
} Told;

typedef struct
{
  FindingKey key;
  const TuceRule *rule;
  gint64 household;
  const char *place;
  const char *figures;
  gboolean kept;
} Found;

struct _TuceHarvest
{
  GArray *told;
  GArray *found;
  GStringChunk *texts;
};

/* What somebody decided about a finding. */
typedef struct
{
  FindingKey key;
  char *rule;
  char *disposition;
  char *figures;
  char *by;
  char *on;
  char *note;
} Disposal;

/* One row that has to change. */
typedef struct
{
  gint64 row;                 /* of the file; 0 for one to be added */
  const TuceSubject *subject; /* of verdicts; NULL for findings */
  const Told *told;           /* what the row will say; both NULL: nothing any more */
  const Found *found;
  const Disposal *disposal; /* of the finding, or NULL */
} Row;

struct _TuceDifference
{
  TuceStandards *standards;
  char *day;
  GPtrArray *harvests;  /* TuceHarvest: rows point into them */
  GPtrArray *disposals; /* Disposal: likewise */
  GArray *rows;         /* Row */
  guint n_written;
};

/** tuce_assessment_entity: Gives the entity in which the verdicts of a kind of subject are kept, or NULL. */
const TuceEntity *tuce_assessment_entity (TuceCounty *county, const TuceSubject *subject);

/**
 * tuce_assessed_by:
 * Gives the field of the subject by which its assessments are found: its own code where they belong to a place, the field of
 * the same name where both belong to another record (relocation.household_id), else its id.
 */
const char *tuce_assessed_by (TuceCounty *county, const TuceSubject *subject, const TuceEntity *assessment);
