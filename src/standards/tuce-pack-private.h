/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-mistake.h"
#include "tuce-pack.h"

/* Between tuce-pack.c, which keeps a pack, and tuce-pack-parser.c, which fills it. */

typedef struct
{
  TucePack pack; /* first: what everybody else sees */
  gatomicrefcount references;
  GStringChunk *strings;
  GHashTable *by_code; /* code → TuceRule */
} TucePackKept;

/** tuce_pack_new: Gives an empty pack. */
TucePackKept *tuce_pack_new (const char *text, const char *origin);

/** tuce_pack_read: like tuce_pack_parse(), with the mistake's place: *mistake is set where %NULL is returned. */
TucePack *tuce_pack_read (const char *text, const char *origin, TuceMistake **mistake);

/** tuce_pack_add_rule: Gives a new, empty rule at the end of the pack's. */
TuceRule *tuce_pack_add_rule (TucePackKept *kept);
