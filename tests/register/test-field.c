/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tuce-error.h"
#include "tuce-record.h"

static TuceDictionary *dictionary;

static const TuceField *
field (const char *entity, const char *name)
{
  const TuceField *found = tuce_entity_field (tuce_dictionary_entity (dictionary, entity), name);

  g_assert_nonnull (found);
  return found;
}

static void
assert_read (const char *entity, const char *name, const char *typed, const char *plain)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;

  g_assert_true (tuce_field_parse (field (entity, name), typed, &value, &error));
  g_assert_no_error (error);
  back = tuce_field_format_plain (field (entity, name), &value);
  g_assert_cmpstr (back, ==, plain);
}

static void
assert_refused (const char *entity, const char *name, const char *typed)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (tuce_field_parse (field (entity, name), typed, &value, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, field (entity, name)->label_en));
}

static void
test_parse (void)
{
  assert_read ("household_year", "wage", "1,234.5 元", "1234.50");
  assert_read ("household_year", "wage", "０", "0.00");
  assert_read ("household_year", "wage", "", "");
  assert_refused ("household_year", "wage", "12.345");
  assert_refused ("household_year", "wage", "-1");
  assert_refused ("household_year", "wage", "一千");
  assert_read ("household_year", "house_m2", "93.75㎡", "93.75");
  assert_read ("household", "status", "未脱贫", "0");
  assert_refused ("household", "status", "脱了");
  assert_read ("member", "birth", "1980年1月2日", "1980-01-02");
  assert_refused ("member", "birth", "1985-02-30");
  assert_read ("member", "health", "残疾、长期慢性病", "02,04");
  assert_read ("member", "work_months", "12", "12");
  assert_refused ("member", "work_months", "13");
  assert_read ("household", "relocated", "是", "1");
  assert_read ("member", "idno", "11010519491231002x", "11010519491231002X");
}

static void
test_format_and_mask (void)
{
  g_auto (TuceValue) money = TUCE_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autofree char *masked = NULL;

  tuce_value_set_integer (&money, -123456789);
  text = tuce_field_format (field ("household_year", "net"), &money);
  g_assert_cmpstr (text, ==, "-1,234,567.89");
  masked = tuce_field_mask (field ("member", "idno"), "99999919800101001X");
  g_assert_nonnull (strchr (masked, '*'));
  g_assert_null (strstr (masked, "0101"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dictionary = tuce_dictionary_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/field/parse", test_parse);
  g_test_add_func ("/field/format-and-mask", test_format_and_mask);
  result = g_test_run ();
  tuce_dictionary_unref (dictionary);
  return result;
}
