/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-scene.h"

/**
 * TuceFocus:
 * Which households of a scene stand out; the others are painted dim, both as points and as shares. Reference counted;
 * does not change; may be shared between threads. Valid only for the scene it was made for.
 */
typedef struct _TuceFocus TuceFocus;

/**
 * tuce_focus_new:
 * Gives a focus, which the caller owns. @ids: (element-type gint64): the households that stand out; ids that the scene
 * does not have are ignored
 */
TuceFocus *tuce_focus_new (TuceScene *scene, GArray *ids);

/** tuce_focus_new_place: Gives a focus in which the households of the division @code stand out. The caller owns it. */
TuceFocus *tuce_focus_new_place (TuceScene *scene, const char *code);

/** tuce_focus_ref: Adds a reference and gives @focus. Any thread. */
TuceFocus *tuce_focus_ref (TuceFocus *focus);

/** tuce_focus_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_focus_unref (TuceFocus *focus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceFocus, tuce_focus_unref)

/**
 * tuce_focus_compare:
 * @before: (nullable): what stood out before; %NULL for everything
 * @focus: (nullable): what stands out now, in @scene; %NULL for everything
 * @extents: (element-type TuceExtent): gets the places that must be painted again, as in tuce_scene_compare()
 *
 * Returns: %FALSE where everything must be painted again.
 */
gboolean tuce_focus_compare (TuceFocus *before, TuceFocus *focus, TuceScene *scene, GArray *extents);

/** tuce_focus_has: Whether household @id stands out. */
gboolean tuce_focus_has (TuceFocus *focus, gint64 id);
