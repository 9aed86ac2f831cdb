/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-control.h"

#include <glib/gi18n-lib.h>

/* Any number of codes of a list, as check boxes: open where they are few, behind a button that sums them up where many. */
#define FEW 6

struct _TuceChoicesControl
{
  TuceFieldControl parent_instance;
  GtkWidget *button;  /* the menu button, %NULL where they are few */
  GtkWidget *summary; /* its label */
  GtkWidget *box;     /* of check boxes; made when the button is first pressed */
  GtkWidget *none;    /* "none of these" */
  GPtrArray *boxes;   /* GtkWidget, in the order of the list */
  char *text;
  gboolean editable;
  gboolean marking;
};

#define TUCE_TYPE_CHOICES_CONTROL (tuce_choices_control_get_type ())
G_DECLARE_FINAL_TYPE (TuceChoicesControl, tuce_choices_control, TUCE, CHOICES_CONTROL, TuceFieldControl)
G_DEFINE_FINAL_TYPE (TuceChoicesControl, tuce_choices_control, TUCE_TYPE_FIELD_CONTROL)

static const TuceCodeList *
code_list (TuceChoicesControl *self)
{
  return tuce_field_control_get_field (TUCE_FIELD_CONTROL (self))->codes;
}

/* Makes the boxes and the summary say what the text says. */
static void
mark (TuceChoicesControl *self)
{
  const TuceField *field = tuce_field_control_get_field (TUCE_FIELD_CONTROL (self));
  g_auto (GStrv) chosen = g_strsplit (self->text, ",", -1);

  self->marking = TRUE;
  if (self->box)
    {
      for (guint i = 0; i < self->boxes->len; i++)
        {
          const TuceCode *code = code_list (self)->codes->pdata[i];

          gtk_check_button_set_active (self->boxes->pdata[i],
                                       g_strv_contains ((const char *const *) chosen, code->code));
        }
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), g_str_equal (self->text, TUCE_CHOICES_NONE));
    }
  self->marking = FALSE;
  if (self->summary)
    {
      TuceValue value = TUCE_VALUE_INIT;
      g_autofree char *label = NULL;

      if (tuce_field_read (field, self->text, &value, NULL))
        label = tuce_field_format (field, &value);
      else
        label = g_strdup (self->text);
      if (g_str_equal (self->text, TUCE_CHOICES_NONE))
        gtk_label_set_label (GTK_LABEL (self->summary), _("none of these"));
      else
        gtk_label_set_label (GTK_LABEL (self->summary), *label ? label : "—");
      gtk_widget_set_tooltip_text (self->button, *label ? label : NULL);
      tuce_value_clear (&value);
    }
}

static void
take (TuceChoicesControl *self, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  mark (self);
  tuce_field_control_emit_typed (TUCE_FIELD_CONTROL (self), self->text);
}

static void
on_box_toggled (GtkCheckButton *button, TuceChoicesControl *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->marking)
    return;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TuceCode *code = code_list (self)->codes->pdata[i];

      if (gtk_check_button_get_active (self->boxes->pdata[i]))
        g_string_append_printf (text, "%s%s", text->len ? "," : "", code->code);
    }
  take (self, text->str);
}

static void
on_none_toggled (GtkCheckButton *button, TuceChoicesControl *self)
{
  if (!self->marking)
    take (self, gtk_check_button_get_active (button) ? TUCE_CHOICES_NONE : "");
}

static GtkWidget *
add_box (TuceChoicesControl *self, const char *label)
{
  const char *field = tuce_field_label (tuce_field_control_get_field (TUCE_FIELD_CONTROL (self)));
  g_autofree char *name = g_strdup_printf (_("%s: %s"), field, label);
  GtkWidget *box = gtk_check_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->box), box);
  return box;
}

static void
make_boxes (TuceChoicesControl *self)
{
  if (self->box)
    return;
  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                            GTK_ORIENTATION_VERTICAL, NULL);
  for (guint i = 0; i < code_list (self)->codes->len; i++)
    {
      GtkWidget *box = add_box (self, tuce_code_label (code_list (self)->codes->pdata[i]));

      g_signal_connect (box, "toggled", G_CALLBACK (on_box_toggled), self);
      g_ptr_array_add (self->boxes, box);
    }
  self->none = add_box (self, _("none of these"));
  g_signal_connect (self->none, "toggled", G_CALLBACK (on_none_toggled), self);
  gtk_widget_set_sensitive (self->box, self->editable);
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  TuceChoicesControl *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button))
    return;
  make_boxes (self);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->box);
  gtk_menu_button_set_popover (button, popover);
  mark (self);
}

static void
tuce_choices_control_build (TuceFieldControl *control)
{
  TuceChoicesControl *self = TUCE_CHOICES_CONTROL (control);

  if (code_list (self)->codes->len <= FEW)
    {
      make_boxes (self);
      gtk_widget_set_parent (self->box, GTK_WIDGET (self));
      return;
    }
  self->summary = gtk_label_new ("—");
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->summary);
  /* A menu button centres what it holds; a value begins where those of other fields do. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->summary), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
tuce_choices_control_show_text (TuceFieldControl *control, const char *text)
{
  TuceChoicesControl *self = TUCE_CHOICES_CONTROL (control);

  g_free (self->text);
  self->text = g_strdup (text);
  mark (self);
}

static void
tuce_choices_control_set_editable (TuceFieldControl *control, gboolean editable)
{
  TuceChoicesControl *self = TUCE_CHOICES_CONTROL (control);

  self->editable = editable;
  if (self->box)
    gtk_widget_set_sensitive (self->box, editable);
}

static GtkWidget *
tuce_choices_control_get_target (TuceFieldControl *control)
{
  TuceChoicesControl *self = TUCE_CHOICES_CONTROL (control);

  return self->button ? self->button : self->boxes->pdata[0];
}

static void
tuce_choices_control_finalize (GObject *object)
{
  TuceChoicesControl *self = TUCE_CHOICES_CONTROL (object);

  g_ptr_array_unref (self->boxes);
  g_free (self->text);
  G_OBJECT_CLASS (tuce_choices_control_parent_class)->finalize (object);
}

static void
tuce_choices_control_class_init (TuceChoicesControlClass *klass)
{
  TuceFieldControlClass *control_class = TUCE_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_choices_control_finalize;
  control_class->build = tuce_choices_control_build;
  control_class->show_text = tuce_choices_control_show_text;
  control_class->set_editable = tuce_choices_control_set_editable;
  control_class->get_target = tuce_choices_control_get_target;
}

static void
tuce_choices_control_init (TuceChoicesControl *self)
{
  self->boxes = g_ptr_array_new ();
  self->text = g_strdup ("");
  self->editable = TRUE;
}
