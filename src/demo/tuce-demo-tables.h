/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-csv.h"

/** TuceDemoTable: texts to draw from by chance, and how often each comes. */
typedef struct
{
  GPtrArray *texts; /* borrowed */
  GArray *sums;     /* double: weight up to and with this text */
} TuceDemoTable;

/** TuceDemoFamily: who lives together, one line of data/people/families.csv. */
typedef struct
{
  guint size;
  int head_from, head_to; /* age of the head */
  double male;            /* share of heads that are men */
  char **members;         /* roles, the head first */
} TuceDemoFamily;

#define TUCE_DEMO_MOST_PEOPLE 10

/** TuceDemoTables: what the invented people are made from: data/people/, read once. */
typedef struct
{
  GPtrArray *files;                                    /* TuceCsv, which own all texts */
  GHashTable *shares;                                  /* what is drawn → TuceDemoTable */
  TuceDemoTable *surnames;
  TuceDemoTable *given[2][2];                          /* sex 1, 2; old, young */
  GPtrArray *families;                                 /* TuceDemoFamily */
  TuceCsv *problems;                                   /* problems.csv */
  TuceDemoTable *problem;                              /* texts are the row + 1, as pointers */
  TuceDemoTable *of_size[TUCE_DEMO_MOST_PEOPLE + 1];   /* texts are the TuceDemoFamily of that size */
} TuceDemoTables;

/** tuce_demo_tables_load: Returns: (transfer full): the tables of data/people/, or %NULL with @error naming file and line. */
TuceDemoTables *tuce_demo_tables_load (GError **error);

/** tuce_demo_tables_free: Frees @tables with all texts drawn from them. */
void tuce_demo_tables_free (TuceDemoTables *tables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoTables, tuce_demo_tables_free)

/** tuce_demo_draw: Returns: (transfer none): a text of @table by chance. */
const char *tuce_demo_draw (const TuceDemoTable *table, GRand *random);

/**
 * tuce_demo_draw_share: Returns: (transfer none): a text by chance of the table @what of shares.csv or words.csv. A table
 * that does not exist is a programming error.
 */
const char *tuce_demo_draw_share (const TuceDemoTables *tables, const char *what, GRand *random);

/** tuce_demo_weight: Gives the share of @text in @table, 0…1. */
double tuce_demo_weight (const TuceDemoTable *table, const char *text);

/** tuce_demo_chance: Returns: %TRUE with the probability @share (0…1). */
gboolean tuce_demo_chance (GRand *random, double share);
