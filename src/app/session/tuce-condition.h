/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-verdict.h"

/* The type of a condition as the target of an action: path, comparison, value, words. */
#define TUCE_CONDITION_VARIANT "(siss)"

/** TuceCondition: one of the conditions that narrow what is shown. */
typedef struct
{
  char *path;
  const TuceField *field; /* what @path leads to */
  TuceComparison comparison;
  char *value;            /* plain notation; several separated by | */
  char *words;            /* (nullable): how it is said to people, where the dictionary's words don't say it */
} TuceCondition;

TuceCondition *tuce_condition_new (const TuceField *field, const char *path, TuceComparison comparison,
                                   const char *value);
void tuce_condition_free (TuceCondition *condition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceCondition, tuce_condition_free)

/**
 * tuce_condition_for_criterion:
 * Gives the condition that the criterion @rule has @result, as kept, for the records its assessments belong to (of a move:
 * households); %NULL where nothing is kept of its subject.
 */
TuceCondition *tuce_condition_for_criterion (TuceDictionary *dictionary, const TuceRule *rule, TuceResult result);

/** tuce_condition_to_variant: Gives (floating) @condition as the target of an action: see tuce_condition_from_variant(). */
GVariant *tuce_condition_to_variant (const TuceCondition *condition);

/** tuce_condition_from_variant: Gives the condition on records of @entity that @variant stands for; %NULL where its path leads nowhere in this dictionary. */
TuceCondition *tuce_condition_from_variant (const TuceEntity *entity, GVariant *variant);

/** tuce_condition_describe: Gives "Status: not exited" for people, in the dictionary's words. */
char *tuce_condition_describe (const TuceCondition *condition);

/** tuce_conditions_describe: Gives all of them (element-type TuceCondition) and what is searched for in one line, "" for none: what to take away. */
char *tuce_conditions_describe (GPtrArray *conditions, const char *search);

/** tuce_result_label: Returns: the word for @result: met, not met, not checked. */
const char *tuce_result_label (TuceDictionary *dictionary, TuceResult result);
