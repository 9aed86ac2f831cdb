/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-count-list.h"

/** tuce_department_list_new: Gives a list of the departments something lies with; the key "" is what lies with nobody. */
GtkWidget *tuce_department_list_new (void);

/** tuce_department_list_fill: @departments: (element-type TuceDepartment): each with how much is open, how much overdue. */
void tuce_department_list_fill (TuceCountList *list, GPtrArray *departments);
