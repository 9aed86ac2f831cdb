/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_date_parse:
 * @text: "2018-07-23", "2018.7.23", "2018/7/23", "20180723" or "2018年7月23日"
 * @date: (out caller-allocates): the date
 *
 * Returns: whether @text is one existing day between 1850 and 2200.
 */
gboolean tuce_date_parse (const char *text, GDate *date);

/** tuce_date_format: Gives (transfer full) @date as "2018-07-23". */
char *tuce_date_format (const GDate *date);

/** tuce_date_age: Gives full years lived on @day by somebody born on @birth; negative before birth. */
int tuce_date_age (const GDate *birth, const GDate *day);

/** tuce_date_today: Sets @date to today in local time. */
void tuce_date_today (GDate *date);
