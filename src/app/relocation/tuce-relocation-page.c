/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-relocation-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-relocation-reads.h"

G_DEFINE_FINAL_TYPE (TuceRelocationPage, tuce_relocation_page, GTK_TYPE_WIDGET)

gboolean
tuce_relocation_page_is_whole_county (TuceRelocationPage *self)
{
  return g_str_equal (tuce_workspace_get_scope (self->workspace),
                      tuce_county_get_code (tuce_workspace_get_county (self->workspace)));
}

const TuceSiteBoard *
tuce_relocation_page_site (TuceRelocationPage *self)
{
  if (!self->found || !g_str_equal (tuce_choice_bar_get (self->whose), TUCE_WHOSE_SITE))
    return NULL;
  return tuce_site_boards_find (self->found->boards, self->site);
}

const TuceMovers *
tuce_relocation_page_movers (TuceRelocationPage *self)
{
  const char *whose = tuce_choice_bar_get (self->whose);
  const TuceSiteBoard *site = tuce_relocation_page_site (self);

  if (!self->found)
    return NULL;
  if (site)
    return &site->movers;
  return g_str_equal (whose, TUCE_WHOSE_SCATTERED)  ? &self->found->boards->scattered
         : g_str_equal (whose, TUCE_WHOSE_UNPLACED) ? &self->found->boards->unplaced
                                                    : &self->found->boards->everybody;
}

/* --- what is shown --- */

static void
show_board (TuceRelocationPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *sentence = NULL;

  tuce_stage_board_set (self->board, self->found ? self->found->boards : NULL, self->found ? self->found->plans : NULL,
                        county ? tuce_county_get_dictionary (county) : NULL);
  if (!self->found)
    return;
  if (self->found->boards->sites->len > 0)
    {
      tuce_looks_show_list (self->board_looks);
      return;
    }
  if (tuce_relocation_page_is_whole_county (self))
    sentence = g_strdup (_("Here stand the resettlement sites by their stage. There are none yet."));
  else
    sentence = g_strdup_printf (_("No resettlement site lies in %s or takes in people from there."),
                                tuce_workspace_describe_scope (self->workspace));
  tuce_looks_show (self->board_looks, "empty", sentence, _("New Site…"), "relocation.new-site");
}

/* What follows from whose households are shown. */
static void
show_whose (TuceRelocationPage *self)
{
  const TuceSiteBoard *site = tuce_relocation_page_site (self);

  tuce_stage_board_choose (self->board, site ? site->id : 0);
  tuce_relocation_page_show_figures (self);
  tuce_relocation_page_fill_filters (self);
  tuce_relocation_page_show_origins (self);
  tuce_relocation_page_update_actions (self);
}

/* --- looking --- */

static void
stop (TuceRelocationPage *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  tuce_relocation_page_stop_households (self);
}

static void
take (TuceRelocationPage *self, TuceRelocationFound *found)
{
  gboolean had_site = tuce_relocation_page_site (self) != NULL;

  tuce_stage_board_set (self->board, NULL, NULL, NULL); /* it borrows what goes now */
  g_clear_pointer (&self->by_village, g_hash_table_unref);
  g_clear_pointer (&self->found, tuce_relocation_found_free);
  self->found = found;
  tuce_relocation_page_fill_whose (self);
  tuce_relocation_page_show_summary (self);
  show_board (self);
  show_whose (self);
  if (had_site && !tuce_relocation_page_site (self)) /* it is gone, or has nothing to do with the scope */
    tuce_relocation_page_find_households (self);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceRelocationPage) self = data;
  g_autoptr (GError) error = NULL;
  TuceRelocationFound *found = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    {
      g_clear_pointer (&found, tuce_relocation_found_free);
      return;
    }
  g_clear_object (&self->counting);
  if (found)
    take (self, found);
  else
    tuce_looks_show (self->board_looks, "failed", error->message, _("Again"), "relocation.again");
  if (self->entering && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->entering = FALSE;
}

static void
add_reads (gpointer page, TuceReads *reads)
{
  tuce_site_boards_add_reads (reads);
  tuce_schedule_add_reads (reads);
}

static void
add_list_reads (gpointer page, TuceReads *reads)
{
  tuce_relocation_page_add_list_reads (page, reads);
}

static const TuceFreshPart parts[] = {
  { add_reads, NULL, TUCE_FRESH_BY_SCOPE | TUCE_FRESH_BY_STANDARDS | TUCE_FRESH_BY_DAY }, /* TUCE_RELOCATION_FIGURES */
  { add_list_reads, NULL, TUCE_FRESH_BY_SCOPE | TUCE_FRESH_BY_STANDARDS },                /* TUCE_RELOCATION_LIST */
};

static void
count (TuceRelocationPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!self->found)
    tuce_looks_show_loading (self->board_looks, _("Looking up resettlement sites…"));
  self->counting = g_cancellable_new ();
  tuce_relocation_find_async (county, tuce_workspace_get_standards (self->workspace),
                              tuce_workspace_get_scope (self->workspace), self->counting, on_counted,
                              g_object_ref (self));
}

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceRelocationPage *self = page;

  if (!tuce_workspace_get_county (self->workspace))
    return;
  self->fresh |= (stale & TUCE_FRESH_ANEW) != 0;
  if (stale & TUCE_RELOCATION_FIGURES)
    count (self);
  if (stale & TUCE_RELOCATION_LIST)
    tuce_relocation_page_ask_households (self);
}

void
tuce_relocation_page_find (TuceRelocationPage *self, gboolean fresh)
{
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL | (fresh ? TUCE_FRESH_ANEW : 0));
}

static void
on_reviewed (TuceRelocationPage *self)
{
  tuce_record_table_set_standards (self->households, tuce_workspace_get_standards (self->workspace));
}

static void
on_county_changed (TuceRelocationPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  TuceDictionary *dictionary = county ? tuce_county_get_dictionary (county) : NULL;

  stop (self);
  self->site = self->opened = 0;
  self->fresh = TRUE;
  take (self, NULL);
  tuce_record_table_set_dictionary (self->households, dictionary);
  tuce_record_table_set_dictionary (self->origins, dictionary);
  tuce_record_table_set_standards (self->households, tuce_workspace_get_standards (self->workspace));
  /* scope-changed follows: it is asked for. */
}

/* --- which site --- */

void
tuce_relocation_page_choose_site (TuceRelocationPage *self, gint64 id)
{
  gboolean again = self->site == id && g_str_equal (tuce_choice_bar_get (self->whose), TUCE_WHOSE_SITE);

  if (again)
    return;
  self->site = id;
  tuce_relocation_page_fill_whose (self);
  tuce_choice_bar_choose (self->whose, id ? TUCE_WHOSE_SITE : TUCE_WHOSE_ALL);
  show_whose (self);
  self->fresh = TRUE;
  tuce_relocation_page_find_households (self);
}

static void
on_site_chosen (TuceStageBoard *board, gint64 id, TuceRelocationPage *self)
{
  tuce_relocation_page_choose_site (self, id);
  tuce_workspace_select (self->workspace, "site", id);
}

static void
on_site_activated (TuceStageBoard *board, gint64 id, TuceRelocationPage *self)
{
  on_site_chosen (board, id, self);
  g_signal_emit_by_name (self, "activated");
}

static void
on_whose_chosen (TuceRelocationPage *self)
{
  show_whose (self);
  self->fresh = TRUE;
  tuce_relocation_page_find_households (self);
}

/* A site may be selected elsewhere, on the map; what is shown below follows. */
static void
on_selection_changed (TuceRelocationPage *self)
{
  gint64 id = tuce_workspace_get_selected_id (self->workspace);

  if (g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "site") == 0 && id
      && (!self->found || tuce_site_boards_find (self->found->boards, id)))
    tuce_relocation_page_choose_site (self, id);
  tuce_relocation_page_show_selected (self, TRUE);
}

/* --- object --- */

static gboolean
grab_focus (GtkWidget *widget)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (widget);
  gboolean household = g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "household") == 0;

  self->entering = self->counting && !self->found;
  /* Back to where one came from: the list, where a household of it is on the card. */
  if (household && g_str_equal (tuce_looks_get (self->looks), "list")
      && tuce_record_table_focus (tuce_relocation_page_get_table (self)))
    return TRUE;
  if (g_str_equal (tuce_looks_get (self->board_looks), "list") && gtk_widget_grab_focus (GTK_WIDGET (self->board)))
    return TRUE;
  return gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
tuce_relocation_page_dispose (GObject *object)
{
  TuceRelocationPage *self = TUCE_RELOCATION_PAGE (object);

  if (self->box)
    {
      stop (self);
      tuce_stage_board_set (self->board, NULL, NULL, NULL);
    }
  g_clear_object (&self->freshness);
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->by_village, g_hash_table_unref);
  g_clear_pointer (&self->found, tuce_relocation_found_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_relocation_page_parent_class)->dispose (object);
}

/* GtkPaned of GTK 4.18, asked how wide it is at its least height, asks its lower child for that height less its handle, which is
   less than the child needs, and GTK complains. The width of this page does not depend on its height: nothing on it is asked
   so. A layout manager would ask. */
static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (TUCE_RELOCATION_PAGE (widget)->box, orientation, -1, minimum, natural, NULL, NULL);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (TUCE_RELOCATION_PAGE (widget)->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
tuce_relocation_page_class_init (TuceRelocationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_relocation_page_dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  g_signal_new ("activated", TUCE_TYPE_RELOCATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  tuce_relocation_page_install_actions (widget_class);
}

static void
tuce_relocation_page_init (TuceRelocationPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tuce_relocation_page_new (TuceWorkspace *workspace, TuceSettings *settings)
{
  TuceRelocationPage *self = g_object_new (TUCE_TYPE_RELOCATION_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  tuce_relocation_page_build (self, settings);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  g_signal_connect_object (self->board, "chosen", G_CALLBACK (on_site_chosen), self, 0);
  g_signal_connect_object (self->board, "activated", G_CALLBACK (on_site_activated), self, 0);
  g_signal_connect_object (self->whose, "chosen", G_CALLBACK (on_whose_chosen), self, G_CONNECT_SWAPPED);
  tuce_relocation_page_connect_list (self);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  on_county_changed (self);
  return GTK_WIDGET (self);
}

TuceStageBoard *
tuce_relocation_page_get_board (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->board;
}

TuceFigureStrip *
tuce_relocation_page_get_figures (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->figures;
}

TuceChoiceBar *
tuce_relocation_page_get_whose (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->whose;
}

const char *
tuce_relocation_page_get_board_look (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return tuce_looks_get (self->board_looks);
}

gboolean
tuce_relocation_page_is_loading (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), FALSE);
  return self->counting || self->query
         || (tuce_workspace_get_county (self->workspace) && tuce_freshness_get_stale (self->freshness));
}

GtkWidget *
tuce_relocation_page_get_dialog (TuceRelocationPage *self)
{
  g_return_val_if_fail (TUCE_IS_RELOCATION_PAGE (self), NULL);
  return self->dialog;
}
