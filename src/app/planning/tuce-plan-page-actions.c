/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a scenario as a whole: make, change, copy, remove, work out, adopt. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-adoption-dialog.h"
#include "tuce-form-dialog.h"
#include "tuce-plan-page-private.h"
#include "tuce-record-name.h"
#include "tuce-write-job.h"

static GtkWindow *
get_window (TucePlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static TuceCounty *
get_county (TucePlanPage *self)
{
  return tuce_workspace_get_county (self->workspace);
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

/* --- make, change, copy --- */

static const char *const settings[]
    = { "name", "candidates", "goal", "unit", "count_people", "count_houses", "note", NULL };

static gboolean
make (TuceRecord *record, gpointer data, GError **error)
{
  TucePlanPage *self = data;

  if (!tuce_scenario_make (get_county (self), record, error))
    return FALSE;
  self->shown = record->id;
  tuce_plan_page_find (self);
  return TRUE;
}

/* Only those who live in the scope are placed, where that is not the whole county. */
static char *
place_sentence (TucePlanPage *self, const char *place)
{
  g_autofree char *name = *place ? tuce_place_name (get_county (self), place) : NULL;

  return name ? g_strdup_printf (_("Only those who live in %s now are placed."), name)
              : g_strdup (_("All of the county are placed."));
}

static void
new_scenario (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (TuceRecord) record = tuce_scenario_draft (get_county (self));
  const char *scope = tuce_workspace_get_scope (self->workspace);
  gboolean whole = g_str_equal (scope, tuce_county_get_code (get_county (self)));
  g_autofree char *sentence = place_sentence (self, whole ? "" : scope);

  if (!whole)
    tuce_record_set_text (record, "place", scope);
  ask (self, _("New Scenario"), sentence, _("Make Scenario"), settings, record, make);
}

static gboolean
change (TuceRecord *record, gpointer data, GError **error)
{
  return tuce_scenario_save (get_county (data), record, error);
}

static void
change_settings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (get_county (self), TUCE_SCENARIO, self->shown, &error);
  g_autofree char *sentence = NULL;

  if (!record)
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  sentence = place_sentence (self, tuce_record_text (record, "place"));
  ask (self, _("Scenario"), sentence, _("Save Scenario"), settings, record, change);
}

static gboolean
copy (TuceRecord *record, gpointer data, GError **error)
{
  TucePlanPage *self = data;
  gint64 before = self->shown;
  gint64 id = tuce_scenario_copy (get_county (self), record->id, tuce_record_text (record, "name"), error);

  if (!id)
    return FALSE;
  tuce_plan_page_choose (self, id, before);
  return TRUE;
}

static void
copy_scenario (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "name", NULL };
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (get_county (self), TUCE_SCENARIO, self->shown, &error);
  g_autofree char *name = NULL;

  if (!record)
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  name = tuce_scenario_free_name (get_county (self), tuce_record_text (record, "name"));
  tuce_record_set_text (record, "name", name);
  ask (self, _("Copy Scenario"), _("Sites and wishes are copied; the copy is then changed and worked out by itself."),
       _("Make Copy"), names, record, copy);
}

/* --- writing --- */

static void
end_work (TucePlanPage *self)
{
  g_clear_object (&self->work);
  tuce_plan_page_update_actions (self);
}

static void
on_written (const GError *error, gpointer owner)
{
  TucePlanPage *self = owner;

  end_work (self);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tuce_workspace_report_error (self->workspace, error);
  else if (error)
    tuce_workspace_report (self->workspace, _("Stopped: nothing was changed"));
  tuce_plan_page_find (self);
}

/* @job: (transfer full) */
static void
begin_write (TucePlanPage *self, TucePortions *write, TuceJob *job, GError *error)
{
  if (write)
    {
      tuce_write_job (write, job, on_written, G_OBJECT (self));
      return;
    }
  tuce_job_finish (job);
  g_object_unref (job);
  on_written (error, self);
}

static TuceJob *
begin_work (TucePlanPage *self, const char *title)
{
  self->work = g_cancellable_new ();
  tuce_plan_page_update_actions (self);
  return tuce_workspace_begin_job (self->workspace, title, self->work);
}

static void
remove_scenario (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  TuceJob *job;

  if (self->work)
    return;
  job = begin_work (self, _("Removing a scenario"));
  begin_write (self, tuce_scenario_remove (get_county (self), self->shown, &error), job, error);
}

/* --- working out --- */

typedef struct
{
  TucePlanPage *page;
  TuceJob *job;
} Run;

static Run *
run_new (TucePlanPage *self, const char *title)
{
  Run *run = g_new0 (Run, 1);

  run->page = g_object_ref (self);
  run->job = begin_work (self, title);
  return run;
}

/* Gives the job; the page stays for the caller. */
static TucePlanPage *
run_take (Run *run, TuceJob **job)
{
  TucePlanPage *page = run->page;

  *job = run->job;
  g_free (run);
  return page;
}

static void
on_solved (GObject *source, GAsyncResult *result, gpointer data)
{
  TuceJob *job;
  g_autoptr (TucePlanPage) self = run_take (data, &job);
  g_autoptr (GError) error = NULL;
  TucePlan *plan = tuce_read_finish (result, &error);
  TucePortions *write = NULL;

  /* Another county was opened meanwhile, or the window closed. */
  if (plan && g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    g_clear_pointer (&plan, tuce_plan_free);
  if (plan)
    write = tuce_plan_write (get_county (self), plan, &error);
  if (!write && !error)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  begin_write (self, write, job, error);
}

static void
work_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  g_autofree char *title = NULL;
  Run *run;

  if (self->work)
    return;
  title = g_strdup_printf (_("Working out “%s”"), self->found->shown->name);
  run = run_new (self, title);
  tuce_plan_solve_async (get_county (self), self->shown, self->work, on_solved, run);
}

/* --- adopting --- */

static void
accept_adoption (TuceAdoption *adoption, gpointer owner)
{
  TucePlanPage *self = owner;
  g_autoptr (GError) error = NULL;
  TuceJob *job;

  if (self->work || !get_county (self))
    {
      tuce_adoption_free (adoption);
      return;
    }
  job = begin_work (self, _("Adopting a scenario"));
  begin_write (self, tuce_adoption_write (get_county (self), adoption, &error), job, error);
}

static void
on_adoption (GObject *source, GAsyncResult *result, gpointer data)
{
  TuceJob *job;
  g_autoptr (TucePlanPage) self = run_take (data, &job);
  g_autoptr (GError) error = NULL;
  TuceAdoption *adoption = tuce_read_finish (result, &error);

  tuce_job_finish (job);
  g_object_unref (job);
  end_work (self);
  if (adoption)
    gtk_window_present (
        GTK_WINDOW (tuce_adoption_dialog_new (get_window (self), self->found && self->found->shown ? self->found->shown->name : "",
                                              adoption, accept_adoption, G_OBJECT (self))));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tuce_workspace_report_error (self->workspace, error);
}

static void
adopt (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  Run *run;

  if (self->work)
    return;
  run = run_new (self, _("Looking at what would change"));
  tuce_adoption_find_async (get_county (self), self->shown, self->work, on_adoption, run);
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_plan_page_find (TUCE_PLAN_PAGE (widget));
}

static void
show_whole_county (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);

  tuce_text_table_select (self->sites, 0);
  tuce_plan_page_show_overlay (self);
  tuce_plan_page_update_actions (self);
  tuce_map_view_show_all (self->map);
}

void
tuce_plan_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.new", NULL, new_scenario);
  gtk_widget_class_install_action (widget_class, "plan.settings", NULL, change_settings);
  gtk_widget_class_install_action (widget_class, "plan.copy", NULL, copy_scenario);
  gtk_widget_class_install_action (widget_class, "plan.remove", NULL, remove_scenario);
  gtk_widget_class_install_action (widget_class, "plan.run", NULL, work_out);
  gtk_widget_class_install_action (widget_class, "plan.adopt", NULL, adopt);
  gtk_widget_class_install_action (widget_class, "plan.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "plan.whole-county", NULL, show_whole_county);
}
