/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-due-list.h"
#include "tuce-freshness.h"
#include "tuce-page.h"
#include "tuce-looks.h"
#include "tuce-measure-page.h"

/* Between tuce-measure-page.c (what is shown), -build.c (its widgets) and -actions.c (what is done). */

typedef enum
{
  TUCE_VIEW_MEASURES,
  TUCE_VIEW_PROBLEMS,
  TUCE_N_VIEWS
} TuceMeasureView;

#define TUCE_N_DUE_FILTERS (TUCE_DUE_ALL + 1)

struct _TuceMeasurePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *views[TUCE_N_VIEWS];
  GtkWidget *filters[TUCE_N_DUE_FILTERS];
  GtkDropDown *of; /* criterion or source */
  TuceCountList *departments;
  GtkStack *tables_stack;
  TuceListTable *tables[TUCE_N_VIEWS];
  TuceLooks *looks;
  GtkLabel *selected;
  GtkWidget *add;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  GCancellable *query;
  TuceStandards *standards; /* whose criteria @of lists; only compared */
  GPtrArray *codes;        /* utf8: what the lines of @of stand for; the first is all */
  GtkWidget *dialog;       /* weak */
  TuceMeasureView view;
  TuceDueFilter filter;
  gboolean fresh;          /* the list is to begin anew */
  gboolean filling;
};

const char *tuce_measure_view_entity (TuceMeasureView view);
void tuce_measure_page_build (TuceMeasurePage *page);

/* The lines of @of: criteria of the standards in force, or sources of problems. */
void tuce_measure_page_fill_of (TuceMeasurePage *page);
TuceListTable *tuce_measure_page_table (TuceMeasurePage *page);
void tuce_measure_page_find (TuceMeasurePage *page, gboolean fresh);
void tuce_measure_page_update_actions (TuceMeasurePage *page);
void tuce_measure_page_install_actions (GtkWidgetClass *widget_class);
