/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-writer.h"

/** TuceDemoHelper: somebody responsible for some households of a village. */
typedef struct
{
  gint64 id;
  gboolean male;
  char name[20];
} TuceDemoHelper;

/** tuce_demo_write_helper: Adds @helper, the village's number @at: the first ones of a poor village are its team. */
gboolean tuce_demo_write_helper (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                 const TuceDemoVillage *village, const TuceDemoHelper *helper, guint at, GError **error);

/**
 * tuce_demo_write_work: Adds what is done for @household: help, visits, inspections, measures, the steps of its exit.
 * @sequence: of the journal's entry that @edit becomes
 */
gboolean tuce_demo_write_work (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDemoVillage *village, const TuceDemoHousehold *household, gint64 sequence,
                               GError **error);

/** tuce_demo_write_listed: Adds @person to the outside list @list. */
gboolean tuce_demo_write_listed (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *list,
                                 const char *name, const char *idno, const char *head_idno, GError **error);
