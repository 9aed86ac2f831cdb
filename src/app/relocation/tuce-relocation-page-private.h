/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-freshness.h"
#include "tuce-looks.h"
#include "tuce-relocation-page.h"
#include "tuce-relocation-task.h"

/* Between tuce-relocation-page.c (sites), -figures.c (what they add up to), -list.c (households below), -origins.c (the
 * villages they come from), -build.c (widgets) and -actions.c (what is done). */

/* Whose households are shown, which of them, and what of them: keys of the three bars. */
#define TUCE_WHOSE_ALL "all"
#define TUCE_WHOSE_SCATTERED "scattered"
#define TUCE_WHOSE_UNPLACED "unplaced"
#define TUCE_WHOSE_SITE "site"
#define TUCE_FILTER_ALL "all"
#define TUCE_FILTER_WAITING "waiting"
#define TUCE_VIEW_HOUSEHOLDS "households"
#define TUCE_VIEW_ORIGINS "origins"

/* What it asks for: bits of TuceFreshness. */
enum
{
  TUCE_RELOCATION_FIGURES = 1 << 0, /* of the sites, with the dates they should keep to */
  TUCE_RELOCATION_LIST = 1 << 1     /* the households below */
};

struct _TuceRelocationPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *summary;
  TuceStageBoard *board;
  TuceLooks *board_looks;
  TuceChoiceBar *whose, *filters, *views;
  TuceFigureStrip *figures;
  GtkWidget *columns[2]; /* GtkMenuButton: of households, of villages */
  GtkStack *stack;
  TuceRecordTable *households, *origins;
  TuceLooks *looks;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceRelocationFound *found; /* or NULL */
  GHashTable *by_village;     /* id of a village → TuceOriginMoves of those shown; what the table of villages looks at */
  GCancellable *counting;     /* of the figures on their way, or NULL */
  GCancellable *query;        /* of the households on their way, or NULL */
  GtkWidget *dialog;          /* weak */
  gint64 site;                /* the one chosen last; 0 for none */
  gint64 opened;              /* the household that was opened from the list, until it is gone */
  gboolean fresh;             /* the list is to begin anew */
  gboolean entering;          /* the keyboard goes in once the sites are there */
};

void tuce_relocation_page_build (TuceRelocationPage *page, TuceSettings *settings);
void tuce_relocation_page_install_actions (GtkWidgetClass *widget_class);
void tuce_relocation_page_update_actions (TuceRelocationPage *page);

/* tuce-relocation-page.c */

/** Looks up figures and households; @fresh: the list begins at its top. */
void tuce_relocation_page_find (TuceRelocationPage *page, gboolean fresh);

/** The site that is chosen and shown, or NULL. */
const TuceSiteBoard *tuce_relocation_page_site (TuceRelocationPage *page);

/** Those whose households are shown, or NULL while nobody has counted. */
const TuceMovers *tuce_relocation_page_movers (TuceRelocationPage *page);

/** Shows the households of site @id, or those of "all" for 0. */
void tuce_relocation_page_choose_site (TuceRelocationPage *page, gint64 id);
gboolean tuce_relocation_page_is_whole_county (TuceRelocationPage *page);

/* tuce-relocation-page-figures.c */
void tuce_relocation_page_show_figures (TuceRelocationPage *page);
void tuce_relocation_page_show_summary (TuceRelocationPage *page);
void tuce_relocation_page_fill_whose (TuceRelocationPage *page);

/** The word for a key of the bar of whose households are shown. */
const char *tuce_relocation_page_whose_word (const char *key);

/* tuce-relocation-page-list.c */
gboolean tuce_relocation_page_shows_origins (TuceRelocationPage *page);
void tuce_relocation_page_fill_filters (TuceRelocationPage *page);

/** Wants the households anew, now or when the page is next in view; and asks for them. */
void tuce_relocation_page_find_households (TuceRelocationPage *page);
void tuce_relocation_page_ask_households (TuceRelocationPage *page);

/** Adds what the list of households is made from. */
void tuce_relocation_page_add_list_reads (TuceRelocationPage *page, TuceReads *reads);
void tuce_relocation_page_show_selected (TuceRelocationPage *page, gboolean scroll);
void tuce_relocation_page_stop_households (TuceRelocationPage *page);
void tuce_relocation_page_connect_list (TuceRelocationPage *page);

/** Shows the rows of the table that is meant, or why there are none. */
void tuce_relocation_page_show_look (TuceRelocationPage *page);

/* tuce-relocation-page-origins.c */
void tuce_relocation_page_show_origins (TuceRelocationPage *page);
TuceQuery *tuce_relocation_page_origins_query (TuceRelocationPage *page);
