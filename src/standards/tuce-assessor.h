/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-reads.h"
#include "tuce-standards.h"
#include "tuce-subject.h"
#include "tuce-verdict.h"

/**
 * TuceAssessor:
 *
 * The active packs, compiled for one connection. It works out verdicts and findings and hands them to a sink. For each
 * kind of subject all criteria are one SQL statement, and all checks another, so that a row is read once however many
 * rules there are. It stores nothing: see tuce-review.h for that. To be used on the thread of its county only; the
 * county must outlive it.
 */
typedef struct _TuceAssessor TuceAssessor;

/**
 * TuceAssessorSink: where results go. The texts belong to the assessor and are valid during the call only.
 * @assessed: called with the verdict of the standard in force for this kind of subject; @results has one character for
 *   each criterion
 * @found: called with one finding; @household is 0 for places; @figures are in the form of the field finding.figures
 */
typedef struct
{
  void (*assessed) (const TuceSubject *subject, gint64 id, const char *results, gpointer data);
  void (*found) (const TuceRule *rule, gint64 id, gint64 household, const char *place, const char *figures,
                 gpointer data);
  gpointer data;
} TuceAssessorSink;

/**
 * tuce_assessor_new:
 * @day: the day that rules see as ":today", "2018-07-23"
 * Gives an assessor, which the caller owns. %NULL with @error where a rule of an active pack does not compile; the
 * error names the rule.
 */
TuceAssessor *tuce_assessor_new (TuceCounty *county, TuceStandards *standards, const char *day, GError **error);

/**
 * tuce_assessor_for_county:
 * @fingerprint: (nullable): what tuce_rules_fingerprint() gives now, where the caller already has it
 * Gives the assessor that is kept with @county, for @standards and today. It is compiled again when parameters, packs
 * or the day have changed. Owned by @county; %NULL with @error where a rule does not compile.
 */
TuceAssessor *tuce_assessor_for_county (TuceCounty *county, TuceStandards *standards, const char *fingerprint,
                                        GError **error);

/**
 * tuce_rules_fingerprint:
 * Gives a text that changes whenever the rules, the parameters they compare with, or the day change. The caller owns
 * it.
 */
char *tuce_rules_fingerprint (TuceStandards *standards, TuceCounty *county, const char *day, GError **error);

/**
 * tuce_rules_fingerprint_after:
 * @touched: (nullable): what changed in entries @since + 1 to @last of the journal
 * Gives the same text as tuce_rules_fingerprint(), but works it out again only when something that it depends on is in
 * @touched.
 */
char *tuce_rules_fingerprint_after (TuceStandards *standards, TuceCounty *county, const char *day, TuceTouched *touched, gint64 since,
                                    gint64 last, GError **error);

/**
 * tuce_assessor_free:
 * Frees the assessor and its statements, on the thread of its county and before the county goes.
 */
void tuce_assessor_free (TuceAssessor *assessor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAssessor, tuce_assessor_free)

/**
 * tuce_assessor_set_cancellable:
 * Sets what cancels further work (nullable, takes a reference); the call under way then fails with
 * G_IO_ERROR_CANCELLED.
 */
void tuce_assessor_set_cancellable (TuceAssessor *assessor, GCancellable *cancellable);

/**
 * tuce_assessor_complete:
 * Counts in advance those facts that are counted faster for all households at once than batch by batch. To be called
 * before a complete run, in the same read snapshot.
 */
gboolean tuce_assessor_complete (TuceAssessor *assessor, GError **error);

/** tuce_assessor_households: Assesses these households and all inside them, and reports to @sink. */
gboolean tuce_assessor_households (TuceAssessor *assessor, const gint64 *ids, guint n_ids, const TuceAssessorSink *sink,
                                   GError **error);

/**
 * tuce_assessor_places:
 * Assesses all subjects of a kind that is no part of households: village, township, county, helper … Facts of a larger
 * place are read from the stored results of the places inside it: assess smaller places first, and store their results,
 * before larger ones.
 */
gboolean tuce_assessor_places (TuceAssessor *assessor, const char *subject, const TuceAssessorSink *sink,
                               GError **error);

/**
 * tuce_assessor_peers:
 * Gives the other households (a set of gint64) whose results may change when those of @household do. The caller owns
 * the set; %NULL with @error.
 */
GHashTable *tuce_assessor_peers (TuceAssessor *assessor, gint64 household, GError **error);

/**
 * tuce_assessor_household_reads:
 * Returns: (transfer none): which fields of records the results of households depend on. Decisions about findings
 * (entity "disposal") are not among them: they are compared later (tuce-difference.h) and are no input of a rule.
 */
const TuceReads *tuce_assessor_household_reads (TuceAssessor *assessor);

/** tuce_assessor_place_reads: Returns: (transfer none): the same for the results of everything that is no household. */
const TuceReads *tuce_assessor_place_reads (TuceAssessor *assessor);

/**
 * tuce_assessor_rests_on_kept:
 * @subject: a kind of place
 * Whether rules about @subject may read stored verdicts or findings, or those of this run. If so, those must be
 * complete before @subject is assessed.
 */
gboolean tuce_assessor_rests_on_kept (TuceAssessor *assessor, const TuceSubject *subject);

/**
 * tuce_assessor_peer_reads:
 * Returns: (transfer none): the fields by whose change one household may change the results of others: see
 * tuce_assessor_peers().
 */
const TuceReads *tuce_assessor_peer_reads (TuceAssessor *assessor);

/** tuce_assessor_verdicts: Works out the verdicts of one subject, as tuce_verdicts() does. */
GPtrArray *tuce_assessor_verdicts (TuceAssessor *assessor, const TucePack *pack, gint64 id, GError **error);
