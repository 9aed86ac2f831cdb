/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-stage-board.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-table-row.h"
#include "tuce-row-focus.h"
#include "tuce-site-tile.h"

#define LANE_WIDTH 92
#define EMPTY_WIDTH 54 /* of a lane where nothing stands */

typedef struct
{
  TuceStageBoard *board;
  const TuceSiteLane *lane;
  GtkWidget *box, *scrolled;
  GtkLabel *heading;
  GtkWidget *view;
  GListStore *rows; /* TuceTableRow: the id of a site */
  GtkSingleSelection *selection;
} Lane;

struct _TuceStageBoard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *lanes; /* Lane; filled once */
  const TuceSiteBoards *boards;
  GHashTable *plans;
  TuceDictionary *dictionary;
  gint64 chosen;
  gboolean choosing; /* the selection follows, nobody is told */
};

G_DEFINE_FINAL_TYPE (TuceStageBoard, tuce_stage_board, GTK_TYPE_WIDGET)

static guint chosen_signal, activated_signal;

static Lane *
lane_at (TuceStageBoard *self, guint position)
{
  return self->lanes->pdata[position];
}

static gint64
id_at (Lane *lane, guint position)
{
  g_autoptr (TuceTableRow) row = g_list_model_get_item (G_LIST_MODEL (lane->rows), position);

  return row ? tuce_table_row_get_id (row) : 0;
}

static guint
n_rows (Lane *lane)
{
  return g_list_model_get_n_items (G_LIST_MODEL (lane->rows));
}

static const TuceSitePlan *
plan_of (TuceStageBoard *self, gint64 id)
{
  return self->plans ? g_hash_table_lookup (self->plans, &id) : NULL;
}

/* --- tiles --- */

static void
show (GtkListItem *item, Lane *lane)
{
  TuceStageBoard *self = lane->board;
  gint64 id = tuce_table_row_get_id (gtk_list_item_get_item (item));
  const TuceSiteBoard *site = self->boards ? tuce_site_boards_find (self->boards, id) : NULL;

  if (site)
    tuce_site_tile_set (TUCE_SITE_TILE (gtk_list_item_get_child (item)), site, plan_of (self, id), self->dictionary,
                        lane->lane->stages[0] && lane->lane->stages[1]);
}

static void
on_row_changed (TuceTableRow *row, GtkListItem *item)
{
  show (item, g_object_get_data (G_OBJECT (item), "tuce-lane"));
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, Lane *lane)
{
  gtk_list_item_set_child (item, tuce_site_tile_new ());
  tuce_row_focus_mark (item);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, Lane *lane)
{
  g_object_set_data (G_OBJECT (item), "tuce-lane", lane);
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (on_row_changed), item);
  show (item, lane);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Lane *lane)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

/* --- which one is chosen --- */

static void
unselect_others (TuceStageBoard *self, GtkSingleSelection *selection)
{
  gboolean was = self->choosing;

  self->choosing = TRUE;
  for (guint i = 0; i < self->lanes->len; i++)
    if (lane_at (self, i)->selection != selection)
      gtk_single_selection_set_selected (lane_at (self, i)->selection, GTK_INVALID_LIST_POSITION);
  self->choosing = was;
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, TuceStageBoard *self)
{
  TuceTableRow *row = gtk_single_selection_get_selected_item (selection);

  if (self->choosing || !row)
    return;
  unselect_others (self, selection);
  self->chosen = tuce_table_row_get_id (row);
  g_signal_emit (self, chosen_signal, 0, self->chosen);
}

static void
on_activate (GtkListView *view, guint position, TuceStageBoard *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (lane_at (self, i)->view == GTK_WIDGET (view))
      g_signal_emit (self, activated_signal, 0, id_at (lane_at (self, i), position));
}

static void
enter_lane (Lane *lane, guint position)
{
  position = MIN (position, n_rows (lane) - 1);
  if (!tuce_row_focus_now (lane->view, position))
    tuce_row_focus (lane->view, position);
  gtk_single_selection_set_selected (lane->selection, position);
}

static guint
position_in (Lane *lane)
{
  guint position = gtk_single_selection_get_selected (lane->selection);

  return position == GTK_INVALID_LIST_POSITION ? 0 : position;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, TuceStageBoard *self)
{
  int step = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1 : 0;
  int from = -1;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;
  for (guint i = 0; i < self->lanes->len; i++)
    if (gtk_widget_get_focus_child (self->box) == lane_at (self, i)->box)
      from = (int) i;
  for (int i = from + step; from >= 0 && i >= 0 && i < (int) self->lanes->len; i += step)
    if (n_rows (lane_at (self, (guint) i)) > 0)
      {
        enter_lane (lane_at (self, (guint) i), position_in (lane_at (self, (guint) from)));
        break;
      }
  return from >= 0;
}

/* --- lanes --- */

static GtkWidget *
new_view (TuceStageBoard *self, Lane *lane)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup), lane);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), lane);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), lane);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (lane->selection)), factory);
  gtk_widget_add_css_class (view, "sites");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tuce_site_lane_label (lane->lane), -1);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate), self);
  return view;
}

static void
add_lane (TuceStageBoard *self, const TuceSiteLane *site_lane)
{
  Lane *lane = g_new0 (Lane, 1);

  *lane = (Lane){ .board = self, .lane = site_lane, .rows = g_list_store_new (TUCE_TYPE_TABLE_ROW) };
  lane->selection = gtk_single_selection_new (G_LIST_MODEL (lane->rows)); /* which owns the rows */
  gtk_single_selection_set_autoselect (lane->selection, FALSE);
  gtk_single_selection_set_can_unselect (lane->selection, TRUE);
  gtk_single_selection_set_selected (lane->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (lane->selection, "notify::selected", G_CALLBACK (on_selected), self);
  lane->view = new_view (self, lane);
  lane->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (lane->heading, 0);
  gtk_label_set_ellipsize (lane->heading, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (lane->heading), "lane-heading");
  lane->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (lane->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (lane->scrolled), lane->view);
  gtk_widget_set_vexpand (lane->scrolled, TRUE);
  lane->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (lane->box, "lane");
  gtk_box_append (GTK_BOX (lane->box), GTK_WIDGET (lane->heading));
  gtk_box_append (GTK_BOX (lane->box), lane->scrolled);
  gtk_box_append (GTK_BOX (self->box), lane->box);
  g_ptr_array_add (self->lanes, lane);
}

/* Once, as soon as there is a dictionary. */
static void
ensure_lanes (TuceStageBoard *self)
{
  g_autoptr (GError) error = NULL;
  guint n;
  const TuceSiteLane *lanes = self->lanes->len ? NULL : tuce_site_lanes (self->dictionary, &n, &error);

  if (error)
    g_warning ("%s", error->message); /* a broken installation; the boards themselves fail with the same sentence */
  for (guint i = 0; lanes && i < n; i++)
    add_lane (self, &lanes[i]);
}

static void
show_heading (Lane *lane, guint n)
{
  g_autofree char *text
      = n > 0 ? g_strdup_printf ("%s %u", tuce_site_lane_label (lane->lane), n) : g_strdup (tuce_site_lane_label (lane->lane));

  gtk_label_set_text (lane->heading, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (lane->heading), text);
  gtk_widget_set_size_request (lane->box, n > 0 ? LANE_WIDTH : EMPTY_WIDTH, -1);
  gtk_widget_set_hexpand (lane->box, n > 0);
  gtk_widget_set_visible (lane->scrolled, n > 0);
}

static gboolean
holds_just (Lane *lane, GArray *ids)
{
  if (ids->len != n_rows (lane))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (id_at (lane, i) != g_array_index (ids, gint64, i))
      return FALSE;
  return TRUE;
}

/* Where the same sites stand there as before, they only look again: the keyboard stays where it is. */
static void
fill_lane (Lane *lane, GArray *ids)
{
  g_autoptr (GPtrArray) rows = NULL;

  show_heading (lane, ids->len);
  if (holds_just (lane, ids))
    {
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (TuceTableRow) row = g_list_model_get_item (G_LIST_MODEL (lane->rows), i);

          tuce_table_row_changed (row);
        }
      return;
    }
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (rows, tuce_table_row_new (g_array_index (ids, gint64, i)));
  g_list_store_splice (lane->rows, 0, n_rows (lane), rows->pdata, rows->len);
}

static int
compare_late (gconstpointer a, gconstpointer b, gpointer data)
{
  const TuceSitePlan *one = plan_of (data, *(const gint64 *) a), *other = plan_of (data, *(const gint64 *) b);

  return (other ? other->late : 0) - (one ? one->late : 0);
}

static GArray *
ids_of (TuceStageBoard *self, guint position, const TuceSiteLane *lanes)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->boards && i < self->boards->sites->len; i++)
    {
      const TuceSiteBoard *site = self->boards->sites->pdata[i];

      if (tuce_site_lane_find (lanes, self->lanes->len, site->stage) == position)
        g_array_append_val (ids, site->id);
    }
  g_array_sort_with_data (ids, compare_late, self); /* those as late as each other stay by place */
  return ids;
}

void
tuce_stage_board_set (TuceStageBoard *self, const TuceSiteBoards *boards, GHashTable *plans, TuceDictionary *dictionary)
{
  const TuceSiteLane *lanes;
  guint n;

  g_return_if_fail (TUCE_IS_STAGE_BOARD (self));
  self->boards = boards;
  self->plans = plans;
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  self->dictionary = dictionary ? tuce_dictionary_ref (dictionary) : NULL;
  if (dictionary)
    ensure_lanes (self);
  lanes = dictionary ? tuce_site_lanes (dictionary, &n, NULL) : NULL;
  self->choosing = TRUE;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_autoptr (GArray) ids = lanes ? ids_of (self, i, lanes) : g_array_new (FALSE, FALSE, sizeof (gint64));

      fill_lane (lane_at (self, i), ids);
    }
  self->choosing = FALSE;
  tuce_stage_board_choose (self, self->chosen);
}

void
tuce_stage_board_choose (TuceStageBoard *self, gint64 id)
{
  g_return_if_fail (TUCE_IS_STAGE_BOARD (self));
  self->chosen = id;
  self->choosing = TRUE;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = lane_at (self, i);
      guint position = GTK_INVALID_LIST_POSITION;

      for (guint j = 0; id && j < n_rows (lane); j++)
        if (id_at (lane, j) == id)
          position = j;
      if (position == gtk_single_selection_get_selected (lane->selection))
        continue;
      gtk_single_selection_set_selected (lane->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        tuce_row_scroll (lane->view, position);
    }
  self->choosing = FALSE;
}

gint64
tuce_stage_board_get_chosen (TuceStageBoard *self)
{
  g_return_val_if_fail (TUCE_IS_STAGE_BOARD (self), 0);
  return self->chosen;
}

GArray *
tuce_stage_board_get_lane (TuceStageBoard *self, guint position)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TUCE_IS_STAGE_BOARD (self), ids);
  for (guint i = 0; position < self->lanes->len && i < n_rows (lane_at (self, position)); i++)
    {
      gint64 id = id_at (lane_at (self, position), i);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* --- object --- */

/* To the site that is chosen, else to the first. */
static gboolean
grab_focus (GtkWidget *widget)
{
  TuceStageBoard *self = TUCE_STAGE_BOARD (widget);
  Lane *first = NULL;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = lane_at (self, i);

      if (n_rows (lane) > 0 && !first)
        first = lane;
      if (gtk_single_selection_get_selected (lane->selection) == GTK_INVALID_LIST_POSITION)
        continue;
      tuce_row_focus (lane->view, position_in (lane));
      return TRUE;
    }
  if (first)
    tuce_row_focus (first->view, 0);
  return first != NULL;
}

/* For the keyboard the board is one place: Tab goes in, and on from there. */
static gboolean
move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return tuce_keyboard_focus_children (widget, direction);
  return !gtk_widget_get_focus_child (widget) && gtk_widget_grab_focus (widget);
}

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_signal_handlers_disconnect_by_data (lane->selection, lane->board);
  g_object_unref (lane->selection);
  g_free (lane);
}

static void
tuce_stage_board_dispose (GObject *object)
{
  TuceStageBoard *self = TUCE_STAGE_BOARD (object);

  self->choosing = TRUE;
  self->boards = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_stage_board_parent_class)->dispose (object);
}

static void
tuce_stage_board_class_init (TuceStageBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_stage_board_dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = move_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stageboard");
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_STAGE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_STAGE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tuce_stage_board_init (TuceStageBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->box, keys);
}

GtkWidget *
tuce_stage_board_new (void)
{
  return g_object_new (TUCE_TYPE_STAGE_BOARD, NULL);
}
