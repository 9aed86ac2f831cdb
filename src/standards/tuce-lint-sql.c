/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "tuce-sql-tokens.h"

/* A rule takes some hundreds of SQLite steps for one subject. One that takes more than this for a subject of a county
   with a few dozen invented records would never end in a real county. */
#define STEPS_FOR_ONE (2 * 1000 * 1000)

void
tuce_lint_tell (const TuceLintPiece *piece, gboolean doubt, int offset, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  guint line = piece->line, column = piece->column;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (offset >= 0 && piece->column)
    {
      tuce_text_position (piece->sql, (gsize) offset, piece->line, &line, &column);
      if (line == piece->line)
        column += piece->column - 1;
    }
  g_ptr_array_add (piece->mistakes, tuce_mistake_new (doubt, piece->rule->code, line, column, sentence));
}

char *
tuce_lint_words (const char *message)
{
  static const struct
  {
    const char *pattern;
    const char *words;
  } known[] = {
    { "^no such column: (.*)$", N_("there is no field “%s”") },
    { "^no such function: (.*)$", N_("there is no function “%s”") },
    { "^no such table: (.*)$", N_("there is no table “%s”") },
    { "^ambiguous column name: (.*)$", N_("“%s” is in several tables: write TABLE.FIELD") },
    { "^near \"(.*)\": syntax error$", N_("this can't be understood near “%s”") },
    { "^incomplete (input)$", N_("the expression breaks off") },
    { "^wrong number of arguments to function (.*)\\(\\)$", N_("%s () takes another number of values") },
    { "^misuse of (?:aggregate|window)(?: function)?:? ?(.*?)(?:\\(\\))?$",
      N_("%s counts over many records and needs a SELECT of its own") },
    { "^row value (misused)$", N_("several values stand where one is needed") },
    { "^sub-select returns (\\d+) columns.*$", N_("a SELECT inside gives %s values where one is needed") },
    { "^unrecognized token: \"(.*)\"$", N_("“%s” can't be understood") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (known[i].pattern, G_REGEX_DOTALL, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, message, 0, &match))
        {
          g_autofree char *what = g_match_info_fetch (match, 1);
          g_auto (GStrv) parts = g_strsplit (_(known[i].words), "%s", 2);

          return parts[1] ? g_strconcat (parts[0], what, parts[1], NULL) : g_strdup (parts[0]);
        }
    }
  return g_strdup (message);
}

static TuceStatement *
compile_text (const TuceLintPiece *piece, const char *text, gsize length, int *offset, GError **error)
{
  static const char before[] = "SELECT (\n";
  g_autofree char *sql
      = g_strdup_printf ("%s%.*s\n) %s", before, (int) length, text, piece->subject ? piece->subject->from : "");
  TuceStatement *statement
      = tuce_statement_new (piece->lint->county, sql, TUCE_STATEMENT_GUARDED, offset, error);

  if (*offset >= 0)
    *offset = CLAMP (*offset - (int) strlen (before), 0, (int) length);
  return statement;
}

/* The index of the parenthesis that closes the one at @open of @tokens. */
static guint
find_closing (GPtrArray *tokens, guint open)
{
  guint depth = 0;

  for (guint i = open; i < tokens->len; i++)
    {
      depth += tuce_token_is (tokens->pdata[i], "(");
      if (tuce_token_is (tokens->pdata[i], ")") && --depth == 0)
        return i;
    }
  return tokens->len - 1;
}

/* Whether SQLite refuses the words from @first to @last for what they do (they are forbidden), and not for a mistake of
   syntax. */
static gboolean
is_refused (const TuceLintPiece *piece, const TuceToken *first, const TuceToken *last, char **message)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (TuceStatement) statement = NULL;
  int offset;

  statement = compile_text (piece, piece->sql + first->offset, last->offset + last->length - first->offset, &offset,
                            &refusal);
  /* A name may be unknown only because its table stands outside this part: that is no refusal. */
  if (statement || offset >= 0 || g_str_has_prefix (refusal->message, "no such"))
    return FALSE;
  g_free (*message);
  *message = g_strdup (refusal->message);
  return TRUE;
}

/* The place of the smallest part in parentheses, with the name of its function, that SQLite refuses by itself; -1 where
   only the whole is refused. @message: (inout): replaced by the message about that part */
static int
locate_refusal (const TuceLintPiece *piece, char **message)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (piece->sql);
  gsize smallest = G_MAXSIZE;
  int found = -1;

  for (guint i = 0; i < tokens->len; i++)
    {
      const TuceToken *open = tokens->pdata[i], *before = i ? tokens->pdata[i - 1] : NULL;
      const TuceToken *last = tokens->pdata[find_closing (tokens, i)];

      if (!tuce_token_is (open, "(") || last->offset - open->offset >= smallest)
        continue;
      if (is_refused (piece, open, last, message))
        found = (int) open->offset;
      else if (before && before->kind == TUCE_TOKEN_NAME && is_refused (piece, before, last, message))
        found = (int) before->offset;
      else
        continue;
      smallest = last->offset - open->offset;
    }
  return found;
}

/* The first place where the word occurs, or -1. */
static int
locate_word (const TuceLintPiece *piece, TuceTokenKind kind, const char *word)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (piece->sql);

  for (guint i = 0; i < tokens->len; i++)
    {
      const TuceToken *token = tokens->pdata[i];

      if (token->kind == kind && g_strcmp0 (token->text, word) == 0)
        return (int) token->offset;
    }
  return -1;
}

/* SQLite gives a place for most mistakes. It gives none for an unknown table and for something forbidden: find it
   here. */
static int
locate (const TuceLintPiece *piece, char **message)
{
  const char *table = g_str_has_prefix (*message, "no such table: ") ? strrchr (*message, ' ') + 1 : NULL;
  int offset = table ? locate_word (piece, TUCE_TOKEN_NAME, table) : -1;

  return offset >= 0 ? offset : locate_refusal (piece, message);
}

static gboolean
check_parameters (const TuceLintPiece *piece, TuceStatement *statement)
{
  for (guint i = 1; i <= tuce_statement_n_parameters (statement); i++)
    {
      const char *name = tuce_statement_parameter (statement, i);

      if (name && (g_str_equal (name, ":household") || g_hash_table_contains (piece->lint->parameters, name)))
        continue;
      tuce_lint_tell (piece, FALSE, locate_word (piece, TUCE_TOKEN_PARAMETER, name), _("there is no parameter “%s”"), name ? name : "?");
      return FALSE;
    }
  return tuce_parameters_bind (piece->lint->parameters, statement, NULL);
}

/* A statement that changes data gives only a syntax error where an expression is expected: find its verb, to say what
   is wrong. */
static const TuceToken *
find_deed (GPtrArray *tokens)
{
  static const char *const deeds[] = { "DELETE", "INSERT", "UPDATE", "ATTACH", "DETACH", "PRAGMA", "CREATE",
                                       "DROP",   "ALTER",  "VACUUM", "REINDEX" };

  for (guint i = 0; i < tokens->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (deeds); k++)
      if (tuce_token_is (tokens->pdata[i], deeds[k]))
        return tokens->pdata[i];
  return NULL;
}

static void
tell_refusal (const TuceLintPiece *piece, const char *message, int offset)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (piece->sql);
  const TuceToken *deed = offset >= 0 ? find_deed (tokens) : NULL;
  /* The mistake is at the end: SQLite complains about the text we add after the expression. */
  gboolean at_end = offset == (int) strlen (piece->sql);
  g_autofree char *said = g_strdup (at_end ? "incomplete input" : message);
  int at = offset >= 0 ? offset : locate (piece, &said);
  g_autofree char *words = tuce_lint_words (said);

  if (deed)
    tuce_lint_tell (piece, FALSE, (int) deed->offset, _("a rule looks and does nothing: %s can't stand in it"),
                    deed->text);
  else
    tuce_lint_tell (piece, FALSE, at, "%s", words);
}

TuceStatement *
tuce_lint_compile (const TuceLintPiece *piece)
{
  g_autoptr (TuceStatement) statement = NULL;
  g_autoptr (GError) refusal = NULL;
  int offset = -1;

  statement = compile_text (piece, piece->sql, strlen (piece->sql), &offset, &refusal);
  if (!statement)
    {
      tell_refusal (piece, refusal->message, offset);
      return NULL;
    }
  if (tuce_statement_n_columns (statement) != 1)
    {
      tuce_lint_tell (piece, FALSE, 0, _("it is more than one expression"));
      return NULL;
    }
  return check_parameters (piece, statement) ? g_steal_pointer (&statement) : NULL;
}

/* A sentence about the result of a rule where it is not yes, no or NULL; else NULL. */
static char *
wrong_answer (TuceStatement *statement)
{
  switch (tuce_statement_kind (statement, 0))
    {
    case TUCE_VALUE_NONE:
      return NULL;
    case TUCE_VALUE_INTEGER:
      if (tuce_statement_integer (statement, 0) == 0 || tuce_statement_integer (statement, 0) == 1)
        return NULL;
      return g_strdup_printf (_("it gives a number, %s, and not yes or no: compare it with something"),
                              tuce_statement_text (statement, 0));
    case TUCE_VALUE_REAL:
      return g_strdup_printf (_("it gives a number, %s, and not yes or no: compare it with something"),
                              tuce_statement_text (statement, 0));
    default:
      return g_strdup (_("it gives a text, and not yes or no: compare it with something"));
    }
}

void
tuce_lint_try (const TuceLintPiece *piece, TuceStatement *statement, gboolean is_rule)
{
  g_autoptr (GError) failure = NULL;
  gboolean row = FALSE;

  tuce_statement_set_budget (statement, STEPS_FOR_ONE);
  do
    {
      g_autofree char *answer = NULL;

      if (!tuce_statement_step (statement, &row, &failure))
        {
          tuce_lint_tell (piece, FALSE, 0, "%s", failure->message);
          return;
        }
      answer = row && is_rule ? wrong_answer (statement) : NULL;
      if (answer)
        {
          tuce_lint_tell (piece, FALSE, 0, "%s", answer);
          break;
        }
    }
  while (row);
  tuce_statement_reset (statement);
}
