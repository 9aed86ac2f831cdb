/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/** TuceColouringRead: Gives (transfer full) household id (gint64 *) → code (utf8) of the colouring's list. Called on a worker with its own reader. */
typedef GHashTable *(*TuceColouringRead) (TuceCounty *county, GCancellable *cancellable, GError **error);

/**
 * TuceColouring:
 * @name: for settings and the command line: "status"
 * @label_en, @label_zh: what people choose: 按状态
 * @path: (nullable): leads from a household to a choice, the codes of which name the marks; what the map shows can be
 *   narrowed by it as well
 * @read: (nullable): gives the codes where no path leads; then @code_list names the list they are of
 * @none_en, @none_zh, @none_mark: (nullable): what households without a code are called, and their mark, where that says
 *   more than that nobody wrote it down: 不搬迁
 *
 * What the marks of households on a map stand for. Those of the table data/cartography/colourings.csv are paths; a floor
 * above may hand the scene one of its own with @read.
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

/** tuce_colourings: Returns: (transfer none) (element-type TuceColouring): those of the table; the first is the usual one. Thread-safe. */
GPtrArray *tuce_colourings (void);

/** tuce_colouring_find: Returns: (transfer none): the colouring @name, or the usual one where there is none (@name may be %NULL). */
const TuceColouring *tuce_colouring_find (const char *name);

/** tuce_colouring_label: Returns: the label in the program's language. */
const char *tuce_colouring_label (const TuceColouring *colouring);
