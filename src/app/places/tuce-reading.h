/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_reading:
 *
 * Gives the syllables @name is read with, in plain lower-case Latin letters with one space between them: "shuang qiao cun"
 * for 双桥村. By ICU's Han-Latin, after the readings of data/divisions/readings.txt. Latin letters and digits stand for
 * themselves. Thread-safe; the first call takes a tenth of a second.
 */
char *tuce_reading (const char *name);
