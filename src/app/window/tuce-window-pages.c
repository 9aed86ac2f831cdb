/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window. How one is added: tuce-window.h. */
#include "tuce-card.h"
#include "tuce-finding-page.h"
#include "tuce-household-page.h"
#include "tuce-map-page.h"
#include "tuce-measure-page.h"
#include "tuce-page.h"
#include "tuce-plan-page.h"
#include "tuce-progress-page.h"
#include "tuce-record-page.h"
#include "tuce-relocation-page.h"
#include "tuce-sheet-page.h"
#include "tuce-standards-page.h"
#include "tuce-village-page.h"
#include "tuce-window-private.h"

/* How the pages that have something of their own are made; what data/pages.csv says of any other makes it. */
static const struct
{
  const char *name;
  /* one of these */
  GtkWidget *(*make) (TuceWorkspace *workspace);
  GtkWidget *(*make_with_settings) (TuceWorkspace *workspace, TuceSettings *settings);
  GtkWidget *(*make_of_kind) (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind);
} own_pages[] = {
  { "map", .make_with_settings = tuce_map_page_new },
  { "households", .make_of_kind = tuce_household_page_new },
  { "villages", .make_of_kind = tuce_village_page_new },
  { "findings", .make = tuce_finding_page_new },
  { "progress", .make = tuce_progress_page_new },
  { "measures", .make = tuce_measure_page_new },
  { "relocation", .make_with_settings = tuce_relocation_page_new },
  { "plan", .make = tuce_plan_page_new },
  { "standards", .make = tuce_standards_page_new },
  { "sheets", .make = tuce_sheet_page_new },
};

/* Gives the widget of the page; %NULL for a line that says too little to make one. */
static GtkWidget *
new_page (TuceWindow *self, const TucePageKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_pages); i++)
    if (g_str_equal (own_pages[i].name, kind->name))
      return own_pages[i].make                 ? own_pages[i].make (self->workspace)
             : own_pages[i].make_with_settings ? own_pages[i].make_with_settings (self->workspace, self->settings)
                                               : own_pages[i].make_of_kind (self->workspace, self->settings, kind);
  return kind->lists->len > 0 ? tuce_record_page_new (self->workspace, self->settings, kind) : NULL;
}

static void
on_activated (TuceWindow *self)
{
  tuce_window_set_folded (self, "card", FALSE);
  gtk_widget_grab_focus (self->card);
}

static void
add_page (TuceWindow *self, const TucePageKind *kind, guint number)
{
  GtkWidget *widget = new_page (self, kind);
  g_autofree char *key = number <= 10 ? g_strdup_printf ("Ctrl+%u", number % 10) : NULL;

  if (!widget)
    return;
  tuce_rail_add (self->rail, kind->name, tuce_page_kind_label (kind), kind->icon, key);
  gtk_stack_add_named (self->pages, widget, kind->name);
  if (g_signal_lookup ("activated", G_OBJECT_TYPE (widget)))
    g_signal_connect_object (widget, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

void
tuce_window_add_pages (TuceWindow *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *kinds = tuce_page_kinds_load (&error);

  if (!kinds)
    tuce_window_show_error (self, error->message);
  for (guint i = 0; kinds && i < kinds->len; i++)
    add_page (self, kinds->pdata[i], i + 1);
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
on_new_record (GSimpleAction *action, GVariant *what, gpointer data)
{
  TuceWindow *self = data;
  const char *entity, *place;

  g_variant_get (what, "(&s&s)", &entity, &place);
  tuce_window_set_folded (self, "card", FALSE);
  tuce_card_add (TUCE_CARD (self->card), entity, place);
}

void
tuce_window_add_page_actions (TuceWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "page", .parameter_type = "s", .state = "''", .activate = on_page_activated, .change_state = on_page },
    { .name = "show", .parameter_type = "(sv)", .activate = on_show },
    { .name = "card-field", .parameter_type = "(sxs)", .activate = on_card_field },
    { .name = "new-record", .parameter_type = "(ss)", .activate = on_new_record },
  };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GPtrArray *kinds = tuce_page_kinds_load (NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (kinds)
    tuce_window_show_page (self, ((const TucePageKind *) kinds->pdata[0])->name);
  for (guint i = 0; application && kinds && i < MIN (10, kinds->len); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", ((const TucePageKind *) kinds->pdata[i])->name);
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

void
tuce_window_focus_rail (TuceWindow *self)
{
  tuce_rail_focus (self->rail);
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
