/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack-details.h"

#include <glib/gi18n-lib.h>

#include "tuce-dictionary.h"

struct _TucePackDetails
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *items; /* GtkListBox */
  guint n_items;
};

G_DEFINE_FINAL_TYPE (TucePackDetails, tuce_pack_details, GTK_TYPE_WIDGET)

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* rows are what the keyboard walks through */
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* "Evidence: …" where there is something to say. */
static void
add_line (GtkWidget *box, const char *what, const char *text)
{
  /* Translators: what it is about, and the text */
  g_autofree char *line = *text ? g_strdup_printf (_("%s: %s"), what, text) : NULL;

  if (line)
    add_text (box, line, "rule-line");
}

static char *
describe_measures (const TuceRule *rule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rule->proposals->len; i++)
    {
      const TuceProposal *proposal = rule->proposals->pdata[i];

      g_string_append (text, i ? "；" : "");
      g_string_append (text, proposal->content);
      if (*proposal->department)
        g_string_append_printf (text, "（%s）", proposal->department);
    }
  return g_string_free (text, FALSE);
}

/* "household_year.net_pc" by the words of the card. */
static char *
describe_field (const TuceRule *rule)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  g_auto (GStrv) parts = g_strsplit (rule->field, ".", 2);
  const TuceEntity *entity = dictionary ? tuce_dictionary_entity (dictionary, parts[0] && parts[1] ? parts[0] : rule->subject)
                                        : NULL;
  const TuceField *field = entity && parts[0] ? tuce_entity_field (entity, parts[1] ? parts[1] : parts[0]) : NULL;

  if (!field)
    return g_strdup (rule->field);
  return g_strdup_printf ("%s · %s", tuce_entity_label (entity), tuce_field_label (field));
}

static GtkWidget *
new_item (const TuceRule *rule)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  gboolean check = rule->pack->kind == TUCE_PACK_CHECKS;
  g_autofree char *heading = check ? g_strdup_printf ("%s · %s · %s", rule->code, tuce_severity_label (rule->severity),
                                                      tuce_rule_label (rule))
                                   : g_strdup_printf ("%s · %s", rule->code, tuce_rule_label (rule));
  g_autofree char *measures = describe_measures (rule);
  g_autofree char *field = describe_field (rule);

  add_text (box, heading, "heading");
  add_text (box, rule->expression, "monospace");
  add_line (box, _("Value"), rule->value);
  add_line (box, _("Compared with"), rule->threshold);
  add_line (box, _("Put right at"), field);
  add_line (box, _("Department"), rule->department);
  add_line (box, _("Evidence"), rule->evidence);
  add_line (box, _("Measures"), measures);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  return row;
}

void
tuce_pack_details_show (TucePackDetails *self, const TucePack *pack)
{
  GtkWidget *row;

  g_return_if_fail (TUCE_IS_PACK_DETAILS (self));
  while ((row = gtk_widget_get_first_child (self->items)))
    gtk_list_box_remove (GTK_LIST_BOX (self->items), row);
  self->n_items = pack ? pack->rules->len : 0;
  for (guint i = 0; i < self->n_items; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->items), new_item (pack->rules->pdata[i]));
}

guint
tuce_pack_details_get_n_items (TucePackDetails *self)
{
  g_return_val_if_fail (TUCE_IS_PACK_DETAILS (self), 0);
  return self->n_items;
}

static void
tuce_pack_details_dispose (GObject *object)
{
  g_clear_pointer (&TUCE_PACK_DETAILS (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_pack_details_parent_class)->dispose (object);
}

static void
tuce_pack_details_class_init (TucePackDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_pack_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tuce_pack_details_init (TucePackDetails *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->items = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->items), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->items), TRUE);
  gtk_widget_add_css_class (self->items, "pack-items");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->items);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tuce_pack_details_new (void)
{
  return g_object_new (TUCE_TYPE_PACK_DETAILS, NULL);
}
