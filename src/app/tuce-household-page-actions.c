/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-page-private.h"

#include "tuce-measure-dialog.h"
#include "tuce-move-dialog.h"

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (TUCE_HOUSEHOLD_PAGE (widget)->columns);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* What is done with all households shown at once has a dialog of its own. */
static void
do_with_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceHouseholdPage *self = TUCE_HOUSEHOLD_PAGE (widget);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (!county || !tuce_county_is_writable (county))
    return;
  if (g_str_equal (action, "households.add-measures"))
    dialog = tuce_measure_dialog_new (window_of (widget), self->workspace);
  else
    dialog = tuce_move_dialog_new (window_of (widget), self->workspace, &error);
  if (dialog)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    tuce_workspace_report_error (self->workspace, error);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_HOUSEHOLD_PAGE (widget)->workspace, NULL);
}

static void
clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceHouseholdPage *self = TUCE_HOUSEHOLD_PAGE (widget);

  tuce_workspace_set_search (self->workspace, "");
  tuce_workspace_clear_conditions (self->workspace);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_household_page_find (TUCE_HOUSEHOLD_PAGE (widget));
}

void
tuce_household_page_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.choose-columns", NULL, choose_columns);
  gtk_widget_class_install_action (klass, "households.add-measures", NULL, do_with_all);
  gtk_widget_class_install_action (klass, "households.exit-procedure", NULL, do_with_all);
  gtk_widget_class_install_action (klass, "households.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (klass, "households.clear-filter", NULL, clear_filter);
  gtk_widget_class_install_action (klass, "households.again", NULL, try_again);
}
