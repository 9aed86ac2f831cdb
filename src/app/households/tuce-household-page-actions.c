/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-page-private.h"

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (TUCE_HOUSEHOLD_PAGE (widget)->columns);
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
  gtk_widget_class_install_action (klass, "households.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (klass, "households.clear-filter", NULL, clear_filter);
  gtk_widget_class_install_action (klass, "households.again", NULL, try_again);
}
