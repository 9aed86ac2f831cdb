/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which this folder writes to a county: scenarios, their sites and wishes, and their adoption refuse the
   ten mistakes. */
#include "../register/ten-mistakes.h"
#include "planned-county.h"
#include "tuce-error.h"
#include "tuce-plan.h"

typedef struct
{
  TuceCounty *county;
  char *path;
  gint64 scenario;
} Fixture;

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

static const TuceEntity *
entity_of (Fixture *fixture, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), name);
}

static gboolean
save_scenario (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) scenario = tuce_county_load (fixture->county, TUCE_SCENARIO, fixture->scenario, error);

  ten_mistakes_set (mistake, scenario, field);
  return tuce_scenario_save (fixture->county, scenario, error);
}

static gboolean
make_scenario (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) scenario = tuce_scenario_draft (fixture->county);

  tuce_record_set_text (scenario, "name", "B");
  ten_mistakes_set (mistake, scenario, field);
  return tuce_scenario_make (fixture->county, scenario, error);
}

static TuceRecord *
new_site (Fixture *fixture)
{
  TuceRecord *site = tuce_record_new (entity_of (fixture, TUCE_SCENARIO_SITE));

  tuce_record_set_integer (site, "scenario_id", fixture->scenario);
  tuce_record_set_text (site, "name", "New");
  tuce_record_set_integer (site, "households", 12);
  tuce_record_set_real (site, "lon", 107.099);
  tuce_record_set_real (site, "lat", 31.0);
  return site;
}

static gboolean
save_site (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) site = new_site (fixture);

  ten_mistakes_set (mistake, site, field);
  return tuce_scenario_save_site (fixture->county, site, error);
}

static gboolean
save_wish (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) wish = tuce_record_new (entity_of (fixture, TUCE_SCENARIO_WISH));

  tuce_record_set_integer (wish, "scenario_id", fixture->scenario);
  tuce_record_set_integer (wish, "household_id", planned_county_household (fixture->county, 1));
  tuce_record_set_integer (wish, "scenario_site_id", planned_county_site (fixture->county, fixture->scenario, "West"));
  tuce_record_set_text (wish, "kind", "fixed");
  ten_mistakes_set (mistake, wish, field);
  return tuce_scenario_save_wish (fixture->county, wish, error);
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, TUCE_SCENARIO), "name note", make_scenario, fixture), ==, 6);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, TUCE_SCENARIO), "name note place", save_scenario, fixture), ==, 7);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, TUCE_SCENARIO_SITE), "name remark", save_site, fixture), ==, 6);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, TUCE_SCENARIO_WISH), "note", save_wish, fixture), ==, 4);
}

/* Writes what an older version of the program may have left behind. */
static void
plant (Fixture *fixture, const TenMistake *mistake, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) site = tuce_county_load (fixture->county, TUCE_SCENARIO_SITE, id, &error);
  TuceEdit *edit = tuce_edit_begin (fixture->county, "plant", &error);

  tuce_edit_set_bulk (edit);
  ten_mistakes_set (mistake, site, tuce_entity_field (site->entity, "name"));
  tuce_edit_update (edit, site, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_adoption (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) candidate = new_site (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlan) plan = NULL;

  g_assert_true (tuce_scenario_save_site (fixture->county, candidate, &error));
  planned_county_set (fixture->county, TUCE_SCENARIO_SITE, planned_county_site (fixture->county, fixture->scenario, "East"),
                      "open", "0");
  planned_county_set (fixture->county, TUCE_SCENARIO_SITE, planned_county_site (fixture->county, fixture->scenario, "West"),
                      "households", "8");
  plan = tuce_plan_load (fixture->county, fixture->scenario, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tuce_plan_solve (plan, NULL, &error));
  g_assert_true (tuce_portions_write_all (tuce_plan_write (fixture->county, g_steal_pointer (&plan), &error), NULL, &error));
  for (guint m = 0; m < TEN_MISTAKES; m++)
    {
      const TuceField *field = tuce_entity_field (entity_of (fixture, "site"), "name");
      g_autoptr (TuceAdoption) adoption = NULL;
      g_autoptr (GError) refusal = NULL;
      g_autofree char *sentence = NULL;

      if (!ten_mistakes_fits (&ten_mistakes[m], field) || m == TEN_MISTAKES - 1) /* the table itself allows no site
                                                                                    without a name */
        continue;
      sentence = ten_mistakes_sentence (&ten_mistakes[m], field);
      plant (fixture, &ten_mistakes[m], candidate->id);
      adoption = tuce_adoption_load (fixture->county, fixture->scenario, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (tuce_portions_write_all (tuce_adoption_write (fixture->county, g_steal_pointer (&adoption), &error), NULL,
                                               &refusal));
      g_assert_error (refusal, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_true (g_str_has_suffix (refusal->message, sentence));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/ways/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("scenarios", test_scenarios);
  ADD ("adoption", test_adoption);
  return g_test_run ();
}
