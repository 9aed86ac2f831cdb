/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-department-list.h"

#include <glib/gi18n-lib.h>

#include "tuce-due-list.h"
#include "tuce-keyboard-focus.h"

#define NAME "tuce-department"

struct _TuceDepartmentList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListBox *list;
  char *chosen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceDepartmentList, tuce_department_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, TuceDepartmentList *self)
{
  const char *name = row ? g_object_get_data (G_OBJECT (row), NAME) : NULL;

  if (self->filling || !row || g_strcmp0 (name, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (name);
  g_signal_emit (self, chosen_signal, 0);
}

static void
tuce_department_list_dispose (GObject *object)
{
  TuceDepartmentList *self = TUCE_DEPARTMENT_LIST (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_department_list_parent_class)->dispose (object);
}

static void
tuce_department_list_finalize (GObject *object)
{
  g_free (TUCE_DEPARTMENT_LIST (object)->chosen);
  G_OBJECT_CLASS (tuce_department_list_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  GtkListBox *list = TUCE_DEPARTMENT_LIST (widget)->list;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return gtk_widget_grab_focus (row ? GTK_WIDGET (row) : GTK_WIDGET (list));
}

static void
tuce_department_list_class_init (TuceDepartmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_department_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_department_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_DEPARTMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
tuce_department_list_init (TuceDepartmentList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "departments");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Departments"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_department_list_new (void)
{
  return g_object_new (TUCE_TYPE_DEPARTMENT_LIST, NULL);
}

static void
add_row (TuceDepartmentList *self, const char *name, const char *title, guint n_open, guint n_overdue)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title), *figures = gtk_label_new (NULL);
  g_autofree char *open = tuce_text_number (n_open);
  g_autofree char *overdue = tuce_text_number (n_overdue);
  g_autofree char *text = n_overdue > 0
                              /* Translators: measures of a department */
                              ? g_strdup_printf (_("%s open · %s overdue"), open, overdue)
                              : g_strdup_printf (_("%s open"), open);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_text (GTK_LABEL (figures), text);
  gtk_label_set_xalign (GTK_LABEL (figures), 0);
  gtk_widget_add_css_class (figures, n_overdue > 0 ? "problem" : "dim-label");
  gtk_widget_add_css_class (figures, "department-figures");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), figures);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, title);
  g_object_set_data_full (G_OBJECT (row), NAME, g_strdup (name), g_free);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (name, self->chosen) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
tuce_department_list_set (TuceDepartmentList *self, GPtrArray *departments)
{
  guint n_open = 0, n_overdue = 0;
  gboolean had_focus, found = FALSE;
  GtkWidget *row;

  g_return_if_fail (TUCE_IS_DEPARTMENT_LIST (self));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < departments->len; i++)
    {
      const TuceDepartment *department = departments->pdata[i];

      n_open += department->n_open;
      n_overdue += department->n_overdue;
      found = found || g_strcmp0 (department->name, self->chosen) == 0;
    }
  add_row (self, NULL, _("All departments"), n_open, n_overdue);
  for (guint i = 0; i < departments->len; i++)
    {
      const TuceDepartment *department = departments->pdata[i];

      add_row (self, department->name, *department->name ? department->name : _("Nobody named"), department->n_open,
               department->n_overdue);
    }
  /* Its last measure went: it is still what is looked at. */
  if (self->chosen && !found)
    add_row (self, self->chosen, self->chosen, 0, 0);
  self->filling = FALSE;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

const char *
tuce_department_list_get_chosen (TuceDepartmentList *self)
{
  g_return_val_if_fail (TUCE_IS_DEPARTMENT_LIST (self), NULL);
  return self->chosen;
}

void
tuce_department_list_choose (TuceDepartmentList *self, const char *name)
{
  g_return_if_fail (TUCE_IS_DEPARTMENT_LIST (self));
  if (g_strcmp0 (name, self->chosen) == 0)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), NAME), name) == 0)
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
        return;
      }
  g_free (self->chosen);
  self->chosen = g_strdup (name);
  g_signal_emit (self, chosen_signal, 0);
}
