/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-count-list.h"
#include "tuce-standards.h"

/** tuce_rule_list_new: Gives a list of the checks that found something, in groups by how much they weigh; keys are codes of rules. */
GtkWidget *tuce_rule_list_new (void);

/**
 * tuce_rule_list_fill:
 * @groups: (element-type TuceGroup): findings by the code of their rule
 * @dictionary: whose words there are for severities
 *
 * A rule that is chosen stays in the list when it has no finding any more.
 */
void tuce_rule_list_fill (TuceCountList *list, TuceStandards *standards, TuceDictionary *dictionary, GPtrArray *groups);
