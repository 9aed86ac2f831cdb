/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which this folder writes to a county: each refuses the ten mistakes with the register's sentences. */
#include <string.h>

#include "../register/small-county.h"
#include "../register/ten-mistakes.h"
#include "an-exit.h"
#include "tuce-error.h"
#include "tuce-measures.h"
#include "tuce-move.h"
#include "tuce-own-packs.h"
#include "tuce-parameters.h"

typedef struct
{
  char *path;
  TuceCounty *county;
  TucePack *pack;
  TuceProcedure *procedure;
  gint64 id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->county = small_county (&fixture->path, 12);
  fixture->pack = an_exit ();
  fixture->procedure = an_exit_procedure (fixture->county, fixture->pack);
  fixture->id = small_county_household (fixture->county, 1);
  an_exit_plan (fixture->county, fixture->id, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tuce_procedure_free (fixture->procedure);
  tuce_pack_unref (fixture->pack);
  small_county_remove (fixture->county, fixture->path);
}

static const TuceEntity *
entity_of (Fixture *fixture, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), name);
}

/* A record of the fixture's household, right except for the mistake. */
static TuceRecord *
wrong (Fixture *fixture, const TenMistake *mistake, const TuceField *field, const char *title)
{
  TuceRecord *record = tuce_record_new (field->entity);

  tuce_record_set_integer (record, "household_id", fixture->id);
  tuce_record_set_text (record, "place", "511725109202");
  tuce_record_set_text (record, title, "甲");
  tuce_record_set_text (record, "department", "乙");
  tuce_record_set_text (record, "due_on", "2018-12-01");
  if (tuce_entity_field (record->entity, "source"))
    tuce_record_set_text (record, "source", "covert");
  ten_mistakes_set (mistake, record, field);
  return record;
}

static gboolean
add_measure (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);

  g_ptr_array_add (measures, wrong (data, mistake, field, "content"));
  return tuce_measures_add (((Fixture *) data)->county, measures, error);
}

static gboolean
add_problem (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);

  g_ptr_array_add (problems, wrong (data, mistake, field, "description"));
  return tuce_problems_add (((Fixture *) data)->county, problems, error);
}

static gboolean
add_for_all (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) model = wrong (fixture, mistake, field, "content");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TuceMeasureBatch *batch;
  gboolean done = FALSE, written;

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = small_county_household (fixture->county, i);

      g_array_append_val (ids, id);
    }
  batch = tuce_measure_batch_new (fixture->county, ids, model, error);
  written = batch && tuce_measure_batch_continue (batch, 10, &done, error) && tuce_measure_batch_finish (batch, error);
  g_clear_pointer (&batch, tuce_measure_batch_free);
  return written;
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "measure"), "content department due_on cost", add_measure, fixture),
                    ==, 8);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "measure"), "content department due_on cost", add_for_all, fixture),
                    ==, 8);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "problem"), "description department due_on", add_problem, fixture),
                    ==, 7);
}

static gboolean
record_step (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) record = an_exit_step (fixture->procedure, "APPRAISE", fixture->id);

  ten_mistakes_set (mistake, record, field);
  return tuce_procedure_record (fixture->procedure, fixture->id, record, error);
}

static gboolean
move_all (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceRecord) values = an_exit_step (fixture->procedure, "APPRAISE", fixture->id);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TuceMove) move = NULL;
  gboolean done = FALSE;

  g_array_append_val (ids, fixture->id);
  ten_mistakes_set (mistake, values, field);
  move = tuce_move_new (fixture->procedure, tuce_pack_rule (fixture->pack, "APPRAISE"), ids, values, TRUE, error);
  return move && tuce_move_continue (move, 10, &done, error) && tuce_move_finish (move, error);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "step"), "note operator ended_on", record_step, fixture), ==, 6);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "step"), "batch", move_all, fixture), ==, 5);
}

static gboolean
save_parameter (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autoptr (TuceRecord) record = tuce_record_new (field->entity);

  tuce_record_set_text (record, "key", "own");
  tuce_record_set_integer (record, "confirmed", 1);
  tuce_record_set_text (record, "source", "文件");
  tuce_record_set_integer (record, "year", 2018);
  ten_mistakes_set (mistake, record, field);
  return tuce_parameter_save (((Fixture *) data)->county, record, error);
}

static void
test_parameters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) line = tuce_record_new (entity_of (fixture, "parameter"));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (
      ten_mistakes_walk (entity_of (fixture, "parameter"), "unit year value confirmed_on", save_parameter, fixture), >=, 7);
  tuce_record_set_text (line, "key", "income_line");
  tuce_record_set_integer (line, "year", 2019);
  tuce_record_set_real (line, "value", -1);
  g_assert_false (tuce_parameter_save (fixture->county, line, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Value must not be less than 0");
}

static void
test_own_packs (Fixture *fixture, gconstpointer data)
{
  static const char own[] = "-- pack: own-checks\n-- kind: checks\n-- subject: household\n-- label: 自定\u202E\n"
                            "-- item: Q900\n-- severity: S\n-- label: 自\n1\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;
  TuceStandards *standards = tuce_standards_load (fixture->county, &mistakes, &error);
  g_autoptr (TucePack) pack = tuce_pack_parse (own, "own-checks", &error);

  g_assert_no_error (error);
  g_assert_false (tuce_own_pack_copy (fixture->county, standards, pack, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Text may not hold the invisible character U+202E");
  tuce_standards_unref (standards);
}

/* Writes it as the page of findings does. */
static gboolean
dispose (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TuceEdit) edit = tuce_edit_begin (fixture->county, "处置", error);
  g_autoptr (TuceRecord) record = tuce_record_new (field->entity);

  tuce_record_set_text (record, "rule", "Q01");
  tuce_record_set_text (record, "subject", "household");
  tuce_record_set_integer (record, "subject_id", fixture->id);
  tuce_record_set_text (record, "disposition", "verified");
  ten_mistakes_set (mistake, record, field);
  return tuce_edit_insert (edit, record, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static void
test_dispositions (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "disposal"), NULL, dispose, fixture), >=, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/ways/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("measures", test_measures);
  ADD ("steps", test_steps);
  ADD ("parameters", test_parameters);
  ADD ("own-packs", test_own_packs);
  ADD ("dispositions", test_dispositions);
  return g_test_run ();
}
