/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-keeping.h"

/* Between tuce-harvest.c, which holds what was told, and tuce-keeping.c, which brings the file into line with it. */

/* A verdict or finding as told; texts lie in the harvest's chunk. */
typedef struct
{
  const TuceSubject *subject;
  gint64 id;
  const char *results;
} Told;

typedef struct
{
  const TuceRule *rule;
  gint64 id;
  gint64 household;
  const char *place;
  const char *figures;
} Found;

struct _TuceHarvest
{
  GArray *told;
  GArray *found;
  GStringChunk *texts;
};
