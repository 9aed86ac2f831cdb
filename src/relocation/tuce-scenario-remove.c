/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removes a scenario with everything that belongs to it. */
#include <glib/gi18n-lib.h>

#include "tuce-scenario-private.h"

typedef struct
{
  const char *entity;
  gint64 id;
} Doomed;

static gboolean
remove_one (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  const Doomed *doomed = &g_array_index ((GArray *) data, Doomed, index);

  return tuce_edit_delete (edit, doomed->entity, doomed->id, error);
}

static gboolean
doom (TuceCounty *county, GArray *all, const char *entity, const char *sql, gint64 scenario, GError **error)
{
  g_autoptr (GArray) ids = tuce_scenario_ids (county, sql, scenario, error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      Doomed one = { entity, g_array_index (ids, gint64, i) };

      g_array_append_val (all, one);
    }
  return ids != NULL;
}

TucePortions *
tuce_scenario_remove (TuceCounty *county, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, id, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Doomed));
  g_autofree char *label = NULL;
  guint n;

  if (!scenario
      || !doom (county, all, TUCE_SCENARIO_MOVE, "SELECT id FROM scenario_move WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO_WISH, "SELECT id FROM scenario_wish WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO_SITE, "SELECT id FROM scenario_site WHERE scenario_id = :id", id, error)
      || !doom (county, all, TUCE_SCENARIO, "SELECT id FROM scenario WHERE id = :id", id, error))
    return NULL;
  /* Translators: an edit of the journal */
  label = g_strdup_printf (_("Remove scenario “%s”"), tuce_record_named (scenario));
  n = all->len;
  return tuce_portions_new (county, label, remove_one, n, g_steal_pointer (&all), (GDestroyNotify) g_array_unref,
                                  error);
}
