/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no edit may save: the ten mistakes, by every entity and field; what contradicts a record; long and bulk edits. */
#include <string.h>

#include "small-county.h"
#include "ten-mistakes.h"
#include "tuce-error.h"
#include "tuce-parameters.h"

static const TuceEntity *
entity_of (TuceCounty *county, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
}

static gboolean
parse (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autofree char *typed = ten_mistakes_typed (mistake, field);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  if (!*typed) /* what is required is known by whoever saves */
    {
      g_autofree char *fault = tuce_field_fault (field, &value);
      g_autofree char *sentence = tuce_field_sentence (field, fault);

      g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
      return FALSE;
    }
  return tuce_field_parse (field, typed, &value, error);
}

static void
test_typed (void)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  GPtrArray *entities = tuce_dictionary_entities (dictionary);
  guint all = 0;

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (!entity->derived)
        all = MAX (all, ten_mistakes_walk (entity, NULL, parse, NULL));
    }
  g_assert_cmpuint (all, >=, 8); /* the widest of them */
}

static gboolean
update (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  TuceCounty *county = data;
  const TuceEntity *entity = field->entity;
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity->name);
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, NULL);
  g_autoptr (TuceRecord) record = tuce_county_load (county, entity->name, g_array_index (ids, gint64, 0), NULL);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "x", error);

  ten_mistakes_set (mistake, record, field);
  return tuce_edit_update (edit, record, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}

static void
test_written (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GPtrArray) before = tuce_journal_list (county, 100, NULL);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (ten_mistakes_walk (entity_of (county, "household"), NULL, update, county), ==, TEN_MISTAKES);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (county, "member"), NULL, update, county), >=, 6);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (county, "household_year"), NULL, update, county), >=, 2);
  g_assert_cmpuint (ten_mistakes_walk (entity_of (county, "township"), NULL, update, county), >=, 7);
  after = tuce_journal_list (county, 100, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  small_county_remove (county, path);
}

/* A new record of @entity: gives the sentence that refuses it, or NULL. */
static char *
refusal_of (TuceCounty *county, TuceRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "x", NULL);

  if ((record->id ? tuce_edit_update (edit, record, &error) : tuce_edit_insert (edit, record, &error))
      && tuce_edit_commit (g_steal_pointer (&edit), &error))
    return NULL;
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  return g_strdup (error->message);
}

static void
test_contradictions (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (TuceRecord) survey = tuce_record_new (entity_of (county, "survey"));
  g_autoptr (TuceRecord) line = tuce_record_new (entity_of (county, "parameter"));
  g_autoptr (TuceRecord) township = tuce_county_find (county, "township", "code", "511725109", NULL);
  g_autofree char *found = NULL, *negative = NULL, *itself = NULL, *letters = NULL, *right = NULL, *phone = NULL;
  g_autoptr (TuceRecord) household = tuce_county_load (county, "household", small_county_household (county, 0), NULL);

  tuce_record_set_text (survey, "kind", "missed");
  tuce_record_set_integer (survey, "year", 2018);
  tuce_record_set_integer (survey, "sampled", 200);
  tuce_record_set_integer (survey, "found", 201);
  found = refusal_of (county, survey);
  g_assert_cmpstr (found, ==, "Of these found must not be more than “In the sample” (200)");
  survey->id = 0;
  tuce_record_set_integer (survey, "found", 200);
  right = refusal_of (county, survey);
  g_assert_null (right);

  tuce_record_set_text (line, "key", "income_line");
  tuce_record_set_integer (line, "year", 2018);
  tuce_record_set_real (line, "value", -3535);
  negative = refusal_of (county, line);
  g_assert_cmpstr (negative, ==, "Value must not be less than 0");

  tuce_record_set_text (township, "successor_code", "511725109");
  itself = refusal_of (county, township);
  g_assert_cmpstr (itself, ==, "Successor code can't be the record itself");
  tuce_record_set_text (township, "successor_code", "abc");
  letters = refusal_of (county, township);
  g_assert_cmpstr (letters, ==, "Successor code should be a division code of 9 digits");

  tuce_record_set_text (household, "phone", "123");
  phone = refusal_of (county, household);
  g_assert_cmpstr (phone, ==, "Phone should be a mobile number of 11 digits or a land line with area code");
  small_county_remove (county, path);
}

/* What somebody else's program left in the file: no edit refuses to write beside it. */
static void
test_old_mistakes_stay_warnings (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, NULL);
  TuceEdit *edit = tuce_edit_begin (county, "plant", &error);
  g_autofree char *refusal = NULL;

  tuce_edit_set_bulk (edit);
  tuce_record_set_text (record, "phone", "123");
  tuce_record_set_text (record, "hamlet", "甲\n\x01\xFF");
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
  tuce_record_set_text (record, "remark", "第一行\n第二行");
  refusal = refusal_of (county, record);
  g_assert_null (refusal);
  small_county_remove (county, path);
}

static void
insert_names (TuceCounty *county, TuceEdit *edit, guint from, guint n, const char *last)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TuceRecord) helper = tuce_record_new (entity_of (county, "helper"));
      g_autofree char *name = g_strdup_printf ("帮扶%u", from + i);
      g_autoptr (GError) error = NULL;

      tuce_record_set_text (helper, "name", name);
      if (i == n - 1)
        tuce_record_set_text (helper, "phone", last);
      g_assert_true (tuce_edit_insert (edit, helper, &error));
    }
}

/* A limit once let through what came after the thousandth record. */
static void
test_no_record_is_too_many (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "x", &error);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "helper");
  g_autoptr (GArray) ids = NULL;

  insert_names (county, edit, 0, 1500, "123");
  g_assert_false (tuce_edit_commit (edit, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "Helper 帮扶1499: Phone should be a mobile number of 11 digits or a land line with area code");
  ids = tuce_query_ids (query, county, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  small_county_remove (county, path);
}

static void
test_portions_are_judged (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "x", &error);

  insert_names (county, edit, 0, 50, "13800000000");
  g_assert_true (tuce_edit_judge (edit, &error));
  left = tuce_edit_check (edit, &error);
  g_assert_cmpuint (left->len, ==, 0);
  insert_names (county, edit, 50, 1, "123");
  g_assert_false (tuce_edit_judge (edit, &error));
  g_assert_nonnull (strstr (error->message, "Helper 帮扶50: Phone"));
  tuce_edit_abort (edit);
  small_county_remove (county, path);
}

static void
assert_number (const TuceField *field, const char *typed, const char *plain)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;

  if (!tuce_field_parse (field, typed, &value, &error))
    {
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_cmpstr (plain, ==, NULL);
      return;
    }
  back = tuce_field_format_plain (field, &value);
  g_assert_cmpstr (back, ==, plain);
}

static void
test_numbers (void)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  const TuceEntity *year = tuce_dictionary_entity (dictionary, "household_year");
  const TuceField *money = tuce_entity_field (year, "wage");
  const TuceField *decimal = tuce_entity_field (tuce_dictionary_entity (dictionary, "village_year"), "arable_mu");
  const TuceField *whole = tuce_entity_field (tuce_dictionary_entity (dictionary, "survey"), "sampled");

  assert_number (money, "1,234.50", "1234.50");
  assert_number (money, "1，234.50", "1234.50");
  assert_number (money, "１，２３４．５０", "1234.50");
  assert_number (money, "1,234,567元", "1234567.00");
  assert_number (money, "1 234", "1234.00");
  assert_number (money, ".5", "0.50");
  assert_number (whole, "12,345", "12345");
  assert_number (decimal, "0.5", "0.5");
  for (guint i = 0; i < 3; i++)
    {
      const TuceField *field = i == 0 ? money : i == 1 ? decimal : whole;
      const char *wrong[] = { "0x6a", "1e5", "1,2,3", "12,5", "12 5", "1,2345", "1234,567", ",123", "1,", "1,234,", "1,234，567",
                              "1,23.4", "1.234,5", "inf", "nan", "--5", "99999999999999999999", "1\t2" };

      for (guint j = 0; j < G_N_ELEMENTS (wrong); j++)
        assert_number (field, wrong[j], NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/typed", test_typed);
  g_test_add_func ("/checks/written", test_written);
  g_test_add_func ("/checks/contradictions", test_contradictions);
  g_test_add_func ("/checks/old-mistakes", test_old_mistakes_stay_warnings);
  g_test_add_func ("/checks/no-record-too-many", test_no_record_is_too_many);
  g_test_add_func ("/checks/portions", test_portions_are_judged);
  g_test_add_func ("/checks/numbers", test_numbers);
  return g_test_run ();
}
