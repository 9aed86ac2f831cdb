/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/** tuce_pack_add_rule: Gives a new, empty rule at the end of the pack's. */
TuceRule *tuce_pack_add_rule (TucePackKept *kept);
