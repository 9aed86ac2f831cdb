/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-groups.h"

#include <string.h>

#include "tuce-able-households.h"
#include "tuce-code-group.h"
#include "tuce-statement.h"

/* The columns of moves_sql. */
enum
{
  HOUSEHOLD,
  SITE,
  VILLAGE,
  SCATTERED,
  RESULTS,
  PEOPLE,
  MOVED_IN,
  HOUSE_M2,
  OLD_DUE,
  OLD_GONE,
  RECLAIMED,
  HAS_WORK
};

/* One row for each household that moves, of whom those of one group of codes are settled scattered. Where old_house_due is empty, the old house must be pulled down; the formula
   of the stage in data/dictionary/relocation.csv reads it the same way. */
static const char moves_sql[]
    = "SELECT r.household_id, r.site_id, h.village_code, h.resettle_type IN (%s), a.results, r.people,"
      " r.moved_in_on IS NOT NULL, r.house_m2, r.old_house_due IS NOT 0, r.demolished_on IS NOT NULL,"
      " r.reclaimed_on IS NOT NULL, r.workers > 0"
      " FROM relocation AS r NOT INDEXED CROSS JOIN household AS h ON h.id = r.household_id"
      " LEFT JOIN relocation_assessment AS a ON a.household_id = r.household_id AND a.year = :year";

static void
group_free (gpointer data)
{
  TuceSiteGroup *group = data;

  g_free (group->village);
  g_free (group->results);
  g_free (group);
}

static guint
group_hash (gconstpointer key)
{
  const TuceSiteGroup *group = key;

  return (guint) group->site * 31 + g_str_hash (group->village) * 7 + g_str_hash (group->results) + (guint) group->scattered;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const TuceSiteGroup *one = *(TuceSiteGroup *const *) a, *other = *(TuceSiteGroup *const *) b;
  int order = (one->site > other->site) - (one->site < other->site);

  order = order ? order : strcmp (one->village, other->village);
  order = order ? order : one->scattered - other->scattered;
  return order ? order : strcmp (one->results, other->results);
}

static gboolean
group_equal (gconstpointer a, gconstpointer b)
{
  return compare_groups (&a, &b) == 0;
}

/* Gives the group of the row, and makes it where it is the first of its group. */
static TuceSiteGroup *
find_group (GHashTable *groups, TuceStatement *row)
{
  gboolean said = tuce_statement_kind (row, SCATTERED) != TUCE_VALUE_NONE;
  const TuceSiteGroup key = { .site = tuce_statement_integer (row, SITE),
                              .village = (char *) tuce_statement_text (row, VILLAGE),
                              .scattered = said ? (int) tuce_statement_integer (row, SCATTERED) : -1,
                              .results = (char *) tuce_statement_text (row, RESULTS) };
  TuceSiteGroup *group = g_hash_table_lookup (groups, &key);

  if (group)
    return group;
  group = g_memdup2 (&key, sizeof key);
  group->village = g_strdup (key.village);
  group->results = g_strdup (key.results);
  g_hash_table_add (groups, group);
  return group;
}

static void
add_household (GHashTable *groups, GHashTable *able_households, TuceStatement *row)
{
  TuceMoves *sum = &find_group (groups, row)->sum;
  gint64 id = tuce_statement_integer (row, HOUSEHOLD), people = tuce_statement_integer (row, PEOPLE);
  gboolean moved_in = tuce_statement_integer (row, MOVED_IN) != 0;
  gboolean able = GPOINTER_TO_INT (g_hash_table_lookup (able_households, &id));
  gboolean measured = tuce_statement_kind (row, HOUSE_M2) != TUCE_VALUE_NONE;
  gboolean due = tuce_statement_integer (row, OLD_DUE) != 0;

  sum->households++;
  sum->people += people;
  sum->in_households += moved_in;
  sum->in_people += moved_in ? people : 0;
  sum->area += measured ? tuce_statement_integer (row, HOUSE_M2) : 0;
  sum->area_people += measured ? people : 0;
  sum->old_due += due;
  sum->old_gone += due && tuce_statement_integer (row, OLD_GONE) != 0;
  sum->reclaimed += due && tuce_statement_integer (row, RECLAIMED) != 0;
  sum->able += able;
  sum->employed += able && tuce_statement_integer (row, HAS_WORK) != 0;
}

static gboolean
load (GHashTable *groups, TuceCounty *county, GHashTable *able, GCancellable *cancellable, GError **error)
{
  const char *scattered = tuce_code_group_sql (TUCE_GROUP_SCATTERED, error);
  g_auto (GStrv) around = g_strsplit (moves_sql, "%s", 2);
  g_autofree char *sql = scattered ? g_strconcat (around[0], scattered, around[1], NULL) : NULL;
  g_autoptr (TuceStatement) statement
      = sql ? tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  tuce_statement_bind_integer (statement, ":year", tuce_county_get_year (county));
  tuce_statement_set_cancellable (statement, cancellable);
  while (row)
    {
      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        add_household (groups, able, statement);
    }
  return TRUE;
}

void
tuce_site_groups_add_reads (TuceReads *reads)
{
  tuce_reads_add_sql (reads, moves_sql);
}

GPtrArray *
tuce_site_groups_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) able = tuce_able_households (county, cancellable, error);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (group_hash, group_equal, group_free, NULL);
  GPtrArray *all;
  GHashTableIter iter;
  gpointer group;

  if (!able || !load (groups, county, able, cancellable, error))
    return NULL;
  all = g_ptr_array_new_with_free_func (group_free);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (all, group);
    }
  g_ptr_array_sort (all, compare_groups);
  return all;
}
