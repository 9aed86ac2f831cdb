/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-pack.h"

/**
 * TuceStandards:
 * The packs that hold for a county: those of data/standards/ and the office's own in the county file (entity "pack"),
 * which stand in for a bundled one of the same name. Immutable; load anew after a pack was edited.
 */
typedef struct _TuceStandards TuceStandards;

/** tuce_standards_load: A pack with a mistake is left out as a whole; @mistakes (nullable) gets a sentence for each (utf8). */
TuceStandards *tuce_standards_load (TuceCounty *county, GPtrArray **mistakes, GError **error);
/**
 * tuce_standards_new_for:
 * @pack: (nullable): a pack, in force whatever its years and the file say
 * Gives this pack alone, or none at all: for what is computed only when asked for, and for trying a pack out.
 */
TuceStandards *tuce_standards_new_for (const TucePack *pack);
TuceStandards *tuce_standards_ref (TuceStandards *standards);
void tuce_standards_unref (TuceStandards *standards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceStandards, tuce_standards_unref)

/** tuce_standards_fingerprint: Gives a text that differs whenever the active packs do. */
const char *tuce_standards_fingerprint (const TuceStandards *standards);

/** tuce_standards_packs: Returns: (element-type TucePack): all, active or not. */
GPtrArray *tuce_standards_packs (const TuceStandards *standards);
const TucePack *tuce_standards_pack (const TuceStandards *standards, const char *name);

/** tuce_standards_is_active: whether findings and verdicts come from @pack. */
gboolean tuce_standards_is_active (const TuceStandards *standards, const TucePack *pack);

/** tuce_standards_is_wanted: whether the pack's head, or the county, says it is to be in force, in its years. */
gboolean tuce_standards_is_wanted (const TuceStandards *standards, const TucePack *pack);

/**
 * tuce_standards_find_clash:
 * Returns: (nullable): a translated sentence: why @pack can't be in force beside those that are (one of its own name
 * apart): a code of its is in use, or there is another standard or procedure for the same subject.
 */
char *tuce_standards_find_clash (const TuceStandards *standards, const TucePack *pack);

/** tuce_standards_holds: whether the county's year is one of those of @pack. */
gboolean tuce_standards_holds (const TuceStandards *standards, const TucePack *pack);

/** tuce_standards_standard: Returns: the one standard in force for @level (household, village, township, county), or %NULL. */
const TucePack *tuce_standards_standard (const TuceStandards *standards, const char *level);

/** tuce_standards_procedure: likewise the exit procedure. */
const TucePack *tuce_standards_procedure (const TuceStandards *standards, const char *level);

/** tuce_standards_rule: Returns: the rule of an active pack with @code, or %NULL. Codes are unique among active packs. */
const TuceRule *tuce_standards_rule (const TuceStandards *standards, const char *code);

/** tuce_standards_checks: Returns: (transfer container) (element-type TuceRule): the checks of all active packs, in order. */
GPtrArray *tuce_standards_checks (const TuceStandards *standards);
