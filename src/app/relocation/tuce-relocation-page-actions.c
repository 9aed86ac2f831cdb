/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the page 搬迁: a stage set by hand, a site begun. */
#include <glib/gi18n-lib.h>

#include "tuce-edit.h"
#include "tuce-form-dialog.h"
#include "tuce-relocation-page-private.h"
#include "tuce-transitions.h"

/* The stage somebody set, and why. */
static const char *const stage_fields[] = { "stage_set", "stage_note" };

static GtkWindow *
window_of (TuceRelocationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
set_stage (TuceRecord *record, gpointer data, GError **error)
{
  TuceRelocationPage *self = data;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (TuceRecord) before = tuce_county_load (county, record->entity->name, record->id, error);
  gboolean by_hand = tuce_record_has (record, stage_fields[0]);
  g_autofree char *name = before ? tuce_record_title (before) : NULL;
  g_autofree char *label = g_strdup_printf (by_hand ? _("Set the stage of %s by hand") : _("Let the stage of %s follow its dates"),
                                            name ? name : "");
  TuceEdit *edit;

  if (!by_hand)
    tuce_record_set_none (record, stage_fields[1]);
  if (!before || !tuce_transitions_check (before, record, TUCE_BY_HAND, NULL, error))
    return FALSE;
  edit = tuce_edit_begin (county, label, error);
  if (!edit)
    return FALSE;
  if (!tuce_edit_update (edit, record, error))
    {
      tuce_edit_abort (edit);
      return FALSE;
    }
  return tuce_edit_commit (edit, error);
}

static void
ask_stage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (widget);
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const TuceSiteBoard *site = tuce_relocation_page_site (self);
  g_autoptr (TuceRecord) record = site ? tuce_county_load (county, "site", site->id, NULL) : NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autofree char *sentence = NULL;
  GtkWidget *dialog;

  if (!record)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (stage_fields); i++)
    g_ptr_array_add (fields, (gpointer) tuce_entity_field (record->entity, stage_fields[i]));
  /* Translators: a site, the stage it stands at */
  sentence = g_strdup_printf (_("%s stands at “%s”. A stage that is set by hand stays until it is taken away here; without one "
                                "the dates of the site and of its households tell the stage."),
                              site->name, tuce_site_stage_label (tuce_county_get_dictionary (county), site->stage));
  dialog = tuce_form_dialog_new (window_of (self), _("Stage of a Site"), sentence, _("Set the Stage"), county, fields, record,
                                 set_stage, G_OBJECT (self));
  g_set_weak_pointer (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* In the village that is chosen in the tree; else the form of the card asks. */
static void
new_site (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (widget);
  const char *scope = tuce_workspace_get_scope (self->workspace);
  g_autoptr (TuceRecord) village = tuce_county_find (tuce_workspace_get_county (self->workspace), "village", "code", scope, NULL);

  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "site", village ? scope : "");
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (widget);
  gboolean filtered = !g_str_equal (tuce_choice_bar_get (self->filters), TUCE_FILTER_ALL);

  tuce_choice_bar_choose (self->filters, TUCE_FILTER_ALL);
  if (!filtered)
    tuce_relocation_page_choose_site (self, 0);
  self->fresh = TRUE;
  tuce_relocation_page_find_households (self);
}

static void
show_whole (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_workspace_set_scope (TUCE_RELOCATION_PAGE (widget)->workspace, NULL);
}

static void
go_to_households (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "households");
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_relocation_page_find (TUCE_RELOCATION_PAGE (widget), TRUE);
}

static void
choose_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (widget);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns[tuce_relocation_page_shows_origins (self)]));
}

void
tuce_relocation_page_update_actions (TuceRelocationPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean writable = county && tuce_county_is_writable (county);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relocation.new-site", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relocation.set-stage",
                                 writable && tuce_relocation_page_site (self) != NULL);
}

void
tuce_relocation_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.choose-columns", NULL, choose_columns);
  gtk_widget_class_install_action (widget_class, "relocation.set-stage", NULL, ask_stage);
  gtk_widget_class_install_action (widget_class, "relocation.new-site", NULL, new_site);
  gtk_widget_class_install_action (widget_class, "relocation.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "relocation.whole-county", NULL, show_whole);
  gtk_widget_class_install_action (widget_class, "relocation.households", NULL, go_to_households);
  gtk_widget_class_install_action (widget_class, "relocation.again", NULL, again);
}
