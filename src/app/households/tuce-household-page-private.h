/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-condition-bar.h"
#include "tuce-freshness.h"
#include "tuce-household-page.h"

/* Between tuce-household-page.c, which shows, and tuce-household-page-actions.c, which does. */

struct _TuceHouseholdPage
{
  GtkBox parent_instance;

  /* template children */
  TuceConditionBar *conditions;
  GtkLabel *count;
  GtkMenuButton *columns;
  GtkStack *looks;
  GtkBox *table_place;
  GtkLabel *empty_sentence;
  GtkButton *empty_whole;
  GtkButton *empty_demo;
  GtkLabel *nothing_sentence;
  GtkLabel *failed_sentence;

  /* owned */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  GCancellable *query; /* of the query on its way, or NULL */
  GHashTable *touched; /* what the edit behind that query changed, or NULL */
  guint loading_source;
  gboolean anew;     /* the list is to begin at its top */
  gboolean entering; /* see tuce_household_page_enter() */

  /* borrowed */
  TuceRecordTable *table;
};

/** tuce_household_page_find: Looks anew, from the top: now, or when the page is next in view. */
void tuce_household_page_find (TuceHouseholdPage *page);

/** tuce_household_page_class_install_actions: Gives the class the actions of its menus and looks. */
void tuce_household_page_class_install_actions (GtkWidgetClass *klass);
