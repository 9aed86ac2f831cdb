/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdicts of one subject, with the figures they rest on. */
#include "tuce-assessor-private.h"
#include "tuce-date.h"
#include "tuce-rule-text.h"

static TuceProgram *
find_program (TuceAssessor *self, const TucePack *pack, const TuceSubject *subject, GError **error)
{
  TuceProgram *program = g_hash_table_lookup (self->asked, pack);

  if (program)
    return program;
  program = tuce_program_new (self->county, subject, pack->rules, self->parameters, error);
  if (program)
    g_hash_table_insert (self->asked, (gpointer) pack, program);
  return program;
}

/* The figure a verdict rests on, as text for people; "" where the rule has no such figure. */
static char *
figure_words (TuceAssessor *self, TuceProgram *program, const TuceRule *rule, const char *figure, gint64 id,
              gint64 household, GError **error)
{
  g_autofree char *text = tuce_rule_text_sentence (figure);
  g_autofree char *figures = NULL;
  g_autoptr (TuceTemplate) sentence = NULL;
  const char *kept;

  kept = g_intern_string (text);
  figures = tuce_program_figures (program, self->county, self->parameters, rule, kept, id, household, error);
  sentence = figures ? tuce_template_parse (kept, error) : NULL;
  if (!sentence)
    return NULL;
  return tuce_template_fill (sentence, sentence, tuce_county_get_dictionary (self->county), figures);
}

/* Reads the latest inspection of each criterion of one subject. */
static gboolean
read_inspected (TuceAssessor *self, const TucePack *pack, const TuceSubject *subject, gint64 id, GPtrArray *verdicts,
                GError **error)
{
  g_autoptr (TuceStatement) statement
      = subject->by_household
            ? tuce_assessor_compile (self->county, error,
                       "SELECT id, criterion, result FROM inspection WHERE household_id = :subject_id"
                       " AND level = 'household' ORDER BY inspected_on, id")
            : tuce_assessor_compile (self->county, error,
                       "SELECT inspection.id, criterion, result FROM inspection JOIN %s AS place ON place.code ="
                       " inspection.place WHERE place.id = :subject_id AND level = '%s' ORDER BY inspected_on, inspection.id",
                       subject->name, subject->name);
  gboolean row;

  if (!statement)
    return FALSE;
  tuce_statement_bind_integer (statement, ":subject_id", id);
  do
    {
      const TuceRule *rule;

      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      rule = row ? tuce_pack_rule (pack, tuce_statement_text (statement, 1)) : NULL;
      if (rule)
        {
          TuceVerdict *verdict = verdicts->pdata[rule->index];

          verdict->result = tuce_result_from_code (tuce_statement_text (statement, 2));
          verdict->inspection = tuce_statement_integer (statement, 0);
        }
    }
  while (row);
  return TRUE;
}

/* @record: (out): the id of the subject's record. For a kind of subject that lies in households, @id is the household
     and @record the first such record in it; 0 where there is none */
static gboolean
add_verdicts (TuceProgram *program, const TucePack *pack, gint64 id, gint64 *record, GPtrArray *verdicts,
              GError **error)
{
  TuceStatement *statement = program->statement;
  guint column = program->subject->by_household ? TUCE_PROGRAM_HOUSEHOLD : TUCE_PROGRAM_ID;
  gboolean row;

  do
    if (!tuce_statement_step (statement, &row, error))
      return FALSE;
  while (row && tuce_statement_integer (statement, column) != id);
  *record = row ? tuce_statement_integer (statement, TUCE_PROGRAM_ID) : 0;
  for (guint i = 0; i < pack->rules->len; i++)
    {
      TuceVerdict *verdict = g_new0 (TuceVerdict, 1);

      verdict->rule = pack->rules->pdata[i];
      verdict->computed = row ? tuce_result_at (statement, TUCE_PROGRAM_FIRST_RULE + i) : TUCE_UNCHECKED;
      verdict->result = verdict->computed;
      g_ptr_array_add (verdicts, verdict);
    }
  tuce_statement_reset (statement);
  return TRUE;
}

static gboolean
fill_figures (TuceAssessor *self, TuceProgram *program, TuceVerdict *verdict, gint64 id, gint64 household,
              GError **error)
{
  const TuceRule *rule = verdict->rule;
  gboolean chinese = tuce_text_is_chinese ();
  const struct
  {
    const char *figure;
    char **words;
  } figures[] = { { chinese ? rule->value : rule->value_en, &verdict->value },
                  { chinese ? rule->threshold : rule->threshold_en, &verdict->threshold },
                  { rule->excess, &verdict->excess } };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!(*figures[i].words = figure_words (self, program, rule, figures[i].figure, id, household, error)))
      return FALSE;
  return TRUE;
}

GPtrArray *
tuce_assessor_verdicts (TuceAssessor *self, const TucePack *pack, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_verdict_free);
  const TuceSubject *subject = tuce_subject_find (pack->subject);
  TuceProgram *program;
  gint64 record;

  g_return_val_if_fail (subject, NULL);
  if (subject->by_household ? !tuce_assessor_choose (self, &id, 1, error) : !tuce_assessor_fill_facts (self, subject->name, error))
    return NULL;
  program = find_program (self, pack, subject, error);
  if (!program || !add_verdicts (program, pack, id, &record, verdicts, error)
      || !read_inspected (self, pack, subject, id, verdicts, error))
    return NULL;
  for (guint i = 0; i < verdicts->len; i++)
    if (!fill_figures (self, program, verdicts->pdata[i], record, id, error))
      return NULL;
  return g_steal_pointer (&verdicts);
}
