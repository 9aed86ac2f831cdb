/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-disposal-bar.h"

#include <glib/gi18n-lib.h>

#define CODE "tuce-code"
#define TRANSFERRED "transferred" /* the one that names to whom */

struct _TuceDisposalBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *buttons;
  guint selected;
};

/* What the popover of one disposition asks for. */
typedef struct
{
  TuceDisposalBar *bar;
  const TuceCode *code;
  GtkWidget *popover;
  GtkWidget *handed_to; /* or NULL */
  GtkWidget *note;
  GtkWidget *record;
} Question;

G_DEFINE_FINAL_TYPE (TuceDisposalBar, tuce_disposal_bar, GTK_TYPE_WIDGET)

static guint dispose_signal;

static const char *
typed (GtkWidget *entry)
{
  return entry ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
}

static void
on_record (Question *question)
{
  g_autofree char *handed_to = tuce_text_normalize (typed (question->handed_to));
  g_autofree char *note = tuce_text_normalize (typed (question->note));
  TuceDisposalBar *bar = question->bar;

  gtk_popover_popdown (GTK_POPOVER (question->popover));
  g_signal_emit (bar, dispose_signal, 0, question->code->code, handed_to, note);
}

static void
on_show (Question *question)
{
  guint n = question->bar->selected;
  g_autofree char *label = g_strdup_printf (
      /* Translators: a button: how many findings, then what is said of them */
      ngettext ("%u finding: %s", "%u findings: %s", n), n, tuce_code_label (question->code));

  gtk_button_set_label (GTK_BUTTON (question->record), label);
  gtk_editable_set_text (GTK_EDITABLE (question->note), "");
  gtk_widget_grab_focus (question->handed_to ? question->handed_to : question->note);
}

static GtkWidget *
add_entry (Question *question, GtkWidget *box, const TuceField *field)
{
  GtkWidget *label = gtk_label_new (tuce_field_label (field));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_record), question);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
add_disposition (TuceDisposalBar *self, const TuceEntity *disposal, const TuceCode *code)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Question *question = g_new0 (Question, 1);

  question->bar = self;
  question->code = code;
  question->popover = gtk_popover_new ();
  if (g_str_equal (code->code, TRANSFERRED))
    question->handed_to = add_entry (question, box, tuce_entity_field (disposal, "handed_to"));
  question->note = add_entry (question, box, tuce_entity_field (disposal, "note"));
  question->record = gtk_button_new ();
  gtk_widget_add_css_class (question->record, "suggested-action");
  gtk_box_append (GTK_BOX (box), question->record);
  gtk_popover_set_child (GTK_POPOVER (question->popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), tuce_code_label (code));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), question->popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  g_signal_connect_swapped (question->record, "clicked", G_CALLBACK (on_record), question);
  g_signal_connect_swapped (question->popover, "show", G_CALLBACK (on_show), question);
  g_object_set_data_full (G_OBJECT (button), CODE, question, g_free);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
tuce_disposal_bar_dispose (GObject *object)
{
  g_clear_pointer (&TUCE_DISPOSAL_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_disposal_bar_parent_class)->dispose (object);
}

static void
tuce_disposal_bar_class_init (TuceDisposalBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_disposal_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  dispose_signal = g_signal_new ("dispose", TUCE_TYPE_DISPOSAL_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
tuce_disposal_bar_init (TuceDisposalBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "page-bar");
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->count);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_disposal_bar_new (void)
{
  return g_object_new (TUCE_TYPE_DISPOSAL_BAR, NULL);
}

void
tuce_disposal_bar_set_dictionary (TuceDisposalBar *self, TuceDictionary *dictionary)
{
  const TuceEntity *disposal = dictionary ? tuce_dictionary_entity (dictionary, "disposal") : NULL;
  const TuceCodeList *list = dictionary ? tuce_dictionary_code_list (dictionary, "disposition") : NULL;
  GtkWidget *button;

  g_return_if_fail (TUCE_IS_DISPOSAL_BAR (self));
  while ((button = gtk_widget_get_first_child (self->buttons)))
    gtk_box_remove (GTK_BOX (self->buttons), button);
  for (guint i = 0; disposal && list && i < list->codes->len; i++)
    add_disposition (self, disposal, g_ptr_array_index (list->codes, i));
}

void
tuce_disposal_bar_set_selected (TuceDisposalBar *self, guint selected, gboolean writable)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u finding selected", "%u findings selected", selected), selected);

  g_return_if_fail (TUCE_IS_DISPOSAL_BAR (self));
  self->selected = selected;
  gtk_label_set_text (GTK_LABEL (self->count), selected ? text : _("Enter opens a finding where it is put right"));
  gtk_widget_set_sensitive (self->buttons, selected > 0 && writable);
}
