/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-verdict-task.h"
#include "tuce-workspace.h"

/**
 * TuceVerdictSection:
 *
 * The part of the card that tells which criteria the selected household, village or township meets, and why; where an
 * inspection is recorded and a measure made. Follows the workspace; not seen where no standard is in force for what is
 * selected.
 */
#define TUCE_TYPE_VERDICT_SECTION (tuce_verdict_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceVerdictSection, tuce_verdict_section, TUCE, VERDICT_SECTION, GtkWidget)

GtkWidget *tuce_verdict_section_new (TuceWorkspace *workspace);

/** tuce_verdict_section_set_open: unfolds or folds it. */
void tuce_verdict_section_set_open (TuceVerdictSection *section, gboolean open);

/** tuce_verdict_section_get_found: Returns: (nullable): the verdicts that are shown. */
const TuceVerdictsFound *tuce_verdict_section_get_found (TuceVerdictSection *section);

/** tuce_verdict_section_inspect: asks for an inspection of the criterion @code. Returns: (transfer none): the TuceFormDialog. */
GtkWidget *tuce_verdict_section_inspect (TuceVerdictSection *section, const char *code);

/** tuce_verdict_section_measure: asks for the measure that is proposed as number @gap. Returns: (transfer none) (nullable): the TuceFormDialog. */
GtkWidget *tuce_verdict_section_measure (TuceVerdictSection *section, guint gap);
