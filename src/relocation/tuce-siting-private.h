/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-siting.h"

/**
 * tuce_candidate_new:
 * Gives a candidate with what @surroundings say about @position; the caller owns it. Who would go there is left 0.
 * @name: (transfer full)
 */
TuceCandidate *tuce_candidate_new (const TuceSurroundings *surroundings, TucePosition position, char *name,
                                   const char *village_code);
