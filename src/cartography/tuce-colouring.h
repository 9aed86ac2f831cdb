/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceColouringRead: Gives (transfer full) household id (gint64 *) → code (utf8) of the colouring's list; %NULL with
 * @error. Called on a worker thread, with a read connection.
 */
typedef GHashTable *(*TuceColouringRead) (TuceCounty *county, GCancellable *cancellable, GError **error);

/**
 * TuceColouring:
 * @name: for settings and the command line: "status"
 * @label_en, @label_zh: the name people choose it by: 按状态
 * @path: (nullable): path from a household to a choice whose codes name the marks; households on the map can be
 *   filtered by it as well
 * @read: (nullable): gives the codes where there is no path; then @code_list names the list they belong to
 * @none_en, @none_zh, @none_mark: (nullable): label and mark for households without a code, where having none has a
 *   meaning (不搬迁) and is not only missing
 *
 * What the marks of households on a map stand for. Those of the table data/cartography/colourings.csv use paths; code
 * above this folder may give the scene one of its own with @read.
 */
typedef struct
{
  const char *name;
  const char *label_en;
  const char *label_zh;
  const char *path;
  TuceColouringRead read;
  const char *code_list;
  const char *none_en;
  const char *none_zh;
  const char *none_mark;
} TuceColouring;

/**
 * tuce_colourings:
 * Returns: (transfer none) (element-type TuceColouring): those of the table; the first is the default. Any thread.
 */
GPtrArray *tuce_colourings (void);

/**
 * tuce_colouring_find:
 * Returns: (transfer none): the colouring @name (nullable), or the default where there is none of that name.
 */
const TuceColouring *tuce_colouring_find (const char *name);

/** tuce_colouring_label: Gives its label in the program's language. Not to be freed. */
const char *tuce_colouring_label (const TuceColouring *colouring);
