/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/* Which fields the figures of this folder are made from. All of them also read the office's parameters. */

/** tuce_site_boards_add_reads: Adds to @reads what tuce_site_boards_load() reads. */
void tuce_site_boards_add_reads (TuceReads *reads);

/** tuce_schedule_add_reads: Adds to @reads what tuce_timetable_load() and tuce_schedule_load() read. */
void tuce_schedule_add_reads (TuceReads *reads);

/**
 * tuce_scenarios_add_reads:
 * Adds to @reads what tuce_plan_figures_load() and tuce_plan_unplaced() read, for any scenario.
 */
void tuce_scenarios_add_reads (TuceReads *reads);
