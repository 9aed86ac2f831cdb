/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the demo reads from the county file it fills: shapes and parameters, some of which it invents. */
#include "tuce-demo-county.h"

#include <glib/gi18n-lib.h>

#include "tuce-parameters.h"
#include "tuce-query.h"
#include "tuce-shape.h"

/*
 * Parameters for which no document was found: what a village's collective income has to be, and how long an old house may
 * stay. Without values no village could meet the standard, and no old house could be late.
 */
static const struct
{
  const char *key;
  double value;
} invented[] = { { "village_collective_income_pc", 5 }, { "demolish_days", 60 } };

GPtrArray *
tuce_demo_load_shapes (TuceCounty *county, const char *layer, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_shape_unref);
  g_autoptr (GArray) ids = NULL;

  if (!tuce_query_add_condition (query, "layer", TUCE_IS, layer, error))
    return NULL;
  ids = tuce_query_ids (query, county, NULL, error);
  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TuceRecord) feature = tuce_county_load (county, "feature", g_array_index (ids, gint64, i), error);
      GBytes *bytes = feature ? tuce_record_value (feature, "shape")->bytes : NULL;
      TuceShape *shape
          = bytes ? tuce_shape_from_wkb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) : NULL;

      if (!shape)
        return NULL;
      g_ptr_array_add (shapes, shape);
    }
  return ids ? g_steal_pointer (&shapes) : NULL;
}

double
tuce_demo_parameter (TuceCounty *county, const char *key, int year)
{
  g_autoptr (TuceRecord) record = tuce_parameter_find (county, key, year);

  return record ? tuce_record_real (record, "value") : 0;
}

gint64
tuce_demo_money (TuceCounty *county, const char *key, int year)
{
  return (gint64) (tuce_demo_parameter (county, key, year) * 100 + 0.5);
}

gboolean
tuce_demo_invent_parameters (TuceCounty *county, TuceEdit *edit, int year, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (invented); i++)
    {
      g_autoptr (TuceRecord) record = tuce_parameter_find (county, invented[i].key, year);

      if (!record || tuce_record_has (record, "value"))
        continue;
      tuce_record_set_real (record, "value", invented[i].value);
      tuce_record_set_text (record, "source", _("Demo county: invented, in no document"));
      if (!tuce_edit_update (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

void
tuce_demo_learn_limits (TuceDemoLimits *limits, TuceCounty *county, int year)
{
  static const char *const stage_days[G_N_ELEMENTS (limits->stage_days)]
      = { NULL,                "stage_days_plan",   "stage_days_land",  "stage_days_tender", "stage_days_start",
          "stage_days_topped", "stage_days_infra", "stage_days_accept", "stage_days_allot" };

  limits->area_person = tuce_demo_money (county, "area_cap_per_person", year);
  limits->area_household = tuce_demo_money (county, "area_cap_household_ge6", year);
  limits->annex = tuce_demo_money (county, "annex_cap", year);
  limits->raise_person = tuce_demo_money (county, "self_raise_cap_person", year);
  limits->raise_household = tuce_demo_money (county, "self_raise_cap_household", year);
  limits->subsidy_rural = tuce_demo_money (county, "subsidy_rural", year);
  limits->subsidy_urban = tuce_demo_money (county, "subsidy_urban", year);
  limits->share_started = (int) tuce_demo_parameter (county, "pay_share_started", year);
  limits->share_topped = (int) tuce_demo_parameter (county, "pay_share_topped", year);
  limits->share_accepted = (int) tuce_demo_parameter (county, "pay_share_accepted", year);
  limits->share_moved_in = (int) tuce_demo_parameter (county, "pay_share_moved_in", year);
  for (guint i = 0; i < G_N_ELEMENTS (limits->stage_days); i++)
    limits->stage_days[i] = stage_days[i] ? (int) tuce_demo_parameter (county, stage_days[i], year) : 0;
  limits->demolish_days = (int) tuce_demo_parameter (county, "demolish_days", year);
}
