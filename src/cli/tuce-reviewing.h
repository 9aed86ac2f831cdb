/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"
#include "tuce-standards.h"

/**
 * tuce_reviewing_open:
 * Opens the county of the first parameter, loads its packs and brings what is kept of verdicts and
 * findings up to date. A county that can only be read is taken as it was left, and standard error
 * says so; so it does of packs that were left out, for which the command ends with
 * %TUCE_EXIT_WRONG.
 */
TuceCounty *
tuce_reviewing_open (TuceInvocation *invocation, TuceStandards **standards, GError **error);
