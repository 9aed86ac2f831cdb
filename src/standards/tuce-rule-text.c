/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-rule-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

/* Far longer than any rule people write, and far shorter than what gives SQLite's parser trouble. In bytes. */
#define LONGEST 100000
#define DEEPEST 200

static gboolean
mistake (const char *sql, const char *at, gsize *offset, GError **error, const char *sentence)
{
  if (offset)
    *offset = (gsize) (at - sql);
  g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Gives the position after the closing quotation mark for the opening one at @p; NULL where there is none. */
static const char *
skip_quoted (const char *p)
{
  char closing = *p == '[' ? ']' : *p;

  for (p++; *p; p++)
    if (*p == closing)
      {
        if (closing == ']' || p[1] != closing)
          return p + 1;
        p++;
      }
  return NULL;
}

/* A sentence about what may not stand outside quotation marks, or NULL. */
static const char *
forbidden (const char *p)
{
  if (*p == ';')
    return _("“;” can't stand in an expression");
  if ((p[0] == '-' && p[1] == '-') || (p[0] == '/' && p[1] == '*'))
    return _("a comment can't stand in an expression");
  if (((guchar) *p < ' ' && *p != '\n' && *p != '\t') || *p == 0x7f)
    return _("a control character can't stand in an expression");
  return NULL;
}

gboolean
tuce_rule_text_check (const char *sql, gsize *offset, GError **error)
{
  const char *open[DEEPEST];
  guint depth = 0;
  gboolean anything = FALSE;

  if (strlen (sql) > LONGEST)
    return mistake (sql, sql + LONGEST, offset, error, _("the expression is too long"));
  for (const char *p = sql, *next; *p; p = next)
    {
      const char *sentence = forbidden (p);

      next = p + 1;
      anything = anything || !g_ascii_isspace (*p);
      if (sentence)
        return mistake (sql, p, offset, error, sentence);
      if (strchr ("'\"`[", *p) && !(next = skip_quoted (p)))
        return mistake (sql, p, offset, error, _("a quotation mark is not closed"));
      if (*p == '(' && depth == DEEPEST)
        return mistake (sql, p, offset, error, _("too many parentheses stand inside each other"));
      if (*p == '(')
        open[depth++] = p;
      if (*p == ')' && depth-- == 0)
        return mistake (sql, p, offset, error, _("a “)” closes nothing"));
    }
  if (depth)
    return mistake (sql, open[depth - 1], offset, error, _("a “(” is not closed"));
  if (!anything)
    return mistake (sql, sql, offset, error, _("the expression is missing"));
  return TRUE;
}

char *
tuce_rule_text_sentence (const char *figure)
{
  return *figure && !strchr (figure, '{') ? g_strdup_printf ("{%s}", figure) : g_strdup (figure);
}
