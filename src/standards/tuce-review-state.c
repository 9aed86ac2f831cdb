/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-review-state.h"

#include "tuce-assessor.h"

#define SEQUENCE "review.sequence"
#define PLACES "review.places"
#define RULES "review.rules"

/* -1 where nothing is stored. */
static gboolean
read_number (TuceCounty *county, const char *key, gint64 *number, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *text = tuce_county_get_setting (county, key, &failed);

  *number = text ? g_ascii_strtoll (text, NULL, 10) : -1;
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
write_number (TuceCounty *county, const char *key, gint64 number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return tuce_county_set_setting (county, key, text, error);
}

gboolean
tuce_review_state_read (TuceCounty *county, TuceReviewState *state, GError **error)
{
  g_autoptr (GError) failed = NULL;

  *state = (TuceReviewState){ -1, -1, NULL };
  if (!read_number (county, SEQUENCE, &state->sequence, error) || !read_number (county, PLACES, &state->places, error))
    return FALSE;
  state->fingerprint = tuce_county_get_setting (county, RULES, &failed);
  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!state->fingerprint)
    state->fingerprint = g_strdup ("");
  return TRUE;
}

void
tuce_review_state_clear (TuceReviewState *state)
{
  g_clear_pointer (&state->fingerprint, g_free);
}

gboolean
tuce_review_state_write (TuceCounty *county, const TuceReviewState *state, const TuceReviewState *former, GError **error)
{
  return (state->sequence == former->sequence || write_number (county, SEQUENCE, state->sequence, error))
         && (state->places == former->places || write_number (county, PLACES, state->places, error))
         && (g_strcmp0 (state->fingerprint, former->fingerprint) == 0
             || tuce_county_set_setting (county, RULES, state->fingerprint, error));
}

gboolean
tuce_review_state_write_places (TuceCounty *county, gint64 sequence, GError **error)
{
  return write_number (county, PLACES, sequence, error);
}

gboolean
tuce_review_state_forget_rules (TuceCounty *county, GError **error)
{
  return tuce_county_set_setting (county, RULES, "", error);
}

gboolean
tuce_review_knows_places (TuceCounty *county)
{
  gint64 last = tuce_journal_last (county, NULL), places;

  return last >= 0 && read_number (county, PLACES, &places, NULL) && places == last;
}

gboolean
tuce_review_is_current (TuceCounty *county, TuceStandards *standards)
{
  g_auto (TuceReviewState) state = { -1, -1, NULL };
  g_autofree char *day = tuce_county_day (county);
  g_autofree char *fingerprint = tuce_rules_fingerprint (standards, county, day, NULL);
  gint64 last = tuce_journal_last (county, NULL);

  return last >= 0 && tuce_review_state_read (county, &state, NULL) && state.sequence == last && state.places == last
         && g_strcmp0 (state.fingerprint, fingerprint) == 0;
}
