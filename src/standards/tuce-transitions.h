/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record.h"

/*
 * Which code may follow which in a field that tells a state, and what a state can't do without
 * (data/standards/transitions.csv; domain.md §4.5.1, F8): a poor household is first listed, then goes through the exit
 * procedure, and only then is out of poverty; a closed problem tells when and by whom. Fields the file does not name may
 * change freely, and a field that was empty may be given any code.
 */

/** Who makes a change. */
typedef enum
{
  TUCE_BY_HAND,      /* a clerk who edits the record */
  TUCE_BY_PROCEDURE  /* the last step of a procedure */
} TuceTransitionBy;

/**
 * tuce_transitions_check:
 * @before: (nullable): the record as the county file has it; %NULL for a new one
 * @after: as it is to be
 * @field: (out) (optional): the field that is refused, or missing
 * Refuses (TUCE_ERROR_REFUSED) a change that the table does not allow, naming both codes and what may follow, and a state
 * without what it needs.
 */
gboolean tuce_transitions_check (const TuceRecord *before, const TuceRecord *after, TuceTransitionBy by,
                                 const TuceField **field, GError **error);
