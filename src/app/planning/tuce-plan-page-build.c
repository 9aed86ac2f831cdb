/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the page 规划. */
#include <glib/gi18n-lib.h>

#include "tuce-layer-style.h"
#include "tuce-plan-page-private.h"

#define LIST_WIDTH 168
#define RESULT_WIDTH 216
#define MAP_HEIGHT 300
/* What the map has of the height at first, where there is more. */
#define MAP_SHARE 0.48

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (tooltip)
    gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  return bar;
}

static GtkWidget *
in_scroller (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* --- scenarios --- */

static GtkWidget *
new_scenario_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Name and Settings…"), "plan.settings");
  g_menu_append (menu, _("Copy…"), "plan.copy");
  g_menu_append (menu, _("Remove"), "plan.remove");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("More about the scenario"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More about the scenario"), -1);
  return button;
}

static GtkWidget *
new_left (TucePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = new_bar ();
  GtkWidget *make = new_button (_("New Scenario…"), "plan.new", NULL);

  gtk_widget_set_hexpand (make, TRUE);
  gtk_box_append (GTK_BOX (bar), make);
  gtk_box_append (GTK_BOX (bar), new_scenario_menu ());
  self->scenarios = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->scenarios, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scenarios), "rules");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scenarios), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scenarios"), -1);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), in_scroller (GTK_WIDGET (self->scenarios)));
  gtk_widget_set_size_request (box, LIST_WIDTH, -1);
  return box;
}

/* --- map --- */

static GtkWidget *
new_map (TucePlanPage *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *whole;

  self->map = TUCE_MAP_VIEW (tuce_map_view_new ());
  /* Who moves where is what matters here: no points of households that stay where they are. */
  tuce_map_view_set_parts (self->map, TUCE_PAINT_GROUND | TUCE_PAINT_NAMES);
  tuce_map_view_set_layers (self->map, tuce_layer_style_usual ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the scenario"), -1);
  self->scale = g_object_new (TUCE_TYPE_MAP_SCALE, NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->scale), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->scale), GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self->scale), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->scale), 8);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_set_halign (GTK_WIDGET (self->hint), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->hint), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->hint), 8);
  gtk_widget_set_margin_top (GTK_WIDGET (self->hint), 8);
  gtk_widget_set_can_target (GTK_WIDGET (self->hint), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "map-box");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->hint));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->scale));
  whole = new_button (_("Whole county"), "plan.whole-county", _("Show the whole county (Home)"));
  gtk_widget_set_halign (whole, GTK_ALIGN_END);
  gtk_widget_set_valign (whole, GTK_ALIGN_START);
  gtk_widget_set_margin_end (whole, 8);
  gtk_widget_set_margin_top (whole, 8);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), whole);
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

/* --- result --- */

static GtkLabel *
new_text (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static GtkWidget *
new_right (TucePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = new_bar ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->run = new_button (_("Work Out"), "plan.run", _("Find out who would best move where"));
  gtk_widget_add_css_class (self->run, "suggested-action");
  gtk_widget_set_hexpand (self->run, TRUE);
  gtk_box_append (GTK_BOX (bar), self->run);
  gtk_box_append (GTK_BOX (bar), new_button (_("Adopt…"), "plan.adopt", _("Shows first what would change")));
  self->title = new_text ("heading");
  self->notice = new_text ("problem");
  self->result = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->result, 8);
  gtk_grid_set_row_spacing (self->result, 3);
  gtk_widget_add_css_class (text, "plan-result");
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), in_scroller (text));
  gtk_widget_set_size_request (box, RESULT_WIDTH, -1);
  return box;
}

/* --- tables --- */

static void
add_table (TucePlanPage *self, const char *name, const char *title, GtkWidget *bar, GtkWidget *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (bar)
    gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), table);
  gtk_stack_add_titled (self->tables, box, name, title);
}

static void
add_sites (TucePlanPage *self)
{
  const TuceTextColumn columns[]
      = { { _("Site"), 0, FALSE },           { _("Placed"), 62, TRUE },      { _("People"), 62, TRUE },
          { _("There Already"), 62, TRUE },  { _("At Most"), 62, TRUE },     { _("Mean Distance"), 76, TRUE },
          { _("Longest"), 70, TRUE } };
  GtkWidget *bar = new_bar ();

  self->sites = TUCE_TEXT_TABLE (tuce_text_table_new (_("Sites of the scenario"), columns, G_N_ELEMENTS (columns)));
  self->draw = gtk_toggle_button_new_with_label (_("Set on the Map"));
  gtk_widget_set_tooltip_text (self->draw, _("Then click on the map, or press Enter there, where a candidate lies"));
  gtk_box_append (GTK_BOX (bar), self->draw);
  gtk_box_append (GTK_BOX (bar), new_button (_("Propose…"), "plan.propose",
                                             _("Places for new sites, by where people live")));
  gtk_box_append (GTK_BOX (bar), new_button (_("Change…"), "plan.site-change", _("Name, capacity, cost, dates")));
  gtk_box_append (GTK_BOX (bar), new_button (_("In or Out"), "plan.site-toggle",
                                             _("Whether the site takes part in the scenario")));
  gtk_box_append (GTK_BOX (bar), new_button (_("Take Out"), "plan.site-remove", _("Remove it from the scenario")));
  add_table (self, "sites", _("Sites"), bar, GTK_WIDGET (self->sites));
}

static void
add_wishes (TucePlanPage *self)
{
  const TuceTextColumn columns[] = { { _("Whose"), 180, FALSE },
                                     { _("What Is Wanted"), 140, FALSE },
                                     { _("Site"), 0, FALSE },
                                     { _("Remark"), 120, FALSE } };
  GtkWidget *bar = new_bar ();

  self->wishes = TUCE_TEXT_TABLE (tuce_text_table_new (_("Wishes"), columns, G_N_ELEMENTS (columns)));
  gtk_box_append (GTK_BOX (bar), new_button (_("Wish of a Village or Group…"), "plan.wish",
                                             _("About the site that is selected among the sites")));
  gtk_box_append (GTK_BOX (bar), new_button (_("Wish of the Household Selected…"), "plan.wish-household",
                                             _("The household whose card is open")));
  gtk_box_append (GTK_BOX (bar), new_button (_("Remove Wish"), "plan.wish-remove", NULL));
  add_table (self, "wishes", _("Wishes"), bar, GTK_WIDGET (self->wishes));
}

static void
add_others (TucePlanPage *self)
{
  const TuceTextColumn unplaced[] = { { _("Head of Household"), 110, FALSE },
                                      { _("Village"), 140, FALSE },
                                      { _("People"), 60, TRUE },
                                      { _("Why"), 0, FALSE } };
  const TuceTextColumn comparison[]
      = { { _("Scenario"), 0, FALSE },     { _("Placed"), 66, TRUE },        { _("Not Placed"), 66, TRUE },
          { _("People Placed"), 70, TRUE }, { _("Person-km"), 76, TRUE },    { _("Mean Distance"), 76, TRUE }, { _("Longest"), 70, TRUE },
          { _("Cost, 10,000 yuan"), 90, TRUE }, { _("Above the Least"), 84, TRUE } };
  const TuceTextColumn schedule[] = { { _("Site"), 0, FALSE },           { _("Stage"), 104, FALSE },
                                      { _("Next"), 104, FALSE },         { _("Due on"), 108, FALSE },
                                      { _("Days Late"), 76, TRUE },      { _("Finished by"), 108, FALSE } };

  self->unplaced = TUCE_TEXT_TABLE (tuce_text_table_new (_("Not placed"), unplaced, G_N_ELEMENTS (unplaced)));
  self->comparison = TUCE_TEXT_TABLE (tuce_text_table_new (_("Scenarios compared"), comparison, G_N_ELEMENTS (comparison)));
  self->schedule = TUCE_TEXT_TABLE (tuce_text_table_new (_("Schedule of sites"), schedule, G_N_ELEMENTS (schedule)));
  add_table (self, "unplaced", _("Not Placed"), NULL, GTK_WIDGET (self->unplaced));
  add_table (self, "comparison", _("Comparison"), NULL, GTK_WIDGET (self->comparison));
  add_table (self, "schedule", _("Schedule"), NULL, GTK_WIDGET (self->schedule));
}

static GtkWidget *
new_bottom (TucePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = new_bar ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->tables = GTK_STACK (gtk_stack_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->tables);
  gtk_box_append (GTK_BOX (bar), switcher);
  add_sites (self);
  add_wishes (self);
  add_others (self);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tables));
  return box;
}

/* Once, as soon as it is known how high the page is; from then on the panes keep their shares. */
static void
on_first_height (GtkPaned *paned)
{
  int most;

  g_object_get (paned, "max-position", &most, NULL);
  if (most <= 0 || most == G_MAXINT)
    return;
  g_signal_handlers_disconnect_by_func (paned, on_first_height, NULL);
  gtk_paned_set_position (paned, MAX (MAP_HEIGHT, (int) (most * MAP_SHARE)));
}

void
tuce_plan_page_build (TucePlanPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (top), new_left (self));
  gtk_box_append (GTK_BOX (top), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (top), new_map (self));
  gtk_box_append (GTK_BOX (top), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (top), new_right (self));
  gtk_paned_set_start_child (GTK_PANED (paned), top);
  gtk_paned_set_end_child (GTK_PANED (paned), new_bottom (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), MAP_HEIGHT);
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (on_first_height), NULL);
  self->looks = TUCE_LOOKS (tuce_looks_new (paned));
  gtk_widget_set_parent (GTK_WIDGET (self->looks), GTK_WIDGET (self));
}
