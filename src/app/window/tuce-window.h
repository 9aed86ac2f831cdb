/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-settings.h"
#include "tuce-workspace.h"

/**
 * TuceWindow:
 *
 * The window: rail, place tree, page and card around one workspace; or the start page while no county is open.
 * tuce-window.c puts it together and opens counties, tuce-window-actions.c holds what menus and buttons do,
 * tuce-window-pages.c which pages it has, tuce-window-keys.c what the keys do, tuce-window-state.c what it remembers,
 * tuce-window-make.c how counties are made.
 *
 * How a page is added: a line in data/pages.csv with its name, the word on the rail and its icon. Where it lists records of
 * an entity, that line is all (TuceRecordPage). A page with something of its own has a line in the table of
 * tuce-window-pages.c besides, with its constructor. From these come the button of the rail, Ctrl+n by its place, and that
 * the window comes back to it. The page is a widget that follows the workspace: scope, conditions, selection,
 * "records-changed". Further:
 * - its `grab_focus` puts the focus where the keyboard begins (F6, Ctrl+n, Escape from elsewhere end there);
 * - to show a record it calls tuce_workspace_select(); it emits "activated" (no parameters), if it has such a signal,
 *   when somebody wants to go on in the card;
 * - the action "win.card-field" ("(sxs)": entity, id, field) goes to that field of the record on the card: one of its
 *   own, of a member or of its record of the year; "win.page" ("s": a name) shows another page, "win.show" ("(sv)": a name,
 *   what) another page with what it is to show (tuce-page.h);
 * - the action "win.new-record" ("(ss)": entity, code of a place or "") begins a new record on the card.
 */
#define TUCE_TYPE_WINDOW (tuce_window_get_type ())
G_DECLARE_FINAL_TYPE (TuceWindow, tuce_window, TUCE, WINDOW, GtkApplicationWindow)

GtkWidget *tuce_window_new (GtkApplication *application, TuceSettings *settings);

TuceWorkspace *tuce_window_get_workspace (TuceWindow *window);

/** tuce_window_open: opens the county at @path in place of the present one. Failing, it says why in the error bar and stays as it was. */
gboolean tuce_window_open (TuceWindow *window, const char *path);

/** tuce_window_close_county: back to the start page. */
void tuce_window_close_county (TuceWindow *window);

/** tuce_window_show_demo: opens the demo county of this user; makes it first where there is none yet. */
void tuce_window_show_demo (TuceWindow *window);

/** tuce_window_make_demo: makes a demo county at @path (must not exist) and opens it. @households: 0 for the usual number. */
void tuce_window_make_demo (TuceWindow *window, const char *path, guint households);

/** tuce_window_make_county: makes a new county at @path and opens it. */
void tuce_window_make_county (TuceWindow *window, const char *path, const char *county_code, int year);

/** tuce_window_show_page: @name: of the table in tuce-window-pages.c, as "map" or "households". An unknown one does nothing. */
void tuce_window_show_page (TuceWindow *window, const char *name);

/** tuce_window_get_part: Returns: (transfer none) (nullable): a part of it by name: "start", "rail", "tree", "card", "search", "status", or a page's name. */
GtkWidget *tuce_window_get_part (TuceWindow *window, const char *name);

/** tuce_window_get_bar: Returns: (nullable): the sentence in the bar under the header: "error" or "read-only"; %NULL while it is hidden. */
const char *tuce_window_get_bar (TuceWindow *window, const char *bar);
