/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-start-page.h"

#include <glib/gi18n-lib.h>

struct _TuceStartPage
{
  GtkBox parent_instance;

  GtkWidget *demo;
  GtkWidget *recent_part;
  GtkBox *recent;
};

G_DEFINE_FINAL_TYPE (TuceStartPage, tuce_start_page, GTK_TYPE_BOX)

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TUCE_START_PAGE (widget)->demo);
}

static void
tuce_start_page_class_init (TuceStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceStartPage, demo);
  gtk_widget_class_bind_template_child (widget_class, TuceStartPage, recent_part);
  gtk_widget_class_bind_template_child (widget_class, TuceStartPage, recent);
}

static void
tuce_start_page_init (TuceStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_row (const char *path)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWidget *name = gtk_label_new (file);
  GtkWidget *where = gtk_label_new (folder);

  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_START);
  gtk_label_set_xalign (GTK_LABEL (where), 1);
  gtk_widget_set_hexpand (where, TRUE);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), where);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  return button;
}

void
tuce_start_page_show_recent (TuceStartPage *self, TuceSettings *settings)
{
  g_auto (GStrv) paths = tuce_settings_get_recent (settings);
  GtkWidget *child;

  g_return_if_fail (TUCE_IS_START_PAGE (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))))
    gtk_box_remove (self->recent, child);
  for (guint i = 0; paths[i]; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      gtk_box_append (self->recent, new_row (paths[i]));
  gtk_widget_set_visible (self->recent_part, gtk_widget_get_first_child (GTK_WIDGET (self->recent)) != NULL);
}
