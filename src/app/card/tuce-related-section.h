/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceRelatedSection:
 *
 * What refers to the selected record, on its card: of a helper the households helped and the visits. Which, and what is said
 * of each, is in data/pages.csv. A row leads to the record it is about. Hidden for records that nothing of the kind is
 * said of.
 */
#define TUCE_TYPE_RELATED_SECTION (tuce_related_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceRelatedSection, tuce_related_section, TUCE, RELATED_SECTION, GtkWidget)

/** tuce_related_section_new: Gives the section that follows the selection of @workspace. */
GtkWidget *tuce_related_section_new (TuceWorkspace *workspace);

/** tuce_related_section_get_list: Returns: (transfer none) (nullable): the GtkListBox of the records of @entity that are listed. */
GtkWidget *tuce_related_section_get_list (TuceRelatedSection *section, const char *entity);
