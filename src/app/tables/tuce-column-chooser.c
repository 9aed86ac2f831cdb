/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-column-chooser.h"

#include <glib/gi18n-lib.h>

struct _TuceColumnChooser
{
  GtkPopover parent_instance;

  /* template children */
  GtkSearchEntry *search;
  GtkListBox *list;

  TuceRecordTable *table; /* weak: the popover hangs in the same page */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceColumnChooser, tuce_column_chooser, GTK_TYPE_POPOVER)

static const TuceRecordColumn *
column_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "tuce-column");
}

static void
on_toggled (GtkCheckButton *check, TuceColumnChooser *self)
{
  const TuceRecordColumn *column = column_of (check);
  gboolean shown = gtk_check_button_get_active (check);
  g_auto (GStrv) now = NULL;

  if (self->filling)
    return;
  tuce_record_table_show_column (self->table, column->path, shown);
  now = tuce_record_table_get_shown (self->table);
  if (g_strv_contains ((const char *const *) now, column->path) != shown)
    {
      self->filling = TRUE; /* the last column stays */
      gtk_check_button_set_active (check, !shown);
      self->filling = FALSE;
    }
}

static void
on_move (GtkButton *button, TuceColumnChooser *self)
{
  const TuceRecordColumn *column = column_of (button);

  tuce_record_table_move_column (self->table, column->path,
                                    GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by")));
}

static void
on_sort (GtkButton *button, TuceColumnChooser *self)
{
  const TuceRecordColumn *column = column_of (button);
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->table, &descending);

  if (g_strcmp0 (order, column->path) == 0)
    descending = !descending;
  else
    descending = FALSE;
  tuce_record_table_show_column (self->table, column->path, TRUE);
  tuce_record_table_sort (self->table, column->path, descending);
}

static GtkWidget *
new_button (const char *icon, const char *format, const TuceRecordColumn *column)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, column->title);
#pragma GCC diagnostic pop
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "tuce-column", (gpointer) column);
  return button;
}

static GtkWidget *
new_row (TuceColumnChooser *self, const TuceRecordColumn *column, gboolean shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (column->title);
  GtkWidget *left = new_button ("go-previous-symbolic", _("Move “%s” to the left"), column);
  GtkWidget *right = new_button ("go-next-symbolic", _("Move “%s” to the right"), column);
  GtkWidget *sort = new_button ("view-sort-ascending-symbolic", _("Sort by “%s”; again: the other way"), column);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_hexpand (check, TRUE);
  g_object_set_data (G_OBJECT (check), "tuce-column", (gpointer) column);
  g_object_set_data (G_OBJECT (left), "by", GINT_TO_POINTER (-1));
  g_object_set_data (G_OBJECT (right), "by", GINT_TO_POINTER (1));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  g_signal_connect (left, "clicked", G_CALLBACK (on_move), self);
  g_signal_connect (right, "clicked", G_CALLBACK (on_move), self);
  g_signal_connect (sort, "clicked", G_CALLBACK (on_sort), self);
  g_object_bind_property (check, "active", left, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (check, "active", right, "sensitive", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_box_append (GTK_BOX (box), sort);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "tuce-column", (gpointer) column);
  return row;
}

static void
fill (TuceColumnChooser *self)
{
  GPtrArray *columns = tuce_record_table_get_available (self->table);
  g_auto (GStrv) shown = tuce_record_table_get_shown (self->table);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; columns && i < columns->len; i++)
    {
      const TuceRecordColumn *column = g_ptr_array_index (columns, i);

      gtk_list_box_append (
          self->list,
          new_row (self, column, g_strv_contains ((const char *const *) shown, column->path)));
    }
  self->filling = FALSE;
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  TuceColumnChooser *self = data;
  const TuceRecordColumn *column = column_of (row);
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *title = g_utf8_casefold (column->title, -1);

  return strstr (title, wanted) != NULL;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const TuceRecordColumn *column = column_of (row);
  GtkWidget *label;

  if (before && g_str_equal (column_of (before)->section, column->section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (column->section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
on_search (TuceColumnChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
on_reset (TuceColumnChooser *self)
{
  tuce_record_table_reset_columns (self->table);
  fill (self);
}

static void
tuce_column_chooser_map (GtkWidget *widget)
{
  fill (TUCE_COLUMN_CHOOSER (widget));
  GTK_WIDGET_CLASS (tuce_column_chooser_parent_class)->map (widget);
}

static void
tuce_column_chooser_dispose (GObject *object)
{
  g_clear_weak_pointer (&TUCE_COLUMN_CHOOSER (object)->table);
  G_OBJECT_CLASS (tuce_column_chooser_parent_class)->dispose (object);
}

static void
tuce_column_chooser_class_init (TuceColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_column_chooser_dispose;
  widget_class->map = tuce_column_chooser_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceColumnChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TuceColumnChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
tuce_column_chooser_init (TuceColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, add_heading, self, NULL);
}

GtkWidget *
tuce_column_chooser_new (TuceRecordTable *table)
{
  TuceColumnChooser *self = g_object_new (TUCE_TYPE_COLUMN_CHOOSER, NULL);

  g_set_weak_pointer (&self->table, table);
  return GTK_WIDGET (self);
}
