/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-sql-tokens.h"

/* An expression being read, and what its aliases stand for. */
typedef struct
{
  const TuceLintPiece *piece;
  GPtrArray *tokens;
  GHashTable *aliases; /* of SELECTs inside the expression: alias → TuceEntity */
} Reading;

static const TuceToken *
token_at (const Reading *self, guint i)
{
  return i < self->tokens->len ? self->tokens->pdata[i] : NULL;
}

static gboolean
is_at (const Reading *self, guint i, const char *text)
{
  const TuceToken *token = token_at (self, i);

  return token && tuce_token_is (token, text);
}

static gboolean
is_one_of (const Reading *self, guint i, const char *const *texts)
{
  for (guint k = 0; texts[k]; k++)
    if (is_at (self, i, texts[k]))
      return TRUE;
  return FALSE;
}

/* Reads aliases as in "FROM member AS other" or "JOIN village home". */
static void
read_aliases (Reading *self)
{
  static const char *const sources[] = { "FROM", "JOIN", ",", NULL };
  const TuceDictionary *dictionary = tuce_county_get_dictionary (self->piece->lint->county);

  for (guint i = 0; i + 2 < self->tokens->len; i++)
    {
      const TuceEntity *entity = is_one_of (self, i, sources)
                                     ? tuce_dictionary_entity (dictionary, token_at (self, i + 1)->text)
                                     : NULL;
      const TuceToken *alias = token_at (self, is_at (self, i + 2, "AS") ? i + 3 : i + 2);

      if (entity && alias && alias->kind == TUCE_TOKEN_NAME)
        g_hash_table_insert (self->aliases, alias->text, (gpointer) entity);
    }
}

/* Asks SQLite what "alias.column" is in the subject's FROM clause; FALSE where there is no such column. */
static gboolean
ask_subject (const Reading *self, const char *alias, const char *column, const TuceField **field)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT \"%s\".\"%s\" %s", alias, column, self->piece->subject->from);
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (self->piece->lint->county, sql, TUCE_STATEMENT_GUARDED, NULL, NULL);

  if (!statement)
    return FALSE;
  *field = tuce_statement_column_field (statement, 0);
  return TRUE;
}

/* The field that "alias.column" names; NULL where it is a calculated column, or does not exist. */
static const TuceField *
resolve (const Reading *self, const char *alias, const char *column)
{
  const TuceEntity *entity = g_hash_table_lookup (self->aliases, alias);
  const TuceField *field = NULL;

  if (!entity && self->piece->subject && ask_subject (self, alias, column, &field))
    return field;
  /* tables of an inner SELECT without an alias have their own names, and so have those a procedure reads */
  if (!entity)
    entity = tuce_dictionary_entity (tuce_county_get_dictionary (self->piece->lint->county), alias);
  return entity ? tuce_entity_field (entity, column) : NULL;
}

/* The field at @i, written alias.column, unless it is part of a calculation; sets @next to what follows. */
static const TuceField *
field_at (const Reading *self, guint i, guint *next)
{
  static const char *const calculations[] = { "+", "-", "*", "/", "%", "||", ".", NULL };
  const TuceToken *alias = token_at (self, i), *column = token_at (self, i + 2);

  if (!alias || alias->kind != TUCE_TOKEN_NAME || !column || column->kind != TUCE_TOKEN_NAME || !is_at (self, i + 1, ".")
      || (i > 0 && is_one_of (self, i - 1, calculations)))
    return NULL;
  *next = i + 3;
  return is_one_of (self, *next, calculations) ? NULL : resolve (self, alias->text, column->text);
}

static void
judge_code (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  if (literal->kind == TUCE_TOKEN_NUMBER)
    tuce_lint_tell (self->piece, FALSE, (int) literal->offset,
                    _("codes of “%s” are text: write '%s' between quotation marks, with its zeros"),
                    tuce_field_label (field), literal->text);
  else if (field->type == TUCE_FIELD_CHOICES && !*literal->text)
    return; /* '' means that none of the choices is set */
  else if (!tuce_code_list_find (field->codes, literal->text))
    tuce_lint_tell (self->piece, FALSE, (int) literal->offset, _("“%s” has no code '%s' (data/codes/%s.csv)"),
                    tuce_field_label (field), literal->text, field->target);
}

static void
judge_amount (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  if (literal->kind == TUCE_TOKEN_STRING)
    tuce_lint_tell (self->piece, FALSE, (int) literal->offset, _("“%s” is a number and is never equal to a text"),
                    tuce_field_label (field));
  else if ((field->type == TUCE_FIELD_MONEY || field->type == TUCE_FIELD_AREA)
           && g_ascii_strtod (literal->text, NULL) != 0)
    tuce_lint_tell (self->piece, TRUE, (int) literal->offset,
                    _("“%s” is kept in hundredths: is %s meant so? A parameter would say its unit and source"),
                    tuce_field_label (field), literal->text);
}

static void
judge_date (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  GDate date;

  if (literal->kind == TUCE_TOKEN_STRING && strlen (literal->text) == 10 && tuce_date_parse (literal->text, &date))
    return;
  tuce_lint_tell (self->piece, FALSE, (int) literal->offset, _("“%s” is a date: write '2018-07-23'"),
                  tuce_field_label (field));
}

static void
judge_boolean (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  if (!g_str_equal (literal->text, "0") && !g_str_equal (literal->text, "1"))
    tuce_lint_tell (self->piece, FALSE, (int) literal->offset, _("“%s” is yes or no: 1 or 0"), tuce_field_label (field));
  else if (literal->kind == TUCE_TOKEN_STRING)
    tuce_lint_tell (self->piece, FALSE, (int) literal->offset, _("“%s” is a number and is never equal to a text"),
                    tuce_field_label (field));
}

static void
judge_parameter (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  const char *unit = g_hash_table_lookup (self->piece->lint->units, literal->text);
  gboolean money = unit && g_str_has_prefix (unit, "元"), area = unit && g_str_has_prefix (unit, "㎡");

  if (!unit || !tuce_field_is_numeric (field)
      || (money == (field->type == TUCE_FIELD_MONEY) && area == (field->type == TUCE_FIELD_AREA)))
    return;
  tuce_lint_tell (self->piece, TRUE, (int) literal->offset, _("“%s” and the parameter %s (%s) have different units"),
                  tuce_field_label (field), literal->text, unit);
}

static void
judge (const Reading *self, const TuceField *field, const TuceToken *literal)
{
  if (literal->kind == TUCE_TOKEN_PARAMETER)
    {
      judge_parameter (self, field, literal);
      return;
    }
  switch (field->type)
    {
    case TUCE_FIELD_CHOICE:
    case TUCE_FIELD_CHOICES:
      judge_code (self, field, literal);
      break;
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
      judge_amount (self, field, literal);
      break;
    case TUCE_FIELD_BOOLEAN:
      judge_boolean (self, field, literal);
      break;
    case TUCE_FIELD_DATE:
      judge_date (self, field, literal);
      break;
    case TUCE_FIELD_TEXT:
    case TUCE_FIELD_PLACE:
    case TUCE_FIELD_IDENTITY:
    case TUCE_FIELD_PHONE:
      if (literal->kind == TUCE_TOKEN_NUMBER)
        tuce_lint_tell (self->piece, TRUE, (int) literal->offset, _("“%s” is text: write '%s' between quotation marks"),
                        tuce_field_label (field), literal->text);
      break;
    default:
      break;
    }
}

static const TuceToken *
literal_at (const Reading *self, guint i)
{
  static const char *const calculations[] = { "+", "-", "*", "/", "%", "||", NULL };
  const TuceToken *token = token_at (self, i);

  if (!token || token->kind == TUCE_TOKEN_NAME || token->kind == TUCE_TOKEN_SIGN
      || is_one_of (self, i + 1, calculations))
    return NULL;
  return token;
}

static gboolean
is_comparison (const Reading *self, guint i)
{
  static const char *const comparisons[] = { "=", "==", "<>", "!=", "<", "<=", ">", ">=", "IS", NULL };

  return is_one_of (self, i, comparisons);
}

static void
judge_list (const Reading *self, const TuceField *field, guint i)
{
  for (; token_at (self, i) && !is_at (self, i, ")"); i++)
    if (literal_at (self, i))
      judge (self, field, token_at (self, i));
    else if (!is_at (self, i, ","))
      return;
}

/* Checks what a field is compared with: = '01', IN ('01', '02'), BETWEEN 1 AND 2. */
static void
judge_behind (const Reading *self, const TuceField *field, guint i)
{
  if (is_at (self, i, "NOT"))
    i++;
  if (is_at (self, i, "IN") && is_at (self, i + 1, "("))
    judge_list (self, field, i + 2);
  else if (is_at (self, i, "BETWEEN"))
    {
      if (literal_at (self, i + 1))
        judge (self, field, token_at (self, i + 1));
      if (is_at (self, i + 2, "AND") && literal_at (self, i + 3))
        judge (self, field, token_at (self, i + 3));
    }
  else if (is_comparison (self, i))
    {
      i += is_at (self, i, "IS") && is_at (self, i + 1, "NOT") ? 2 : 1;
      if (literal_at (self, i))
        judge (self, field, token_at (self, i));
    }
}

/* has (household.causes, '01'): @i is the field inside. */
static gboolean
judge_has (const Reading *self, const TuceField *field, guint i, guint next)
{
  if (i < 2 || !is_at (self, i - 1, "(") || !is_at (self, i - 2, "has"))
    return FALSE;
  if (field->type != TUCE_FIELD_CHOICES)
    tuce_lint_tell (self->piece, TRUE, (int) token_at (self, i)->offset,
                    _("“%s” holds one value: compare it with = instead of has ()"), tuce_field_label (field));
  else if (is_at (self, next, ",") && literal_at (self, next + 1))
    judge (self, field, token_at (self, next + 1));
  return TRUE;
}

void
tuce_lint_compare (const TuceLintPiece *piece)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (piece->sql);
  g_autoptr (GHashTable) aliases = g_hash_table_new (g_str_hash, g_str_equal);
  Reading self = { piece, tokens, aliases };
  guint next;

  read_aliases (&self);
  for (guint i = 0; i < tokens->len; i++)
    {
      const TuceField *field = field_at (&self, i, &next);

      if (!field || judge_has (&self, field, i, next))
        continue;
      judge_behind (&self, field, next);
      if (i >= 2 && is_comparison (&self, i - 1) && literal_at (&self, i - 2))
        judge (&self, field, token_at (&self, i - 2));
    }
}
