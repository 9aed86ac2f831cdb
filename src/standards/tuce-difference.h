/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"

/**
 * TuceHarvest: what an assessor reported, collected until it can be compared. It may be filled on one thread and read
 * on another, but not at the same time.
 */
typedef struct _TuceHarvest TuceHarvest;

/** tuce_harvest_new: Gives an empty harvest, which the caller owns. */
TuceHarvest *tuce_harvest_new (void);

/** tuce_harvest_free: Frees the harvest with all texts in it. */
void tuce_harvest_free (TuceHarvest *harvest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceHarvest, tuce_harvest_free)

/** tuce_harvest_sink: Gives a sink that adds to @harvest, which must outlive it. */
TuceAssessorSink tuce_harvest_sink (TuceHarvest *harvest);

/**
 * TuceDifference:
 *
 * Which rows of verdicts and findings must change so that the county file stores what an assessor reported. It is found
 * by comparing, which only reads, in the same transaction in which the subjects were assessed. It is written later,
 * inside the gate, row by row, and only what differs. A finding that is no longer reported gets the day of the run as
 * the day it went ("gone_on"); one that is reported again gets its old row back, with its history.
 *
 * It does not notice when somebody else writes the same rows between comparing and writing: the caller has to check
 * that (see tuce-review-run.c).
 */
typedef struct _TuceDifference TuceDifference;

/** tuce_difference_new: Gives an empty difference, which the caller owns. @day: of the run, "2018-07-23" */
TuceDifference *tuce_difference_new (TuceStandards *standards, const char *day);

/** tuce_difference_free: Frees it; rows that are not written are lost. */
void tuce_difference_free (TuceDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDifference, tuce_difference_free)

/**
 * tuce_difference_add_chosen:
 * @county: the connection whose assessor has just assessed households
 * @harvest: (transfer full): what it reported
 * Adds what differs for those households and all inside them. Fails only when the file can't be read.
 */
gboolean tuce_difference_add_chosen (TuceDifference *difference, TuceCounty *county, TuceHarvest *harvest, GError **error);

/** tuce_difference_add_gone: Adds the stored rows of households that no longer exist, to be deleted. */
gboolean tuce_difference_add_gone (TuceDifference *difference, TuceCounty *county, GError **error);

/**
 * tuce_difference_add_places:
 * Adds what differs for all places of the kind @subject. @harvest: (transfer full): what was reported about them
 */
gboolean tuce_difference_add_places (TuceDifference *difference, TuceCounty *county, const TuceSubject *subject, TuceHarvest *harvest,
                                     GError **error);

/** tuce_difference_get_n_rows: Gives how many rows differ, whether already written or not. */
guint tuce_difference_get_n_rows (TuceDifference *difference);

/** tuce_difference_is_written: Whether all its rows are written. */
gboolean tuce_difference_is_written (TuceDifference *difference);

/**
 * tuce_difference_write:
 * @in_slices: whether to stop when tuce_deriving_is_over(), after one row at least
 * Writes the rows that are not written yet, within a deriving transaction. Call it again, in another transaction, until
 * tuce_difference_is_written().
 */
gboolean tuce_difference_write (TuceDifference *difference, TuceCounty *county, gboolean in_slices, GError **error);
