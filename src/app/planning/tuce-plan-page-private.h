/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-freshness.h"
#include "tuce-looks.h"
#include "tuce-map-scale.h"
#include "tuce-map-view.h"
#include "tuce-plan-page.h"
#include "tuce-text-table.h"

struct _TucePlanPage
{
  GtkWidget parent_instance;

  TuceLooks *looks;
  GtkListBox *scenarios;
  TuceMapView *map;
  TuceMapScale *scale;
  GtkWidget *draw;      /* GtkToggleButton: the next click on the map is a candidate */
  GtkLabel *hint;       /* over the map: what a click does, or what lies under the pointer */
  GtkLabel *title;
  GtkLabel *notice;     /* the result is out of date, … */
  GtkGrid *result;
  GtkWidget *run;
  GtkStack *tables;
  TuceTextTable *sites, *wishes, *unplaced, *comparison, *schedule;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TucePlanFound *found; /* or NULL */
  GCancellable *query;  /* of the look on its way, or NULL */
  GCancellable *work;   /* of what is being worked out or written, or NULL */
  gint64 shown, other;
  gboolean scene_changed; /* the map has to be read again */
  GtkWidget *left_at;   /* weak: what had the focus when the keyboard wanted to come in before anything was read */
  gboolean entering;    /* it still wants to */
  gboolean filling;
  gboolean picking; /* a site was chosen on the map, which stays where it is */
};

/* tuce-plan-page.c */
void tuce_plan_page_find (TucePlanPage *page);
void tuce_plan_page_update_actions (TucePlanPage *page);

/* tuce-plan-page-build.c */
void tuce_plan_page_build (TucePlanPage *page);

/* tuce-plan-page-show.c */
void tuce_plan_page_show (TucePlanPage *page);
void tuce_plan_page_show_overlay (TucePlanPage *page);
/** Says @text over the map; NULL: which of two scenarios is which, or nothing. */
void tuce_plan_page_show_hint (TucePlanPage *page, const char *text);
void tuce_plan_page_show_scale (TucePlanPage *page);

/* tuce-plan-page-actions.c: what is done with a scenario as a whole */
void tuce_plan_page_install_actions (GtkWidgetClass *widget_class);

/* tuce-plan-page-sites.c: what is done with its sites and wishes */
void tuce_plan_page_install_site_actions (GtkWidgetClass *widget_class);
void tuce_plan_page_add_candidate (TucePlanPage *page, TucePosition position);
