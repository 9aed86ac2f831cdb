/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/**
 * TuceProcedureCache: the procedures of one county. Each is compiled when first asked for, and kept while it is valid.
 */
typedef struct _TuceProcedureCache TuceProcedureCache;

/** tuce_procedure_cache_new: Gives an empty cache, which the caller owns. */
TuceProcedureCache *tuce_procedure_cache_new (void);

/** tuce_procedure_cache_free: Frees the cache with all its procedures. */
void tuce_procedure_cache_free (TuceProcedureCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProcedureCache, tuce_procedure_cache_free)

/** tuce_procedure_cache_clear: Frees all procedures, and with them the references to their county. */
void tuce_procedure_cache_clear (TuceProcedureCache *cache);

/**
 * tuce_procedure_cache_get:
 * @level: household, village, county …
 * Gives the procedure in force for @level. It is compiled again when county, packs, a parameter or the day have
 * changed.
 * Returns: (transfer none) (nullable): valid until the next call; %NULL without @error where no procedure is in force
 * for this level.
 */
TuceProcedure *tuce_procedure_cache_get (TuceProcedureCache *cache, TuceCounty *county, TuceStandards *standards,
                                         const char *level, GError **error);
