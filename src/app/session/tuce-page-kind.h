/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceListColumn: a column a list shows before the user chose any.
 * @path: from the entity of the list (tuce-query.h); what begins with @ is a figure that the page works out
 * @width: in pixels; 0: what columns of its kind usually take
 */
typedef struct
{
  char *path;
  int width;
} TuceListColumn;

/**
 * TuceListKind: how records of an entity are listed.
 * @entity: of the dictionary
 * @columns: (element-type TuceListColumn)
 * @filters: paths by which the list can be narrowed above it
 * @order: (nullable): the path it is sorted by before the user chose any
 * @rollup: (nullable): the path by whose values the records are counted beside the list
 * @related: what refers to such a record and is listed on its card: "helping.helper_id", an entity and its field
 */
typedef struct
{
  char *entity;
  GPtrArray *columns;
  char **filters;
  char *order;
  gboolean descending;
  char *rollup;
  char **related;
} TuceListKind;

/**
 * TucePageKind: a page of the window.
 * @name: what the program calls it
 * @icon: a symbolic icon's name
 * @lists: (element-type TuceListKind): the lists it shows, by entity; none for a page that is no list
 */
typedef struct
{
  char *name;
  char *label_en;
  char *label_zh;
  char *icon;
  GPtrArray *lists;
} TucePageKind;

/** tuce_page_kind_label: Returns: the word on the rail, in the program's language. */
const char *tuce_page_kind_label (const TucePageKind *kind);

/** tuce_page_kind_list: Returns: (nullable): how the page lists records of @entity. */
const TuceListKind *tuce_page_kind_list (const TucePageKind *kind, const char *entity);

/**
 * tuce_page_kinds_load:
 *
 * Gives (transfer none) (element-type TucePageKind) the pages of data/pages.csv in the order of the rail, read once for a
 * folder of data and kept as long as the program runs. An entity, field or path that the dictionary lacks is refused with
 * a sentence that names file and line. Main thread.
 */
GPtrArray *tuce_page_kinds_load (GError **error);

/** tuce_page_kinds_find: Returns: (nullable): the page called @name; %NULL also where the file could not be read. */
const TucePageKind *tuce_page_kinds_find (const char *name);

/** tuce_list_kind_for: Returns: (nullable): how records of @entity are usually listed: by the first line of data/pages.csv about it. */
const TuceListKind *tuce_list_kind_for (const char *entity);
