/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack-editor.h"

#include <glib/gi18n-lib.h>

#include "tuce-draft.h"
#include "tuce-keyboard-focus.h"
#include "tuce-lint-task.h"
#include "tuce-mistake-list.h"
#include "tuce-own-packs.h"

/* How long the keyboard has to rest before mistakes are looked for. Milliseconds. */
#define REST 350

struct _TucePackEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *text;
  GtkTextBuffer *buffer;
  GtkWidget *place;    /* line and column of the cursor */
  GtkWidget *sentence; /* what is known of the text */
  TuceMistakeList *mistakes;
  GtkWidget *save;
  GtkWidget *revert;

  TuceWorkspace *workspace;
  char *name;   /* of the pack */
  gint64 id;    /* of its record */
  TuceCounty *county; /* weak: where it is */
  char *saved;  /* its text in the file */
  char *looked; /* the text the mistakes are about */
  GPtrArray *found; /* TuceMistake, or NULL */
  guint rest;
  GCancellable *looking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (TucePackEditor, tuce_pack_editor, GTK_TYPE_WIDGET)

static guint closed_signal;

static void look (TucePackEditor *self);

static char *
get_text (TucePackEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

gboolean
tuce_pack_editor_is_changed (TucePackEditor *self)
{
  g_autofree char *text = get_text (self);

  return self->saved && !g_str_equal (text, self->saved);
}

static gboolean
is_looked_at (TucePackEditor *self)
{
  g_autofree char *text = get_text (self);

  return self->found && g_strcmp0 (text, self->looked) == 0;
}

/* --- what is said --- */

static void
say (TucePackEditor *self, const char *sentence, gboolean problem)
{
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  if (problem)
    gtk_widget_add_css_class (self->sentence, "problem");
  else
    gtk_widget_remove_css_class (self->sentence, "problem");
}

static void
say_found (TucePackEditor *self)
{
  guint refusing = 0, doubts = 0;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->found->len; i++)
    if (((TuceMistake *) self->found->pdata[i])->doubt)
      doubts++;
    else
      refusing++;
  if (refusing)
    sentence = g_strdup_printf (ngettext ("%u mistake: what was in force stays until it is put right.",
                                          "%u mistakes: what was in force stays until they are put right.", refusing),
                                refusing);
  else if (doubts)
    sentence = g_strdup_printf (ngettext ("%u doubt: look again. The pack can be saved.",
                                          "%u doubts: look again. The pack can be saved.", doubts),
                                doubts);
  say (self, sentence ? sentence : _("No mistakes."), refusing > 0);
}

static void
update (TucePackEditor *self)
{
  gboolean changed = tuce_pack_editor_is_changed (self);
  gboolean good = is_looked_at (self) && !tuce_lint_refuses (self->found);

  gtk_widget_set_sensitive (self->save, changed && good);
  gtk_widget_set_sensitive (self->revert, changed);
}

static void
mark_line (TucePackEditor *self, const TuceMistake *mistake)
{
  GtkTextIter start, end;

  if (!mistake->line || !gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) mistake->line - 1))
    return;
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag_by_name (self->buffer, mistake->doubt ? "doubt" : "mistake", &start, &end);
}

static void
show_mistakes (TucePackEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  for (guint i = 0; i < self->found->len; i++)
    mark_line (self, self->found->pdata[i]);
  tuce_mistake_list_show (self->mistakes, self->found);
}

/* --- looking for mistakes --- */

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePackEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tuce_read_finish (result, &error);

  if (!self->box || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  if (self->again)
    {
      look (self);
      return;
    }
  if (!found)
    {
      say (self, error->message, TRUE);
      return;
    }
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  g_free (self->looked);
  self->looked = g_strdup (tuce_read_question (result));
  show_mistakes (self);
  say_found (self);
  update (self);
}

static void
look (TucePackEditor *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  self->again = self->looking != NULL;
  if (self->again || !county || county != self->county)
    return;
  self->looking = g_cancellable_new ();
  tuce_read_async (county, &tuce_lint_looking, get_text (self), self->looking, on_looked, g_object_ref (self));
}

/* What is typed outlives the window, as it does in the card. */
static void
keep_draft (TucePackEditor *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *text = get_text (self);
  g_autoptr (GError) error = NULL;

  if (!county || county != self->county || !tuce_county_is_writable (county))
    return;
  if (tuce_pack_editor_is_changed (self) ? !tuce_draft_keep (county, "pack", self->id, text, &error)
                                         : !tuce_draft_drop (county, "pack", self->id, &error))
    tuce_workspace_report_error (self->workspace, error);
}

static gboolean
rested (gpointer data)
{
  TucePackEditor *self = data;

  self->rest = 0;
  keep_draft (self);
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (TucePackEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rested, self);
  say (self, _("Looking for mistakes…"), FALSE);
  update (self);
}

static void
on_cursor (TucePackEditor *self)
{
  GtkTextIter at;
  g_autofree char *place = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  place = g_strdup_printf (_("line %u, column %u"), (guint) gtk_text_iter_get_line (&at) + 1,
                           (guint) gtk_text_iter_get_line_offset (&at) + 1);
  gtk_label_set_text (GTK_LABEL (self->place), place);
}

static void
on_mistake (TucePackEditor *self, guint line, guint column)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_line (self->buffer, &at, (int) MAX (line, 1) - 1);
  for (guint i = 1; i < column && !gtk_text_iter_ends_line (&at); i++)
    gtk_text_iter_forward_char (&at);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->text), &at, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (self->text);
}

/* --- what is done --- */

static void
set_text (TucePackEditor *self, const char *text)
{
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

gboolean
tuce_pack_editor_edit (TucePackEditor *self, const char *name, GError **error)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (TuceRecord) record = county ? tuce_county_find (county, "pack", "name", name, error) : NULL;
  g_autofree char *title = NULL, *draft = NULL;
  g_autoptr (GError) failed = NULL;
  GtkTextIter start;

  if (!record)
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->saved);
  self->saved = g_strdup (tuce_record_text (record, "text"));
  self->id = record->id;
  g_set_weak_pointer (&self->county, county);
  draft = tuce_draft_find (county, "pack", self->id, &failed);
  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  title = g_strdup_printf (_("Text of the pack %s"), name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  set_text (self, draft ? draft : self->saved);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  return TRUE;
}

gboolean
tuce_pack_editor_save (TucePackEditor *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  g_autofree char *text = get_text (self);
  g_autoptr (TucePack) pack = NULL;
  g_autoptr (GError) error = NULL;

  if (!county || county != self->county || !standards || !is_looked_at (self) || tuce_lint_refuses (self->found))
    return FALSE;
  if (!tuce_own_pack_save (county, standards, self->name, text, &error))
    {
      say (self, error->message, TRUE);
      return FALSE;
    }
  pack = tuce_pack_parse (text, self->name, NULL);
  g_free (self->name);
  self->name = g_strdup (pack->name);
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  keep_draft (self);
  update (self);
  return TRUE;
}

static void
on_save (TucePackEditor *self)
{
  if (tuce_pack_editor_save (self))
    g_signal_emit (self, closed_signal, 0);
}

static void
on_revert (TucePackEditor *self)
{
  set_text (self, self->saved);
}

static void
on_close (TucePackEditor *self)
{
  keep_draft (self);
  g_signal_emit (self, closed_signal, 0);
}

/* --- object --- */

static void
tuce_pack_editor_dispose (GObject *object)
{
  TucePackEditor *self = TUCE_PACK_EDITOR (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->looking)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_weak_pointer (&self->county);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_pack_editor_parent_class)->dispose (object);
}

static void
tuce_pack_editor_finalize (GObject *object)
{
  TucePackEditor *self = TUCE_PACK_EDITOR (object);

  g_free (self->name);
  g_free (self->saved);
  g_free (self->looked);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (tuce_pack_editor_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TUCE_PACK_EDITOR (widget)->text);
}

static void
tuce_pack_editor_class_init (TucePackEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_pack_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_pack_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  closed_signal = g_signal_new ("closed", TUCE_TYPE_PACK_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_bar (TucePackEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_with_label (_("Back"));

  gtk_widget_add_css_class (bar, "page-bar");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->revert = gtk_button_new_with_label (_("Revert"));
  self->save = gtk_button_new_with_label (_("Save Pack"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_box_append (GTK_BOX (bar), close);
  gtk_box_append (GTK_BOX (bar), self->title);
  gtk_box_append (GTK_BOX (bar), self->revert);
  gtk_box_append (GTK_BOX (bar), self->save);
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->revert, "clicked", G_CALLBACK (on_revert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
new_text (TucePackEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->text), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE); /* the keyboard gets out again */
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 6);
  gtk_text_buffer_create_tag (self->buffer, "mistake", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_create_tag (self->buffer, "doubt", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the pack"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->text);
  gtk_widget_set_vexpand (scrolled, TRUE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  return scrolled;
}

static GtkWidget *
new_foot (TucePackEditor *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (foot, "page-bar");
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_box_append (GTK_BOX (foot), self->sentence);
  gtk_box_append (GTK_BOX (foot), self->place);
  return foot;
}

static void
tuce_pack_editor_init (TucePackEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->mistakes = TUCE_MISTAKE_LIST (tuce_mistake_list_new ());
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), new_text (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), new_foot (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->mistakes));
  g_signal_connect_object (self->mistakes, "chosen", G_CALLBACK (on_mistake), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tuce_pack_editor_new (TuceWorkspace *workspace)
{
  TucePackEditor *self = g_object_new (TUCE_TYPE_PACK_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/* --- for tests --- */

gboolean
tuce_pack_editor_is_looking (TucePackEditor *self)
{
  return self->looking || self->rest;
}

GtkTextBuffer *
tuce_pack_editor_get_buffer (TucePackEditor *self)
{
  return self->buffer;
}

guint
tuce_pack_editor_get_n_mistakes (TucePackEditor *self)
{
  return self->found ? self->found->len : 0;
}

void
tuce_pack_editor_activate_mistake (TucePackEditor *self, guint position)
{
  tuce_mistake_list_choose (self->mistakes, position);
}

const char *
tuce_pack_editor_get_sentence (TucePackEditor *self)
{
  return gtk_label_get_text (GTK_LABEL (self->sentence));
}
