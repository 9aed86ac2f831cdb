/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of relocation: red lines as the standard words them, photos, ledgers that leave out no site. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "sheet-county.h"
#include "tuce-edit.h"
#include "tuce-photo-records.h"
#include "tuce-photo-store.h"
#include "tuce-sheet-layout.h"
#include "tuce-text.h"
#include "tuce-verdict.h"

static void
set (TuceRecord *record, const char *name, const char *text)
{
  const TuceField *field = tuce_entity_field (record->entity, name);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  GError *error = NULL;

  tuce_field_parse (field, text, &value, &error);
  g_assert_no_error (error);
  tuce_record_set_value (record, field, &value);
}

/* Adds a record of @entity that refers to @parent by @by; fields follow as name, text, …, NULL. */
static gint64
add (SheetCounty *fixture, const char *entity, const char *by, gint64 parent, ...)
{
  g_autoptr (TuceRecord) record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), entity));
  TuceEdit *edit = tuce_edit_begin (fixture->county, "Add", NULL);
  GError *error = NULL;
  const char *name;
  va_list fields;

  if (by)
    tuce_record_set_integer (record, by, parent);
  va_start (fields, parent);
  while ((name = va_arg (fields, const char *)))
    set (record, name, va_arg (fields, const char *));
  va_end (fields);
  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  return record->id;
}

static gint64
add_site (SheetCounty *fixture, const char *name, const char *households, const char *people)
{
  if (!people)
    return add (fixture, "site", NULL, 0, "village_code", "511725201204", "name", name, "plan_households", households, NULL);
  return add (fixture, "site", NULL, 0, "village_code", "511725201204", "name", name, "plan_households", households,
              "plan_people", people, NULL);
}

static void
use_form (SheetCounty *fixture, const char *number)
{
  GError *error = NULL;

  tuce_form_unref (fixture->form);
  fixture->form = tuce_form_load (tuce_county_get_dictionary (fixture->county), number, &error);
  g_assert_no_error (error);
}

/* What pdftotext reads in the sheets of @ids. */
static char *
text_of (SheetCounty *fixture, GArray *ids, guint *n_pages)
{
  GError *error = NULL;
  g_autoptr (TucePrintRun) run = tuce_print_run_new (fixture->form, fixture->county, ids, &error);
  g_autofree char *path = g_build_filename (fixture->folder, "x.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -raw '%s' -", path);
  char *text = NULL;

  g_assert_no_error (error);
  tuce_print_run_write_pdf (run, path, NULL, NULL, NULL, n_pages, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  return text;
}

/* The same without white space, because long texts wrap. */
static char *
squeezed (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

static void
test_red_lines (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 4, "size", "4", "status", "0", NULL);
  g_autoptr (TuceStandards) standards = tuce_standards_load (fixture->county, NULL, NULL);
  const TucePack *pack = tuce_standards_standard (standards, "relocation");
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *text = NULL, *together = NULL;
  guint pages;

  add (fixture, "relocation", "household_id", id, "people", "4", "house_m2", "100.01", "annex_m2", "30", "house_size", "10×10.001×1",
       "self_raised", "9000", "housing_debt", "0", "on_list", "1", "moved_in_on", "2018-03-01", NULL);
  use_form (fixture, "F4");
  text = sheet_county_text (fixture, id, &pages);
  together = squeezed (text);
  g_assert_cmpuint (pages, ==, 1);
  g_assert_nonnull (pack);
  /* Paper is Chinese even if the program is in English, and uses the standard's words. */
  tuce_text_begin_chinese ();
  verdicts = tuce_verdicts (fixture->county, standards, pack, id, NULL);
  tuce_text_end_chinese ();
  for (guint i = 0; i < verdicts->len; i++)
    {
      const TuceVerdict *verdict = verdicts->pdata[i];
      g_autofree char *value = squeezed (verdict->value);

      g_test_message ("%s", value);
      g_assert_nonnull (strstr (together, value));
    }
  g_assert_nonnull (strstr (together, "住房100.01㎡"));
  g_assert_nonnull (strstr (together, "住房≤100.00㎡"));
  g_assert_cmpint (((TuceVerdict *) verdicts->pdata[1])->result, ==, TUCE_UNMET);
  g_assert_nonnull (strstr (together, "登记：未达标"));
  g_assert_nonnull (strstr (together, "10×10.001×1"));
}

static void
count_ticks (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text, gpointer data)
{
  for (guint i = 0; i < text->n_inlines; i++)
    *(guint *) data += text->inlines[i].ticked;
}

static void
test_nothing_guessed (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 1, NULL);
  g_autoptr (TucePrintRun) run = NULL;
  g_autoptr (TuceSheet) sheet = NULL;
  guint ticks = 0;

  add (fixture, "relocation", "household_id", id, "people", "1", "demolished_on", "2018-02-01", "reclaim_accepted", "0", NULL);
  use_form (fixture, "F4");
  run = sheet_county_run (fixture, id);
  sheet = tuce_print_run_lay_out (run, 0, NULL);
  tuce_sheet_visit (sheet, 0, count_ticks, &ticks);
  g_assert_cmpuint (ticks, ==, 2); /* 已拆 and 未验收, which are facts; no verdict is ever ticked */
}

static void
test_blank (SheetCounty *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "F4", "F5", "F5C", "P1", "P2" };

  add_site (fixture, "双桥安置点", "30", "99");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = NULL;

      use_form (fixture, numbers[i]);
      text = sheet_county_text (fixture, 0, NULL);
      g_assert_nonnull (strstr (text, tuce_form_title (fixture->form)));
      g_assert_null (strstr (text, "双桥"));
      g_assert_null (strstr (text, "登记：达标"));
      g_assert_null (strstr (text, "未核 "));
    }
}

static char *
keep_photo (SheetCounty *fixture, gint64 id, const char *kind, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 1200);
  g_autofree char *path = g_build_filename (fixture->folder, "a.jpg", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_photo_file_free);
  TucePhotoFile *file = g_new0 (TucePhotoFile, 1);
  GError *error = NULL;

  gdk_pixbuf_fill (pixels, colour);
  g_assert_true (gdk_pixbuf_save (pixels, path, "jpeg", NULL, NULL));
  file->hash = tuce_photo_keep (tuce_county_get_path (fixture->county), path, &error);
  g_assert_no_error (error);
  file->name = g_strdup ("a.jpg");
  g_ptr_array_add (files, file);
  g_assert_true (tuce_photos_add (fixture->county, "household", id, kind, files, NULL, &error));
  return tuce_photo_find (tuce_county_get_path (fixture->county), file->hash, NULL);
}

static guint
count_images (SheetCounty *fixture)
{
  g_autofree char *command = g_strdup_printf ("pdfimages -list '%s/f1.pdf'", fixture->folder);
  g_autofree char *list = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &list, NULL, NULL, NULL));
  return sheet_count (list, " jpeg ");
}

static void
test_photos (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 1, NULL);
  g_autofree char *none = NULL, *two = NULL, *gone = NULL, *first = NULL, *second = NULL, *folder = NULL;

  add (fixture, "relocation", "household_id", id, "people", "1", NULL);
  use_form (fixture, "F4");
  none = sheet_county_text (fixture, id, NULL);
  g_assert_nonnull (strstr (none, "（旧房照片）"));
  g_assert_cmpuint (count_images (fixture), ==, 0);
  first = keep_photo (fixture, id, "before", 0x336699ff);
  second = keep_photo (fixture, id, "moved_in", 0x996633ff);
  two = sheet_county_text (fixture, id, NULL);
  g_assert_null (strstr (two, "（旧房照片）"));
  g_assert_nonnull (strstr (two, "（新房照片）"));
  g_assert_cmpuint (count_images (fixture), ==, 2);
  g_assert_cmpint (g_unlink (first), ==, 0);
  gone = sheet_county_text (fixture, id, NULL);
  g_assert_nonnull (strstr (gone, "（照片文件缺失）"));
  g_assert_cmpuint (count_images (fixture), ==, 1);
  g_unlink (second);
  folder = tuce_photo_folder (tuce_county_get_path (fixture->county));
  g_rmdir (folder);
}

static void
test_ledger (SheetCounty *fixture, gconstpointer data)
{
  static const guint sizes[] = { 1, 18, 19, 60 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  use_form (fixture, "F5");
  g_assert_true (tuce_form_lists_all (fixture->form));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = NULL, *total = NULL;
      guint pages;

      while (ids->len < sizes[i])
        {
          g_autofree char *name = g_strdup_printf ("第%02u安置点", ids->len);
          gint64 id = add_site (fixture, name, "10", "30");

          g_array_append_val (ids, id);
        }
      text = text_of (fixture, ids, &pages);
      g_assert_cmpuint (pages, ==, sizes[i] <= 18 ? 1 : sizes[i] == 19 ? 2 : 3);
      for (guint k = 0; k < sizes[i]; k++)
        {
          g_autofree char *name = g_strdup_printf ("第%02u安置点", k);

          g_assert_cmpuint (sheet_count (text, name), ==, 1);
        }
      total = g_strdup_printf ("%u / ", 10 * sizes[i]);
      g_assert_nonnull (strstr (text, total));
    }
}

static void
test_incomplete_total (SheetCounty *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 whole = add_site (fixture, "甲安置点", "10", "30"), part = add_site (fixture, "乙安置点", "7", NULL);
  gint64 household = sheet_county_add (fixture, 2, NULL);
  g_autofree char *text = NULL;

  add (fixture, "relocation", "household_id", household, "people", "2", NULL);
  g_array_append_val (ids, whole);
  g_array_append_val (ids, part);
  use_form (fixture, "F5");
  text = text_of (fixture, ids, NULL);
  g_assert_nonnull (strstr (text, "17 / 30*"));
}

static void
test_check_sheet (SheetCounty *fixture, gconstpointer data)
{
  gint64 site = add_site (fixture, "双桥村一个名称非常非常长的易地扶贫搬迁集中安置点（一期二期三期）", "10", "30");
  gint64 household = sheet_county_add (fixture, 3, NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, site);
  g_autofree char *text = NULL, *together = NULL;
  guint pages;

  add (fixture, "relocation", "household_id", household, "people", "3", "site_id", number, "house_m2", "70", "moved_in_on",
       "2018-01-02", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *problem = g_strdup_printf ("问题%u", i);

      add (fixture, "site_visit", "site_id", site, "visited_on", "2018-05-01", "problems", problem, NULL);
    }
  use_form (fixture, "F5C");
  text = sheet_county_text (fixture, site, &pages);
  together = squeezed (text);
  g_assert_cmpuint (pages, ==, 3);
  g_assert_nonnull (strstr (together, "（一期二期三期）"));
  g_assert_nonnull (strstr (text, "1 / 3")); /* households and people who moved in */
  g_assert_nonnull (strstr (text, "23.33 ㎡"));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *problem = g_strdup_printf ("问题%u", i);

      g_assert_cmpuint (sheet_count (text, problem), ==, 1);
    }
}

static void
test_assignment (SheetCounty *fixture, gconstpointer data)
{
  gint64 scenario = add (fixture, "scenario", NULL, 0, "name", "方案甲", NULL);
  gint64 site = add (fixture, "scenario_site", "scenario_id", scenario, "name", "双桥", NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
  g_autofree char *site_number = g_strdup_printf ("%" G_GINT64_FORMAT, site);
  g_autofree char *text = NULL;
  guint pages;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("户%02u", i);
      gint64 household = sheet_county_add (fixture, 0, "head_name", name, NULL);

      add (fixture, "scenario_move", "household_id", household, "scenario_id", number, "scenario_site_id", site_number,
           "placement", "placed", "distance", "1234", NULL);
    }
  use_form (fixture, "P1");
  text = sheet_county_text (fixture, scenario, &pages);
  g_assert_cmpuint (pages, ==, 2);
  g_assert_cmpuint (sheet_count (text, "1.2 km"), ==, 30);
  g_assert_nonnull (strstr (text, "30 户"));
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("户%02u", i);

      g_assert_cmpuint (sheet_count (text, name), ==, 1);
    }
}

static void
test_meant_for (SheetCounty *fixture, gconstpointer data)
{
  gint64 moved = sheet_county_add (fixture, 0, NULL);
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, "household");
  g_autoptr (GArray) ids = NULL;

  sheet_county_add (fixture, 0, NULL);
  add (fixture, "relocation", "household_id", moved, "people", "1", NULL);
  use_form (fixture, "F4");
  g_assert_true (tuce_form_restrict (fixture->form, query, NULL));
  ids = tuce_query_ids (query, fixture->county, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, moved);
}

#define ADD(name, func) \
  g_test_add ("/sheets/relocation/" name, SheetCounty, NULL, sheet_county_open, func, sheet_county_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("red-lines", test_red_lines);
  ADD ("nothing-guessed", test_nothing_guessed);
  ADD ("blank", test_blank);
  ADD ("photos", test_photos);
  ADD ("ledger", test_ledger);
  ADD ("incomplete-total", test_incomplete_total);
  ADD ("check-sheet", test_check_sheet);
  ADD ("assignment", test_assignment);
  ADD ("meant-for", test_meant_for);
  return g_test_run ();
}
