/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-value-form.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-field-control.h"
#include "tuce-keyboard-focus.h"

typedef struct
{
  const TuceField *field;
  GtkWidget *control;
  char *text;
} Row;

struct _TuceValueForm
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GPtrArray *rows;            /* Row */
  TuceDictionary *dictionary; /* keeps the fields */
};

G_DEFINE_FINAL_TYPE (TuceValueForm, tuce_value_form, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->text);
  g_free (row);
}

static Row *
find_row (TuceValueForm *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (g_str_equal (row->field->name, name))
        return row;
    }
  return NULL;
}

static void
on_typed (TuceFieldControl *control, const char *text, TuceValueForm *self)
{
  Row *row = find_row (self, tuce_field_control_get_field (control)->name);

  g_free (row->text);
  row->text = g_strdup (text);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceValueForm *self = TUCE_VALUE_FORM (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (((Row *) self->rows->pdata[0])->control);
}

static void
clear (TuceValueForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
}

static void
tuce_value_form_dispose (GObject *object)
{
  TuceValueForm *self = TUCE_VALUE_FORM (object);

  if (self->grid)
    clear (self);
  if (self->grid)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  G_OBJECT_CLASS (tuce_value_form_parent_class)->dispose (object);
}

static void
tuce_value_form_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_VALUE_FORM (object)->rows);
  G_OBJECT_CLASS (tuce_value_form_parent_class)->finalize (object);
}

static void
tuce_value_form_class_init (TuceValueFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_value_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_value_form_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-values");
  changed_signal = g_signal_new ("changed", TUCE_TYPE_VALUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tuce_value_form_init (TuceValueForm *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 8);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
tuce_value_form_new (void)
{
  return g_object_new (TUCE_TYPE_VALUE_FORM, NULL);
}

static void
add_row (TuceValueForm *self, TuceCounty *county, const TuceField *field, const TuceRecord *record)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *label = gtk_label_new (tuce_field_label (field));
  int line = (int) self->rows->len;

  row->field = field;
  row->text = tuce_field_format_plain (field, &record->values[field->index]);
  row->control = tuce_field_control_new (field, county);
  tuce_field_control_show_text (TUCE_FIELD_CONTROL (row->control), row->text);
  g_ptr_array_add (self->rows, row);
  g_signal_connect (row->control, "typed", G_CALLBACK (on_typed), self);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (row->control, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tuce_field_control_get_target (TUCE_FIELD_CONTROL (row->control))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tuce_field_label (field), -1);
  gtk_grid_attach (self->grid, label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, row->control, 1, line, 1, 1);
  if (field->type == TUCE_FIELD_DATE || *tuce_field_unit (field))
    {
      GtkWidget *unit = gtk_label_new (field->type == TUCE_FIELD_DATE ? _("YYYY-MM-DD") : tuce_field_unit (field));

      gtk_label_set_xalign (GTK_LABEL (unit), 0);
      gtk_widget_add_css_class (unit, "dim-label");
      gtk_grid_attach (self->grid, unit, 2, line, 1, 1);
    }
}

void
tuce_value_form_set (TuceValueForm *self, TuceCounty *county, GPtrArray *fields, const TuceRecord *record)
{
  g_return_if_fail (TUCE_IS_VALUE_FORM (self));
  clear (self);
  self->dictionary = tuce_dictionary_ref (tuce_county_get_dictionary (county));
  for (guint i = 0; i < fields->len; i++)
    add_row (self, county, fields->pdata[i], record);
}

gboolean
tuce_value_form_read (TuceValueForm *self, TuceRecord *record, GError **error)
{
  return tuce_value_form_read_values (self, record, TRUE, error);
}

/* What nobody changed stays as it is, however wrong it may have come into the file. */
static gboolean
read_row (const Row *row, const TuceRecord *record, TuceValue *value, GError **error)
{
  const TuceValue *present = &record->values[row->field->index];

  if (tuce_field_read (row->field, row->text, value, NULL) && value->kind != TUCE_VALUE_NONE
      && tuce_value_equal (value, present))
    return TRUE;
  tuce_value_clear (value);
  return tuce_field_parse (row->field, row->text, value, error);
}

gboolean
tuce_value_form_read_values (TuceValueForm *self, TuceRecord *record, gboolean strict, GError **error)
{
  g_return_val_if_fail (TUCE_IS_VALUE_FORM (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      g_auto (TuceValue) value = TUCE_VALUE_INIT;
      gboolean read = read_row (row, record, &value, strict ? error : NULL);

      if (read && strict && row->field->required && value.kind == TUCE_VALUE_NONE)
        {
          g_autofree char *fault = tuce_field_fault (row->field, &value);
          g_autofree char *sentence = tuce_field_sentence (row->field, fault);

          g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
          read = FALSE;
        }
      if (!read && strict)
        {
          gtk_widget_grab_focus (row->control);
          return FALSE;
        }
      tuce_record_set_value (record, row->field, &value);
    }
  return TRUE;
}

void
tuce_value_form_fill (TuceValueForm *self, const char *name, const char *text)
{
  Row *row;

  g_return_if_fail (TUCE_IS_VALUE_FORM (self));
  row = find_row (self, name);
  g_return_if_fail (row);
  tuce_field_control_show_text (TUCE_FIELD_CONTROL (row->control), text);
  on_typed (TUCE_FIELD_CONTROL (row->control), text, self);
}

const char *
tuce_value_form_get_text (TuceValueForm *self, const char *name)
{
  Row *row;

  g_return_val_if_fail (TUCE_IS_VALUE_FORM (self), "");
  row = find_row (self, name);
  return row ? row->text : "";
}
