/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-section.h"

#include <glib/gi18n-lib.h>

#include "tuce-freshness.h"
#include "tuce-photo-records.h"
#include "tuce-photo-task.h"
#include "tuce-picture.h"
#include "tuce-query.h"

#define MOVES "relocation.stage" /* what a household that moves has */

struct _TucePhotoSection
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *title;
  GtkWidget *body;
  GtkFlowBox *tiles;
  GtkWidget *bar;
  GtkWidget *kinds; /* for those to be added, or NULL */
  GtkWidget *add;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  const char *owner; /* "household" or "site" while photos are shown, else NULL */
  gint64 id;
  guint n_photos;
  GCancellable *keeping;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (TucePhotoSection, tuce_photo_section, GTK_TYPE_WIDGET)

/* --- what is shown --- */

static gboolean
moves (TuceCounty *county, gint64 household)
{
  static const char *const columns[] = { MOVES, NULL };
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (TuceRows) rows = NULL;

  if (tuce_query_set_columns (query, columns, NULL))
    rows = tuce_query_fetch (query, county, &household, 1, NULL);
  return rows && rows->ids[0] && tuce_rows_value (rows, 0, 0)->kind != TUCE_VALUE_NONE;
}

static void
clear (TucePhotoSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))))
    gtk_flow_box_remove (self->tiles, child);
  self->n_photos = 0;
}

/* What a new photo of the record most likely shows. */
static void
show_kinds (TucePhotoSection *self, TuceCounty *county)
{
  const char *usual = g_str_equal (self->owner, "site") ? "site" : "before";

  if (self->kinds)
    gtk_box_remove (GTK_BOX (self->bar), self->kinds);
  self->kinds = tuce_photo_kinds_new (tuce_county_get_dictionary (county), usual);
  gtk_widget_set_hexpand (self->kinds, TRUE);
  gtk_widget_set_tooltip_text (self->kinds, _("What the photos to be added show"));
  gtk_box_prepend (GTK_BOX (self->bar), self->kinds);
  gtk_widget_set_sensitive (self->bar, tuce_county_is_writable (county));
}

static void
show (TucePhotoSection *self, TuceCounty *county, GPtrArray *photos)
{
  g_autofree char *title = NULL;

  clear (self);
  self->n_photos = photos->len;
  for (guint i = 0; i < photos->len; i++)
    gtk_flow_box_insert (self->tiles, tuce_photo_tile_new (self->workspace, photos->pdata[i]), -1);
  /* Translators: heading on the card, with how many photos there are */
  title = g_strdup_printf (_("Photos: %u"), photos->len);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), photos->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
update (TucePhotoSection *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const char *entity = county ? tuce_workspace_get_selected_entity (self->workspace) : NULL;
  const TuceField *field = entity ? tuce_photos_owner_field (tuce_county_get_dictionary (county), entity) : NULL;
  gint64 id = field ? tuce_workspace_get_selected_id (self->workspace) : 0;
  g_autoptr (GPtrArray) photos = id ? tuce_photos_of (county, entity, id, NULL) : NULL;
  gboolean is_new = id != self->id || g_strcmp0 (self->owner, entity) != 0;

  if (!photos || (photos->len == 0 && g_str_equal (entity, "household") && !moves (county, id)))
    {
      self->owner = NULL;
      self->id = 0;
      clear (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->owner = field->target;
  self->id = id;
  if (is_new)
    show_kinds (self, county);
  show (self, county, photos);
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_reads_add_entity (reads, "photo");
  tuce_reads_add_path (reads, "household", MOVES);
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SELECTION } };

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  update (page);
}

/* --- photos added --- */

/* The files on their way, and whose they will be: the selection may have changed when they are there. */
typedef struct
{
  TucePhotoSection *section;
  TuceCounty *county;
  const char *owner;
  gint64 id;
  char *kind;
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->section);
  g_object_unref (adding->county);
  g_free (adding->kind);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
report_refusals (TucePhotoSection *self, GPtrArray *refusals)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (refusals->len == 0)
    return;
  if (refusals->len > 1)
    sentence = g_strdup_printf (ngettext ("%s (and %u more was refused)", "%s (and %u more were refused)", refusals->len - 1),
                                (char *) refusals->pdata[0], refusals->len - 1);
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentence ? sentence : refusals->pdata[0]);
  tuce_workspace_report_error (self->workspace, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Adding) adding = data;
  TucePhotoSection *self = adding->section;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tuce_photo_keep_finish (result, &refusals, &error);
  guint n = 0;

  g_clear_object (&self->keeping);
  if (!self->workspace || !files || tuce_workspace_get_county (self->workspace) != adding->county)
    return;
  gtk_widget_set_sensitive (self->add, TRUE);
  if (files->len > 0 && !tuce_photos_add (adding->county, adding->owner, adding->id, adding->kind, files, &n, &error))
    tuce_workspace_report_error (self->workspace, error);
  else if (files->len > 0)
    {
      g_autofree char *sentence = g_strdup_printf (ngettext ("%u photo added", "%u photos added", n), n);

      tuce_workspace_report (self->workspace, n ? sentence : _("The photo is there already"));
    }
  report_refusals (self, refusals);
}

void
tuce_photo_section_add (TucePhotoSection *self, const char *const *paths)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  Adding *adding;

  g_return_if_fail (TUCE_IS_PHOTO_SECTION (self));
  if (!self->owner || self->keeping || !tuce_county_is_writable (county))
    return;
  adding = g_new0 (Adding, 1);
  adding->section = g_object_ref (self);
  adding->county = g_object_ref (county);
  adding->owner = self->owner;
  adding->id = self->id;
  adding->kind = g_strdup (tuce_photo_kinds_get (self->kinds, tuce_county_get_dictionary (county)));
  gtk_widget_set_sensitive (self->add, FALSE);
  self->keeping = g_cancellable_new ();
  tuce_photo_keep_async (tuce_county_get_path (county), paths, self->keeping, on_kept, adding);
}

static void
add_files (TucePhotoSection *self, GListModel *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  tuce_photo_section_add (self, (const char *const *) paths->pdata);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, TucePhotoSection *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      add_files (self, files);
    }
  g_clear_object (&self->chooser);
}

static void
on_add (TucePhotoSection *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *const *endings = tuce_picture_endings ();

  for (guint i = 0; endings[i]; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_filter_add_suffix (filter, "jpeg");
  gtk_file_filter_add_suffix (filter, "tiff");
  gtk_file_filter_set_name (filter, _("Photos"));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Add Photos"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, TucePhotoSection *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = dropped; l; l = l->next)
    g_list_store_append (files, l->data);
  add_files (self, G_LIST_MODEL (files));
  return TRUE;
}

gboolean
tuce_photo_section_is_busy (TucePhotoSection *self)
{
  return self->keeping != NULL;
}

guint
tuce_photo_section_get_n_photos (TucePhotoSection *self)
{
  return self->n_photos;
}

TucePhotoTile *
tuce_photo_section_get_tile (TucePhotoSection *self, guint index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->tiles, (int) index);

  return child ? TUCE_PHOTO_TILE (gtk_flow_box_child_get_child (child)) : NULL;
}

/* --- object --- */

static void
tuce_photo_section_dispose (GObject *object)
{
  TucePhotoSection *self = TUCE_PHOTO_SECTION (object);

  if (self->keeping)
    g_cancellable_cancel (self->keeping);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->freshness);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_photo_section_parent_class)->dispose (object);
}

static void
tuce_photo_section_class_init (TucePhotoSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_photo_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-procedure");
}

static void
make_body (TucePhotoSection *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->tiles = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->tiles, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->tiles, 4);
  gtk_flow_box_set_min_children_per_line (self->tiles, 1);
  self->add = gtk_button_new_with_label (_("Add Photos…"));
  gtk_widget_set_tooltip_text (self->add, _("Files of photos may be dropped here, too"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->bar), self->add);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->tiles));
  gtk_box_append (GTK_BOX (self->body), self->bar);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (target));
}

static void
tuce_photo_section_init (TucePhotoSection *self)
{
  make_body (self);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title,
                                  NULL, -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->body);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tuce_photo_section_new (TuceWorkspace *workspace)
{
  TucePhotoSection *self = g_object_new (TUCE_TYPE_PHOTO_SECTION, NULL);

  self->workspace = g_object_ref (workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
