/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-world.h"
#include "tuce-edit.h"

/**
 * tuce_demo_load_shapes: Returns: (transfer full) (element-type TuceShape): the shapes on @layer of @county, or %NULL with
 * @error.
 */
GPtrArray *tuce_demo_load_shapes (TuceCounty *county, const char *layer, GError **error);

/** tuce_demo_parameter: Gives the value of the parameter @key in @year; 0 where it has none. */
double tuce_demo_parameter (TuceCounty *county, const char *key, int year);

/** tuce_demo_money: Gives a hundred times the value of the parameter @key in @year: fen for yuan, 0.01 m² for m². */
gint64 tuce_demo_money (TuceCounty *county, const char *key, int year);

/**
 * tuce_demo_invent_parameters: Sets an invented value for parameters that rules need and that no document available states;
 * their source says that they are invented.
 */
gboolean tuce_demo_invent_parameters (TuceCounty *county, TuceEdit *edit, int year, GError **error);

/** tuce_demo_learn_limits: Sets @limits from the parameters of @year. */
void tuce_demo_learn_limits (TuceDemoLimits *limits, TuceCounty *county, int year);
