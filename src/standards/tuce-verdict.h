/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/** TuceResult: the three results; in the field "results" of an assessment they are the characters '-', '0', '1'. */
typedef enum
{
  TUCE_UNCHECKED,
  TUCE_UNMET,
  TUCE_MET
} TuceResult;

/** tuce_result_from_character: Gives the result for '1' (met) or '0' (unmet); any other character is not checked. */
TuceResult tuce_result_from_character (char character);

/** tuce_result_character: Gives '1', '0' or '-' for met, unmet, not checked. */
char tuce_result_character (TuceResult result);

/**
 * tuce_result_code:
 * Gives its code in the lists "result" and "assessment_state": met, unmet, unchecked. Not to be freed.
 */
const char *tuce_result_code (TuceResult result);

/** tuce_result_from_code: Gives the result for "met" or "unmet"; any other text is not checked. */
TuceResult tuce_result_from_code (const char *code);

/**
 * tuce_result_mark:
 * Gives the name of its line in data/cartography/marks.csv (shape, colours, word). Not to be freed.
 */
const char *tuce_result_mark (TuceResult result);

/** TuceTotal: the criteria of one subject counted by result; @whole is met only when all are met. */
typedef struct
{
  TuceResult whole;
  guint met, unmet, unchecked;
} TuceTotal;

/**
 * tuce_results_total:
 * Counts @results, one character for each criterion. With none at all, the whole is not checked.
 */
TuceTotal tuce_results_total (const char *results);

/** TuceVerdict: what holds for one criterion of one subject, and why. */
typedef struct
{
  const TuceRule *rule;
  TuceResult result;    /* the result that counts: of the latest inspection if there is one, else @computed */
  TuceResult computed;  /* the result according to the data */
  gint64 inspection;    /* id of the inspection that set it, or 0 */
  char *value;          /* as people read it; "" where there is none */
  char *threshold;
  char *excess;         /* by how much the limit is exceeded; "" where the rule does not say */
} TuceVerdict;

/** tuce_verdict_free: Frees one verdict. */
void tuce_verdict_free (TuceVerdict *verdict);

/**
 * tuce_verdicts:
 * @pack: a standard of @standards
 * @id: of the household, village, … record
 * Works out the verdicts of one subject, without the stored ones. Takes a fraction of a millisecond when repeated,
 * because the compiled rules stay with @county. On the thread of @county.
 * Returns: (transfer full) (element-type TuceVerdict): one for each criterion, in the pack's order; %NULL with @error.
 */
GPtrArray *tuce_verdicts (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gint64 id, GError **error);

/**
 * tuce_rule_sentence:
 * Gives the sentence of a finding in the program's language; the caller owns it. @figures: as stored in finding.figures
 */
char *tuce_rule_sentence (const TuceRule *rule, TuceDictionary *dictionary, const char *figures);
