/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How households and places stand: criteria in tables and filters, verdicts and inspections on the card, villages, and
 * the bars of the page of progress with the lists behind them. */
#include <gtk/gtk.h>

#include <string.h>

#include "a-window.h"
#include "tuce-form-dialog.h"
#include "tuce-journal.h"
#include "tuce-progress-page.h"
#include "tuce-verdict-section.h"
#include "tuce-village-page.h"

#define HOUSING "H4"

static TuceVillagePage *
villages_of (Fixture *fixture)
{
  return TUCE_VILLAGE_PAGE (a_window_part (fixture, "villages"));
}

static TuceProgressPage *
progress_of (Fixture *fixture)
{
  return TUCE_PROGRESS_PAGE (a_window_part (fixture, "progress"));
}

static gboolean
is_reviewed (Fixture *fixture)
{
  TuceReview *review = tuce_workspace_get_review (fixture->workspace);

  return !tuce_review_get_running (review)
         && tuce_review_is_current (a_window_county (fixture), tuce_review_get_standards (review))
         && !tuce_list_page_is_loading (TUCE_LIST_PAGE (villages_of (fixture)))
         && !tuce_progress_page_is_loading (progress_of (fixture)) && a_window_is_settled (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  a_window_set_up (fixture, data);
  a_window_wait (is_reviewed, fixture);
}

static TuceStandards *
standards_of (Fixture *fixture)
{
  return tuce_workspace_get_standards (fixture->workspace);
}

static TuceVerdictSection *
find_section (GtkWidget *widget)
{
  TuceVerdictSection *found = NULL;

  if (TUCE_IS_VERDICT_SECTION (widget))
    return TUCE_VERDICT_SECTION (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_section (child);
  return found;
}

static const TuceVerdict *
verdict_of (Fixture *fixture, const char *code)
{
  const TuceVerdictsFound *found
      = tuce_verdict_section_get_found (find_section (a_window_part (fixture, "card")));

  for (guint i = 0; found && i < found->verdicts->len; i++)
    {
      const TuceVerdict *verdict = g_ptr_array_index (found->verdicts, i);

      if (g_str_equal (verdict->rule->code, code))
        return verdict;
    }
  g_assert_not_reached ();
}

static char
kept_result (Fixture *fixture, gint64 household, const char *code)
{
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (TuceRecord) kept
      = tuce_county_year_record (county, "household_assessment", household, tuce_county_get_year (county), NULL);
  const TuceRule *rule = tuce_standards_rule (standards_of (fixture), code);

  return tuce_record_text (kept, "results")[rule->index];
}

/* What a criterion's filter leaves is what is kept so, and the three together are all. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const TuceRule *rule = tuce_standards_rule (standards_of (fixture), HOUSING);
  guint sum = 0;

  for (TuceResult result = TUCE_UNCHECKED; result <= TUCE_MET; result++)
    {
      tuce_workspace_add_criterion (fixture->workspace, rule, result);
      a_window_settle (fixture);
      g_assert_cmpuint (tuce_workspace_get_conditions (fixture->workspace)->len, ==, 1);
      for (guint i = 0; i < a_window_n_rows (fixture); i += 17)
        g_assert_cmpint (kept_result (fixture, a_window_id_at (fixture, i), HOUSING), ==,
                         tuce_result_character (result));
      sum += a_window_n_rows (fixture);
    }
  g_assert_cmpuint (sum, ==, HOUSEHOLDS);
}

/* An inspection sets the result: on the card, in what is kept, in the filter; undone, the data count again. */
static void
test_inspection (Fixture *fixture, gconstpointer data)
{
  TuceVerdictSection *section = find_section (a_window_part (fixture, "card"));
  gint64 household = a_window_id_at (fixture, 3);
  g_autoptr (GError) error = NULL;
  TuceFormDialog *dialog;
  TuceResult before;

  tuce_workspace_select (fixture->workspace, "household", household);
  tuce_verdict_section_set_open (section, TRUE);
  a_window_settle (fixture);
  before = verdict_of (fixture, HOUSING)->result;
  g_assert_cmpint (verdict_of (fixture, HOUSING)->inspection, ==, 0);

  dialog = TUCE_FORM_DIALOG (tuce_verdict_section_inspect (section, HOUSING));
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "result", before == TUCE_UNMET ? "met" : "unmet");
  tuce_value_form_fill (tuce_form_dialog_get_form (dialog), "inspector", "Wang");
  tuce_form_dialog_accept (dialog);
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpint (verdict_of (fixture, HOUSING)->result, !=, before);
  g_assert_cmpint (verdict_of (fixture, HOUSING)->computed, ==, before);
  g_assert_cmpint (verdict_of (fixture, HOUSING)->inspection, !=, 0);
  g_assert_cmpint (kept_result (fixture, household, HOUSING), ==, before == TUCE_UNMET ? '1' : '0');

  g_assert_true (tuce_journal_undo (a_window_county (fixture), &error));
  g_assert_no_error (error);
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpint (verdict_of (fixture, HOUSING)->result, ==, before);
  g_assert_cmpint (kept_result (fixture, household, HOUSING), ==, tuce_result_character (before));
}

static void
test_villages (Fixture *fixture, gconstpointer data)
{
  TuceVillagePage *page = villages_of (fixture);
  g_autoptr (TuceQuery) query = tuce_query_new (a_window_county (fixture), "village");
  g_autoptr (GError) error = NULL;
  g_autofree char *rate = NULL;
  TuceRecordList *list;
  gint64 villages, townships, id;

  tuce_window_show_page (fixture->window, "villages");
  a_window_wait (is_reviewed, fixture);
  g_assert_true (tuce_query_count (query, a_window_county (fixture), NULL, &villages, NULL, &error));
  list = tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)));
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, villages);
  rate = tuce_record_table_get_text (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)), 0, "@incidence");
  g_assert_true (g_str_has_suffix (rate, "%") || g_str_equal (rate, "—"));
  id = tuce_record_list_get_id (list, 2);
  g_signal_emit_by_name (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)), "selected", id);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "village");
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);

  tuce_record_page_show (TUCE_RECORD_PAGE (page), "township", NULL);
  a_window_wait (is_reviewed, fixture);
  list = tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)));
  townships = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpint (townships, >, 1);
  g_assert_cmpint (townships, <, villages);
}

static void
assert_tally (const TuceTally *a, const TuceTally *b)
{
  g_assert_cmpint (a->met, ==, b->met);
  g_assert_cmpint (a->unmet, ==, b->unmet);
  g_assert_cmpint (a->unchecked, ==, b->unchecked);
}

/* The numbers in the bars are those of the roll-up, the first row is their sum, and the list behind a bar has as many. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  TuceProgressPage *page = progress_of (fixture);
  TuceCounty *county = a_window_county (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rollups = NULL;
  const TuceProgressFound *found;
  TuceTally sum = { 0, 0, 0 };
  guint row = 0, n_open = 0, n_overdue = 0;

  tuce_window_show_page (fixture->window, "progress");
  a_window_wait (is_reviewed, fixture);
  g_assert_cmpstr (tuce_progress_page_get_look (page), ==, "list");
  found = tuce_progress_page_get_found (page);
  rollups = tuce_rollups (county, standards_of (fixture), "household", "township", tuce_county_get_code (county), NULL,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->rollups->len, ==, rollups->len + 1);
  for (guint i = 0; i < rollups->len; i++)
    {
      const TuceRollup *mine = g_ptr_array_index (found->rollups, i + 1), *other = g_ptr_array_index (rollups, i);

      g_assert_cmpstr (mine->code, ==, other->code);
      assert_tally (&mine->whole, &other->whole);
      sum.met += other->whole.met;
      sum.unmet += other->whole.unmet;
      sum.unchecked += other->whole.unchecked;
      if (mine->criteria[0].unmet > 0)
        row = i + 1;
    }
  assert_tally (&((TuceRollup *) g_ptr_array_index (found->rollups, 0))->whole, &sum);
  g_assert_cmpint (sum.met + sum.unmet + sum.unchecked, ==, HOUSEHOLDS);
  for (guint i = 0; i < found->measures->departments->len; i++)
    {
      const TuceDepartment *department = g_ptr_array_index (found->measures->departments, i);

      n_open += department->n_open;
      n_overdue += department->n_overdue;
    }
  g_assert_cmpuint (n_open, >, n_overdue);
  g_assert_cmpuint (found->measures->n_open, ==, n_open);
  g_assert_cmpuint (found->measures->n_overdue, ==, n_overdue);

  g_assert_cmpuint (row, >, 0);
  {
    const TuceRollup *rollup = g_ptr_array_index (found->rollups, row);
    gint64 unmet = rollup->criteria[0].unmet;
    g_autofree char *code = g_strdup (rollup->code);

    tuce_progress_page_open (page, row, 0, TUCE_UNMET);
    a_window_wait (is_reviewed, fixture);
    g_assert_cmpstr (tuce_workspace_get_scope (fixture->workspace), ==, code);
    g_assert_true (gtk_widget_get_mapped (a_window_part (fixture, "households")));
    g_assert_cmpint (a_window_n_rows (fixture), ==, unmet);
  }
}

/* Villages behind a bar of villages. */
static void
test_progress_villages (Fixture *fixture, gconstpointer data)
{
  TuceProgressPage *page = progress_of (fixture);
  const TuceRollup *sum;
  gint64 unmet;

  tuce_window_show_page (fixture->window, "progress");
  tuce_progress_page_set_level (page, "village");
  a_window_wait (is_reviewed, fixture);
  sum = g_ptr_array_index (tuce_progress_page_get_found (page)->rollups, 0);
  unmet = sum->whole.unmet;
  g_assert_cmpint (unmet, >, 0);
  tuce_progress_page_open (page, 0, -1, TUCE_UNMET);
  a_window_wait (is_reviewed, fixture);
  g_assert_true (gtk_widget_get_mapped (a_window_part (fixture, "villages")));
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (
                       tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (villages_of (fixture)))))),
                   ==, unmet);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  a_window_make_county ();

#define add(path, test) g_test_add ("/standing/" path, Fixture, NULL, set_up, test, a_window_tear_down)
  add ("filter", test_filter);
  add ("inspection", test_inspection);
  add ("villages", test_villages);
  add ("progress", test_progress);
  add ("progress-villages", test_progress_villages);
#undef add
  return g_test_run ();
}
