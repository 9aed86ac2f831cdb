/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceRelatedSection:
 *
 * What refers to the record on the card: of a helper the households helped and the visits. Which, and what is said
 * of each, is in data/pages.csv. A row leads to the record it is about. Hidden for records that nothing of the kind is
 * said of.
 */
#define TUCE_TYPE_RELATED_SECTION (tuce_related_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceRelatedSection, tuce_related_section, TUCE, RELATED_SECTION, GtkWidget)

/** tuce_related_section_new: Gives the section, hidden until it is told of a record. A row selects in @workspace what it is about. */
GtkWidget *tuce_related_section_new (TuceWorkspace *workspace);

/** tuce_related_section_show: Lists what refers to record @id of @entity; %NULL or 0 for none: a new record. */
void tuce_related_section_show (TuceRelatedSection *section, const char *entity, gint64 id);

/** tuce_related_section_get_list: Returns: (transfer none) (nullable): the GtkListBox of the records of @entity that are listed. */
GtkWidget *tuce_related_section_get_list (TuceRelatedSection *section, const char *entity);
