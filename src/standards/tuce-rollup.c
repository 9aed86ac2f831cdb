/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-rollup.h"

#include <string.h>

#include "tuce-statement.h"
#include "tuce-verdict.h"

void
tuce_rollup_free (TuceRollup *rollup)
{
  g_free (rollup->code);
  g_free (rollup->name);
  g_free (rollup->criteria);
  g_free (rollup);
}

static void
add (TuceTally *tally, TuceResult result, gint64 n)
{
  if (result == TUCE_MET)
    tally->met += n;
  else if (result == TUCE_UNMET)
    tally->unmet += n;
  else
    tally->unchecked += n;
}

static void
add_results (TuceRollup *rollup, const char *results, gint64 n)
{
  guint n_results = (guint) strlen (results);

  add (&rollup->whole, tuce_results_total (results).whole, n);
  for (guint i = 0; i < rollup->n_criteria; i++)
    add (&rollup->criteria[i], i < n_results ? tuce_result_from_character (results[i]) : TUCE_UNCHECKED, n);
}

/*
 * Counts subjects by place and results, because few different results occur. A subject that was never assessed has no
 * results and counts as not checked.
 */
static char *
rollup_sql (const char *level, const char *by, const char *scope, const char *const *statuses)
{
  GString *sql = g_string_new (NULL);
  gboolean household = g_str_equal (level, "household");
  const char *code = household ? "s.village_code" : "s.code";
  const char *key = household ? "household_id = s.id" : "_code = s.code";

  g_string_append_printf (sql, "SELECT g.code, g.short_name, coalesce (a.results, ''), count (s.id) FROM %s AS g"
                               /* all codes of places inside one begin with its code; ":" is the character after "9" */
                               " LEFT JOIN %s AS s ON %s >= g.code AND %s < g.code || ':'",
                          by, level, code, code);
  for (guint i = 0; household && statuses && statuses[i]; i++)
    g_string_append_printf (sql, "%s:status%u%s", i ? ", " : " AND s.status IN (", i, statuses[i + 1] ? "" : ")");
  g_string_append_printf (sql, " LEFT JOIN %s_assessment AS a ON a.%s%s AND a.year = :year", level,
                          household ? "" : level, key);
  if (scope)
    g_string_append (sql, " WHERE substr (g.code, 1, length (:scope)) = :scope OR substr (:scope, 1, length (g.code)) = g.code");
  g_string_append (sql, " GROUP BY g.code, a.results ORDER BY g.code");
  return g_string_free (sql, FALSE);
}

static TuceRollup *
rollup_for (GPtrArray *rollups, const char *code, const char *name, guint n_criteria)
{
  TuceRollup *last = rollups->len ? rollups->pdata[rollups->len - 1] : NULL;

  if (last && g_str_equal (last->code, code))
    return last;
  last = g_new0 (TuceRollup, 1);
  last->code = g_strdup (code);
  last->name = g_strdup (name);
  last->n_criteria = n_criteria;
  last->criteria = g_new0 (TuceTally, MAX (1, n_criteria));
  g_ptr_array_add (rollups, last);
  return last;
}

void
tuce_rollups_add_reads (TuceReads *reads, const char *level, const char *by)
{
  static const char *const any[] = { "", NULL };
  g_autofree char *sql = rollup_sql (level, by, NULL, any);

  tuce_reads_add_sql (reads, sql);
}

GPtrArray *
tuce_rollups (TuceCounty *county, TuceStandards *standards, const char *level, const char *by, const char *scope,
              const char *statuses, GError **error)
{
  const TucePack *pack = tuce_standards_standard (standards, level);
  g_auto (GStrv) codes = statuses && *statuses ? g_strsplit (statuses, "|", -1) : NULL;
  g_autofree char *sql = rollup_sql (level, by, scope, (const char *const *) codes);
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error);
  g_autoptr (GPtrArray) rollups = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_rollup_free);
  gboolean row;

  if (!statement)
    return NULL;
  tuce_statement_bind_integer (statement, ":year", tuce_county_get_year (county));
  tuce_statement_bind_text (statement, ":scope", scope);
  for (guint i = 0; codes && codes[i]; i++)
    {
      g_autofree char *name = g_strdup_printf (":status%u", i);

      tuce_statement_bind_text (statement, name, codes[i]);
    }
  do
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        add_results (rollup_for (rollups, tuce_statement_text (statement, 0), tuce_statement_text (statement, 1),
                                 pack ? pack->rules->len : 0),
                     tuce_statement_text (statement, 2), tuce_statement_integer (statement, 3));
    }
  while (row);
  return g_steal_pointer (&rollups);
}
