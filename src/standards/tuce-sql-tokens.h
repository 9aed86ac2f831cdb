/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** TuceTokenKind: what a word of an SQL expression is. */
typedef enum
{
  TUCE_TOKEN_NAME,      /* also keywords and quoted names */
  TUCE_TOKEN_STRING,
  TUCE_TOKEN_NUMBER,
  TUCE_TOKEN_PARAMETER, /* :name */
  TUCE_TOKEN_SIGN       /* an operator, comma, dot or parenthesis */
} TuceTokenKind;

typedef struct
{
  TuceTokenKind kind;
  gsize offset;  /* in the text, in bytes */
  gsize length;
  char *text;    /* strings and quoted names are without their quotation marks */
} TuceToken;

/**
 * tuce_sql_tokens:
 * @sql: a text that tuce_rule_text_check() accepts
 * Returns: (transfer full) (element-type TuceToken): its words in order.
 */
GPtrArray *tuce_sql_tokens (const char *sql);

/** tuce_token_is: Whether @token is this keyword, in upper or lower case, or this sign. */
gboolean tuce_token_is (const TuceToken *token, const char *text);
