/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-count-list.h"

#include "tuce-keyboard-focus.h"
#include "tuce-mark-cell.h"

#define CHOICE "tuce-choice"

/* What a row stands for; a heading has none. */
typedef struct
{
  char *key;
  gint64 count;
} Choice;

struct _TuceCountList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListBox *list;
  char *chosen;
  gboolean filling;
  gboolean had_focus; /* before it was filled */
};

G_DEFINE_FINAL_TYPE (TuceCountList, tuce_count_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
choice_free (gpointer data)
{
  g_free (((Choice *) data)->key);
  g_free (data);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, TuceCountList *self)
{
  const Choice *choice = row ? g_object_get_data (G_OBJECT (row), CHOICE) : NULL;

  if (choice && !self->filling)
    tuce_count_list_choose (self, choice->key);
}

static GtkListBoxRow *
find_row (TuceCountList *self, const char *key)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row;
       row = gtk_widget_get_next_sibling (row))
    {
      const Choice *choice = g_object_get_data (G_OBJECT (row), CHOICE);

      if (choice && g_strcmp0 (choice->key, key) == 0)
        return GTK_LIST_BOX_ROW (row);
    }
  return NULL;
}

static void
tuce_count_list_dispose (GObject *object)
{
  TuceCountList *self = TUCE_COUNT_LIST (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_count_list_parent_class)->dispose (object);
}

static void
tuce_count_list_finalize (GObject *object)
{
  g_free (TUCE_COUNT_LIST (object)->chosen);
  G_OBJECT_CLASS (tuce_count_list_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  GtkListBox *list = TUCE_COUNT_LIST (widget)->list;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return gtk_widget_grab_focus (row ? GTK_WIDGET (row) : GTK_WIDGET (list));
}

static void
tuce_count_list_class_init (TuceCountListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_count_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_count_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_COUNT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_count_list_init (TuceCountList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
tuce_count_list_new (const char *label, const char *style)
{
  TuceCountList *self = g_object_new (TUCE_TYPE_COUNT_LIST, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self->list), style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
tuce_count_list_begin (TuceCountList *self)
{
  GtkWidget *row;

  g_return_if_fail (TUCE_IS_COUNT_LIST (self));
  self->had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

void
tuce_count_list_add_heading (TuceCountList *self, const TuceCode *code)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *mark = tuce_mark_cell_new ();
  GtkWidget *label = gtk_label_new (tuce_code_label (code));

  tuce_mark_cell_set_code (TUCE_MARK_CELL (mark), code);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_list_box_append (self->list, row);
}

void
tuce_count_list_add (TuceCountList *self, const char *key, const char *title, const char *figures, gint64 count,
                     const char *tooltip, TuceCountLook look)
{
  gboolean beside = look == TUCE_COUNT_BESIDE;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 6 : 0);
  GtkWidget *label = gtk_label_new (title), *figure = gtk_label_new (figures);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, figures);
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice){ g_strdup (key), count };
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (figure), beside ? 0.5 : 0);
  gtk_widget_add_css_class (figure, beside ? "numeric" : "count-beneath");
  gtk_widget_add_css_class (figure, look == TUCE_COUNT_PROBLEM ? "problem" : "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), CHOICE, choice, choice_free);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (key, self->chosen) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
tuce_count_list_end (TuceCountList *self)
{
  g_return_if_fail (TUCE_IS_COUNT_LIST (self));
  self->filling = FALSE;
  if (self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

const char *
tuce_count_list_get_chosen (TuceCountList *self)
{
  g_return_val_if_fail (TUCE_IS_COUNT_LIST (self), NULL);
  return self->chosen;
}

void
tuce_count_list_choose (TuceCountList *self, const char *key)
{
  GtkListBoxRow *row;

  g_return_if_fail (TUCE_IS_COUNT_LIST (self));
  if (g_strcmp0 (key, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (key);
  self->filling = TRUE;
  row = find_row (self, key);
  if (row)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_list_box_unselect_all (self->list); /* it may get its row when the list is filled next */
  self->filling = FALSE;
  g_signal_emit (self, chosen_signal, 0);
}

gint64
tuce_count_list_get_count (TuceCountList *self, const char *key)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TUCE_IS_COUNT_LIST (self), 0);
  row = find_row (self, key);
  return row ? ((const Choice *) g_object_get_data (G_OBJECT (row), CHOICE))->count : 0;
}
