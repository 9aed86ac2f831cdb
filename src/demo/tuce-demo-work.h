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

/**
 * tuce_demo_write_helper: Adds @helper, number @at (from 0) of @village, to @edit; the first ones of a poor village are its
 * resident team.
 */
gboolean tuce_demo_write_helper (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                 const TuceDemoVillage *village, const TuceDemoHelper *helper, guint at, GError **error);

/**
 * tuce_demo_write_work: Adds what is done for @household to @edit: help, visits, inspections, measures, the steps of its exit.
 * @sequence: the number that @edit will have in the journal
 */
gboolean tuce_demo_write_work (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDemoVillage *village, const TuceDemoHousehold *household, gint64 sequence,
                               GError **error);

/**
 * tuce_demo_write_listed: Adds the person called @name with the number @idno, of the household whose head has @head_idno, to
 * the outside list @list (a code of outside_list).
 */
gboolean tuce_demo_write_listed (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *list,
                                 const char *name, const char *idno, const char *head_idno, GError **error);
