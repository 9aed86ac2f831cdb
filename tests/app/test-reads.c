/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever says what it reads forgets nothing: SQLite is asked what each of them really reads. */
#include "noted-reader.h"
#include "tuce-demo.h"
#include "tuce-due-list.h"
#include "tuce-households-task.h"
#include "tuce-incidence.h"
#include "tuce-milestone.h"
#include "tuce-places-task.h"
#include "tuce-progress-task.h"
#include "tuce-relocation-reads.h"
#include "tuce-rollup.h"
#include "tuce-schedule.h"
#include "tuce-sheet-stock.h"
#include "tuce-workspace.h"

static TuceCounty *county;    /* a small demo county */
static TuceStandards *standards;

static TuceReads *
new_reads (void)
{
  return tuce_reads_new (tuce_county_get_dictionary (county));
}

/* --- tests --- */

static gboolean
load_scene (TuceCounty *reader, gconstpointer colouring, GError **error)
{
  g_autoptr (TuceScene) scene = tuce_scene_load_coloured (reader, colouring, NULL, error);

  return scene != NULL;
}

static void
test_scene (void)
{
  for (guint i = 0; i < tuce_colourings ()->len; i++)
    {
      const TuceColouring *colouring = tuce_colourings ()->pdata[i];
      g_autoptr (TuceReads) reads = new_reads ();

      tuce_scene_add_reads (reads, colouring);
      noted_reader_check (colouring->name, county, load_scene, colouring, reads);
      noted_reader_assert_no_phone (county, reads);
    }
}

static gboolean
load_sites (TuceCounty *reader, gconstpointer data, GError **error)
{
  g_autoptr (TuceOverlay) overlay = tuce_overlay_load_sites (reader, NULL, error);

  return overlay != NULL;
}

static gboolean
load_stock (TuceCounty *reader, gconstpointer data, GError **error)
{
  g_autoptr (TuceSheetStock) stock = tuce_sheet_stock_load (reader, NULL, error);

  return stock != NULL;
}

static void
test_stock (void)
{
  g_autoptr (TuceReads) sites = new_reads (), stock = new_reads ();

  tuce_overlay_add_site_reads (sites);
  noted_reader_check ("sites", county, load_sites, NULL, sites);
  noted_reader_assert_no_phone (county, sites);
  tuce_sheet_stock_add_reads (stock);
  noted_reader_check ("stock", county, load_stock, NULL, stock);
  noted_reader_assert_no_phone (county, stock);
}

static gboolean
load_boards (TuceCounty *reader, gconstpointer data, GError **error)
{
  g_autoptr (TuceSiteBoards) boards = tuce_site_boards_load (reader, standards, NULL, NULL, error);
  g_autoptr (TuceTimetable) timetable = boards ? tuce_timetable_load (reader, error) : NULL;
  g_autoptr (GPtrArray) schedule = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 7, 2018);
  schedule = timetable ? tuce_schedule_load (reader, timetable, NULL, &day, NULL, error) : NULL;
  return schedule != NULL;
}

static void
test_boards (void)
{
  g_autoptr (TuceReads) reads = new_reads ();

  tuce_site_boards_add_reads (reads);
  tuce_schedule_add_reads (reads);
  noted_reader_check ("boards", county, load_boards, NULL, reads);
  noted_reader_assert_no_phone (county, reads);
}

static gboolean
load_counts (TuceCounty *reader, gconstpointer level, GError **error)
{
  const char *by = g_str_equal (level, "household") ? "village" : "township";
  g_autoptr (GPtrArray) rollups = tuce_rollups (reader, standards, level, by, "5117", "2|0", error);
  g_autoptr (GHashTable) incidences = rollups ? tuce_incidences (reader, error) : NULL;
  g_autoptr (TuceQuery) measures = tuce_query_new (reader, "measure");
  g_autoptr (TuceDueList) due = NULL;

  tuce_query_set_scope (measures, "511725100");
  due = incidences ? tuce_due_list (reader, measures, NULL, TUCE_DUE_OPEN, "2018-07-01", NULL, error) : NULL;
  for (guint i = 0; due && i < tuce_milestones (NULL)->len; i++)
    {
      g_autoptr (TuceQuery) query = tuce_milestone_query (tuce_milestones (NULL)->pdata[i], reader, "511725100", error);
      gint64 n;

      if (query && !tuce_query_count (query, reader, NULL, &n, NULL, error))
        return FALSE;
    }
  return due != NULL;
}

static void
test_counts (void)
{
  static const char *const levels[][2]
      = { { "household", "village" }, { "village", "township" }, { "township", "township" } };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (TuceReads) reads = new_reads ();

      tuce_progress_add_reads (reads, levels[i][0], levels[i][1]);
      noted_reader_check (levels[i][0], county, load_counts, levels[i][0], reads);
      noted_reader_assert_no_phone (county, reads);
    }
}

static gboolean
count_shown (TuceCounty *reader, gconstpointer workspace, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_workspace_households ((TuceWorkspace *) workspace);
  gint64 n, people;

  return tuce_query_count (query, reader, "size", &n, &people, error);
}

static void
check_shown (TuceWorkspace *workspace)
{
  g_autoptr (TuceReads) reads = new_reads ();

  tuce_workspace_add_reads (workspace, reads);
  tuce_reads_add_path (reads, "household", "size");
  noted_reader_check ("households shown", county, count_shown, workspace, reads);
}

static void
test_shown (void)
{
  static const char *const paths[] = { "status", "village.township.kind", "household_year.net_pc", "relocation.site.name",
                                       "household_assessment.state" };
  g_autoptr (TuceWorkspace) workspace = tuce_workspace_new ();
  g_autoptr (GError) error = NULL;

  tuce_workspace_set_county (workspace, county);
  check_shown (workspace);
  tuce_workspace_set_scope (workspace, "511725100");
  tuce_workspace_set_search (workspace, "王");
  check_shown (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      tuce_workspace_add_condition (workspace, paths[i], TUCE_IS_EMPTY, "", &error);
      g_assert_no_error (error);
    }
  check_shown (workspace);
  tuce_workspace_set_county (workspace, NULL);
}

/* What is said is also heard: the phone of somebody is only of interest where it is looked for. */
static void
test_touched (void)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  const TuceEntity *household = tuce_dictionary_entity (dictionary, "household");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TuceChangedRow));
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  TuceChangeSet changes = { rows, fields, FALSE };
  TuceChangedRow row = { household, 1, TUCE_CHANGE_UPDATE, 0, 1 };
  g_autoptr (TuceReads) size = new_reads (), search = new_reads (), villages = new_reads ();

  tuce_reads_add_path (size, "household", "size");
  tuce_reads_add_search (search, "household");
  tuce_reads_add_entity (villages, "village");
  g_array_append_val (rows, row);
  g_ptr_array_add (fields, (gpointer) tuce_entity_field (household, "phone"));
  g_assert_false (tuce_reads_touched (size, &changes));
  g_assert_true (tuce_reads_touched (search, &changes));
  g_assert_false (tuce_reads_touched (villages, &changes));
  fields->pdata[0] = (gpointer) tuce_entity_field (household, "size");
  g_assert_true (tuce_reads_touched (size, &changes));
  g_array_index (rows, TuceChangedRow, 0).kind = TUCE_CHANGE_DELETE;
  g_array_index (rows, TuceChangedRow, 0).n_fields = 0;
  g_assert_true (tuce_reads_touched (size, &changes));
  g_assert_false (tuce_reads_touched (villages, &changes));
  changes.everything = TRUE;
  g_assert_true (tuce_reads_touched (villages, &changes));
}

int
main (int argc, char **argv)
{
  TuceDemoOptions options = { .seed = 5, .households = 60 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tuce-reads-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "c.tuce", NULL);
  int failed;

  g_test_init (&argc, &argv, NULL);
  county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  standards = tuce_standards_load (county, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/reads/scene", test_scene);
  g_test_add_func ("/reads/stock", test_stock);
  g_test_add_func ("/reads/boards", test_boards);
  g_test_add_func ("/reads/counts", test_counts);
  g_test_add_func ("/reads/shown", test_shown);
  g_test_add_func ("/reads/touched", test_touched);
  failed = g_test_run ();
  tuce_standards_unref (standards);
  tuce_county_close (county);
  g_object_unref (county);
  return failed;
}
