/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-groups.h"

#include <string.h>

#include "tuce-moving-households.h"
#include "tuce-statement.h"

static const char results_sql[] = "SELECT household_id, results FROM relocation_assessment WHERE year = :year";

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

/* Gives the group of a household whose red lines stand as @results says, and makes it where it is the first of its group. */
static TuceSiteGroup *
find_group (GHashTable *groups, const TuceMovingHousehold *household, const char *results)
{
  const TuceSiteGroup key = { .site = household->site,
                              .village = (char *) household->village,
                              .scattered = household->scattered,
                              .results = (char *) results };
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
add_household (GHashTable *groups, const TuceMovingHousehold *household, const char *results)
{
  TuceMoves *sum = &find_group (groups, household, results)->sum;

  sum->households++;
  sum->people += household->people;
  sum->in_households += household->moved_in;
  sum->in_people += household->moved_in ? household->people : 0;
  sum->area += household->measured ? household->area : 0;
  sum->area_people += household->measured ? household->people : 0;
  sum->old_due += household->old_due;
  sum->old_gone += household->old_due && household->old_gone;
  sum->reclaimed += household->old_due && household->reclaimed;
  sum->able += household->able;
  sum->employed += household->able && household->has_work;
}

/* Adds those somebody looked at by the red lines, and notes in @added (gboolean by index) which these are. */
static gboolean
add_assessed (GHashTable *groups, const TuceMovingHouseholds *households, gboolean *added, TuceCounty *county,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (county, results_sql, TUCE_STATEMENT_DERIVING, NULL, error);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  tuce_statement_bind_integer (statement, ":year", tuce_county_get_year (county));
  tuce_statement_set_cancellable (statement, cancellable);
  while (row)
    {
      gint64 id;
      guint index;

      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      id = row ? tuce_statement_integer (statement, 0) : 0;
      index = row ? GPOINTER_TO_UINT (g_hash_table_lookup (households->by_id, &id)) : 0;
      if (!index || added[index - 1])
        continue;
      add_household (groups, &g_array_index (households->all, TuceMovingHousehold, index - 1),
                     tuce_statement_text (statement, 1));
      added[index - 1] = TRUE;
    }
  return TRUE;
}

static gboolean
add_all (GHashTable *groups, const TuceMovingHouseholds *households, TuceCounty *county, GCancellable *cancellable,
         GError **error)
{
  g_autofree gboolean *added = g_new0 (gboolean, households->all->len + 1);

  if (!add_assessed (groups, households, added, county, cancellable, error))
    return FALSE;
  for (guint i = 0; i < households->all->len; i++)
    if (!added[i])
      add_household (groups, &g_array_index (households->all, TuceMovingHousehold, i), "");
  return TRUE;
}

void
tuce_site_groups_add_reads (TuceReads *reads)
{
  tuce_moving_households_add_reads (reads);
  tuce_reads_add_sql (reads, results_sql);
}

GPtrArray *
tuce_site_groups_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceMovingHouseholds) households = tuce_moving_households_load (county, cancellable, error);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (group_hash, group_equal, group_free, NULL);
  GPtrArray *all;
  GHashTableIter iter;
  gpointer group;

  if (!households || !add_all (groups, households, county, cancellable, error))
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
