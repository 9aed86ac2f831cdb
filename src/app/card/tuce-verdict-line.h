/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-measures.h"
#include "tuce-verdict-task.h"

/**
 * tuce_verdict_line_new:
 * @found: where @verdict is from
 * @gaps: (element-type TuceGap): what may be done for the subject, all criteria together
 * @writable: whether anything can be recorded
 *
 * Gives what the card tells of one criterion: result (sign, code, word), value and threshold, on what it rests (the data, or
 * who inspected it when with which sheet), earlier inspections; and a menu with what can be done: "verdict.inspect" (s: its
 * code), "verdict.field" (s), "verdict.measure" (u: index in @gaps).
 */
GtkWidget *tuce_verdict_line_new (TuceDictionary *dictionary, const TuceVerdictsFound *found, const TuceVerdict *verdict,
                                  GPtrArray *gaps, gboolean writable);
