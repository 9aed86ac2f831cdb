/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pack-view.h"
#include "tuce-parameter-view.h"
#include "tuce-workspace.h"

/** TuceStandardsPage: by what the county is judged: its rule packs, and the parameters they compare with. */
#define TUCE_TYPE_STANDARDS_PAGE (tuce_standards_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceStandardsPage, tuce_standards_page, TUCE, STANDARDS_PAGE, GtkWidget)

GtkWidget *tuce_standards_page_new (TuceWorkspace *workspace);

/** tuce_standards_page_show: @face: "packs" or "parameters" */
void tuce_standards_page_show (TuceStandardsPage *page, const char *face);
TucePackView *tuce_standards_page_get_packs (TuceStandardsPage *page);
TuceParameterView *tuce_standards_page_get_parameters (TuceStandardsPage *page);
