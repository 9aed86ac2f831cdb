/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catching up with edits: assesses again what edits touched, on the county's own thread. First everything is read and
   compared, then one short transaction writes what differs. */
#include <glib/gi18n-lib.h>

#include "tuce-assessor.h"
#include "tuce-difference.h"
#include "tuce-error.h"
#include "tuce-review-state.h"
#include "tuce-statement.h"

/* Where more households than this were touched, a complete run is the better way. */
#define MOST_CAUGHT_UP 200

typedef struct
{
  TuceCounty *county;
  TuceStandards *standards;
  TuceReviewState former, state;
  TuceTouched *touched;
  TuceDifference *difference; /* the rows to write; NULL where there are none */
  TuceReviewChange changed;
  gboolean done;
} CatchingUp;

/* Whether @id is or was a household: a deleted one may still have stored results. */
static gboolean
is_household (TuceCounty *county, gint64 id, gboolean *answer, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county, "SELECT 1 FROM household WHERE id = :id UNION ALL SELECT 1 FROM household_assessment WHERE household_id = :id"
              " UNION ALL SELECT 1 FROM finding WHERE household_id = :id LIMIT 1",
      TUCE_STATEMENT_DERIVING, NULL, error);

  if (!statement)
    return FALSE;
  tuce_statement_bind_integer (statement, ":id", id);
  return tuce_statement_step (statement, answer, error);
}

/* The touched households, and those whose results may change because of them (tuce_assessor_peers()). */
static gboolean
list_touched (TuceCounty *county, TuceAssessor *assessor, TuceTouched *touched, GHashTable *households, GError **error)
{
  gboolean with_peers = tuce_reads_touched (tuce_assessor_peer_reads (assessor), touched->changes);
  GHashTableIter iter;
  gint64 *root;

  g_hash_table_iter_init (&iter, touched->roots);
  while (g_hash_table_iter_next (&iter, (gpointer *) &root, NULL))
    {
      g_autoptr (GHashTable) peers = NULL;
      GHashTableIter peer_iter;
      gint64 *peer;
      gboolean household;

      if (!is_household (county, *root, &household, error))
        return FALSE;
      if (!household)
        continue;
      g_hash_table_add (households, g_memdup2 (root, sizeof *root));
      if (!with_peers)
        continue;
      peers = tuce_assessor_peers (assessor, *root, error);
      if (!peers)
        return FALSE;
      g_hash_table_iter_init (&peer_iter, peers);
      while (g_hash_table_iter_next (&peer_iter, (gpointer *) &peer, NULL))
        g_hash_table_add (households, g_memdup2 (peer, sizeof *peer));
    }
  return TRUE;
}

/* Households that shared something with one of @households before the edit (a telephone number, for example). They are
   found by this: they have a stored finding of the same rule. */
static gboolean
list_former_peers (TuceCounty *county, TuceStandards *standards, GHashTable *households, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county, "SELECT other.household_id FROM finding JOIN finding AS other ON other.rule = finding.rule"
              " AND other.gone_on IS NULL AND other.household_id IS NOT NULL"
              " WHERE finding.household_id = :id AND finding.gone_on IS NULL AND finding.rule = :rule LIMIT 1000",
      TUCE_STATEMENT_DERIVING, NULL, error);
  g_autoptr (GPtrArray) checks = tuce_standards_checks (standards);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *household;

  if (!statement)
    return FALSE;
  g_hash_table_iter_init (&iter, households);
  while (g_hash_table_iter_next (&iter, (gpointer *) &household, NULL))
    g_array_append_val (ids, *household);
  for (guint i = 0; i < ids->len; i++)
    for (guint r = 0; r < checks->len; r++)
      {
        const TuceRule *rule = checks->pdata[r];
        gint64 id = g_array_index (ids, gint64, i);
        gboolean row = *rule->peers != '\0';

        tuce_statement_bind_integer (statement, ":id", id);
        tuce_statement_bind_text (statement, ":rule", rule->code);
        while (row)
          {
            gint64 other;

            if (!tuce_statement_step (statement, &row, error))
              return FALSE;
            other = row ? tuce_statement_integer (statement, 0) : 0;
            if (row)
              g_hash_table_add (households, g_memdup2 (&other, sizeof other));
          }
      }
  return TRUE;
}

static gboolean
assess (CatchingUp *self, TuceAssessor *assessor, GHashTable *households, GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, g_hash_table_size (households) + 1);
  g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
  TuceAssessorSink sink = tuce_harvest_sink (harvest);
  GHashTableIter iter;
  guint n_ids = 0;
  gint64 *id;

  g_hash_table_iter_init (&iter, households);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    ids[n_ids++] = *id;
  return !n_ids
         || (tuce_assessor_households (assessor, ids, n_ids, &sink, error)
             && tuce_difference_add_chosen (self->difference, self->county, g_steal_pointer (&harvest), error));
}

/* @few: (out): whether there are few enough households to assess them here; if not, nothing was assessed */
static gboolean
look_again (CatchingUp *self, TuceAssessor *assessor, const TuceChangeSet *changes, gboolean *few, GError **error)
{
  g_autoptr (GHashTable) households = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  *few = g_hash_table_size (self->touched->roots) <= MOST_CAUGHT_UP;
  if (!*few)
    return TRUE;
  if (!list_touched (self->county, assessor, self->touched, households, error))
    return FALSE;
  if (tuce_reads_touched (tuce_assessor_peer_reads (assessor), changes)
      && !list_former_peers (self->county, self->standards, households, error))
    return FALSE;
  *few = g_hash_table_size (households) <= MOST_CAUGHT_UP; /* counted again, now with the households that share
                                                              something with them */
  return !*few || assess (self, assessor, households, error);
}

/* Sets @done unless a complete run is needed, and gathers the rows to write. Runs in a read snapshot. */
static gboolean
compare (CatchingUp *self, GError **error)
{
  g_autofree char *day = tuce_county_day (self->county);
  TuceReviewState *former = &self->former;
  gint64 last = tuce_journal_last (self->county, error);
  const TuceChangeSet *changes = NULL;
  TuceAssessor *assessor;
  gboolean decided;

  if (last < 0 || !tuce_review_state_read (self->county, former, error))
    return FALSE;
  if (former->sequence < 0)
    return TRUE;
  if (former->sequence != last)
    {
      self->touched = tuce_journal_touched_since (self->county, former->sequence, error);
      if (!self->touched)
        return FALSE;
      changes = self->touched->changes;
    }
  self->state = (TuceReviewState){ last, former->places, tuce_rules_fingerprint_after (self->standards, self->county, day, self->touched,
                                                                                     former->sequence, last, error) };
  if (!self->state.fingerprint)
    return FALSE;
  if (!g_str_equal (self->state.fingerprint, former->fingerprint) || (changes && changes->everything))
    return TRUE;
  /* Get the assessor even when nothing has changed, so that the next save need not wait for rules to be compiled. */
  assessor = tuce_assessor_for_county (self->county, self->standards, self->state.fingerprint, error);
  if (!assessor)
    return FALSE;
  tuce_assessor_household_reads (assessor);
  tuce_assessor_place_reads (assessor);
  tuce_assessor_peer_reads (assessor);
  self->difference = tuce_difference_new (self->standards, day);
  decided = changes && tuce_change_set_touches (changes, "disposal");
  if (changes && (decided || tuce_reads_touched (tuce_assessor_household_reads (assessor), changes)))
    {
      gboolean few;

      if (!look_again (self, assessor, changes, &few, error))
        return FALSE;
      if (!few)
        return TRUE;
    }
  if (former->places == former->sequence && !tuce_difference_get_n_rows (self->difference) && !decided
      && !(changes && tuce_reads_touched (tuce_assessor_place_reads (assessor), changes)))
    self->state.places = last;
  self->done = TRUE;
  return TRUE;
}

static gboolean
keep (CatchingUp *self, GError **error)
{
  if (!tuce_deriving_begin (self->county, NULL, error))
    return FALSE;
  if (tuce_difference_write (self->difference, self->county, FALSE, error)
      && tuce_review_state_write (self->county, &self->state, &self->former, error) && tuce_deriving_commit (self->county, error))
    return TRUE;
  tuce_deriving_rollback (self->county);
  return FALSE;
}

static gboolean
catch_up (CatchingUp *self, GError **error)
{
  gboolean compared;

  if (!tuce_reading_begin (self->county, error))
    return FALSE;
  compared = compare (self, error);
  tuce_reading_end (self->county);
  if (!compared || !self->done || self->state.sequence == self->former.sequence)
    return compared;
  if (!keep (self, error))
    return FALSE;
  self->changed = (tuce_difference_get_n_rows (self->difference) ? TUCE_REVIEW_HOUSEHOLDS : 0) | TUCE_REVIEW_STATE;
  return TRUE;
}

gboolean
tuce_review_catch_up_telling (TuceCounty *county, TuceStandards *standards, gboolean *done, TuceReviewChange *changed, GError **error)
{
  CatchingUp self = { county, standards, { -1, -1, NULL }, { -1, -1, NULL }, NULL, NULL, 0, FALSE };
  gboolean caught_up;

  *done = FALSE;
  *changed = 0;
  if (tuce_county_is_editing (county))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("Another edit is under way: try again"));
      return FALSE;
    }
  caught_up = catch_up (&self, error);
  *done = caught_up && self.done;
  *changed = self.changed;
  tuce_review_state_clear (&self.former);
  tuce_review_state_clear (&self.state);
  g_clear_pointer (&self.touched, tuce_touched_free);
  g_clear_pointer (&self.difference, tuce_difference_free);
  return caught_up;
}

gboolean
tuce_review_catch_up (TuceCounty *county, TuceStandards *standards, gboolean *done, GError **error)
{
  TuceReviewChange changed;

  return tuce_review_catch_up_telling (county, standards, done, &changed, error);
}
