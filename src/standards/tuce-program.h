/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-figure.h"
#include "tuce-subject.h"

/*
 * Rules about one kind of subject, compiled together: SELECT id, household, place, (rule 1), (rule 2) … FROM what the
 * subject may read. Also the figures of a rule that reports something, for one subject.
 */

/** TuceParameters: name with its colon → TuceValue, in the units of the register's columns. */
typedef GHashTable TuceParameters;

/**
 * tuce_parameters_read:
 * Gives the county's parameters for its year, and :today, :day, :year, :last_year, :county. @day: what ":today" is. The
 * caller owns the table; %NULL with @error.
 */
TuceParameters *tuce_parameters_read (TuceCounty *county, const char *day, GError **error);

/**
 * tuce_parameters_bind:
 * Binds the parameters that @statement uses. TUCE_ERROR_REFUSED where it uses one that does not exist; the message
 * names it.
 */
gboolean tuce_parameters_bind (TuceParameters *parameters, TuceStatement *statement, GError **error);

/** tuce_parameters_fingerprint: Adds all parameters and their values to @sum. */
void tuce_parameters_fingerprint (TuceParameters *parameters, GChecksum *sum);

typedef struct
{
  const TuceSubject *subject;
  GPtrArray *rules;          /* TuceRule */
  TuceStatement *statement;  /* columns: 0 id, 1 household, 2 place, 3 and later the rules */
  GHashTable *figures;       /* TuceRule → TuceFigures, made when first needed */
} TuceProgram;

#define TUCE_PROGRAM_ID 0
#define TUCE_PROGRAM_HOUSEHOLD 1
#define TUCE_PROGRAM_FIRST_RULE 3

/**
 * tuce_program_new:
 * Compiles @rules for @subject. The caller owns the program. TUCE_ERROR_REFUSED at the first rule that does not
 * compile; the message names pack, item, line and column.
 */
TuceProgram *tuce_program_new (TuceCounty *county, const TuceSubject *subject, GPtrArray *rules,
                               TuceParameters *parameters, GError **error);

/** tuce_program_free: Frees the program and its statements, on the thread of its county. */
void tuce_program_free (TuceProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProgram, tuce_program_free)

/**
 * tuce_program_figures:
 * @text: a sentence of @rule with figures
 * Gives the figures of one subject, in the form in which they are stored; the caller owns them. For a subject inside a
 * household, @household must be in the table "chosen".
 */
char *tuce_program_figures (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                            const char *text, gint64 id, gint64 household, GError **error);

/**
 * tuce_program_add_reads:
 * Adds to @reads the fields that its rules read, and those that the figures of its checks read. Where they can't be
 * found out, every field is added.
 */
void tuce_program_add_reads (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, TuceReads *reads);

/** tuce_program_add_rule_reads: Adds to @reads the same for one of its checks. */
void tuce_program_add_rule_reads (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                                  TuceReads *reads);

/**
 * tuce_program_blame:
 * To be called after the program's statement failed: runs each rule by itself and replaces @error by one that names the
 * rule that fails. Leaves @error as it is where none fails by itself.
 */
void tuce_program_blame (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, GError **error);

/** tuce_rule_mistake: Sets @error for a mistake in the expression of @rule, at byte @offset (-1: not known). */
void tuce_rule_mistake (const TuceRule *rule, int offset, const char *mistake, GError **error);
