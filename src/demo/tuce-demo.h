/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"

/**
 * TuceDemoOptions:
 * @seed: the same seed makes the same county, to the byte of its content
 * @households: how many; 0 for 渠县's 47,065 of 2014 with their 143,802 people (other numbers keep the shares)
 * @without_mistakes: leave the planted mistakes out
 */
typedef struct
{
  guint32 seed;
  guint households;
  gboolean without_mistakes;
} TuceDemoOptions;

/**
 * tuce_demo_create:
 *
 * Makes the demo county at @path (must not exist): real divisions, invented people, schematic cells, and beside it
 * NAME-mistakes.csv, the list of the planted mistakes. Nothing is left behind on failure or cancellation.
 * Returns: (transfer full): the county, open for writing.
 */
TuceCounty *tuce_demo_create (const char *path, const TuceDemoOptions *options, TuceProgress progress, gpointer data,
                              GCancellable *cancellable, GError **error);
