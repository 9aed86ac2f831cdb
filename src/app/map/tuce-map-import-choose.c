/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-geodata-chooser.h"
#include "tuce-map-import-dialog.h"

/* Where a dialog is wanted. */
typedef struct
{
  TuceWorkspace *workspace;
  GtkWindow *parent;
} Wanted;

static void
on_first_chosen (const char *path, gpointer data)
{
  const Wanted *wanted = data;

  if (tuce_workspace_get_county (wanted->workspace))
    gtk_window_present (GTK_WINDOW (tuce_map_import_dialog_new (wanted->workspace, wanted->parent, path)));
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->workspace);
  g_clear_object (&wanted->parent);
  g_free (wanted);
}

void
tuce_map_import_dialog_choose (TuceWorkspace *workspace, GtkWindow *parent)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->workspace = g_object_ref (workspace);
  g_set_object (&wanted->parent, parent);
  tuce_geodata_chooser_show (parent, on_first_chosen, wanted, wanted_free);
}
