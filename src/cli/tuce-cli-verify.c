/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-output.h"

gboolean
tuce_cli_verify (TuceInvocation *invocation, GError **error)
{
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!tuce_invocation_parse (invocation, NULL, 1, 1, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error)))
    return FALSE;
  faults = tuce_verify (county, tuce_invocation_progress, NULL, invocation->cancellable, error);
  if (!faults)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < faults->len; i++)
    {
      json_builder_add_string_value (builder, faults->pdata[i]);
      if (!invocation->json)
        tuce_output_print ("%s\n", (char *) faults->pdata[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (invocation->json)
    tuce_output_json (builder);
  else if (faults->len == 0)
    tuce_output_print (
        _("All is well: the file is whole and the records are what its journal says.\n"));
  if (faults->len)
    invocation->verdict = TUCE_EXIT_WRONG;
  return TRUE;
}
