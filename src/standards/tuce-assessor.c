/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-assessor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-program.h"

/* Facts of one name: emptied and filled again for those looked at. */
typedef struct
{
  const TuceFacts *facts;
  TuceStatement *clear;
  TuceStatement *fill;
} FactsTable;

/* All that is asked about one kind of subject. */
typedef struct
{
  const TuceSubject *subject;
  const TucePack *pack;        /* the standard in force, or NULL */
  TuceProgram *standard;
  TuceProgram *checks;         /* NULL where there are none */
  TuceStatement *inspections;  /* id, criterion, result: later ones after earlier ones */
  TuceStatement *clear;        /* of the table of verdicts */
  TuceStatement *keep;
} Level;

struct _TuceAssessor
{
  TuceCounty *county;
  TuceStandards *standards;
  TuceParameters *parameters;
  GPtrArray *facts;  /* FactsTable, in order */
  GPtrArray *levels; /* Level, in the order of the subjects */
  TuceStatement *choose;
  TuceStatement *forget;
  GPtrArray *peers;  /* TuceStatement */
  GHashTable *asked; /* TucePack → TuceProgram, for verdicts of one subject */
  GCancellable *cancellable;
};

static void
facts_table_free (gpointer data)
{
  FactsTable *table = data;

  g_clear_pointer (&table->clear, tuce_statement_free);
  g_clear_pointer (&table->fill, tuce_statement_free);
  g_free (table);
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->standard, tuce_program_free);
  g_clear_pointer (&level->checks, tuce_program_free);
  g_clear_pointer (&level->inspections, tuce_statement_free);
  g_clear_pointer (&level->clear, tuce_statement_free);
  g_clear_pointer (&level->keep, tuce_statement_free);
  g_free (level);
}

static TuceStatement *
compile (TuceCounty *county, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static TuceStatement *
compile (TuceCounty *county, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error);
}

/* The temporary table's columns are those of the SELECT; its first is the key. */
static char *
facts_table_sql (const TuceFacts *facts, TuceStatement *select)
{
  GString *sql = g_string_new ("CREATE TEMP TABLE ");

  g_string_append_printf (sql, "%s (", facts->name);
  for (guint i = 0; i < tuce_statement_n_columns (select); i++)
    g_string_append_printf (sql, "%s\"%s\"%s", i ? ", " : "", tuce_statement_column_name (select, i),
                            i                                    ? ""
                            : g_str_equal (facts->of, "household") ? " INTEGER PRIMARY KEY"
                                                                   : " PRIMARY KEY");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static gboolean
make_facts (TuceAssessor *self, const TuceFacts *facts, GError **error)
{
  g_autoptr (TuceStatement) select
      = tuce_statement_new (self->county, facts->select, TUCE_STATEMENT_GUARDED, NULL, error);
  g_autofree char *drop = g_strdup_printf ("DROP TABLE IF EXISTS temp.%s", facts->name);
  g_autofree char *create = select ? facts_table_sql (facts, select) : NULL;
  FactsTable *table;

  if (!select || !tuce_statement_run (self->county, drop, error) || !tuce_statement_run (self->county, create, error))
    {
      g_prefix_error (error, "%s: ", facts->name);
      return FALSE;
    }
  table = g_new0 (FactsTable, 1);
  g_ptr_array_add (self->facts, table);
  table->facts = facts;
  table->clear = compile (self->county, error, "DELETE FROM temp.%s", facts->name);
  table->fill = table->clear ? compile (self->county, error, "INSERT INTO temp.%s %s", facts->name, facts->select) : NULL;
  return table->fill && tuce_parameters_bind (self->parameters, table->fill, error);
}

static gboolean
fill_facts (TuceAssessor *self, const char *subject, GError **error)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      FactsTable *table = self->facts->pdata[i];

      if (!g_str_equal (table->facts->of, subject))
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

/* The checks of all active packs about @subject. */
static GPtrArray *
checks_of (TuceAssessor *self, const TuceSubject *subject)
{
  g_autoptr (GPtrArray) all = tuce_standards_checks (self->standards);
  GPtrArray *rules = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const TuceRule *) all->pdata[i])->subject, subject->name))
      g_ptr_array_add (rules, all->pdata[i]);
  return rules;
}

static TuceStatement *
inspections_statement (TuceAssessor *self, const TuceSubject *subject, GError **error)
{
  if (subject->by_household)
    return compile (self->county, error,
                    "SELECT chosen.id, inspection.criterion, inspection.result"
                    " FROM chosen CROSS JOIN inspection ON inspection.household_id = chosen.id"
                    " AND inspection.level = '%s' ORDER BY inspection.inspected_on, inspection.id",
                    subject->name);
  return compile (self->county, error,
                  "SELECT %s.id, inspection.criterion, inspection.result"
                  " FROM inspection JOIN %s ON %s.code = inspection.place"
                  " WHERE inspection.level = '%s' ORDER BY inspection.inspected_on, inspection.id",
                  subject->name, subject->name, subject->name, subject->name);
}

/* Where the verdicts of this run stand for rules to read: <subject>_standard. */
static gboolean
make_verdicts_table (TuceAssessor *self, Level *level, GError **error)
{
  const char *name = level->subject->name;
  g_autofree char *drop = g_strdup_printf ("DROP TABLE IF EXISTS temp.%s_standard", name);
  g_autofree char *create = g_strdup_printf ("CREATE TEMP TABLE %s_standard (id INTEGER PRIMARY KEY, pack TEXT,"
                                             " results TEXT, state TEXT, met INTEGER, unmet INTEGER, unchecked INTEGER)",
                                             name);

  if (!tuce_statement_run (self->county, drop, error) || !tuce_statement_run (self->county, create, error))
    return FALSE;
  level->clear = compile (self->county, error, "DELETE FROM temp.%s_standard", name);
  level->keep = level->clear ? compile (self->county, error,
                                        "INSERT INTO temp.%s_standard VALUES (:id, :pack, :results, :state, :met, :unmet,"
                                        " :unchecked)",
                                        name)
                             : NULL;
  return level->keep != NULL;
}

static gboolean
compile_rules (TuceAssessor *self, Level *level, GError **error)
{
  const TuceSubject *subject = level->subject;
  g_autoptr (GPtrArray) checks = checks_of (self, subject);

  level->pack = tuce_standards_standard (self->standards, subject->name);
  if (level->pack)
    {
      level->standard = tuce_program_new (self->county, subject, level->pack->rules, self->parameters, error);
      level->inspections = level->standard ? inspections_statement (self, subject, error) : NULL;
      if (!level->inspections)
        return FALSE;
    }
  if (checks->len)
    level->checks = tuce_program_new (self->county, subject, checks, self->parameters, error);
  return level->checks || !checks->len;
}

/* The tables rules look at have to be there before any rule is compiled. */
static gboolean
make_tables (TuceAssessor *self, GError **error)
{
  if (!tuce_statement_run (self->county, "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)", error))
    return FALSE;
  for (guint i = 0; i < tuce_facts ()->len; i++)
    if (!make_facts (self, tuce_facts ()->pdata[i], error))
      return FALSE;
  self->choose = compile (self->county, error, "INSERT OR IGNORE INTO chosen VALUES (:id)");
  self->forget = self->choose ? compile (self->county, error, "DELETE FROM chosen") : NULL;
  return self->forget != NULL;
}

static gboolean
make_peers (TuceAssessor *self, GError **error)
{
  g_autoptr (GPtrArray) checks = tuce_standards_checks (self->standards);

  for (guint i = 0; i < checks->len; i++)
    {
      const TuceRule *rule = checks->pdata[i];
      g_autoptr (TuceStatement) statement = NULL;

      if (!*rule->peers)
        continue;
      statement = tuce_statement_new (self->county, rule->peers, TUCE_STATEMENT_GUARDED, NULL, error);
      if (!statement || !tuce_parameters_bind (self->parameters, statement, error))
        {
          g_prefix_error (error, "%s, %s, peers: ", rule->pack->origin, rule->code);
          return FALSE;
        }
      g_ptr_array_add (self->peers, g_steal_pointer (&statement));
    }
  return TRUE;
}

static gboolean
make_levels (TuceAssessor *self, GError **error)
{
  GPtrArray *subjects = tuce_subjects ();

  /* all tables of verdicts first: a rule may look at those of another kind of subject */
  for (guint i = 0; i < subjects->len; i++)
    {
      Level *level = g_new0 (Level, 1);

      level->subject = subjects->pdata[i];
      g_ptr_array_add (self->levels, level);
      if (!make_verdicts_table (self, level, error))
        return FALSE;
    }
  for (guint i = 0; i < self->levels->len; i++)
    if (!compile_rules (self, self->levels->pdata[i], error))
      return FALSE;
  return TRUE;
}

TuceAssessor *
tuce_assessor_new (TuceCounty *county, TuceStandards *standards, const char *day, GError **error)
{
  g_autoptr (TuceAssessor) self = NULL;

  if (!tuce_subjects_load (error))
    return NULL;
  self = g_new0 (TuceAssessor, 1);
  self->county = county;
  self->standards = tuce_standards_ref (standards);
  self->facts = g_ptr_array_new_with_free_func (facts_table_free);
  self->levels = g_ptr_array_new_with_free_func (level_free);
  self->peers = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_statement_free);
  self->asked = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tuce_program_free);
  self->parameters = tuce_parameters_read (county, day, error);
  if (!self->parameters || !make_tables (self, error) || !make_levels (self, error) || !make_peers (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
tuce_assessor_free (TuceAssessor *self)
{
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->peers, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->choose, tuce_statement_free);
  g_clear_pointer (&self->forget, tuce_statement_free);
  g_clear_pointer (&self->parameters, g_hash_table_unref);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
tuce_assessor_set_cancellable (TuceAssessor *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/* What inspections say: id → criterion's index → result, the later one winning. */
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

static TuceResult
result_at (TuceStatement *statement, guint column)
{
  if (tuce_statement_kind (statement, column) == TUCE_VALUE_NONE)
    return TUCE_UNCHECKED;
  return tuce_statement_integer (statement, column) ? TUCE_MET : TUCE_UNMET;
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

/* A failure that is nobody's wish is a rule's: it is told which. */
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
                         : tuce_result_character (result_at (statement, TUCE_PROGRAM_FIRST_RULE + i));
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
      if (result_at (statement, TUCE_PROGRAM_FIRST_RULE + i) == TUCE_MET)
        tell_finding (self, level, rules->pdata[i], sink, &failed);
  return !failed || fail_with (self, level->checks, failed, error);
}

static gboolean
run_level (TuceAssessor *self, Level *level, const TuceAssessorSink *sink, GError **error)
{
  return (!level->standard || run_standard (self, level, sink, error))
         && (!level->checks || run_checks (self, level, sink, error));
}

static gboolean
choose_households (TuceAssessor *self, const gint64 *ids, guint n_ids, GError **error)
{
  if (!tuce_statement_execute (self->forget, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      tuce_statement_bind_integer (self->choose, ":id", ids[i]);
      if (!tuce_statement_execute (self->choose, error))
        return FALSE;
    }
  return fill_facts (self, "household", error);
}

gboolean
tuce_assessor_households (TuceAssessor *self, const gint64 *ids, guint n_ids, const TuceAssessorSink *sink,
                          GError **error)
{
  if (!choose_households (self, ids, n_ids, error))
    return FALSE;
  /* the household's own verdict first: what is checked in and around it may rest on it */
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
  return fill_facts (self, subject, error) && run_level (self, level, sink, error);
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

/* The figure a verdict rests on, in words; "" where the rule names none. */
static char *
figure_words (TuceAssessor *self, TuceProgram *program, const TuceRule *rule, const char *sql, gint64 id,
              gint64 household, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *figures = NULL;
  g_autoptr (TuceTemplate) sentence = NULL;
  const char *kept;

  if (!*sql)
    return g_strdup ("");
  text = g_strdup_printf ("{%s}", sql);
  kept = g_intern_string (text);
  figures = tuce_program_figures (program, self->county, self->parameters, rule, kept, id, household, error);
  sentence = figures ? tuce_template_parse (kept, error) : NULL;
  if (!sentence)
    return NULL;
  return tuce_template_fill (sentence, sentence, tuce_county_get_dictionary (self->county), figures);
}

/* The latest inspection of each criterion of one subject. */
static gboolean
read_inspected (TuceAssessor *self, const TucePack *pack, const TuceSubject *subject, gint64 id, GPtrArray *verdicts,
                GError **error)
{
  g_autoptr (TuceStatement) statement
      = subject->by_household
            ? compile (self->county, error,
                       "SELECT id, criterion, result FROM inspection WHERE household_id = :subject_id AND level = '%s'"
                       " ORDER BY inspected_on, id",
                       subject->name)
            : compile (self->county, error,
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

static gboolean
add_verdicts (TuceAssessor *self, TuceProgram *program, const TucePack *pack, gint64 id, GPtrArray *verdicts,
              GError **error)
{
  TuceStatement *statement = program->statement;
  gboolean row;

  do
    if (!tuce_statement_step (statement, &row, error))
      return FALSE;
  while (row && tuce_statement_integer (statement, 0) != id);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      TuceVerdict *verdict = g_new0 (TuceVerdict, 1);

      verdict->rule = pack->rules->pdata[i];
      verdict->computed = row ? result_at (statement, TUCE_PROGRAM_FIRST_RULE + i) : TUCE_UNCHECKED;
      verdict->result = verdict->computed;
      g_ptr_array_add (verdicts, verdict);
    }
  tuce_statement_reset (statement);
  return TRUE;
}

GPtrArray *
tuce_assessor_verdicts (TuceAssessor *self, const TucePack *pack, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_verdict_free);
  const TuceSubject *subject = tuce_subject_find (pack->subject);
  TuceProgram *program;

  g_return_val_if_fail (subject, NULL);
  if (subject->by_household ? !choose_households (self, &id, 1, error) : !fill_facts (self, subject->name, error))
    return NULL;
  program = find_program (self, pack, subject, error);
  if (!program || !add_verdicts (self, program, pack, id, verdicts, error)
      || !read_inspected (self, pack, subject, id, verdicts, error))
    return NULL;
  for (guint i = 0; i < verdicts->len; i++)
    {
      TuceVerdict *verdict = verdicts->pdata[i];

      verdict->value = figure_words (self, program, verdict->rule, verdict->rule->value, id, id, error);
      verdict->threshold
          = verdict->value ? figure_words (self, program, verdict->rule, verdict->rule->threshold, id, id, error) : NULL;
      if (!verdict->threshold)
        return NULL;
    }
  return g_steal_pointer (&verdicts);
}
