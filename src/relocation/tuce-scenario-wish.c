/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wishes for households, groups and villages, and which of them contradict each other. */
#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-scenario-private.h"
#include "tuce-wishes.h"

static gboolean
check_target (const TuceRecord *wish, GError **error)
{
  if (!tuce_record_reference (wish, TUCE_HOUSEHOLD) && !*tuce_record_place (wish))
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                 _("A wish has to say whose it is: name a household, or a village with or without a group"));
  else if (!tuce_record_reference (wish, TUCE_SCENARIO_SITE))
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("A wish has to say which site it is about"));
  else if (!*tuce_record_text (wish, "kind"))
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("A wish has to say what is wanted"));
  else
    return TRUE;
  return FALSE;
}

gboolean
tuce_scenario_save_wish (TuceCounty *county, TuceRecord *wish, GError **error)
{
  g_autoptr (TuceEdit) edit = NULL;
  g_autoptr (TuceWishes) wishes = NULL;
  gint64 scenario = tuce_record_reference (wish, TUCE_SCENARIO);

  if (!check_target (wish, error))
    return FALSE;
  if (tuce_record_reference (wish, TUCE_HOUSEHOLD))
    {
      tuce_record_set_place (wish, NULL);
      tuce_record_set_none (wish, "group_no");
    }
  edit = tuce_edit_begin (county, wish->id ? _("Change a wish of a scenario") : _("Add a wish to a scenario"), error);
  if (!edit || !(wish->id ? tuce_edit_update (edit, wish, error) : tuce_edit_insert (edit, wish, error)))
    return FALSE;
  /* read all wishes, with the new one: where two contradict each other this fails, and the edit is rolled back */
  wishes = tuce_wishes_load (county, scenario, error);
  return wishes && tuce_scenario_outdate (county, edit, scenario, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_scenario_remove_wish (TuceCounty *county, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) wish = tuce_county_load (county, TUCE_SCENARIO_WISH, id, error);
  g_autoptr (TuceEdit) edit = wish ? tuce_edit_begin (county, _("Remove a wish of a scenario"), error) : NULL;

  return edit && tuce_edit_delete (edit, TUCE_SCENARIO_WISH, id, error)
         && tuce_scenario_outdate (county, edit, tuce_record_reference (wish, TUCE_SCENARIO), error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}
