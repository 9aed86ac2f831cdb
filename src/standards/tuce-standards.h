/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-pack.h"

/* The entity of what an office decided of packs: its own texts, and which packs are in force. */
#define TUCE_OWN_PACK "pack"

/**
 * TuceStandards:
 * The packs of a county: those of data/standards/, and the office's own in the county file (entity "pack"), which
 * replace a bundled one of the same name. Does not change after loading: load again after a pack was edited. Any thread
 * may read it.
 */
typedef struct _TuceStandards TuceStandards;

/**
 * tuce_standards_load:
 * Loads them; the caller owns the result. A pack with a mistake is left out as a whole. @mistakes: (out) (nullable): a
 * sentence (utf8) for each pack that was left out; the caller owns the array. %NULL with @error where the folder or the
 * county can't be read.
 */
TuceStandards *tuce_standards_load (TuceCounty *county, GPtrArray **mistakes, GError **error);

/**
 * tuce_standards_new_for:
 * @pack: (nullable): a pack, in force whatever its years and the file say
 * Gives standards with this pack alone, or with none; the caller owns them. For results that are computed only when
 * asked for, and for trying out a pack.
 */
TuceStandards *tuce_standards_new_for (const TucePack *pack);

/** tuce_standards_ref: Adds a reference and gives @standards. Any thread. */
TuceStandards *tuce_standards_ref (TuceStandards *standards);

/** tuce_standards_unref: Drops a reference; the last one frees it with its packs. Any thread. */
void tuce_standards_unref (TuceStandards *standards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceStandards, tuce_standards_unref)

/** tuce_standards_fingerprint: Gives a text that changes whenever the active packs do. Owned by @standards. */
const char *tuce_standards_fingerprint (const TuceStandards *standards);

/** tuce_standards_packs: Returns: (transfer none) (element-type TucePack): all packs by name, active or not. */
GPtrArray *tuce_standards_packs (const TuceStandards *standards);

/** tuce_standards_pack: Gives the pack @name, active or not; %NULL where there is none. Owned by @standards. */
const TucePack *tuce_standards_pack (const TuceStandards *standards, const char *name);

/** tuce_standards_is_active: Whether @pack is in force, so that verdicts and findings come from it. */
gboolean tuce_standards_is_active (const TuceStandards *standards, const TucePack *pack);

/**
 * tuce_standards_is_wanted:
 * Whether the pack's head, or the county, says that it is to be in force in its years. It may still be inactive: for
 * another year, or because it clashes.
 */
gboolean tuce_standards_is_wanted (const TuceStandards *standards, const TucePack *pack);

/**
 * tuce_standards_find_clash:
 * Gives a translated sentence why @pack can't be in force together with the packs that are (not counting one of its own
 * name): one of its codes is in use, or there is another standard or procedure for the same subject. The caller owns
 * it; %NULL where nothing clashes.
 */
char *tuce_standards_find_clash (const TuceStandards *standards, const TucePack *pack);

/** tuce_standards_holds: Whether @pack is valid in the county's year. */
gboolean tuce_standards_holds (const TuceStandards *standards, const TucePack *pack);

/**
 * tuce_standards_standard:
 * Gives the one standard in force for @level (household, village, township, county), or %NULL. Owned by @standards.
 */
const TucePack *tuce_standards_standard (const TuceStandards *standards, const char *level);

/** tuce_standards_procedure: Gives the one procedure in force for @level, or %NULL. Owned by @standards. */
const TucePack *tuce_standards_procedure (const TuceStandards *standards, const char *level);

/**
 * tuce_standards_rule:
 * Gives the rule with @code of an active pack, or %NULL. No code occurs in two active packs. Owned by its pack.
 */
const TuceRule *tuce_standards_rule (const TuceStandards *standards, const char *code);

/** tuce_standards_checks: Returns: (transfer container) (element-type TuceRule): the checks of all active packs, in order. */
GPtrArray *tuce_standards_checks (const TuceStandards *standards);
