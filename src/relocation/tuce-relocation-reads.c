/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-relocation-reads.h"

#include "tuce-levels.h"
#include "tuce-scenario.h"
#include "tuce-site-groups.h"
#include "tuce-subject.h"

/* The tests of reads in tests/app check with SQLite that these lists are complete. */
static const char *const scenario_households[]
    = { "village_code", "village.short_name", "group_no", "head_name", "size", "resettle_type", NULL };

static void
add_places (TuceReads *reads)
{
  const TuceEntity *level = tuce_level_below (tuce_level_county (tuce_reads_dictionary (reads)));

  for (; level; level = tuce_level_below (level))
    tuce_level_add_reads (reads, level);
}

void
tuce_site_boards_add_reads (TuceReads *reads)
{
  GPtrArray *facts = tuce_subjects_load (NULL) ? tuce_facts () : NULL;

  add_places (reads);
  tuce_reads_add_entity (reads, "site");
  tuce_reads_add_entity (reads, "parameter");
  tuce_site_groups_add_reads (reads);
  tuce_reads_add_entity (reads, "relocation_assessment");
  for (guint i = 0; facts && i < facts->len; i++)
    if (g_str_equal (((const TuceFacts *) facts->pdata[i])->name, "members"))
      tuce_reads_add_sql (reads, ((const TuceFacts *) facts->pdata[i])->select);
}

void
tuce_schedule_add_reads (TuceReads *reads)
{
  tuce_reads_add_entity (reads, "site");
  tuce_reads_add_entity (reads, "parameter");
}

void
tuce_scenarios_add_reads (TuceReads *reads)
{
  static const char *const of_scenarios[]
      = { TUCE_SCENARIO, TUCE_SCENARIO_SITE, TUCE_SCENARIO_WISH, TUCE_SCENARIO_MOVE, "relocation", "site", "parameter" };

  for (guint i = 0; i < G_N_ELEMENTS (of_scenarios); i++)
    tuce_reads_add_entity (reads, of_scenarios[i]);
  add_places (reads);
  tuce_reads_add_paths (reads, "household", scenario_households);
}
