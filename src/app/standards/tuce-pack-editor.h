/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TucePackEditor:
 *
 * The text of one pack of the county's own, changed. While it is typed a worker looks for mistakes; they stand under the
 * text, each leads to its place. It is saved as one edit, and only without mistakes: until then what was in force stays.
 *
 * ::closed: somebody wants back, saved or not
 */
#define TUCE_TYPE_PACK_EDITOR (tuce_pack_editor_get_type ())
G_DECLARE_FINAL_TYPE (TucePackEditor, tuce_pack_editor, TUCE, PACK_EDITOR, GtkWidget)

GtkWidget *tuce_pack_editor_new (TuceWorkspace *workspace);

/** tuce_pack_editor_edit: begins with the county's own text of the pack @name. */
gboolean tuce_pack_editor_edit (TucePackEditor *editor, const char *name, GError **error);

/** tuce_pack_editor_is_changed: whether something typed is not saved. */
gboolean tuce_pack_editor_is_changed (TucePackEditor *editor);

/** tuce_pack_editor_is_looking: whether mistakes are still looked for. */
gboolean tuce_pack_editor_is_looking (TucePackEditor *editor);

/** tuce_pack_editor_save: as its button does. Returns: whether it was saved; the sentence under the text says why not. */
gboolean tuce_pack_editor_save (TucePackEditor *editor);

/** For tests. */
GtkTextBuffer *tuce_pack_editor_get_buffer (TucePackEditor *editor);
guint tuce_pack_editor_get_n_mistakes (TucePackEditor *editor);
void tuce_pack_editor_activate_mistake (TucePackEditor *editor, guint position);
const char *tuce_pack_editor_get_sentence (TucePackEditor *editor);
