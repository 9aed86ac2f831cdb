/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * Rule packs: standards, data checks and procedures as data. data/standards/README.md tells how a pack is written, and
 * which functions its rules may call. A pack does not change after parsing and may be read from any thread. Parsing
 * does not compile its SQL: tuce-lint.h and tuce-assessor.h do, against a county's tables.
 */

typedef enum
{
  TUCE_PACK_STANDARD,  /* items are criteria: true means met, false unmet, NULL not checked */
  TUCE_PACK_CHECKS,    /* items are checks: true means a finding */
  TUCE_PACK_PROCEDURE  /* items are steps and their gates: true lets the step pass */
} TucePackKind;

/**
 * TuceSeverity: how much a finding weighs; E, W, S, I in the pack. These four are this program's own, no official rule
 * is known: data/codes/severity.csv.
 */
typedef enum
{
  TUCE_SEVERITY_ERROR,      /* the record can't be printed as accepted */
  TUCE_SEVERITY_WARNING,    /* has to be confirmed or explained */
  TUCE_SEVERITY_SUSPICION,  /* 疑点: to be checked again; never changes a status by itself */
  TUCE_SEVERITY_INFORMATION
} TuceSeverity;

typedef struct _TucePack TucePack;

/** TuceProposal: a measure that fills a gap, as the pack proposes it: "务工介绍、公益性岗位 @ 人社局". */
typedef struct
{
  const char *content;
  const char *department; /* the department of the item where the line names none */
} TuceProposal;

/** TuceRule: one item of a pack: a criterion, a check, a step or a gate of a step. Read-only. */
typedef struct
{
  const TucePack *pack;
  guint index;            /* position in pack->rules, and in the results of an assessment */
  const char *code;       /* H1, Q20, APPRAISE */
  const char *label_en;
  const char *label_zh;
  const char *short_en;   /* for the head of a narrow column: 收入; the label where the item has no short one */
  const char *short_zh;
  const char *subject;    /* member, household, village, township, county, … : a view of data/standards/subjects/ */
  TuceSeverity severity;  /* of checks */
  const char *expression; /* SQL */
  guint line;             /* line of the pack's text where the expression begins, from 1 */
  const char *value;      /* the figure the verdict rests on: SQL with "|format" after it, or a sentence with
                             {SQL|format}, or "" */
  const char *value_en;   /* the same in English; @value where the item has none */
  const char *threshold;  /* the figure it was compared with, in the same form */
  const char *threshold_en;
  const char *excess;     /* by how much the limit is exceeded: one figure, 0 where it is not exceeded; or "" */
  const char *says_en;    /* the sentence of a finding or gate, with {SQL|format} for figures */
  const char *says_zh;
  const char *field;      /* path, from the subject's record, of the field where it can be corrected; "" where there is
                             none */
  const char *peers;      /* SQL that gives the households whose results may change with those of :household, or "" */
  const char *department;
  const char *evidence;
  GPtrArray *proposals;   /* TuceProposal */
  GHashTable *keys;       /* every key of the item's head as written → text; where a key is repeated, its texts are
                             joined as lines */
  GHashTable *lines;      /* the same keys → line of the pack's text (guint) */
} TuceRule;

struct _TucePack
{
  const char *name;       /* sichuan-2018-household */
  TucePackKind kind;
  const char *subject;    /* of all items that name no subject themselves */
  int from_year, to_year; /* years for which it is valid; 0 where there is no limit */
  const char *label_en;
  const char *label_zh;
  const char *source;
  gboolean active;        /* what its head says; for what the county decided, see tuce_standards_is_active() */
  GPtrArray *rules;       /* TuceRule, in the text's order */
  const char *text;       /* the whole text */
  const char *origin;     /* file name, or name in the county file; used in messages */
};

/**
 * tuce_pack_parse:
 * @origin: what messages call the pack
 * Gives a pack, which the caller owns. TUCE_ERROR_REFUSED at the first mistake; the message names origin, item and
 * line.
 */
TucePack *tuce_pack_parse (const char *text, const char *origin, GError **error);

/**
 * tuce_pack_load:
 * Reads and parses the file at @path. The caller owns the pack. Fails as tuce_pack_read_file() and tuce_pack_parse()
 * do.
 */
TucePack *tuce_pack_load (const char *path, GError **error);

/**
 * tuce_pack_read_file:
 * Gives the text of a pack's file without parsing it; the caller owns it. Fails where the file can't be read, is too
 * large or is not text.
 */
char *tuce_pack_read_file (const char *path, GError **error);

/** tuce_pack_ref: Adds a reference and gives @pack. Any thread. */
TucePack *tuce_pack_ref (TucePack *pack);

/** tuce_pack_unref: Drops a reference; the last one frees the pack with all its rules and texts. Any thread. */
void tuce_pack_unref (TucePack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePack, tuce_pack_unref)

/** tuce_pack_rule: Gives the item with @code, or %NULL. Owned by the pack. */
const TuceRule *tuce_pack_rule (const TucePack *pack, const char *code);

/** tuce_pack_label: Gives the pack's name in the program's language. Owned by the pack. */
const char *tuce_pack_label (const TucePack *pack);

/** tuce_rule_label: Gives the item's name in the program's language. Owned by its pack. */
const char *tuce_rule_label (const TuceRule *rule);

/** tuce_rule_short: Gives the item's short name, for narrow columns, in the program's language. Owned by its pack. */
const char *tuce_rule_short (const TuceRule *rule);

/**
 * tuce_rule_key:
 * Gives what the item's head says under @key, or "". For keys that only one kind of pack uses. Owned by the pack.
 */
const char *tuce_rule_key (const TuceRule *rule, const char *key);

/** tuce_severity_code: Gives "E", "W", "S" or "I". Not to be freed. */
const char *tuce_severity_code (TuceSeverity severity);

/**
 * tuce_severity_label:
 * Gives the label of data/codes/severity.csv (错误, 疑点 …) in the program's language; the code where the dictionary
 * can't be read. Not to be freed.
 */
const char *tuce_severity_label (TuceSeverity severity);
