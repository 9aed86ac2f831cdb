/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fingerprint of the rules, by which one sees whether stored results are still valid; and the assessor that is kept
   with a county. */
#include "tuce-assessor.h"

#include <string.h>

#include "tuce-program.h"

/* To be raised when a new version of this program gives other results for the same rules and records. */
#define EDITION "1"

static void
add_text (GChecksum *sum, const char *text)
{
  /* The zero byte at the end is added too: it separates one text from the next. */
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

char *
tuce_rules_fingerprint (TuceStandards *standards, TuceCounty *county, const char *day, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GHashTable) parameters = NULL;

  if (!tuce_subjects_load (error))
    return NULL;
  parameters = tuce_parameters_read (county, day, error);
  if (!parameters)
    return NULL;
  add_text (sum, EDITION);
  add_text (sum, tuce_subjects_fingerprint ());
  add_text (sum, tuce_standards_fingerprint (standards));
  tuce_parameters_fingerprint (parameters, sum);
  return g_strdup (g_checksum_get_string (sum));
}

/* A fingerprint that is kept with its county, and the entry of the journal up to which it is valid. */
typedef struct
{
  char *standards;
  char *day;
  gint64 sequence;
  char *fingerprint;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->standards);
  g_free (known->day);
  g_free (known->fingerprint);
  g_free (known);
}

char *
tuce_rules_fingerprint_after (TuceStandards *standards, TuceCounty *county, const char *day, TuceTouched *touched, gint64 since,
                              gint64 last, GError **error)
{
  Known *known = g_object_get_data (G_OBJECT (county), "tuce-rules-fingerprint");
  char *fingerprint;

  if (known && known->sequence >= since && g_str_equal (known->standards, tuce_standards_fingerprint (standards))
      && g_str_equal (known->day, day) && !(touched && tuce_change_set_touches (touched->changes, "parameter")))
    {
      known->sequence = last;
      return g_strdup (known->fingerprint);
    }
  fingerprint = tuce_rules_fingerprint (standards, county, day, error);
  if (!fingerprint)
    return NULL;
  known = g_new (Known, 1);
  *known = (Known){ g_strdup (tuce_standards_fingerprint (standards)), g_strdup (day), last, g_strdup (fingerprint) };
  g_object_set_data_full (G_OBJECT (county), "tuce-rules-fingerprint", known, known_free);
  return fingerprint;
}

typedef struct
{
  TuceAssessor *assessor;
  TuceStandards *standards; /* belongs to the assessor; only compared */
  char *fingerprint;
} Companion;

static void
companion_free (gpointer data)
{
  Companion *companion = data;

  tuce_assessor_free (companion->assessor);
  g_free (companion->fingerprint);
  g_free (companion);
}

TuceAssessor *
tuce_assessor_for_county (TuceCounty *county, TuceStandards *standards, const char *fingerprint, GError **error)
{
  Companion *companion = g_object_get_data (G_OBJECT (county), "tuce-assessor");
  g_autofree char *day = tuce_county_day (county);
  g_autofree char *own = fingerprint ? g_strdup (fingerprint)
                                     : tuce_rules_fingerprint (standards, county, day, error);
  TuceAssessor *assessor;

  if (!own)
    return NULL;
  if (companion && companion->standards == standards && g_str_equal (companion->fingerprint, own))
    return companion->assessor;
  /* free the old one first: its temporary tables have the same names */
  g_object_set_data (G_OBJECT (county), "tuce-assessor", NULL);
  assessor = tuce_assessor_new (county, standards, day, error);
  if (!assessor)
    return NULL;
  companion = g_new0 (Companion, 1);
  companion->assessor = assessor;
  companion->standards = standards;
  companion->fingerprint = g_steal_pointer (&own);
  g_object_set_data_full (G_OBJECT (county), "tuce-assessor", companion, companion_free);
  return assessor;
}
