/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-pending.h"

/* Between the files of TucePending only: tuce-pending.c holds, -record.c is one of what it holds, -read.c reads
 * them, -check.c finds
 * what is wrong, -verdicts.c what is met, -save.c writes, -draft.c keeps. */

struct _TucePendingRecord
{
  TuceRecord *saved;
  char **typed;      /* by field index, NULL where nothing was typed */
  char **kept;       /* likewise: what the register would work out of what was typed, where it keeps that itself */
  gboolean removed;
  guint number;      /* tells new records apart: 1, 2 … in the order they were added; 0 for one in the file */
  gint64 written_id; /* the id it has or was given by the last check or save, to find its problems by */
};

struct _TucePending
{
  GObject parent_instance;

  TuceCounty *county;
  const TuceEntity *entity;
  GPtrArray *records;  /* TucePendingRecord, the main one first */
  GPtrArray *problems; /* TucePendingProblem */
  TuceStandards *standards; /* by which what was typed is judged, or NULL */
  GHashTable *verdicts;     /* subject → TuceVerdict array, by the last check */
  guint last_number;
  gboolean strict;     /* also what is still missing is a problem: once a save was tried */

  gboolean saving;     /* what the county reports now is our own */
  char *draft_since;   /* of a draft in the file */
  gboolean restored;   /* that draft was there when the record was opened */
  gboolean draft_due;  /* something was typed since the draft was kept */
  guint check_source;
  guint draft_source;
};

TucePendingRecord *tuce_pending_record_new (TuceRecord *saved); /* takes it */
/* Sets what the register works out for @field, %NULL where it is what the file has. Returns: whether it is another now. */
gboolean tuce_pending_record_set_kept (TucePendingRecord *record, const TuceField *field, char *text);
void tuce_pending_record_clear_typed (TucePendingRecord *record);
gboolean tuce_pending_record_is_waiting (const TucePendingRecord *record); /* a save would write it */

/* Gives the records of the card as the file has them, the main one first (TuceRecord). */
GPtrArray *tuce_pending_read (TucePending *pending, gint64 id, GError **error);

/* Begins the card of a record that is to be added, with an empty record of all there is one of. */
void tuce_pending_start (TucePending *pending, const char *place);

void tuce_pending_schedule_check (TucePending *pending);
void tuce_pending_check_later (TucePending *pending); /* when the file could not be had now */

/*
 * Puts what is pending into @edit (%NULL: nothing can be written now) and lists what is wrong with it; @assessor (nullable) says what
 * would be met. ::checked is the caller's to emit, once the edit is over. Returns:
 * the records written, by index, %NULL where one is not to be.
 */
GPtrArray *tuce_pending_try (TucePending *pending, TuceEdit *edit, TuceAssessor *assessor);
void tuce_pending_emit_records_changed (TucePending *pending);
void tuce_pending_problem_free (TucePendingProblem *problem);

/* Gives what judges the pending records inside the edit that tries them, %NULL where nobody asks. To be had before the edit. */
TuceAssessor *tuce_pending_get_assessor (TucePending *pending);

/* Asks for the verdicts on the records as they now stand in the file; @id is that of the main one. */
void tuce_pending_judge (TucePending *pending, TuceAssessor *assessor, gint64 id);

/* Puts the @parsed records (by index, %NULL where one is not to be written) into @edit. On failure @at is the record that was refused. */
gboolean tuce_pending_write (TucePending *pending, TuceEdit *edit, GPtrArray *parsed, guint *at, GError **error);

/* Applies the draft kept for the main record, if any. Returns: %FALSE where it can't be read. */
gboolean tuce_pending_restore_draft (TucePending *pending, GError **error);
gboolean tuce_pending_drop_draft (TucePending *pending, GError **error);
