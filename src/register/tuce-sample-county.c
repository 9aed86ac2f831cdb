/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sample-county.h"

#include <string.h>

#include "tuce-county-private.h"
#include "tuce-identity.h"
#include "tuce-levels.h"

/* A code that no county has, so that nothing made here can be mistaken for a real place. */
#define COUNTY_CODE "999999"
#define RECORDS 48

typedef struct
{
  TuceCounty *county;
  GRand *chance;
  GHashTable *codes; /* level → GPtrArray of codes */
} Sampling;

static int
pick (Sampling *self, int n)
{
  return g_rand_int_range (self->chance, 0, n);
}

static char *
make_date (Sampling *self)
{
  /* sometimes this year, so that recent dates meet dates long ago */
  int year = pick (self, 3) ? 1930 + pick (self, 90) : self->county->year;

  return g_strdup_printf ("%04d-%02d-%02d", year, 1 + pick (self, 12), 1 + pick (self, 28));
}

static char *
make_identity (Sampling *self)
{
  g_autofree char *date = make_date (self);
  g_autofree char *digits = NULL;

  date[4] = date[7] = '\0';
  digits = g_strdup_printf (COUNTY_CODE "%s%s%s%03d", date, date + 5, date + 8, pick (self, 1000));
  return pick (self, 4) ? g_strdup_printf ("%s%c", digits, tuce_identity_check_digit (digits)) : g_strdup (digits);
}

static char *
make_text (Sampling *self)
{
  static const char *const texts[] = { "甲", "乙组", "2018", "7", "A-12" };

  return g_strdup (texts[pick (self, G_N_ELEMENTS (texts))]);
}

static char *
make_place (Sampling *self, const char *level)
{
  GPtrArray *codes = g_hash_table_lookup (self->codes, level);

  return codes && codes->len ? g_strdup (codes->pdata[pick (self, (int) codes->len)]) : NULL;
}

static char *
make_choices (Sampling *self, const TuceCodeList *list, gboolean several)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < list->codes->len && several; i++)
    if (pick (self, 4) == 0)
      g_string_append_printf (codes, "%s%s", codes->len ? "," : "", ((TuceCode *) list->codes->pdata[i])->code);
  /* often the first code, which in most lists is the usual one */
  if (!several && list->codes->len)
    g_string_assign (codes, ((TuceCode *) list->codes->pdata[pick (self, 2) ? pick (self, (int) list->codes->len) : 0])
                                ->code);
  return g_string_free (codes, FALSE);
}

static double
make_number (Sampling *self, const TuceField *field)
{
  double low = field->has_min ? field->min : 0;
  double high = field->has_max ? field->max : low + (pick (self, 2) ? 20 : 20000);

  return pick (self, 5) ? g_rand_double_range (self->chance, low, high) : low;
}

static void
take_text (TuceValue *value, char *text)
{
  value->kind = text ? TUCE_VALUE_TEXT : TUCE_VALUE_NONE;
  value->text = text;
}

static void
fill_number (Sampling *self, const TuceField *field, TuceValue *value)
{
  double number = make_number (self, field);

  if (field->type == TUCE_FIELD_DECIMAL)
    tuce_value_set_real (value, number);
  else if (field->type == TUCE_FIELD_MONEY || field->type == TUCE_FIELD_AREA)
    tuce_value_set_integer (value, (gint64) (number * 100));
  else if (field->type == TUCE_FIELD_YEAR)
    tuce_value_set_integer (value, self->county->year - pick (self, 3));
  else if (field->type == TUCE_FIELD_BOOLEAN)
    tuce_value_set_integer (value, pick (self, 2));
  else if (field->type == TUCE_FIELD_REFERENCE)
    tuce_value_set_integer (value, 1 + pick (self, RECORDS));
  else
    tuce_value_set_integer (value, (gint64) number);
}

static void
fill (Sampling *self, const TuceField *field, TuceValue *value)
{
  gboolean place_code = field == field->entity->scope && field->type == TUCE_FIELD_TEXT;

  if (!field->required && pick (self, 4) == 0)
    return;
  switch (field->type)
    {
    case TUCE_FIELD_TEXT:
      take_text (value, place_code ? make_place (self, tuce_level_narrowest (self->county->dictionary)->name) : make_text (self));
      break;
    case TUCE_FIELD_DATE:
      take_text (value, make_date (self));
      break;
    case TUCE_FIELD_CHOICE:
    case TUCE_FIELD_CHOICES:
      take_text (value, make_choices (self, field->codes, field->type == TUCE_FIELD_CHOICES));
      break;
    case TUCE_FIELD_PLACE:
      take_text (value, make_place (self, field->target));
      break;
    case TUCE_FIELD_IDENTITY:
      take_text (value, make_identity (self));
      break;
    case TUCE_FIELD_PHONE:
      take_text (value, g_strdup (pick (self, 3) ? "13800000000" : "138"));
      break;
    case TUCE_FIELD_SHAPE:
      break;
    default:
      fill_number (self, field, value);
    }
}

/* Inserts @record; one that the tables refuse is left out, since there are enough others. */
static gboolean
put (Sampling *self, const TuceRecord *record, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT OR IGNORE INTO ");
  sqlite3_stmt *statement;

  g_string_append_printf (sql, "%s (id", record->entity->name);
  for (guint i = 0; i < record->entity->fields->len; i++)
    g_string_append_printf (sql, ", %s", ((TuceField *) record->entity->fields->pdata[i])->name);
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < record->entity->fields->len; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  statement = tuce_county_prepare (self->county, sql->str, error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record->id);
  for (guint i = 0; i < record->entity->fields->len; i++)
    tuce_value_bind (statement, (int) i + 2, &record->values[i]);
  return tuce_county_step_done (self->county, statement, error);
}

static TuceRecord *
make_record (Sampling *self, const TuceEntity *entity, gint64 id)
{
  TuceRecord *record = g_new0 (TuceRecord, 1);

  record->entity = entity;
  record->id = id;
  record->values = g_new0 (TuceValue, entity->fields->len);
  for (guint i = 0; i < entity->fields->len; i++)
    fill (self, entity->fields->pdata[i], &record->values[i]);
  return record;
}

/* Inserts places with codes as real divisions have them: a city of four digits, a county of six, a township of nine, a
 * village of twelve. */
static gboolean
put_places (Sampling *self, const TuceEntity *entity, GError **error)
{
  const TuceField *place_above = tuce_level_around (entity);
  GPtrArray *above = place_above ? g_hash_table_lookup (self->codes, place_above->target) : NULL;
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  guint level = g_hash_table_size (self->codes);

  g_hash_table_insert (self->codes, (char *) entity->name, codes);
  for (guint i = 0; i < (level < 2 ? 1 : 3 * (above ? above->len : 1)); i++)
    {
      g_autoptr (TuceRecord) place = make_record (self, entity, i + 1);
      char *code = level == 0   ? g_strndup (COUNTY_CODE, 4)
                   : level == 1 ? g_strdup (COUNTY_CODE)
                                : g_strdup_printf ("%s%03u", above ? (char *) above->pdata[i / 3] : COUNTY_CODE, 101 + i % 3);

      g_ptr_array_add (codes, code);
      tuce_record_set_text (place, entity->scope->name, code);
      if (above)
        tuce_record_set_text (place, place_above->name, above->pdata[level < 2 ? 0 : i / 3]);
      if (!put (self, place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_records (Sampling *self, const TuceEntity *entity, GError **error)
{
  guint years = entity->year ? 2 : 1;

  /* Every second year record is one of this year, for the same parent as last year's. */
  for (guint i = 0; i < RECORDS * years; i++)
    {
      g_autoptr (TuceRecord) record = make_record (self, entity, i + 1);

      if (entity->year)
        tuce_record_set_integer (record, entity->year->name, self->county->year - (int) (i % 2));
      if (entity->year && entity->parent && entity->parent->type == TUCE_FIELD_REFERENCE)
        tuce_record_set_integer (record, entity->parent->name, 1 + i / 2);
      if (!put (self, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_all (Sampling *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (g_str_equal (entity->name, "parameter") || g_str_equal (entity->name, "pack"))
        continue;
      if (!(entity->is_place ? put_places (self, entity, error) : put_records (self, entity, error)))
        return FALSE;
    }
  return TRUE;
}

TuceCounty *
tuce_sample_county_new (int year, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open_scratch (year, error);
  Sampling sampling = { 0 };
  gboolean put;

  /* Foreign keys are off so that some references can point to no record, as in data from outside. */
  if (!county || !tuce_county_run (county, "PRAGMA foreign_keys = OFF; BEGIN", error))
    return NULL;
  g_free (county->code);
  county->code = g_strdup (COUNTY_CODE);
  /* Rules do not need long texts; the limit stops a rule on trial from using much memory. */
  sqlite3_limit (county->db, SQLITE_LIMIT_LENGTH, 4 * 1024 * 1024);
  sampling = (Sampling){ county, g_rand_new_with_seed (1),
                         g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref) };
  put = put_all (&sampling, error) && tuce_county_run (county, "COMMIT", error);
  g_rand_free (sampling.chance);
  g_hash_table_unref (sampling.codes);
  return put ? g_steal_pointer (&county) : NULL;
}
