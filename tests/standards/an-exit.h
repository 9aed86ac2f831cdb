/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/* A household exit as a pack: the nine steps of data/standards/sichuan-exit-household.sql, with the gates an office
   might write. */
extern const char an_exit_pack[];

#define AN_EXIT_DAY "2018-11-20"

TucePack *an_exit (void);
TuceProcedure *an_exit_procedure (TuceCounty *county, TucePack *pack);

/* Plans the household's exit for this year, and makes it meet the standard (or not). */
void an_exit_plan (TuceCounty *county, gint64 household, gboolean up_to_standard);

/* A record of @step whose values let it pass, on days that follow those of the step before. */
TuceRecord *an_exit_step (TuceProcedure *procedure, const char *step, gint64 household);

/* Records @step and all steps before it that are not recorded yet. */
void an_exit_go (TuceProcedure *procedure, const char *step, gint64 household);
