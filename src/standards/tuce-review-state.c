/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-review-state.h"

#include "tuce-assessor.h"
#include "tuce-keeping.h"
#include "tuce-statement.h"

/* More households than this touched at once are better looked at by a complete run. */
#define MOST_CAUGHT_UP 200

static gint64
read_number (TuceCounty *county, const char *key)
{
  g_autofree char *text = tuce_county_get_setting (county, key, NULL);

  return text ? g_ascii_strtoll (text, NULL, 10) : -1;
}

static gboolean
write_number (TuceCounty *county, const char *key, gint64 number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return tuce_county_set_setting (county, key, text, error);
}

TuceReviewState
tuce_review_state_read (TuceCounty *county)
{
  TuceReviewState state = { read_number (county, "review.sequence"), read_number (county, "review.places"),
                            tuce_county_get_setting (county, "review.rules", NULL) };

  if (!state.fingerprint)
    state.fingerprint = g_strdup ("");
  return state;
}

void
tuce_review_state_clear (TuceReviewState *state)
{
  g_clear_pointer (&state->fingerprint, g_free);
}

gboolean
tuce_review_state_write (TuceCounty *county, const TuceReviewState *state, GError **error)
{
  return write_number (county, "review.sequence", state->sequence, error)
         && write_number (county, "review.places", state->places, error)
         && tuce_county_set_setting (county, "review.rules", state->fingerprint, error);
}

gboolean
tuce_review_knows_places (TuceCounty *county)
{
  gint64 last = tuce_journal_last (county, NULL);

  return last >= 0 && read_number (county, "review.places") == last;
}

gboolean
tuce_review_is_current (TuceCounty *county, TuceStandards *standards)
{
  g_auto (TuceReviewState) state = tuce_review_state_read (county);
  g_autofree char *day = tuce_county_day (county);
  g_autofree char *fingerprint = tuce_rules_fingerprint (standards, county, day, NULL);

  gint64 last = tuce_journal_last (county, NULL);

  return last >= 0 && state.sequence == last && state.places == last && g_strcmp0 (state.fingerprint, fingerprint) == 0;
}

/* Whether @id is a household, now or before it was deleted: one that has something kept. */
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

/* The households among what was touched, and those whose results may change with theirs. */
static gboolean
list_touched (TuceCounty *county, TuceAssessor *assessor, TuceTouched *touched, GHashTable *households, GError **error)
{
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
      peers = tuce_assessor_peers (assessor, *root, error);
      if (!peers)
        return FALSE;
      g_hash_table_iter_init (&peer_iter, peers);
      while (g_hash_table_iter_next (&peer_iter, (gpointer *) &peer, NULL))
        g_hash_table_add (households, g_memdup2 (peer, sizeof *peer));
    }
  return TRUE;
}

/* Households that shared something with one of @households before it changed: they have a finding of the same kind. */
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
look_again (TuceCounty *county, TuceStandards *standards, TuceAssessor *assessor, GHashTable *households,
            const TuceReviewState *state, GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, g_hash_table_size (households) + 1);
  TuceHarvestField field = { NULL, ids, 0 };
  g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
  TuceAssessorSink sink = tuce_harvest_sink (harvest);
  g_autofree char *day = tuce_county_day (county);
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, households);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    ids[field.n_households++] = *id;
  if (field.n_households && !tuce_assessor_households (assessor, ids, field.n_households, &sink, error))
    return FALSE;
  if (!tuce_deriving_begin (county, NULL, error))
    return FALSE;
  if ((!field.n_households || tuce_keep (county, standards, &field, &harvest, 1, day, error))
      && tuce_review_state_write (county, state, error) && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
}

gboolean
tuce_review_catch_up (TuceCounty *county, TuceStandards *standards, gboolean *done, GError **error)
{
  g_auto (TuceReviewState) state = tuce_review_state_read (county);
  g_autofree char *day = tuce_county_day (county);
  g_autofree char *fingerprint = tuce_rules_fingerprint (standards, county, day, error);
  g_autoptr (GHashTable) households = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TuceTouched) touched = NULL;
  TuceAssessor *assessor;

  gint64 last = fingerprint ? tuce_journal_last (county, error) : -1;

  *done = FALSE;
  if (last < 0)
    return FALSE;
  if (state.sequence < 0 || !g_str_equal (fingerprint, state.fingerprint))
    return TRUE;
  if (state.sequence == last)
    {
      *done = TRUE;
      return TRUE;
    }
  touched = tuce_journal_touched_since (county, state.sequence, error);
  if (!touched)
    return FALSE;
  if (touched->changes->everything || g_hash_table_size (touched->roots) > MOST_CAUGHT_UP)
    return TRUE;
  assessor = tuce_assessor_for_county (county, standards, fingerprint, error);
  if (!assessor || !list_touched (county, assessor, touched, households, error)
      || !list_former_peers (county, standards, households, error))
    return FALSE;
  state.sequence = last;
  *done = look_again (county, standards, assessor, households, &state, error);
  return *done;
}
