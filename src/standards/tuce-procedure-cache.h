/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/** TuceProcedureCache: the procedures of one county, compiled when first asked for and kept as long as they hold. */
typedef struct _TuceProcedureCache TuceProcedureCache;

TuceProcedureCache *tuce_procedure_cache_new (void);
void tuce_procedure_cache_free (TuceProcedureCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProcedureCache, tuce_procedure_cache_free)

/** tuce_procedure_cache_clear: lets go of all, and so of their county. */
void tuce_procedure_cache_clear (TuceProcedureCache *cache);

/**
 * tuce_procedure_cache_get:
 * @level: household, village, county …
 * Gives the procedure in force for @level; anew when county, packs, a parameter or the day are others.
 * Returns: (transfer none) (nullable): %NULL without @error where there is none for this level.
 */
TuceProcedure *tuce_procedure_cache_get (TuceProcedureCache *cache, TuceCounty *county, TuceStandards *standards,
                                         const char *level, GError **error);
