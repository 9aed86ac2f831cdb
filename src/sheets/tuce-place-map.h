/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-sheet.h"

/**
 * tuce_place_map_form:
 * @code: of a village or township of @county, or of the county itself
 *
 * Gives the form (data/forms/maps/) of one page with the map of the division @code; the caller owns it. Sets @id to the
 * division's record, for a TucePrintRun. %NULL with TUCE_ERROR_NOT_FOUND where there is no such division.
 */
TuceForm *tuce_place_map_form (TuceCounty *county, const char *code, gint64 *id, GError **error);

/**
 * tuce_place_map_run:
 * Gives the run that prints this one page; the caller owns it. @scene: (nullable): a scene to paint from, so that none
 * has to be loaded
 */
TucePrintRun *tuce_place_map_run (TuceCounty *county, const char *code, TuceScene *scene, GError **error);
