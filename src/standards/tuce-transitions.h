/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record.h"

/*
 * Which code may follow which in a field that holds a state, and which other fields a state needs:
 * data/standards/transitions.csv. For example, a poor household is first listed in the year's plan, then goes through
 * the exit procedure, and only then is out of poverty; a closed problem needs the day and who accepted it. The table is
 * how county offices are understood to work, unconfirmed. Fields that the file does not name may change freely, and a
 * field that was empty may get any code.
 */

/** TuceTransitionBy: who makes a change. */
typedef enum
{
  TUCE_BY_HAND,      /* a clerk who edits the record */
  TUCE_BY_PROCEDURE  /* a step of a procedure that writes the state */
} TuceTransitionBy;

/**
 * tuce_transitions_check:
 * @before: (nullable): the record as it is in the county file; %NULL for a new one
 * @after: the record as it is to be
 * @field: (out) (optional): the field that is refused or missing
 * Fails with TUCE_ERROR_REFUSED for a change that the table does not allow (the message names both codes and what may
 * follow), and for a state without the fields it needs.
 */
gboolean tuce_transitions_check (const TuceRecord *before, const TuceRecord *after, TuceTransitionBy by,
                                 const TuceField **field, GError **error);
