/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parameters and packs, changed in the window. */
#include "tuce-standards-page.h"

#include <string.h>

#include "a-window.h"
#include "tuce-form-dialog.h"
#include "tuce-journal.h"
#include "tuce-review.h"

static TuceStandardsPage *
page_of (Fixture *fixture, const char *face)
{
  TuceStandardsPage *page = TUCE_STANDARDS_PAGE (a_window_part (fixture, "standards"));

  tuce_window_show_page (fixture->window, "standards");
  tuce_standards_page_show (page, face);
  return page;
}

static gboolean
is_reviewed (Fixture *fixture)
{
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return !tuce_review_get_running (review)
         && tuce_review_is_current (a_window_county (fixture), tuce_workspace_get_standards (fixture->workspace));
}

static gboolean
is_running (Fixture *fixture)
{
  return tuce_review_get_running (tuce_workspace_get_review (fixture->workspace));
}

static gint64
count_unmet (Fixture *fixture)
{
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household_assessment");
  g_autoptr (GError) error = NULL;
  gint64 n;

  tuce_query_add_condition (query, "results", TUCE_MATCHES, "0*", &error);
  g_assert_no_error (error);
  tuce_query_count (query, county, NULL, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

static void
assert_text (TuceParameterView *view, const char *key, const char *column, const char *text)
{
  g_autofree char *shown = tuce_parameter_view_get_text (view, key, column);

  g_assert_cmpstr (shown, ==, text);
}

/* A value is changed and confirmed in one edit, everything is looked at again meanwhile, and undo takes both back. */
static void
test_parameter (Fixture *fixture, gconstpointer data)
{
  TuceParameterView *view = tuce_standards_page_get_parameters (page_of (fixture, "parameters"));
  g_autofree char *before = NULL, *confirmed = NULL;
  g_autoptr (GError) error = NULL;
  TuceFormDialog *dialog;
  gint64 unmet;

  a_window_wait (is_reviewed, fixture);
  unmet = count_unmet (fixture);
  g_assert_cmpuint (tuce_parameter_view_get_n_rows (view), >, 20);
  before = tuce_parameter_view_get_text (view, "income_line", "value");
  assert_text (view, "income_line", "confirmed", "Not confirmed");
  g_assert_true (tuce_parameter_view_select (view, "income_line"));

  dialog = TUCE_FORM_DIALOG (tuce_parameter_view_open (view, FALSE));
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "value", "1000000");
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "source", "");
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "confirmed", "1");
  tuce_form_dialog_accept (dialog);
  g_assert_cmpstr (tuce_form_dialog_get_problem (dialog), !=, "");
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "source", "川扶贫发〔2018〕1号");
  tuce_form_dialog_accept (dialog);

  assert_text (view, "income_line", "value", "1000000");
  confirmed = tuce_parameter_view_get_text (view, "income_line", "confirmed");
  g_assert_true (g_str_has_prefix (confirmed, "Confirmed 20"));
  a_window_wait (is_running, fixture);
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpint (count_unmet (fixture), >, unmet);

  g_assert_true (tuce_journal_undo (a_window_county (fixture), &error));
  g_assert_no_error (error);
  assert_text (view, "income_line", "value", before);
  assert_text (view, "income_line", "confirmed", "Not confirmed");
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpint (count_unmet (fixture), ==, unmet);
}

static void
test_activity (Fixture *fixture, gconstpointer data)
{
  TucePackView *view = tuce_standards_page_get_packs (page_of (fixture, "packs"));
  TuceStandards *standards;
  g_autoptr (GError) error = NULL;

  a_window_wait (is_reviewed, fixture);
  g_assert_true (tuce_pack_view_select (view, "checks-lists"));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "checks-lists"), ==, "In force");
  g_assert_false (tuce_pack_view_press (view, "delete"));
  g_assert_true (tuce_pack_view_press (view, "activate"));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "checks-lists"), ==, "Not in force");
  standards = tuce_workspace_get_standards (fixture->workspace);
  g_assert_false (tuce_standards_is_active (standards, tuce_standards_pack (standards, "checks-lists")));
  g_assert_true (tuce_journal_undo (a_window_county (fixture), &error));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "checks-lists"), ==, "In force");
  a_window_wait (is_reviewed, fixture);
}

static gboolean
says_something (Fixture *fixture)
{
  TuceStandardsPage *page = TUCE_STANDARDS_PAGE (a_window_part (fixture, "standards"));

  return *tuce_pack_view_get_problem (tuce_standards_page_get_packs (page)) != '\0';
}

/* A second standard for the same households is refused, and the one in force stays. */
static void
test_clash (Fixture *fixture, gconstpointer data)
{
  TucePackView *view = tuce_standards_page_get_packs (page_of (fixture, "packs"));

  a_window_wait (is_reviewed, fixture);
  g_assert_true (tuce_pack_view_select (view, "national-two-three"));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "national-two-three"), ==, "Not in force");
  g_assert_true (tuce_pack_view_press (view, "activate"));
  a_window_wait (says_something, fixture);
  g_assert_nonnull (strstr (tuce_pack_view_get_problem (view), "sichuan-2018-household"));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "national-two-three"), ==, "Not in force");
  g_assert_cmpstr (tuce_pack_view_get_state (view, "sichuan-2018-household"), ==, "In force");
}

static gboolean
has_looked (Fixture *fixture)
{
  TuceStandardsPage *page = TUCE_STANDARDS_PAGE (a_window_part (fixture, "standards"));
  TucePackEditor *editor = tuce_pack_view_get_editor (tuce_standards_page_get_packs (page));

  return editor && !tuce_pack_editor_is_looking (editor);
}

static void
add_text (TucePackEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = tuce_pack_editor_get_buffer (editor);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static int
cursor_line (TucePackEditor *editor)
{
  GtkTextBuffer *buffer = tuce_pack_editor_get_buffer (editor);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&at);
}

/* Somebody else who opens the pack's text finds what was typed and not saved: @part of it, or nothing of the kind. */
static void
assert_draft (Fixture *fixture, const char *part)
{
  TucePackEditor *editor = TUCE_PACK_EDITOR (g_object_ref_sink (tuce_pack_editor_new (fixture->workspace)));
  GtkTextBuffer *buffer = tuce_pack_editor_get_buffer (editor);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_assert_true (tuce_pack_editor_edit (editor, "checks-household", &error));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_true (tuce_pack_editor_is_changed (editor) == (part != NULL));
  if (part)
    g_assert_nonnull (strstr (text, part));
  g_object_unref (editor);
}

/* A copy with a mistake can't be saved: the mistake leads to its place, and what was in force stays until it is right. */
static void
test_editor (Fixture *fixture, gconstpointer data)
{
  TucePackView *view = tuce_standards_page_get_packs (page_of (fixture, "packs"));
  g_autoptr (GError) error = NULL;
  TucePackEditor *editor;
  int last;

  a_window_wait (is_reviewed, fixture);
  g_assert_true (tuce_pack_view_select (view, "checks-household"));
  g_assert_true (tuce_pack_view_press (view, "copy"));
  editor = tuce_pack_view_get_editor (view);
  g_assert_nonnull (editor);
  a_window_wait (has_looked, fixture);
  g_assert_cmpuint (tuce_pack_editor_get_n_mistakes (editor), ==, 0);

  add_text (editor, "\n-- item: X1\n-- severity: I\n-- label: 本县\nhousehold.sise > 1");
  last = gtk_text_buffer_get_line_count (tuce_pack_editor_get_buffer (editor)) - 1;
  a_window_wait (has_looked, fixture);
  g_assert_cmpuint (tuce_pack_editor_get_n_mistakes (editor), ==, 1);
  g_assert_nonnull (strstr (tuce_pack_editor_get_sentence (editor), "1 mistake"));
  g_assert_false (tuce_pack_editor_save (editor));
  g_assert_null (tuce_standards_rule (tuce_workspace_get_standards (fixture->workspace), "X1"));
  g_assert_nonnull (tuce_standards_rule (tuce_workspace_get_standards (fixture->workspace), "Q02"));
  tuce_pack_editor_activate_mistake (editor, 0);
  g_assert_cmpint (cursor_line (editor), ==, last);
  assert_draft (fixture, "household.sise");

  add_text (editor, " OR household.size > 0");
  a_window_wait (has_looked, fixture);
  g_assert_cmpuint (tuce_pack_editor_get_n_mistakes (editor), ==, 1);
  gtk_text_buffer_set_text (tuce_pack_editor_get_buffer (editor), "", -1);
  add_text (editor, tuce_standards_pack (tuce_workspace_get_standards (fixture->workspace), "checks-household")->text);
  add_text (editor, "\n-- item: X1\n-- severity: I\n-- label: 本县\nhousehold.size > 1");
  a_window_wait (has_looked, fixture);
  g_assert_cmpuint (tuce_pack_editor_get_n_mistakes (editor), ==, 0);
  g_assert_true (tuce_pack_editor_save (editor));
  g_assert_nonnull (tuce_standards_rule (tuce_workspace_get_standards (fixture->workspace), "X1"));
  g_assert_nonnull (strstr (tuce_pack_view_get_state (view, "checks-household"), "own"));
  a_window_wait (is_reviewed, fixture);
  assert_draft (fixture, NULL);

  g_assert_true (tuce_pack_view_press (view, "delete"));
  g_assert_null (tuce_standards_rule (tuce_workspace_get_standards (fixture->workspace), "X1"));
  g_assert_null (tuce_pack_view_get_editor (view));
  g_assert_cmpstr (tuce_pack_view_get_state (view, "checks-household"), ==, "In force");
  a_window_wait (is_reviewed, fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();
  g_test_add ("/standards-page/parameter", Fixture, NULL, a_window_set_up, test_parameter, a_window_tear_down);
  g_test_add ("/standards-page/activity", Fixture, NULL, a_window_set_up, test_activity, a_window_tear_down);
  g_test_add ("/standards-page/clash", Fixture, NULL, a_window_set_up, test_clash, a_window_tear_down);
  g_test_add ("/standards-page/editor", Fixture, NULL, a_window_set_up, test_editor, a_window_tear_down);
  return g_test_run ();
}
