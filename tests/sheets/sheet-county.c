/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-county.h"

#include <glib/gstdio.h>

#include "tuce-edit.h"
#include "tuce-parameters.h"

static void
insert (TuceEdit *edit, TuceRecord *record)
{
  GError *error = NULL;

  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
}

static void
add_place (TuceEdit *edit, TuceDictionary *dictionary, const char *level, const char *code, const char *name,
           const char *parent, const char *parent_code)
{
  g_autoptr (TuceRecord) place = tuce_record_new (tuce_dictionary_entity (dictionary, level));

  tuce_record_set_text (place, "code", code);
  tuce_record_set_text (place, "name", name);
  tuce_record_set_text (place, "short_name", name);
  if (parent)
    tuce_record_set_text (place, parent, parent_code);
  insert (edit, place);
}

void
sheet_county_open (SheetCounty *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (TuceRecord) made = NULL;
  TuceDictionary *dictionary;
  GError *error = NULL;
  TuceEdit *edit;

  fixture->folder = g_dir_make_tmp ("sheets-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "county.tuce", NULL);
  fixture->county = tuce_county_create (path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  dictionary = tuce_county_get_dictionary (fixture->county);
  edit = tuce_edit_begin (fixture->county, "Divisions", &error);
  g_assert_no_error (error);
  made = tuce_county_find (fixture->county, "county", "code", "511725", NULL);
  if (!made)
    add_place (edit, dictionary, "county", "511725", "渠县", NULL, NULL);
  add_place (edit, dictionary, "township", "511725201", "渠北乡", "county_code", "511725");
  add_place (edit, dictionary, "village", "511725201204", "双桥村", "township_code", "511725201");
  tuce_parameters_install (fixture->county, edit, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  fixture->form = tuce_form_load (dictionary, "F1", &error);
  g_assert_no_error (error);
}

void
sheet_county_close (SheetCounty *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  tuce_form_unref (fixture->form);
  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
set_field (TuceRecord *record, const char *name, const char *text)
{
  const TuceField *field = tuce_entity_field (record->entity, name);
  TuceValue value = TUCE_VALUE_INIT;
  GError *error = NULL;

  tuce_field_read (field, text, &value, &error);
  g_assert_no_error (error);
  tuce_record_set_value (record, field, &value);
  tuce_value_clear (&value);
}

gint64
sheet_county_add (SheetCounty *fixture, guint n_members, ...)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (fixture->county);
  g_autoptr (TuceRecord) household = tuce_record_new (tuce_dictionary_entity (dictionary, "household"));
  GError *error = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "A household", &error);
  const char *name;
  va_list fields;

  tuce_edit_set_bulk (edit); /* what is too long for a sheet may also be too long for a usual edit */
  g_assert_no_error (error);
  tuce_record_set_text (household, "village_code", "511725201204");
  tuce_record_set_text (household, "head_name", "甲01");
  va_start (fields, n_members);
  while ((name = va_arg (fields, const char *)))
    set_field (household, name, va_arg (fields, const char *));
  va_end (fields);
  insert (edit, household);
  for (guint i = 0; i < n_members; i++)
    {
      g_autoptr (TuceRecord) member = tuce_record_new (tuce_dictionary_entity (dictionary, "member"));
      g_autofree char *member_name = g_strdup_printf ("甲%02u", i + 1);

      tuce_record_set_integer (member, "household_id", household->id);
      tuce_record_set_text (member, "name", member_name);
      tuce_record_set_text (member, "relation", i == 0 ? "01" : "99");
      insert (edit, member);
    }
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  return household->id;
}

TucePrintRun *
sheet_county_run (SheetCounty *fixture, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  TucePrintRun *run;

  g_array_append_val (ids, id);
  run = tuce_print_run_new (fixture->form, fixture->county, ids, &error);
  g_assert_no_error (error);
  return run;
}

char *
sheet_county_text (SheetCounty *fixture, gint64 id, guint *n_pages)
{
  g_autoptr (TucePrintRun) run = sheet_county_run (fixture, id);
  g_autofree char *path = g_build_filename (fixture->folder, "f1.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -raw '%s' -", path);
  GError *error = NULL;
  char *text = NULL;

  tuce_print_run_write_pdf (run, path, NULL, NULL, NULL, n_pages, &error);
  g_assert_no_error (error);
  g_spawn_command_line_sync (command, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

guint
sheet_count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)); p += strlen (word))
    n++;
  return n;
}
