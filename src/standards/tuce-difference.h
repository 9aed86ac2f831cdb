/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"

/**
 * TuceHarvest: what an assessor told, held until it can be compared. Its sink may be filled on one thread and read on another.
 */
typedef struct _TuceHarvest TuceHarvest;

TuceHarvest *tuce_harvest_new (void);
void tuce_harvest_free (TuceHarvest *harvest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceHarvest, tuce_harvest_free)

/** tuce_harvest_sink: Gives a sink that adds to @harvest. */
TuceAssessorSink tuce_harvest_sink (TuceHarvest *harvest);

/**
 * TuceDifference:
 *
 * Which rows of verdicts and findings have to change so that a county file keeps what was told. It is found by comparing, which only
 * reads, in the transaction in which was assessed; and written later, behind the gate, row by row: only what differs. A finding that is no
 * longer told is gone since the day of the run; one told again returns with its history.
 *
 * A row that somebody else has written since is what whoever writes has to look for: see tuce-review-run.c.
 */
typedef struct _TuceDifference TuceDifference;

/** tuce_difference_new: @day: of the run, "2018-07-23" */
TuceDifference *tuce_difference_new (TuceStandards *standards, const char *day);
void tuce_difference_free (TuceDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDifference, tuce_difference_free)

/**
 * tuce_difference_add_chosen:
 * @county: the connection whose assessor has just looked at households
 * @harvest: (transfer full): what it told
 * Adds what differs of those households and of all in them.
 */
gboolean tuce_difference_add_chosen (TuceDifference *difference, TuceCounty *county, TuceHarvest *harvest, GError **error);

/** tuce_difference_add_gone: Adds what is still kept of households that no longer exist. */
gboolean tuce_difference_add_gone (TuceDifference *difference, TuceCounty *county, GError **error);

/** tuce_difference_add_places: likewise of all places of the kind @subject; @harvest: (transfer full) */
gboolean tuce_difference_add_places (TuceDifference *difference, TuceCounty *county, const TuceSubject *subject, TuceHarvest *harvest,
                                     GError **error);

/** tuce_difference_get_n_rows: Returns: how many rows differ, written or not. */
guint tuce_difference_get_n_rows (TuceDifference *difference);

/** tuce_difference_is_written: whether all its rows are. */
gboolean tuce_difference_is_written (TuceDifference *difference);

/**
 * tuce_difference_write:
 * @in_slices: to stop, after a row at least, when tuce_deriving_is_over()
 * Writes what is not written yet, within a deriving transaction.
 */
gboolean tuce_difference_write (TuceDifference *difference, TuceCounty *county, gboolean in_slices, GError **error);
