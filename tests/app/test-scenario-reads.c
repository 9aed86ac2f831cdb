/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of planning says its scenarios are made from is all they are made from (see test-reads.c). */
#include "../relocation/planned-county.h"
#include "noted-reader.h"
#include "tuce-overlay.h"
#include "tuce-plan.h"
#include "tuce-relocation-reads.h"

static gboolean
load_scenario (TuceCounty *reader, gconstpointer data, GError **error)
{
  gint64 id = *(const gint64 *) data;
  TucePlanFigures *figures = tuce_plan_figures_load (reader, id, NULL, error);
  g_autoptr (GPtrArray) unplaced = figures ? tuce_plan_unplaced (reader, id, error) : NULL;
  g_autoptr (TuceOverlay) overlay = unplaced ? tuce_overlay_load_scenario (reader, id, 0, NULL, error) : NULL;

  g_clear_pointer (&figures, tuce_plan_figures_free);
  return overlay != NULL;
}

static void
test_scenario (void)
{
  char *path = NULL;
  TuceCounty *planned = planned_county (&path, 6, 2, 2);
  gint64 id = planned_county_scenario (planned, "1");
  g_autoptr (TuceReads) reads = tuce_reads_new (tuce_county_get_dictionary (planned));

  tuce_scenarios_add_reads (reads);
  tuce_overlay_add_scenario_reads (reads);
  noted_reader_check ("scenario", planned, load_scenario, &id, reads);
  noted_reader_assert_no_phone (planned, reads);
  planned_county_remove (planned, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reads/scenario", test_scenario);
  return g_test_run ();
}
