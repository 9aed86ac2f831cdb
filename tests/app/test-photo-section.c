/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos on the card: taken, named, removed, undone; refused ones are said; seen only where they belong. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "a-window.h"
#include "tuce-journal.h"
#include "tuce-photo-section.h"
#include "tuce-photo-store.h"
#include "tuce-query.h"

static TucePhotoSection *section; /* of the test that runs */
static GtkWidget *holder;         /* the window it is seen in */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  a_window_set_up (fixture, NULL);
  a_window_settle (fixture);
  section = g_object_ref_sink (TUCE_PHOTO_SECTION (tuce_photo_section_new (fixture->workspace)));
  holder = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (holder), GTK_WIDGET (section));
  gtk_window_present (GTK_WINDOW (holder));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&section);
  gtk_window_destroy (GTK_WINDOW (holder));
  a_window_tear_down (fixture, data);
}

static gint64
a_record (Fixture *fixture, const char *entity, const char *path, TuceComparison comparison, const char *value)
{
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  if (path)
    tuce_query_add_condition (query, path, comparison, value, &error);
  g_assert_no_error (error);
  ids = tuce_query_ids (query, county, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  return g_array_index (ids, gint64, 0);
}

static char *
paint (Fixture *fixture, const char *name, guint32 colour)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 400, 300);
  char *path = g_build_filename (fixture->folder, name, NULL);

  gdk_pixbuf_fill (pixels, colour);
  g_assert_true (gdk_pixbuf_save (pixels, path, "jpeg", NULL, NULL));
  return path;
}

static gboolean
is_idle (Fixture *fixture)
{
  return !tuce_photo_section_is_busy (section);
}

static void
add (Fixture *fixture, const char *one, const char *other)
{
  const char *paths[] = { one, other, NULL };

  tuce_photo_section_add (section, paths);
  a_window_wait (is_idle, fixture);
}

static void
test_seen_where_it_belongs (Fixture *fixture, gconstpointer data)
{
  gint64 moves = a_record (fixture, "household", "relocation.stage", TUCE_MATCHES, "*");
  gint64 stays = a_record (fixture, "household", "relocation.stage", TUCE_IS_EMPTY, NULL);
  gint64 site = a_record (fixture, "site", NULL, TUCE_IS, NULL);
  gint64 village = a_record (fixture, "village", NULL, TUCE_IS, NULL);

  tuce_workspace_select (fixture->workspace, "household", moves);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (section)));
  tuce_workspace_select (fixture->workspace, "household", stays);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section)));
  tuce_workspace_select (fixture->workspace, "site", site);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (section)));
  tuce_workspace_select (fixture->workspace, "village", village);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section)));
}

static void
test_added_and_undone (Fixture *fixture, gconstpointer data)
{
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  gint64 site = a_record (fixture, "site", NULL, TUCE_IS, NULL);
  g_autofree char *one = paint (fixture, "one.jpg", 0x112233ff), *other = paint (fixture, "other.jpg", 0x445566ff);
  GError *error = NULL;

  tuce_workspace_select (fixture->workspace, "site", site);
  add (fixture, one, other);
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 2);
  add (fixture, one, NULL); /* is there already */
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 2);
  tuce_photo_tile_set_kind (tuce_photo_section_get_tile (section, 0), "building");
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 2);
  tuce_photo_tile_remove (tuce_photo_section_get_tile (section, 0));
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 1);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 2);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = paint (fixture, "good.jpg", 0x112233ff);
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.jpg", NULL);

  g_assert_true (g_file_set_contents (bad, "no picture", -1, NULL));
  tuce_workspace_select (fixture->workspace, "site", a_record (fixture, "site", NULL, TUCE_IS, NULL));
  add (fixture, bad, good);
  g_assert_cmpuint (tuce_photo_section_get_n_photos (section), ==, 1);
}

static gboolean
is_missing (Fixture *fixture)
{
  return tuce_photo_tile_is_missing (tuce_photo_section_get_tile (section, 0));
}

static void
remove_file (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_file (inner);
    }
  g_remove (path);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = paint (fixture, "one.jpg", 0x112233ff);
  g_autofree char *folder = tuce_photo_folder (tuce_county_get_path (tuce_workspace_get_county (fixture->workspace)));
  gint64 site = a_record (fixture, "site", NULL, TUCE_IS, NULL);

  tuce_workspace_select (fixture->workspace, "site", site);
  add (fixture, one, NULL);
  remove_file (folder);
  tuce_workspace_select (fixture->workspace, "village", a_record (fixture, "village", NULL, TUCE_IS, NULL));
  tuce_workspace_select (fixture->workspace, "site", site);
  a_window_wait (is_missing, fixture);
}

#define ADD(name, func) g_test_add ("/app/photo-section/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();
  ADD ("seen-where-it-belongs", test_seen_where_it_belongs);
  ADD ("added-and-undone", test_added_and_undone);
  ADD ("refused", test_refused);
  ADD ("missing", test_missing);
  return g_test_run ();
}
