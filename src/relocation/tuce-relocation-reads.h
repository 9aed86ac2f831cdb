/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/* What the figures of this floor are made from: beside the parameters, the office's own, all of which they take. */

/** tuce_site_boards_add_reads: Adds what tuce_site_boards_load() reads. */
void tuce_site_boards_add_reads (TuceReads *reads);

/** tuce_schedule_add_reads: Adds what tuce_timetable_load() and tuce_schedule_load() read. */
void tuce_schedule_add_reads (TuceReads *reads);

/** tuce_scenarios_add_reads: Adds what tuce_plan_figures_load() and tuce_plan_unplaced() read, of any scenario. */
void tuce_scenarios_add_reads (TuceReads *reads);
