/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-standards-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"

struct _TuceStandardsPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *faces; /* GtkStack */
  TucePackView *packs;
  TuceParameterView *parameters;
};

G_DEFINE_FINAL_TYPE (TuceStandardsPage, tuce_standards_page, GTK_TYPE_WIDGET)

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceStandardsPage *self = TUCE_STANDARDS_PAGE (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->faces)));
}

static void
tuce_standards_page_dispose (GObject *object)
{
  g_clear_pointer (&TUCE_STANDARDS_PAGE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_standards_page_parent_class)->dispose (object);
}

static void
tuce_standards_page_class_init (TuceStandardsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_standards_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tuce_standards_page_init (TuceStandardsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->faces = gtk_stack_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->faces));
  gtk_widget_add_css_class (bar, "page-bar");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_widget_set_vexpand (self->faces, TRUE);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), self->faces);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_standards_page_new (TuceWorkspace *workspace)
{
  TuceStandardsPage *self = g_object_new (TUCE_TYPE_STANDARDS_PAGE, NULL);

  self->packs = TUCE_PACK_VIEW (tuce_pack_view_new (workspace));
  self->parameters = TUCE_PARAMETER_VIEW (tuce_parameter_view_new (workspace));
  gtk_stack_add_titled (GTK_STACK (self->faces), GTK_WIDGET (self->packs), "packs", _("Rule Packs"));
  gtk_stack_add_titled (GTK_STACK (self->faces), GTK_WIDGET (self->parameters), "parameters", _("Parameters"));
  return GTK_WIDGET (self);
}

void
tuce_standards_page_show (TuceStandardsPage *self, const char *face)
{
  g_return_if_fail (TUCE_IS_STANDARDS_PAGE (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->faces), face);
}

TucePackView *
tuce_standards_page_get_packs (TuceStandardsPage *self)
{
  g_return_val_if_fail (TUCE_IS_STANDARDS_PAGE (self), NULL);
  return self->packs;
}

TuceParameterView *
tuce_standards_page_get_parameters (TuceStandardsPage *self)
{
  g_return_val_if_fail (TUCE_IS_STANDARDS_PAGE (self), NULL);
  return self->parameters;
}
