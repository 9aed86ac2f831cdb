/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-tile.h"

#include <glib/gi18n-lib.h>

#include "tuce-photo-records.h"
#include "tuce-photo-task.h"

#define SMALL 128 /* pixels */
#define LARGE 1600

struct _TucePhotoTile
{
  GtkBox parent_instance;

  GtkWidget *open;
  GtkWidget *looks; /* "photo", or "missing": the word for it */
  GtkPicture *picture;
  GtkWidget *kinds;

  TuceWorkspace *workspace;
  TuceRecord *photo;
  GCancellable *loading;
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (TucePhotoTile, tuce_photo_tile, GTK_TYPE_BOX)

static const TuceCodeList *
kind_list (TuceDictionary *dictionary)
{
  return tuce_entity_field (tuce_dictionary_entity (dictionary, "photo"), "kind")->codes;
}

GtkWidget *
tuce_photo_kinds_new (TuceDictionary *dictionary, const char *kind)
{
  GPtrArray *codes = kind_list (dictionary)->codes;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *kinds;
  guint chosen = 0;

  for (guint i = 0; i < codes->len; i++)
    {
      const TuceCode *code = codes->pdata[i];

      gtk_string_list_append (labels, tuce_code_label (code));
      if (g_str_equal (code->code, kind))
        chosen = i;
    }
  kinds = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the photo shows"), -1);
  return kinds;
}

const char *
tuce_photo_kinds_get (GtkWidget *kinds, TuceDictionary *dictionary)
{
  GPtrArray *codes = kind_list (dictionary)->codes;
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (kinds));

  return ((const TuceCode *) codes->pdata[MIN (chosen, codes->len - 1)])->code;
}

/* Nothing on its way belongs to a tile that is gone: its cancellable is how it knows. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePhotoTile) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = tuce_photo_load_finish (result, &error);

  g_clear_object (&self->loading);
  if (!self->photo)
    return;
  self->missing = texture == NULL;
  if (texture)
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->looks), texture ? "photo" : "missing");
}

static void
on_large (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = tuce_photo_load_finish (result, &error);
  GtkWidget *child = texture ? gtk_picture_new_for_paintable (GDK_PAINTABLE (texture)) : gtk_label_new (error->message);

  if (!texture)
    gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  g_object_unref (window);
}

static gboolean
close_window (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

GtkWidget *
tuce_photo_tile_open (TucePhotoTile *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  GtkWidget *window = gtk_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const TuceField *kind = tuce_entity_field (self->photo->entity, "kind");
  g_autofree char *title = tuce_field_format (kind, tuce_record_value (self->photo, "kind"));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 680);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
    }
  gtk_window_present (GTK_WINDOW (window));
  tuce_photo_load_async (tuce_county_get_path (county), tuce_record_text (self->photo, "hash"), LARGE, FALSE, NULL, on_large,
                         g_object_ref (window));
  return window;
}

static void
report_failure (TucePhotoTile *self, gboolean done, GError *error)
{
  if (!done)
    tuce_workspace_report_error (self->workspace, error);
  g_clear_error (&error);
}

void
tuce_photo_tile_set_kind (TucePhotoTile *self, const char *kind)
{
  GError *error = NULL;

  if (!g_str_equal (kind, tuce_record_text (self->photo, "kind")))
    report_failure (self, tuce_photos_set_kind (tuce_workspace_get_county (self->workspace), self->photo->id, kind, &error), error);
}

void
tuce_photo_tile_remove (TucePhotoTile *self)
{
  g_autoptr (TuceWorkspace) workspace = g_object_ref (self->workspace);
  g_autoptr (GError) error = NULL;

  /* Gone when it comes back: the strip is made anew. */
  if (tuce_photos_remove (tuce_workspace_get_county (workspace), self->photo->id, &error))
    tuce_workspace_report (workspace, _("The photo was removed; its file stays, so that this can be undone"));
  else
    tuce_workspace_report_error (workspace, error);
}

gboolean
tuce_photo_tile_is_missing (TucePhotoTile *self)
{
  return self->missing;
}

static void
on_kind (TucePhotoTile *self)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));

  tuce_photo_tile_set_kind (self, tuce_photo_kinds_get (self->kinds, dictionary));
}

static void
tuce_photo_tile_dispose (GObject *object)
{
  TucePhotoTile *self = TUCE_PHOTO_TILE (object);

  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_pointer (&self->photo, tuce_record_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_photo_tile_parent_class)->dispose (object);
}

static void
tuce_photo_tile_class_init (TucePhotoTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_photo_tile_dispose;
}

static void
tuce_photo_tile_init (TucePhotoTile *self)
{
  GtkWidget *missing = gtk_label_new (_("File missing"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), SMALL, SMALL * 3 / 4);
  gtk_label_set_wrap (GTK_LABEL (missing), TRUE);
  gtk_widget_set_size_request (missing, SMALL, SMALL * 3 / 4);
  self->looks = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->looks), GTK_WIDGET (self->picture), "photo");
  gtk_stack_add_named (GTK_STACK (self->looks), missing, "missing");
  self->open = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->open), self->looks);
  gtk_widget_set_tooltip_text (self->open, _("Show it large"));
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (tuce_photo_tile_open), self);
  gtk_box_append (GTK_BOX (self), self->open);
}

/* What it shows, to be put right, and the way to be rid of it. */
static void
add_controls (TucePhotoTile *self, TuceCounty *county)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = NULL;

  self->kinds = tuce_photo_kinds_new (tuce_county_get_dictionary (county), tuce_record_text (self->photo, "kind"));
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (on_kind), self);
  gtk_widget_set_hexpand (self->kinds, TRUE);
  gtk_widget_set_tooltip_text (remove, _("Remove this photo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this photo"), -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (tuce_photo_tile_remove), self);
  gtk_box_append (GTK_BOX (box), self->kinds);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_set_sensitive (box, tuce_county_is_writable (county));
  gtk_box_append (GTK_BOX (self), box);
  name = tuce_field_format (tuce_entity_field (self->photo->entity, "kind"), tuce_record_value (self->photo, "kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
tuce_photo_tile_new (TuceWorkspace *workspace, const TuceRecord *photo)
{
  TucePhotoTile *self = g_object_new (TUCE_TYPE_PHOTO_TILE, NULL);
  TuceCounty *county = tuce_workspace_get_county (workspace);

  self->workspace = g_object_ref (workspace);
  self->photo = tuce_record_copy (photo);
  add_controls (self, county);
  self->loading = g_cancellable_new ();
  tuce_photo_load_async (tuce_county_get_path (county), tuce_record_text (photo, "hash"), SMALL, TRUE, self->loading, on_loaded,
                         g_object_ref (self));
  return GTK_WIDGET (self);
}
