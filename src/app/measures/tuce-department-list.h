/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceDepartmentList:
 *
 * The departments something lies with, each with how much of it is open and how much overdue; the first line is all of
 * them.
 *
 * ::chosen: another one, or all, was chosen
 */
#define TUCE_TYPE_DEPARTMENT_LIST (tuce_department_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceDepartmentList, tuce_department_list, TUCE, DEPARTMENT_LIST, GtkWidget)

GtkWidget *tuce_department_list_new (void);

/** tuce_department_list_set: @departments: (element-type TuceDepartment). What was chosen stays chosen. */
void tuce_department_list_set (TuceDepartmentList *list, GPtrArray *departments);

/** tuce_department_list_get_chosen: Returns: (nullable): the name; %NULL for all, "" for what lies with nobody. */
const char *tuce_department_list_get_chosen (TuceDepartmentList *list);
void tuce_department_list_choose (TuceDepartmentList *list, const char *name);
