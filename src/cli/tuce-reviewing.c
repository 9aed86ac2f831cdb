/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-reviewing.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tuce-review.h"

static gboolean
bring_up_to_date (TuceInvocation *invocation,
                  TuceCounty *county,
                  TuceStandards *standards,
                  GError **error)
{
  if (tuce_county_is_writable (county))
    return tuce_review_bring_up_to_date (county, standards, tuce_invocation_progress, NULL,
                                         invocation->cancellable, error);
  if (!tuce_review_is_current (county, standards))
    fprintf (stderr, _("%s What is shown is what was found when it was last written.\n"),
             tuce_county_read_only_reason (county));
  return TRUE;
}

TuceCounty *
tuce_reviewing_open (TuceInvocation *invocation, TuceStandards **standards, GError **error)
{
  g_autoptr (TuceCounty) county
      = tuce_invocation_open (invocation, TUCE_OPEN_WRITE_OR_READ, error);
  g_autoptr (TuceStandards) loaded = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;

  if (!county || !(loaded = tuce_standards_load (county, &mistakes, error)))
    return NULL;
  for (guint i = 0; i < mistakes->len; i++)
    {
      fprintf (stderr, _("Left out: %s\n"), (char *) mistakes->pdata[i]);
      invocation->verdict = TUCE_EXIT_WRONG;
    }
  if (!bring_up_to_date (invocation, county, loaded, error))
    return NULL;
  *standards = g_steal_pointer (&loaded);
  return g_steal_pointer (&county);
}
