/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a procedure pack. Each step becomes two statements: one judges its gates, one finds out whether the step
   counts as done without a record. */
#include "tuce-procedure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-assessor.h"
#include "tuce-error.h"

/* Keys that only items of a procedure have: data/standards/README.md. */
#define KEY_GATE_OF "gate-of"
#define KEY_FIELDS "fields"
#define KEY_SETS "sets"
#define KEY_IMPLIED "implied"
#define KEY_REOPEN "reopen"

static void
gate_free (gpointer data)
{
  TuceStepGate *gate = data;

  g_clear_pointer (&gate->sentence, tuce_template_free);
  g_free (gate);
}

static void
program_free (gpointer data)
{
  TuceStepProgram *program = data;

  g_ptr_array_unref (program->gates);
  g_ptr_array_unref (program->settings);
  g_clear_pointer (&program->judge, tuce_statement_free);
  g_clear_pointer (&program->implied, tuce_statement_free);
  g_free (program);
}

/* --- what a gate can read --- */

/* The yearly record of @entity: its own one, or the derived one with the verdicts. */
static const TuceEntity *
yearly_of (const TuceEntity *entity, gboolean derived)
{
  GPtrArray *entities = tuce_dictionary_entities (entity->dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *other = entities->pdata[i];

      if (other->year && other->parent && other->parent->target_entity == entity && other->derived == derived)
        return other;
    }
  return NULL;
}

static void
append_yearly (GString *from, const TuceEntity *entity, gboolean derived, const char *alias)
{
  const TuceEntity *yearly = yearly_of (entity, derived);

  if (yearly)
    g_string_append_printf (from, " LEFT JOIN %s AS %s ON %s.%s = %s.%s AND %s.%s = :year", yearly->name, alias, alias,
                            yearly->parent->name, entity->name, tuce_entity_key (entity), alias, yearly->year->name);
}

/* Adds the places around a record, from the nearest outwards. */
static void
append_places (GString *from, const TuceEntity *entity)
{
  const TuceEntity *at = entity;
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < at->fields->len && !found; i++)
        {
          const TuceField *field = at->fields->pdata[i];

          if (field->type != TUCE_FIELD_PLACE || field->target_entity == entity)
            continue;
          g_string_append_printf (from, " LEFT JOIN %s ON %s.code = %s.%s", field->target, field->target, at->name,
                                  field->name);
          at = field->target_entity;
          found = TRUE;
        }
    }
}

static char *
from_sql (const TuceProcedure *self)
{
  GString *from = g_string_new (" FROM (SELECT ");

  for (guint i = 0; i < self->step->fields->len; i++)
    {
      const TuceField *field = self->step->fields->pdata[i];

      g_string_append_printf (from, "%s:step_%s AS %s", i ? ", " : "", field->name, field->name);
    }
  g_string_append_printf (from, ") AS step CROSS JOIN %s LEFT JOIN %s AS before ON before.id = :before",
                          self->subject->name, self->step->name);
  append_yearly (from, self->subject, FALSE, "year");
  append_yearly (from, self->subject, TRUE, "standard");
  append_places (from, self->subject);
  g_string_append_printf (from, " WHERE %s.id = :subject_id", self->subject->name);
  return g_string_free (from, FALSE);
}

/* --- compiling --- */

static gboolean
is_own_parameter (const char *name)
{
  return g_str_has_prefix (name, ":step_") || g_str_equal (name, ":before") || g_str_equal (name, ":subject_id");
}

static gboolean
bind_parameters (TuceProcedure *self, TuceStatement *statement, GError **error)
{
  for (guint i = 1; i <= tuce_statement_n_parameters (statement); i++)
    {
      const char *name = tuce_statement_parameter (statement, i);
      const TuceValue *value = name ? g_hash_table_lookup (self->parameters, name) : NULL;

      if (value)
        tuce_statement_bind (statement, name, value);
      else if (!name || !is_own_parameter (name))
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("there is no parameter “%s”"), name ? name : "?");
          return FALSE;
        }
    }
  return TRUE;
}

/* Compiles @expression by itself first, so that a mistake in it is reported with its place in it. */
static gboolean
check_alone (TuceProcedure *self, const TuceRule *rule, const char *expression, const char *from, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT (\n%s\n)%s", expression, from);
  int before = (int) strlen ("SELECT (\n"), offset = -1;
  g_autoptr (GError) mistake = NULL;
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (self->county, sql, TUCE_STATEMENT_GUARDED, &offset, &mistake);
  gboolean own = expression == rule->expression && offset >= before;

  if (statement && tuce_statement_n_columns (statement) != 1)
    g_set_error (&mistake, TUCE_ERROR, TUCE_ERROR_REFUSED, _("it is more than one expression"));
  else if (statement && bind_parameters (self, statement, &mistake))
    return TRUE;
  tuce_rule_mistake (rule, own ? offset - before : -1, mistake->message, error);
  return FALSE;
}

static TuceStatement *
compile (TuceProcedure *self, const TuceRule *rule, const char *columns, const char *from, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT ", columns, from, NULL);
  g_autoptr (GError) mistake = NULL;
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (self->county, sql, TUCE_STATEMENT_GUARDED, NULL, &mistake);

  if (statement && bind_parameters (self, statement, &mistake))
    return g_steal_pointer (&statement);
  tuce_rule_mistake (rule, -1, mistake->message, error);
  return NULL;
}

/* Reads "status = '1'; exit_year = :year": fields of the subject, each with the SQL of its new value. */
static gboolean
compile_settings (TuceProcedure *self, TuceStepProgram *program, GString *columns, guint first, const char *from,
                  GError **error)
{
  g_auto (GStrv) parts = g_strsplit (tuce_rule_key (program->rule, KEY_SETS), ";", -1);

  for (guint i = 0; parts[i]; i++)
    {
      char *equals = strchr (parts[i], '=');
      TuceSetting *setting = g_new0 (TuceSetting, 1);

      g_ptr_array_add (program->settings, setting);
      if (equals)
        *equals = '\0';
      setting->field = equals ? tuce_entity_field (self->subject, g_strstrip (parts[i])) : NULL;
      setting->column = first + i;
      if (!setting->field)
        {
          g_autofree char *mistake
              = g_strdup_printf (_("“%s” does not read FIELD = SQL with a field of %s"), parts[i], self->subject->name);

          tuce_rule_mistake (program->rule, -1, mistake, error);
          return FALSE;
        }
      if (!check_alone (self, program->rule, equals + 1, from, error))
        return FALSE;
      g_string_append_printf (columns, ", (\n%s\n)", equals + 1);
    }
  return TRUE;
}

static gboolean
compile_gates (TuceProcedure *self, TuceStepProgram *program, GString *columns, guint *n_columns, const char *from,
               GError **error)
{
  g_autoptr (GPtrArray) rules = tuce_procedure_gates (self, program->rule);

  for (guint i = 0; i < rules->len; i++)
    {
      const TuceRule *rule = rules->pdata[i];
      TuceStepGate *gate = g_new0 (TuceStepGate, 1);

      g_ptr_array_add (program->gates, gate);
      gate->rule = rule;
      gate->sentence = tuce_template_parse (rule->says_zh, error);
      if (!gate->sentence || !check_alone (self, rule, rule->expression, from, error))
        return FALSE;
      g_string_append_printf (columns, "%s(\n%s\n)", i ? ", " : "", rule->expression);
    }
  *n_columns = rules->len;
  for (guint i = 0; i < program->gates->len; i++)
    {
      TuceStepGate *gate = program->gates->pdata[i];

      gate->first_figure = *n_columns;
      for (guint f = 0; f < tuce_template_n_figures (gate->sentence); f++, (*n_columns)++)
        {
          /* without parentheses: only then does a column that is simply a field keep the format of that field */
          if (!check_alone (self, gate->rule, tuce_template_sql (gate->sentence, f), from, error))
            return FALSE;
          g_string_append_printf (columns, ", %s", tuce_template_sql (gate->sentence, f));
        }
    }
  return TRUE;
}

static TuceStepProgram *
compile_step (TuceProcedure *self, const TuceRule *rule, const char *from, GError **error)
{
  TuceStepProgram *program = g_new0 (TuceStepProgram, 1);
  g_autoptr (GString) columns = g_string_new (NULL);
  const char *implied = tuce_rule_key (rule, KEY_IMPLIED);
  guint n_columns = 0;

  program->rule = rule;
  program->gates = g_ptr_array_new_with_free_func (gate_free);
  program->settings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->programs, program);
  if (!compile_gates (self, program, columns, &n_columns, from, error)
      || (*tuce_rule_key (rule, KEY_SETS) && !compile_settings (self, program, columns, n_columns, from, error))
      || !(program->judge = compile (self, rule, columns->str, from, error)))
    return NULL;
  if (*implied)
    {
      g_autofree char *column = g_strdup_printf ("(\n%s\n)", implied);

      if (!check_alone (self, rule, implied, from, error)
          || !(program->implied = compile (self, rule, column, from, error)))
        return NULL;
    }
  return program;
}

/* Checks that "fields" names only fields of "step", and "gate-of" only an earlier step. */
static gboolean
check_keys (TuceProcedure *self, GError **error)
{
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];
      const char *of = tuce_rule_key (rule, KEY_GATE_OF);
      g_auto (GStrv) fields = g_strsplit_set (tuce_rule_key (rule, KEY_FIELDS), ", ", -1);
      g_autofree char *mistake = NULL;

      if (*of && !tuce_procedure_find_step (self, of, NULL))
        mistake = g_strdup_printf (_("it is a gate of “%s”, which is no step"), of);
      for (guint f = 0; fields[f] && !mistake; f++)
        if (*fields[f] && !tuce_entity_field (self->step, fields[f]))
          mistake = g_strdup_printf (_("a step has no field “%s”"), fields[f]);
      if (mistake)
        {
          tuce_rule_mistake (rule, -1, mistake, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
compile_live (TuceProcedure *self, GError **error)
{
  g_autofree char *where
      = self->subject->is_place
            ? g_strdup_printf ("place = (SELECT code FROM %s WHERE id = :subject_id)", self->subject->name)
            : g_strdup ("household_id = :subject_id");
  g_autofree char *live
      = g_strdup_printf ("SELECT id, step FROM step WHERE %s AND procedure = :procedure AND coalesce (reopened, 0) = 0"
                         " ORDER BY id",
                         where);
  g_autofree char *reopened = g_strdup_printf (
      "SELECT count (*) FROM step WHERE %s AND procedure = :procedure AND reopened = 1", where);

  self->live = tuce_statement_new (self->county, live, TUCE_STATEMENT_GUARDED, NULL, error);
  self->reopened = self->live ? tuce_statement_new (self->county, reopened, TUCE_STATEMENT_GUARDED, NULL, error) : NULL;
  if (!self->reopened)
    return FALSE;
  tuce_statement_bind_text (self->live, ":procedure", self->pack->name);
  tuce_statement_bind_text (self->reopened, ":procedure", self->pack->name);
  return TRUE;
}

static gboolean
compile_all (TuceProcedure *self, GError **error)
{
  g_autofree char *from = NULL;

  if (!self->subject)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s: a procedure is about households or places, not “%s”"),
                   self->pack->origin, self->pack->subject);
      return FALSE;
    }
  for (guint i = 0; i < self->pack->rules->len; i++)
    if (!*tuce_rule_key (self->pack->rules->pdata[i], KEY_GATE_OF))
      g_ptr_array_add (self->rules, self->pack->rules->pdata[i]);
  if (!check_keys (self, error) || !compile_live (self, error))
    return FALSE;
  from = from_sql (self);
  for (guint i = 0; i < self->rules->len; i++)
    {
      if (*tuce_rule_key (self->rules->pdata[i], KEY_REOPEN))
        self->reopen = (int) i;
      if (!compile_step (self, self->rules->pdata[i], from, error))
        return FALSE;
    }
  return TRUE;
}

TuceProcedure *
tuce_procedure_new (TuceCounty *county, const TucePack *pack, const char *day, GError **error)
{
  g_autoptr (TuceProcedure) self = g_new0 (TuceProcedure, 1);
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);

  self->county = g_object_ref (county);
  self->pack = tuce_pack_ref ((TucePack *) pack);
  self->subject = tuce_dictionary_entity (dictionary, pack->subject);
  self->step = tuce_dictionary_entity (dictionary, STEP_ENTITY);
  self->rules = g_ptr_array_new ();
  self->programs = g_ptr_array_new_with_free_func (program_free);
  self->reopen = -1;
  self->parameters = tuce_parameters_read (county, day, error);
  if (!self->parameters || !compile_all (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
tuce_procedure_free (TuceProcedure *self)
{
  g_clear_pointer (&self->live, tuce_statement_free);
  g_clear_pointer (&self->reopened, tuce_statement_free);
  g_clear_pointer (&self->parameters, g_hash_table_unref);
  g_ptr_array_unref (self->programs);
  g_ptr_array_unref (self->rules);
  tuce_pack_unref (self->pack);
  g_object_unref (self->county);
  g_free (self);
}

gboolean
tuce_procedure_check (TuceCounty *county, const TucePack *pack, GError **error)
{
  g_autofree char *day = tuce_county_day (county);
  g_autoptr (TuceProcedure) procedure = tuce_procedure_new (county, pack, day, error);

  return procedure != NULL;
}

/* --- what it consists of --- */

const TucePack *
tuce_procedure_pack (const TuceProcedure *self)
{
  return self->pack;
}

TuceCounty *
tuce_procedure_county (const TuceProcedure *self)
{
  return self->county;
}

GPtrArray *
tuce_procedure_steps (const TuceProcedure *self)
{
  return self->rules;
}

gboolean
tuce_procedure_find_step (const TuceProcedure *self, const char *code, guint *index)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (g_str_equal (((const TuceRule *) self->rules->pdata[i])->code, code))
      {
        if (index)
          *index = i;
        return TRUE;
      }
  return FALSE;
}

GPtrArray *
tuce_procedure_gates (const TuceProcedure *self, const TuceRule *step)
{
  GPtrArray *gates = g_ptr_array_new ();

  g_ptr_array_add (gates, (gpointer) step);
  for (guint i = 0; i < self->pack->rules->len; i++)
    if (g_str_equal (tuce_rule_key (self->pack->rules->pdata[i], KEY_GATE_OF), step->code))
      g_ptr_array_add (gates, self->pack->rules->pdata[i]);
  return gates;
}

GPtrArray *
tuce_procedure_fields (const TuceProcedure *self, const TuceRule *step)
{
  g_auto (GStrv) names = g_strsplit_set (tuce_rule_key (step, KEY_FIELDS), ", ", -1);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    if (*names[i])
      g_ptr_array_add (fields, (gpointer) tuce_entity_field (self->step, names[i]));
  return fields;
}

gboolean
tuce_procedure_step_sets (const TuceProcedure *self, const TuceRule *step)
{
  return *tuce_rule_key (step, KEY_SETS) != '\0';
}
