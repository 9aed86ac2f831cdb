/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-schedule.h"

/**
 * tuce_timetable_date:
 * Gives the field of a site that stores the day @stage was reached, or "". Owned by @timetable.
 */
const char *tuce_timetable_date (const TuceTimetable *timetable, guint stage);
