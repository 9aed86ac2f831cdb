/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

#include <gtk/gtk.h>

/**
 * TuceGapSection:
 *
 * The part of the card that tells what the selected household (or village …) lacks and who does something about it: the
 * measures that are open, and for each unmet criterion without one what the standard proposes, to be taken over. Follows
 * the workspace; not seen where nothing is lacking.
 */
#define TUCE_TYPE_GAP_SECTION (tuce_gap_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceGapSection, tuce_gap_section, TUCE, GAP_SECTION, GtkWidget)

GtkWidget *tuce_gap_section_new (TuceWorkspace *workspace);

/** tuce_gap_section_get_n_gaps, get_n_measures: Returns: how many proposals, and how many open measures, it lists. */
guint tuce_gap_section_get_n_gaps (TuceGapSection *section);
guint tuce_gap_section_get_n_measures (TuceGapSection *section);

/** tuce_gap_section_take: opens the dialog that makes a measure of the proposal at @index. Returns: (transfer none): it. */
GtkWidget *tuce_gap_section_take (TuceGapSection *section, guint index);
