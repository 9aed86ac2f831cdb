/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-standards.h"

/**
 * TuceRuleList:
 *
 * The checks that found something, with how many findings each has, in groups by how much they weigh; one of them, or all,
 * is chosen.
 *
 * ::chosen: another rule was chosen
 */
#define TUCE_TYPE_RULE_LIST (tuce_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceRuleList, tuce_rule_list, TUCE, RULE_LIST, GtkWidget)

GtkWidget *tuce_rule_list_new (void);

/**
 * tuce_rule_list_set_counts:
 * @groups: (element-type TuceGroup): findings by the code of their rule
 * @dictionary: whose words there are for severities
 *
 * A rule that is chosen stays chosen, and stays in the list, when it has no finding any more.
 */
void tuce_rule_list_set_counts (TuceRuleList *list, TuceStandards *standards, TuceDictionary *dictionary,
                                GPtrArray *groups);

/** tuce_rule_list_get_chosen: Returns: (nullable): the code of the rule chosen, %NULL for all. */
const char *tuce_rule_list_get_chosen (TuceRuleList *list);

/** tuce_rule_list_choose: as a click on it does. */
void tuce_rule_list_choose (TuceRuleList *list, const char *rule);

/** tuce_rule_list_get_count: Returns: what stands beside @rule (%NULL: all), or 0. */
gint64 tuce_rule_list_get_count (TuceRuleList *list, const char *rule);
