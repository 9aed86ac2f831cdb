/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-place-tree.h"

#include <glib/gi18n-lib.h>

#include "tuce-freshness.h"
#include "tuce-place-row.h"
#include "tuce-places-task.h"
#include "tuce-row-focus.h"

struct _TucePlaceTree
{
  GtkBox parent_instance;

  /* template children */
  GtkSearchEntry *search;
  GtkStack *looks;
  GtkListView *view;
  GtkLabel *nothing_sentence;
  GtkLabel *failed_sentence;

  /* owned */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TucePlace *county;
  GtkTreeListModel *rows;
  GtkSingleSelection *selection;
  GCancellable *loading;
  GCancellable *counting;
  char *wanted; /* what is typed, lower case; "" for all */

  gboolean showing; /* the selection follows the scope, not the other way round */
};

G_DEFINE_FINAL_TYPE (TucePlaceTree, tuce_place_tree, GTK_TYPE_BOX)

#define PART_PLACES (1 << 0) /* bits of the parts below */
#define PART_COUNTS (1 << 1)

static void load (TucePlaceTree *self);

/* Searching: a place stays when it, or something below it, is meant. */
static gboolean
is_wanted (gpointer item, gpointer data)
{
  TucePlaceTree *self = data;
  GListModel *children = tuce_place_get_children (item);

  if (!*self->wanted || tuce_place_matches (item, self->wanted))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TucePlace) child = g_list_model_get_item (children, i);

      if (is_wanted (child, self))
        return TRUE;
    }
  return FALSE;
}

/* A township meant by name brings all its villages, one that only holds a village meant brings that one. */
static GListModel *
create_children (gpointer item, gpointer data)
{
  TucePlaceTree *self = data;
  GListModel *children = tuce_place_get_children (item);

  if (g_list_model_get_n_items (children) == 0)
    return NULL;
  if (!*self->wanted || (tuce_place_get_parent (item) && tuce_place_matches (item, self->wanted)))
    return g_object_ref (children);
  return G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (children), GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL))));
}

static TucePlace *
place_at (TucePlaceTree *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autoptr (TucePlace) place = row ? gtk_tree_list_row_get_item (row) : NULL;

  return place; /* its parent, or we, hold it */
}

/* Opens what stands above @code, so that its row exists. Returns: its position. */
static guint
open_to (TucePlaceTree *self, const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const char *here = tuce_place_get_code (place_at (self, i));

      if (g_str_equal (here, code))
        return i;
      if (g_str_has_prefix (code, here))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_scope (TucePlaceTree *self)
{
  guint position;

  if (!self->rows)
    return;
  self->showing = TRUE;
  position = open_to (self, tuce_workspace_get_scope (self->workspace));
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        tuce_row_scroll (GTK_WIDGET (self->view), position);
    }
  self->showing = FALSE;
}

static void
show_rows (TucePlaceTree *self)
{
  g_autoptr (GListStore) roots = g_list_store_new (TUCE_TYPE_PLACE);
  g_autofree char *sentence = NULL;

  self->showing = TRUE;
  gtk_list_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->rows);
  g_list_store_append (roots, self->county);
  self->rows = gtk_tree_list_model_new (G_LIST_MODEL (g_steal_pointer (&roots)), FALSE,
                                        *self->wanted != '\0', create_children, self, NULL);
  if (!*self->wanted)
    {
      g_autoptr (GtkTreeListRow) top = gtk_tree_list_model_get_row (self->rows, 0);

      gtk_tree_list_row_set_expanded (top, TRUE);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->showing = FALSE;

  if (is_wanted (self->county, self))
    gtk_stack_set_visible_child_name (self->looks, "tree");
  else
    {
      sentence = g_strdup_printf (_("No place is called “%s”."),
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
      gtk_label_set_text (self->nothing_sentence, sentence);
      gtk_stack_set_visible_child_name (self->looks, "nothing");
    }
  if (!*self->wanted)
    show_scope (self);
}

static void
on_selected (TucePlaceTree *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  TucePlace *place;

  if (self->showing || position == GTK_INVALID_LIST_POSITION)
    return;
  place = place_at (self, position);
  tuce_workspace_set_scope (self->workspace, tuce_place_get_code (place));
  tuce_workspace_select (self->workspace, tuce_place_get_entity (place), tuce_place_get_id (place));
}

static void
on_row_activated (GtkListView *view, guint position, TucePlaceTree *self)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
on_search (TucePlaceTree *self)
{
  g_autofree char *text = tuce_text_normalize (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_free (self->wanted);
  self->wanted = g_utf8_strdown (text, -1);
  if (self->county)
    show_rows (self);
}

/* The keyboard goes on at the row that is selected. */
static void
focus_rows (TucePlaceTree *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  tuce_row_focus (GTK_WIDGET (self->view), position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

/* Enter takes the first place that is itself meant. The entry waits for a pause in the typing; Enter does not. */
static void
on_search_activated (TucePlaceTree *self)
{
  on_search (self);
  for (guint i = 0; self->rows && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (!*self->wanted || tuce_place_matches (place_at (self, i), self->wanted))
      {
        gtk_single_selection_set_selected (self->selection, i);
        focus_rows (self);
        return;
      }
}

static void
on_stop_search (TucePlaceTree *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search (self);
  focus_rows (self);
}

/* Typing in the tree goes on in the entry: what is found replaces the rows, and the focus with them. */
static void
on_typed (TucePlaceTree *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static gboolean
on_down (GtkWidget *search, GVariant *arguments, gpointer self)
{
  on_search (self);
  focus_rows (self);
  return TRUE;
}

/* Escape in the rows clears the search first. */
static gboolean
on_escape (GtkWidget *view, GVariant *arguments, gpointer self)
{
  if (!tuce_place_tree_is_searching (self))
    return FALSE;
  on_stop_search (self);
  return TRUE;
}

static void
add_key (GtkWidget *widget, guint key, GtkShortcutFunc function, TucePlaceTree *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (function, self, NULL)));
  gtk_widget_add_controller (widget, controller);
}

static void
show_failed (TucePlaceTree *self, const GError *error)
{
  gtk_label_set_text (self->failed_sentence, error->message);
  gtk_stack_set_visible_child_name (self->looks, "failed");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePlaceTree) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlace) county = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;
  g_clear_object (&self->loading);
  if (!county)
    {
      show_failed (self, error);
      return;
    }
  g_set_object (&self->county, county);
  show_rows (self);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
load (TucePlaceTree *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (&self->loading);
  stop (&self->counting);
  if (!county)
    return;
  self->loading = g_cancellable_new ();
  tuce_read_async (county, &tuce_places_loading, NULL, self->loading, on_loaded, g_object_ref (self));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePlaceTree) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = tuce_read_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;
  g_clear_object (&self->counting);
  if (groups)
    tuce_places_set_counts (self->county, groups);
  else
    show_failed (self, error);
}

static void
add_place_reads (gpointer page, TuceReads *reads)
{
  TuceCounty *county = tuce_workspace_get_county (TUCE_PLACE_TREE (page)->workspace);

  tuce_places_add_reads (reads, tuce_county_get_dictionary (county));
}

static void
add_count_reads (gpointer page, TuceReads *reads)
{
  tuce_places_add_count_reads (reads);
}

static const TuceFreshPart parts[] = {
  { add_place_reads, NULL, 0 }, /* PART_PLACES */
  { add_count_reads, NULL, 0 }, /* PART_COUNTS */
};

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TucePlaceTree *self = page;

  if (stale & PART_PLACES || !self->county)
    {
      load (self);
      return;
    }
  stop (&self->counting);
  self->counting = g_cancellable_new ();
  tuce_read_async (tuce_workspace_get_county (self->workspace), &tuce_places_counting, NULL, self->counting, on_counted,
                   g_object_ref (self));
}

static void
on_county_changed (TucePlaceTree *self)
{
  self->showing = TRUE;
  gtk_list_view_set_model (self->view, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  self->showing = FALSE;
  g_clear_object (&self->rows);
  g_clear_object (&self->county);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  stop (&self->loading);
  stop (&self->counting);
  /* scope-changed follows: it is asked for. */
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tuce_freshness_want (TUCE_PLACE_TREE (widget)->freshness, PART_PLACES);
}

static void
clear_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_stop_search (TUCE_PLACE_TREE (widget));
}

static gboolean
grab_focus (GtkWidget *widget)
{
  focus_rows (TUCE_PLACE_TREE (widget));
  return TRUE;
}

static void
tuce_place_tree_dispose (GObject *object)
{
  TucePlaceTree *self = TUCE_PLACE_TREE (object);

  stop (&self->loading);
  stop (&self->counting);
  g_clear_object (&self->freshness);
  self->showing = TRUE;
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  if (self->selection)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->county);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_place_tree_parent_class)->dispose (object);
}

static void
tuce_place_tree_finalize (GObject *object)
{
  g_free (TUCE_PLACE_TREE (object)->wanted);
  G_OBJECT_CLASS (tuce_place_tree_parent_class)->finalize (object);
}

static void
tuce_place_tree_class_init (TucePlaceTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tuce_place_tree_dispose;
  object_class->finalize = tuce_place_tree_finalize;
  widget_class->grab_focus = grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-place-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, TucePlaceTree, search);
  gtk_widget_class_bind_template_child (widget_class, TucePlaceTree, looks);
  gtk_widget_class_bind_template_child (widget_class, TucePlaceTree, view);
  gtk_widget_class_bind_template_child (widget_class, TucePlaceTree, nothing_sentence);
  gtk_widget_class_bind_template_child (widget_class, TucePlaceTree, failed_sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "places.again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "places.clear", NULL, clear_search);
}

static void
tuce_place_tree_init (TucePlaceTree *self)
{
  g_autoptr (GtkListItemFactory) factory = tuce_place_row_factory ();

  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->search, "search-started", G_CALLBACK (on_typed), self);
  add_key (GTK_WIDGET (self->search), GDK_KEY_Down, on_down, self);
  add_key (GTK_WIDGET (self->view), GDK_KEY_Escape, on_escape, self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
}

GtkWidget *
tuce_place_tree_new (TuceWorkspace *workspace)
{
  TucePlaceTree *self = g_object_new (TUCE_TYPE_PLACE_TREE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "scope-changed", G_CALLBACK (show_scope), self, G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  return GTK_WIDGET (self);
}

TucePlace *
tuce_place_tree_get_county (TucePlaceTree *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE_TREE (self), NULL);
  return self->county;
}

void
tuce_place_tree_find (TucePlaceTree *self, const char *text)
{
  g_return_if_fail (TUCE_IS_PLACE_TREE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_search (self);
}

guint
tuce_place_tree_n_rows (TucePlaceTree *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE_TREE (self), 0);
  return self->rows ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

gboolean
tuce_place_tree_is_searching (TucePlaceTree *self)
{
  g_return_val_if_fail (TUCE_IS_PLACE_TREE (self), FALSE);
  return *self->wanted != '\0';
}
