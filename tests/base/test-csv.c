/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-csv.h"

#include <glib/gstdio.h>

#include "tuce-error.h"

static TuceCsv *
load (const char *content, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) failure = NULL;
  TuceCsv *csv;
  int fd = g_file_open_tmp ("table-XXXXXX.csv", &path, &failure);

  g_assert_no_error (failure);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  csv = tuce_csv_load (path, error);
  g_unlink (path);
  return csv;
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv
      = load ("\xEF\xBB\xBF"
              "code,名称,note\r\n511725,渠县,\"a, \"\"b\"\"\"\r\n511725109, 三汇镇 ,\n",
              &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_csv_n_rows (csv), ==, 2);
  g_assert_cmpint (tuce_csv_column (csv, "名称"), ==, 1);
  g_assert_cmpint (tuce_csv_column (csv, "none"), ==, -1);
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "code"), ==, "511725");
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "note"), ==, "a, \"b\"");
  g_assert_cmpstr (tuce_csv_cell (csv, 1, "名称"), ==, "三汇镇");
  g_assert_cmpstr (tuce_csv_cell (csv, 1, "note"), ==, "");
  g_assert_cmpstr (tuce_csv_cell (csv, 1, "none"), ==, "");
  g_assert_cmpuint (tuce_csv_line (csv, 0), ==, 2);
  g_assert_cmpuint (tuce_csv_line (csv, 1), ==, 3);
}

static void
test_short_row (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = load ("a,b\n1\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "b"), ==, "");
}

static void
test_require (void)
{
  static const char *there[] = { "a", "b", NULL };
  static const char *missing[] = { "a", "c", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = load ("a,b\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_csv_n_rows (csv), ==, 0);
  g_assert_true (tuce_csv_require (csv, there, &error));
  g_assert_no_error (error);
  g_assert_false (tuce_csv_require (csv, missing, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "“c”"));
}

static void
test_faults (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load ("", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_clear_error (&error);

  g_assert_null (load ("a,b\n1,2\n\"x\"y,3\n", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_clear_error (&error);

  g_assert_null (load ("a,b\n1,\"never closed\n", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_clear_error (&error);

  g_assert_null (tuce_csv_load ("/nowhere/at/all.csv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_append_cell (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TuceCsv) csv = NULL;
  g_autoptr (GError) error = NULL;

  tuce_csv_append_cell (text, "a");
  tuce_csv_append_cell (text, "b,\"c\"");
  g_string_append_c (text, '\n');
  tuce_csv_append_cell (text, "王某某, 户主");
  tuce_csv_append_cell (text, "say \"yes\"");
  g_string_append_c (text, '\n');
  g_assert_cmpstr (text->str, ==, "a,\"b,\"\"c\"\"\"\n\"王某某, 户主\",\"say \"\"yes\"\"\"\n");

  csv = load (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "a"), ==, "王某某, 户主");
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "b,\"c\""), ==, "say \"yes\"");
}

/* A row whose first cell is empty still has that cell. */
static void
test_append_empty_cells (void)
{
  g_autoptr (GString) text = g_string_new ("a,b,c\n");
  g_autoptr (TuceCsv) csv = NULL;
  g_autoptr (GError) error = NULL;

  tuce_csv_append_cell (text, "");
  tuce_csv_append_cell (text, "2");
  tuce_csv_append_cell (text, "3");
  g_string_append_c (text, '\n');
  csv = load (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "a"), ==, "");
  g_assert_cmpstr (tuce_csv_cell (csv, 0, "c"), ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/load", test_load);
  g_test_add_func ("/csv/short-row", test_short_row);
  g_test_add_func ("/csv/require", test_require);
  g_test_add_func ("/csv/faults", test_faults);
  g_test_add_func ("/csv/append-cell", test_append_cell);
  g_test_add_func ("/csv/append-empty-cells", test_append_empty_cells);
  return g_test_run ();
}
