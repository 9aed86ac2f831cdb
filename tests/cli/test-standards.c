/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tuce-cli prints about rule packs, findings and verdicts. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "run-cli.h"
#include "tuce-county.h"
#include "tuce-edit.h"

#define HEAD "-- pack: ours\n-- kind: checks\n-- subject: household\n-- label: 本县\n"
#define ITEM "-- item: X1\n-- severity: E\n-- label: 甲\n"

static char *
write_pack (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("packs-XXXXXX", NULL);
  char *path = g_build_filename (folder, "ours.sql", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* No bundled pack has a mistake. */
static void
test_lint_bundled (void)
{
  g_autofree char *folder = g_build_filename (TUCE_TESTS_DIR, "..", "data", "standards", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  const char *file;

  while ((file = g_dir_read_name (dir)))
    {
      g_autofree char *name = g_strndup (file, MAX (strlen (file), 4) - 4);
      g_autofree char *output = NULL, *complaint = NULL;
      int status;

      if (!g_str_has_suffix (file, ".sql"))
        continue;
      status = run_cli (&output, &complaint, "standards", "lint", name, NULL);
      g_test_message ("%s%s", output, complaint);
      g_assert_cmpint (status, ==, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

static void
test_lint_refused (void)
{
  g_autofree char *path = write_pack (HEAD ITEM "household.size > 1\n AND household.sise > :none");
  g_autofree char *doubtful = write_pack (HEAD ITEM "household.building > 3000 OR year.net_pc > 3000");
  g_autofree char *output = NULL, *complaint = NULL, *json = NULL, *doubt = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *mistake;

  g_assert_cmpint (run_cli (&output, NULL, "standards", "lint", path, NULL), ==, 3);
  g_assert_nonnull (strstr (output, "ours.sql, item X1, line 9, column 6:"));
  g_assert_nonnull (strstr (output, "household.sise"));

  g_assert_cmpint (run_cli (&json, NULL, "standards", "lint", path, "--json", NULL), ==, 3);
  root = json_from_string (json, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 1);
  mistake = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (mistake, "item"), ==, "X1");
  g_assert_cmpint (json_object_get_int_member (mistake, "line"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (mistake, "column"), ==, 6);
  g_assert_false (json_object_get_boolean_member (mistake, "doubt"));

  g_assert_true (g_file_set_contents (doubtful, HEAD ITEM "year.net_pc > 3000", -1, NULL));
  g_assert_cmpint (run_cli (&doubt, NULL, "standards", "lint", doubtful, NULL), ==, 0);
  g_assert_nonnull (strstr (doubt, "doubt"));

  g_assert_cmpint (run_cli (NULL, &complaint, "standards", "lint", "no-such-pack", NULL), !=, 0);
  g_assert_cmpstr (complaint, !=, "");
  g_assert_cmpint (run_cli (NULL, NULL, "standards", "paint", path, NULL), ==, 2);
}

static gint64
count_lines (const char *text)
{
  gint64 n = 0;

  for (const char *p = text; *p; p++)
    n += *p == '\n';
  return n;
}

/* Counts, lines and JSON are about the same findings, and the exit status shows errors. */
static void
test_check (void)
{
  g_autofree char *path = make_demo ("check.tuce", 300);
  g_autofree char *summary = NULL, *csv = NULL, *json = NULL, *scoped = NULL, *complaint = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) heading = NULL;

  g_assert_cmpint (run_cli (&summary, NULL, "check", path, NULL), ==, 1);
  g_assert_nonnull (strstr (summary, "Q68 "));
  g_assert_nonnull (strstr (summary, "Error "));
  g_assert_cmpint (run_cli (&csv, NULL, "check", path, "--rule", "Q68", "--csv", NULL), ==, 0);
  heading = g_strsplit (csv, "\n", 2);
  g_assert_true (g_str_has_prefix (heading[0], "Rule,"));
  g_assert_cmpint (run_cli (&json, NULL, "check", path, "--rule", "Q68", "--json", NULL), ==, 0);
  root = json_from_string (json, NULL);
  g_assert_cmpint (json_array_get_length (json_node_get_array (root)), ==, count_lines (heading[1]));
  g_assert_cmpint (count_lines (heading[1]), >, 0);

  g_assert_cmpint (run_cli (NULL, &complaint, "check", path, "--rule", "Q999", NULL), ==, 3);
  g_assert_nonnull (strstr (complaint, "Q999"));
  g_assert_cmpint (run_cli (NULL, NULL, "check", path, "--scope", "999", NULL), ==, 3);
  g_assert_cmpint (run_cli (&scoped, NULL, "check", path, "--rule", "Q65", "--json", NULL), ==, 0);
}

static gint64
number_at (const char *line)
{
  return g_ascii_strtoll (line, NULL, 10);
}

/* Met, unmet and not checked add up to all subjects, in any format. */
static void
test_assess (void)
{
  g_autofree char *path = make_demo ("assess.tuce", 300);
  g_autofree char *summary = NULL, *csv = NULL, *json = NULL, *villages = NULL, *other = NULL, *few = NULL;
  g_autoptr (JsonNode) root = NULL;
  const char *line;
  char *next;
  gint64 met, unmet, unchecked;

  g_assert_cmpint (run_cli (&summary, NULL, "assess", path, NULL), ==, 0);
  line = strstr (summary, "\nH1 ");
  g_assert_nonnull (line);
  met = g_ascii_strtoll (line + 4, &next, 10);
  unmet = g_ascii_strtoll (next, &next, 10);
  unchecked = number_at (next);
  g_assert_cmpint (met + unmet + unchecked, ==, 300);
  g_assert_cmpint (met, >, 0);
  g_assert_cmpint (unmet, >, 0);

  g_assert_cmpint (run_cli (&csv, NULL, "assess", path, "--csv", NULL), ==, 0);
  g_assert_cmpint (count_lines (csv), ==, 301);
  g_assert_cmpint (run_cli (&json, NULL, "assess", path, "--json", "--limit", "0", NULL), ==, 0);
  root = json_from_string (json, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 300);
  g_assert_cmpint (run_cli (&few, NULL, "assess", path, "--csv", "--where", "status=0", NULL), ==, 0);
  g_assert_cmpint (count_lines (few), <, 301);

  g_assert_cmpint (run_cli (&villages, NULL, "assess", path, "--level", "village", NULL), ==, 0);
  g_assert_nonnull (strstr (villages, "\nV1 "));
  g_assert_cmpint (run_cli (&other, NULL, "assess", path, "--pack", "national-two-three", NULL), ==, 0);
  g_assert_nonnull (strstr (other, "\nG1 "));
  g_assert_cmpint (run_cli (NULL, NULL, "assess", path, "--level", "street", NULL), ==, 2);
  g_assert_cmpint (run_cli (NULL, NULL, "assess", path, "--pack", "checks-member", NULL), ==, 3);
}

/* A pack of the county with a mistake is left out as a whole and reported; the bundled ones stay in use. */
static void
test_left_out (void)
{
  g_autofree char *path = make_demo ("left-out.tuce", 60);
  g_autofree char *before = NULL, *after = NULL, *complaint = NULL, *linted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceEdit) edit = NULL;
  g_autoptr (TuceRecord) pack = NULL;

  run_cli (&before, NULL, "check", path, NULL);
  county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  pack = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "pack"));
  tuce_record_set_text (pack, "name", "checks-member");
  tuce_record_set_text (pack, "text", "-- pack: checks-member\n-- kind: checks\n-- label: x\n\n-- item: Q06\n1");
  tuce_record_set_integer (pack, "active", 1);
  edit = tuce_edit_begin (county, "x", &error);
  g_assert_true (tuce_edit_insert (edit, pack, &error));
  g_assert_true (tuce_edit_commit (g_steal_pointer (&edit), &error));
  tuce_county_close (county);

  g_assert_cmpint (run_cli (&after, &complaint, "check", path, NULL), ==, 1);
  g_assert_nonnull (strstr (complaint, "Left out: checks-member"));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (run_cli (&linted, NULL, "standards", "lint", "checks-member", "--county", path, NULL), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/standards/lint-bundled", test_lint_bundled);
  g_test_add_func ("/cli/standards/lint-refused", test_lint_refused);
  g_test_add_func ("/cli/standards/check", test_check);
  g_test_add_func ("/cli/standards/assess", test_assess);
  g_test_add_func ("/cli/standards/left-out", test_left_out);
  return g_test_run ();
}
