/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-sheet.h"

/**
 * tuce_place_map_form:
 * @code: of a village or township of @county, or its own
 *
 * Gives the form (data/forms/maps/) that is one leaf with the map of the division @code, and sets @id to its record:
 * what a TucePrintRun is made from. Refused where there is no such division.
 */
TuceForm *tuce_place_map_form (TuceCounty *county, const char *code, gint64 *id, GError **error);

/** tuce_place_map_run: Gives the run of one leaf. @scene: (nullable): what to paint it from, so that it need not be loaded. */
TucePrintRun *tuce_place_map_run (TuceCounty *county, const char *code, TuceScene *scene, GError **error);
