/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-finding-page.h"
#include "tuce-freshness.h"
#include "tuce-looks.h"

/* What the files of TuceFindingPage share: what is shown (tuce-finding-page.c), what is done with it (…-actions.c). */
struct _TuceFindingPage
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *states[TUCE_N_FINDING_STATES]; /* GtkToggleButton */
  GtkWidget *order;
  GtkWidget *rerun;
  TuceCountList *rules;
  TuceListTable *table;
  TuceLooks *looks;
  TuceDisposalBar *bar;

  /* owned */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  GCancellable *query; /* of the look on its way, or NULL */

  TuceFindingState state;
  gboolean fresh;      /* the next answer is another list, not the same one a moment later */
  gboolean entering;   /* the keyboard goes into the list once it is there */
  gint64 opened;       /* the finding whose record was opened, or 0 */
};

/* tuce-finding-page.c */
void tuce_finding_page_find (TuceFindingPage *page, gboolean fresh);

/* tuce-finding-page-actions.c */
void tuce_finding_page_install_actions (GtkWidgetClass *widget_class);
void tuce_finding_page_dispose_of (TuceFindingPage *page, const char *disposition, const char *handed_to,
                                   const char *note);
