/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-lint.h"
#include "tuce-pack.h"
#include "tuce-program.h"

/* Shared by tuce-lint.c (goes through a pack), tuce-lint-sql.c (compiles its SQL and runs it) and tuce-lint-compare.c
   (checks what fields are compared with). */

struct _TuceLint
{
  TuceCounty *county;         /* in memory: tuce-sample-county.h */
  TuceAssessor *assessor;     /* keeps the filled tables of facts */
  TuceParameters *parameters;
  GHashTable *units;          /* parameter with colon → its unit */
};

/** TuceLintPiece: one piece of SQL of a pack, and its place in the text. */
typedef struct
{
  TuceLint *lint;
  const TuceRule *rule;
  const TuceSubject *subject;
  const char *sql;
  guint line;           /* where it begins */
  guint column;         /* 0 where only the line is known */
  GPtrArray *mistakes;  /* TuceMistake: found mistakes are added here */
} TuceLintPiece;

/**
 * tuce_lint_tell:
 * Adds a mistake at byte @offset of the piece's SQL; @offset -1 means the piece as a whole. @doubt: whether it may be
 * intended
 */
void tuce_lint_tell (const TuceLintPiece *piece, gboolean doubt, int offset, const char *format, ...) G_GNUC_PRINTF (4, 5);

/**
 * tuce_lint_compile:
 * Compiles the piece as one column of its subject. The caller owns the statement; where compiling fails, the mistake is
 * added and %NULL is given.
 */
TuceStatement *tuce_lint_compile (const TuceLintPiece *piece);

/** tuce_lint_try: Runs @statement for all invented subjects. @is_rule: whether the result must be yes, no or NULL */
void tuce_lint_try (const TuceLintPiece *piece, TuceStatement *statement, gboolean is_rule);

/** tuce_lint_compare: Checks the fields that are compared with codes, numbers, dates and parameters. */
void tuce_lint_compare (const TuceLintPiece *piece);

/** tuce_lint_words: Gives SQLite's message in words for people; the caller owns the text. */
char *tuce_lint_words (const char *message);
