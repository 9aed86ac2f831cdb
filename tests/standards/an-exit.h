/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/* A household exit as a pack: the nine steps of domain.md §6.1 with the gates an office would write. */
extern const char an_exit_pack[];

#define AN_EXIT_DAY "2018-11-20"

TucePack *an_exit (void);
TuceProcedure *an_exit_procedure (TuceCounty *county, TucePack *pack);

/* Makes the household one that is planned to exit, up to standard this year (or not). */
void an_exit_plan (TuceCounty *county, gint64 household, gboolean up_to_standard);

/* A record of @step, filled so that its gates let pass after the step before on the usual days. */
TuceRecord *an_exit_step (TuceProcedure *procedure, const char *step, gint64 household);

/* Records @step and everything before it that is missing. */
void an_exit_go (TuceProcedure *procedure, const char *step, gint64 household);
