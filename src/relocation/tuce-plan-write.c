/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the result of a plan into its scenario. */
#include <glib/gi18n-lib.h>

#include "tuce-plan-private.h"
#include "tuce-scenario-private.h"

/* A plan being written, and the moves of the scenario from before. */
typedef struct
{
  TucePlan *plan;
  GHashTable *before; /* household → id of its move; households still in it at the end have moves that are out of
                         date */
  GArray *stale;      /* ids of moves of households that are no longer to be placed */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  tuce_plan_free (self->plan);
  g_clear_pointer (&self->before, g_hash_table_unref);
  g_clear_pointer (&self->stale, g_array_unref);
  g_free (self);
}

static gboolean
read_before (TuceCounty *county, Writing *self, GError **error)
{
  g_autoptr (TuceStatement) row = tuce_scenario_ask (
      county, "SELECT id, household_id FROM scenario_move WHERE scenario_id = :id", self->plan->scenario->id, error);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean more, good;

  if (!row)
    return FALSE;
  for (guint i = 0; i < self->plan->households->len; i++)
    g_hash_table_add (wanted, &g_array_index (self->plan->households, TucePlanHousehold, i).id);
  while ((good = tuce_statement_step (row, &more, error)) && more)
    {
      gint64 id = tuce_statement_integer (row, 0), household = tuce_statement_integer (row, 1);

      if (!g_hash_table_contains (wanted, &household) || g_hash_table_contains (self->before, &household))
        g_array_append_val (self->stale, id);
      else
        g_hash_table_insert (self->before, g_memdup2 (&household, sizeof household), g_memdup2 (&id, sizeof id));
    }
  return good;
}

static gboolean
write_move (TuceCounty *county, TuceEdit *edit, Writing *self, const TucePlanHousehold *household, GError **error)
{
  const gint64 *id = g_hash_table_lookup (self->before, &household->id);
  g_autoptr (TuceRecord) move = id ? tuce_county_load (county, TUCE_SCENARIO_MOVE, *id, error)
                                   : tuce_record_new (tuce_scenario_entity (county, TUCE_SCENARIO_MOVE));
  const char *placement;
  int at = tuce_plan_where (self->plan, household, &placement);
  const TucePlanSite *site = at >= 0 ? self->plan->sites->pdata[at] : NULL;

  if (!move)
    return FALSE;
  tuce_record_set_reference (move, TUCE_SCENARIO, self->plan->scenario->id);
  tuce_record_set_reference (move, TUCE_HOUSEHOLD, household->id);
  tuce_record_set_text (move, "placement", placement);
  tuce_record_set_reference (move, TUCE_SCENARIO_SITE, 0);
  tuce_record_set_none (move, "distance");
  if (site)
    tuce_record_set_reference (move, TUCE_SCENARIO_SITE, site->id);
  if (site && household->is_placed)
    tuce_record_set_real (move, "distance", tuce_plan_metres (household, site));
  return id ? tuce_edit_update (edit, move, error) : tuce_edit_insert (edit, move, error);
}

static gboolean
write_scenario (TuceCounty *county, TuceEdit *edit, const TucePlan *plan, GError **error)
{
  g_autoptr (TuceRecord) scenario = tuce_county_load (county, TUCE_SCENARIO, plan->scenario->id, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  double total, bound;
  gboolean exact = tuce_plan_sum (plan, &total, &bound);

  if (!scenario)
    return FALSE;
  tuce_record_set_text (scenario, "planned_at", at);
  tuce_record_set_none (scenario, "adopted_on");
  tuce_record_set_real (scenario, "cost", total);
  tuce_record_set_real (scenario, "bound", bound);
  tuce_record_set_integer (scenario, "exact", exact);
  return tuce_edit_update (edit, scenario, error);
}

static gboolean
write_step (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  Writing *self = data;
  guint n = self->plan->households->len;

  if (index < n)
    return write_move (county, edit, self, &g_array_index (self->plan->households, TucePlanHousehold, index), error);
  if (index < n + self->stale->len)
    return tuce_edit_delete (edit, TUCE_SCENARIO_MOVE, g_array_index (self->stale, gint64, index - n), error);
  return write_scenario (county, edit, self->plan, error);
}

TucePortions *
tuce_plan_write (TuceCounty *county, TucePlan *plan, GError **error)
{
  Writing *self = g_new0 (Writing, 1);
  g_autofree char *label = NULL;

  self->plan = plan;
  self->before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->stale = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!read_before (county, self, error))
    {
      writing_free (self);
      return NULL;
    }
  /* Translators: an edit of the journal; name of a scenario, then how many households */
  label = g_strdup_printf (ngettext ("Work out scenario “%s” (%u household)", "Work out scenario “%s” (%u households)",
                                     plan->households->len),
                           tuce_record_named (plan->scenario), plan->households->len);
  return tuce_portions_new (county, label, write_step, plan->households->len + self->stale->len + 1, self,
                                  writing_free, error);
}
