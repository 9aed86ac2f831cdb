/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack-row.h"

#include <glib/gi18n-lib.h>

struct _TucePackRow
{
  GtkListBoxRow parent_instance;

  char *name;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (TucePackRow, tuce_pack_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const kinds[] = {
  [TUCE_PACK_STANDARD] = N_("Standard"),
  [TUCE_PACK_CHECKS] = N_("Checks"),
  [TUCE_PACK_PROCEDURE] = N_("Procedure"),
};

static void
tuce_pack_row_finalize (GObject *object)
{
  g_free (TUCE_PACK_ROW (object)->name);
  G_OBJECT_CLASS (tuce_pack_row_parent_class)->finalize (object);
}

static void
tuce_pack_row_class_init (TucePackRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_pack_row_finalize;
}

static void
tuce_pack_row_init (TucePackRow *self)
{
}

static char *
describe_years (const TucePack *pack)
{
  if (pack->from_year && pack->from_year == pack->to_year)
    return g_strdup_printf ("%d", pack->from_year);
  if (pack->from_year && pack->to_year)
    return g_strdup_printf ("%d–%d", pack->from_year, pack->to_year);
  if (pack->from_year)
    return g_strdup_printf (_("from %d"), pack->from_year);
  if (pack->to_year)
    return g_strdup_printf (_("until %d"), pack->to_year);
  return g_strdup (_("every year"));
}

char *
tuce_pack_describe (const TucePack *pack, TuceDictionary *dictionary)
{
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, pack->subject);
  g_autofree char *years = describe_years (pack);

  return g_strdup_printf ("%s · %s · %s", _(kinds[pack->kind]), entity ? tuce_entity_label (entity) : pack->subject,
                          years);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static const char *
state_of (TuceStandards *standards, const TucePack *pack)
{
  if (tuce_standards_is_active (standards, pack))
    return _("In force");
  if (tuce_standards_is_wanted (standards, pack))
    return tuce_standards_holds (standards, pack) ? _("Left out") : _("For other years");
  return _("Not in force");
}

GtkWidget *
tuce_pack_row_new (TuceStandards *standards, const TucePack *pack, TuceDictionary *dictionary, gboolean own)
{
  TucePackRow *self = g_object_new (TUCE_TYPE_PACK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *description = tuce_pack_describe (pack, dictionary);
  g_autofree char *state = own ? g_strdup_printf (_("%s · the county's own"), state_of (standards, pack))
                               : g_strdup (state_of (standards, pack));
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", tuce_pack_label (pack), description, state);

  self->name = g_strdup (pack->name);
  add_label (box, tuce_pack_label (pack));
  gtk_widget_add_css_class (add_label (box, description), "rule-line");
  gtk_box_append (GTK_BOX (line),
                  gtk_image_new_from_icon_name (tuce_standards_is_active (standards, pack) ? "object-select-symbolic"
                                                                                          : "window-close-symbolic"));
  self->state = add_label (line, state);
  gtk_widget_add_css_class (line, "rule-line");
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

const char *
tuce_pack_row_get_name (TucePackRow *self)
{
  return self->name;
}

const char *
tuce_pack_row_get_state (TucePackRow *self)
{
  return gtk_label_get_text (GTK_LABEL (self->state));
}
