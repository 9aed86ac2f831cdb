/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-incidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-statement.h"
#include "tuce-subject.h"

#define FACTS "village_households"

static const TuceFacts *
find_facts (GError **error)
{
  GPtrArray *all;

  if (!tuce_subjects_load (error))
    return NULL;
  all = tuce_facts ();
  for (guint i = 0; i < all->len; i++)
    {
      const TuceFacts *facts = g_ptr_array_index (all, i);

      if (g_str_equal (facts->name, FACTS))
        return facts;
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("data/standards/facts has no “%s”"), FACTS);
  return NULL;
}

static void
add (TuceIncidence *sum, const TuceIncidence *village)
{
  sum->registered_households += village->registered_households;
  sum->registered_people += village->registered_people;
  sum->poor_households += village->poor_households;
  sum->poor_people += village->poor_people;
  sum->population = sum->population < 0 || village->population < 0 ? -1 : sum->population + village->population;
}

static void
add_to (GHashTable *places, const char *code, const TuceIncidence *village)
{
  TuceIncidence *sum = g_hash_table_lookup (places, code);

  if (!sum)
    {
      sum = g_new0 (TuceIncidence, 1);
      g_hash_table_insert (places, g_strdup (code), sum);
    }
  add (sum, village);
}

static void
add_row (TuceStatement *row, GHashTable *places, const char *county)
{
  gboolean known = tuce_statement_kind (row, 2) != TUCE_VALUE_NONE;
  TuceIncidence village = { tuce_statement_integer (row, 3), tuce_statement_integer (row, 4),
                            tuce_statement_integer (row, 5), tuce_statement_integer (row, 6),
                            known ? tuce_statement_integer (row, 2) : -1 };
  g_autofree char *code = g_strdup (tuce_statement_text (row, 0));
  g_autofree char *township = g_strdup (tuce_statement_text (row, 1));

  add_to (places, code, &village);
  add_to (places, township, &village);
  add_to (places, county, &village);
}

static char *
incidence_sql (const TuceFacts *facts)
{
  return g_strdup_printf ("SELECT village.code, village.township_code, village.rural_pop_base,"
                          " f.registered_households, CAST (f.registered_people AS INTEGER),"
                          " f.poor_households, CAST (f.poor_people AS INTEGER)"
                          " FROM village LEFT JOIN (%s) AS f ON f.village_code = village.code"
                          " ORDER BY village.code",
                          facts->select);
}

void
tuce_incidences_add_reads (TuceReads *reads)
{
  const TuceFacts *facts = find_facts (NULL);
  g_autofree char *sql = facts ? incidence_sql (facts) : NULL;

  if (sql)
    tuce_reads_add_sql (reads, sql);
}

GHashTable *
tuce_incidences (TuceCounty *county, GError **error)
{
  const TuceFacts *facts = find_facts (error);
  g_autofree char *sql = facts ? incidence_sql (facts) : NULL;
  g_autoptr (TuceStatement) statement
      = sql ? tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row;

  if (!statement)
    return NULL;
  do
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        add_row (statement, places, tuce_county_get_code (county));
    }
  while (row);
  return g_steal_pointer (&places);
}

double
tuce_incidence_value (const TuceIncidence *incidence)
{
  return incidence && incidence->population > 0 ? (double) incidence->poor_people / incidence->population : -1;
}

char *
tuce_incidence_rate (const TuceIncidence *incidence)
{
  double value = tuce_incidence_value (incidence);

  return value < 0 ? g_strdup ("—") : g_strdup_printf ("%.1f %%", value * 100);
}

char *
tuce_incidence_fraction (const TuceIncidence *incidence)
{
  g_autofree char *rate = tuce_incidence_rate (incidence);
  g_autofree char *poor = tuce_text_number (incidence ? incidence->poor_people : 0);
  g_autofree char *population = NULL;

  if (tuce_incidence_value (incidence) < 0)
    return g_strdup (_("The rural population of a village here is not filled in: no rate can be worked out"));
  population = tuce_text_number (incidence->population);
  /* Translators: poor people, rural people, the rate */
  return g_strdup_printf (_("%s people ÷ %s people = %s"), poor, population, rate);
}
