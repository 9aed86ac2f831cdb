/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list behind the table: it knows all households, loads few, and moves only what an edit touched. */
#include "tuce-record-list.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "tuce-demo.h"
#include "tuce-edit.h"

#define HOUSEHOLDS 1000

typedef struct
{
  char *folder;
  char *path;
  TuceCounty *county;
  GArray *ids;
  TuceRecordList *list;
  guint told; /* items-changed */
  guint removed, added;
} Fixture;

static TuceQuery *
new_query (TuceCounty *county)
{
  static const char *const columns[] = { "head_name", "phone", NULL };
  TuceQuery *query = tuce_query_new (county, "household");
  g_autoptr (GError) error = NULL;

  tuce_query_set_columns (query, columns, &error);
  g_assert_no_error (error);
  return query;
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->told++;
  fixture->removed += removed;
  fixture->added += added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TuceDemoOptions options = { .seed = 7, .households = HOUSEHOLDS };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = NULL;

  fixture->folder = g_dir_make_tmp ("tuce-list-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "c.tuce", NULL);
  fixture->county = tuce_demo_create (fixture->path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  query = new_query (fixture->county);
  fixture->ids = tuce_query_ids (query, fixture->county, NULL, &error);
  g_assert_no_error (error);
  fixture->list = tuce_record_list_new (fixture->county, new_query (fixture->county),
                                           g_array_copy (fixture->ids));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->list);
  g_array_unref (fixture->ids);
  tuce_county_close (fixture->county);
  g_clear_object (&fixture->county);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gint64
id_of (Fixture *fixture, guint i)
{
  return g_array_index (fixture->ids, gint64, i);
}

static void
test_loads_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, HOUSEHOLDS);
  /* A selection model may ask for every row: that costs no look at the file. */
  for (guint i = 0; i < HOUSEHOLDS; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (fixture->list), i));
  g_assert_cmpuint (tuce_record_list_n_fetched (fixture->list), ==, 0);

  for (guint i = 500; i < 530; i++)
    g_assert_nonnull (tuce_record_list_value (fixture->list, i, 0));
  g_assert_cmpuint (tuce_record_list_n_fetched (fixture->list), >, 0);
  g_assert_cmpuint (tuce_record_list_n_fetched (fixture->list), <=, 128);
  g_assert_null (tuce_record_list_value (fixture->list, HOUSEHOLDS, 0));
}

static void
test_same_values (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < HOUSEHOLDS; i += 97)
    {
      g_autoptr (TuceRecord) record
          = tuce_county_load (fixture->county, "household", id_of (fixture, i), NULL);
      const TuceValue *value = tuce_record_list_value (fixture->list, i, 0);

      g_assert_cmpstr (value->text, ==, tuce_record_text (record, "head_name"));
    }
}

static void
test_refreshes_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;
  TuceEdit *edit;
  guint before;

  g_assert_nonnull (tuce_record_list_value (fixture->list, 5, 1));
  record = tuce_county_load (fixture->county, "household", id_of (fixture, 5), &error);
  edit = tuce_edit_begin (fixture->county, "test", &error);
  tuce_record_set_text (record, "phone", "13800000000");
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));

  before = tuce_record_list_n_fetched (fixture->list);
  tuce_record_list_refresh (fixture->list, id_of (fixture, 5));
  g_assert_cmpstr (tuce_record_list_value (fixture->list, 5, 1)->text, ==, "13800000000");
  g_assert_cmpuint (tuce_record_list_n_fetched (fixture->list), ==, before + 1);
}

static void
test_moves_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_copy (fixture->ids);
  gint64 moved = id_of (fixture, 3);

  g_hash_table_add (touched, &moved);
  g_array_remove_index (ids, 3);
  g_array_insert_val (ids, 900, moved);
  g_assert_true (tuce_record_list_update_ids (fixture->list, ids, touched));
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 1);
  for (guint i = 0; i < HOUSEHOLDS; i++)
    g_assert_cmpint (tuce_record_list_get_id (fixture->list, i), ==, g_array_index (ids, gint64, i));
}

static void
test_same_ids_tell_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_assert_true (tuce_record_list_update_ids (fixture->list, fixture->ids, touched));
  g_assert_cmpuint (fixture->told, ==, 0);
}

static void
test_refuses_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_copy (fixture->ids);
  gint64 one = id_of (fixture, 0);

  g_hash_table_add (touched, &one);
  g_array_remove_index (ids, 700); /* one that the edit did not touch */
  g_assert_false (tuce_record_list_update_ids (fixture->list, ids, touched));
  g_assert_cmpuint (fixture->told, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, HOUSEHOLDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add ("/household-list/" path, Fixture, NULL, set_up, test, tear_down)
  add ("loads-pages", test_loads_pages);
  add ("same-values", test_same_values);
  add ("refreshes-one", test_refreshes_one);
  add ("moves-touched", test_moves_touched);
  add ("same-ids-tell-nobody", test_same_ids_tell_nobody);
  add ("refuses-others", test_refuses_others);
#undef add
  return g_test_run ();
}
