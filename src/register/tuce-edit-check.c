/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what is wrong with the records of an edit, reading them inside the edit's transaction. */
#include "tuce-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-field-private.h"
#include "tuce-identity.h"
#include "tuce-parameters.h"

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
  problem->sentence = tuce_field_sentence (field, fault);
  problem->expected = g_strdup (expected);
  g_ptr_array_add (problems, problem);
}

/* Whether the number of the record is to be checked as an identity number: not where the record says that it is of another
 * kind of document. */
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

/* Whether @field refers to the record itself, by its id or, for a place, by its own code; that is not allowed. */
static gboolean
refers_to_itself (const TuceRecord *record, const TuceField *field)
{
  const TuceEntity *entity = record->entity;
  const TuceValue *value = &record->values[field->index];

  if (value->kind == TUCE_VALUE_INTEGER)
    return field->type == TUCE_FIELD_REFERENCE && field->target_entity == entity && value->integer == record->id;
  return entity->is_place && field != entity->scope && (field->is_division || field->type == TUCE_FIELD_PLACE)
         && g_str_equal (value->text, tuce_record_text (record, entity->scope->name));
}

/* What is wrong with a value that is allowed by itself but not together with the rest of its record; NULL where nothing is. */
static char *
find_contradiction (const TuceRecord *record, const TuceField *field, const GDate *today)
{
  const TuceValue *value = &record->values[field->index];
  const TuceField *most = field->not_above;

  if (value->kind != TUCE_VALUE_TEXT && value->kind != TUCE_VALUE_INTEGER)
    return NULL;
  if (refers_to_itself (record, field))
    return g_strdup (_("can't be the record itself"));
  if (field->type == TUCE_FIELD_IDENTITY && is_resident_number (record))
    return g_strdup (tuce_identity_message (tuce_identity_check (value->text, today)));
  if (most && value->kind == record->values[most->index].kind && value->integer > record->values[most->index].integer)
    {
      g_autofree char *bound = tuce_field_format (most, &record->values[most->index]);

      /* Translators: the label of another field and its value: "must not be more than “In the sample” (200)" */
      return g_strdup_printf (_("must not be more than “%s” (%s)"), tuce_field_label (most), bound);
    }
  return NULL;
}

static char *
find_fault (const TuceRecord *record, const TuceField *field, const GDate *today)
{
  char *fault = tuce_field_fault (field, &record->values[field->index]);

  if (!fault)
    fault = find_contradiction (record, field, today);
  return fault ? fault : tuce_parameter_fault (record, field);
}

/* Gives the first field, going back along not_before, whose date is later than that of @field; NULL where none is. Missing
 * dates are skipped. */
static const TuceField *
find_later (const TuceRecord *record, const TuceField *field)
{
  const char *day = tuce_record_text (record, field->name);

  for (const TuceField *before = field->not_before; *day && before; before = before->not_before)
    if (strcmp (tuce_record_text (record, before->name), day) > 0)
      return before;
  return NULL;
}

/* An error where this edit wrote one of the two fields, so that it can't be saved; a warning where the edit found both like
 * that. */
static TuceProblemSeverity
severity_of (const guint8 *written, const TuceField *field, const TuceField *other)
{
  return written && (written[field->index] || (other && written[other->index])) ? TUCE_PROBLEM_ERROR : TUCE_PROBLEM_WARNING;
}

/* Adds a problem for each date that is before another one which it may not precede. */
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
      add_problem (problems, severity_of (written, field, later), record, field, fault, NULL);
    }
}

static void
check_fields (const TuceRecord *record, const guint8 *written, GPtrArray *problems)
{
  GDate today;

  tuce_date_today (&today);
  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];
      g_autofree char *fault = find_fault (record, field, &today);

      if (fault)
        add_problem (problems, severity_of (written, field, field->not_above), record, field, fault, NULL);
    }
}

/* Gives a SELECT of all formulas of @entity for one record; NULL where it has none. */
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

static gboolean
check_record (TuceEdit *self, const TuceRecord *record, GPtrArray *problems, GError **error)
{
  const TuceWatched *watched = tuce_watch_list_find (self->watched, record->entity, record->id);

  check_fields (record, watched ? watched->written : NULL, problems);
  check_order (record, watched ? watched->written : NULL, problems);
  return check_formulas (self->county, record, problems, error);
}

/* Checks the record and all that belongs to it: a household with its members and its years. */
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

/* Gives the record to which @watched belongs, or the record itself where it belongs to none; NULL when the edit has deleted it. */
static TuceRecord *
find_root (TuceEdit *self, const TuceWatched *watched, GError **error)
{
  g_autoptr (TuceRecord) record = NULL;
  const TuceField *parent = watched->entity->parent;

  record = tuce_county_load (self->county, watched->entity->name, watched->id, error);
  if (!record || !parent || !tuce_record_has (record, parent->name))
    return g_steal_pointer (&record);
  if (parent->type == TUCE_FIELD_PLACE)
    return tuce_county_find (self->county, parent->target, parent->target_entity->scope->name,
                             tuce_record_text (record, parent->name), error);
  return tuce_county_load (self->county, parent->target, tuce_record_integer (record, parent->name), error);
}

GPtrArray *
tuce_edit_check (TuceEdit *self, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_problem_free);
  TuceWatchList *seen = tuce_watch_list_new ();
  GPtrArray *all = tuce_watch_list_all (self->watched);
  gboolean checked = tuce_edit_settle (self, error);

  for (guint i = 0; checked && i < all->len; i++)
    {
      g_autoptr (GError) missing = NULL;
      g_autoptr (TuceRecord) root = find_root (self, all->pdata[i], &missing);

      if (!root || tuce_watch_list_find (seen, root->entity, root->id))
        continue;
      tuce_watch_list_add (seen, root->entity, root->id);
      checked = check_family (self, root, problems, error);
    }
  tuce_watch_list_free (seen);
  return checked ? g_steal_pointer (&problems) : NULL;
}

/* Sets @error to the problem's sentence; where the edit wrote several records, with the name of the record before it. */
static gboolean
refuse (TuceEdit *self, const TuceRecord *record, const TuceProblem *problem, GError **error)
{
  g_autofree char *name = self->several ? tuce_record_describe (record) : NULL;
  g_autoptr (TuceRecord) root = NULL;
  g_autofree char *root_name = NULL;

  if (self->several)
    root = find_root (self, &(TuceWatched){ .entity = record->entity, .id = record->id }, NULL);
  if (root && (root->entity != record->entity || root->id != record->id))
    root_name = tuce_record_describe (root);
  if (root_name)
    /* Translators: a record and what belongs to it, then what is wrong with that: "Household 张三, Member 李四: Phone should be …" */
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s, %s: %s"), root_name, name, problem->sentence);
  else if (name)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s: %s"), name, problem->sentence);
  else
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, problem->sentence);
  return FALSE;
}

/* Checks only the record itself: what the edit did not write can't be an error, and formulas only give warnings. */
static gboolean
judge_record (TuceEdit *self, const TuceWatched *watched, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_problem_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (self->county, watched->entity->name, watched->id, &failure);

  if (!record && g_error_matches (failure, TUCE_ERROR, TUCE_ERROR_NOT_FOUND))
    return TRUE; /* the edit has deleted it again */
  if (!record)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  check_fields (record, watched->written, problems);
  check_order (record, watched->written, problems);
  for (guint i = 0; i < problems->len; i++)
    if (((const TuceProblem *) problems->pdata[i])->severity == TUCE_PROBLEM_ERROR)
      return refuse (self, record, problems->pdata[i], error);
  return TRUE;
}

gboolean
tuce_edit_judge (TuceEdit *self, GError **error)
{
  GPtrArray *all = tuce_watch_list_all (self->watched);

  if (!tuce_edit_settle (self, error))
    return FALSE;
  for (guint i = 0; !self->unchecked && i < all->len; i++)
    if (!judge_record (self, all->pdata[i], error))
      return FALSE;
  self->several |= all->len > 0;
  tuce_watch_list_clear (self->watched);
  return TRUE;
}
