/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-standards.h"

/*
 * What an office does with packs: each is one labelled edit of the entity "pack", undone like any other. A record with a
 * text is a pack of the office's own; one without only says whether the bundled pack of its name is in force.
 */

/** tuce_own_pack_find: Returns: (nullable): the record of the pack @name. */
TuceRecord *tuce_own_pack_find (TuceCounty *county, const char *name);

/** tuce_own_pack_has_text: whether @name is a pack of the county's own. */
gboolean tuce_own_pack_has_text (TuceCounty *county, const char *name);

/** tuce_own_pack_activate: Refused where @pack can't be in force beside those that are. */
gboolean tuce_own_pack_activate (TuceCounty *county, TuceStandards *standards, const TucePack *pack, gboolean active,
                                 GError **error);

/** tuce_own_pack_copy: Makes a bundled pack the county's own, in force or not as it was. */
gboolean tuce_own_pack_copy (TuceCounty *county, TuceStandards *standards, const TucePack *pack, GError **error);

/**
 * tuce_own_pack_save:
 * @name: of the pack whose text it was
 * @text: which may call itself otherwise: then the pack is renamed
 *
 * Refused where @text is no pack, its name is that of another, or it can't be in force while it has to be. Look at it
 * with tuce-lint.h first: this does not compile it.
 */
gboolean tuce_own_pack_save (TuceCounty *county, TuceStandards *standards, const char *name, const char *text,
                             GError **error);

/** tuce_own_pack_delete: Takes the county's own text away: the bundled pack of the same name, if there is one, holds again. */
gboolean tuce_own_pack_delete (TuceCounty *county, const char *name, GError **error);
