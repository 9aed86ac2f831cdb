/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-parameters.h"

#include <string.h>

#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-text.h"

static TuceCounty *
a_county (void)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_open_scratch (2018, &error);
  g_autoptr (TuceEdit) edit = NULL;

  g_assert_no_error (error);
  edit = tuce_edit_begin (county, "parameters", &error);
  tuce_edit_set_founding (edit);
  g_assert_true (tuce_parameters_install (county, edit, &error));
  g_assert_true (tuce_edit_commit (g_steal_pointer (&edit), &error));
  return county;
}

/* For each key the one that holds in the county's year, as the file has them; none that begins later. */
static void
test_in_force (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tuce_parameters_in_force (county, &error);
  guint n_lines = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const TuceRecord *record = records->pdata[i];

      g_assert_cmpint (tuce_record_integer (record, "year"), <=, 2018);
      if (g_str_equal (tuce_record_text (record, "key"), "income_line"))
        {
          n_lines++;
          g_assert_cmpint (tuce_record_integer (record, "year"), ==, 2018);
          g_assert_cmpstr (tuce_parameter_label (record), ==, tuce_record_text (record, "label_en"));
        }
    }
  g_assert_cmpuint (n_lines, ==, 1);
  g_assert_cmpstr (tuce_record_text (records->pdata[0], "key"), ==, "income_line");
}

static void
test_save (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceRecord) record = tuce_parameter_find (county, "demolish_days", 2018);
  g_autoptr (TuceRecord) saved = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  tuce_record_set_real (record, "value", 30);
  tuce_record_set_none (record, "source");
  tuce_record_set_integer (record, "confirmed", 1);
  g_assert_false (tuce_parameter_save (county, record, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);

  tuce_record_set_text (record, "source", "渠府发〔2018〕1号");
  g_assert_true (tuce_parameter_save (county, record, &error));
  g_assert_no_error (error);
  saved = tuce_parameter_find (county, "demolish_days", 2018);
  g_assert_cmpfloat (tuce_record_real (saved, "value"), ==, 30);
  g_assert_cmpstr (tuce_record_text (saved, "confirmed_by"), !=, "");
  g_assert_cmpuint (strlen (tuce_record_text (saved, "confirmed_on")), ==, 10);
  label = tuce_journal_undo_label (county);
  g_assert_nonnull (strstr (label, "30"));
  g_assert_nonnull (strstr (label, "2018"));

  /* What is no longer confirmed keeps nobody's name. */
  tuce_record_set_integer (saved, "confirmed", 0);
  g_assert_true (tuce_parameter_save (county, saved, &error));
  g_assert_false (tuce_record_has (saved, "confirmed_by"));
  g_assert_true (tuce_journal_undo (county, &error) && tuce_journal_undo (county, &error));
  undone = tuce_parameter_find (county, "demolish_days", 2018);
  g_assert_false (tuce_record_has (undone, "value"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);
  g_test_add_func ("/parameters/in-force", test_in_force);
  g_test_add_func ("/parameters/save", test_save);
  return g_test_run ();
}
