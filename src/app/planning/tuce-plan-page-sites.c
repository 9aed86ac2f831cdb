/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the sites and wishes of a scenario. */
#include <glib/gi18n-lib.h>

#include "tuce-form-dialog.h"
#include "tuce-plan-page-private.h"
#include "tuce-proposal-dialog.h"

static TuceCounty *
get_county (TucePlanPage *self)
{
  return tuce_workspace_get_county (self->workspace);
}

static GtkWindow *
get_window (TucePlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
ask (TucePlanPage *self, const char *title, const char *sentence, const char *button, const char *const *names,
     const TuceRecord *record, TuceFormDone done)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (record->entity, names[i]));
  gtk_window_present (GTK_WINDOW (tuce_form_dialog_new (get_window (self), title, sentence, button, get_county (self),
                                                        fields, record, done, G_OBJECT (self))));
}

static TuceRecord *
new_record (TucePlanPage *self, const char *entity)
{
  TuceRecord *record
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (get_county (self)), entity));

  tuce_record_set_integer (record, "scenario_id", self->shown);
  return record;
}

/* The site selected in the table, or NULL; what fails is reported. */
static TuceRecord *
load_site (TucePlanPage *self)
{
  g_autoptr (GError) error = NULL;
  TuceRecord *site
      = tuce_county_load (get_county (self), TUCE_SCENARIO_SITE, tuce_text_table_get_selected (self->sites), &error);

  if (error)
    tuce_workspace_report_error (self->workspace, error);
  return site;
}

static void
report (TucePlanPage *self, const GError *error)
{
  if (error)
    tuce_workspace_report_error (self->workspace, error);
}

/* --- sites --- */

/* What is asked of a site: all but where it lies, which the map says. */
static GStrv
site_fields (const TuceRecord *site)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < site->entity->fields->len; i++)
    {
      const TuceField *field = site->entity->fields->pdata[i];

      if (*field->section && field->type != TUCE_FIELD_DECIMAL)
        g_strv_builder_add (names, field->name);
    }
  return g_strv_builder_end (names);
}

static gboolean
save_site (TuceRecord *record, gpointer data, GError **error)
{
  return tuce_scenario_save_site (get_county (data), record, error);
}

static void
change_site (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (TuceRecord) site = load_site (self);
  g_auto (GStrv) names = site ? site_fields (site) : NULL;

  if (site)
    ask (self, tuce_record_text (site, "name"),
         _("What the whole site takes, those who have a place there included. Empty: no limit."), _("Save Site"),
         (const char *const *) names, site, save_site);
}

static void
toggle_site (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (TuceRecord) site = load_site (self);
  g_autoptr (GError) error = NULL;

  if (!site)
    return;
  tuce_record_set_integer (site, "open", !tuce_record_integer (site, "open"));
  tuce_scenario_save_site (get_county (self), site, &error);
  report (self, error);
}

static void
remove_site (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;

  tuce_scenario_remove_site (get_county (self), tuce_text_table_get_selected (self->sites), &error);
  report (self, error);
}

static void
propose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);

  gtk_window_present (GTK_WINDOW (tuce_proposal_dialog_new (get_window (self), self->workspace, self->shown)));
}

void
tuce_plan_page_add_candidate (TucePlanPage *self, TucePosition position)
{
  g_autoptr (TuceRecord) site = NULL;
  g_autofree char *where = NULL;
  g_auto (GStrv) names = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->draw), FALSE);
  if (!self->found || !self->found->shown)
    return;
  site = new_record (self, TUCE_SCENARIO_SITE);
  tuce_record_set_real (site, "lon", position.lon);
  tuce_record_set_real (site, "lat", position.lat);
  names = site_fields (site);
  where = g_strdup_printf (_("A candidate at %.5f° E, %.5f° N. Without a village it counts to the nearest one."),
                           position.lon, position.lat);
  ask (self, _("New Candidate"), where, _("Add Candidate"), (const char *const *) names, site, save_site);
}

/* --- wishes --- */

static gboolean
save_wish (TuceRecord *record, gpointer data, GError **error)
{
  return tuce_scenario_save_wish (get_county (data), record, error);
}

static void
ask_wish (TucePlanPage *self, TuceRecord *wish, const char *whose, const char *const *names)
{
  g_autofree char *sentence = g_strdup_printf (_("About %s."), whose);

  ask (self, _("Wish"), sentence, _("Save Wish"), names, wish, save_wish);
}

static TuceRecord *
new_wish (TucePlanPage *self, const TuceRecord *site)
{
  TuceRecord *wish = new_record (self, TUCE_SCENARIO_WISH);

  tuce_record_set_integer (wish, "scenario_site_id", site->id);
  return wish;
}

static void
wish_of_village (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "village_code", "group_no", "kind", "note", NULL };
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (TuceRecord) site = load_site (self);
  g_autoptr (TuceRecord) wish = site ? new_wish (self, site) : NULL;

  if (wish)
    ask_wish (self, wish, tuce_record_text (site, "name"), names);
}

static void
wish_of_household (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "kind", "note", NULL };
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (TuceRecord) site = load_site (self);
  g_autoptr (TuceRecord) wish = site ? new_wish (self, site) : NULL;
  g_autoptr (TuceRecord) household = NULL;
  g_autofree char *whose = NULL;

  if (g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "household") == 0)
    household = tuce_county_load (get_county (self), "household", tuce_workspace_get_selected_id (self->workspace), NULL);
  if (!wish || !household)
    return;
  tuce_record_set_integer (wish, "household_id", household->id);
  /* Translators: head of a household, then a site */
  whose = g_strdup_printf (_("%s and %s"), tuce_record_text (household, "head_name"), tuce_record_text (site, "name"));
  ask_wish (self, wish, whose, names);
}

static void
remove_wish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;

  tuce_scenario_remove_wish (get_county (self), tuce_text_table_get_selected (self->wishes), &error);
  report (self, error);
}

void
tuce_plan_page_install_site_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.site-change", NULL, change_site);
  gtk_widget_class_install_action (widget_class, "plan.site-toggle", NULL, toggle_site);
  gtk_widget_class_install_action (widget_class, "plan.site-remove", NULL, remove_site);
  gtk_widget_class_install_action (widget_class, "plan.propose", NULL, propose);
  gtk_widget_class_install_action (widget_class, "plan.wish", NULL, wish_of_village);
  gtk_widget_class_install_action (widget_class, "plan.wish-household", NULL, wish_of_household);
  gtk_widget_class_install_action (widget_class, "plan.wish-remove", NULL, remove_wish);
}
