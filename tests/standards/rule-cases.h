/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"
#include "tuce-edit.h"

/*
 * Rules tested case by case from a table. Each line names a rule, the result it must have, and what is changed before,
 * in a county without any fault. tests/standards/cases/README.md describes how a line is written.
 */

typedef struct
{
  char *rule;
  char *expected; /* met, unmet, unchecked; fires, quiet, nodata */
  char *changes;
  guint line;
} RuleCase;

/** rule_cases_read: Returns: (element-type RuleCase): the lines of tests/standards/cases/@file. */
GPtrArray *rule_cases_read (const char *file);

/**
 * RuleCounty: a county with one household of four, its neighbours, helper and visits, in which no rule reports
 * anything.
 */
typedef struct
{
  TuceCounty *county;
  char *path;
  TuceStandards *standards;
  GPtrArray *packs;         /* TucePack: all that are bundled */
  TuceAssessor *assessor;   /* of the bundled packs that are active by default */
  GHashTable *records;      /* name → RuleRecord */
} RuleCounty;

typedef enum
{
  RULE_QUIET,
  RULE_FIRES,
} RuleSound;

#define RULE_DAY "2018-07-23"

RuleCounty *rule_county_new (void);
void rule_county_free (RuleCounty *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RuleCounty, rule_county_free)

/** rule_county_id: Gives the id of the record called @name: household, child, village … */
gint64 rule_county_id (RuleCounty *self, const char *name);

/** rule_county_rule: Gives the bundled rule @code, whether its pack is active or not. */
const TuceRule *rule_county_rule (RuleCounty *self, const char *code);

/** rule_county_change: Makes the changes of @rule_case; tuce_edit_abort() takes them back. */
TuceEdit *rule_county_change (RuleCounty *self, const RuleCase *rule_case);

/** rule_county_record_for: Gives the id of the record on which rules about @subject are tried. */
gint64 rule_county_record_for (RuleCounty *self, const char *subject);

/** rule_county_covered: Fails where a rule of a pack of @kind has no case for one of @expected. */
void rule_county_covered (RuleCounty *self, GPtrArray *cases, TucePackKind kind, const char *const *expected);
