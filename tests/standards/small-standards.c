/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-standards.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "tuce-data.h"

static char *folder;

static void
link_to (const char *target, const char *name)
{
  g_autofree char *link = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, link), ==, 0);
}

void
small_standards_use (void)
{
  g_autofree char *real = tuce_data_path ("", NULL);
  g_autofree char *parameters = g_build_filename (real, "standards", "parameters.csv", NULL);
  g_autofree char *standards = NULL;
  const char *name;

  folder = g_dir_make_tmp ("tuce-standards-XXXXXX", NULL);
  g_assert_nonnull (folder);
  standards = g_build_filename (folder, "standards", NULL);
  g_assert_cmpint (g_mkdir (standards, 0700), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      const char *from = i ? TUCE_TESTS_DIR "/standards/small" : real;
      g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);

      while ((name = g_dir_read_name (dir)))
        {
          g_autofree char *target = g_build_filename (from, name, NULL);
          g_autofree char *link = i ? g_build_filename ("standards", name, NULL) : g_strdup (name);

          if (!g_str_equal (link, "standards"))
            link_to (target, link);
        }
    }
  link_to (parameters, "standards/parameters.csv");
  tuce_data_set_directory (folder);
}

void
small_standards_remove (void)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  tuce_data_set_directory (NULL);
  g_assert_cmpint (system (command), ==, 0);
  g_clear_pointer (&folder, g_free);
}
