/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_initials:
 *
 * Gives the Latin initials @name is read with, lower case: "sqc" for 双桥村 (data/divisions/initials.csv). Latin letters
 * and digits stand for themselves; a character the file does not know becomes "?", which nobody types. Thread-safe.
 */
char *tuce_initials (const char *name);
