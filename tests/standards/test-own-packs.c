/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-own-packs.h"

#include <string.h>

#include "small-standards.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-text.h"

static TuceStandards *
load (TuceCounty *county, guint n_mistakes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;
  TuceStandards *standards = tuce_standards_load (county, &mistakes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < mistakes->len; i++)
    g_test_message ("%s", (char *) mistakes->pdata[i]);
  g_assert_cmpuint (mistakes->len, ==, n_mistakes);
  return standards;
}

static void
assert_active (TuceCounty *county, const char *name, gboolean active)
{
  g_autoptr (TuceStandards) standards = load (county, 0);

  g_assert_true (tuce_standards_is_active (standards, tuce_standards_pack (standards, name)) == active);
}

static TuceCounty *
a_county (void)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_open_scratch (2018, &error);

  g_assert_no_error (error);
  return county;
}

static void
test_bundled (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceStandards) standards = load (county, 0);
  g_autoptr (GPtrArray) checks = tuce_standards_checks (standards);

  g_assert_cmpuint (tuce_standards_packs (standards)->len, ==, 3);
  g_assert_cmpstr (tuce_standards_standard (standards, "household")->name, ==, "small-standard");
  g_assert_cmpstr (tuce_standards_standard (standards, "village")->name, ==, "small-village");
  g_assert_null (tuce_standards_standard (standards, "county"));
  g_assert_null (tuce_standards_procedure (standards, "household"));
  g_assert_cmpuint (checks->len, ==, 4);
  g_assert_cmpstr (tuce_standards_rule (standards, "Q12")->subject, ==, "member");
  g_assert_null (tuce_standards_rule (standards, "Q99"));
}

static void
test_activity (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceStandards) standards = load (county, 0);
  const TucePack *pack = tuce_standards_pack (standards, "small-checks");
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_own_pack_activate (county, standards, pack, FALSE, &error));
  g_assert_no_error (error);
  assert_active (county, "small-checks", FALSE);
  g_assert_false (tuce_own_pack_has_text (county, "small-checks"));
  g_assert_true (tuce_journal_undo (county, &error));
  assert_active (county, "small-checks", TRUE);
  g_assert_true (tuce_journal_redo (county, &error));
  assert_active (county, "small-checks", FALSE);
}

/* A copy replaces the bundled pack of its name; when the copy is deleted, that one is used again. */
static void
test_copy (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceStandards) before = load (county, 0);
  g_autoptr (TuceStandards) after = NULL, deleted = NULL;
  const TucePack *pack = tuce_standards_pack (before, "small-standard");
  g_autoptr (GString) text = g_string_new (pack->text);
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_own_pack_copy (county, before, pack, &error));
  g_assert_true (tuce_own_pack_has_text (county, "small-standard"));
  assert_active (county, "small-standard", TRUE);
  g_assert_false (tuce_own_pack_copy (county, before, pack, &error));
  g_clear_error (&error);

  g_string_append (text, "\n-- item: H9\n-- label: 新\nhousehold.size > 0\n");
  g_assert_true (tuce_own_pack_save (county, before, "small-standard", text->str, &error));
  g_assert_no_error (error);
  after = load (county, 0);
  g_assert_nonnull (tuce_standards_rule (after, "H9"));
  g_assert_cmpuint (tuce_standards_standard (after, "household")->rules->len, ==, 3);

  g_assert_true (tuce_own_pack_delete (county, "small-standard", &error));
  deleted = load (county, 0);
  g_assert_null (tuce_standards_rule (deleted, "H9"));
  g_assert_cmpuint (tuce_standards_packs (deleted)->len, ==, 3);
}

/* A text that can't be used is refused as a whole, and what was in force stays in force. */
static void
test_refused (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceStandards) standards = load (county, 0);
  g_autoptr (TuceStandards) renamed = NULL;
  const TucePack *pack = tuce_standards_pack (standards, "small-standard");
  g_auto (GStrv) parts = g_strsplit (pack->text, "small-standard", 2);
  g_autofree char *taken = g_strjoin ("small-checks", parts[0], parts[1], NULL);
  g_autofree char *other = g_strjoin ("ours", parts[0], parts[1], NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tuce_own_pack_save (county, standards, "small-standard", pack->text, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (tuce_own_pack_copy (county, standards, pack, &error));

  g_assert_false (tuce_own_pack_save (county, standards, "small-standard", "-- pack: small-standard\n", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tuce_own_pack_save (county, standards, "small-standard", taken, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  assert_active (county, "small-standard", TRUE);

  /* With a new name it exists beside the bundled one. The two can't both be in force, so it is refused while it is in
     force. */
  g_assert_false (tuce_own_pack_save (county, standards, "small-standard", other, &error));
  g_assert_nonnull (strstr (error->message, "H1"));
  g_clear_error (&error);
  g_assert_true (tuce_own_pack_activate (county, standards, pack, FALSE, &error));
  g_assert_true (tuce_own_pack_save (county, standards, "small-standard", other, &error));
  g_assert_no_error (error);
  renamed = load (county, 0);
  g_assert_false (tuce_standards_is_active (renamed, tuce_standards_pack (renamed, "ours")));
  g_assert_true (tuce_standards_is_active (renamed, tuce_standards_pack (renamed, "small-standard")));
  g_assert_false (
      tuce_own_pack_activate (county, renamed, tuce_standards_pack (renamed, "ours"), TRUE, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

/* A text with a mistake that got into the file somehow is left out and reported; the bundled pack is used. */
static void
test_left_out (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "x", &error);
  g_autoptr (TuceRecord) record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "pack"));
  g_autoptr (TuceStandards) standards = NULL;

  tuce_record_set_text (record, "name", "small-checks");
  tuce_record_set_text (record, "text", "-- pack: small-checks\n-- kind: checks\n-- label: x\n\n-- item: Q02\n1");
  tuce_record_set_integer (record, "active", 1);
  g_assert_true (tuce_edit_insert (edit, record, &error));
  g_assert_true (tuce_edit_commit (g_steal_pointer (&edit), &error));
  standards = load (county, 1);
  g_assert_true (tuce_standards_is_active (standards, tuce_standards_pack (standards, "small-checks")));
  g_assert_cmpuint (tuce_standards_pack (standards, "small-checks")->rules->len, ==, 4);
}

/* A pack for other years is listed but not in force. */
static void
test_years (void)
{
  g_autoptr (TuceCounty) county = a_county ();
  g_autoptr (TuceStandards) standards = load (county, 0);
  const TucePack *pack = tuce_standards_pack (standards, "small-village");
  g_autofree char *text = g_strconcat ("-- years: 2020-\n", pack->text, NULL);
  g_autoptr (TuceStandards) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_own_pack_copy (county, standards, pack, &error));
  g_assert_true (tuce_own_pack_save (county, standards, "small-village", text, &error));
  later = load (county, 0);
  g_assert_null (tuce_standards_standard (later, "village"));
  g_assert_true (tuce_standards_is_wanted (later, tuce_standards_pack (later, "small-village")));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tuce_text_set_language (FALSE);
  small_standards_use ();
  g_test_add_func ("/own-packs/bundled", test_bundled);
  g_test_add_func ("/own-packs/activity", test_activity);
  g_test_add_func ("/own-packs/copy", test_copy);
  g_test_add_func ("/own-packs/refused", test_refused);
  g_test_add_func ("/own-packs/left-out", test_left_out);
  g_test_add_func ("/own-packs/years", test_years);
  result = g_test_run ();
  small_standards_remove ();
  return result;
}
