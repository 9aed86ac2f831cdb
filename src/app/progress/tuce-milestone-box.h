/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-milestone.h"

/** tuce_milestone_box_new: Gives what tells of one date of the year: what it is, how many days are left, what remains (-1: not counted) and how much of it a day. */
GtkWidget *tuce_milestone_box_new (const TuceMilestone *milestone, int year, const GDate *today, gint64 remaining);

/** tuce_milestone_days_words: Gives "12 days left", "the last day", "over since 3 days". */
char *tuce_milestone_days_words (int days_left);
