/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sample-county.h"

#include "tuce-query.h"

static gint64
count (TuceCounty *county, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  tuce_query_count (query, county, NULL, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

/* Every entity has records, but for those that can't be made up: outlines, parameters, packs. */
static void
test_every_entity (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_sample_county_new (2018, &error);
  GPtrArray *entities;

  g_assert_no_error (error);
  entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      gboolean left_out = g_str_equal (entity->name, "feature") || g_str_equal (entity->name, "parameter")
                          || g_str_equal (entity->name, "pack");

      g_test_message ("%s: %" G_GINT64_FORMAT, entity->name, count (county, entity->name));
      if (left_out)
        g_assert_cmpint (count (county, entity->name), ==, 0);
      else
        g_assert_cmpint (count (county, entity->name), >, 0);
    }
  g_assert_cmpint (count (county, "village"), ==, 9);
  g_assert_cmpint (count (county, "household"), ==, 48);
}

/* Each field that can be empty is so somewhere, and holds a value somewhere. */
static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_sample_county_new (2018, &error);
  g_autoptr (TuceCounty) again = tuce_sample_county_new (2018, &error);
  const TuceEntity *member = tuce_dictionary_entity (tuce_county_get_dictionary (county), "member");

  g_assert_no_error (error);
  for (guint i = 0; i < member->fields->len; i++)
    {
      const TuceField *field = member->fields->pdata[i];
      guint full = 0, empty = 0;

      for (gint64 id = 1; id <= 48; id++)
        {
          g_autoptr (TuceRecord) record = tuce_county_load (county, "member", id, &error);
          g_autoptr (TuceRecord) same = tuce_county_load (again, "member", id, &error);

          g_assert_no_error (error);
          g_assert_true (tuce_value_equal (&record->values[i], &same->values[i]));
          if (record->values[i].kind == TUCE_VALUE_NONE)
            empty++;
          else
            full++;
        }
      g_test_message ("%s: %u full, %u empty", field->name, full, empty);
      g_assert_cmpuint (full, >, 0);
      g_assert_true (field->required == (empty == 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-county/every-entity", test_every_entity);
  g_test_add_func ("/sample-county/values", test_values);
  return g_test_run ();
}
