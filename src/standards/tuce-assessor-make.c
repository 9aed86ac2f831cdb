/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an assessor is made: the temporary tables that rules read, and the compiled rules. */
#include "tuce-assessor-private.h"

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

TuceStatement *
tuce_assessor_compile (TuceCounty *county, GError **error, const char *format, ...)
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
  table->clear = tuce_assessor_compile (self->county, error, "DELETE FROM temp.%s", facts->name);
  table->fill = table->clear ? tuce_assessor_compile (self->county, error, "INSERT INTO temp.%s %s", facts->name, facts->select) : NULL;
  return table->fill && tuce_parameters_bind (self->parameters, table->fill, error);
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
  /* A finding about anything inside a household is stored with the household. */
  if (subject->by_household)
    return tuce_assessor_compile (self->county, error,
                    "SELECT chosen.id, inspection.criterion, inspection.result"
                    " FROM chosen CROSS JOIN inspection ON inspection.household_id = chosen.id"
                    " AND inspection.level = 'household' ORDER BY inspection.inspected_on, inspection.id");
  return tuce_assessor_compile (self->county, error,
                  "SELECT %s.id, inspection.criterion, inspection.result"
                  " FROM inspection JOIN %s ON %s.code = inspection.place"
                  " WHERE inspection.level = '%s' ORDER BY inspection.inspected_on, inspection.id",
                  subject->name, subject->name, subject->name, subject->name);
}

/* Creates the temporary table <subject>_standard, from which rules read the verdicts of this run. */
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
  level->clear = tuce_assessor_compile (self->county, error, "DELETE FROM temp.%s_standard", name);
  level->keep = level->clear ? tuce_assessor_compile (self->county, error,
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

/* The temporary tables that rules read must exist before any rule is compiled. */
static gboolean
make_tables (TuceAssessor *self, GError **error)
{
  if (!tuce_statement_run (self->county, "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)", error))
    return FALSE;
  for (guint i = 0; i < tuce_facts ()->len; i++)
    if (!make_facts (self, tuce_facts ()->pdata[i], error))
      return FALSE;
  self->choose = tuce_assessor_compile (self->county, error, "INSERT OR IGNORE INTO chosen VALUES (:id)");
  self->forget = self->choose ? tuce_assessor_compile (self->county, error, "DELETE FROM chosen") : NULL;
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

  /* create all tables of verdicts first: a rule may read the verdicts of another kind of subject */
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
  g_clear_pointer (&self->household_reads, tuce_reads_free);
  g_clear_pointer (&self->place_reads, tuce_reads_free);
  g_clear_pointer (&self->peer_reads, tuce_reads_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
tuce_assessor_set_cancellable (TuceAssessor *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}
