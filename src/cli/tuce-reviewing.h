/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"
#include "tuce-standards.h"

/**
 * tuce_reviewing_open:
 * Opens the county that the first parameter names, loads its packs and brings the stored verdicts and findings up to
 * date. The caller owns it and @standards, which are set to those packs; %NULL with @error. A county that can only be
 * read is taken as it is, with a message on standard error. Packs that were left out are also reported there; the
 * command then ends with %TUCE_EXIT_WRONG.
 */
TuceCounty *
tuce_reviewing_open (TuceInvocation *invocation, TuceStandards **standards, GError **error);
