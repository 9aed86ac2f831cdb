/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/*
 * What an office does with packs. Each action is one labelled edit of the entity "pack" and can be undone. A record
 * with a text is a pack of the office's own; a record without a text only says whether the bundled pack of that name is
 * in force.
 */

/** tuce_own_pack_find: Gives the record of the pack @name, which the caller owns; %NULL where the county has none. */
TuceRecord *tuce_own_pack_find (TuceCounty *county, const char *name);

/** tuce_own_pack_has_text: Whether @name is a pack of the county's own. */
gboolean tuce_own_pack_has_text (TuceCounty *county, const char *name);

/**
 * tuce_own_pack_activate:
 * Puts @pack in force, or no longer. TUCE_ERROR_REFUSED where it can't be in force together with the packs that are.
 */
gboolean tuce_own_pack_activate (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gboolean active,
                                 GError **error);

/**
 * tuce_own_pack_copy:
 * Makes a bundled pack the county's own; whether it is in force does not change. TUCE_ERROR_REFUSED where it is the
 * county's own already.
 */
gboolean tuce_own_pack_copy (TuceCounty *county, TuceStandards *standards, const TucePack *pack, GError **error);

/**
 * tuce_own_pack_save:
 * @name: of the pack that was opened
 * @text: its new text; if it gives another name, the pack is renamed
 *
 * TUCE_ERROR_REFUSED where @text is no pack, where another pack has its name, or where the pack is in force and the new
 * text can't be. Check @text with tuce-lint.h first: this function does not compile it.
 */
gboolean tuce_own_pack_save (TuceCounty *county, TuceStandards *standards, const char *name, const char *text,
                             GError **error);

/**
 * tuce_own_pack_delete:
 * Deletes the county's own text. If there is a bundled pack of the same name, that one is used again.
 */
gboolean tuce_own_pack_delete (TuceCounty *county, const char *name, GError **error);
