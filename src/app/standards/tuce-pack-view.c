/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pack-view.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-keyboard-focus.h"
#include "tuce-lint-task.h"
#include "tuce-own-packs.h"
#include "tuce-pack-details.h"
#include "tuce-pack-row.h"

#define LIST_WIDTH 250

struct _TucePackView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *problem;
  GtkWidget *list; /* GtkListBox of TucePackRow */
  GtkWidget *faces; /* GtkStack: details, editor */
  GtkWidget *title;
  GtkWidget *about;
  GtkWidget *activate;
  GtkWidget *copy;
  GtkWidget *edit;
  GtkWidget *delete;
  TucePackDetails *details;
  TucePackEditor *editor;

  TuceWorkspace *workspace;
  TuceStandards *shown; /* whose packs stand in the list */
  char *selected;
  GCancellable *looking; /* at packs of this county; NULL before the first */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TucePackView, tuce_pack_view, GTK_TYPE_WIDGET)

static const TucePack *
selected_pack (TucePackView *self)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);

  return standards && self->selected ? tuce_standards_pack (standards, self->selected) : NULL;
}

/* --- what is shown --- */

static void
show_about (TucePackView *self, const TucePack *pack)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *description = pack ? tuce_pack_describe (pack, tuce_county_get_dictionary (county)) : NULL;
  g_autofree char *about = NULL;

  if (pack && *pack->source)
    about = g_strdup_printf (_("%s · %s\nSource: %s"), pack->name, description, pack->source);
  else if (pack)
    about = g_strdup_printf ("%s · %s", pack->name, description);
  gtk_label_set_text (GTK_LABEL (self->title), pack ? tuce_pack_label (pack) : "");
  gtk_label_set_text (GTK_LABEL (self->about), about ? about : "");
}

static void
show_buttons (TucePackView *self, const TucePack *pack)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  gboolean may = pack && county && tuce_county_is_writable (county);
  gboolean own = pack && tuce_own_pack_has_text (county, pack->name);
  gboolean wanted = pack && tuce_standards_is_wanted (standards, pack);

  gtk_button_set_label (GTK_BUTTON (self->activate), wanted ? _("Take Out of Force") : _("Put in Force"));
  gtk_widget_set_sensitive (self->activate, may);
  gtk_widget_set_visible (self->copy, !own);
  gtk_widget_set_sensitive (self->copy, may);
  gtk_widget_set_visible (self->edit, own);
  gtk_widget_set_visible (self->delete, own);
  gtk_widget_set_sensitive (self->edit, may);
  gtk_widget_set_sensitive (self->delete, may);
}

static void
show_pack (TucePackView *self)
{
  const TucePack *pack = selected_pack (self);

  show_about (self, pack);
  show_buttons (self, pack);
  tuce_pack_details_show (self->details, pack);
}

static void
say_problem (TucePackView *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence && *sentence);
}

/* Packs that were left out as a whole, each with its first mistake. */
static void
show_mistakes (TucePackView *self)
{
  TuceReview *review = tuce_workspace_get_review (self->workspace);
  g_auto (GStrv) mistakes = NULL;
  g_autofree char *joined = NULL, *sentence = NULL;

  if (review)
    g_object_get (review, "mistakes", &mistakes, NULL);
  if (mistakes && *mistakes)
    {
      joined = g_strjoinv ("\n", mistakes);
      sentence = g_strdup_printf (_("Left out: %s"), joined);
    }
  say_problem (self, sentence);
}

static void
show_details (TucePackView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->faces), "details");
}

static GtkListBoxRow *
find_row (TucePackView *self, const char *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (tuce_pack_row_get_name (TUCE_PACK_ROW (row)), name) == 0)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
fill (TucePackView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = county ? tuce_workspace_get_standards (self->workspace) : NULL;
  GPtrArray *packs = standards ? tuce_standards_packs (standards) : NULL;
  GtkListBoxRow *row;

  g_clear_pointer (&self->shown, tuce_standards_unref);
  self->shown = standards ? tuce_standards_ref (standards) : NULL;
  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; packs && i < packs->len; i++)
    {
      const TucePack *pack = packs->pdata[i];

      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           tuce_pack_row_new (standards, pack, tuce_county_get_dictionary (county),
                                              tuce_own_pack_has_text (county, pack->name)));
    }
  row = find_row (self, self->selected);
  if (!row)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  self->filling = FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (!row)
    show_pack (self);
  show_mistakes (self);
}

static void
on_row (TucePackView *self, GtkListBoxRow *row)
{
  if (self->filling || !row)
    return;
  if (g_strcmp0 (self->selected, tuce_pack_row_get_name (TUCE_PACK_ROW (row))) != 0)
    show_details (self);
  g_free (self->selected);
  self->selected = g_strdup (tuce_pack_row_get_name (TUCE_PACK_ROW (row)));
  show_pack (self);
}

static void
on_county_changed (TucePackView *self)
{
  if (self->looking)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  show_details (self);
  fill (self);
}

/* Packs changed, by an edit of theirs, or its undo. */
static void
on_reviewed (TucePackView *self)
{
  TucePackEditor *editor = tuce_pack_view_get_editor (self);

  if (tuce_workspace_get_standards (self->workspace) == self->shown)
    return;
  fill (self);
  if (editor && !tuce_pack_editor_is_changed (editor)
      && (!self->selected || !tuce_pack_editor_edit (editor, self->selected, NULL)))
    show_details (self);
}

/* --- what is done --- */

static void
say_error (TucePackView *self, const GError *error)
{
  say_problem (self, error->message);
}

/* A bundled pack or a saved one was looked at before; a file may have brought another: nothing unseen comes in force. */
static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePackView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mistakes = tuce_read_finish (result, &error);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  g_autoptr (TucePack) pack = tuce_pack_parse (tuce_read_question (result), "", NULL);
  const TucePack *held = pack && standards ? tuce_standards_pack (standards, pack->name) : NULL;

  if (!self->box || g_task_get_cancellable (G_TASK (result)) != self->looking || !held)
    return;
  gtk_widget_set_sensitive (self->activate, TRUE);
  if (mistakes && tuce_lint_refuses (mistakes))
    {
      g_autofree char *text = tuce_mistake_text (mistakes->pdata[0], held->name);

      g_set_error_literal (&error, TUCE_ERROR, TUCE_ERROR_REFUSED, text);
    }
  if (error || !tuce_own_pack_activate (tuce_workspace_get_county (self->workspace), standards, held, TRUE, &error))
    say_error (self, error);
}

static void
on_activate (TucePackView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const TucePack *pack = selected_pack (self);
  g_autoptr (GError) error = NULL;

  if (!pack)
    return;
  if (tuce_standards_is_wanted (standards, pack))
    {
      if (!tuce_own_pack_activate (county, standards, pack, FALSE, &error))
        say_error (self, error);
      return;
    }
  gtk_widget_set_sensitive (self->activate, FALSE);
  if (!self->looking)
    self->looking = g_cancellable_new ();
  tuce_read_async (county, &tuce_lint_looking, g_strdup (pack->text), self->looking, on_looked, g_object_ref (self));
}

static void
on_edit (TucePackView *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->selected)
    return;
  if (!tuce_pack_editor_edit (self->editor, self->selected, &error))
    {
      say_error (self, error);
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->faces), "editor");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_copy (TucePackView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const TucePack *pack = selected_pack (self);
  g_autoptr (GError) error = NULL;

  if (pack && !tuce_own_pack_copy (county, tuce_workspace_get_standards (self->workspace), pack, &error))
    say_error (self, error);
  else if (pack)
    on_edit (self);
}

static void
on_delete (TucePackView *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;

  if (self->selected && !tuce_own_pack_delete (county, self->selected, &error))
    say_error (self, error);
}

static void
on_closed (TucePackView *self)
{
  show_details (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* --- object --- */

static void
tuce_pack_view_dispose (GObject *object)
{
  TucePackView *self = TUCE_PACK_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->looking);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_pack_view_parent_class)->dispose (object);
}

static void
tuce_pack_view_finalize (GObject *object)
{
  g_free (TUCE_PACK_VIEW (object)->selected);
  g_clear_pointer (&TUCE_PACK_VIEW (object)->shown, tuce_standards_unref);
  G_OBJECT_CLASS (tuce_pack_view_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TucePackView *self = TUCE_PACK_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (tuce_pack_view_get_editor (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return gtk_widget_grab_focus (row ? GTK_WIDGET (row) : self->list);
}

static void
tuce_pack_view_class_init (TucePackViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_pack_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_pack_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (TucePackView *self, GtkWidget *bar, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
new_details (TucePackView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (head, "pack-head");
  self->title = new_label ();
  gtk_widget_add_css_class (self->title, "heading");
  self->about = new_label ();
  self->activate = add_button (self, bar, "", G_CALLBACK (on_activate));
  self->copy = add_button (self, bar, _("Copy and Change…"), G_CALLBACK (on_copy));
  self->edit = add_button (self, bar, _("Change Text…"), G_CALLBACK (on_edit));
  self->delete = add_button (self, bar, _("Delete the County's Own"), G_CALLBACK (on_delete));
  self->details = TUCE_PACK_DETAILS (tuce_pack_details_new ());
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->about);
  gtk_box_append (GTK_BOX (head), bar);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details));
  return box;
}

static GtkWidget *
new_list (TucePackView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "packs");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rule packs"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
  return scrolled;
}

static void
tuce_pack_view_init (TucePackView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_pack_view_new (TuceWorkspace *workspace)
{
  TucePackView *self = g_object_new (TUCE_TYPE_PACK_VIEW, NULL);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->workspace = g_object_ref (workspace);
  self->problem = new_label ();
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_widget_add_css_class (self->problem, "pack-head");
  self->faces = gtk_stack_new ();
  self->editor = TUCE_PACK_EDITOR (tuce_pack_editor_new (workspace));
  gtk_stack_add_named (GTK_STACK (self->faces), new_details (self), "details");
  gtk_stack_add_named (GTK_STACK (self->faces), GTK_WIDGET (self->editor), "editor");
  gtk_widget_set_hexpand (self->faces, TRUE);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (middle), new_list (self));
  gtk_box_append (GTK_BOX (middle), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (middle), self->faces);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  gtk_box_append (GTK_BOX (self->box), middle);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/* --- for tests --- */

gboolean
tuce_pack_view_select (TucePackView *self, const char *name)
{
  GtkListBoxRow *row = find_row (self, name);

  if (row)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return row != NULL;
}

const char *
tuce_pack_view_get_selected (TucePackView *self)
{
  return self->selected;
}

const char *
tuce_pack_view_get_state (TucePackView *self, const char *name)
{
  GtkListBoxRow *row = find_row (self, name);

  return row ? tuce_pack_row_get_state (TUCE_PACK_ROW (row)) : NULL;
}

gboolean
tuce_pack_view_press (TucePackView *self, const char *button)
{
  GtkWidget *widget = g_str_equal (button, "activate") ? self->activate
                      : g_str_equal (button, "copy")   ? self->copy
                      : g_str_equal (button, "edit")   ? self->edit
                                                       : self->delete;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return FALSE;
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

TucePackEditor *
tuce_pack_view_get_editor (TucePackView *self)
{
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->faces)), "editor") == 0;

  return shown ? self->editor : NULL;
}

const char *
tuce_pack_view_get_problem (TucePackView *self)
{
  return gtk_label_get_text (GTK_LABEL (self->problem));
}
