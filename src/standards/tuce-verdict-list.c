/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict-list.h"

#include "tuce-assessor-private.h"
#include "tuce-date.h"
#include "tuce-rule-text.h"
#include "tuce-sql-tokens.h"

/* How many households are assessed together. */
#define TOGETHER 1000

/* Texts of each criterion: value, limit, excess. */
#define N_TEXTS 3

/* The columns of the figures' statement before the first figure: the record and its household. */
#define FIRST_FIGURE 2

typedef struct
{
  const char *text; /* interned (g_intern_string()) */
  TuceTemplate *sentence;
  guint column; /* of its first figure */
} Sentence;

typedef struct
{
  TuceAssessor *assessor;
  const TucePack *pack;
  TuceVerdictWords words;
  TuceProgram *program;
  TuceStatement *inspections;
  TuceStatement *figures; /* NULL where no sentence has a figure */
  GArray *sentences;      /* Sentence: N_TEXTS for each criterion */
  GPtrArray *facts;       /* FactsTable: those that a sentence reads */

  const gint64 *ids; /* the households being assessed */
  guint n_ids;
  GHashTable *by_id;   /* id → its index in ids */
  GPtrArray *verdicts; /* for each of them a GPtrArray of TuceVerdict */
  gint64 records[TOGETHER]; /* the record of each; 0 where the household has none */
  guint n_records;
} List;

static void
sentence_clear (gpointer data)
{
  g_clear_pointer (&((Sentence *) data)->sentence, tuce_template_free);
}

static void
list_clear (List *self)
{
  g_clear_pointer (&self->program, tuce_program_free);
  g_clear_pointer (&self->inspections, tuce_statement_free);
  g_clear_pointer (&self->figures, tuce_statement_free);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

/* --- what is asked --- */

static gboolean
add_sentences (List *self, const TuceRule *rule, guint *column, GError **error)
{
  gboolean chinese = tuce_text_is_chinese ();
  const char *texts[N_TEXTS] = { chinese ? rule->value : rule->value_en, chinese ? rule->threshold : rule->threshold_en,
                                 rule->excess };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = tuce_rule_text_sentence (texts[i]);
      Sentence sentence = { g_intern_string (text), tuce_template_parse (text, error), *column };

      if (!sentence.sentence)
        return FALSE;
      g_array_append_val (self->sentences, sentence);
      *column += tuce_template_n_figures (sentence.sentence);
    }
  return TRUE;
}

/* Makes one statement of all figures of all sentences, so that the tables are read once. */
static char *
figures_sql (const List *self)
{
  const TuceSubject *subject = self->program->subject;
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s, %s", subject->id, subject->household);
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);

      for (guint f = 0; f < tuce_template_n_figures (sentence->sentence); f++)
        g_string_append_printf (sql, ", (\n%s\n)", tuce_template_sql (sentence->sentence, f));
    }
  g_string_append_printf (sql, " %s", subject->from);
  return g_string_free (sql, FALSE);
}

/* Compiles it. The error does not matter: compiling each sentence by itself gives a better one. */
static gboolean
compile_figures (List *self, guint n_columns, GError **error)
{
  g_autofree char *sql = figures_sql (self);

  if (n_columns == FIRST_FIGURE)
    return TRUE;
  self->figures = tuce_statement_new (self->assessor->county, sql, TUCE_STATEMENT_GUARDED, NULL, NULL);
  if (self->figures && tuce_statement_n_columns (self->figures) == n_columns)
    return tuce_parameters_bind (self->assessor->parameters, self->figures, error);
  g_clear_pointer (&self->figures, tuce_statement_free);
  for (guint i = 0; i < self->sentences->len; i++)
    {
      g_autofree char *figures = tuce_program_figures (
          self->program, self->assessor->county, self->assessor->parameters, self->pack->rules->pdata[i / N_TEXTS],
          g_array_index (self->sentences, Sentence, i).text, 0, 0, error);

      if (!figures)
        return FALSE;
    }
  return TRUE;
}

static void
add_names (GHashTable *names, const char *sql)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (sql);

  for (guint i = 0; i < tokens->len; i++)
    {
      const TuceToken *token = tokens->pdata[i];

      if (token->kind == TUCE_TOKEN_NAME)
        g_hash_table_add (names, g_ascii_strdown (token->text, -1));
    }
}

/* Marks the facts that are read, so that the others need not be counted. Goes backwards, because facts may read those
   counted before them. */
static void
choose_facts (List *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *figures = figures_sql (self);

  add_names (names, figures);
  for (guint i = 0; i < self->pack->rules->len; i++)
    add_names (names, ((const TuceRule *) self->pack->rules->pdata[i])->expression);
  self->facts = g_ptr_array_new ();
  for (guint i = self->assessor->facts->len; i > 0; i--)
    {
      FactsTable *table = self->assessor->facts->pdata[i - 1];
      g_autofree char *name = g_ascii_strdown (table->facts->name, -1);

      if (!g_str_equal (table->facts->of, "household") || !g_hash_table_contains (names, name))
        continue;
      g_ptr_array_insert (self->facts, 0, table);
      add_names (names, table->facts->select);
    }
}

static gboolean
compile (List *self, GError **error)
{
  const TuceSubject *subject = tuce_subject_find (self->pack->subject);
  guint column = FIRST_FIGURE;

  self->program
      = tuce_program_new (self->assessor->county, subject, self->pack->rules, self->assessor->parameters, error);
  self->inspections = self->program
                          ? tuce_assessor_compile (self->assessor->county, error,
                                                   "SELECT chosen.id, inspection.id, inspection.criterion,"
                                                   " inspection.result FROM chosen CROSS JOIN inspection"
                                                   " ON inspection.household_id = chosen.id"
                                                   " AND inspection.level = 'household'"
                                                   " ORDER BY inspection.inspected_on, inspection.id")
                          : NULL;
  if (!self->inspections)
    return FALSE;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_array_set_clear_func (self->sentences, sentence_clear);
  for (guint i = 0; i < self->pack->rules->len; i++)
    if (!add_sentences (self, self->pack->rules->pdata[i], &column, error))
      return FALSE;
  choose_facts (self);
  return compile_figures (self, column, error);
}

/* --- some households --- */

static gboolean
choose (List *self, GError **error)
{
  TuceAssessor *assessor = self->assessor;

  if (!tuce_statement_execute (assessor->forget, error))
    return FALSE;
  for (guint i = 0; i < self->n_ids; i++)
    {
      tuce_statement_bind_integer (assessor->choose, ":id", self->ids[i]);
      if (!tuce_statement_execute (assessor->choose, error))
        return FALSE;
    }
  for (guint i = 0; i < self->facts->len; i++)
    {
      FactsTable *table = self->facts->pdata[i];

      tuce_statement_set_cancellable (table->fill, assessor->cancellable);
      if (!tuce_statement_execute (table->clear, error) || !tuce_statement_execute (table->fill, error))
        {
          g_prefix_error (error, "%s: ", table->facts->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* The index of household @id in ids, or -1. */
static int
number_of (const List *self, gint64 id)
{
  gpointer number;

  return g_hash_table_lookup_extended (self->by_id, &id, NULL, &number) ? GPOINTER_TO_INT (number) : -1;
}

static GPtrArray *
unchecked_verdicts (const TucePack *pack)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_verdict_free);

  for (guint i = 0; i < pack->rules->len; i++)
    {
      TuceVerdict *verdict = g_new0 (TuceVerdict, 1);

      verdict->rule = pack->rules->pdata[i];
      verdict->computed = verdict->result = TUCE_UNCHECKED;
      g_ptr_array_add (verdicts, verdict);
    }
  return verdicts;
}

static gboolean
read_results (List *self, GError **error)
{
  TuceStatement *statement = self->program->statement;
  gboolean row = TRUE;

  self->n_records = 0;
  while (row)
    {
      int number;
      GPtrArray *verdicts;

      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      self->n_records += row;
      number = row ? number_of (self, tuce_statement_integer (statement, TUCE_PROGRAM_HOUSEHOLD)) : -1;
      if (number < 0 || self->records[number])
        continue; /* of several records in one household the first one counts */
      self->records[number] = tuce_statement_integer (statement, TUCE_PROGRAM_ID);
      verdicts = self->verdicts->pdata[number];
      for (guint i = 0; i < verdicts->len; i++)
        {
          TuceVerdict *verdict = verdicts->pdata[i];

          verdict->computed = verdict->result = tuce_result_at (statement, TUCE_PROGRAM_FIRST_RULE + i);
        }
    }
  return TRUE;
}

static gboolean
read_inspections (List *self, GError **error)
{
  gboolean row = TRUE;

  while (row)
    {
      const TuceRule *rule;
      int number;

      if (!tuce_statement_step (self->inspections, &row, error))
        return FALSE;
      rule = row ? tuce_pack_rule (self->pack, tuce_statement_text (self->inspections, 2)) : NULL;
      number = rule ? number_of (self, tuce_statement_integer (self->inspections, 0)) : -1;
      if (number >= 0)
        {
          TuceVerdict *verdict = ((GPtrArray *) self->verdicts->pdata[number])->pdata[rule->index];

          verdict->result = tuce_result_from_code (tuce_statement_text (self->inspections, 3));
          verdict->inspection = tuce_statement_integer (self->inspections, 1);
        }
    }
  return TRUE;
}

static char **
words_of (TuceVerdict *verdict, guint text)
{
  return text == 0 ? &verdict->value : text == 1 ? &verdict->threshold : &verdict->excess;
}

/* @row: the figures' statement on the row of the household with index @number; NULL to ask sentence by sentence */
static gboolean
put_in_words (List *self, guint number, TuceStatement *row, GError **error)
{
  TuceAssessor *assessor = self->assessor;
  GPtrArray *verdicts = self->verdicts->pdata[number];
  TuceDictionary *dictionary = tuce_county_get_dictionary (assessor->county);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (self->sentences, Sentence, i);
      TuceVerdict *verdict = verdicts->pdata[i / N_TEXTS];
      g_autofree char *figures = NULL;

      if (*words_of (verdict, i % N_TEXTS))
        continue;
      if (self->words == TUCE_WORDS_OF_UNMET && verdict->result != TUCE_UNMET)
        {
          *words_of (verdict, i % N_TEXTS) = g_strdup ("");
          continue;
        }
      figures = row ? tuce_figures_read (sentence->sentence, row, sentence->column)
                    : tuce_program_figures (self->program, assessor->county, assessor->parameters, verdict->rule,
                                            sentence->text, self->records[number], self->ids[number], error);
      if (!figures)
        return FALSE;
      *words_of (verdict, i % N_TEXTS) = tuce_template_fill (sentence->sentence, sentence->sentence, dictionary, figures);
    }
  return TRUE;
}

static gboolean
read_figures (List *self, GError **error)
{
  guint n_rows = 0;
  gboolean row = self->figures != NULL;

  while (row)
    {
      int number;

      if (!tuce_statement_step (self->figures, &row, error))
        return FALSE;
      n_rows += row;
      /* A figure with an aggregate (sum, count) gives one single row for all households. So the first row is not used:
         its household, and those without a row, are asked one by one below. */
      if (row && n_rows == 1 && self->n_records > 1)
        continue;
      number = row ? number_of (self, tuce_statement_integer (self->figures, 1)) : -1;
      if (number >= 0 && self->records[number] == tuce_statement_integer (self->figures, 0)
          && !put_in_words (self, (guint) number, self->figures, error))
        {
          tuce_statement_reset (self->figures);
          return FALSE;
        }
    }
  for (guint i = 0; i < self->n_ids; i++)
    if (!put_in_words (self, i, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
look_at (List *self, const gint64 *ids, guint n_ids, GError **error)
{
  self->ids = ids;
  self->n_ids = n_ids;
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->verdicts, 0);
  for (guint i = 0; i < n_ids; i++)
    {
      self->records[i] = 0;
      g_hash_table_insert (self->by_id, (gpointer) &ids[i], GUINT_TO_POINTER (i));
      g_ptr_array_add (self->verdicts, unchecked_verdicts (self->pack));
    }
  return choose (self, error) && read_results (self, error) && read_inspections (self, error)
         && read_figures (self, error);
}

gboolean
tuce_verdict_list (TuceAssessor *assessor, const TucePack *pack, const gint64 *ids, guint n_ids, TuceVerdictWords words,
                   TuceVerdictListSink sink, gpointer data, GError **error)
{
  g_auto (List) self = { .assessor = assessor, .pack = pack, .words = words };

  g_return_val_if_fail (tuce_subject_find (pack->subject)->by_household, FALSE);
  self.by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!compile (&self, error))
    return FALSE;
  for (guint from = 0; from < n_ids; from += TOGETHER)
    {
      guint n = MIN (TOGETHER, n_ids - from);

      if (!look_at (&self, ids + from, n, error))
        return FALSE;
      for (guint i = 0; i < n; i++)
        if (!sink (from + i, self.verdicts->pdata[i], data, error))
          return FALSE;
    }
  return TRUE;
}
