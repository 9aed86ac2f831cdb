/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-facts-columns.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-sql-tokens.h"

/* One column of a SELECT: "count (member.id) AS present". */
typedef struct
{
  gsize from, to;
  const char *name; /* the last word of the column's text */
} Column;

/* Splits the SELECT into its columns. @rest: (out): where FROM begins */
static GArray *
split (GPtrArray *tokens, gsize *rest)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  Column column = { 0 };
  int depth = 0;

  if (tokens->len < 2 || !tuce_token_is (tokens->pdata[0], "SELECT"))
    return NULL;
  for (guint i = 1; i < tokens->len; i++)
    {
      const TuceToken *token = tokens->pdata[i];
      gboolean ends = depth == 0 && (tuce_token_is (token, ",") || tuce_token_is (token, "FROM"));

      if (ends)
        g_array_append_val (columns, column);
      if (ends && tuce_token_is (token, "FROM"))
        {
          *rest = token->offset;
          return g_steal_pointer (&columns);
        }
      depth += tuce_token_is (token, "(") - tuce_token_is (token, ")");
      if (ends || i == 1)
        column.from = ends ? token->offset + token->length : token->offset;
      column.to = token->offset + token->length;
      column.name = token->text;
    }
  return NULL;
}

static const Column *
find_column (GArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_ascii_strcasecmp (g_array_index (columns, Column, i).name, name) == 0)
      return &g_array_index (columns, Column, i);
  return NULL;
}

char *
tuce_facts_columns (const TuceFacts *facts, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) tokens = tuce_sql_tokens (facts->select);
  gsize rest = 0;
  g_autoptr (GArray) columns = split (tokens, &rest);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  const Column *key = columns ? &g_array_index (columns, Column, 0) : NULL;

  if (key)
    g_string_append_len (sql, facts->select + key->from, (gssize) (key->to - key->from));
  for (guint i = 0; names[i]; i++)
    {
      const Column *column = columns ? find_column (columns, names[i]) : NULL;

      if (!column)
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("data/standards/facts: “%s” has no column “%s”"),
                       facts->name, names[i]);
          return NULL;
        }
      g_string_append_c (sql, ',');
      g_string_append_len (sql, facts->select + column->from, (gssize) (column->to - column->from));
    }
  g_string_append_printf (sql, "\n%s", facts->select + rest);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}
