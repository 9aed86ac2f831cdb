/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-figure.h"
#include "tuce-subject.h"

/*
 * Rules about one kind of subject, compiled together: SELECT id, household, place, (rule 1), (rule 2) … FROM what the
 * subject may look at. And the figures of a rule that speaks, asked for one subject.
 */

/** TuceParameters: name with colon → TuceValue, in the units of the register's columns. */
typedef GHashTable TuceParameters;

/** tuce_parameters_read: Gives the county's parameters for its year, and :today, :year, :last_year, :county. */
TuceParameters *tuce_parameters_read (TuceCounty *county, const char *day, GError **error);

/** tuce_parameters_bind: Refused when @statement asks for one that does not exist, naming it. */
gboolean tuce_parameters_bind (TuceParameters *parameters, TuceStatement *statement, GError **error);

/** tuce_parameters_fingerprint: Adds all of them to @sum. */
void tuce_parameters_fingerprint (TuceParameters *parameters, GChecksum *sum);

typedef struct
{
  const TuceSubject *subject;
  GPtrArray *rules;          /* TuceRule */
  TuceStatement *statement;  /* columns 0 id, 1 household, 2 place, 3… the rules */
  GHashTable *figures;       /* TuceRule → TuceFigures, made when first asked */
} TuceProgram;

#define TUCE_PROGRAM_ID 0
#define TUCE_PROGRAM_HOUSEHOLD 1
#define TUCE_PROGRAM_FIRST_RULE 3

/** tuce_program_new: Refused at the first rule that does not compile, naming pack, item, line and column. */
TuceProgram *tuce_program_new (TuceCounty *county, const TuceSubject *subject, GPtrArray *rules,
                               TuceParameters *parameters, GError **error);
void tuce_program_free (TuceProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProgram, tuce_program_free)

/**
 * tuce_program_figures:
 * @text: a sentence with figures, of @rule
 * Gives them for one subject, as they are kept. Household subjects: @household has to be among the chosen.
 */
char *tuce_program_figures (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                            const char *text, gint64 id, gint64 household, GError **error);

/** tuce_program_add_reads: Adds to @reads what its rules, and the figures of those that are checks, rest on; everything where that can't be said. */
void tuce_program_add_reads (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, TuceReads *reads);

/** tuce_program_add_rule_reads: likewise what one of its rules, a check, rests on. */
void tuce_program_add_rule_reads (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, const TuceRule *rule,
                                  TuceReads *reads);

/**
 * tuce_program_blame:
 * After the program's statement failed: asks each rule alone, and sets @error anew, naming the one that fails.
 */
void tuce_program_blame (TuceProgram *program, TuceCounty *county, TuceParameters *parameters, GError **error);

/** tuce_rule_mistake: Sets @error for a mistake in @rule's expression at byte @offset of it (-1: unknown). */
void tuce_rule_mistake (const TuceRule *rule, int offset, const char *mistake, GError **error);
