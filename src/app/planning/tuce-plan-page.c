/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-plan-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-keyboard-focus.h"
#include "tuce-look.h"
#include "tuce-plan-page-private.h"
#include "tuce-relocation-reads.h"

/* Bits of the parts below. */
enum
{
  PART_SCENE = 1 << 0,
  PART_FIGURES = 1 << 1
};

G_DEFINE_FINAL_TYPE (TucePlanPage, tuce_plan_page, GTK_TYPE_WIDGET)

/* --- what can be done now --- */

static void
enable (TucePlanPage *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

void
tuce_plan_page_update_actions (TucePlanPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  /* Also while something is worked out: a button that goes dead under the keyboard would throw it out of the page. */
  gboolean free = county && tuce_county_is_writable (county);
  const TucePlanFigures *shown = self->found ? self->found->shown : NULL;
  gboolean one = free && shown != NULL;
  gboolean site = one && tuce_text_table_get_selected (self->sites) != 0;
  gboolean household = g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "household") == 0;
  static const char *const of_scenario[]
      = { "plan.settings", "plan.copy", "plan.remove", "plan.run", "plan.propose" };
  static const char *const of_site[] = { "plan.site-change", "plan.site-toggle", "plan.site-remove", "plan.wish" };

  enable (self, "plan.new", free);
  for (guint i = 0; i < G_N_ELEMENTS (of_scenario); i++)
    enable (self, of_scenario[i], one);
  for (guint i = 0; i < G_N_ELEMENTS (of_site); i++)
    enable (self, of_site[i], site);
  enable (self, "plan.adopt", one && shown->current);
  enable (self, "plan.wish-household", site && household);
  enable (self, "plan.wish-remove", one && tuce_text_table_get_selected (self->wishes) != 0);
  gtk_widget_set_sensitive (self->draw, one);
}

/* --- looking --- */

static GtkWidget *
get_focus (TucePlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root ? gtk_root_get_focus (root) : NULL;
}

/* What was to come in by the keyboard does so now, unless it has gone elsewhere. */
static void
enter (TucePlanPage *self)
{
  gboolean wanted = self->entering && get_focus (self) == self->left_at;

  self->entering = FALSE;
  g_set_weak_pointer (&self->left_at, NULL);
  if (wanted)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
stop (TucePlanPage *self)
{
  if (self->query)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TucePlanPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePlanFound) found = tuce_read_finish (result, &error);

  /* A later look, or another county, took its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query || !self->looks)
    return;
  g_clear_object (&self->query);
  if (!found)
    {
      tuce_looks_show (self->looks, "failed", error->message, _("Again"), "plan.again");
      return;
    }
  g_clear_pointer (&self->found, tuce_plan_found_free);
  self->found = g_steal_pointer (&found);
  self->scene_changed = FALSE;
  self->shown = self->found->shown ? self->found->shown->id : 0;
  self->other = self->found->other ? self->found->other->id : 0;
  tuce_plan_page_show (self);
  tuce_plan_page_update_actions (self);
  enter (self);
}

static void
add_scene_reads (gpointer page, TuceReads *reads)
{
  tuce_scene_add_reads (reads, tuce_colouring_find (NULL));
}

static void
add_figure_reads (gpointer page, TuceReads *reads)
{
  tuce_scenarios_add_reads (reads);
  tuce_schedule_add_reads (reads);
  tuce_overlay_add_scenario_reads (reads);
}

static const TuceFreshPart parts[] = {
  { add_scene_reads, NULL, 0 },                  /* PART_SCENE */
  { add_figure_reads, NULL, TUCE_FRESH_BY_DAY }, /* PART_FIGURES */
};

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TucePlanPage *self = page;
  TuceCounty *county = tuce_workspace_get_county (self->workspace);

  stop (self);
  self->scene_changed |= (stale & PART_SCENE) != 0;
  if (!county)
    return;
  if (!self->found)
    tuce_looks_show_loading (self->looks, _("Reading scenarios…"));
  self->query = g_cancellable_new ();
  tuce_plan_find_async (county, self->scene_changed || !self->found ? NULL : self->found->scene, self->shown,
                        self->other, self->query, on_found, g_object_ref (self));
}

void
tuce_plan_page_find (TucePlanPage *self)
{
  tuce_freshness_want (self->freshness, PART_FIGURES);
}

void
tuce_plan_page_choose (TucePlanPage *self, gint64 id, gint64 other)
{
  g_return_if_fail (TUCE_IS_PLAN_PAGE (self));
  if (id == self->shown && other == self->other)
    return;
  self->shown = id;
  self->other = other == id ? 0 : other;
  tuce_plan_page_find (self);
}

static void
on_county_changed (TucePlanPage *self)
{
  stop (self);
  if (self->work)
    g_cancellable_cancel (self->work);
  g_clear_pointer (&self->found, tuce_plan_found_free);
  self->shown = self->other = 0;
  tuce_map_view_set_overlay (self->map, NULL, NULL);
  tuce_map_view_set_scene (self->map, NULL);
  tuce_plan_page_update_actions (self);
  /* scope-changed follows: it is asked for. */
}

/* --- what is chosen --- */

static void
on_scenario_selected (TucePlanPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->scenarios);
  gint64 *id = row ? g_object_get_data (G_OBJECT (row), "tuce-id") : NULL;

  if (!self->filling && id)
    tuce_plan_page_choose (self, *id, self->other);
}

static void
on_site_selected (TucePlanPage *self)
{
  gint64 site = tuce_text_table_get_selected (self->sites);
  TuceBox box;

  tuce_plan_page_show_overlay (self);
  tuce_plan_page_update_actions (self);
  /* Where it lies, and from where people come to it. */
  if (site && !self->picking && self->found->overlay && tuce_overlay_box (self->found->overlay, site, 0, &box))
    tuce_map_view_fit_box (self->map, &box);
}

static void
on_site_activated (TucePlanPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.site-change", NULL);
}

static void
on_unplaced_activated (TuceTextTable *table, gint64 id, TucePlanPage *self)
{
  tuce_workspace_select (self->workspace, "household", id);
}

static void
on_comparison_activated (TuceTextTable *table, gint64 id, TucePlanPage *self)
{
  tuce_plan_page_choose (self, id, self->other);
}

static void
on_schedule_activated (TuceTextTable *table, gint64 id, TucePlanPage *self)
{
  if (id)
    tuce_workspace_select (self->workspace, "site", id);
}

/* --- map --- */

static gboolean
is_drawing (TucePlanPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->draw));
}

static void
on_draw (TucePlanPage *self)
{
  tuce_plan_page_show_hint (self, is_drawing (self) ? _("Click where the candidate lies; by keyboard move the map and press Enter")
                                     : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), is_drawing (self) ? "crosshair" : NULL);
  if (is_drawing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/* Before the map takes it: where it was pressed, and not what lies there. */
static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, TucePlanPage *self)
{
  if (!is_drawing (self))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tuce_plan_page_add_candidate (self, tuce_map_view_position_at (self->map, x, y));
}

static void
on_picked (TuceMapView *map, TuceHit *hit, TucePlanPage *self)
{
  double x, y;
  TuceHit middle;

  if (is_drawing (self)) /* by Enter: a click was taken before */
    {
      tuce_map_view_pick_middle (map, &middle, &x, &y);
      tuce_plan_page_add_candidate (self, tuce_map_view_position_at (map, x, y));
      return;
    }
  if (hit->site && hit->series == 0)
    {
      gtk_stack_set_visible_child_name (self->tables, "sites");
      tuce_text_table_select (self->sites, hit->site);
      self->picking = TRUE;
      on_site_selected (self);
      self->picking = FALSE;
    }
  else if (hit->household)
    tuce_workspace_select (self->workspace, "household", hit->household);
}

static char *
describe_site (const TuceOverlaySite *site)
{
  g_autofree char *room = site->households > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, site->households)
                                               : g_strdup (_("no limit"));

  return g_strdup_printf (_("%s\n%d households, %d people placed; takes %s"), site->name, (int) site->taken_households,
                          (int) site->taken_people, room);
}

static void
on_hovered (TuceMapView *map, TuceHit *hit, double x, double y, TucePlanPage *self)
{
  const TuceOverlaySite *site = hit->site && self->found && self->found->overlay
                                    ? tuce_overlay_find (self->found->overlay, hit->site, (guint) hit->series)
                                    : NULL;
  g_autofree char *words = site ? describe_site (site) : NULL;

  if (!is_drawing (self))
    tuce_plan_page_show_hint (self, words);
}

static void
apply_look (TucePlanPage *self)
{
  tuce_map_view_set_look (self->map, tuce_look_is_dark (GTK_WIDGET (self)) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT);
}

/* --- object --- */

static void
tuce_plan_page_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tuce_plan_page_parent_class)->css_changed (widget, change);
  apply_look (TUCE_PLAN_PAGE (widget));
}

static gboolean
grab_focus (GtkWidget *widget)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->scenarios);

  if (!self->found)
    {
      self->entering = TRUE;
      g_set_weak_pointer (&self->left_at, get_focus (self));
      return TRUE;
    }
  return row ? gtk_widget_grab_focus (GTK_WIDGET (row))
             : gtk_widget_child_focus (GTK_WIDGET (self->looks), GTK_DIR_TAB_FORWARD);
}

static void
tuce_plan_page_dispose (GObject *object)
{
  TucePlanPage *self = TUCE_PLAN_PAGE (object);

  stop (self);
  g_clear_object (&self->freshness);
  if (self->work)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_set_weak_pointer (&self->left_at, NULL);
  if (self->looks)
    gtk_widget_unparent (GTK_WIDGET (self->looks));
  self->looks = NULL;
  g_clear_pointer (&self->found, tuce_plan_found_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_plan_page_parent_class)->dispose (object);
}

static void
tuce_plan_page_class_init (TucePlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_plan_page_dispose;
  widget_class->css_changed = tuce_plan_page_css_changed;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  tuce_plan_page_install_actions (widget_class);
  tuce_plan_page_install_site_actions (widget_class);
}

static void
connect_widgets (TucePlanPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (self->map, "picked", G_CALLBACK (on_picked), self, 0);
  g_signal_connect_object (self->map, "hovered", G_CALLBACK (on_hovered), self, 0);
  g_signal_connect_object (self->map, "moved", G_CALLBACK (tuce_plan_page_show_scale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draw, "toggled", G_CALLBACK (on_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scenarios, "row-selected", G_CALLBACK (on_scenario_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sites, "selection-changed", G_CALLBACK (on_site_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sites, "activated", G_CALLBACK (on_site_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wishes, "selection-changed", G_CALLBACK (tuce_plan_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unplaced, "activated", G_CALLBACK (on_unplaced_activated), self, 0);
  g_signal_connect_object (self->comparison, "activated", G_CALLBACK (on_comparison_activated), self, 0);
  g_signal_connect_object (self->schedule, "activated", G_CALLBACK (on_schedule_activated), self, 0);
}

static void
tuce_plan_page_init (TucePlanPage *self)
{
  tuce_plan_page_build (self);
  connect_widgets (self);
}

GtkWidget *
tuce_plan_page_new (TuceWorkspace *workspace)
{
  TucePlanPage *self = g_object_new (TUCE_TYPE_PLAN_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (tuce_plan_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
  return GTK_WIDGET (self);
}

const TucePlanFound *
tuce_plan_page_get_found (TucePlanPage *self)
{
  g_return_val_if_fail (TUCE_IS_PLAN_PAGE (self), NULL);
  return self->found;
}

gboolean
tuce_plan_page_is_busy (TucePlanPage *self)
{
  g_return_val_if_fail (TUCE_IS_PLAN_PAGE (self), FALSE);
  return self->query != NULL || self->work != NULL;
}

const char *
tuce_plan_page_get_look (TucePlanPage *self)
{
  g_return_val_if_fail (TUCE_IS_PLAN_PAGE (self), NULL);
  return tuce_looks_get (self->looks);
}
