/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios: what they contain, what they do not change, and how they are adopted. */
#include <string.h>

#include "planned-county.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-plan.h"

typedef struct
{
  TuceCounty *county;
  char *path;
  gint64 scenario;
} Fixture;

/* Twenty households: those in West of 1, 3, 5, 7, 2, 4, 6, 1, 3, 5 people, 37; those in East of 2, 4, 6, 1, 3, … 39. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = planned_county (&fixture->path, 20, 20, 20);
  fixture->scenario = planned_county_scenario (fixture->county, "A");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  planned_county_remove (fixture->county, fixture->path);
}

static TucePlanFigures *
work_out (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlan) plan = tuce_plan_load (fixture->county, fixture->scenario, NULL, &error);
  TucePortions *write;
  TucePlanFigures *figures;

  g_assert_no_error (error);
  tuce_plan_solve (plan, NULL, &error);
  g_assert_no_error (error);
  write = tuce_plan_write (fixture->county, g_steal_pointer (&plan), &error);
  g_assert_no_error (error);
  tuce_portions_write_all (write, NULL, &error);
  g_assert_no_error (error);
  figures = tuce_plan_figures_load (fixture->county, fixture->scenario, NULL, &error);
  g_assert_no_error (error);
  return figures;
}

static void
set_site (Fixture *fixture, const char *site, const char *field, const char *value)
{
  planned_county_set (fixture->county, TUCE_SCENARIO_SITE,
                      planned_county_site (fixture->county, fixture->scenario, site), field, value);
}

static void
set_scenario (Fixture *fixture, const char *field, const char *value)
{
  planned_county_set (fixture->county, TUCE_SCENARIO, fixture->scenario, field, value);
}

static gboolean
wish (Fixture *fixture, gint64 household, const char *village, int group, const char *site, const char *kind,
      GError **error)
{
  g_autoptr (TuceRecord) record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), TUCE_SCENARIO_WISH));

  tuce_record_set_integer (record, "scenario_id", fixture->scenario);
  if (household)
    tuce_record_set_integer (record, "household_id", household);
  tuce_record_set_text (record, "village_code", village);
  if (group)
    tuce_record_set_integer (record, "group_no", group);
  tuce_record_set_integer (record, "scenario_site_id", planned_county_site (fixture->county, fixture->scenario, site));
  tuce_record_set_text (record, "kind", kind);
  return tuce_scenario_save_wish (fixture->county, record, error);
}

/* Where the scenario puts a household: the name of the site, or the reason why it has none. */
static char *
where (Fixture *fixture, guint number)
{
  g_autoptr (GPtrArray) moves
      = tuce_county_children (fixture->county, TUCE_SCENARIO_MOVE, planned_county_household (fixture->county, number), NULL);
  const TuceRecord *move;

  g_assert_cmpuint (moves->len, ==, 1);
  move = moves->pdata[0];
  if (tuce_record_has (move, "scenario_site_id"))
    {
      g_autoptr (TuceRecord) site = tuce_county_load (fixture->county, TUCE_SCENARIO_SITE,
                                                      tuce_record_integer (move, "scenario_site_id"), NULL);

      return g_strdup (tuce_record_text (site, "name"));
    }
  return g_strdup (tuce_record_text (move, "placement"));
}

static void
assert_where (Fixture *fixture, guint number, const char *expected)
{
  g_autofree char *found = where (fixture, number);

  g_assert_cmpstr (found, ==, expected);
}

/* --- making --- */

static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = tuce_plan_figures_load (fixture->county, fixture->scenario, NULL, NULL);

  g_assert_cmpuint (figures->sites->len, ==, 2);
  g_assert_false (figures->planned);
  g_assert_cmpint (((TuceSiteFigures *) figures->sites->pdata[0])->room_households, ==, 20);
  g_assert_true (((TuceSiteFigures *) figures->sites->pdata[0])->open);
}

/* A site into which all planned households have moved takes part only when the user lets it. */
static void
test_make_full_site (Fixture *fixture, gconstpointer data)
{
  gint64 west = planned_county_site (fixture->county, 0, "West");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, west);
  gint64 other;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) relocation
          = tuce_county_children (fixture->county, "relocation", planned_county_household (fixture->county, i), NULL);

      planned_county_set (fixture->county, "relocation", ((TuceRecord *) relocation->pdata[0])->id, "site_id", id);
      planned_county_set (fixture->county, "relocation", ((TuceRecord *) relocation->pdata[0])->id, "moved_in_on",
                          "2018-01-01");
    }
  planned_county_set (fixture->county, "site", west, "plan_households", "2");
  planned_county_set (fixture->county, "site", west, "allotted_on", "2017-12-01");
  other = planned_county_scenario (fixture->county, "B");
  {
    g_autoptr (TuceRecord) site = tuce_county_load (fixture->county, TUCE_SCENARIO_SITE,
                                                    planned_county_site (fixture->county, other, "West"), NULL);

    g_assert_cmpint (tuce_record_integer (site, "open"), ==, 0);
  }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) again = tuce_county_load (fixture->county, TUCE_SCENARIO, fixture->scenario, NULL);
  g_autoptr (TuceRecord) site
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), TUCE_SCENARIO_SITE));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tuce_scenario_free_name (fixture->county, "A");

  g_assert_cmpstr (name, ==, "A 2");
  again->id = 0;
  g_assert_false (tuce_scenario_make (fixture->county, again, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  tuce_record_set_text (again, "name", "  ");
  g_assert_false (tuce_scenario_make (fixture->county, again, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (tuce_scenario_copy (fixture->county, fixture->scenario, "A", &error), ==, 0);
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  tuce_record_set_integer (site, "scenario_id", fixture->scenario);
  tuce_record_set_text (site, "name", "West");
  g_assert_false (tuce_scenario_save_site (fixture->county, site, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tuce_scenario_find (fixture->county, "C", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "A"));
}

/* A copy has its own sites and wishes, and gives the same result as the first. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  Fixture copy = *fixture;
  g_autoptr (TucePlanFigures) first = NULL;
  g_autoptr (TucePlanFigures) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wish (fixture, 0, "511725109201", 0, "East", "fixed", NULL));
  first = work_out (fixture);
  copy.scenario = tuce_scenario_copy (fixture->county, fixture->scenario, "B", &error);
  g_assert_no_error (error);
  set_site (&copy, "East", "households", "1");
  second = tuce_plan_figures_load (copy.county, copy.scenario, NULL, NULL);
  g_assert_false (second->planned);
  g_clear_pointer (&second, tuce_plan_figures_free);
  second = work_out (&copy);
  g_assert_cmpuint (first->placed_households, ==, 20);
  g_assert_cmpuint (second->placed_households, ==, 11);
  g_assert_true (tuce_portions_write_all (tuce_scenario_remove (copy.county, copy.scenario, NULL), NULL, NULL));
  g_clear_pointer (&first, tuce_plan_figures_free);
  first = tuce_plan_figures_load (fixture->county, fixture->scenario, NULL, NULL);
  g_assert_cmpuint (first->placed_households, ==, 20);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_clear_pointer (&second, tuce_plan_figures_free);
  second = tuce_plan_figures_load (copy.county, copy.scenario, NULL, NULL);
  g_assert_cmpuint (second->placed_households, ==, 11);
}

/* --- working out --- */

static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = planned_county_truth (fixture->county);
  g_autoptr (TucePlanFigures) figures = work_out (fixture);
  g_autofree char *after = planned_county_truth (fixture->county);
  g_autofree char *proof = tuce_plan_proof (figures);

  g_assert_cmpuint (figures->placed_households, ==, 20);
  g_assert_cmpuint (figures->people, ==, figures->placed_people);
  g_assert_cmpfloat (figures->metres, ==, 0);
  g_assert_true (figures->exact && figures->current);
  assert_where (fixture, 0, "West");
  assert_where (fixture, 1, "East");
  /* a scenario never changes real records */
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (figures->stale, ==, 0);
  g_assert_nonnull (strstr (proof, "best"));
}

/* Seven of West must go 10 km; the total is least when the smallest households go. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;
  const double way = 9531; /* 0.1 degrees at 31 degrees north */

  set_site (fixture, "West", "households", "3");
  set_site (fixture, "East", "households", "15");
  figures = work_out (fixture);
  g_assert_cmpuint (figures->placed_households, ==, 18);
  g_assert_cmpuint (figures->reasons->len, ==, 1);
  g_assert_cmpstr (g_array_index (figures->reasons, TuceReasonFigures, 0).placement->code, ==, "full");
  g_assert_cmpuint (g_array_index (figures->reasons, TuceReasonFigures, 0).households, ==, 2);
  g_assert_true (figures->exact);
  /* of ten of West three stay, two are left out and five go: of 1, 1, 2, 3, 3 people */
  g_assert_cmpfloat_with_epsilon (figures->metres, (1 + 1 + 2 + 3 + 3) * way, 1);
  g_assert_cmpfloat (figures->total, ==, figures->metres);
  g_assert_cmpfloat (figures->bound, ==, figures->total);
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;

  set_scenario (fixture, "count_people", "1");
  set_site (fixture, "West", "people", "20");
  set_site (fixture, "East", "people", "50");
  figures = work_out (fixture);
  g_assert_cmpuint (figures->placed_people, ==, 70);
  g_assert_cmpfloat (figures->bound, <=, figures->total);
  for (guint i = 0; i < figures->sites->len; i++)
    {
      const TuceSiteFigures *site = figures->sites->pdata[i];

      g_assert_cmpint (site->people, <=, site->room_people);
    }
}

/* Houses by size: 1 → 25, 2 → 50, 3 → 75, 4 → 100, 5 → 125, 6 and 7 → 150 m². */
static void
test_houses (Fixture *fixture, gconstpointer data)
{
  const TuceCodeList *kinds
      = tuce_dictionary_code_list (tuce_county_get_dictionary (fixture->county), "house_kind");
  g_autoptr (TucePlanFigures) figures = NULL;
  const char *const expected[] = { "25", "25", "50", "75", "100", "125", "150", "150" };

  for (guint n = 0; n < G_N_ELEMENTS (expected); n++)
    g_assert_cmpstr (((const TuceCode *) kinds->codes->pdata[tuce_scenario_house (kinds, n, 25, 150)])->code, ==,
                     expected[n]);
  set_scenario (fixture, "count_houses", "1");
  set_site (fixture, "West", "houses_25", "20");
  set_site (fixture, "West", "houses_150", "1");
  set_site (fixture, "East", "houses_150", "1");
  figures = work_out (fixture);
  /* three of one person, two of six or seven */
  g_assert_cmpuint (figures->placed_households, ==, 5);
  g_assert_true (figures->exact);
  g_assert_cmpint (g_array_index (figures->houses_used, gint64, 5), ==, 2);
  g_assert_cmpint (g_array_index (figures->houses_room, gint64, 0), ==, 20);
  assert_where (fixture, 2, "no_house"); /* three people, but no house of 75 m² is left anywhere */
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;
  g_autofree char *first = NULL;

  set_scenario (fixture, "unit", "group");
  set_site (fixture, "West", "households", "7");
  set_site (fixture, "East", "households", "20");
  figures = work_out (fixture);
  g_assert_cmpuint (figures->placed_households, ==, 20);
  /* groups of West: 0, 4, 8, 12, 16 and 2, 6, 10, 14, 18 */
  first = where (fixture, 0);
  for (guint i = 4; i < 20; i += 4)
    assert_where (fixture, i, first);
  assert_where (fixture, 2, g_str_equal (first, "West") ? "East" : "West");
}

static void
test_cost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;

  set_scenario (fixture, "goal", "cost");
  set_site (fixture, "West", "cost_per_person", "20000");
  set_site (fixture, "East", "cost_per_person", "25000");
  figures = work_out (fixture);
  g_assert_true (figures->exact && figures->by_cost);
  /* all go where the cost is lower */
  assert_where (fixture, 1, "West");
  g_assert_cmpfloat (figures->total, ==, figures->people * 2000000.0);
  g_assert_cmpfloat (figures->cost, ==, figures->total);
  /* where the cost is the same, everybody goes the shortest way */
  set_site (fixture, "West", "cost_per_person", "25000");
  g_clear_pointer (&figures, tuce_plan_figures_free);
  figures = work_out (fixture);
  g_assert_cmpfloat (figures->metres, ==, 0);
}

/* --- wishes --- */

static void
test_wishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;

  g_assert_true (wish (fixture, planned_county_household (fixture->county, 0), NULL, 0, "West", "forbidden", NULL));
  g_assert_true (wish (fixture, planned_county_household (fixture->county, 2), NULL, 0, "East", "wished", NULL));
  g_assert_true (wish (fixture, planned_county_household (fixture->county, 4), NULL, 0, "East", "fixed", NULL));
  g_assert_true (wish (fixture, 0, "511725109202", 1, "West", "fixed", NULL));
  /* the wish of the smaller unit counts */
  g_assert_true (wish (fixture, planned_county_household (fixture->county, 1), NULL, 0, "East", "wished", NULL));
  figures = work_out (fixture);
  assert_where (fixture, 0, "East");
  assert_where (fixture, 2, "East");
  assert_where (fixture, 4, "East");
  assert_where (fixture, 5, "West");
  assert_where (fixture, 3, "East");
  assert_where (fixture, 1, "East");
  g_assert_cmpuint (figures->wishes, ==, 2);
  g_assert_cmpuint (figures->wishes_kept, ==, 2);
}

/* A wish is given up only where there is no room, and the cost of that is not counted as distance. */
static void
test_wish_without_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;

  set_site (fixture, "East", "households", "1");
  for (guint i = 0; i < 4; i += 2)
    g_assert_true (wish (fixture, planned_county_household (fixture->county, i), NULL, 0, "East", "wished", NULL));
  figures = work_out (fixture);
  g_assert_cmpuint (figures->wishes, ==, 2);
  g_assert_cmpuint (figures->wishes_kept, ==, 1);
  g_assert_cmpfloat (figures->total, ==, figures->metres);
  g_assert_cmpfloat (figures->bound, <=, figures->total);
  g_assert_cmpfloat (figures->total, <, 1e7);
}

static void
test_forbidden_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;
  g_autoptr (GPtrArray) unplaced = NULL;

  g_assert_true (wish (fixture, planned_county_household (fixture->county, 6), NULL, 0, "West", "forbidden", NULL));
  g_assert_true (wish (fixture, planned_county_household (fixture->county, 6), NULL, 0, "East", "forbidden", NULL));
  figures = work_out (fixture);
  assert_where (fixture, 6, "forbidden");
  unplaced = tuce_plan_unplaced (fixture->county, fixture->scenario, NULL);
  g_assert_cmpuint (unplaced->len, ==, 1);
  g_assert_cmpstr (((TuceUnplaced *) unplaced->pdata[0])->head_name, ==, "张6");
  g_assert_cmpstr (((TuceUnplaced *) unplaced->pdata[0])->placement->code, ==, "forbidden");
}

static void
test_contradictions (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][4] = { { "West", "fixed", "East", "fixed" },
                                          { "West", "fixed", "West", "forbidden" },
                                          { "East", "wished", "East", "forbidden" },
                                          { "East", "fixed", "West", "wished" } };
  gint64 household = planned_county_household (fixture->county, 3);
  gint64 last = tuce_journal_last (fixture->county, NULL);

  g_assert_false (wish (fixture, 0, NULL, 0, "West", "fixed", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (wish (fixture, household, NULL, 0, pairs[i][0], pairs[i][1], NULL));
      g_assert_false (wish (fixture, household, NULL, 0, pairs[i][2], pairs[i][3], &error));
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "张3"));
      g_assert_true (tuce_journal_undo (fixture->county, NULL));
    }
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last + 2 * (gint64) G_N_ELEMENTS (pairs));
}

/* --- refusals --- */

static void
assert_refused (Fixture *fixture, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tuce_plan_load (fixture->county, fixture->scenario, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (tuce_journal_undo (fixture->county, NULL));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_scenario (fixture, "place", "511725201");
  assert_refused (fixture, "Nobody");
  undo (fixture);
  set_site (fixture, "West", "open", "0");
  set_site (fixture, "East", "open", "0");
  assert_refused (fixture, "No site");
  undo (fixture);
  set_site (fixture, "East", "households", "0");
  assert_refused (fixture, "East");
  undo (fixture);
  set_scenario (fixture, "goal", "cost");
  assert_refused (fixture, "no cost");
  undo (fixture);
  set_site (fixture, "East", "name", "West");
  undo (fixture);
  planned_county_set (fixture->county, "site", planned_county_site (fixture->county, 0, "East"), "name", "East");
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("51172510920%u", i);
      g_autoptr (TuceRecord) village = tuce_county_find (fixture->county, "village", "code", code, NULL);

      planned_county_set (fixture->county, "village", village->id, "lon", "");
    }
  assert_refused (fixture, "East lies");
  set_site (fixture, "East", "lon", "107.1");
  set_site (fixture, "East", "lat", "31");
  set_site (fixture, "West", "open", "0");
  assert_refused (fixture, "live");
  g_assert_null (tuce_adoption_load (fixture->county, fixture->scenario, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  set_site (fixture, "East", "name", "West");
  assert_refused (fixture, "Two sites");
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, planned_county_site (fixture->county, 0, "West"));
  g_autoptr (GPtrArray) relocation
      = tuce_county_children (fixture->county, "relocation", planned_county_household (fixture->county, 0), NULL);

  planned_county_set (fixture->county, "relocation", ((TuceRecord *) relocation->pdata[0])->id, "site_id", id);
  set_site (fixture, "East", "open", "0");
  set_site (fixture, "West", "households", "1");
  assert_refused (fixture, "full");
}

static void
test_some_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) village = tuce_county_find (fixture->county, "village", "code", "511725109201", NULL);
  g_autoptr (TucePlanFigures) figures = NULL;

  set_site (fixture, "West", "lon", "107");
  set_site (fixture, "West", "lat", "31");
  planned_county_set (fixture->county, "village", village->id, "lat", "");
  figures = work_out (fixture);
  g_assert_cmpuint (figures->placed_households, ==, 10);
  assert_where (fixture, 0, "unknown");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlan) plan = tuce_plan_load (fixture->county, fixture->scenario, NULL, NULL);
  gint64 last = tuce_journal_last (fixture->county, NULL);
  gboolean done = FALSE;
  TucePortions *write;

  g_assert_true (tuce_plan_solve (plan, NULL, NULL));
  g_cancellable_cancel (cancellable);
  write = tuce_plan_write (fixture->county, g_steal_pointer (&plan), &error);
  g_assert_no_error (error);
  /* stopped half-way and freed */
  g_assert_true (tuce_portions_continue (write, 0, &done, NULL));
  g_assert_false (tuce_portions_write_all (write, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last);
  g_clear_error (&error);
  plan = tuce_plan_load (fixture->county, fixture->scenario, NULL, NULL);
  g_assert_false (tuce_plan_solve (plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The file is closed half-way: the write ends with an error, and touches no memory that was freed. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlan) plan = tuce_plan_load (fixture->county, fixture->scenario, NULL, NULL);
  g_autoptr (TucePortions) write = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_assert_true (tuce_plan_solve (plan, NULL, NULL));
  write = tuce_plan_write (fixture->county, g_steal_pointer (&plan), &error);
  g_assert_no_error (error);
  g_assert_true (tuce_portions_continue (write, 0, &done, NULL));
  tuce_county_close (fixture->county);
  g_assert_false (tuce_portions_continue (write, 10, &done, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY);
}

/* Working it out again changes only moves that come out differently; a change of the scenario makes its result out of
   date. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = work_out (fixture);
  g_autoptr (TuceRecord) site = tuce_county_load (fixture->county, TUCE_SCENARIO_SITE,
                                                  planned_county_site (fixture->county, fixture->scenario, "West"), NULL);
  g_autoptr (GError) error = NULL;

  tuce_record_set_integer (site, "households", 4);
  g_assert_true (tuce_scenario_save_site (fixture->county, site, &error));
  g_clear_pointer (&figures, tuce_plan_figures_free);
  figures = tuce_plan_figures_load (fixture->county, fixture->scenario, NULL, NULL);
  g_assert_true (figures->planned);
  g_assert_false (figures->current);
  g_assert_null (tuce_adoption_load (fixture->county, fixture->scenario, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_pointer (&figures, tuce_plan_figures_free);
  figures = work_out (fixture);
  g_assert_true (figures->current);
  g_assert_cmpuint (figures->households, ==, 20);
  g_assert_cmpuint (((TuceSiteFigures *) figures->sites->pdata[1])->households, ==, 4);
}

/* --- adopting --- */

static TuceAdoption *
load_adoption (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TuceAdoption *adoption = tuce_adoption_load (fixture->county, fixture->scenario, NULL, &error);

  g_assert_no_error (error);
  return adoption;
}

static gint64
site_of (Fixture *fixture, guint number)
{
  g_autoptr (GPtrArray) relocation
      = tuce_county_children (fixture->county, "relocation", planned_county_household (fixture->county, number), NULL);

  return tuce_record_integer (relocation->pdata[0], "site_id");
}

/* A candidate becomes a site, capacities change, every household gets a site and a size of house: as one edit, with one
   undo. */
static void
test_adopt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) candidate
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), TUCE_SCENARIO_SITE));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (TucePlanFigures) figures = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (TuceAdoption) adoption = NULL;
  g_autoptr (TuceRecord) site = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last;

  tuce_record_set_integer (candidate, "scenario_id", fixture->scenario);
  tuce_record_set_text (candidate, "name", "New");
  tuce_record_set_integer (candidate, "households", 12);
  tuce_record_set_real (candidate, "lon", 107.099);
  tuce_record_set_real (candidate, "lat", 31.0);
  g_assert_true (tuce_scenario_save_site (fixture->county, candidate, &error));
  g_assert_cmpstr (tuce_record_text (candidate, "village_code"), ==, "511725109202");
  set_site (fixture, "West", "households", "8");
  set_site (fixture, "East", "open", "0");
  before = planned_county_truth (fixture->county);
  figures = work_out (fixture);
  g_assert_cmpuint (figures->placed_households, ==, 20);
  adoption = load_adoption (fixture);
  sentences = tuce_adoption_sentences (adoption);
  g_assert_cmpuint (sentences->len, ==, 4); /* households, houses, the new site, a capacity */
  last = tuce_journal_last (fixture->county, NULL);
  g_assert_true (tuce_portions_write_all (tuce_adoption_write (fixture->county, g_steal_pointer (&adoption), &error),
                                          NULL, &error));
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last + 1);
  site = tuce_county_load (fixture->county, "site", planned_county_site (fixture->county, 0, "New"), NULL);
  g_assert_cmpint (tuce_record_integer (site, "plan_households"), ==, 12);
  g_assert_cmpint (site_of (fixture, 1), ==, site->id);
  after = planned_county_truth (fixture->county);
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  undone = planned_county_truth (fixture->county);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (tuce_journal_redo (fixture->county, &error));
  redone = planned_county_truth (fixture->county);
  g_assert_cmpstr (after, ==, redone);
  /* the second time there is nothing to change */
  adoption = load_adoption (fixture);
  g_clear_pointer (&sentences, g_ptr_array_unref);
  sentences = tuce_adoption_sentences (adoption);
  g_assert_cmpuint (sentences->len, ==, 0);
}

/* Who moved in in the meantime stays there; who found no place keeps what was recorded before. */
static void
test_adopt_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TucePlanFigures) figures = NULL;
  g_autoptr (TuceAdoption) adoption = NULL;
  g_autoptr (GPtrArray) relocation = NULL;

  g_assert_true (wish (fixture, planned_county_household (fixture->county, 6), NULL, 0, "West", "forbidden", NULL));
  g_assert_true (wish (fixture, planned_county_household (fixture->county, 6), NULL, 0, "East", "forbidden", NULL));
  figures = work_out (fixture);
  relocation = tuce_county_children (fixture->county, "relocation", planned_county_household (fixture->county, 2), NULL);
  planned_county_set (fixture->county, "relocation", ((TuceRecord *) relocation->pdata[0])->id, "moved_in_on",
                      "2018-07-01");
  adoption = load_adoption (fixture);
  g_assert_true (tuce_portions_write_all (tuce_adoption_write (fixture->county, g_steal_pointer (&adoption), NULL), NULL,
                                          NULL));
  g_assert_cmpint (site_of (fixture, 2), ==, 0);
  g_assert_cmpint (site_of (fixture, 6), ==, 0);
  g_assert_cmpint (site_of (fixture, 0), !=, 0);
}

/* Those who have a place and are not to be placed take up room: in households, people and houses. */
static void
test_staying (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, planned_county_site (fixture->county, 0, "West"));
  g_autoptr (TucePlanFigures) figures = NULL;
  const TuceSiteFigures *west;

  for (guint i = 0; i < 6; i += 2)
    {
      g_autoptr (GPtrArray) relocation
          = tuce_county_children (fixture->county, "relocation", planned_county_household (fixture->county, i), NULL);

      planned_county_set (fixture->county, "relocation", ((TuceRecord *) relocation->pdata[0])->id, "site_id", id);
    }
  set_site (fixture, "West", "households", "5");
  figures = work_out (fixture);
  west = figures->sites->pdata[1];
  g_assert_cmpstr (west->name, ==, "West");
  g_assert_cmpuint (west->staying, ==, 3);
  g_assert_cmpuint (west->households, ==, 2);
  g_assert_cmpuint (figures->households, ==, 17);
  set_scenario (fixture, "candidates", "unmoved");
  g_clear_pointer (&figures, tuce_plan_figures_free);
  figures = work_out (fixture);
  g_assert_cmpuint (figures->households, ==, 20);
  g_assert_cmpuint (((TuceSiteFigures *) figures->sites->pdata[1])->households, ==, 5);
}

#define ADD(path, function) g_test_add ("/relocation/scenario/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("make", test_make);
  ADD ("make-full-site", test_make_full_site);
  ADD ("names", test_names);
  ADD ("copy", test_copy);
  ADD ("nearest", test_nearest);
  ADD ("full", test_full);
  ADD ("people", test_people);
  ADD ("houses", test_houses);
  ADD ("groups", test_groups);
  ADD ("cost", test_cost);
  ADD ("wishes", test_wishes);
  ADD ("wish-without-room", test_wish_without_room);
  ADD ("forbidden-everywhere", test_forbidden_everywhere);
  ADD ("contradictions", test_contradictions);
  ADD ("refusals", test_refusals);
  ADD ("same-name", test_same_name);
  ADD ("no-room", test_no_room);
  ADD ("some-unknown", test_some_unknown);
  ADD ("cancelled", test_cancelled);
  ADD ("closed", test_closed);
  ADD ("again", test_again);
  ADD ("adopt", test_adopt);
  ADD ("adopt-late", test_adopt_late);
  ADD ("staying", test_staying);
  return g_test_run ();
}
