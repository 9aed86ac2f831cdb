/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-outline-import.h"

/* An outline that the county has already. */
typedef struct
{
  gint64 id;
  char *level;
  char *code;
  gboolean schematic;
  TuceShape *shape;
} TuceOldOutline;

/* A township or village: the division it belongs to and, where it is known, its position. */
typedef struct
{
  char *level;
  char *code;
  char *parent;
  char *name;
  gboolean has_position;
  TucePosition position;
} TuceOutlinePlace;

struct _TuceOutlineImport
{
  const TuceDictionary *dictionary;
  GPtrArray *places; /* TuceOutlinePlace, by level, then code */
  GHashTable *old;   /* "level:code" → GPtrArray of TuceOldOutline */

  GArray *deletes;    /* gint64 */
  GPtrArray *inserts; /* TuceRecord */
  guint done;         /* how many of the deletes and inserts are written */

  guint n_taken, n_unmatched, n_redrawn, n_left;
};

/* Replaces the outlines of a place by @shape. */
void tuce_outline_import_replace (TuceOutlineImport *outlines, const TuceOutlinePlace *place, const TuceShape *shape,
                                  const char *origin, const char *attribution, const char *datum);

/* Returns: (element-type TuceOldOutline) (nullable) */
GPtrArray *tuce_outline_import_old (TuceOutlineImport *outlines, const char *level, const char *code);

/* Draws the schematic cells below the place @code again, inside its outline @shape; tuce-outline-cells.c. */
void tuce_outline_import_redraw (TuceOutlineImport *outlines, const char *code, const TuceShape *shape);
