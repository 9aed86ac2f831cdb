/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-choice-bar.h"

#include "tuce-keyboard-focus.h"

struct _TuceChoiceBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *buttons; /* GtkToggleButton, the first n of them in use */
  GPtrArray *keys;    /* utf8 */
  char *chosen;
  gboolean telling_nobody;
};

G_DEFINE_FINAL_TYPE (TuceChoiceBar, tuce_choice_bar, GTK_TYPE_WIDGET)

static guint chosen_signal;

static int
index_of (TuceChoiceBar *self, const char *key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_str_equal (self->keys->pdata[i], key))
      return (int) i;
  return -1;
}

static void
press (TuceChoiceBar *self, int position)
{
  if (position >= 0)
    gtk_toggle_button_set_active (self->buttons->pdata[position], TRUE);
}

static void
on_toggled (GtkToggleButton *button, TuceChoiceBar *self)
{
  guint position;

  if (!gtk_toggle_button_get_active (button) || self->telling_nobody
      || !g_ptr_array_find (self->buttons, button, &position) || position >= self->keys->len
      || g_strcmp0 (self->chosen, self->keys->pdata[position]) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (self->keys->pdata[position]);
  g_signal_emit (self, chosen_signal, 0);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, TuceChoiceBar *self)
{
  int step = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1 : 0;
  int position = self->chosen ? index_of (self, self->chosen) + step : -1;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;
  if (position >= 0 && position < (int) self->keys->len)
    {
      gtk_widget_grab_focus (self->buttons->pdata[position]);
      press (self, position);
    }
  return TRUE;
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceChoiceBar *self = TUCE_CHOICE_BAR (widget);
  int position = self->chosen ? index_of (self, self->chosen) : -1;

  return position >= 0 && gtk_widget_grab_focus (self->buttons->pdata[position]);
}

static gboolean
move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return tuce_keyboard_focus_children (widget, direction);
  return !gtk_widget_get_focus_child (widget) && gtk_widget_grab_focus (widget);
}

static void
tuce_choice_bar_dispose (GObject *object)
{
  TuceChoiceBar *self = TUCE_CHOICE_BAR (object);

  self->telling_nobody = TRUE;
  g_ptr_array_set_size (self->buttons, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_choice_bar_parent_class)->dispose (object);
}

static void
tuce_choice_bar_finalize (GObject *object)
{
  TuceChoiceBar *self = TUCE_CHOICE_BAR (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->keys);
  g_free (self->chosen);
  G_OBJECT_CLASS (tuce_choice_bar_parent_class)->finalize (object);
}

static void
tuce_choice_bar_class_init (TuceChoiceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_choice_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_choice_bar_finalize;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = move_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_choice_bar_init (TuceChoiceBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->box, keys);
}

GtkWidget *
tuce_choice_bar_new (const char *label)
{
  GtkWidget *self = g_object_new (TUCE_TYPE_CHOICE_BAR, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
tuce_choice_bar_begin (TuceChoiceBar *self)
{
  g_return_if_fail (TUCE_IS_CHOICE_BAR (self));
  g_ptr_array_set_size (self->keys, 0);
}

static GtkWidget *
button_at (TuceChoiceBar *self, guint position)
{
  GtkWidget *button;

  if (position < self->buttons->len)
    return self->buttons->pdata[position];
  button = gtk_toggle_button_new_with_label ("");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), position ? self->buttons->pdata[0] : NULL);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->box), button);
  g_ptr_array_add (self->buttons, button);
  return button;
}

void
tuce_choice_bar_add (TuceChoiceBar *self, const char *key, const char *label, const char *tooltip)
{
  GtkWidget *button;

  g_return_if_fail (TUCE_IS_CHOICE_BAR (self));
  button = button_at (self, self->keys->len);
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), label);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_visible (button, TRUE);
}

void
tuce_choice_bar_end (TuceChoiceBar *self)
{
  g_return_if_fail (TUCE_IS_CHOICE_BAR (self));
  for (guint i = self->keys->len; i < self->buttons->len; i++)
    gtk_widget_set_visible (self->buttons->pdata[i], FALSE);
  if (self->keys->len == 0)
    {
      g_clear_pointer (&self->chosen, g_free);
      return;
    }
  if (!self->chosen || index_of (self, self->chosen) < 0)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (self->keys->pdata[0]);
    }
  tuce_choice_bar_choose (self, self->chosen);
}

void
tuce_choice_bar_choose (TuceChoiceBar *self, const char *key)
{
  g_autofree char *copy = g_strdup (key); /* it may be our own */
  int position;

  g_return_if_fail (TUCE_IS_CHOICE_BAR (self));
  position = index_of (self, copy);
  if (position < 0)
    return;
  g_free (self->chosen);
  self->chosen = g_steal_pointer (&copy);
  self->telling_nobody = TRUE;
  press (self, position);
  self->telling_nobody = FALSE;
}

const char *
tuce_choice_bar_get (TuceChoiceBar *self)
{
  g_return_val_if_fail (TUCE_IS_CHOICE_BAR (self), "");
  return self->chosen ? self->chosen : "";
}

const char *
tuce_choice_bar_get_label (TuceChoiceBar *self, const char *key)
{
  int position;

  g_return_val_if_fail (TUCE_IS_CHOICE_BAR (self), NULL);
  position = index_of (self, key);
  return position < 0 ? NULL
                      : gtk_label_get_text (GTK_LABEL (gtk_button_get_child (self->buttons->pdata[position])));
}
