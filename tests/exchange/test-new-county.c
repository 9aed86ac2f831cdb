/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-new-county.h"

#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-query.h"

static char *folder;

static gint64
count (TuceCounty *county, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  gint64 n = 0, sum = 0;

  g_assert_true (tuce_query_count (query, county, NULL, &n, &sum, NULL));
  return n;
}

static void
test_content (void)
{
  g_autofree char *path = g_build_filename (folder, "new.tuce", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_new_county (path, "511725", 2018, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (TuceRecord) line = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (count (county, "township"), ==, 60);
  g_assert_cmpint (count (county, "village"), ==, 566);
  g_assert_cmpint (count (county, "household"), ==, 0);
  g_assert_cmpint (count (county, "feature"), >, 5);
  line = tuce_parameter_find (county, "income_line", 2018);
  g_assert_cmpfloat (tuce_record_real (line, "value"), ==, 3535);
  g_assert_cmpint (tuce_record_integer (line, "confirmed"), ==, 0);
  journal = tuce_journal_list (county, 10, &error);
  g_assert_cmpuint (journal->len, ==, 1);
  g_assert_null (tuce_journal_undo_label (county)); /* undo must not take the county itself away */
  tuce_county_close (county);
}

static void
test_refused (void)
{
  g_autofree char *taken = g_build_filename (folder, "taken.tuce", NULL);
  g_autofree char *path = g_build_filename (folder, "refused.tuce", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  g_assert_null (tuce_new_county (taken, "511725", 2018, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (taken, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_assert_null (tuce_new_county (path, "511771", 2018, NULL, NULL, NULL, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_null (tuce_new_county (path, "511725", 2018, NULL, NULL, cancelled, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_test_add_func ("/new-county/content", test_content);
  g_test_add_func ("/new-county/refused", test_refused);
  return g_test_run ();
}
