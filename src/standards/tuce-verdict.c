/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict.h"

#include "tuce-assessor.h"
#include "tuce-date.h"
#include "tuce-figure.h"

/* By TuceResult: the character in "results", the code in the lists "result" and "assessment_state", the mark. */
static const struct
{
  char character;
  const char *code;
  const char *mark;
} results_of[] = {
  [TUCE_UNCHECKED] = { '-', "unchecked", "unknown" },
  [TUCE_UNMET] = { '0', "unmet", "unmet" },
  [TUCE_MET] = { '1', "met", "met" },
};

TuceResult
tuce_result_from_character (char character)
{
  return character == '1' ? TUCE_MET : character == '0' ? TUCE_UNMET : TUCE_UNCHECKED;
}

char
tuce_result_character (TuceResult result)
{
  return results_of[result].character;
}

const char *
tuce_result_code (TuceResult result)
{
  return results_of[result].code;
}

TuceResult
tuce_result_from_code (const char *code)
{
  return g_str_equal (code, "met") ? TUCE_MET : g_str_equal (code, "unmet") ? TUCE_UNMET : TUCE_UNCHECKED;
}

const char *
tuce_result_mark (TuceResult result)
{
  return results_of[result].mark;
}

TuceTotal
tuce_results_total (const char *results)
{
  TuceTotal total = { TUCE_UNCHECKED, 0, 0, 0 };

  for (const char *at = results; *at; at++)
    switch (tuce_result_from_character (*at))
      {
      case TUCE_MET:
        total.met++;
        break;
      case TUCE_UNMET:
        total.unmet++;
        break;
      case TUCE_UNCHECKED:
        total.unchecked++;
        break;
      }
  /* One criterion unmet: the whole is unmet. None unmet but one not checked, or none at all: not checked. This reading
     of "all must be met" is this program's own, no official rule for unchecked criteria is known. */
  total.whole = total.unmet ? TUCE_UNMET : total.unchecked || !total.met ? TUCE_UNCHECKED : TUCE_MET;
  return total;
}

void
tuce_verdict_free (TuceVerdict *verdict)
{
  g_free (verdict->value);
  g_free (verdict->threshold);
  g_free (verdict->excess);
  g_free (verdict);
}

GPtrArray *
tuce_verdicts (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gint64 id, GError **error)
{
  TuceAssessor *assessor = tuce_assessor_for_county (county, standards, NULL, error);

  return assessor ? tuce_assessor_verdicts (assessor, pack, id, error) : NULL;
}

char *
tuce_rule_sentence (const TuceRule *rule, TuceDictionary *dictionary, const char *figures)
{
  gboolean chinese = tuce_text_is_chinese ();
  g_autoptr (TuceTemplate) original = tuce_template_parse (rule->says_zh, NULL);
  g_autoptr (TuceTemplate) sentence
      = tuce_template_parse (chinese || !*rule->says_en ? rule->says_zh : rule->says_en, NULL);

  if (!original || !sentence)
    return g_strdup (tuce_rule_label (rule));
  return tuce_template_fill (sentence, original, dictionary, figures);
}
