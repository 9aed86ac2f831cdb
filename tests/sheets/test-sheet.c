/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printed F1 promises: nobody is left out, nothing is printed twice, nothing is guessed, Chinese is text. */
#include <glib/gstdio.h>

#include "sheet-county.h"
#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-sheet-layout.h"

static void
test_members (SheetCounty *fixture, gconstpointer data)
{
  static const struct
  {
    guint members, pages;
  } cases[] = { { 0, 2 }, { 1, 2 }, { 8, 2 }, { 9, 3 }, { 20, 3 }, { 60, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = sheet_county_add (fixture, cases[i].members, NULL);
      g_autofree char *text = NULL;
      guint pages;

      text = sheet_county_text (fixture, id, &pages);
      g_assert_cmpuint (pages, ==, cases[i].pages);
      for (guint m = 2; m <= cases[i].members; m++)
        {
          g_autofree char *name = g_strdup_printf ("甲%02u", m);

          /* Once each: a page break neither drops nor repeats anybody. */
          g_assert_cmpuint (sheet_count (text, name), ==, 1);
        }
      g_assert_cmpint (strstr (text, "其余家庭成员见续表") != NULL, ==, cases[i].members > 8);
    }
}

static void
test_gone_members (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 3, NULL);
  g_autoptr (GPtrArray) members = tuce_county_children (fixture->county, "member", id, NULL);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "Gone", NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (tuce_record_text (members->pdata[i], "name"), "甲02"))
      {
        tuce_record_set_text (members->pdata[i], "alive", "0");
        g_assert_true (tuce_edit_update (edit, members->pdata[i], NULL));
      }
  g_assert_true (tuce_edit_commit (edit, NULL));
  text = sheet_county_text (fixture, id, NULL);
  g_assert_cmpuint (sheet_count (text, "甲02"), ==, 0);
  g_assert_cmpuint (sheet_count (text, "甲03"), ==, 1);
}

static void
count_ticked (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text, gpointer data)
{
  for (guint i = 0; i < text->n_inlines; i++)
    *(guint *) data += text->inlines[i].ticked;
}

static guint
ticked (SheetCounty *fixture, gint64 id)
{
  g_autoptr (TucePrintRun) run = sheet_county_run (fixture, id);
  g_autoptr (TuceSheet) sheet = tuce_print_run_lay_out (run, 0, NULL);
  guint n = 0;

  for (guint page = 0; page < tuce_sheet_n_pages (sheet); page++)
    tuce_sheet_visit (sheet, page, count_ticked, &n);
  return n;
}

static void
test_nothing_guessed (SheetCounty *fixture, gconstpointer data)
{
  gint64 bare = sheet_county_add (fixture, 0, NULL);
  gint64 moved = sheet_county_add (fixture, 0, "relocated", "1", NULL);
  gint64 stayed = sheet_county_add (fixture, 0, "relocated", "0", NULL);

  g_assert_cmpuint (ticked (fixture, bare), ==, 0);
  /* The only box that is a fact of the register; no result is ever ticked. */
  g_assert_cmpuint (ticked (fixture, moved), ==, 1);
  g_assert_cmpuint (ticked (fixture, stayed), ==, 1);
}

static void
test_blank (SheetCounty *fixture, gconstpointer data)
{
  guint pages;
  g_autofree char *text = NULL;

  sheet_county_add (fixture, 3, NULL);
  text = sheet_county_text (fixture, 0, &pages);
  g_assert_cmpuint (pages, ==, 2);
  g_assert_nonnull (strstr (text, "户主姓名"));
  g_assert_null (strstr (text, "甲0"));
  g_assert_null (strstr (text, "双桥村"));
}

static void
test_unconfirmed (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 1, NULL);
  g_autoptr (TuceRecord) line = tuce_parameter_find (fixture->county, "income_line", 2018);
  g_autofree char *before = sheet_county_text (fixture, id, NULL);
  g_autofree char *after = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "Confirm", NULL);

  g_assert_nonnull (strstr (before, "3535 元/人/年（未核实）"));
  tuce_record_set_integer (line, "confirmed", 1);
  g_assert_true (tuce_edit_update (edit, line, NULL));
  g_assert_true (tuce_edit_commit (edit, NULL));
  after = sheet_county_text (fixture, id, NULL);
  g_assert_nonnull (strstr (after, "3535 元/人/年"));
  g_assert_null (strstr (after, "未核实"));
}

static char *
without_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

static void
test_long_text (SheetCounty *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *text = NULL, *run_together = NULL;
  gint64 id;
  guint pages;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (name, "名%02u", i);
  id = sheet_county_add (fixture, 1, "helper_name", name->str, NULL);
  text = sheet_county_text (fixture, id, &pages);
  g_assert_cmpuint (pages, ==, 3);
  run_together = without_space (text);
  g_assert_nonnull (strstr (run_together, "（见续表）"));
  g_assert_nonnull (strstr (run_together, "帮扶责任人"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *part = g_strdup_printf ("名%02u", i);

      g_assert_nonnull (strstr (run_together, part));
    }
}

static void
test_name_shrinks (SheetCounty *fixture, gconstpointer data)
{
  TuceTextBox *box = tuce_text_box_new ("Noto Serif CJK SC, serif");
  TuceCell cell = { .size = 10, .colspan = 1, .rowspan = 1 };
  TuceRectangle one_line = { 0, 0, 105.6, 12 }, two_lines = { 0, 0, 105.6, 24 };
  TuceCellText ten = { "一二三四五六七八九十", NULL, 0 }, eleven = { "一二三四五六七八九十一", NULL, 0 },
               twenty = { "一二三四五六七八九十一二三四五六七八九十", NULL, 0 };

  g_assert_cmpuint (tuce_text_box_room (box, &cell, &one_line, &ten, ""), ==, strlen (ten.text));
  g_assert_cmpuint (tuce_text_box_room (box, &cell, &one_line, &eleven, ""), ==, strlen (eleven.text));
  g_assert_cmpuint (tuce_text_box_room (box, &cell, &one_line, &twenty, ""), <, strlen (twenty.text));
  g_assert_cmpuint (tuce_text_box_room (box, &cell, &two_lines, &twenty, ""), ==, strlen (twenty.text));
  tuce_text_box_free (box);
}

static void
test_geometry (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 1, NULL);
  g_autoptr (TucePrintRun) run = sheet_county_run (fixture, id);
  g_autoptr (TuceSheet) sheet = tuce_print_run_lay_out (run, 0, NULL);
  double width, height;

  tuce_sheet_page_size (sheet, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210 / 25.4 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 297 / 25.4 * 72, 0.01);
  for (guint p = 0; p < fixture->form->pages->len; p++)
    {
      const TuceFormPage *page = fixture->form->pages->pdata[p];

      for (guint i = 0; i < page->layout.cells->len; i++)
        {
          const TuceRectangle *at = &g_array_index (page->layout.cells, TucePlaced, i).at;

          g_assert_cmpfloat (at->x, >=, 15 / 25.4 * 72 - 0.01);
          g_assert_cmpfloat (at->x + at->width, <=, width - 15 / 25.4 * 72 + 0.01);
          g_assert_cmpfloat (at->y + at->height, <=, height - 10 / 25.4 * 72 + 0.01);
          /* No two cells of a page overlap. */
          for (guint k = 0; k < i; k++)
            {
              const TuceRectangle *other = &g_array_index (page->layout.cells, TucePlaced, k).at;

              g_assert_true (other->x + other->width <= at->x + 0.01 || at->x + at->width <= other->x + 0.01
                             || other->y + other->height <= at->y + 0.01 || at->y + at->height <= other->y + 0.01);
            }
        }
    }
}

static void
test_fonts (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 2, NULL);
  g_autofree char *text = sheet_county_text (fixture, id, NULL);
  g_autofree char *command = g_strdup_printf ("pdffonts '%s/f1.pdf'", fixture->folder);
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_spawn_command_line_sync (command, &fonts, NULL, NULL, NULL));
  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i]; i++)
    if (*lines[i])
      {
        /* emb and uni: the font is embedded, and the text can be read */
        g_assert_true (g_regex_match_simple (" yes (yes|no ) yes +\\d+ +\\d+$", lines[i], 0, 0));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
test_old_file_stays (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 1, NULL);
  g_autoptr (TucePrintRun) run = sheet_county_run (fixture, id);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "x.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (tuce_print_run_write_pdf (run, path, NULL, NULL, cancelled, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (tuce_print_run_write_pdf (run, nowhere, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_false (tuce_print_run_write_pdf (run, fixture->folder, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    g_assert_false (g_str_has_prefix (name, "old.pdf."));
}

static void
test_deleted_meanwhile (SheetCounty *fixture, gconstpointer data)
{
  gint64 id = sheet_county_add (fixture, 0, NULL);
  g_autoptr (TucePrintRun) run = sheet_county_run (fixture, id);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "Delete", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_edit_delete (edit, "household", id, NULL));
  g_assert_true (tuce_edit_commit (edit, NULL));
  g_assert_null (tuce_print_run_lay_out (run, 0, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
}

static void
test_many (SheetCounty *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TucePrintRun) run = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "many.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout '%s' -", path);
  g_autofree char *text = NULL;
  guint pages;

  /* More records than one block has. */
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *number = g_strdup_printf ("7%03u", i);
      gint64 id = sheet_county_add (fixture, 1, "helper_name", number, NULL);

      g_array_append_val (ids, id);
    }
  run = tuce_print_run_new (fixture->form, fixture->county, ids, NULL);
  g_assert_true (tuce_print_run_write_pdf (run, path, NULL, NULL, NULL, &pages, NULL));
  g_assert_cmpuint (pages, ==, 300);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *number = g_strdup_printf (" 7%03u", i);

      g_assert_cmpuint (sheet_count (text, number), ==, 1);
    }
}

#define ADD(name, func) \
  g_test_add ("/sheets/sheet/" name, SheetCounty, NULL, sheet_county_open, func, sheet_county_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("members", test_members);
  ADD ("gone-members", test_gone_members);
  ADD ("nothing-guessed", test_nothing_guessed);
  ADD ("blank", test_blank);
  ADD ("unconfirmed", test_unconfirmed);
  ADD ("long-text", test_long_text);
  ADD ("name-shrinks", test_name_shrinks);
  ADD ("geometry", test_geometry);
  ADD ("fonts", test_fonts);
  ADD ("old-file-stays", test_old_file_stays);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  ADD ("many", test_many);
  return g_test_run ();
}
