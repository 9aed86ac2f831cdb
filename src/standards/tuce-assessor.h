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
 * The active packs compiled for one connection: it looks at subjects and tells what holds of them. For each kind of
 * subject all criteria, and all checks, are one statement, so that a row is read once whatever the number of rules.
 * Keeps nothing: see tuce-review.h. Belongs to the thread of its county, which has to stay as long.
 */
typedef struct _TuceAssessor TuceAssessor;

/**
 * TuceAssessorSink: what is told of what was found. Texts are borrowed for the call.
 * @assessed: by the standard in force for this kind of subject; @results has one character for each criterion
 * @found: @household is 0 for places; @figures as finding.figures keeps them
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
 * @day: what ":today" is, "2018-07-23"
 * Refused when a rule of an active pack does not compile, naming it.
 */
TuceAssessor *tuce_assessor_new (TuceCounty *county, TuceStandards *standards, const char *day, GError **error);
/**
 * tuce_assessor_for_county:
 * @fingerprint: (nullable): of tuce_rules_fingerprint() now, where the caller has it already
 * Gives the assessor kept with @county for @standards and the day of now; compiled anew when parameters, packs or the
 * day have changed. Owned by @county.
 */
TuceAssessor *tuce_assessor_for_county (TuceCounty *county, TuceStandards *standards, const char *fingerprint,
                                        GError **error);

/**
 * tuce_rules_fingerprint:
 * Gives a text that differs whenever what rules are, what they compare with, or the day does.
 */
char *tuce_rules_fingerprint (TuceStandards *standards, TuceCounty *county, const char *day, GError **error);

/**
 * tuce_rules_fingerprint_after:
 * @touched: (nullable): what changed after entry @since of the journal, up to @last
 * Gives the same; worked out anew only when something that it rests on is among what was touched.
 */
char *tuce_rules_fingerprint_after (TuceStandards *standards, TuceCounty *county, const char *day, TuceTouched *touched, gint64 since,
                                    gint64 last, GError **error);

void tuce_assessor_free (TuceAssessor *assessor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAssessor, tuce_assessor_free)

void tuce_assessor_set_cancellable (TuceAssessor *assessor, GCancellable *cancellable);

/** tuce_assessor_complete: Counts beforehand what is counted for all households together faster than for some: before a complete run, in its snapshot. */
gboolean tuce_assessor_complete (TuceAssessor *assessor, GError **error);

/** tuce_assessor_households: Looks at these households and all inside them. */
gboolean tuce_assessor_households (TuceAssessor *assessor, const gint64 *ids, guint n_ids, const TuceAssessorSink *sink,
                                   GError **error);

/**
 * tuce_assessor_places:
 * Looks at all subjects of one kind that is no part of households: village, township, county, helper … Facts about what
 * lies inside them are read from what is kept: look at smaller places first, and keep what was told, before larger ones.
 */
gboolean tuce_assessor_places (TuceAssessor *assessor, const char *subject, const TuceAssessorSink *sink,
                               GError **error);

/** tuce_assessor_peers: Gives the households (gint64, a set) whose results may change with those of @household, itself not among them. */
GHashTable *tuce_assessor_peers (TuceAssessor *assessor, gint64 household, GError **error);

/**
 * tuce_assessor_household_reads / place_reads:
 * Returns: (transfer none): which fields of records what is told of households (of all else) rests on. Decisions about findings
 * (disposal) are not among them: they are compared, not assessed.
 */
const TuceReads *tuce_assessor_household_reads (TuceAssessor *assessor);
const TuceReads *tuce_assessor_place_reads (TuceAssessor *assessor);

/**
 * tuce_assessor_rests_on_kept:
 * @subject: of places
 * Whether what is told of them may rest on verdicts or findings that are kept, or told before: then these have to be there first.
 */
gboolean tuce_assessor_rests_on_kept (TuceAssessor *assessor, const TuceSubject *subject);

/** tuce_assessor_peer_reads: likewise of what may change other households' results with one's own: see tuce_assessor_peers(). */
const TuceReads *tuce_assessor_peer_reads (TuceAssessor *assessor);

/** tuce_assessor_verdicts: see tuce_verdicts(). */
GPtrArray *tuce_assessor_verdicts (TuceAssessor *assessor, const TucePack *pack, gint64 id, GError **error);
