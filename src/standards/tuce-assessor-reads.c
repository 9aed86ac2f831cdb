/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields an assessor reads: only a change of one of them can change its results. */
#include "tuce-assessor-private.h"

#include <string.h>

static void
add_level (TuceAssessor *self, const Level *level, TuceReads *reads)
{
  if (level->standard)
    tuce_program_add_reads (level->standard, self->county, self->parameters, reads);
  if (level->checks)
    tuce_program_add_reads (level->checks, self->county, self->parameters, reads);
  if (level->inspections)
    tuce_reads_add_all (reads, tuce_statement_reads (level->inspections));
}

/* Whether a rule reads the temporary table with the verdicts about @subject. */
static gboolean
is_named_by (GPtrArray *rules, const TuceSubject *subject)
{
  g_autofree char *table = g_strconcat (subject->name, "_standard", NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const TuceRule *rule = rules->pdata[i];

      if (strstr (rule->expression, table) || strstr (rule->says_zh, table))
        return TRUE;
    }
  return FALSE;
}

gboolean
tuce_assessor_rests_on_kept (TuceAssessor *self, const TuceSubject *subject)
{
  g_autoptr (TuceReads) reads = tuce_reads_new (tuce_county_get_dictionary (self->county));

  for (guint i = 0; i < self->facts->len; i++)
    {
      const FactsTable *table = self->facts->pdata[i];

      if (g_str_equal (table->facts->of, subject->name))
        tuce_reads_add_all (reads, tuce_statement_reads (table->fill));
    }
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = self->levels->pdata[i];

      if (level->subject == subject)
        add_level (self, level, reads);
      for (guint s = 0; s < tuce_subjects ()->len; s++)
        {
          const TuceSubject *place = tuce_subjects ()->pdata[s];

          if (!place->by_household
              && ((level->standard && is_named_by (level->standard->rules, place))
                  || (level->checks && is_named_by (level->checks->rules, place))))
            return TRUE;
        }
    }
  return tuce_reads_derives (reads);
}

static TuceReads *
collect (TuceAssessor *self, gboolean of_households)
{
  TuceReads *reads = tuce_reads_new (tuce_county_get_dictionary (self->county));

  for (guint i = 0; i < self->facts->len; i++)
    {
      const FactsTable *table = self->facts->pdata[i];

      if (g_str_equal (table->facts->of, "household") == of_households)
        tuce_reads_add_all (reads, tuce_statement_reads (table->fill));
    }
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = self->levels->pdata[i];

      if (level->subject->by_household == of_households)
        add_level (self, level, reads);
    }
  for (guint i = 0; of_households && i < self->peers->len; i++)
    tuce_reads_add_all (reads, tuce_statement_reads (self->peers->pdata[i]));
  return reads;
}

const TuceReads *
tuce_assessor_household_reads (TuceAssessor *self)
{
  if (!self->household_reads)
    self->household_reads = collect (self, TRUE);
  return self->household_reads;
}

const TuceReads *
tuce_assessor_place_reads (TuceAssessor *self)
{
  if (!self->place_reads)
    self->place_reads = collect (self, FALSE);
  return self->place_reads;
}

/* Adds what @rule of @level reads from those tables of facts whose name occurs in it. */
static void
add_rule (TuceAssessor *self, const Level *level, const TuceRule *rule, TuceReads *reads)
{
  tuce_program_add_rule_reads (level->checks, self->county, self->parameters, rule, reads);
  for (guint i = 0; i < self->facts->len; i++)
    {
      const FactsTable *table = self->facts->pdata[i];

      if (strstr (rule->expression, table->facts->name) || strstr (rule->says_zh, table->facts->name))
        tuce_reads_add_all (reads, tuce_statement_reads (table->fill));
    }
}

const TuceReads *
tuce_assessor_peer_reads (TuceAssessor *self)
{
  if (self->peer_reads)
    return self->peer_reads;
  self->peer_reads = tuce_reads_new (tuce_county_get_dictionary (self->county));
  for (guint i = 0; i < self->peers->len; i++)
    tuce_reads_add_all (self->peer_reads, tuce_statement_reads (self->peers->pdata[i]));
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = self->levels->pdata[i];

      for (guint r = 0; level->checks && r < level->checks->rules->len; r++)
        if (*((const TuceRule *) level->checks->rules->pdata[r])->peers)
          add_rule (self, level, level->checks->rules->pdata[r], self->peer_reads);
    }
  return self->peer_reads;
}
