/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-looks.h"

#include "tuce-keyboard-focus.h"

#define LOADING_AFTER_MS 200

struct _TuceLooks
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *spinner;
  GtkWidget *icon;
  GtkWidget *sentence;
  GtkWidget *button;
  const char *look; /* interned */
  guint loading_source;
};

G_DEFINE_FINAL_TYPE (TuceLooks, tuce_looks, GTK_TYPE_WIDGET)

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceLooks *self = TUCE_LOOKS (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
tuce_looks_dispose (GObject *object)
{
  TuceLooks *self = TUCE_LOOKS (object);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_looks_parent_class)->dispose (object);
}

static void
tuce_looks_class_init (TuceLooksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_looks_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_notice (TuceLooks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 32, 32);
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 48);
  gtk_widget_add_css_class (self->icon, "dim-label");
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 48);
  gtk_label_set_justify (GTK_LABEL (self->sentence), GTK_JUSTIFY_CENTER);
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->spinner);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
tuce_looks_init (TuceLooks *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->look = "list";
}

GtkWidget *
tuce_looks_new (GtkWidget *list)
{
  TuceLooks *self = g_object_new (TUCE_TYPE_LOOKS, "hexpand", TRUE, "vexpand", TRUE, NULL);

  gtk_stack_add_named (GTK_STACK (self->stack), list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_notice (self), "notice");
  return GTK_WIDGET (self);
}

static void
show_notice (TuceLooks *self, const char *look, const char *icon, const char *sentence)
{
  gboolean loading = icon == NULL;

  self->look = look;
  gtk_widget_set_visible (self->spinner, loading);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), loading);
  gtk_widget_set_visible (self->icon, !loading);
  if (icon)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "notice");
}

static gboolean
show_loading (gpointer data)
{
  TuceLooks *self = data;
  g_autofree char *sentence = g_strdup (g_object_get_data (data, "tuce-loading"));

  self->loading_source = 0;
  gtk_widget_set_visible (self->button, FALSE);
  show_notice (self, "loading", NULL, sentence);
  return G_SOURCE_REMOVE;
}

void
tuce_looks_show_list (TuceLooks *self)
{
  g_return_if_fail (TUCE_IS_LOOKS (self));
  g_clear_handle_id (&self->loading_source, g_source_remove);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  self->look = "list";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

void
tuce_looks_show_loading (TuceLooks *self, const char *sentence)
{
  g_return_if_fail (TUCE_IS_LOOKS (self));
  g_object_set_data_full (G_OBJECT (self), "tuce-loading", g_strdup (sentence), g_free);
  if (self->loading_source == 0)
    self->loading_source = g_timeout_add (LOADING_AFTER_MS, show_loading, self);
}

void
tuce_looks_show (TuceLooks *self, const char *look, const char *sentence, const char *button, const char *action)
{
  const char *icon = g_str_equal (look, "failed")    ? "dialog-warning-symbolic"
                     : g_str_equal (look, "nothing") ? "edit-find-symbolic"
                                                     : "emblem-ok-symbolic";

  g_return_if_fail (TUCE_IS_LOOKS (self));
  g_clear_handle_id (&self->loading_source, g_source_remove);
  show_notice (self, g_intern_string (look), icon, sentence);
  gtk_widget_set_visible (self->button, button != NULL);
  if (!button)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
}

const char *
tuce_looks_get (TuceLooks *self)
{
  g_return_val_if_fail (TUCE_IS_LOOKS (self), NULL);
  return self->look;
}

const char *
tuce_looks_get_sentence (TuceLooks *self)
{
  g_return_val_if_fail (TUCE_IS_LOOKS (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->sentence));
}
