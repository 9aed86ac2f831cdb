/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-schedule.h"

/** tuce_timetable_date: Returns: the field of a site that holds the day @stage was reached, or "". */
const char *tuce_timetable_date (const TuceTimetable *timetable, guint stage);
