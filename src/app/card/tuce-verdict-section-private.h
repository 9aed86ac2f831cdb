/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-freshness.h"
#include "tuce-verdict-section.h"

/* Between the files of TuceVerdictSection: what is shown (tuce-verdict-section.c), what is done (…-actions.c). */
struct _TuceVerdictSection
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *word;
  GtkWidget *cells; /* TuceCriteriaCell: seen while folded too */
  GtkWidget *lines;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  const char *part;     /* interned, or NULL */
  TucePending *pending; /* what is on the card, or NULL */
  TuceRecord *record;   /* its main record as the file has it, or NULL */
  TuceVerdictsFound *found;
  GPtrArray *gaps;     /* TuceGap */
  gboolean live;       /* what is shown is of what was typed */
  GCancellable *query; /* of the look on its way, or NULL */
};

TuceCounty *tuce_verdict_section_get_county (TuceVerdictSection *section);

/* The standard in force for what is judged, %NULL where there is none or nothing to judge. */
const TucePack *tuce_verdict_section_get_pack (TuceVerdictSection *section);

/* The record that is judged, %NULL where the card has none: of a household that does not move there is no move to judge. */
TucePendingRecord *tuce_verdict_section_find_subject (TuceVerdictSection *section);

void tuce_verdict_section_install_actions (GtkWidgetClass *widget_class);
