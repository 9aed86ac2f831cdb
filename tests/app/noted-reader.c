/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "noted-reader.h"

#include <sqlite3.h>

#include "tuce-county-private.h"

typedef struct
{
  TuceDictionary *dictionary;
  GHashTable *seen; /* TuceField */
} Notes;

static int
note (void *data, int action, const char *table, const char *column, const char *database, const char *trigger)
{
  Notes *notes = data;
  const TuceEntity *entity = action == SQLITE_READ ? tuce_dictionary_entity (notes->dictionary, table) : NULL;
  const TuceField *field = entity ? tuce_entity_field (entity, column) : NULL;

  if (field)
    g_hash_table_add (notes->seen, (gpointer) field);
  return SQLITE_OK;
}

static void
assert_said (const char *who, GHashTable *seen, const TuceReads *reads)
{
  GHashTableIter iter;
  gpointer key;

  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const TuceField *field = key;

      if (!tuce_reads_has (reads, field) && !(field->entity->derived && tuce_reads_derives (reads)))
        {
          g_test_message ("%s reads %s.%s and does not say so", who, field->entity->name, field->name);
          g_test_fail ();
        }
    }
}

void
noted_reader_check (const char *who, TuceCounty *county, NotedLoad load, gconstpointer data, const TuceReads *reads)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Notes notes = { tuce_county_get_dictionary (county), seen };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (county, &error);
  gboolean loaded;

  g_assert_no_error (error);
  sqlite3_set_authorizer (reader->db, note, &notes);
  loaded = load (reader, data, &error);
  g_assert_no_error (error);
  g_assert_true (loaded);
  assert_said (who, seen, reads);
  tuce_county_close (reader);
}

void
noted_reader_assert_no_phone (TuceCounty *county, const TuceReads *reads)
{
  const TuceEntity *household = tuce_dictionary_entity (tuce_county_get_dictionary (county), "household");

  g_assert_false (tuce_reads_has (reads, tuce_entity_field (household, "phone")));
}
