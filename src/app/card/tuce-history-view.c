/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-history-view.h"

#include <glib/gi18n-lib.h>

#include "tuce-field-entry.h"
#include "tuce-freshness.h"
#include "tuce-journal.h"
#include "tuce-read.h"

/* More lines than anybody reads; the whole journal has a page of its own. */
#define MOST_LINES 200
#define LOADING_AFTER_MS 200

struct _TuceHistoryView
{
  GtkWidget parent_instance;

  /* children of the template */
  GtkWidget *state;
  GtkWidget *again;
  GtkWidget *entries;

  /* owned */
  TuceCounty *county;
  char *entity;
  gint64 id;
  TuceFreshness *freshness;
  GCancellable *cancellable;
  guint loading_source;
};

G_DEFINE_FINAL_TYPE (TuceHistoryView, tuce_history_view, GTK_TYPE_WIDGET)

typedef struct
{
  char *entity;
  gint64 id;
} Reading;

static void
reading_free (gpointer data)
{
  g_free (((Reading *) data)->entity);
  g_free (data);
}

static gpointer
read_history (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Reading *reading = question;

  return tuce_journal_history (reader, reading->entity, reading->id, error);
}

/* --- lines --- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
value_text (const TuceField *field, const char *text)
{
  if (!text || !*text)
    return g_strdup ("—");
  return tuce_field_is_concealed (field) ? tuce_field_mask (field, text) : g_strdup (text);
}

static char *
line_text (const TuceHistoryLine *line)
{
  const char *entity = tuce_entity_label (line->entity);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (line->kind == TUCE_CHANGE_INSERT)
    /* Translators: a line of a record's history; %s is what kind of record, "member" */
    return g_strdup_printf (_("added: %s"), entity);
  if (line->kind == TUCE_CHANGE_DELETE)
    return g_strdup_printf (_("removed: %s"), entity);
  from = value_text (line->field, line->from);
  to = value_text (line->field, line->to);
  return g_strdup_printf ("%s %s → %s", tuce_field_label (line->field), from, to);
}

/* 2018-07-23 09:41 · who · what; an undo says that it was one, for it bears the label of what it took back. */
static char *
heading_text (const TuceJournalEntry *entry)
{
  g_autofree char *at = g_strndup (entry->at, 16);
  const char *kind = "";

  g_strdelimit (at, "T", ' ');
  if (g_str_equal (entry->kind, "undo"))
    kind = _("Undone: ");
  else if (g_str_equal (entry->kind, "redo"))
    kind = _("Redone: ");
  return g_strdup_printf ("%s · %s · %s%s", at, entry->user, kind, entry->label);
}

static void
show_lines (TuceHistoryView *self, GPtrArray *lines)
{
  gint64 sequence = -1;
  GtkWidget *box = NULL;

  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    {
      const TuceHistoryLine *line = lines->pdata[i];
      g_autofree char *text = line_text (line);

      if (line->entry->sequence != sequence)
        {
          g_autofree char *heading = heading_text (line->entry);

          sequence = line->entry->sequence;
          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
          gtk_box_append (GTK_BOX (self->entries), box);
          add_label (box, heading, "dim-label");
        }
      add_label (box, text, NULL);
    }
  if (lines->len > MOST_LINES)
    {
      g_autofree char *rest
          = g_strdup_printf (ngettext ("and %u earlier change", "and %u earlier changes", lines->len - MOST_LINES),
                             lines->len - MOST_LINES);

      add_label (self->entries, rest, "dim-label");
    }
  gtk_label_set_label (GTK_LABEL (self->state), _("Nothing was changed yet"));
  gtk_widget_set_visible (self->state, lines->len == 0);
}

static void
clear (TuceHistoryView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->entries)))
    gtk_box_remove (GTK_BOX (self->entries), child);
  gtk_widget_hide (self->state);
  gtk_widget_hide (self->again);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_source, g_source_remove);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceHistoryView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = tuce_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (lines)
    {
      show_lines (self, lines);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->state), error->message);
  gtk_widget_show (self->state);
  gtk_widget_show (self->again);
}

static gboolean
say_loading (gpointer data)
{
  TuceHistoryView *self = data;

  self->loading_source = 0;
  gtk_label_set_label (GTK_LABEL (self->state), _("Reading the journal…"));
  gtk_widget_show (self->state);
  return G_SOURCE_REMOVE;
}

static void
load (TuceHistoryView *self)
{
  static const TuceReadKind kind = { read_history, reading_free, (GDestroyNotify) g_ptr_array_unref };
  Reading *reading;

  clear (self);
  if (!self->county || self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  self->loading_source = g_timeout_add (LOADING_AFTER_MS, say_loading, self);
  reading = g_new (Reading, 1);
  *reading = (Reading){ g_strdup (self->entity), self->id };
  tuce_read_async (self->county, &kind, reading, self->cancellable, on_read, g_object_ref (self));
}

static void
ask (gpointer view, guint stale, const TuceChangeSet *changes)
{
  load (view);
}

static void
tuce_history_view_dispose (GObject *object)
{
  TuceHistoryView *self = TUCE_HISTORY_VIEW (object);
  GtkWidget *child;

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_object (&self->freshness);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->county);
  G_OBJECT_CLASS (tuce_history_view_parent_class)->dispose (object);
}

static void
tuce_history_view_finalize (GObject *object)
{
  g_free (TUCE_HISTORY_VIEW (object)->entity);
  G_OBJECT_CLASS (tuce_history_view_parent_class)->finalize (object);
}

static void
tuce_history_view_class_init (TuceHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_history_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_history_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceHistoryView, state);
  gtk_widget_class_bind_template_child (widget_class, TuceHistoryView, again);
  gtk_widget_class_bind_template_child (widget_class, TuceHistoryView, entries);
}

static void
tuce_history_view_init (TuceHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->freshness = tuce_freshness_new (NULL, GTK_WIDGET (self), NULL, 0, ask);
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (load), self);
}

GtkWidget *
tuce_history_view_new (void)
{
  return g_object_new (TUCE_TYPE_HISTORY_VIEW, NULL);
}

void
tuce_history_view_show (TuceHistoryView *self, TuceCounty *county, const char *entity, gint64 id)
{
  g_set_object (&self->county, county);
  g_free (self->entity);
  self->entity = g_strdup (entity);
  self->id = id;
  clear (self);
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}
