/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-department-list.h"

#include <glib/gi18n-lib.h>

#include "tuce-due-list.h"

GtkWidget *
tuce_department_list_new (void)
{
  return tuce_count_list_new (_("Departments"), "departments");
}

static void
add (TuceCountList *list, const char *name, const char *title, guint n_open, guint n_overdue)
{
  g_autofree char *open = tuce_text_number (n_open);
  g_autofree char *overdue = tuce_text_number (n_overdue);
  g_autofree char *text = n_overdue > 0
                              /* Translators: measures of a department */
                              ? g_strdup_printf (_("%s open · %s overdue"), open, overdue)
                              : g_strdup_printf (_("%s open"), open);

  tuce_count_list_add (list, name, title, text, n_open, title, n_overdue > 0 ? TUCE_COUNT_PROBLEM : TUCE_COUNT_BENEATH);
}

void
tuce_department_list_fill (TuceCountList *list, GPtrArray *departments)
{
  const char *chosen = tuce_count_list_get_chosen (list);
  guint n_open = 0, n_overdue = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < departments->len; i++)
    {
      const TuceDepartment *department = departments->pdata[i];

      n_open += department->n_open;
      n_overdue += department->n_overdue;
      found = found || g_strcmp0 (department->name, chosen) == 0;
    }
  tuce_count_list_begin (list);
  add (list, NULL, _("All departments"), n_open, n_overdue);
  for (guint i = 0; i < departments->len; i++)
    {
      const TuceDepartment *department = departments->pdata[i];

      add (list, department->name, *department->name ? department->name : _("Nobody named"), department->n_open,
           department->n_overdue);
    }
  /* Its last measure went: it is still what is looked at. */
  if (chosen && !found)
    add (list, chosen, chosen, 0, 0);
  tuce_count_list_end (list);
}
