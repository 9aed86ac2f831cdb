/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page 规划: a scenario made, worked out, compared and adopted without the window waiting. */
#include <gtk/gtk.h>
#include <string.h>

#include "../relocation/planned-county.h"
#include "tuce-adoption-dialog.h"
#include "tuce-form-dialog.h"
#include "tuce-journal.h"
#include "tuce-plan-page.h"
#include "tuce-proposal-dialog.h"

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceWorkspace *workspace;
  GtkWidget *window;
  TucePlanPage *page;
} Fixture;

static void
wait_until_idle (Fixture *fixture)
{
  while (tuce_plan_page_is_busy (fixture->page) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = planned_county (&fixture->path, 40, 15, 40);
  fixture->workspace = tuce_workspace_new ();
  fixture->window = gtk_window_new ();
  fixture->page = TUCE_PLAN_PAGE (tuce_plan_page_new (fixture->workspace));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  tuce_workspace_set_county (fixture->workspace, fixture->county);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_idle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tuce_workspace_set_county (fixture->workspace, NULL);
  g_object_unref (fixture->workspace);
  planned_county_remove (fixture->county, fixture->path);
}

/* The window of the class @type that stands over the page. */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  wait_until_idle (fixture);
}

static const TucePlanFigures *
shown (Fixture *fixture)
{
  return tuce_plan_page_get_found (fixture->page)->shown;
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = planned_county_truth (fixture->county);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *dialog;

  g_assert_cmpstr (tuce_plan_page_get_look (fixture->page), ==, "empty");
  act (fixture, "plan.new");
  dialog = find_dialog (TUCE_TYPE_FORM_DIALOG);
  g_assert_nonnull (dialog);
  tuce_value_form_fill (tuce_form_dialog_get_form (TUCE_FORM_DIALOG (dialog)), "name", "甲");
  tuce_form_dialog_accept (TUCE_FORM_DIALOG (dialog));
  wait_until_idle (fixture);
  g_assert_cmpstr (tuce_plan_page_get_look (fixture->page), ==, "list");
  g_assert_cmpstr (shown (fixture)->name, ==, "甲");
  act (fixture, "plan.run");
  g_assert_true (shown (fixture)->current);
  g_assert_cmpuint (shown (fixture)->placed_households, ==, 40);
  act (fixture, "plan.adopt");
  dialog = find_dialog (TUCE_TYPE_ADOPTION_DIALOG);
  g_assert_nonnull (dialog);
  after = planned_county_truth (fixture->county);
  g_assert_cmpstr (before, ==, after);
  tuce_adoption_dialog_accept (TUCE_ADOPTION_DIALOG (dialog));
  wait_until_idle (fixture);
  g_clear_pointer (&after, g_free);
  after = planned_county_truth (fixture->county);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (shown (fixture)->adopted_on, !=, "");
  g_assert_true (tuce_journal_undo (fixture->county, NULL));
  undone = planned_county_truth (fixture->county);
  g_assert_cmpstr (before, ==, undone);
}

/* What is refused stays in the window, and nothing is made. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  planned_county_scenario (fixture->county, "甲");
  wait_until_idle (fixture);
  act (fixture, "plan.copy");
  dialog = find_dialog (TUCE_TYPE_FORM_DIALOG);
  tuce_value_form_fill (tuce_form_dialog_get_form (TUCE_FORM_DIALOG (dialog)), "name", "甲");
  tuce_form_dialog_accept (TUCE_FORM_DIALOG (dialog));
  g_assert_nonnull (strstr (tuce_form_dialog_get_problem (TUCE_FORM_DIALOG (dialog)), "甲"));
  tuce_value_form_fill (tuce_form_dialog_get_form (TUCE_FORM_DIALOG (dialog)), "name", "乙");
  tuce_form_dialog_accept (TUCE_FORM_DIALOG (dialog));
  wait_until_idle (fixture);
  g_assert_cmpstr (shown (fixture)->name, ==, "乙");
  g_assert_cmpstr (tuce_plan_page_get_found (fixture->page)->other->name, ==, "甲");
  g_assert_cmpuint (tuce_plan_page_get_found (fixture->page)->figures->len, ==, 2);
  act (fixture, "plan.remove");
  g_assert_cmpuint (tuce_plan_page_get_found (fixture->page)->figures->len, ==, 1);
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  gint64 scenario = planned_county_scenario (fixture->county, "甲");

  planned_county_set (fixture->county, TUCE_SCENARIO_SITE, planned_county_site (fixture->county, scenario, "East"),
                      "open", "0");
  wait_until_idle (fixture);
  act (fixture, "plan.propose");
  dialog = find_dialog (TUCE_TYPE_PROPOSAL_DIALOG);
  g_assert_nonnull (dialog);
  tuce_proposal_dialog_look (TUCE_PROPOSAL_DIALOG (dialog), 1);
  while (tuce_proposal_dialog_is_looking (TUCE_PROPOSAL_DIALOG (dialog)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tuce_proposal_dialog_n_ticked (TUCE_PROPOSAL_DIALOG (dialog)), ==, 1);
  tuce_proposal_dialog_accept (TUCE_PROPOSAL_DIALOG (dialog));
  wait_until_idle (fixture);
  g_assert_cmpuint (shown (fixture)->sites->len, ==, 3);
  g_assert_false (shown (fixture)->current);
}

/* Stopped while it is being worked out: as before. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  gint64 last;

  planned_county_scenario (fixture->county, "甲");
  wait_until_idle (fixture);
  last = tuce_journal_last (fixture->county, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.run", NULL);
  tuce_workspace_set_county (fixture->workspace, NULL);
  while (g_main_context_pending (NULL) || tuce_plan_page_is_busy (fixture->page))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last);
}

#define ADD(path, function) g_test_add ("/app/plan-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("whole-way", test_whole_way);
  ADD ("refused", test_refused);
  ADD ("propose", test_propose);
  ADD ("stopped", test_stopped);
  return g_test_run ();
}
