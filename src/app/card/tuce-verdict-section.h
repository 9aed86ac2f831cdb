/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"
#include "tuce-verdict-task.h"
#include "tuce-workspace.h"

/**
 * TuceVerdictSection:
 *
 * The part of the card that tells which criteria of one standard what is on it meets, and why; where an inspection is
 * recorded and a measure made. While something is typed it tells what would hold if that were saved. Not seen where the
 * standard is not in force, or there is nothing to judge.
 */
#define TUCE_TYPE_VERDICT_SECTION (tuce_verdict_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceVerdictSection, tuce_verdict_section, TUCE, VERDICT_SECTION, GtkWidget)

/**
 * tuce_verdict_section_new:
 * @part: (nullable): by the standard for what the card's record has one of, "relocation"; %NULL: for the record itself
 */
GtkWidget *tuce_verdict_section_new (TuceWorkspace *workspace, const char *part);

/** tuce_verdict_section_set_pending: @pending: (nullable): what is on the card. */
void tuce_verdict_section_set_pending (TuceVerdictSection *section, TucePending *pending);

/** tuce_verdict_section_is_live: whether it tells what would hold if what was typed were saved. */
gboolean tuce_verdict_section_is_live (TuceVerdictSection *section);

/** tuce_verdict_section_set_open: unfolds or folds it. */
void tuce_verdict_section_set_open (TuceVerdictSection *section, gboolean open);

/** tuce_verdict_section_get_found: Returns: (nullable): the verdicts that are shown. */
const TuceVerdictsFound *tuce_verdict_section_get_found (TuceVerdictSection *section);

/** tuce_verdict_section_inspect: asks for an inspection of the criterion @code. Returns: (transfer none): the TuceFormDialog. */
GtkWidget *tuce_verdict_section_inspect (TuceVerdictSection *section, const char *code);

/** tuce_verdict_section_measure: asks for the measure that is proposed as number @gap. Returns: (transfer none) (nullable): the TuceFormDialog. */
GtkWidget *tuce_verdict_section_measure (TuceVerdictSection *section, guint gap);
