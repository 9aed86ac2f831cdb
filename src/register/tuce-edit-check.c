/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the records an edit concerns, looked at inside the edit's transaction. */
#include "tuce-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-identity.h"

void
tuce_problem_free (TuceProblem *problem)
{
  g_free (problem->sentence);
  g_free (problem->expected);
  g_free (problem);
}

static void
add_problem (GPtrArray *problems, TuceProblemSeverity severity, const TuceRecord *record, const TuceField *field,
             const char *fault, const char *expected)
{
  TuceProblem *problem = g_new0 (TuceProblem, 1);

  problem->severity = severity;
  problem->field = field;
  problem->id = record->id;
  problem->sentence = g_strdup_printf (_("%s %s"), tuce_field_label (field), fault);
  problem->expected = g_strdup (expected);
  g_ptr_array_add (problems, problem);
}

/* The certificate kind beside an identity number: where there is one and it says another kind, the number is not ours to judge. */
static gboolean
is_resident_number (const TuceRecord *record)
{
  const TuceField *kind = tuce_entity_field (record->entity, "idtype");
  const TuceCode *code;

  if (!kind || !tuce_record_has (record, kind->name))
    return TRUE;
  code = kind->codes->codes->pdata[0]; /* the list begins with the resident identity card */
  return g_str_equal (tuce_record_text (record, kind->name), code->code);
}

static const char *
find_fault (const TuceRecord *record, const TuceField *field)
{
  const TuceValue *value = &record->values[field->index];
  GDate today;

  if (value->kind == TUCE_VALUE_NONE)
    return field->required ? _("is missing") : NULL;
  if (value->kind != TUCE_VALUE_TEXT)
    return NULL;
  tuce_date_today (&today);
  if (field->type == TUCE_FIELD_IDENTITY && is_resident_number (record))
    return tuce_identity_message (tuce_identity_check (value->text, &today));
  if (field->type == TUCE_FIELD_PHONE && !tuce_phone_check (value->text))
    return _("should be a mobile number of 11 digits or a land line with area code");
  return NULL;
}

/* The latest of the dates that @field's may not precede, if it does; those not known bind nobody. */
static const TuceField *
find_later (const TuceRecord *record, const TuceField *field)
{
  const char *day = tuce_record_text (record, field->name);

  for (const TuceField *before = field->not_before; *day && before; before = before->not_before)
    if (strcmp (tuce_record_text (record, before->name), day) > 0)
      return before;
  return NULL;
}

/* Dates that stand in the wrong order: wrong as typed when either was written. */
static void
check_order (const TuceRecord *record, const guint8 *written, GPtrArray *problems)
{
  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];
      const TuceField *later = find_later (record, field);
      g_autofree char *fault = NULL;

      if (!later)
        continue;
      fault = g_strdup_printf (_("lies before %s (%s)"), tuce_field_label (later), tuce_record_text (record, later->name));
      add_problem (problems, written && (written[i] || written[later->index]) ? TUCE_PROBLEM_ERROR : TUCE_PROBLEM_WARNING,
                   record, field, fault, NULL);
    }
}

static void
check_fields (const TuceRecord *record, const guint8 *written, GPtrArray *problems)
{
  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];
      const char *fault = find_fault (record, field);

      if (fault)
        add_problem (problems, written && written[i] ? TUCE_PROBLEM_ERROR : TUCE_PROBLEM_WARNING, record, field, fault,
                     NULL);
    }
}

/* SELECT of every formula of @entity for one record; NULL where there are none. */
static char *
formulas_sql (const TuceEntity *entity)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (*field->formula)
        g_string_append_printf (sql, "%s(%s)", sql->len ? ", " : "SELECT ", field->formula);
    }
  if (sql->len)
    g_string_append_printf (sql, " FROM %s WHERE %s.id = ?", entity->name, entity->name);
  return g_string_free (sql, sql->len == 0);
}

static gboolean
check_formulas (TuceCounty *county, const TuceRecord *record, GPtrArray *problems, GError **error)
{
  g_autofree char *sql = formulas_sql (record->entity);
  sqlite3_stmt *statement;
  int column = 0;

  if (!sql)
    return TRUE;
  statement = tuce_county_prepare (county, sql, error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record->id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return tuce_county_step_done (county, statement, error);
  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];
      g_auto (TuceValue) expected = TUCE_VALUE_INIT;
      g_autofree char *shown = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *fault = NULL;

      if (!*field->formula)
        continue;
      tuce_value_from_sql (&expected, sqlite3_column_value (statement, column++));
      if (expected.kind == TUCE_VALUE_NONE || tuce_value_equal (&expected, &record->values[i]))
        continue;
      shown = tuce_field_format (field, &expected);
      plain = tuce_field_format_plain (field, &expected);
      fault = g_strdup_printf (_("should be %s by the other entries"), shown);
      add_problem (problems, TUCE_PROBLEM_WARNING, record, field, fault, plain);
    }
  sqlite3_reset (statement);
  return TRUE;
}

static const TuceWatched *
find_watched (TuceEdit *self, const TuceRecord *record)
{
  for (guint i = 0; i < self->watched->len; i++)
    {
      const TuceWatched *watched = self->watched->pdata[i];

      if (watched->id == record->id && watched->entity == record->entity)
        return watched;
    }
  return NULL;
}

static gboolean
check_record (TuceEdit *self, const TuceRecord *record, GPtrArray *problems, GError **error)
{
  const TuceWatched *watched = find_watched (self, record);

  check_fields (record, watched ? watched->written : NULL, problems);
  check_order (record, watched ? watched->written : NULL, problems);
  return check_formulas (self->county, record, problems, error);
}

/* The record and all that belongs to it: a household, its members, its years. */
static gboolean
check_family (TuceEdit *self, const TuceRecord *root, GPtrArray *problems, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);

  if (!check_record (self, root, problems, error))
    return FALSE;
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      g_autoptr (GPtrArray) children = NULL;

      if (entity->derived || !entity->parent || entity->parent->target_entity != root->entity)
        continue;
      children = tuce_county_children (self->county, entity->name, root->id, error);
      if (!children)
        return FALSE;
      for (guint c = 0; c < children->len; c++)
        if (!check_record (self, children->pdata[c], problems, error))
          return FALSE;
    }
  return TRUE;
}

/* What the record belongs to, or the record itself; NULL when the edit has deleted it. */
static TuceRecord *
find_root (TuceEdit *self, const TuceWatched *watched, GError **error)
{
  g_autoptr (TuceRecord) record = NULL;
  const TuceField *parent = watched->entity->parent;

  record = tuce_county_load (self->county, watched->entity->name, watched->id, error);
  if (!record || !parent || !tuce_record_has (record, parent->name))
    return g_steal_pointer (&record);
  if (parent->type == TUCE_FIELD_PLACE)
    return tuce_county_find (self->county, parent->target, "code", tuce_record_text (record, parent->name), error);
  return tuce_county_load (self->county, parent->target, tuce_record_integer (record, parent->name), error);
}

GPtrArray *
tuce_edit_check (TuceEdit *self, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_problem_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!tuce_edit_settle (self, error))
    return NULL;
  for (guint i = 0; i < self->watched->len; i++)
    {
      g_autoptr (GError) missing = NULL;
      g_autoptr (TuceRecord) root = find_root (self, self->watched->pdata[i], &missing);

      if (!root)
        continue;
      if (g_hash_table_add (seen, g_memdup2 (&root->id, sizeof root->id))
          && !check_family (self, root, problems, error))
        return NULL;
    }
  return g_steal_pointer (&problems);
}
