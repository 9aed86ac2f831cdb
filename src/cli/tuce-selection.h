/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"

/** TuceSelection: which records a command is about, according to its options. Used by list, sheet and others. */
typedef struct
{
  char *scope;
  char *search;
  char **conditions;
  char *order;
  int year;
  int limit; /* 0 for no limit */
} TuceSelection;

/** TUCE_SELECTION_OPTIONS: the options that fill @selection. */
#define TUCE_SELECTION_OPTIONS(selection) \
  { "scope", 0, 0, G_OPTION_ARG_FILENAME, &(selection).scope, \
    N_("Only in this township or village"), N_("CODE") }, \
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &(selection).search, \
    N_("Only with this in a name, identity number or phone"), N_("TEXT") }, \
  { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(selection).conditions, \
    N_("Only where this holds: status=0, status!=0, size>=5, size<=2, hamlet~坪, phone= for none; " \
       "may be repeated"), N_("FIELD=VALUE") }, \
  { "sort", 0, 0, G_OPTION_ARG_FILENAME, &(selection).order, \
    N_("By this field; with - before it from the largest"), N_("FIELD") }, \
  { "year", 0, 0, G_OPTION_ARG_INT, &(selection).year, \
    N_("The year of the yearly figures"), N_("YEAR") }, \
  { "limit", 0, 0, G_OPTION_ARG_INT, &(selection).limit, \
    N_("Only the first so many"), N_("NUMBER") }

/** tuce_selection_clear: Frees what @selection holds, not @selection itself. */
void tuce_selection_clear (TuceSelection *selection);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceSelection, tuce_selection_clear)

/**
 * tuce_selection_query:
 * Gives the query that @selection means for @entity. The caller owns it; %NULL with @error, which says which option is
 * wrong.
 */
TuceQuery *tuce_selection_query (const TuceSelection *selection,
                                 TuceCounty *county,
                                 const char *entity,
                                 GError **error);

/** tuce_selection_check_scope: Whether @code is a division of @county; if not, @error says so. */
gboolean tuce_selection_check_scope (TuceCounty *county, const char *code, GError **error);

/**
 * tuce_selection_entity:
 * Gives the entity @name of @county, owned by its dictionary; %NULL with @error, which lists the entities there are.
 */
const TuceEntity *tuce_selection_entity (TuceCounty *county, const char *name, GError **error);

/**
 * tuce_selection_find:
 * @key: what people know the record by (an indexed text other than its name: household number, division code), or its
 *   id
 *
 * Gives the record, which the caller owns; %NULL with @error when there is none or more than one.
 */
TuceRecord *
tuce_selection_find (TuceCounty *county, const TuceEntity *entity, const char *key, GError **error);
