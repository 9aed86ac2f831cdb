/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-entry.h"

#include <glib/gi18n-lib.h>

#include "tuce-field-control.h"
#include "tuce-keyboard-focus.h"

#define LABEL_WIDTH 100
#define STARS "****"

struct _TuceFieldEntry
{
  GtkWidget parent_instance;

  const TuceField *field;
  TuceDictionary *dictionary; /* keeps the field */
  TuceCounty *county;

  GtkWidget *label;
  GtkWidget *slot;     /* holds the cover or the control */
  GtkWidget *cover;    /* stars and a button; made when first wanted */
  GtkWidget *stars;
  GtkWidget *control;  /* likewise */
  GtkWidget *messages; /* likewise */

  char *text;
  gboolean revealed;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (TuceFieldEntry, tuce_field_entry, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  REVERTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

gboolean
tuce_field_is_concealed (const TuceField *field)
{
  if (field->privacy == TUCE_PRIVACY_SENSITIVE)
    return TRUE;
  return field->privacy == TUCE_PRIVACY_PERSONAL
         && (field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_PHONE);
}

/* --- cover and control --- */

static void
on_typed (TuceFieldControl *control, const char *text, TuceFieldEntry *self)
{
  g_free (self->text);
  self->text = g_strdup (text);
  self->revealed = TRUE;
  g_signal_emit (self, signals[TYPED], 0, text);
}

static void
label_control (TuceFieldEntry *self)
{
  GtkWidget *named = gtk_widget_get_first_child (self->control);
  GtkWidget *content = NULL;

  gtk_accessible_update_relation (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  if (GTK_IS_MENU_BUTTON (named))
    content = gtk_menu_button_get_child (GTK_MENU_BUTTON (named));
  /* The part of it that takes the focus is read out, so it has to say both what it is and what it holds. */
  if (content)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (named)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, content, NULL, -1);
  else if (GTK_IS_DROP_DOWN (named))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (named)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
}

static void
make_control (TuceFieldEntry *self)
{
  if (self->control)
    return;
  self->control = tuce_field_control_new (self->field, self->county);
  gtk_widget_set_hexpand (self->control, TRUE);
  gtk_box_insert_child_after (GTK_BOX (self->slot), self->control, self->cover);
  tuce_field_control_set_editable (TUCE_FIELD_CONTROL (self->control), self->editable);
  label_control (self);
  g_signal_connect (self->control, "typed", G_CALLBACK (on_typed), self);
}

static void
on_show (GtkButton *button, TuceFieldEntry *self)
{
  tuce_field_entry_reveal (self);
  gtk_widget_grab_focus (self->control);
}

static void
make_cover (TuceFieldEntry *self)
{
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (self->cover)
    return;
  self->cover = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->cover, TRUE);
  self->stars = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->stars, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->stars), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->stars), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (self->stars, TRUE);
  button = gtk_button_new_with_label (_("Show"));
  /* Translators: %s is the label of a field */
  name = g_strdup_printf (_("Show %s"), tuce_field_label (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_show), self);
  gtk_box_append (GTK_BOX (self->cover), self->stars);
  gtk_box_append (GTK_BOX (self->cover), button);
  gtk_box_prepend (GTK_BOX (self->slot), self->cover);
}

/* What is empty has nothing to hide and can be typed at once. */
static gboolean
is_covered (TuceFieldEntry *self)
{
  return tuce_field_is_concealed (self->field) && !self->revealed && *self->text;
}

static char *
compose_stars (TuceFieldEntry *self)
{
  TuceValue value = TUCE_VALUE_INIT;
  g_autofree char *formatted = NULL;
  char *masked;

  if (tuce_field_read (self->field, self->text, &value, NULL))
    formatted = tuce_field_format (self->field, &value);
  else
    formatted = g_strdup (self->text);
  tuce_value_clear (&value);
  /* Not even how long a list of illnesses is, or that it is empty. */
  masked = self->field->codes ? g_strdup (STARS) : tuce_field_mask (self->field, formatted);
  if (!*masked)
    {
      g_free (masked);
      masked = g_strdup (STARS);
    }
  return masked;
}

static void
show (TuceFieldEntry *self)
{
  gboolean covered = is_covered (self);

  if (covered)
    {
      g_autofree char *stars = compose_stars (self);

      make_cover (self);
      gtk_label_set_label (GTK_LABEL (self->stars), stars);
    }
  else
    make_control (self);
  if (self->cover)
    gtk_widget_set_visible (self->cover, covered);
  if (self->control)
    {
      gtk_widget_set_visible (self->control, !covered);
      tuce_field_control_show_text (TUCE_FIELD_CONTROL (self->control), covered ? "" : self->text);
    }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, TuceFieldEntry *self)
{
  /* A field without typing lets Esc go on to whoever steps out of the card. */
  if (key != GDK_KEY_Escape || !gtk_widget_has_css_class (GTK_WIDGET (self), "changed"))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[REVERTED], 0);
  return GDK_EVENT_STOP;
}

/* --- problems --- */

static void
on_take (GtkButton *button, TuceFieldEntry *self)
{
  const char *text = g_object_get_data (G_OBJECT (button), "tuce-text");

  tuce_field_entry_reveal (self);
  tuce_field_control_show_text (TUCE_FIELD_CONTROL (self->control), text);
  on_typed (TUCE_FIELD_CONTROL (self->control), text, self);
  gtk_widget_grab_focus (self->control);
}

/* The button says what it does: the figure it takes, unless that is not for everybody to see. */
static GtkWidget *
take_button (TuceFieldEntry *self, const char *expected)
{
  TuceValue value = TUCE_VALUE_INIT;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (tuce_field_read (self->field, expected, &value, NULL))
    shown = tuce_field_format (self->field, &value);
  tuce_value_clear (&value);
  if (tuce_field_is_concealed (self->field) && !self->revealed)
    {
      g_autofree char *open = g_steal_pointer (&shown);

      shown = tuce_field_mask (self->field, open ? open : expected);
    }
  label = g_strdup_printf (_("Take %s"), shown ? shown : expected);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "tuce-text", g_strdup (expected), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_take), self);
  return button;
}

static void
add_message (TuceFieldEntry *self, const TucePendingProblem *problem)
{
  g_autofree char *text = g_strdup_printf ("⚠ %s", problem->sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, problem->severity == TUCE_PROBLEM_ERROR ? "error" : "warning");
  gtk_box_append (GTK_BOX (self->messages), label);
  if (problem->expected && self->editable)
    gtk_box_append (GTK_BOX (self->messages), take_button (self, problem->expected));
}

static void
clear_messages (TuceFieldEntry *self)
{
  GtkWidget *child;

  while (self->messages && (child = gtk_widget_get_first_child (self->messages)))
    gtk_box_remove (GTK_BOX (self->messages), child);
}

static void
describe_target (TuceFieldEntry *self, const char *description)
{
  GtkWidget *target = self->control ? tuce_field_control_get_target (TUCE_FIELD_CONTROL (self->control)) : NULL;

  if (!target)
    return;
  if (description)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_accessible_reset_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID);
}

void
tuce_field_entry_show_problems (TuceFieldEntry *self, TucePendingRecord *record, GPtrArray *problems)
{
  g_autoptr (GString) description = g_string_new (NULL);
  gboolean had = self->messages && gtk_widget_get_first_child (self->messages);
  gboolean wrong = FALSE;

  clear_messages (self);
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const TucePendingProblem *problem = problems->pdata[i];

      if (problem->record != record || problem->field != self->field)
        continue;
      if (!self->messages)
        {
          self->messages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
          gtk_widget_add_css_class (self->messages, "tuce-field-problems");
          gtk_widget_insert_before (self->messages, GTK_WIDGET (self), NULL);
        }
      add_message (self, problem);
      wrong |= problem->severity == TUCE_PROBLEM_ERROR;
      g_string_append_printf (description, "%s%s", description->len ? " " : "", problem->sentence);
    }
  if (self->messages)
    gtk_widget_set_visible (self->messages, description->len > 0);
  if (self->control && wrong)
    gtk_widget_add_css_class (gtk_widget_get_first_child (self->control), "error");
  else if (self->control)
    gtk_widget_remove_css_class (gtk_widget_get_first_child (self->control), "error");
  if (had || description->len > 0)
    describe_target (self, description->len ? description->str : NULL);
}

/* --- object --- */

static gboolean
tuce_field_entry_grab_focus (GtkWidget *widget)
{
  TuceFieldEntry *self = TUCE_FIELD_ENTRY (widget);

  if (is_covered (self))
    return gtk_widget_grab_focus (gtk_widget_get_last_child (self->cover));
  return self->control && gtk_widget_grab_focus (self->control);
}

static void
tuce_field_entry_dispose (GObject *object)
{
  TuceFieldEntry *self = TUCE_FIELD_ENTRY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  self->control = self->cover = self->messages = NULL;
  g_clear_object (&self->county);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_field_entry_parent_class)->dispose (object);
}

static void
tuce_field_entry_finalize (GObject *object)
{
  g_free (TUCE_FIELD_ENTRY (object)->text);
  G_OBJECT_CLASS (tuce_field_entry_parent_class)->finalize (object);
}

static void
tuce_field_entry_class_init (TuceFieldEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_field_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_field_entry_finalize;
  widget_class->grab_focus = tuce_field_entry_grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tuce-field");

  signals[TYPED] = g_signal_new ("typed", TUCE_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REVERTED] = g_signal_new ("reverted", TUCE_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
tuce_field_entry_init (TuceFieldEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = g_strdup ("");
  self->editable = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_unit (TuceFieldEntry *self)
{
  const char *unit = tuce_field_unit (self->field);
  GtkWidget *label;

  if (!*unit)
    return;
  label = gtk_label_new (unit);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->slot), label);
}

GtkWidget *
tuce_field_entry_new (const TuceField *field, TuceCounty *county)
{
  TuceFieldEntry *self = g_object_new (TUCE_TYPE_FIELD_ENTRY, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->field = field;
  self->dictionary = tuce_dictionary_ref ((TuceDictionary *) field->entity->dictionary);
  self->county = g_object_ref (county);
  self->label = gtk_label_new (tuce_field_label (field));
  gtk_widget_add_css_class (self->label, "tuce-field-label");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 1);
  gtk_widget_set_size_request (self->label, LABEL_WIDTH, -1);
  self->slot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->slot, TRUE);
  gtk_box_append (GTK_BOX (row), self->label);
  gtk_box_append (GTK_BOX (row), self->slot);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  show (self);
  add_unit (self);
  return GTK_WIDGET (self);
}

const TuceField *
tuce_field_entry_get_field (TuceFieldEntry *self)
{
  return self->field;
}

GtkWidget *
tuce_field_entry_get_control (TuceFieldEntry *self)
{
  return is_covered (self) ? NULL : self->control;
}

void
tuce_field_entry_conceal (TuceFieldEntry *self)
{
  if (!self->revealed)
    return;
  self->revealed = FALSE;
  show (self);
}

void
tuce_field_entry_reveal (TuceFieldEntry *self)
{
  self->revealed = TRUE;
  show (self);
}

void
tuce_field_entry_show_record (TuceFieldEntry *self, TucePendingRecord *record)
{
  g_autofree char *text = tuce_pending_record_text (record, self->field);

  if (tuce_pending_record_is_typed (record, self->field))
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  /* The control already holds what is typed in it now; setting it again would move the cursor. */
  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  show (self);
}

gboolean
tuce_field_entry_is_changed (TuceFieldEntry *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "changed");
}

void
tuce_field_entry_forget_typing (TuceFieldEntry *self)
{
  if (self->control)
    tuce_field_control_forget_typing (TUCE_FIELD_CONTROL (self->control));
}

void
tuce_field_entry_set_editable (TuceFieldEntry *self, gboolean editable)
{
  self->editable = editable;
  if (self->control)
    tuce_field_control_set_editable (TUCE_FIELD_CONTROL (self->control), editable);
}
