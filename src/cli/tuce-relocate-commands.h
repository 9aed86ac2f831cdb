/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"

/* The commands of "tuce-cli relocate". tuce-cli-relocate.c describes each in a table, for the help. They work and fail
   as the commands of tuce-commands.h do. */

/**
 * tuce_cli_relocate_photos:
 * Compares the photos of the register with their files: which are missing, altered or no longer used.
 */
gboolean tuce_cli_relocate_photos (TuceInvocation *invocation, GError **error);

/**
 * tuce_cli_relocate_redlines:
 * Prints for relocated households whether the four red lines are kept, and by which figures.
 */
gboolean tuce_cli_relocate_redlines (TuceInvocation *invocation, GError **error);

/**
 * tuce_cli_relocate_sites:
 * Prints the resettlement sites, the most overdue first, with stage, capacity, who moved in, ground and surroundings.
 */
gboolean tuce_cli_relocate_sites (TuceInvocation *invocation, GError **error);

/** tuce_cli_relocate_assign: Works out a scenario, prints who would move to which site, and adopts it with --adopt. */
gboolean tuce_cli_relocate_assign (TuceInvocation *invocation, GError **error);
