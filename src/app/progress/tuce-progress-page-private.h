/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-freshness.h"
#include "tuce-looks.h"
#include "tuce-progress-page.h"
#include "tuce-progress-table.h"

/* Between tuce-progress-page.c, which counts and shows, and tuce-progress-page-lists.c: the lists behind the bars. */

struct _TuceProgressPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *level;    /* GtkDropDown over levels */
  GtkWidget *status;   /* GtkDropDown: all, then the codes of the household's status */
  GtkWidget *milestones;
  GtkWidget *departments;
  TuceProgressTable *table;
  TuceLooks *looks;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceProgressFound *found;
  GCancellable *query; /* of the look on its way, or NULL */
  gboolean filling;
  gboolean leaving; /* another page is about to be shown */
};

/* The code of the status chosen, or NULL for all. */
const char *tuce_progress_page_get_status (TuceProgressPage *page);

/* Counts anew, now or when the page is next in view. */
void tuce_progress_page_find (TuceProgressPage *page);
