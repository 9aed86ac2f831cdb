/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-scene.h"

/**
 * TuceFocus:
 * Which households of a scene stand out; the others are painted dim, in points as in shares. Counted, immutable, safe to
 * share between threads; for the very scene it was made for.
 */
typedef struct _TuceFocus TuceFocus;

/** tuce_focus_new: @ids: (element-type gint64): the households that stand out; those the scene does not know count for nothing. */
TuceFocus *tuce_focus_new (TuceScene *scene, GArray *ids);

/** tuce_focus_new_place: the households of the division @code stand out. */
TuceFocus *tuce_focus_new_place (TuceScene *scene, const char *code);
TuceFocus *tuce_focus_ref (TuceFocus *focus);
void tuce_focus_unref (TuceFocus *focus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceFocus, tuce_focus_unref)

/**
 * tuce_focus_compare:
 * @before: (nullable): what stood out; %NULL for everything
 * @focus: (nullable): what stands out now, of @scene; likewise
 * @extents: (element-type TuceExtent): takes the places where that is another painting, as tuce_scene_compare() gives them
 *
 * Returns: %FALSE when it is "everywhere".
 */
gboolean tuce_focus_compare (TuceFocus *before, TuceFocus *focus, TuceScene *scene, GArray *extents);

/** tuce_focus_has: whether household @id stands out. */
gboolean tuce_focus_has (TuceFocus *focus, gint64 id);
