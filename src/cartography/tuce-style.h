/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/*
 * The table of styles (data/cartography/style.csv): every colour, width, size and first zoom of the map that does not
 * belong to a mark. Read once; then it does not change; any thread.
 */
typedef enum
{
  TUCE_LOOK_LIGHT,
  TUCE_LOOK_DARK,
  TUCE_LOOK_PAPER /* black on white: lines and hatching make the differences */
} TuceLook;

#define TUCE_N_LOOKS 3

typedef enum
{
  TUCE_STYLE_OUTSIDE,
  TUCE_STYLE_LAND,
  TUCE_STYLE_RIVER,
  TUCE_STYLE_NEIGHBOUR,
  TUCE_STYLE_COUNTY,
  TUCE_STYLE_TOWNSHIP,
  TUCE_STYLE_VILLAGE,
  TUCE_STYLE_PLACE_HIGHLIGHT,
  TUCE_STYLE_HOUSEHOLD_HIGHLIGHT,
  TUCE_STYLE_POINTS,          /* the edge around a point, and the zoom from which points are painted */
  TUCE_STYLE_VILLAGE_SHARES,  /* the same for shares */
  TUCE_STYLE_TOWNSHIP_SHARES,
  TUCE_STYLE_DIMMED,          /* households that do not stand out */
  TUCE_STYLE_COUNTY_NAME,
  TUCE_STYLE_TOWNSHIP_NAME,
  TUCE_STYLE_VILLAGE_NAME,
  TUCE_STYLE_RIVER_NAME,
  TUCE_STYLE_NEIGHBOUR_NAME,
  TUCE_STYLE_HALO,
  TUCE_STYLE_PANEL,
  TUCE_STYLE_PANEL_EDGE,
  TUCE_STYLE_PANEL_TEXT,
  TUCE_STYLE_PANEL_NOTE,
  TUCE_STYLE_SCHEMATIC,
  TUCE_STYLE_SITE,            /* ring and gable of a site's symbol */
  TUCE_STYLE_SITE_VACANT,     /* the part of the ring that is not filled */
  TUCE_STYLE_SITE_NAME,
  TUCE_STYLE_FLOW,            /* those who move to a site, in the first series; the width is that of one person */
  TUCE_STYLE_FLOW_OTHER,      /* the same in the second series */
  TUCE_STYLE_FLOW_NOTE,       /* distances beside flows */
  TUCE_STYLE_FEATURE_NAME,    /* of schools, clinics and so on */
  TUCE_N_STYLES
} TuceStyleItem;

typedef struct
{
  double colour[TUCE_N_LOOKS][3];
  double width;     /* of a line, in units of the screen */
  double dash[2];   /* on, off; 0 for a full line */
  double size;      /* of letters */
  double from_zoom; /* below this zoom it is not painted */
  gboolean bold;
} TuceStyle;

/** tuce_style_get: Gives the style of @item. Not to be freed. Any thread. */
const TuceStyle *tuce_style_get (TuceStyleItem item);

/** tuce_style_set_colour: Makes the item's colour for @look the source of @cairo. @alpha: from 0 to 1 */
void tuce_style_set_colour (cairo_t *cairo, TuceStyleItem item, TuceLook look, double alpha);

/** tuce_style_parse_colour: Sets @colour from "#rrggbb". Returns: whether the text is a colour. */
gboolean tuce_style_parse_colour (const char *text, double colour[3]);
