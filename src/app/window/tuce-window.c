/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-window-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-card.h"
#include "tuce-error.h"
#include "tuce-household-page.h"

G_DEFINE_FINAL_TYPE (TuceWindow, tuce_window, GTK_TYPE_APPLICATION_WINDOW)

static void
show_title (TuceWindow *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *title = NULL;

  if (county)
    title = g_strdup_printf (_("%s · %d"), tuce_county_get_name (county), tuce_county_get_year (county));
  else
    title = g_strdup (_("Tuce"));
  gtk_label_set_text (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_read_only (TuceWindow *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  gboolean read_only = county && !tuce_county_is_writable (county);
  const char *reason = read_only ? tuce_county_read_only_reason (county) : NULL;

  gtk_label_set_text (self->read_only_sentence, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_only_bar), read_only);
}

static void
on_county_changed (TuceWindow *self)
{
  gboolean open = tuce_workspace_get_county (self->workspace) != NULL;

  show_title (self);
  show_read_only (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), open);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), open);
  gtk_widget_set_visible (GTK_WIDGET (self->redo), open);
  gtk_stack_set_visible_child_name (self->faces, open ? "county" : "start");
  if (!open)
    tuce_start_page_show_recent (self->start, self->settings);
  tuce_window_update_actions (self);
}

static void
on_search_changed (TuceWindow *self)
{
  tuce_workspace_set_search (self->workspace, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The search may be cleared elsewhere, as by the table that found nothing. A search entry whose text is replaced says
 * at once that it is empty: nobody must hear that. */
static void
on_scope_changed (TuceWindow *self)
{
  g_autofree char *typed = tuce_text_normalize (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *wanted = g_strdup (tuce_workspace_get_search (self->workspace));

  if (g_str_equal (typed, wanted))
    return;
  g_signal_handlers_block_by_func (self->search, on_search_changed, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), wanted);
  g_signal_handlers_unblock_by_func (self->search, on_search_changed, self);
}

static void
on_records_changed (TuceWindow *self)
{
  /* What was refused before has been put right, or given up. */
  gtk_widget_set_visible (GTK_WIDGET (self->error_bar), FALSE);
  tuce_window_update_actions (self);
}

static void
on_reported (TuceWindow *self, const char *sentence, gboolean is_error)
{
  if (is_error)
    tuce_window_show_error (self, sentence);
}

static void
on_search_activated (TuceWindow *self)
{
  on_search_changed (self);
  tuce_window_show_page (self, "households");
  tuce_household_page_enter (TUCE_HOUSEHOLD_PAGE (tuce_window_get_part (self, "households")));
}

static void
on_stop_search (TuceWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (self);
  tuce_window_focus_page (self);
}

static void
on_error_response (TuceWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error_bar), FALSE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, TuceWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  return path && tuce_window_open (self, path);
}

static gboolean
on_close_request (TuceWindow *self)
{
  if (self->making && tuce_job_get_cancellable (self->making))
    g_cancellable_cancel (tuce_job_get_cancellable (self->making));
  tuce_window_save_state (self);
  tuce_workspace_set_county (self->workspace, NULL);
  return FALSE;
}

static void
tuce_window_dispose (GObject *object)
{
  TuceWindow *self = TUCE_WINDOW (object);

  g_clear_object (&self->making);
  g_clear_object (&self->recent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tuce_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, read_only_sentence);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, error_sentence);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, faces);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, start);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, tree_paned);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, tree_place);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, card_paned);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, card_place);
  gtk_widget_class_bind_template_child (widget_class, TuceWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_error_response);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
tuce_window_class_init (TuceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_window_dispose;
  g_type_ensure (TUCE_TYPE_RAIL);
  g_type_ensure (TUCE_TYPE_START_PAGE);
  g_type_ensure (TUCE_TYPE_STATUS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-window.ui");
  bind_children (widget_class);
  tuce_window_install_keys (widget_class);
}

static void
tuce_window_init (TuceWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->workspace = tuce_workspace_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
add_parts (TuceWindow *self)
{
  self->tree = TUCE_PLACE_TREE (tuce_place_tree_new (self->workspace));
  gtk_box_append (self->tree_place, GTK_WIDGET (self->tree));
  tuce_window_add_pages (self);
  self->card = tuce_card_new (self->workspace);
  gtk_widget_set_hexpand (self->card, TRUE);
  gtk_widget_set_vexpand (self->card, TRUE);
  gtk_box_append (self->card_place, self->card);
  tuce_status_line_set_workspace (self->status, self->workspace);
}

GtkWidget *
tuce_window_new (GtkApplication *application, TuceSettings *settings)
{
  TuceWindow *self = g_object_new (TUCE_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  add_parts (self);
  tuce_window_add_actions (self);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "scope-changed", G_CALLBACK (on_scope_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reported", G_CALLBACK (on_reported), self,
                           G_CONNECT_SWAPPED);
  tuce_window_restore_state (self);
  on_county_changed (self);
  return GTK_WIDGET (self);
}

TuceWorkspace *
tuce_window_get_workspace (TuceWindow *self)
{
  g_return_val_if_fail (TUCE_IS_WINDOW (self), NULL);
  return self->workspace;
}

gboolean
tuce_window_open (TuceWindow *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *absolute = g_file_get_path (file);
  TuceCounty *now = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *scope = NULL;

  g_return_val_if_fail (TUCE_IS_WINDOW (self), FALSE);
  /* "Try again" on the file we have: our own hold would be in the way. */
  if (now && g_strcmp0 (tuce_county_get_path (now), absolute) == 0)
    tuce_window_close_county (self);
  county = tuce_county_open (absolute, TUCE_OPEN_WRITE_OR_READ, &error);
  if (!county)
    {
      if (g_error_matches (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND))
        tuce_settings_remove_recent (self->settings, absolute);
      tuce_window_show_error (self, error->message);
      return FALSE;
    }
  tuce_window_close_county (self);
  gtk_widget_set_visible (GTK_WIDGET (self->error_bar), FALSE);
  tuce_settings_add_recent (self->settings, absolute);
  tuce_window_update_recent (self);
  scope = tuce_settings_get_string (self->settings, "scope", tuce_county_get_uuid (county), "");
  tuce_workspace_set_county (self->workspace, county);
  if (*scope)
    tuce_workspace_set_scope (self->workspace, scope);
  tuce_window_focus_page (self);
  return TRUE;
}

void
tuce_window_close_county (TuceWindow *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (TuceCounty) held = county ? g_object_ref (county) : NULL;

  if (!county)
    return;
  tuce_settings_set_string (self->settings, "scope", tuce_county_get_uuid (county),
                            tuce_workspace_get_scope (self->workspace));
  tuce_workspace_set_county (self->workspace, NULL);
  tuce_county_close (held);
}

void
tuce_window_show_error (TuceWindow *self, const char *sentence)
{
  gtk_label_set_text (self->error_sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_bar), TRUE);
}

GtkWidget *
tuce_window_get_part (TuceWindow *self, const char *name)
{
  g_return_val_if_fail (TUCE_IS_WINDOW (self), NULL);
  if (g_str_equal (name, "start"))
    return GTK_WIDGET (self->start);
  if (g_str_equal (name, "tree"))
    return GTK_WIDGET (self->tree);
  if (g_str_equal (name, "status"))
    return GTK_WIDGET (self->status);
  if (g_str_equal (name, "rail"))
    return GTK_WIDGET (self->rail);
  if (g_str_equal (name, "card"))
    return self->card;
  if (g_str_equal (name, "search"))
    return GTK_WIDGET (self->search);
  return gtk_stack_get_child_by_name (self->pages, name);
}

const char *
tuce_window_get_bar (TuceWindow *self, const char *bar)
{
  gboolean error = g_str_equal (bar, "error");

  g_return_val_if_fail (TUCE_IS_WINDOW (self), NULL);
  if (!gtk_widget_get_visible (GTK_WIDGET (error ? self->error_bar : self->read_only_bar)))
    return NULL;
  return gtk_label_get_text (error ? self->error_sentence : self->read_only_sentence);
}
