/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-geodata-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TuceGeodataChosen chosen;
  gpointer data;
  GDestroyNotify destroy;
} Choosing;

static void
on_response (GtkNativeDialog *chooser, int response, Choosing *choosing)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    choosing->chosen (path, choosing->data);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  if (choosing->destroy)
    choosing->destroy (choosing->data);
  g_free (choosing);
}

void
tuce_geodata_chooser_show (GtkWindow *parent, TuceGeodataChosen chosen, gpointer data, GDestroyNotify destroy)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("File With Geodata"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));
  static const char *const suffixes[] = { "geojson", "json", "shp", "gpkg", "kml", "zip" };
  g_autoptr (GtkFileFilter) geodata = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing){ chosen, data, destroy };
  gtk_file_filter_set_name (geodata, _("Geodata (GeoJSON, Shapefile, GeoPackage, KML)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (geodata, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), geodata);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), choosing, choosing_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
