/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * Rule packs: standards, data checks and procedures as data. How a pack is written, and what its rules may call, is
 * told in data/standards/README.md. A pack is immutable once parsed and may be read from any thread; whether its SQL
 * holds is found out when it is compiled against a county's tables (tuce-lint.h, tuce-assessor.h).
 */

typedef enum
{
  TUCE_PACK_STANDARD,  /* items are criteria: true is met, false unmet, NULL not checked */
  TUCE_PACK_CHECKS,    /* items are checks: true is a finding */
  TUCE_PACK_PROCEDURE  /* items are steps and their gates: true lets pass */
} TucePackKind;

/** How much a finding weighs (domain.md §5): E, W, S, I of the pack. */
typedef enum
{
  TUCE_SEVERITY_ERROR,      /* the record can't be printed as accepted */
  TUCE_SEVERITY_WARNING,    /* has to be confirmed or explained */
  TUCE_SEVERITY_SUSPICION,  /* 疑点: looked at again, never changes a status by itself */
  TUCE_SEVERITY_INFORMATION
} TuceSeverity;

typedef struct _TucePack TucePack;

/** A measure that fills a gap, as the pack proposes it: "务工介绍、公益性岗位 @ 人社局". */
typedef struct
{
  const char *content;
  const char *department; /* the item's own where the line names none */
} TuceProposal;

/** TuceRule: one item of a pack: a criterion, a check, a step or a gate of a step. Read-only. */
typedef struct
{
  const TucePack *pack;
  guint index;            /* position in pack->rules, and in the results of an assessment */
  const char *code;       /* H1, Q20, APPRAISE */
  const char *label_en;
  const char *label_zh;
  const char *short_en;   /* for the head of a narrow column: 收入; the label where none is given */
  const char *short_zh;
  const char *subject;    /* member, household, village, township, county, … : a view of data/standards/subjects/ */
  TuceSeverity severity;  /* of checks */
  const char *expression; /* SQL */
  guint line;             /* of the pack's text where the expression begins, from 1 */
  const char *value;      /* the figure the verdict rests on: SQL with "|format" after it, or a sentence with {SQL|format}, or "" */
  const char *value_en;   /* likewise in English; @value where it has none of its own */
  const char *threshold;  /* likewise what it was compared with */
  const char *threshold_en;
  const char *excess;     /* by how much the value is beyond: one figure, 0 where it is not; or "" */
  const char *says_en;    /* the sentence of a finding or gate, with {SQL|format} for figures */
  const char *says_zh;
  const char *field;      /* path of the field where it is put right, from the subject's record; "" where none */
  const char *peers;      /* SQL giving the households whose results may change with those of :household, or "" */
  const char *department;
  const char *evidence;
  GPtrArray *proposals;   /* TuceProposal */
  GHashTable *keys;       /* every key of the item's head as written → text; a repeated one's texts are lines of it */
  GHashTable *lines;      /* the same keys → line of the pack's text (guint) */
} TuceRule;

struct _TucePack
{
  const char *name;       /* sichuan-2018-household */
  TucePackKind kind;
  const char *subject;    /* of all items that name none */
  int from_year, to_year; /* years for which it holds, 0 where open */
  const char *label_en;
  const char *label_zh;
  const char *source;
  gboolean active;        /* what its head says; one of the county file says it there: tuce_standards_is_active() */
  GPtrArray *rules;       /* TuceRule, in the text's order */
  const char *text;       /* all of it */
  const char *origin;     /* file, or the name in the county file: for messages */
};

/**
 * tuce_pack_parse:
 * @origin: what to call it in messages
 * Refused whole (TUCE_ERROR_REFUSED) at the first mistake, which names origin, item and line.
 */
TucePack *tuce_pack_parse (const char *text, const char *origin, GError **error);
TucePack *tuce_pack_load (const char *path, GError **error);

/** tuce_pack_read_file: Gives the text of a pack's file, unlooked at; refused where it can be none: too large, no text. */
char *tuce_pack_read_file (const char *path, GError **error);
TucePack *tuce_pack_ref (TucePack *pack);
void tuce_pack_unref (TucePack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePack, tuce_pack_unref)

/** tuce_pack_rule: Returns: the item with @code or %NULL. */
const TuceRule *tuce_pack_rule (const TucePack *pack, const char *code);

/** tuce_pack_label / tuce_rule_label / tuce_rule_short: in the program's language. */
const char *tuce_pack_label (const TucePack *pack);
const char *tuce_rule_label (const TuceRule *rule);
const char *tuce_rule_short (const TuceRule *rule);

/** tuce_rule_key: Returns: what the item's head says under @key, or "". For keys only one kind of pack knows. */
const char *tuce_rule_key (const TuceRule *rule, const char *key);

/** tuce_severity_code: "E", "W", "S", "I"; tuce_severity_label: 错误, 存疑 …, translated. */
const char *tuce_severity_code (TuceSeverity severity);
const char *tuce_severity_label (TuceSeverity severity);
