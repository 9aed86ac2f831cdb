/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo.h"

#include <string.h>

#include "tuce-csv.h"
#include "tuce-identity.h"
#include "tuce-query.h"

static char *folder;

static TuceCounty *
make (const char *name, guint32 seed, guint households, gboolean clean)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TuceDemoOptions options = { seed, households, clean };
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return county;
}

static gint64
count (TuceCounty *county, const char *entity, const char *path, const char *value)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  gint64 n = 0, sum = 0;

  if (path)
    g_assert_true (tuce_query_add_condition (query, path, TUCE_IS, value, NULL));
  g_assert_true (tuce_query_count (query, county, NULL, &n, &sum, NULL));
  return n;
}

static gboolean
add_people (gint64 id, const TuceValue *values, gpointer sum)
{
  *(gint64 *) sum += values[0].integer;
  return TRUE;
}

/* How many people were entitled to move. */
static gint64
sum_of_people (TuceCounty *county)
{
  static const char *const people[] = { "people", NULL };
  g_autoptr (TuceQuery) query = tuce_query_new (county, "relocation");
  gint64 sum = 0;

  g_assert_true (tuce_query_set_columns (query, people, NULL));
  g_assert_true (tuce_query_each (query, county, add_people, &sum, NULL, NULL));
  return sum;
}

static gboolean
check_example (gint64 id, const TuceValue *values, gpointer data)
{
  g_assert_cmpstr (values[0].text, ==, "schematic");
  g_assert_true (g_str_has_prefix (values[1].text, "示例"));
  return TRUE;
}

/* There is something on each layer an office would bring in, and all of it says that it is an example. */
static void
check_examples (TuceCounty *county)
{
  static const char *const layers[]
      = { "hazard", "farmland", "ecological", "flood", "road", "school", "clinic", "industry" };
  static const char *const columns[] = { "origin", "name", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");

      g_assert_cmpint (count (county, "feature", "layer", layers[i]), >, 4);
      g_assert_true (tuce_query_add_condition (query, "layer", TUCE_IS, layers[i], NULL));
      g_assert_true (tuce_query_set_columns (query, columns, NULL));
      g_assert_true (tuce_query_each (query, county, check_example, NULL, NULL, NULL));
    }
}

static void
test_figures (void)
{
  g_autoptr (TuceCounty) county = make ("full.tuce", 1, 0, FALSE);

  g_assert_cmpint (count (county, "township", NULL, NULL), ==, 60);
  g_assert_cmpint (count (county, "village", NULL, NULL), ==, 566);
  g_assert_cmpint (count (county, "village", "is_poor_village", "1"), ==, 130);
  g_assert_cmpint (count (county, "household", NULL, NULL), ==, 47065);
  g_assert_cmpint (count (county, "member", "alive", "1"), ==, 143802);
  g_assert_cmpint (count (county, "feature", "layer", "township"), ==, 60);
  g_assert_cmpint (count (county, "feature", "layer", "village"), ==, 566);
  check_examples (county);
  g_assert_cmpint (sum_of_people (county), ==, 35295); /* people moved by September 2019, from the county's website (quxian.gov.cn) */
  g_assert_cmpint (count (county, "site", "village_code", "511725201204"), ==, 1);
  g_assert_cmpint (count (county, "site", NULL, NULL), >=, 120);
  g_assert_cmpint (count (county, "site", NULL, NULL), <=, 150);
  g_assert_null (tuce_journal_undo_label (county)); /* there is nothing yet that a clerk did */
  tuce_county_close (county);
}

static gboolean
add_row (gint64 id, const TuceValue *values, gpointer data)
{
  GChecksum *sum = data;

  g_checksum_update (sum, (const guchar *) &id, sizeof id);
  for (guint i = 0; i < 4; i++)
    if (values[i].kind == TUCE_VALUE_TEXT)
      g_checksum_update (sum, (const guchar *) values[i].text, -1);
    else if (values[i].kind != TUCE_VALUE_NONE)
      g_checksum_update (sum, (const guchar *) &values[i].integer, sizeof (gint64));
  return TRUE;
}

static char *
digest (TuceCounty *county)
{
  static const char *const households[] = { "head_name", "phone", "household_year.net_pc", "lon", NULL };
  static const char *const members[] = { "name", "idno", "labor", "work_months", NULL };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  static const char *const measures[] = { "content", "department", "due_on", "state", NULL };
  static const char *const visits[] = { "visited_on", "visitor", "findings", "helper_id", NULL };
  static const char *const moves[] = { "stage", "moved_in_on", "paid_total", "site_id", NULL };
  static const char *const sites[] = { "name", "stage", "lon", "plan_people", NULL };
  g_autoptr (TuceQuery) moved = tuce_query_new (county, "relocation");
  g_autoptr (TuceQuery) built = tuce_query_new (county, "site");
  g_autoptr (TuceQuery) people = tuce_query_new (county, "member");
  g_autoptr (TuceQuery) done = tuce_query_new (county, "measure");
  g_autoptr (TuceQuery) seen = tuce_query_new (county, "visit");

  g_assert_true (tuce_query_set_columns (moved, moves, NULL));
  g_assert_true (tuce_query_each (moved, county, add_row, sum, NULL, NULL));
  g_assert_true (tuce_query_set_columns (built, sites, NULL));
  g_assert_true (tuce_query_each (built, county, add_row, sum, NULL, NULL));
  g_assert_true (tuce_query_set_columns (done, measures, NULL));
  g_assert_true (tuce_query_each (done, county, add_row, sum, NULL, NULL));
  g_assert_true (tuce_query_set_columns (seen, visits, NULL));
  g_assert_true (tuce_query_each (seen, county, add_row, sum, NULL, NULL));
  g_assert_true (tuce_query_set_columns (query, households, NULL));
  g_assert_true (tuce_query_each (query, county, add_row, sum, NULL, NULL));
  g_assert_true (tuce_query_set_columns (people, members, NULL));
  g_assert_true (tuce_query_each (people, county, add_row, sum, NULL, NULL));
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_seed (void)
{
  g_autoptr (TuceCounty) one = make ("one.tuce", 7, 600, FALSE);
  g_autoptr (TuceCounty) same = make ("same.tuce", 7, 600, FALSE);
  g_autoptr (TuceCounty) other = make ("other.tuce", 8, 600, FALSE);
  g_autofree char *first = digest (one);
  g_autofree char *second = digest (same);
  g_autofree char *third = digest (other);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
  tuce_county_close (one);
  tuce_county_close (same);
  tuce_county_close (other);
}

static gboolean
check_number (gint64 id, const TuceValue *values, gpointer known)
{
  g_assert_cmpint (tuce_identity_check (values[0].text, NULL), ==, TUCE_IDENTITY_VALID);
  g_assert_true (g_str_has_prefix (values[0].text, "999999"));
  g_assert_true (g_hash_table_add (known, g_strdup (values[0].text)));
  return TRUE;
}

static gboolean
check_income (gint64 id, const TuceValue *values, gpointer data)
{
  gint64 parts = 0;

  for (guint i = 4; i < 10; i++)
    parts += values[i].integer;
  g_assert_cmpint (values[3].integer, ==, parts);
  g_assert_cmpint (values[10].integer, ==, values[0].integer + values[1].integer + values[2].integer + parts);
  g_assert_cmpint (values[11].integer, ==, values[10].integer - values[12].integer);
  return TRUE;
}

static void
test_clean (void)
{
  static const char *const number[] = { "idno", NULL };
  static const char *const income[]
      = { "wage",      "business_gross", "property", "transfer", "t_famplan", "t_dibao", "t_wubao",
          "t_pension", "t_eco",          "t_other",  "total",    "net",       "business_cost", NULL };
  g_autoptr (TuceCounty) county = make ("clean.tuce", 3, 1500, TRUE);
  g_autoptr (TuceQuery) people = tuce_query_new (county, "member");
  g_autoptr (TuceQuery) years = tuce_query_new (county, "household_year");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *list = g_build_filename (folder, "clean-mistakes.csv", NULL);

  g_assert_true (tuce_query_set_columns (people, number, NULL));
  g_assert_true (tuce_query_each (people, county, check_number, known, NULL, NULL));
  g_assert_true (tuce_query_set_columns (years, income, NULL));
  g_assert_true (tuce_query_each (years, county, check_income, NULL, NULL, NULL));
  g_assert_false (g_file_test (list, G_FILE_TEST_EXISTS));
  g_assert_cmpint (sum_of_people (county), ==, (35295 * 1500 + 23532) / 47065);
  g_assert_cmpint (count (county, "household", "relocated", "1"), ==, count (county, "relocation", NULL, NULL));
  tuce_county_close (county);
}

static void
test_mistakes (void)
{
  g_autoptr (TuceCounty) county = make ("spoilt.tuce", 5, 5000, FALSE);
  g_autofree char *path = g_build_filename (folder, "spoilt-mistakes.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) list = tuce_csv_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_csv_n_rows (list), >, 40);
  for (guint row = 0; row < tuce_csv_n_rows (list); row++)
    {
      gint64 id = g_ascii_strtoll (tuce_csv_cell (list, row, "id"), NULL, 10);
      g_autoptr (TuceRecord) record = tuce_county_load (county, tuce_csv_cell (list, row, "entity"), id, &error);
      const char *rule = tuce_csv_cell (list, row, "rule");

      g_assert_no_error (error);
      if (g_str_equal (rule, "Q07"))
        g_assert_cmpint (tuce_identity_check (tuce_record_text (record, "idno"), NULL), ==,
                         TUCE_IDENTITY_CHECKSUM);
      if (g_str_equal (rule, "Q08"))
        g_assert_cmpint (tuce_identity_check (tuce_record_text (record, "idno"), NULL), ==, TUCE_IDENTITY_DATE);
    }
  tuce_county_close (county);
}

static void
test_refused (void)
{
  g_autofree char *path = g_build_filename (folder, "there.tuce", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.tuce", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  TuceDemoOptions options = { 1, 100, FALSE };

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (tuce_demo_create (path, &options, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_cancellable_cancel (cancelled);
  g_assert_null (tuce_demo_create (gone, &options, NULL, NULL, cancelled, NULL));
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("tuce-XXXXXX", NULL);
  g_test_add_func ("/demo/figures", test_figures);
  g_test_add_func ("/demo/seed", test_seed);
  g_test_add_func ("/demo/clean", test_clean);
  g_test_add_func ("/demo/mistakes", test_mistakes);
  g_test_add_func ("/demo/refused", test_refused);
  return g_test_run ();
}
