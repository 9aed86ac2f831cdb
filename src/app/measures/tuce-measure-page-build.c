/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page 措施 is put together from. */
#include "tuce-measure-page-private.h"

#include <glib/gi18n-lib.h>

#define DEPARTMENTS_WIDTH 132

static GtkWidget *
new_group (const char *const *labels, GtkWidget **buttons, guint n)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (group, "linked");
  for (guint i = 0; i < n; i++)
    {
      buttons[i] = gtk_toggle_button_new_with_label (labels[i]);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (buttons[i]), i ? GTK_TOGGLE_BUTTON (buttons[0]) : NULL);
      gtk_box_append (GTK_BOX (group), buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[0]), TRUE);
  return group;
}

static GtkWidget *
new_top (TuceMeasurePage *self)
{
  const char *const views[] = { _("Measures"), _("Ledger of Problems") };
  const char *const filters[] = { _("To Do"), _("Overdue"), _("All") };
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (top, "page-bar");
  gtk_box_append (GTK_BOX (top), new_group (views, self->views, TUCE_N_VIEWS));
  gtk_box_append (GTK_BOX (top), new_group (filters, self->filters, TUCE_N_DUE_FILTERS));
  self->of = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->of));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (top), space);
  self->add = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "measures.add");
  gtk_box_append (GTK_BOX (top), self->add);
  return top;
}

static GtkWidget *
new_bottom (TuceMeasurePage *self)
{
  static const struct
  {
    const char *label, *action;
  } buttons[] = { { N_("Open the Household"), "measures.open" },
                  { N_("Done…"), "measures.done" },
                  { N_("Cancel the Measure"), "measures.cancel" },
                  { N_("Close…"), "measures.close" },
                  { N_("Remove"), "measures.remove" } };
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bottom, "page-bar");
  self->selected = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->selected, 0);
  gtk_label_set_ellipsize (self->selected, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->selected), TRUE);
  gtk_box_append (GTK_BOX (bottom), GTK_WIDGET (self->selected));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(buttons[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (bottom), button);
    }
  return bottom;
}

void
tuce_measure_page_build (TuceMeasurePage *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->departments = TUCE_COUNT_LIST (tuce_department_list_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->departments), DEPARTMENTS_WIDTH, -1);
  self->tables_stack = GTK_STACK (gtk_stack_new ());
  for (TuceMeasureView view = 0; view < TUCE_N_VIEWS; view++)
    {
      self->tables[view] = TUCE_LIST_TABLE (tuce_due_table_new (self->workspace, tuce_measure_view_entity (view)));
      gtk_stack_add_child (self->tables_stack, GTK_WIDGET (self->tables[view]));
    }
  self->looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->tables_stack)));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->departments));
  gtk_box_append (GTK_BOX (middle), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->looks));
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), middle);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), new_bottom (self));
}

/* --- what can be chosen above --- */

static void
add_criteria (TuceMeasurePage *self, GtkStringList *words)
{
  static const char *const levels[] = { "household", "village", "township", "county" };
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  for (guint i = 0; standards && i < G_N_ELEMENTS (levels); i++)
    {
      const TucePack *pack = tuce_standards_standard (standards, levels[i]);

      for (guint r = 0; pack && r < pack->rules->len; r++)
        {
          const TuceRule *rule = pack->rules->pdata[r];
          g_autofree char *line = g_strdup_printf ("%s %s", rule->code, tuce_rule_short (rule));

          g_ptr_array_add (self->codes, g_strdup (rule->code));
          gtk_string_list_append (words, line);
        }
    }
}

static void
add_sources (TuceMeasurePage *self, GtkStringList *words)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const TuceField *source = tuce_entity_field (
      tuce_dictionary_entity (tuce_county_get_dictionary (county), tuce_measure_view_entity (TUCE_VIEW_PROBLEMS)), "source");

  for (guint i = 0; i < source->codes->codes->len; i++)
    {
      const TuceCode *code = source->codes->codes->pdata[i];

      g_ptr_array_add (self->codes, g_strdup (code->code));
      gtk_string_list_append (words, tuce_code_label (code));
    }
}

void
tuce_measure_page_fill_of (TuceMeasurePage *self)
{
  gboolean measures = self->view == TUCE_VIEW_MEASURES;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->standards = tuce_workspace_get_standards (self->workspace);
  g_ptr_array_set_size (self->codes, 0);
  g_ptr_array_add (self->codes, g_strdup (""));
  gtk_string_list_append (words, measures ? _("All criteria") : _("All sources"));
  if (tuce_workspace_get_county (self->workspace) && measures)
    add_criteria (self, words);
  else if (tuce_workspace_get_county (self->workspace))
    add_sources (self, words);
  gtk_drop_down_set_model (self->of, G_LIST_MODEL (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->of), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  measures ? _("All criteria") : _("All sources"), -1);
  self->filling = FALSE;
}
