/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window. How one is added: tuce-window.h. */
#include <glib/gi18n-lib.h>

#include "tuce-card.h"
#include "tuce-finding-page.h"
#include "tuce-household-page.h"
#include "tuce-map-page.h"
#include "tuce-measure-page.h"
#include "tuce-page.h"
#include "tuce-plan-page.h"
#include "tuce-progress-page.h"
#include "tuce-relocation-page.h"
#include "tuce-sheet-page.h"
#include "tuce-standards-page.h"
#include "tuce-village-page.h"
#include "tuce-window-private.h"

typedef struct
{
  const char *name;
  const char *label; /* the word on the rail */
  const char *icon;
  /* one of the two */
  GtkWidget *(*make) (TuceWorkspace *workspace);
  GtkWidget *(*make_with_settings) (TuceWorkspace *workspace, TuceSettings *settings);
} Page;

/* In the order of the rail and of Ctrl+1, Ctrl+2, … Ctrl+9, Ctrl+0. */
static const Page pages[] = {
  { "map", N_("Map"), "mark-location-symbolic", .make_with_settings = tuce_map_page_new },
  { "households", N_("Households"), "system-users-symbolic", .make_with_settings = tuce_household_page_new },
  { "villages", N_("Villages"), "go-home-symbolic", .make_with_settings = tuce_village_page_new },
  { "findings", N_("Findings"), "dialog-question-symbolic", .make = tuce_finding_page_new },
  { "progress", N_("Progress"), "view-sort-ascending-symbolic", .make = tuce_progress_page_new },
  { "measures", N_("Measures"), "task-due-symbolic", .make = tuce_measure_page_new },
  { "relocation", N_("Relocation"), "mail-forward-symbolic", .make_with_settings = tuce_relocation_page_new },
  { "plan", N_("Planning"), "view-continuous-symbolic", .make = tuce_plan_page_new },
  { "standards", N_("Standards"), "emblem-documents-symbolic", .make = tuce_standards_page_new },
  { "sheets", N_("Sheets"), "document-print-symbolic", .make = tuce_sheet_page_new },
};

static void
on_activated (TuceWindow *self)
{
  tuce_window_set_folded (self, "card", FALSE);
  gtk_widget_grab_focus (self->card);
}

static void
add_button (TuceWindow *self, const Page *page, guint number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *label = _(page->label);
  g_autofree char *tooltip
      = number <= 10 ? g_strdup_printf ("%s (Ctrl+%u)", label, number % 10) : g_strdup (label);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page->name);
  gtk_box_append (self->rail, button);
}

void
tuce_window_add_pages (TuceWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *widget = pages[i].make ? pages[i].make (self->workspace)
                                        : pages[i].make_with_settings (self->workspace, self->settings);

      add_button (self, &pages[i], i + 1);
      gtk_stack_add_named (self->pages, widget, pages[i].name);
      if (g_signal_lookup ("activated", G_OBJECT_TYPE (widget)))
        g_signal_connect_object (widget, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
    }
}

static void
on_page (GSimpleAction *action, GVariant *name, gpointer data)
{
  TuceWindow *self = data;

  if (!gtk_stack_get_child_by_name (self->pages, g_variant_get_string (name, NULL)))
    return;
  gtk_stack_set_visible_child_name (self->pages, g_variant_get_string (name, NULL));
  g_simple_action_set_state (action, name);
}

static void
on_page_activated (GSimpleAction *action, GVariant *name, gpointer data)
{
  TuceWindow *self = data;

  g_action_change_state (G_ACTION (action), name);
  if (tuce_workspace_get_county (self->workspace))
    tuce_window_focus_page (self);
}

static void
on_show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  g_autoptr (GVariant) what = NULL;
  const char *name;
  GtkWidget *page;

  g_variant_get (parameter, "(&sv)", &name, &what);
  page = gtk_stack_get_child_by_name (self->pages, name);
  if (!TUCE_IS_PAGE (page))
    return;
  tuce_page_show (TUCE_PAGE (page), what);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", name);
}

static void
on_card_field (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TuceWindow *self = data;
  const char *entity, *field;
  gint64 id;

  g_variant_get (parameter, "(&sx&s)", &entity, &id, &field);
  tuce_window_set_folded (self, "card", FALSE);
  tuce_card_focus_record (TUCE_CARD (self->card), entity, id, field);
}

static void
on_new_site (GSimpleAction *action, GVariant *village, gpointer data)
{
  TuceWindow *self = data;

  tuce_window_set_folded (self, "card", FALSE);
  tuce_card_add_site (TUCE_CARD (self->card), g_variant_get_string (village, NULL));
}

void
tuce_window_add_page_actions (TuceWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "page", .parameter_type = "s", .state = "''", .activate = on_page_activated, .change_state = on_page },
    { .name = "show", .parameter_type = "(sv)", .activate = on_show },
    { .name = "card-field", .parameter_type = "(sxs)", .activate = on_card_field },
    { .name = "new-site", .parameter_type = "s", .activate = on_new_site },
  };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tuce_window_show_page (self, pages[0].name);
  for (guint i = 0; application && i < MIN (10, G_N_ELEMENTS (pages)); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);
      g_autofree char *key = g_strdup_printf ("<Control>%u", (i + 1) % 10);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

void
tuce_window_show_page (TuceWindow *self, const char *name)
{
  g_return_if_fail (TUCE_IS_WINDOW (self));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string (name));
}

/* The page that is shown now stands first. */
void
tuce_window_focus_rail (TuceWindow *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->rail)); button;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      gtk_widget_grab_focus (button);
}

void
tuce_window_focus_page (TuceWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (!tuce_workspace_get_county (self->workspace))
    gtk_widget_grab_focus (GTK_WIDGET (self->start));
  else if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
