/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-able-households.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-facts-columns.h"
#include "tuce-journal.h"
#include "tuce-parameters.h"
#include "tuce-statement.h"

#define MEMBERS "members" /* name of a file of data/standards/facts/: figures counted for each household */
#define ABLE "able"

/* The last result, and what it was the result of. One is enough, because one file is open at a time. */
typedef struct
{
  char *question; /* the SQL with the values bound to it */
  char *mark;     /* the mark of the journal at that time */
  GHashTable *able;
} Memory;

static GMutex lock;
static Memory memory;

static const TuceFacts *
find_facts (GError **error)
{
  GPtrArray *all;

  if (!tuce_subjects_load (error))
    return NULL;
  all = tuce_facts ();
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const TuceFacts *) all->pdata[i])->name, MEMBERS))
      return all->pdata[i];
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("data/standards/facts has no “%s”"), MEMBERS);
  return NULL;
}

/* The SELECT for all households with a relocation record. It reads the table "relocation" once. */
static char *
able_sql (const TuceFacts *members, GError **error)
{
  static const char *const columns[] = { ABLE, NULL };
  g_autofree char *select = tuce_facts_columns (members, columns, error);

  return select ? g_strdup_printf ("WITH chosen AS (SELECT household_id AS id FROM relocation) %s", select) : NULL;
}

static void
note (GString *question, const char *name, const TuceValue *value)
{
  g_string_append_printf (question, ";%s=", name);
  if (value->kind == TUCE_VALUE_REAL)
    g_string_append_printf (question, "%.17g", value->real);
  else if (value->kind == TUCE_VALUE_TEXT)
    g_string_append (question, value->text);
  else if (value->kind == TUCE_VALUE_INTEGER)
    g_string_append_printf (question, "%" G_GINT64_FORMAT, value->integer);
}

static void
bind_parameter (TuceStatement *statement, TuceCounty *county, const char *name, GString *question)
{
  const char *key = name + 1;
  g_autoptr (TuceRecord) record = tuce_parameter_find (county, key, tuce_county_get_year (county));

  if (!record)
    return;
  tuce_statement_bind (statement, name, tuce_record_value (record, "value"));
  note (question, name, tuce_record_value (record, "value"));
}

/* Binds what the statement uses: the year, the day, and the office's parameters. Adds their values to @question. */
static void
bind_all (TuceStatement *statement, TuceCounty *county, GString *question)
{
  g_autofree char *day = tuce_county_day (county);

  g_string_append_printf (question, ";%s;%d;%s", tuce_county_get_uuid (county), tuce_county_get_year (county), day);
  for (guint i = 1; i <= tuce_statement_n_parameters (statement); i++)
    {
      const char *name = tuce_statement_parameter (statement, i);

      if (g_str_equal (name, ":year"))
        tuce_statement_bind_integer (statement, name, tuce_county_get_year (county));
      else if (g_str_equal (name, ":day"))
        tuce_statement_bind_text (statement, name, day);
      else
        bind_parameter (statement, county, name, question);
    }
}

static GHashTable *
count (TuceStatement *statement, GError **error)
{
  g_autoptr (GHashTable) able = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean row = TRUE;

  while (row)
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        {
          gint64 id = tuce_statement_integer (statement, 0);

          g_hash_table_insert (able, g_memdup2 (&id, sizeof id),
                               GINT_TO_POINTER (tuce_statement_integer (statement, 1) > 0));
        }
    }
  return g_steal_pointer (&able);
}

/* Whether every household with a relocation record is in @able. */
static gboolean
has_all (GHashTable *able, TuceCounty *county)
{
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (county, "SELECT household_id FROM relocation", TUCE_STATEMENT_DERIVING, NULL, NULL);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  while (row)
    {
      gint64 id;

      if (!tuce_statement_step (statement, &row, NULL))
        return FALSE;
      id = row ? tuce_statement_integer (statement, 0) : 0;
      if (row && !g_hash_table_contains (able, &id))
        {
          tuce_statement_reset (statement);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether @able is still right. @since: the mark of the journal when it was counted */
static gboolean
still_holds (GHashTable *able, const char *since, TuceCounty *county)
{
  gint64 sequence = tuce_journal_find_mark (county, since);
  g_autoptr (TuceTouched) touched = sequence ? tuce_journal_touched_since (county, sequence, NULL) : NULL;

  return touched && !tuce_change_set_touches (touched->changes, "member")
         && (!tuce_change_set_touches (touched->changes, "relocation") || has_all (able, county));
}

/* Gives the remembered result if it is still right, else NULL. @question, @mark: the present ones */
static GHashTable *
recall (TuceCounty *county, const char *question, const char *mark)
{
  g_autoptr (GHashTable) able = NULL;
  g_autofree char *since = NULL;

  g_mutex_lock (&lock);
  if (g_strcmp0 (memory.question, question) == 0)
    {
      able = g_hash_table_ref (memory.able);
      since = g_strdup (memory.mark);
    }
  g_mutex_unlock (&lock);
  return able && (g_str_equal (since, mark) || still_holds (able, since, county)) ? g_steal_pointer (&able) : NULL;
}

static void
remember (const char *question, const char *mark, GHashTable *able)
{
  g_mutex_lock (&lock);
  g_free (memory.question);
  g_free (memory.mark);
  g_clear_pointer (&memory.able, g_hash_table_unref);
  memory = (Memory) { g_strdup (question), g_strdup (mark), g_hash_table_ref (able) };
  g_mutex_unlock (&lock);
}

GHashTable *
tuce_able_households (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  const TuceFacts *members = find_facts (error);
  g_autofree char *sql = members ? able_sql (members, error) : NULL;
  g_autoptr (TuceStatement) statement
      = sql ? tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  g_autoptr (GString) question = g_string_new (sql);
  g_autoptr (GHashTable) able = NULL;
  /* Only for a reader: on a connection that can write, changes may already be in the tables but not yet in the journal,
     so the journal can't tell whether the remembered result is right. */
  g_autofree char *mark = tuce_county_is_writable (county) ? NULL : tuce_journal_mark (county);

  if (!statement)
    return NULL;
  bind_all (statement, county, question);
  tuce_statement_set_cancellable (statement, cancellable);
  if (mark && (able = recall (county, question->str, mark)))
    {
      remember (question->str, mark, able);
      return g_steal_pointer (&able);
    }
  able = count (statement, error);
  if (able && mark)
    remember (question->str, mark, able);
  return g_steal_pointer (&able);
}
