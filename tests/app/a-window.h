/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-household-page.h"
#include "tuce-place-tree.h"
#include "tuce-status-line.h"
#include "tuce-window.h"

#define HOUSEHOLDS 600

/* The window on a copy of a small demo county, as people would have it open. */
typedef struct
{
  char *folder;
  char *path;
  GtkApplication *application; /* or NULL */
  TuceSettings *settings;
  TuceWindow *window;
  TuceWorkspace *workspace;
  TuceHouseholdPage *page;
  TuceRecordTable *table;
} Fixture;

/* To be called once, before the tests: makes the county the copies are taken from. */
void a_window_make_county (void);

/* @data: NULL opens the county; anything else leaves the window at its start page. */
void a_window_set_up (Fixture *fixture, gconstpointer data);
void a_window_tear_down (Fixture *fixture, gconstpointer data);

void a_window_open (Fixture *fixture);
void a_window_close (Fixture *fixture);

/* Runs the main loop until @done says so; fails after half a minute. */
void a_window_wait (gboolean (*done) (Fixture *fixture), Fixture *fixture);
/* Nothing is on its way any more, and the tree is there. */
void a_window_settle (Fixture *fixture);
gboolean a_window_has_tree (Fixture *fixture);
gboolean a_window_is_settled (Fixture *fixture);

TuceCounty *a_window_county (Fixture *fixture);
GtkWidget *a_window_part (Fixture *fixture, const char *name);
guint a_window_n_rows (Fixture *fixture);
gint64 a_window_id_at (Fixture *fixture, guint position);

/* Whether the focus stands in @widget or in something it holds. */
gboolean a_window_has_focus (Fixture *fixture, GtkWidget *widget);

/* Does what pressing @key does ("<Control>k"): the keys of the application first, then those of the widget that has the
 * focus and of all it stands in. Returns: whether anybody wanted it. Keys that type a letter are beyond it. */
gboolean a_window_press (Fixture *fixture, const char *key);
