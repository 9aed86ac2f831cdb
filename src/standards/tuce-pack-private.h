/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-mistake.h"
#include "tuce-pack.h"

/* Shared by tuce-pack.c, which owns packs, and tuce-pack-parser.c, which fills them. */

typedef struct
{
  TucePack pack; /* must be the first member: the public part */
  gatomicrefcount references;
  GStringChunk *strings;
  GHashTable *by_code; /* code → TuceRule */
} TucePackKept;

/** tuce_pack_new: Gives an empty pack, which the caller owns. */
TucePackKept *tuce_pack_new (const char *text, const char *origin);

/**
 * tuce_pack_read:
 * Does what tuce_pack_parse() does, but gives the mistake with its place: *mistake is set where %NULL is returned, and
 * the caller owns it.
 */
TucePack *tuce_pack_read (const char *text, const char *origin, TuceMistake **mistake);

/** tuce_pack_add_rule: Gives a new, empty rule at the end of the pack's rules. Owned by the pack. */
TuceRule *tuce_pack_add_rule (TucePackKept *kept);

/** tuce_pack_item_has: whether the head of an item of standards and checks may have @key. */
gboolean tuce_pack_item_has (const char *key);

/**
 * tuce_pack_item_take:
 * Sets the texts of @rule from the keys of its head. One that is missing is filled from what stands for it; "" where nothing
 * does, as for the label itself and the subject.
 */
void tuce_pack_item_take (TuceRule *rule);
