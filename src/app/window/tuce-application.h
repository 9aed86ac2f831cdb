/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceApplication:
 *
 * The program: `tuce [FILE]` opens FILE, or the county that was open last, or the start page; `tuce --demo` the demo
 * county. Every start is a process of its own: what two windows may do to one file is the file's business.
 */
#define TUCE_TYPE_APPLICATION (tuce_application_get_type ())
G_DECLARE_FINAL_TYPE (TuceApplication, tuce_application, TUCE, APPLICATION, GtkApplication)

TuceApplication *tuce_application_new (void);
