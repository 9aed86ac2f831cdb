/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ten-mistakes.h"

#include <string.h>

#include "tuce-error.h"

enum
{
  CONTROL,
  LINES,
  DIRECTION,
  BYTES,
  LENGTH,
  NUMBER,
  YEAR,
  DAY,
  PLACE,
  MISSING
};

const TenMistake ten_mistakes[TEN_MISTAKES] = {
  [CONTROL] = { "a control character", "甲\x07乙" },
  [LINES] = { "a line break", "甲\n乙" },
  [DIRECTION] = { "a mark that turns the direction", "甲\u202E乙" },
  [BYTES] = { "bytes that are no text", "甲\xFF乙" },
  [LENGTH] = { "too long", NULL },
  [NUMBER] = { "a comma in the wrong place", "12,5" },
  [YEAR] = { "a year nobody remembers", "1200" },
  [DAY] = { "a day that does not exist", "2018-02-30" },
  [PLACE] = { "letters as a division code", "abc" },
  [MISSING] = { "nothing where something is required", "" },
};

gboolean
ten_mistakes_fits (const TenMistake *mistake, const TuceField *field)
{
  gboolean words = field->type == TUCE_FIELD_TEXT && !field->is_division;

  if (field->kept)
    return FALSE;
  switch (mistake - ten_mistakes)
    {
    case CONTROL:
    case DIRECTION:
    case BYTES:
      return words;
    case LINES:
      return words && !field->is_note;
    case LENGTH:
      return words && field->longest < 10000;
    case NUMBER:
      return field->type == TUCE_FIELD_INTEGER || field->type == TUCE_FIELD_DECIMAL || field->type == TUCE_FIELD_MONEY
             || field->type == TUCE_FIELD_AREA;
    case YEAR:
      return field->type == TUCE_FIELD_YEAR;
    case DAY:
      return field->type == TUCE_FIELD_DATE;
    case PLACE:
      return field->type == TUCE_FIELD_PLACE || field->is_division;
    case MISSING:
      return field->required && field != field->entity->parent;
    default:
      g_assert_not_reached ();
    }
}

char *
ten_mistakes_typed (const TenMistake *mistake, const TuceField *field)
{
  GString *text;

  if (mistake->typed)
    return g_strdup (mistake->typed);
  text = g_string_new (NULL);
  for (guint i = 0; i <= field->longest; i++)
    g_string_append (text, "长");
  return g_string_free (text, FALSE);
}

void
ten_mistakes_set (const TenMistake *mistake, TuceRecord *record, const TuceField *field)
{
  g_autofree char *typed = ten_mistakes_typed (mistake, field);

  if (mistake - ten_mistakes == MISSING)
    tuce_record_set_none (record, field->name);
  else if (mistake - ten_mistakes == YEAR)
    tuce_record_set_integer (record, field->name, 1200);
  else
    tuce_record_set_text (record, field->name, typed);
}

static char *
fault_of (const TenMistake *mistake, const TuceField *field)
{
  guint digits = field->type == TUCE_FIELD_PLACE ? tuce_entity_field (field->target_entity, "code")->longest : field->longest;

  switch (mistake - ten_mistakes)
    {
    case CONTROL:
      return g_strdup ("may not hold the invisible character U+0007");
    case LINES:
      return g_strdup ("has to stand on one line");
    case DIRECTION:
      return g_strdup ("may not hold the invisible character U+202E");
    case BYTES:
      return g_strdup ("holds bytes that are no text (not UTF-8)");
    case LENGTH:
      return g_strdup_printf ("may have %u characters at most, not %u", field->longest, field->longest + 1);
    case NUMBER:
      return g_strdup (field->type == TUCE_FIELD_INTEGER ? "should be a whole number" : "should be a number");
    case YEAR:
      return g_strdup_printf ("must lie between %.0f and %.0f", field->min, field->max);
    case DAY:
      return g_strdup ("should be a date such as 2018-07-23");
    case PLACE:
      return digits ? g_strdup_printf ("should be a division code of %u digits", digits)
                    : g_strdup ("should be a division code");
    case MISSING:
      return g_strdup ("is missing");
    default:
      g_assert_not_reached ();
    }
}

char *
ten_mistakes_sentence (const TenMistake *mistake, const TuceField *field)
{
  g_autofree char *fault = fault_of (mistake, field);

  return g_strdup_printf ("%s %s", field->label_en, fault);
}

static gboolean
is_named (const char *fields, const char *name)
{
  g_auto (GStrv) names = g_strsplit (fields ? fields : name, " ", -1);

  return g_strv_contains ((const char *const *) names, name);
}

guint
ten_mistakes_walk (const TuceEntity *entity, const char *fields, TenWay way, gpointer data)
{
  guint carried = 0;

  for (guint m = 0; m < TEN_MISTAKES; m++)
    {
      gboolean went = FALSE;

      for (guint i = 0; i < entity->fields->len; i++)
        {
          const TuceField *field = entity->fields->pdata[i];
          g_autofree char *sentence = NULL;
          g_autoptr (GError) error = NULL;

          if (!is_named (fields, field->name) || !ten_mistakes_fits (&ten_mistakes[m], field))
            continue;
          sentence = ten_mistakes_sentence (&ten_mistakes[m], field);
          went = TRUE;
          g_test_message ("%s.%s: %s", entity->name, field->name, ten_mistakes[m].name);
          g_assert_false (way (&ten_mistakes[m], field, data, &error));
          g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
          if (!g_str_has_suffix (error->message, sentence))
            g_assert_cmpstr (error->message, ==, sentence);
        }
      carried += went;
    }
  return carried;
}
