/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The poverty incidence of places: that of a larger place is the sum of its villages, and it is not known where the
   population of one village is not known. */
#include "tuce-incidence.h"

#include <string.h>

#include "../register/small-county.h"

#define COUNTY "511725"

/* Gives each village a population; without @all the last one has none. */
static void
set_populations (TuceCounty *county, gboolean all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "village");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, &error);
  TuceEdit *edit = tuce_edit_begin (county, "populations", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceRecord) village = tuce_county_load (county, "village", g_array_index (ids, gint64, i), &error);

      if (all || i + 1 < ids->len)
        tuce_record_set_integer (village, "rural_pop_base", 1000);
      else
        tuce_record_set_none (village, "rural_pop_base");
      g_assert_true (tuce_edit_update (edit, village, &error));
    }
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
test_sums (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 30);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) places = NULL;
  GHashTableIter iter;
  gpointer code, value;
  gint64 sums[13] = { 0 }, poor[13] = { 0 };
  g_autofree char *fraction = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  gint64 households, people;

  set_populations (county, TRUE);
  places = tuce_incidences (county, &error);
  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &code, &value))
    {
      sums[strlen (code)] += ((TuceIncidence *) value)->registered_households;
      poor[strlen (code)] += ((TuceIncidence *) value)->poor_people;
    }
  g_assert_cmpint (sums[6], >, 0);
  g_assert_cmpint (sums[6], ==, sums[9]);
  g_assert_cmpint (sums[9], ==, sums[12]);
  g_assert_true (tuce_query_add_condition (query, "status", TUCE_IS, "0|2|3", &error));
  g_assert_true (tuce_query_count (query, county, "size", &households, &people, &error));
  g_assert_cmpint (people, >, 0);
  g_assert_cmpint (poor[6], ==, people);
  g_assert_cmpint (poor[12], ==, people);
  value = g_hash_table_lookup (places, COUNTY);
  g_assert_cmpint (((TuceIncidence *) value)->population, ==, 3000);
  g_assert_cmpfloat_with_epsilon (tuce_incidence_value (value), (double) poor[6] / 3000, 1e-9);
  fraction = tuce_incidence_fraction (value);
  g_assert_nonnull (strstr (fraction, "3,000"));
  small_county_remove (county, path);
}

static void
test_unknown (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 30);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autofree char *rate = NULL;
  const TuceIncidence *whole;

  set_populations (county, FALSE);
  places = tuce_incidences (county, &error);
  g_assert_no_error (error);
  whole = g_hash_table_lookup (places, COUNTY);
  g_assert_cmpint (whole->population, ==, -1);
  g_assert_cmpint (whole->poor_people, >, 0);
  g_assert_cmpfloat (tuce_incidence_value (whole), <, 0);
  rate = tuce_incidence_rate (whole);
  g_assert_cmpstr (rate, ==, "—");
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/incidence/sums", test_sums);
  g_test_add_func ("/incidence/unknown", test_unknown);
  return g_test_run ();
}
