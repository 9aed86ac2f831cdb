/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-status-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-freshness.h"
#include "tuce-households-task.h"
#include "tuce-journal.h"
#include "tuce-shown.h"

struct _TuceStatusLine
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *shown;
  GtkLabel *done;
  GtkButton *undo;
  GtkButton *redo;
  GtkWidget *running;
  GtkLabel *job_title;
  GtkProgressBar *progress;
  GtkButton *cancel;

  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  GCancellable *counting; /* of the count on its way, or NULL */
  guint wait;             /* source that waits whether somebody else counts */
  GQueue jobs; /* TuceJob, owned; the one begun last is shown */
};

G_DEFINE_FINAL_TYPE (TuceStatusLine, tuce_status_line, GTK_TYPE_BOX)

static void
show_shown (TuceStatusLine *self)
{
  gint64 households = tuce_workspace_get_shown_households (self->workspace);
  g_autofree char *what = tuce_shown_describe (self->workspace);
  g_autoptr (GString) text = g_string_new (what);

  if (households >= 0)
    {
      g_autofree char *n = tuce_text_number (households);
      g_autofree char *of = tuce_text_number (tuce_workspace_get_shown_people (self->workspace));

      g_string_append (text, " · ");
      g_string_append_printf (text, _("%s households, %s people"), n, of);
    }
  gtk_label_set_text (self->shown, text->str);
}

/* --- counting, where the page of households does not --- */

static void
stop (TuceStatusLine *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->wait, g_source_remove);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceStatusLine) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree TuceHouseholdsCounted *counted = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;
  g_clear_object (&self->counting);
  if (counted) /* else it stays unknown: the page of households says why */
    tuce_workspace_set_shown (self->workspace, counted->households, counted->people);
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_workspace_add_reads (TUCE_STATUS_LINE (page)->workspace, reads);
  tuce_reads_add_path (reads, "household", "size");
}

static const TuceFreshPart parts[] = { { add_reads, NULL, TUCE_FRESH_BY_SCOPE } };

static gboolean
count (gpointer data)
{
  TuceStatusLine *self = data;

  self->wait = 0;
  if (!tuce_workspace_wants_shown (self->workspace))
    return G_SOURCE_REMOVE;
  tuce_workspace_expect_shown (self->workspace);
  self->counting = g_cancellable_new ();
  tuce_read_async (tuce_workspace_get_county (self->workspace), &tuce_households_counting,
                   tuce_workspace_households (self->workspace), self->counting, on_counted, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* If the page of households is in view, or comes into view with the same click, it says how many it found. */
static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceStatusLine *self = page;

  stop (self);
  show_shown (self);
  self->wait = g_idle_add (count, self);
}

static void
show_done (TuceStatusLine *self, const char *sentence, gboolean undo, gboolean redo)
{
  gtk_label_set_text (self->done, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->done), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), undo);
  gtk_widget_set_visible (GTK_WIDGET (self->redo), redo);
}

/* The journal knows what the last step was: an edit, or an undo or redo of one. */
static void
on_records_changed (TuceStatusLine *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GPtrArray) last = tuce_journal_list (county, 1, NULL);
  const TuceJournalEntry *entry = last && last->len > 0 ? g_ptr_array_index (last, 0) : NULL;
  g_autofree char *at = NULL;
  g_autofree char *sentence = NULL;

  if (!entry)
    return;
  at = strlen (entry->at) >= 16 ? g_strndup (entry->at + 11, 5) : g_strdup (entry->at);
  if (g_str_equal (entry->kind, "undo"))
    sentence = g_strdup_printf (_("Taken back %s · %s"), at, entry->label);
  else
    sentence = g_strdup_printf (_("Saved %s · %s"), at, entry->label);
  show_done (self, sentence, g_str_equal (entry->kind, "edit") || g_str_equal (entry->kind, "redo"),
             g_str_equal (entry->kind, "undo"));
}

static void
on_reported (TuceStatusLine *self, const char *sentence, gboolean is_error)
{
  if (!is_error) /* errors have the bar under the header */
    show_done (self, sentence, FALSE, FALSE);
}

static void
show_job (TuceStatusLine *self)
{
  TuceJob *job = g_queue_peek_tail (&self->jobs);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->running, job != NULL);
  if (!job)
    return;
  if (self->jobs.length > 1)
    title = g_strdup_printf (_("%s (and %u more)"), tuce_job_get_title (job), self->jobs.length - 1);
  gtk_label_set_text (self->job_title, title ? title : tuce_job_get_title (job));
  gtk_progress_bar_set_fraction (self->progress, tuce_job_get_fraction (job));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), tuce_job_get_cancellable (job) != NULL);
}

static void
on_job_finished (TuceJob *job, TuceStatusLine *self)
{
  g_signal_handlers_disconnect_by_data (job, self);
  if (g_queue_remove (&self->jobs, job))
    g_object_unref (job);
  show_job (self);
}

static void
on_job_begun (TuceStatusLine *self, TuceJob *job)
{
  g_queue_push_tail (&self->jobs, g_object_ref (job));
  g_signal_connect_object (job, "progressed", G_CALLBACK (show_job), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "finished", G_CALLBACK (on_job_finished), self, 0);
  show_job (self);
}

static void
on_cancel (TuceStatusLine *self)
{
  TuceJob *job = g_queue_peek_tail (&self->jobs);

  if (job && tuce_job_get_cancellable (job))
    g_cancellable_cancel (tuce_job_get_cancellable (job));
}

static void
on_county_changed (TuceStatusLine *self)
{
  show_done (self, "", FALSE, FALSE);
  show_shown (self);
}

static void
tuce_status_line_dispose (GObject *object)
{
  TuceStatusLine *self = TUCE_STATUS_LINE (object);

  stop (self);
  g_clear_object (&self->freshness);
  g_queue_clear_full (&self->jobs, g_object_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_status_line_parent_class)->dispose (object);
}

static void
tuce_status_line_class_init (TuceStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_status_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, shown);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, done);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, undo);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, redo);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, running);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, job_title);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, progress);
  gtk_widget_class_bind_template_child (widget_class, TuceStatusLine, cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
tuce_status_line_init (TuceStatusLine *self)
{
  g_queue_init (&self->jobs);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tuce_status_line_set_workspace (TuceStatusLine *self, TuceWorkspace *workspace)
{
  g_return_if_fail (TUCE_IS_STATUS_LINE (self));
  g_set_object (&self->workspace, workspace);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  g_signal_connect_object (workspace, "shown-counted", G_CALLBACK (show_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reported", G_CALLBACK (on_reported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "job-begun", G_CALLBACK (on_job_begun), self, G_CONNECT_SWAPPED);
  on_county_changed (self);
}

const char *
tuce_status_line_get_shown (TuceStatusLine *self)
{
  g_return_val_if_fail (TUCE_IS_STATUS_LINE (self), NULL);
  return gtk_label_get_text (self->shown);
}

const char *
tuce_status_line_get_done (TuceStatusLine *self)
{
  g_return_val_if_fail (TUCE_IS_STATUS_LINE (self), NULL);
  return gtk_label_get_text (self->done);
}
