/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-lint.h"
#include "tuce-pack.h"
#include "tuce-program.h"

/* Between tuce-lint.c, which goes through a pack, tuce-lint-sql.c, which compiles and tries its SQL, and
 * tuce-lint-compare.c, which looks at what is compared with what. */

struct _TuceLint
{
  TuceCounty *county;         /* in memory: tuce-sample-county.h */
  TuceAssessor *assessor;     /* keeps the tables of facts, filled */
  TuceParameters *parameters;
  GHashTable *units;          /* parameter with colon → its unit */
};

/** One piece of SQL of a pack, and where it stands in the text. */
typedef struct
{
  TuceLint *lint;
  const TuceRule *rule;
  const TuceSubject *subject;
  const char *sql;
  guint line;           /* where it begins */
  guint column;         /* 0 where only the line is known */
  GPtrArray *mistakes;  /* TuceMistake, gathered */
} TuceLintPiece;

/** tuce_lint_tell: Adds a mistake at byte @offset of the piece's SQL; -1 for the piece as a whole. */
void tuce_lint_tell (const TuceLintPiece *piece, gboolean doubt, int offset, const char *format, ...) G_GNUC_PRINTF (4, 5);

/** tuce_lint_compile: Compiles the piece as one column of its subject; %NULL, the mistake told, where that fails. */
TuceStatement *tuce_lint_compile (const TuceLintPiece *piece);

/** tuce_lint_try: Runs it for all invented subjects. @is_rule: has to give yes, no or nothing. */
void tuce_lint_try (const TuceLintPiece *piece, TuceStatement *statement, gboolean is_rule);

/** tuce_lint_compare: Looks at fields that are compared with codes, numbers, dates and parameters. */
void tuce_lint_compare (const TuceLintPiece *piece);

/** tuce_lint_words: Gives what SQLite says of a text, in words for people. */
char *tuce_lint_words (const char *message);
