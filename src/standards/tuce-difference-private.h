/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-difference.h"
#include "tuce-statement.h"

/* Shared by tuce-harvest.c (collects results), tuce-difference.c (compares them with the stored rows) and
   tuce-difference-write.c. */

/* The key of a finding. */
typedef struct
{
  const char *rule;
  gint64 id; /* of the subject */
} FindingKey;

/* A verdict or finding as the assessor reported it; its texts belong to the harvest. */
typedef struct
{
  const TuceSubject *subject;
  gint64 id;
  const char *results;
  gboolean kept; /* the file already has a row for it */
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

/* One row that must change. */
typedef struct
{
  gint64 row;                 /* id of the row in the file; 0 for a row to be added */
  const TuceSubject *subject; /* for verdicts; NULL for findings */
  const Told *told;           /* what the row will say; where @told and @found are both NULL, the row goes */
  const Found *found;
  const Disposal *disposal; /* the decision about the finding, or NULL */
} Row;

struct _TuceDifference
{
  TuceStandards *standards;
  char *day;
  GPtrArray *harvests;  /* TuceHarvest: kept alive because rows point into them */
  GPtrArray *disposals; /* Disposal: kept alive for the same reason */
  GArray *rows;         /* Row */
  guint n_written;
};

/**
 * tuce_assessment_entity:
 * Gives the entity in which the verdicts of a kind of subject are stored, or %NULL where it has none.
 */
const TuceEntity *tuce_assessment_entity (TuceCounty *county, const TuceSubject *subject);

/**
 * tuce_assessed_by:
 * Gives the field of the subject's record by which its assessments are found: the place code where both belong to a
 * place; the field of the same name where both belong to another record (relocation.household_id); otherwise the id.
 */
const char *tuce_assessed_by (TuceCounty *county, const TuceSubject *subject, const TuceEntity *assessment);
