/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print operation prints every sheet once, with no display and no printer. */
#include <glib/gstdio.h>

#include "tuce-demo.h"
#include "tuce-query.h"
#include "tuce-sheet-output.h"

#define SHEETS 90 /* more than are counted before the main loop has its turn */

static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("print-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "county.tuce", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -raw '%s' -", path);
  g_autofree char *text = NULL;
  TuceDemoOptions options = { 1, SHEETS, TRUE };
  g_autoptr (TuceCounty) county = tuce_demo_create (file, &options, NULL, NULL, NULL, NULL);
  g_autoptr (TuceForm) form = tuce_form_load (tuce_county_get_dictionary (county), "F1", NULL);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation
      = tuce_sheet_print_operation_new (tuce_print_run_new (form, county, ids, NULL));
  GError *error = NULL;
  guint first_pages = 0;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TuceRecord) household = tuce_county_load (county, "household", id, NULL);
      g_autofree char *number = g_strdup_printf ("编号 %s", tuce_record_text (household, "hh_no"));

      g_assert_nonnull (strstr (text, number));
    }
  for (const char *p = text; (p = strstr (p, "第 1 页")); p++)
    first_pages++;
  g_assert_cmpuint (first_pages, ==, ids->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/sheet-output/export", test_export);
  return g_test_run ();
}
