/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/** The three results; as a character in the field "results" of an assessment: '1', '0', '-'. */
typedef enum
{
  TUCE_UNCHECKED,
  TUCE_UNMET,
  TUCE_MET
} TuceResult;

TuceResult tuce_result_from_character (char character);
char tuce_result_character (TuceResult result);
/** tuce_result_code: its code in the lists "result" and "assessment_state": met, unmet, unchecked. */
const char *tuce_result_code (TuceResult result);
TuceResult tuce_result_from_code (const char *code);
/** tuce_result_mark: name of its line in data/cartography/marks.csv (shape, colours, word). */
const char *tuce_result_mark (TuceResult result);

/** TuceTotal: the criteria of one subject counted; whole is met only when all are. */
typedef struct
{
  TuceResult whole;
  guint met, unmet, unchecked;
} TuceTotal;

TuceTotal tuce_results_total (const char *results);

/** TuceVerdict: what holds for one criterion of one subject, and why. */
typedef struct
{
  const TuceRule *rule;
  TuceResult result;    /* what counts: the latest inspection's where there is one, else computed */
  TuceResult computed;  /* what the data say */
  gint64 inspection;    /* id of the inspection that set it, or 0 */
  char *value;          /* as people read it, "" where there is none */
  char *threshold;
  char *excess;         /* by how much the value is beyond, "" where the rule does not say */
} TuceVerdict;

void tuce_verdict_free (TuceVerdict *verdict);

/**
 * tuce_verdicts:
 * Works out the verdicts of one subject afresh, by @pack (a standard of @standards). A fraction of a millisecond once
 * warm: what was compiled stays with @county. On its thread.
 * @id: of the household, village, … record
 * Returns: (transfer full) (element-type TuceVerdict): one for each criterion, in the pack's order.
 */
GPtrArray *tuce_verdicts (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gint64 id, GError **error);

/** tuce_rule_sentence: Gives the sentence of a finding: @figures as kept in finding.figures. In the program's language. */
char *tuce_rule_sentence (const TuceRule *rule, TuceDictionary *dictionary, const char *figures);
