/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "run-cli.h"

static char *county;

static JsonNode *
json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* Gives the household number of the first household, and its row id in @id. */
static char *
first_household (gint64 *id)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *row;

  g_assert_cmpint (run_cli (&out, NULL, "list", county, "household", "--json", "--limit", "1",
                            "--columns", "hh_no", NULL), ==, 0);
  node = json (out);
  row = json_array_get_object_element (json_node_get_array (node), 0);
  *id = json_object_get_int_member (row, "id");
  return g_strdup (json_object_get_string_member (row, "hh_no"));
}

static char *
phone_of (const char *hh_no)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (run_cli (&out, NULL, "show", county, "household", hh_no, "--json", "--unmasked",
                            NULL), ==, 0);
  node = json (out);
  return g_strdup (json_object_get_string_member (
      json_object_get_object_member (json_node_get_object (node), "fields"), "phone"));
}

static void
test_info (void)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *info;

  g_assert_cmpint (run_cli (&out, NULL, "info", county, "--json", NULL), ==, 0);
  node = json (out);
  info = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (info, "code"), ==, "511725");
  g_assert_cmpint (json_object_get_int_member (info, "townships"), ==, 60);
  g_assert_cmpint (json_object_get_int_member (info, "villages"), ==, 566);
  g_assert_cmpint (json_object_get_int_member (info, "poor_villages"), ==, 130);
  g_assert_cmpint (json_object_get_int_member (info, "households"), ==, 400);
  g_assert_cmpint (json_object_get_int_member (info, "people"), >, 400);
}

static void
test_list (void)
{
  g_autofree char *out = NULL;
  g_autofree char *scoped = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run_cli (&out, NULL, "list", county, "household", "--csv", "--columns",
                            "hh_no,village_code,phone", NULL), ==, 0);
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 401);
  g_assert_cmpstr (lines[0], ==, "id,Household no.,Village,Phone");

  g_assert_cmpint (run_cli (&scoped, NULL, "list", county, "household", "--scope", "511725109",
                            "--csv", "--columns", "village_code", NULL), ==, 0);
  g_strfreev (lines);
  lines = g_strsplit (g_strchomp (scoped), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 1);
  g_assert_cmpuint (g_strv_length (lines), <, 400);
  for (guint i = 1; lines[i]; i++)
    g_assert_nonnull (strstr (lines[i], ",511725109"));
}

/* Private values are masked unless the user asks for them. */
static void
test_masks (void)
{
  g_autofree char *masked = NULL;
  g_autofree char *whole = NULL;

  g_assert_cmpint (run_cli (&masked, NULL, "list", county, "member", "--csv", "--columns", "idno",
                            "--where", "idno~999999", "--limit", "5", NULL), ==, 0);
  g_assert_cmpint (run_cli (&whole, NULL, "list", county, "member", "--csv", "--columns", "idno",
                            "--where", "idno~999999", "--limit", "5", "--unmasked", NULL), ==, 0);
  g_assert_nonnull (strstr (masked, "999999********"));
  g_assert_null (strchr (whole, '*'));
}

static void
test_set_undo_redo (void)
{
  gint64 id;
  g_autofree char *hh_no = first_household (&id);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *before = phone_of (hh_no);
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autofree char *by_row = NULL;
  g_autofree char *history = NULL;

  g_assert_cmpint (run_cli (NULL, NULL, "set", county, "household", hh_no, "phone=13800000000",
                            NULL), ==, 0);
  changed = phone_of (hh_no);
  g_assert_cmpstr (changed, ==, "13800000000");
  g_assert_cmpint (run_cli (NULL, NULL, "undo", county, NULL), ==, 0);
  back = phone_of (hh_no);
  g_assert_cmpstr (back, ==, before);
  g_assert_cmpint (run_cli (NULL, NULL, "redo", county, NULL), ==, 0);
  again = phone_of (hh_no);
  g_assert_cmpstr (again, ==, "13800000000");

  /* The id of the row means the same record. */
  g_assert_cmpint (run_cli (NULL, NULL, "set", county, "household", row, "phone=13900000000", NULL),
                   ==, 0);
  by_row = phone_of (hh_no);
  g_assert_cmpstr (by_row, ==, "13900000000");

  g_assert_cmpint (run_cli (&history, NULL, "history", county, "household", hh_no, "--unmasked",
                            NULL), ==, 0);
  g_assert_nonnull (strstr (history, "“13800000000” → “13900000000”"));
  g_assert_cmpint (run_cli (NULL, NULL, "verify", county, NULL), ==, 0);
}

/* Only the exit procedure makes a household leave poverty; setting the field by hand is refused. */
static void
test_set_status (void)
{
  g_autofree char *out = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (JsonNode) node = NULL;
  const char *hh_no;

  g_assert_cmpint (run_cli (&out, NULL, "list", county, "household", "--json", "--limit", "1", "--where", "status=0",
                            "--columns", "hh_no", NULL), ==, 0);
  node = json (out);
  hh_no = json_object_get_string_member (json_array_get_object_element (json_node_get_array (node), 0), "hh_no");
  g_assert_cmpint (run_cli (NULL, &complaint, "set", county, "household", hh_no, "status=1", NULL), !=, 0);
  g_assert_nonnull (strstr (complaint, "Planned to exit this year"));
  g_assert_cmpint (run_cli (NULL, NULL, "set", county, "household", hh_no, "status=2", NULL), ==, 0);
  g_clear_pointer (&complaint, g_free);
  g_assert_cmpint (run_cli (NULL, &complaint, "set", county, "household", hh_no, "status=1", NULL), !=, 0);
  g_assert_nonnull (strstr (complaint, "procedure"));
  g_assert_cmpint (run_cli (NULL, NULL, "undo", county, NULL), ==, 0);
}

/* Records of the office's own work are listed like all others, with labels. */
static void
test_list_work (void)
{
  static const char *const lists[][2] = { { "measure", "Measure," }, { "problem", "Problem," }, { "step", "Objection," } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *out = NULL;

      g_assert_cmpint (run_cli (&out, NULL, "list", county, lists[i][0], "--csv", NULL), ==, 0);
      g_assert_nonnull (strstr (out, lists[i][1]));
    }
}

static void
test_map_and_sheet (void)
{
  g_autofree char *png = g_build_filename (g_get_tmp_dir (), "map.png", NULL);
  g_autofree char *pdf = g_build_filename (g_get_tmp_dir (), "f1.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *command = NULL;
  gsize length;

  g_assert_cmpint (run_cli (NULL, NULL, "map", county, "-o", png, "--size", "640x480", NULL), ==,
                   0);
  g_assert_true (g_file_get_contents (png, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Width and height are in the header of the PNG file. */
  g_assert_cmpmem (bytes + 16, 8, "\0\0\x02\x80\0\0\x01\xe0", 8);

  g_assert_cmpint (run_cli (NULL, NULL, "sheet", county, "F1", "--limit", "2", "-o", pdf, NULL), ==,
                   0);
  command = g_strdup_printf ("pdftotext '%s' -", pdf);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "贫困户脱贫验收表"));
}

/* The forms of relocation: a sheet that lists all sites, one for those who settle scattered, a blank one; and the
   photos. */
static void
test_relocation_sheets (void)
{
  g_autofree char *pdf = g_build_filename (g_get_tmp_dir (), "f5.pdf", NULL);
  g_autofree char *out = NULL, *photos = NULL, *nobody = NULL;

  g_assert_cmpint (run_cli (&out, NULL, "sheet", county, "F5", "-o", pdf, "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (out, "\"sheets\" : 1"));
  g_assert_cmpint (run_cli (NULL, NULL, "sheet", county, "F4", "--blank", "-o", pdf, NULL), ==, 0);
  g_assert_cmpint (run_cli (NULL, &nobody, "sheet", county, "F4", "--where", "relocated=0", "-o", pdf, NULL), !=, 0);
  g_assert_nonnull (strstr (nobody, "nothing to print"));
  g_assert_cmpint (run_cli (&photos, NULL, "relocate", "photos", county, "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (photos, "\"photos\" : 0"));
}

/* The output of tuce-cli with these values of LC_ALL and LANGUAGE (NULL: unset). */
static char *
info_in (const char *locale, const char *language)
{
  char *out = NULL;

  if (locale)
    g_setenv ("LC_ALL", locale, TRUE);
  else
    g_unsetenv ("LC_ALL");
  if (language)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_assert_cmpint (run_cli (&out, NULL, "info", county, NULL), ==, 0);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  return out;
}

/* One page for a place of any level; paper is Chinese in any language of the program. */
static void
test_map_of_a_place (void)
{
  static const struct
  {
    const char *code;
    const char *title;
  } places[] = { { "511725", "渠县示意图" }, { "511725109", "静边镇示意图" }, { "511725109201", "示意图" } };
  g_autofree char *pdf = g_build_filename (g_get_tmp_dir (), "map.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext '%s' -", pdf);
  g_autofree char *info = g_strdup_printf ("pdfinfo '%s'", pdf);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *about = NULL;

      g_assert_cmpint (run_cli (NULL, NULL, "map", county, "--scope", places[i].code, "-o", pdf, NULL), ==, 0);
      g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, places[i].title));
      g_assert_nonnull (strstr (text, places[i].code));
      g_assert_nonnull (strstr (text, "已脱贫"));
      g_assert_nonnull (strstr (text, "OpenStreetMap"));
      g_assert_true (g_spawn_command_line_sync (info, &about, NULL, NULL, NULL));
      g_assert_nonnull (strstr (about, "Pages:           1"));
      g_assert_nonnull (strstr (about, "A4"));
    }
  g_assert_cmpint (run_cli (NULL, NULL, "map", county, "--scope", "511725999", "-o", pdf, NULL), ==, 3);
  g_assert_cmpint (run_cli (NULL, NULL, "map", county, "--size", "640x480", "-o", pdf, NULL), ==, 2);
}

/* Real outlines, reported in one line of JSON. The cells beneath are imported with them, and undo takes back
   everything. */
static void
test_import_map (void)
{
  static const char features[]
      = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"511725109\"},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.9,30.7],[107.0,30.7],[107.0,30.8],[106.9,30.8],"
        "[106.9,30.7]]]}}]}";
  g_autofree char *file = g_build_filename (g_get_tmp_dir (), "township.geojson", NULL);
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_true (g_file_set_contents (file, features, -1, NULL));
  g_assert_cmpint (run_cli (&out, NULL, "import-map", county, file, "--as", "township", "--key", "code", "--json", NULL), ==, 0);
  node = json (out);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "taken"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "unknown"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "redrawn"), >, 5);
  g_assert_cmpint (run_cli (NULL, NULL, "undo", county, NULL), ==, 0);
  g_assert_cmpint (run_cli (NULL, NULL, "verify", county, NULL), ==, 0);
  g_assert_cmpint (run_cli (NULL, NULL, "import-map", county, file, "--as", "village", "--key", "code", NULL), ==, 3);
  g_assert_cmpint (run_cli (NULL, NULL, "import-map", county, file, "--as", "village", "--key", "code", "--datum", "xian80", NULL), ==, 2);
}

static void
test_chinese (void)
{
  static const struct
  {
    const char *locale, *language;
    gboolean chinese;
  } cases[] = { { "C.UTF-8", "zh_CN", TRUE },    { "C.UTF-8", "en", FALSE }, { NULL, NULL, TRUE }, { "C", NULL, TRUE },
                { "zh_CN.UTF-8", NULL, TRUE }, { "C", "en", FALSE } };

  g_unsetenv ("LANG");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = info_in (cases[i].locale, cases[i].language);

      g_test_message ("LC_ALL=%s LANGUAGE=%s", cases[i].locale, cases[i].language);
      g_assert_nonnull (strstr (out, cases[i].chinese ? "贫困村" : "Poor villages"));
    }
}

/* tuce-cli works without a display: it links nothing of GTK. */
static void
test_links_no_gtk (void)
{
  g_autofree char *command = g_strdup_printf ("ldd '%s'", g_getenv ("TUCE_CLI"));
  g_autofree char *out = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, NULL));
  g_assert_nonnull (strstr (out, "libsqlite3"));
  g_assert_null (strstr (out, "libgtk"));
  g_assert_null (strstr (out, "libshumate"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  county = make_demo ("commands.tuce", 400);
  g_test_add_func ("/cli/info", test_info);
  g_test_add_func ("/cli/list", test_list);
  g_test_add_func ("/cli/masks", test_masks);
  g_test_add_func ("/cli/set-undo-redo", test_set_undo_redo);
  g_test_add_func ("/cli/set-status", test_set_status);
  g_test_add_func ("/cli/list-work", test_list_work);
  g_test_add_func ("/cli/map-and-sheet", test_map_and_sheet);
  g_test_add_func ("/cli/relocation-sheets", test_relocation_sheets);
  g_test_add_func ("/cli/map-of-a-place", test_map_of_a_place);
  g_test_add_func ("/cli/import-map", test_import_map);
  g_test_add_func ("/cli/chinese", test_chinese);
  g_test_add_func ("/cli/links-no-gtk", test_links_no_gtk);
  return g_test_run ();
}
