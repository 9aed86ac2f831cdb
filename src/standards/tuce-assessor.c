/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-assessor-private.h"

gboolean
tuce_assessor_fill_facts (TuceAssessor *self, const char *subject, GError **error)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      FactsTable *table = self->facts->pdata[i];

      if (table->complete || !g_str_equal (table->facts->of, subject))
        continue;
      tuce_statement_set_cancellable (table->fill, self->cancellable);
      if (!tuce_statement_execute (table->clear, error) || !tuce_statement_execute (table->fill, error))
        {
          g_prefix_error (error, "%s: ", table->facts->name);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
tuce_assessor_complete (TuceAssessor *self, GError **error)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      FactsTable *table = self->facts->pdata[i];
      g_autoptr (TuceStatement) fill = NULL;

      if (!table->facts->complete)
        continue;
      fill = tuce_assessor_compile (self->county, error, "INSERT INTO temp.%s %s", table->facts->name, table->facts->complete);
      if (!fill || !tuce_parameters_bind (self->parameters, fill, error))
        return FALSE;
      tuce_statement_set_cancellable (fill, self->cancellable);
      if (!tuce_statement_execute (table->clear, error) || !tuce_statement_execute (fill, error))
        return FALSE;
      table->complete = TRUE;
    }
  return TRUE;
}

gboolean
tuce_assessor_choose (TuceAssessor *self, const gint64 *ids, guint n_ids, GError **error)
{
  if (!tuce_statement_execute (self->forget, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      tuce_statement_bind_integer (self->choose, ":id", ids[i]);
      if (!tuce_statement_execute (self->choose, error))
        return FALSE;
    }
  return tuce_assessor_fill_facts (self, "household", error);
}

TuceResult
tuce_result_at (TuceStatement *statement, guint column)
{
  if (tuce_statement_kind (statement, column) == TUCE_VALUE_NONE)
    return TUCE_UNCHECKED;
  return tuce_statement_integer (statement, column) ? TUCE_MET : TUCE_UNMET;
}

static GHashTable *
read_inspections (TuceAssessor *self, Level *level, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gboolean row;

  do
    {
      gint64 id;
      const TuceRule *rule;
      const char *result;
      char *said;

      if (!tuce_statement_step (level->inspections, &row, error))
        return NULL;
      rule = row ? tuce_pack_rule (level->pack, tuce_statement_text (level->inspections, 1)) : NULL;
      if (!rule)
        continue;
      id = tuce_statement_integer (level->inspections, 0);
      result = tuce_statement_text (level->inspections, 2);
      said = g_hash_table_lookup (by_id, &id);
      if (!said)
        {
          said = g_strnfill (level->pack->rules->len, ' ');
          g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), said);
        }
      said[rule->index] = tuce_result_character (tuce_result_from_code (result));
    }
  while (row);
  return g_steal_pointer (&by_id);
}

static gboolean
keep_verdict (Level *level, gint64 id, const char *results, GError **error)
{
  TuceTotal total = tuce_results_total (results);

  tuce_statement_bind_integer (level->keep, ":id", id);
  tuce_statement_bind_text (level->keep, ":pack", level->pack->name);
  tuce_statement_bind_text (level->keep, ":results", results);
  tuce_statement_bind_text (level->keep, ":state", tuce_result_code (total.whole));
  tuce_statement_bind_integer (level->keep, ":met", total.met);
  tuce_statement_bind_integer (level->keep, ":unmet", total.unmet);
  tuce_statement_bind_integer (level->keep, ":unchecked", total.unchecked);
  return tuce_statement_execute (level->keep, error);
}

/* Unless the run was cancelled, a rule has failed: the error is made to name that rule. */
static gboolean
fail_with (TuceAssessor *self, TuceProgram *program, GError *failed, GError **error)
{
  tuce_statement_reset (program->statement);
  if (!g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tuce_program_blame (program, self->county, self->parameters, &failed);
  g_propagate_error (error, failed);
  return FALSE;
}

static gboolean
run_standard (TuceAssessor *self, Level *level, const TuceAssessorSink *sink, GError **error)
{
  g_autoptr (GHashTable) inspected = read_inspections (self, level, error);
  TuceStatement *statement = level->standard->statement;
  guint n = level->pack->rules->len;
  g_autofree char *results = g_strnfill (n, '-');
  GError *failed = NULL;
  gboolean row = TRUE;

  if (!inspected || !tuce_statement_execute (level->clear, error))
    return FALSE;
  tuce_statement_set_cancellable (statement, self->cancellable);
  while (!failed && tuce_statement_step (statement, &row, &failed) && row)
    {
      gint64 id = tuce_statement_integer (statement, 0);
      const char *said = g_hash_table_lookup (inspected, &id);

      for (guint i = 0; i < n; i++)
        results[i] = said && said[i] != ' '
                         ? said[i]
                         : tuce_result_character (tuce_result_at (statement, TUCE_PROGRAM_FIRST_RULE + i));
      if (keep_verdict (level, id, results, &failed))
        sink->assessed (level->subject, id, results, sink->data);
    }
  return !failed || fail_with (self, level->standard, failed, error);
}

static gboolean
tell_finding (TuceAssessor *self, Level *level, const TuceRule *rule, const TuceAssessorSink *sink, GError **error)
{
  TuceStatement *statement = level->checks->statement;
  gint64 id = tuce_statement_integer (statement, 0);
  gint64 household = tuce_statement_integer (statement, 1);
  g_autofree char *figures = tuce_program_figures (level->checks, self->county, self->parameters, rule, rule->says_zh, id,
                                                   household, error);

  if (!figures)
    return FALSE;
  sink->found (rule, id, household, tuce_statement_text (statement, 2), figures, sink->data);
  return TRUE;
}

static gboolean
run_checks (TuceAssessor *self, Level *level, const TuceAssessorSink *sink, GError **error)
{
  TuceStatement *statement = level->checks->statement;
  GPtrArray *rules = level->checks->rules;
  GError *failed = NULL;
  gboolean row = TRUE;

  tuce_statement_set_cancellable (statement, self->cancellable);
  while (!failed && tuce_statement_step (statement, &row, &failed) && row)
    for (guint i = 0; i < rules->len && !failed; i++)
      if (tuce_result_at (statement, TUCE_PROGRAM_FIRST_RULE + i) == TUCE_MET)
        tell_finding (self, level, rules->pdata[i], sink, &failed);
  return !failed || fail_with (self, level->checks, failed, error);
}

static gboolean
run_level (TuceAssessor *self, Level *level, const TuceAssessorSink *sink, GError **error)
{
  return (!level->standard || run_standard (self, level, sink, error))
         && (!level->checks || run_checks (self, level, sink, error));
}

gboolean
tuce_assessor_households (TuceAssessor *self, const gint64 *ids, guint n_ids, const TuceAssessorSink *sink,
                          GError **error)
{
  if (!tuce_assessor_choose (self, ids, n_ids, error))
    return FALSE;
  /* first the verdicts of the household and of all inside it, then the checks: a check may read these verdicts */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->levels->len; i++)
      {
        Level *level = self->levels->pdata[i];

        if (!level->subject->by_household)
          continue;
        if (pass == 0 && level->standard && !run_standard (self, level, sink, error))
          return FALSE;
        if (pass == 1 && level->checks && !run_checks (self, level, sink, error))
          return FALSE;
      }
  return TRUE;
}

static Level *
find_level (TuceAssessor *self, const char *subject)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      Level *level = self->levels->pdata[i];

      if (g_str_equal (level->subject->name, subject))
        return level;
    }
  return NULL;
}

gboolean
tuce_assessor_places (TuceAssessor *self, const char *subject, const TuceAssessorSink *sink, GError **error)
{
  Level *level = find_level (self, subject);

  g_return_val_if_fail (level && !level->subject->by_household, FALSE);
  return tuce_assessor_fill_facts (self, subject, error) && run_level (self, level, sink, error);
}

GHashTable *
tuce_assessor_peers (TuceAssessor *self, gint64 household, GError **error)
{
  g_autoptr (GHashTable) peers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->peers->len; i++)
    {
      TuceStatement *statement = self->peers->pdata[i];
      gboolean row;

      tuce_statement_bind_integer (statement, ":household", household);
      do
        {
          gint64 id;

          if (!tuce_statement_step (statement, &row, error))
            return NULL;
          id = row ? tuce_statement_integer (statement, 0) : 0;
          if (id && id != household)
            g_hash_table_add (peers, g_memdup2 (&id, sizeof id));
        }
      while (row);
    }
  return g_steal_pointer (&peers);
}

