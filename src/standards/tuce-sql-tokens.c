/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sql-tokens.h"

#include <string.h>

static void
token_free (gpointer data)
{
  TuceToken *token = data;

  g_free (token->text);
  g_free (token);
}

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || (guchar) c >= 0x80;
}

static gsize
span_name (const char *p)
{
  gsize length = 0;

  while (is_name_start (p[length]) || g_ascii_isdigit (p[length]) || p[length] == '$')
    length++;
  return length;
}

/* Gives the position after the closing quotation mark; a doubled mark is part of the text. */
static gsize
span_quoted (const char *p)
{
  char closing = *p == '[' ? ']' : *p;
  gsize length = 1;

  while (p[length] && (p[length] != closing || (closing != ']' && p[length + 1] == closing)))
    length += p[length] == closing ? 2 : 1;
  return p[length] ? length + 1 : length;
}

static gsize
span_number (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length]) || p[length] == '.'
         || ((p[length] == '+' || p[length] == '-') && length && (p[length - 1] | 0x20) == 'e'))
    length++;
  return length;
}

static gsize
span_sign (const char *p)
{
  static const char *const doubled[] = { "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->" };

  for (guint i = 0; i < G_N_ELEMENTS (doubled); i++)
    if (g_str_has_prefix (p, doubled[i]))
      return 2;
  return 1;
}

static gsize
read_token (const char *p, TuceTokenKind *kind)
{
  if (strchr ("'\"`[", *p))
    {
      *kind = *p == '\'' ? TUCE_TOKEN_STRING : TUCE_TOKEN_NAME;
      return span_quoted (p);
    }
  if (is_name_start (*p))
    {
      *kind = TUCE_TOKEN_NAME;
      return span_name (p);
    }
  if (g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1])))
    {
      *kind = TUCE_TOKEN_NUMBER;
      return span_number (p);
    }
  if (strchr (":@$", *p) && span_name (p + 1))
    {
      *kind = TUCE_TOKEN_PARAMETER;
      return 1 + span_name (p + 1);
    }
  *kind = TUCE_TOKEN_SIGN;
  return span_sign (p);
}

static char *
bare_text (const char *p, gsize length)
{
  GString *text;

  if (!strchr ("'\"`[", *p) || length < 2)
    return g_strndup (p, length);
  text = g_string_new (NULL);
  for (gsize i = 1; i + 1 < length; i++)
    {
      g_string_append_c (text, p[i]);
      i += p[i] == *p && p[i + 1] == *p;
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
tuce_sql_tokens (const char *sql)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  const char *p = sql;

  while (*(p += strspn (p, " \t\r\n")))
    {
      TuceToken *token = g_new0 (TuceToken, 1);

      token->offset = (gsize) (p - sql);
      token->length = read_token (p, &token->kind);
      token->text = bare_text (p, token->length);
      g_ptr_array_add (tokens, token);
      p += token->length;
    }
  return tokens;
}

gboolean
tuce_token_is (const TuceToken *token, const char *text)
{
  return (token->kind == TUCE_TOKEN_NAME || token->kind == TUCE_TOKEN_SIGN)
         && g_ascii_strcasecmp (token->text, text) == 0;
}
