/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"
#include "tuce-value-form.h"
#include "tuce-workspace.h"

/**
 * TuceProcedureSection:
 *
 * The part of the card that tells how far the selected household (or village) is in its exit procedure: the steps with
 * their days, what the next one needs, its form, and the way back for an objection. Follows the workspace; not seen where
 * there is no procedure for what is selected.
 */
#define TUCE_TYPE_PROCEDURE_SECTION (tuce_procedure_section_get_type ())
G_DECLARE_FINAL_TYPE (TuceProcedureSection, tuce_procedure_section, TUCE, PROCEDURE_SECTION, GtkWidget)

GtkWidget *tuce_procedure_section_new (TuceWorkspace *workspace);

/** tuce_procedure_section_set_open: unfolds or folds it. */
void tuce_procedure_section_set_open (TuceProcedureSection *section, gboolean open);

/** tuce_procedure_section_get_title, get_refusals: Returns: (transfer none): what it says, for tests. */
const char *tuce_procedure_section_get_title (TuceProcedureSection *section);
const char *tuce_procedure_section_get_refusals (TuceProcedureSection *section);
TuceValueForm *tuce_procedure_section_get_form (TuceProcedureSection *section);

/** tuce_procedure_section_record: presses the button of the form. */
void tuce_procedure_section_record (TuceProcedureSection *section);

/** tuce_procedure_section_object: opens the dialog for an objection. Returns: (transfer none) (nullable): it. */
GtkWidget *tuce_procedure_section_object (TuceProcedureSection *section);
