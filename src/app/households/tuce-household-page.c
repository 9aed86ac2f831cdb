/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-condition-bar.h"
#include "tuce-households-task.h"

struct _TuceHouseholdPage
{
  TuceRecordPage parent_instance;

  gint64 people;     /* in the households listed */
  gboolean entering; /* see tuce_household_page_enter() */
};

G_DEFINE_FINAL_TYPE (TuceHouseholdPage, tuce_household_page, TUCE_TYPE_RECORD_PAGE)

static TuceWorkspace *
workspace_of (gpointer self)
{
  return tuce_list_page_get_workspace (self);
}

/* --- what is shown --- */

static TuceQuery *
new_query (TuceRecordPage *page, GError **error)
{
  return tuce_workspace_households (workspace_of (page));
}

static void
add_reads (TuceListPage *page, TuceReads *reads)
{
  TUCE_LIST_PAGE_CLASS (tuce_household_page_parent_class)->add_reads (page, reads);
  tuce_workspace_add_reads (workspace_of (page), reads);
  tuce_reads_add_path (reads, "household", "size");
}

static void
look (TuceRecordPage *page, TuceQuery *query, const char *figure, gboolean descending, GCancellable *cancellable,
      GAsyncReadyCallback ready, gpointer data)
{
  tuce_workspace_expect_shown (workspace_of (page));
  tuce_read_async (tuce_workspace_get_county (workspace_of (page)), &tuce_households_finding, query, cancellable, ready, data);
}

static GArray *
take (TuceRecordPage *page, GAsyncResult *result, GError **error)
{
  g_autoptr (TuceHouseholdsFound) found = tuce_read_finish (result, error);

  if (!found)
    return NULL;
  TUCE_HOUSEHOLD_PAGE (page)->people = found->people;
  tuce_workspace_set_shown (workspace_of (page), found->ids->len, found->people);
  return g_array_ref (found->ids);
}

static char *
count_words (TuceRecordPage *page, guint n)
{
  g_autofree char *households = tuce_text_number (n);
  g_autofree char *people = tuce_text_number (TUCE_HOUSEHOLD_PAGE (page)->people);

  /* Translators: households, then people */
  return g_strdup_printf (_("%s households, %s people"), households, people);
}

static void
show_none (TuceListPage *page)
{
  TuceWorkspace *workspace = workspace_of (page);
  TuceLooks *looks = tuce_list_page_get_looks (page);
  const char *scope = tuce_workspace_describe_scope (workspace);
  g_autofree char *filter
      = tuce_conditions_describe (tuce_workspace_get_conditions (workspace), tuce_workspace_get_search (workspace));
  g_autofree char *sentence = NULL;

  if (*filter)
    {
      sentence = g_strdup_printf (_("No household of %s meets: %s"), scope, filter);
      tuce_looks_show (looks, "nothing", sentence, _("Clear"), "page.clear");
    }
  else if (tuce_list_page_is_whole (page))
    {
      sentence = g_strdup_printf (_("Here stand the registered households of %s. This file has none yet."), scope);
      tuce_looks_show (looks, "empty", sentence, _("Look at the Demo County"), "win.demo");
    }
  else
    {
      sentence = g_strdup_printf (_("No household is registered in %s."), scope);
      tuce_looks_show (looks, "empty", sentence, _("Show the Whole County"), "page.whole-county");
    }
}

static void
clear (TuceListPage *page)
{
  tuce_workspace_set_search (workspace_of (page), "");
  tuce_workspace_clear_conditions (workspace_of (page));
}

/* --- entered from the search --- */

static void
enter (TuceHouseholdPage *self)
{
  TuceRecordList *list = tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (self)));

  if (list && g_list_model_get_n_items (G_LIST_MODEL (list)) == 1)
    tuce_workspace_select (workspace_of (self), "household", tuce_record_list_get_id (list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
shown (TuceListPage *page)
{
  TuceHouseholdPage *self = TUCE_HOUSEHOLD_PAGE (page);

  if (self->entering)
    enter (self);
  self->entering = FALSE;
}

void
tuce_household_page_enter (TuceHouseholdPage *self)
{
  g_return_if_fail (TUCE_IS_HOUSEHOLD_PAGE (self));
  self->entering = tuce_list_page_is_loading (TUCE_LIST_PAGE (self));
  if (self->entering)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    enter (self);
}

/* --- object --- */

static void
tuce_household_page_class_init (TuceHouseholdPageClass *klass)
{
  TuceListPageClass *list_class = TUCE_LIST_PAGE_CLASS (klass);
  TuceRecordPageClass *record_class = TUCE_RECORD_PAGE_CLASS (klass);

  list_class->looking = N_("Looking up households…");
  list_class->add_reads = add_reads;
  list_class->show_none = show_none;
  list_class->shown = shown;
  list_class->clear = clear;
  record_class->adds = FALSE;
  record_class->new_query = new_query;
  record_class->look = look;
  record_class->take = take;
  record_class->count_words = count_words;
}

static void
tuce_household_page_init (TuceHouseholdPage *self)
{
}

static GtkWidget *
new_conditions (TuceWorkspace *workspace)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bar = g_object_new (TUCE_TYPE_CONDITION_BAR, NULL);

  tuce_condition_bar_set_workspace (TUCE_CONDITION_BAR (bar), workspace);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bar);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

/* What is done for all households shown at once: actions of the window. */
static GtkWidget *
new_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Add Measures…"), "win.add-measures");
  g_menu_append (menu, _("Exit Procedure…"), "win.exit-procedure");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("For All Shown"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("What is done for all households shown at once"));
  return button;
}

GtkWidget *
tuce_household_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind)
{
  TuceHouseholdPage *self = g_object_new (TUCE_TYPE_HOUSEHOLD_PAGE, NULL);
  GtkBox *bar = tuce_list_page_get_bar (TUCE_LIST_PAGE (self));

  tuce_record_page_set_filters (TUCE_RECORD_PAGE (self), new_conditions (workspace));
  tuce_record_page_build (TUCE_RECORD_PAGE (self), workspace, settings, kind);
  /* The choice of columns stays the last. */
  gtk_box_insert_child_after (bar, new_menu (), gtk_widget_get_prev_sibling (gtk_widget_get_last_child (GTK_WIDGET (bar))));
  return GTK_WIDGET (self);
}
