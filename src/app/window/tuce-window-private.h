/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-place-tree.h"
#include "tuce-rail.h"
#include "tuce-start-page.h"
#include "tuce-status-line.h"
#include "tuce-window.h"

struct _TuceWindow
{
  GtkApplicationWindow parent_instance;

  /* template children */
  GtkLabel *title;
  GtkSearchEntry *search;
  GtkButton *undo;
  GtkButton *redo;
  GtkMenuButton *menu;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_sentence;
  GtkInfoBar *error_bar;
  GtkLabel *error_sentence;
  GtkStack *faces; /* start, county */
  TuceStartPage *start;
  TuceRail *rail;
  GtkPaned *tree_paned;
  GtkBox *tree_place;
  GtkPaned *card_paned;
  GtkStack *pages;
  GtkBox *card_place;
  TuceStatusLine *status;

  /* owned */
  TuceWorkspace *workspace;
  TuceSettings *settings;
  GMenu *recent;
  TuceJob *making; /* the county being made, or NULL */

  /* borrowed */
  TucePlaceTree *tree;
  GtkWidget *card;

  int card_width; /* wanted until the pane is laid out for the first time; then 0 */
};

void tuce_window_install_keys (GtkWidgetClass *widget_class);
void tuce_window_add_keys (TuceWindow *window);
void tuce_window_add_actions (TuceWindow *window);
void tuce_window_update_actions (TuceWindow *window);
void tuce_window_update_recent (TuceWindow *window);

void tuce_window_restore_state (TuceWindow *window);
void tuce_window_save_state (TuceWindow *window);
void tuce_window_set_folded (TuceWindow *window, const char *part, gboolean folded);

void tuce_window_add_pages (TuceWindow *window);
void tuce_window_add_page_actions (TuceWindow *window);

void tuce_window_show_error (TuceWindow *window, const char *sentence);
void tuce_window_focus_rail (TuceWindow *window);
void tuce_window_focus_page (TuceWindow *window);
