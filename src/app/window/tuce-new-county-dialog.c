/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-new-county-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-divisions.h"
#include "tuce-text.h"

struct _TuceNewCountyDialog
{
  GtkWindow parent_instance;

  /* template children */
  GtkDropDown *county;
  GtkSpinButton *year;
  GtkEntry *file;
  GtkLabel *folder_name;
  GtkLabel *problem;
  GtkButton *make;

  /* owned */
  TuceDivisions *divisions;
  GPtrArray *counties; /* TuceDivision */
  char *folder;

  gboolean file_typed; /* the name is the user's own, not the county's */
  gboolean naming;
};

G_DEFINE_FINAL_TYPE (TuceNewCountyDialog, tuce_new_county_dialog, GTK_TYPE_WINDOW)

static const TuceDivision *
chosen_county (TuceNewCountyDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->county);

  return self->counties && position < self->counties->len ? g_ptr_array_index (self->counties, position)
                                                          : NULL;
}

static char *
build_path (TuceNewCountyDialog *self)
{
  g_autofree char *typed = tuce_text_normalize (gtk_editable_get_text (GTK_EDITABLE (self->file)));
  g_autofree char *name
      = g_str_has_suffix (typed, ".tuce") ? g_strdup (typed) : g_strconcat (typed, ".tuce", NULL);

  return *typed ? g_build_filename (self->folder, name, NULL) : NULL;
}

/* Says what is wrong as soon as it is: the button never has to refuse. */
static void
check (TuceNewCountyDialog *self)
{
  g_autofree char *path = build_path (self);
  const char *problem = NULL;

  if (!path)
    problem = _("The file needs a name.");
  else if (strchr (gtk_editable_get_text (GTK_EDITABLE (self->file)), '/'))
    problem = _("A file name has no slash in it.");
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    problem = _("There is a file of this name already: choose another name.");
  gtk_label_set_text (self->problem, problem ? problem : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), !problem && chosen_county (self));
}

static void
on_county_chosen (TuceNewCountyDialog *self)
{
  const TuceDivision *county = chosen_county (self);
  g_autofree char *name = NULL;

  if (!county)
    return;
  if (!self->file_typed)
    {
      name = g_strdup_printf ("%s-%d.tuce", county->short_name,
                              gtk_spin_button_get_value_as_int (self->year));
      self->naming = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->file), name);
      self->naming = FALSE;
    }
  check (self);
}

static void
on_file_changed (TuceNewCountyDialog *self)
{
  if (!self->naming)
    self->file_typed = TRUE;
  check (self);
}

static void
show_folder (TuceNewCountyDialog *self)
{
  gtk_label_set_text (self->folder_name, self->folder);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folder_name), self->folder);
  check (self);
}

static void
on_folder_response (GtkNativeDialog *chooser, int response, TuceNewCountyDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      char *path = g_file_get_path (file);

      if (path)
        {
          g_free (self->folder);
          self->folder = path;
          show_folder (self);
        }
    }
  g_object_unref (chooser);
}

static void
on_choose_folder (TuceNewCountyDialog *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Folder of the New File"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_cancel (TuceNewCountyDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_make (TuceNewCountyDialog *self)
{
  const TuceDivision *county = chosen_county (self);
  g_autofree char *path = build_path (self);

  check (self);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->make)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.make-county", "(ssi)",
                              path, county->code, gtk_spin_button_get_value_as_int (self->year));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tuce_new_county_dialog_finalize (GObject *object)
{
  TuceNewCountyDialog *self = TUCE_NEW_COUNTY_DIALOG (object);

  g_clear_pointer (&self->counties, g_ptr_array_unref);
  g_clear_pointer (&self->divisions, tuce_divisions_free);
  g_free (self->folder);
  G_OBJECT_CLASS (tuce_new_county_dialog_parent_class)->finalize (object);
}

static void
tuce_new_county_dialog_class_init (TuceNewCountyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_new_county_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-new-county-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, county);
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, year);
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, file);
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, folder_name);
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TuceNewCountyDialog, make);
  gtk_widget_class_bind_template_callback (widget_class, on_county_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_file_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_make);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tuce_new_county_dialog_init (TuceNewCountyDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->folder = g_strdup (documents ? documents : g_get_home_dir ());
}

static void
fill_counties (TuceNewCountyDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  self->divisions = tuce_divisions_load (&error);
  if (!self->divisions)
    {
      gtk_label_set_text (self->problem, error->message);
      return;
    }
  self->counties = tuce_divisions_list (self->divisions, "county", NULL);
  for (guint i = 0; i < self->counties->len; i++)
    gtk_string_list_append (names, ((const TuceDivision *) g_ptr_array_index (self->counties, i))->name);
  gtk_drop_down_set_model (self->county, G_LIST_MODEL (names));
}

GtkWidget *
tuce_new_county_dialog_new (GtkWindow *window)
{
  TuceNewCountyDialog *self
      = g_object_new (TUCE_TYPE_NEW_COUNTY_DIALOG, "transient-for", window, "modal", TRUE, NULL);

  fill_counties (self);
  on_county_chosen (self);
  show_folder (self);
  return GTK_WIDGET (self);
}
