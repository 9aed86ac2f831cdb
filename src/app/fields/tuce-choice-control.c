/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

/* One code of a list: a drop-down whose first line is "not known". */
#define NOT_KNOWN "—"

struct _TuceChoiceControl
{
  TuceFieldControl parent_instance;
  GtkWidget *drop_down;
  GtkStringList *labels;
  GPtrArray *codes; /* what the lines stand for */
  guint n_offered;  /* beyond these, a code that only this record still has */
};

#define TUCE_TYPE_CHOICE_CONTROL (tuce_choice_control_get_type ())
G_DECLARE_FINAL_TYPE (TuceChoiceControl, tuce_choice_control, TUCE, CHOICE_CONTROL, TuceFieldControl)
G_DEFINE_FINAL_TYPE (TuceChoiceControl, tuce_choice_control, TUCE_TYPE_FIELD_CONTROL)

static void
on_selected (GtkDropDown *drop_down, GParamSpec *spec, TuceChoiceControl *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected < self->codes->len)
    tuce_field_control_emit_typed (TUCE_FIELD_CONTROL (self), self->codes->pdata[selected]);
}

static void
setup_line (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (ellipsize))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 3);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_line (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  if (GPOINTER_TO_INT (ellipsize))
    gtk_widget_set_tooltip_text (label, g_str_equal (text, NOT_KNOWN) ? NULL : text);
}

static GtkListItemFactory *
line_factory (gboolean ellipsize)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_line), GINT_TO_POINTER (ellipsize));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line), GINT_TO_POINTER (ellipsize));
  return factory;
}

static void
add_line (TuceChoiceControl *self, const char *code, const char *label)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (self->labels, label);
}

/* Only codes that hold in the county's year are offered. */
static void
fill (TuceChoiceControl *self)
{
  TuceFieldControl *control = TUCE_FIELD_CONTROL (self);
  const TuceCodeList *list = tuce_field_control_get_field (control)->codes;
  int year = tuce_county_get_year (tuce_field_control_get_county (control));

  add_line (self, "", NOT_KNOWN);
  for (guint i = 0; i < list->codes->len; i++)
    {
      const TuceCode *code = list->codes->pdata[i];

      if ((code->from_year == 0 || code->from_year <= year) && (code->to_year == 0 || code->to_year >= year))
        add_line (self, code->code, tuce_code_label (code));
    }
  self->n_offered = self->codes->len;
}

static void
tuce_choice_control_build (TuceFieldControl *control)
{
  TuceChoiceControl *self = TUCE_CHOICE_CONTROL (control);
  g_autoptr (GtkListItemFactory) on_button = line_factory (TRUE);
  g_autoptr (GtkListItemFactory) in_list = line_factory (FALSE);

  self->labels = gtk_string_list_new (NULL);
  fill (self);
  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "factory", on_button, "list-factory", in_list, "model",
                                  self->labels, NULL);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
}

static guint
find_line (TuceChoiceControl *self, const char *code)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (g_str_equal (self->codes->pdata[i], code))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
tuce_choice_control_show_text (TuceFieldControl *control, const char *text)
{
  TuceChoiceControl *self = TUCE_CHOICE_CONTROL (control);
  guint line = find_line (self, text);

  if (line >= self->n_offered && self->codes->len > self->n_offered && line != self->n_offered)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), 0);
      gtk_string_list_splice (self->labels, self->n_offered, self->codes->len - self->n_offered, NULL);
      g_ptr_array_set_size (self->codes, self->n_offered);
    }
  if (line == GTK_INVALID_LIST_POSITION)
    {
      const TuceCode *code = tuce_code_list_find (tuce_field_control_get_field (control)->codes, text);

      line = self->codes->len;
      add_line (self, text, code ? tuce_code_label (code) : text);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), line);
}

static void
tuce_choice_control_set_editable (TuceFieldControl *control, gboolean editable)
{
  gtk_widget_set_sensitive (TUCE_CHOICE_CONTROL (control)->drop_down, editable);
}

static GtkWidget *
tuce_choice_control_get_target (TuceFieldControl *control)
{
  return TUCE_CHOICE_CONTROL (control)->drop_down;
}

static void
tuce_choice_control_finalize (GObject *object)
{
  TuceChoiceControl *self = TUCE_CHOICE_CONTROL (object);

  g_clear_object (&self->labels);
  g_ptr_array_unref (self->codes);
  G_OBJECT_CLASS (tuce_choice_control_parent_class)->finalize (object);
}

static void
tuce_choice_control_class_init (TuceChoiceControlClass *klass)
{
  TuceFieldControlClass *control_class = TUCE_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_choice_control_finalize;
  control_class->build = tuce_choice_control_build;
  control_class->show_text = tuce_choice_control_show_text;
  control_class->set_editable = tuce_choice_control_set_editable;
  control_class->get_target = tuce_choice_control_get_target;
}

static void
tuce_choice_control_init (TuceChoiceControl *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
}
