/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-procedure-cache.h"

#include "tuce-assessor.h"
#include "tuce-program.h"

typedef struct
{
  TuceProcedure *procedure;
  TuceStandards *standards; /* the standards whose pack was compiled; also compared, to see whether they are still the
                               same */
  char *fingerprint;        /* of parameters and day */
} Kept;

struct _TuceProcedureCache
{
  GHashTable *kept; /* level → Kept */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->procedure, tuce_procedure_free);
  g_clear_pointer (&kept->standards, tuce_standards_unref);
  g_free (kept->fingerprint);
  g_free (kept);
}

TuceProcedureCache *
tuce_procedure_cache_new (void)
{
  TuceProcedureCache *self = g_new0 (TuceProcedureCache, 1);

  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  return self;
}

void
tuce_procedure_cache_free (TuceProcedureCache *self)
{
  g_hash_table_unref (self->kept);
  g_free (self);
}

void
tuce_procedure_cache_clear (TuceProcedureCache *self)
{
  g_hash_table_remove_all (self->kept);
}

static char *
fingerprint_of (TuceCounty *county, const char *day, GError **error)
{
  g_autoptr (GHashTable) parameters = tuce_parameters_read (county, day, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!parameters)
    return NULL;
  tuce_parameters_fingerprint (parameters, sum);
  return g_strdup (g_checksum_get_string (sum));
}

TuceProcedure *
tuce_procedure_cache_get (TuceProcedureCache *self, TuceCounty *county, TuceStandards *standards, const char *level,
                          GError **error)
{
  const TucePack *pack = tuce_standards_procedure (standards, level);
  Kept *kept = g_hash_table_lookup (self->kept, level);
  g_autofree char *day = tuce_county_day (county);
  g_autofree char *fingerprint = NULL;
  TuceProcedure *procedure;

  if (!pack)
    return NULL;
  fingerprint = fingerprint_of (county, day, error);
  if (!fingerprint)
    return NULL;
  if (kept && tuce_procedure_county (kept->procedure) == county && kept->standards == standards
      && g_str_equal (kept->fingerprint, fingerprint))
    return kept->procedure;
  procedure = tuce_procedure_new (county, pack, day, error);
  if (!procedure)
    return NULL;
  kept = g_new0 (Kept, 1);
  kept->procedure = procedure;
  kept->standards = tuce_standards_ref (standards);
  kept->fingerprint = g_steal_pointer (&fingerprint);
  g_hash_table_replace (self->kept, g_strdup (level), kept);
  return procedure;
}
