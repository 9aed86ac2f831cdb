/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-csv.h"

/** TuceDemoTable: texts and how often each comes; drawn from by chance. */
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

TuceDemoTables *tuce_demo_tables_load (GError **error);
void tuce_demo_tables_free (TuceDemoTables *tables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoTables, tuce_demo_tables_free)

/** tuce_demo_draw: Gives a text of @table by chance. */
const char *tuce_demo_draw (const TuceDemoTable *table, GRand *random);

/** tuce_demo_draw_share: Gives a text of the table @what of shares.csv or words.csv, which has to be there. */
const char *tuce_demo_draw_share (const TuceDemoTables *tables, const char *what, GRand *random);

/** tuce_demo_weight: Gives the share of @text in @table, 0…1. */
double tuce_demo_weight (const TuceDemoTable *table, const char *text);

/** tuce_demo_chance: whether something of probability @share comes to pass. */
gboolean tuce_demo_chance (GRand *random, double share);
