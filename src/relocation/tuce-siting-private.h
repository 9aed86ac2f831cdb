/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-siting.h"

/** tuce_candidate_new: @name: (transfer full): Gives a candidate with what its surroundings say; who would go there is left open. */
TuceCandidate *tuce_candidate_new (const TuceSurroundings *surroundings, TucePosition position, char *name,
                                   const char *village_code);
