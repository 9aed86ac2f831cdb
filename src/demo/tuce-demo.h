/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"

/**
 * TuceDemoOptions:
 * @seed: the same seed makes a county with exactly the same content
 * @households: how many; 0 for the 47,065 that 渠县 registered in 2014, with 143,802 people (quxian.gov.cn); other numbers keep
 *   the proportions
 * @without_mistakes: whether no mistakes are planted
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
 * Makes the demo county at @path (must not exist) with real divisions, invented people and schematic cells, and beside it
 * NAME-mistakes.csv, the list of the planted mistakes. On failure or cancellation no file is left behind.
 * Returns: (transfer full): the county, open for writing on this thread, or %NULL with @error.
 */
TuceCounty *tuce_demo_create (const char *path, const TuceDemoOptions *options, TuceProgress progress, gpointer data,
                              GCancellable *cancellable, GError **error);
