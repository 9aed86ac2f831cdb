/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-procedure.h"

/**
 * TuceStepLine:
 *
 * The steps of a case side by side: a mark for done, next or to come, the short name, and the day.
 */
#define TUCE_TYPE_STEP_LINE (tuce_step_line_get_type ())
G_DECLARE_FINAL_TYPE (TuceStepLine, tuce_step_line, TUCE, STEP_LINE, GtkWidget)

GtkWidget *tuce_step_line_new (void);

/** tuce_step_line_show: @file: (nullable) */
void tuce_step_line_show (TuceStepLine *line, const TuceCase *file);

/** tuce_step_line_describe: Gives the line in words, as a screen reader says it. */
char *tuce_step_line_describe (TuceStepLine *line);
