/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-shown.h"

#include <glib/gi18n-lib.h>

char *
tuce_shown_describe (TuceWorkspace *workspace)
{
  GPtrArray *conditions = tuce_workspace_get_conditions (workspace);
  const char *search = tuce_workspace_get_search (workspace);
  g_autoptr (GString) text = g_string_new (tuce_workspace_describe_scope (workspace));

  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *condition = tuce_condition_describe (g_ptr_array_index (conditions, i));

      g_string_append_printf (text, " · %s", condition);
    }
  if (*search)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("“%s”"), search);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
