/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-world.h"
#include "tuce-edit.h"

/** tuce_demo_load_shapes: Returns: (element-type TuceShape): what is drawn on @layer of @county, or %NULL with @error. */
GPtrArray *tuce_demo_load_shapes (TuceCounty *county, const char *layer, GError **error);

/** tuce_demo_parameter: Gives the value of @key in @year, 0 where there is none. */
double tuce_demo_parameter (TuceCounty *county, const char *key, int year);

/** tuce_demo_money: Likewise of a sum in yuan, in fen; of square metres, in hundredths. */
gint64 tuce_demo_money (TuceCounty *county, const char *key, int year);

/** tuce_demo_invent_parameters: Gives a value to what no document at hand tells, where rules need one; it says so. */
gboolean tuce_demo_invent_parameters (TuceCounty *county, TuceEdit *edit, int year, GError **error);

/** tuce_demo_learn_limits: sets @limits to the parameters of @year. */
void tuce_demo_learn_limits (TuceDemoLimits *limits, TuceCounty *county, int year);
