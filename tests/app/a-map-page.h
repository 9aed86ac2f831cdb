/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-map-page.h"

/* The map page in a window of its own, for tests. */
#define MAP_PAGE_HOUSEHOLDS 600

typedef struct
{
  char *folder;
  char *path;
  GtkWidget *window;
  TuceSettings *settings;
  TuceWorkspace *workspace;
  TuceMapPage *page;
  TuceMapView *view;
} MapPage;

/* Makes the demo county and a bare one without outlines of townships and villages, to be copied for each test. */
void map_page_make_counties (void);

/* @data: NULL for the demo county, map_page_bare for the bare one. */
void map_page_set_up (MapPage *fixture, gconstpointer data);
void map_page_tear_down (MapPage *fixture, gconstpointer data);
extern const char map_page_bare[];

TuceScene *map_page_scene_of (MapPage *fixture);

/* Runs the main loop until the page has loaded and painted what it shows. */
void map_page_settle (MapPage *fixture);

/* A click, or the pointer, at (@x, @y) of the map. */
void map_page_click (MapPage *fixture, guint button, double x, double y);
void map_page_hover (MapPage *fixture, double x, double y);

/* Whether a visible label beneath @widget has @words in it. */
gboolean map_page_shows (GtkWidget *widget, const char *words);

/* A handler of ::reported. */
void map_page_keep_report (TuceWorkspace *workspace, const char *sentence, gboolean is_error, char **report);
