/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-condition-bar.h"

#include <glib/gi18n-lib.h>

#include "tuce-condition-popover.h"

struct _TuceConditionBar
{
  GtkBox parent_instance;

  /* template children */
  GtkBox *chips;
  GtkMenuButton *add;
  GtkMenuButton *criteria;
  GtkButton *clear;

  TuceWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (TuceConditionBar, tuce_condition_bar, GTK_TYPE_BOX)

static void
on_chip_clicked (GtkButton *chip, TuceConditionBar *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "index"));

  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  tuce_workspace_remove_condition (self->workspace, index);
}

static GtkWidget *
new_chip (TuceConditionBar *self, const TuceCondition *condition, guint index)
{
  g_autofree char *text = tuce_condition_describe (condition);
  g_autofree char *spoken = g_strdup_printf (_("Remove the condition “%s”"), text);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), "index", GUINT_TO_POINTER (index));
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
  return chip;
}

static void
refresh (TuceConditionBar *self)
{
  GPtrArray *conditions = tuce_workspace_get_conditions (self->workspace);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < conditions->len; i++)
    gtk_box_append (self->chips, new_chip (self, g_ptr_array_index (conditions, i), i));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), conditions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->clear), conditions->len > 0);
}

/* One submenu for each criterion, with the three results it may have. */
static GMenuModel *
new_criteria_menu (TuceConditionBar *self, const TucePack *pack)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < pack->rules->len; i++)
    {
      const TuceRule *rule = g_ptr_array_index (pack->rules, i);
      g_autofree char *title = g_strdup_printf ("%s %s", rule->code, tuce_rule_short (rule));
      g_autoptr (GMenu) results = g_menu_new ();

      for (TuceResult result = TUCE_UNCHECKED; result <= TUCE_MET; result++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (tuce_result_label (dictionary, result), NULL);

          g_menu_item_set_action_and_target (item, "conditions.criterion", "(ss)", rule->code,
                                             tuce_result_code (result));
          g_menu_prepend_item (results, item);
        }
      g_menu_append_submenu (menu, title, G_MENU_MODEL (results));
    }
  return G_MENU_MODEL (menu);
}

static void
refresh_criteria (TuceConditionBar *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const TucePack *pack = standards ? tuce_standards_standard (standards, "household") : NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (g_object_get_data (G_OBJECT (self), "tuce-standards") == standards && standards)
    return; /* the same as before: an open menu stays open */
  g_object_set_data (G_OBJECT (self), "tuce-standards", standards);
  menu = pack ? new_criteria_menu (self, pack) : NULL;
  gtk_menu_button_set_menu_model (self->criteria, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->criteria), menu != NULL);
}

static void
add_criterion (GtkWidget *widget, const char *action, GVariant *target)
{
  TuceConditionBar *self = TUCE_CONDITION_BAR (widget);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const char *code, *result;
  const TuceRule *rule;

  g_variant_get (target, "(&s&s)", &code, &result);
  rule = standards ? tuce_standards_rule (standards, code) : NULL;
  if (rule)
    tuce_workspace_add_criterion (self->workspace, rule, tuce_result_from_code (result));
}

static void
on_county_changed (TuceConditionBar *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  gtk_menu_button_set_popover (self->add, county ? tuce_condition_popover_new (self->workspace) : NULL);
  refresh_criteria (self);
  refresh (self);
}

static void
on_clear (GtkButton *button, TuceConditionBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  tuce_workspace_clear_conditions (self->workspace);
}

static void
tuce_condition_bar_dispose (GObject *object)
{
  g_clear_object (&TUCE_CONDITION_BAR (object)->workspace);
  G_OBJECT_CLASS (tuce_condition_bar_parent_class)->dispose (object);
}

static void
tuce_condition_bar_class_init (TuceConditionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_condition_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-condition-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceConditionBar, chips);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionBar, add);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionBar, criteria);
  gtk_widget_class_bind_template_child (widget_class, TuceConditionBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_install_action (widget_class, "conditions.criterion", "(ss)", add_criterion);
}

static void
tuce_condition_bar_init (TuceConditionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tuce_condition_bar_set_workspace (TuceConditionBar *self, TuceWorkspace *workspace)
{
  g_return_if_fail (TUCE_IS_CONDITION_BAR (self));
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "scope-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (refresh_criteria), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  on_county_changed (self);
}
