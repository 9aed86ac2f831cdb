/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos: which are accepted, which are refused and why; stored once, undone without loss, reported when missing. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "../register/ten-mistakes.h"
#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-photo-records.h"
#include "tuce-photo-store.h"
#include "tuce-photo-survey.h"
#include "tuce-picture.h"

typedef struct
{
  char *folder;
  char *path; /* of the county */
  TuceCounty *county;
  gint64 household;
  gint64 site;
} Fixture;

static gint64
insert (TuceEdit *edit, TuceRecord *record)
{
  GError *error = NULL;
  gint64 id;

  tuce_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  id = record->id;
  tuce_record_free (record);
  return id;
}

static TuceRecord *
make (Fixture *fixture, const char *entity, const char *first, ...)
{
  TuceRecord *record = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), entity));
  va_list fields;

  va_start (fields, first);
  for (const char *name = first; name; name = va_arg (fields, const char *))
    tuce_record_set_text (record, name, va_arg (fields, const char *));
  va_end (fields);
  return record;
}

static void
open_county (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  TuceEdit *edit;

  fixture->folder = g_dir_make_tmp ("photos-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "county.tuce", NULL);
  fixture->county = tuce_county_create (fixture->path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  edit = tuce_edit_begin (fixture->county, "Divisions", &error);
  g_assert_no_error (error);
  insert (edit, make (fixture, "county", "code", "511725", "name", "渠县", "short_name", "渠县", NULL));
  insert (edit, make (fixture, "township", "code", "511725201", "name", "渠北乡", "short_name", "渠北乡", "county_code",
                      "511725", NULL));
  insert (edit, make (fixture, "village", "code", "511725201204", "name", "双桥村", "short_name", "双桥村", "township_code",
                      "511725201", NULL));
  fixture->household
      = insert (edit, make (fixture, "household", "village_code", "511725201204", "head_name", "甲01", "hh_no", "7", NULL));
  fixture->site = insert (edit, make (fixture, "site", "village_code", "511725201204", "name", "双桥安置点", NULL));
  g_assert_true (tuce_edit_commit (edit, &error));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

static void
close_county (Fixture *fixture, gconstpointer data)
{
  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A picture of one colour, so that each has its own hash. */
static char *
paint (Fixture *fixture, const char *name, const char *format, int width, int height, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *path = g_build_filename (fixture->folder, name, NULL);
  GError *error = NULL;

  gdk_pixbuf_fill (pixels, colour);
  gdk_pixbuf_save (pixels, path, format, &error, NULL);
  g_assert_no_error (error);
  return path;
}

static GPtrArray *
one_file (char *hash)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_photo_file_free);
  TucePhotoFile *file = g_new0 (TucePhotoFile, 1);

  file->hash = hash;
  file->name = g_strdup ("旧房.jpg");
  g_ptr_array_add (files, file);
  return files;
}

/* Adds a photo to the household as the card does; gives its hash. */
static char *
take (Fixture *fixture, const char *entity, gint64 id, const char *kind, guint32 colour)
{
  g_autofree char *path = paint (fixture, "a.jpg", "jpeg", 60, 40, colour);
  GError *error = NULL;
  char *hash = tuce_photo_keep (fixture->path, path, &error);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_no_error (error);
  files = one_file (g_strdup (hash));
  tuce_photos_add (fixture->county, entity, id, kind, files, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return hash;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = paint (fixture, "a.png", "png", 300, 200, 0x336699ff);
  g_autofree char *content = NULL, *kept = NULL, *again = NULL, *sum = NULL;
  g_autofree char *folder = tuce_photo_folder (fixture->path);
  g_autoptr (GDir) dir = NULL;
  GError *error = NULL;
  g_autofree char *hash = tuce_photo_keep (fixture->path, path, &error);
  gsize length, kept_length;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (folder, "/county.photos"));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
  g_assert_cmpstr (hash, ==, sum);
  kept = tuce_photo_find (fixture->path, hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (kept, ".png"));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (kept, &content, &kept_length, NULL));
  g_assert_cmpuint (kept_length, ==, length);
  g_assert_true (tuce_photo_is_whole (kept, NULL, NULL));
  again = tuce_photo_keep (fixture->path, path, &error);
  g_assert_cmpstr (again, ==, hash);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir))
    n++;
  g_assert_cmpuint (n, ==, 1); /* stored once, and no unfinished file is left */
}

static void
refuse (Fixture *fixture, const char *path, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tuce_photo_keep (fixture->path, path, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "a.jpg", NULL);
  g_autofree char *svg = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge.jpg", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "none.jpg", NULL);
  g_autofree char *half = paint (fixture, "half.jpg", "jpeg", 600, 400, 0x336699ff);
  g_autofree char *half_png = paint (fixture, "half.png", "png", 600, 400, 0x336699ff);
  g_autofree char *folder = tuce_photo_folder (fixture->path);
  FILE *file;

  g_assert_true (g_file_set_contents (text, "no picture", -1, NULL));
  g_assert_true (g_file_set_contents (svg, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", -1, NULL));
  file = g_fopen (huge, "w");
  g_assert_true (file && fseek (file, TUCE_PICTURE_MOST_BYTES, SEEK_SET) == 0 && fputc ('x', file) == 'x');
  fclose (file);
  g_assert_cmpint (truncate (half, 1200), ==, 0);
  g_assert_cmpint (truncate (half_png, 150), ==, 0);
  refuse (fixture, text, "no photo");
  refuse (fixture, svg, "no photo");
  refuse (fixture, huge, "32.0");
  refuse (fixture, missing, "can't be read");
  refuse (fixture, fixture->folder, "no file");
  refuse (fixture, half, "damaged");
  refuse (fixture, half_png, "damaged");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = take (fixture, "household", fixture->household, "finished", 0x112233ff);
  g_autofree char *second = take (fixture, "household", fixture->household, "before", 0x445566ff);
  g_autofree char *third = take (fixture, "site", fixture->site, "site", 0x778899ff);
  g_autoptr (GPtrArray) photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_autoptr (GPtrArray) of_site = tuce_photos_of (fixture->county, "site", fixture->site, NULL);
  g_autoptr (GPtrArray) files = one_file (g_strdup (first));
  guint n = 9;

  /* In the order of the list of kinds, in whatever order they were added. */
  g_assert_cmpuint (photos->len, ==, 2);
  g_assert_cmpstr (tuce_record_text (photos->pdata[0], "hash"), ==, second);
  g_assert_cmpstr (tuce_record_text (photos->pdata[1], "hash"), ==, first);
  g_assert_true (tuce_photos_best (photos, "finished") == photos->pdata[1]);
  g_assert_null (tuce_photos_best (photos, "moved_in"));
  g_assert_cmpuint (of_site->len, ==, 1);
  g_assert_cmpstr (tuce_record_text (of_site->pdata[0], "hash"), ==, third);
  /* The same photo with the same kind is skipped. */
  g_assert_true (tuce_photos_add (fixture->county, "household", fixture->household, "finished", files, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (tuce_photos_add (fixture->county, "household", fixture->household, "moved_in", files, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hash = take (fixture, "household", fixture->household, "before", 0x112233ff);
  g_autoptr (GPtrArray) photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_autofree char *path = NULL;
  GError *error = NULL;

  g_assert_true (tuce_photos_set_kind (fixture->county, ((TuceRecord *) photos->pdata[0])->id, "building", &error));
  g_assert_true (tuce_photos_remove (fixture->county, ((TuceRecord *) photos->pdata[0])->id, &error));
  g_clear_pointer (&photos, g_ptr_array_unref);
  photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_assert_cmpuint (photos->len, ==, 0);
  path = tuce_photo_find (fixture->path, hash, NULL);
  g_assert_nonnull (path);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_assert_no_error (error);
  g_clear_pointer (&photos, g_ptr_array_unref);
  photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_assert_cmpuint (photos->len, ==, 1);
  g_assert_cmpstr (tuce_record_text (photos->pdata[0], "kind"), ==, "building");
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_clear_pointer (&photos, g_ptr_array_unref);
  photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_assert_cmpuint (photos->len, ==, 0);
}

static void
test_survey (Fixture *fixture, gconstpointer data)
{
  g_autofree char *here = take (fixture, "household", fixture->household, "before", 0x112233ff);
  g_autofree char *gone = take (fixture, "household", fixture->household, "finished", 0x445566ff);
  g_autofree char *altered = take (fixture, "site", fixture->site, "site", 0x778899ff);
  g_autofree char *removed = take (fixture, "household", fixture->household, "moved_in", 0xaabbccff);
  g_autofree char *gone_path = tuce_photo_find (fixture->path, gone, NULL);
  g_autofree char *altered_path = tuce_photo_find (fixture->path, altered, NULL);
  g_autofree char *removed_path = tuce_photo_find (fixture->path, removed, NULL);
  g_autoptr (GPtrArray) photos = tuce_photos_of (fixture->county, "household", fixture->household, NULL);
  g_autoptr (TucePhotoSurvey) quick = NULL;
  g_autoptr (TucePhotoSurvey) survey = NULL;
  const TucePhotoMissing *missing;
  GError *error = NULL;

  g_assert_cmpint (g_unlink (gone_path), ==, 0);
  g_assert_true (g_file_set_contents (altered_path, "other", -1, NULL));
  g_assert_true (tuce_photos_remove (fixture->county, tuce_photos_best (photos, "moved_in")->id, NULL));
  quick = tuce_photo_survey (fixture->county, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quick->missing->len, ==, 1);
  survey = tuce_photo_survey (fixture->county, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (survey->n_photos, ==, 3);
  g_assert_cmpuint (survey->n_files, ==, 3);
  g_assert_cmpuint (survey->missing->len, ==, 2);
  g_assert_cmpuint (survey->unused->len, ==, 1);
  g_assert_cmpstr (survey->unused->pdata[0], ==, removed_path);
  for (guint i = 0; i < survey->missing->len; i++)
    {
      missing = survey->missing->pdata[i];
      g_assert_cmpint (missing->altered, ==, g_str_equal (missing->hash, altered));
      g_assert_cmpint (missing->household, ==, missing->altered ? 0 : fixture->household);
      g_assert_cmpint (missing->site, ==, missing->altered ? fixture->site : 0);
      g_assert_cmpstr (missing->whose, ==, missing->altered ? "渠北乡 双桥村 双桥安置点" : "渠北乡 双桥村 甲01 7");
    }
}

static void
test_thumbnail (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = paint (fixture, "a.jpg", "jpeg", 900, 300, 0x336699ff);
  g_autofree char *hash = tuce_photo_keep (fixture->path, path, NULL);
  g_autofree char *kept = tuce_photo_find (fixture->path, hash, NULL);
  g_autoptr (GdkPixbuf) small = tuce_photo_thumbnail (fixture->path, hash, 120, NULL);
  g_autoptr (GdkPixbuf) again = tuce_photo_thumbnail (fixture->path, hash, 120, NULL);
  g_autoptr (GdkPixbuf) own = NULL;
  g_autoptr (TucePhotoSurvey) survey = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 120);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 40);
  g_assert_cmpint (gdk_pixbuf_get_width (again), ==, 120);
  own = tuce_picture_load (kept, 4000, 4000, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (own), ==, 900); /* never enlarged */
  survey = tuce_photo_survey (fixture->county, TRUE, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (survey->n_files, ==, 1); /* the thumbnail does not count */
  g_assert_cmpint (g_unlink (kept), ==, 0);
  g_assert_null (tuce_photo_thumbnail (fixture->path, hash, 120, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
}

/* When the camera was held upright, the picture in the JPEG lies on its side, and its EXIF data say so. */
static void
test_upright (Fixture *fixture, gconstpointer data)
{
  static const guint8 exif[] = { 0xff, 0xe1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                                 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 };
  g_autofree char *path = paint (fixture, "a.jpg", "jpeg", 400, 200, 0x336699ff);
  g_autofree char *content = NULL;
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autoptr (GdkPixbuf) small = NULL;
  g_autoptr (GdkPixbuf) whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_byte_array_append (turned, (guint8 *) content, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, (guint8 *) content + 2, (guint) length - 2);
  g_assert_true (g_file_set_contents (path, (char *) turned->data, turned->len, NULL));
  whole = tuce_picture_load (path, 4000, 4000, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (whole), ==, 200);
  g_assert_cmpint (gdk_pixbuf_get_height (whole), ==, 400);
  small = tuce_picture_load (path, 100, 100, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 50);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 100);
}

#define ADD(name, func) g_test_add ("/photos/photo/" name, Fixture, NULL, open_county, func, close_county)

static gboolean
add_called (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) files = one_file (g_strdup ("ab12"));
  TucePhotoFile *file = files->pdata[0];

  g_free (file->name);
  file->name = ten_mistakes_typed (mistake, field);
  return tuce_photos_add (fixture->county, "household", fixture->household, "finished", files, NULL, error);
}

static gboolean
describe (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) photos = tuce_photos_of (fixture->county, "household", fixture->household, error);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (fixture->county, "caption", error);

  ten_mistakes_set (mistake, photos->pdata[0], field);
  return tuce_edit_update (edit, photos->pdata[0], error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* A file's name comes from outside, and the note about a photo is typed: both are checked like any other text. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  const TuceEntity *photo = tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "photo");
  g_autofree char *hash = NULL;

  g_assert_cmpuint (ten_mistakes_walk (photo, "name", add_called, fixture), ==, 5);
  hash = take (fixture, "household", fixture->household, "finished", 0x00ff00);
  g_assert_cmpuint (ten_mistakes_walk (photo, "note taken_on", describe, fixture), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("refused", test_refused);
  ADD ("records", test_records);
  ADD ("undone", test_undone);
  ADD ("survey", test_survey);
  ADD ("thumbnail", test_thumbnail);
  ADD ("upright", test_upright);
  ADD ("ways", test_ways);
  return g_test_run ();
}
