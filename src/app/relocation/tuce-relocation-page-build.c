/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page 搬迁 is put together from. */
#include <glib/gi18n-lib.h>

#include "tuce-column-chooser.h"
#include "tuce-origin-figures.h"
#include "tuce-relocation-page-private.h"

#define BOARD_HEIGHT 230

/* What the red lines rest on stands before where people go. */
static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  return bar;
}

static void
append_space (GtkWidget *bar)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), space);
}

static GtkWidget *
new_top (TuceRelocationPage *self)
{
  GtkWidget *bar = new_bar ();

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "numeric");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (bar), new_button (_("New Site…"), "relocation.new-site"));
  return bar;
}

static GtkWidget *
new_whose_bar (TuceRelocationPage *self)
{
  GtkWidget *bar = new_bar ();

  self->whose = TUCE_CHOICE_BAR (tuce_choice_bar_new (_("Whose households are shown")));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->whose));
  append_space (bar);
  gtk_box_append (GTK_BOX (bar), new_button (_("Set Stage…"), "relocation.set-stage"));
  return bar;
}

static GtkWidget *
new_columns_button (TuceRecordTable *table)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), tuce_column_chooser_new (table));
  gtk_widget_set_tooltip_text (button, _("Choose columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose columns"), -1);
  return button;
}

static GtkWidget *
new_list_bar (TuceRelocationPage *self)
{
  GtkWidget *bar = new_bar ();
  TuceRecordTable *tables[] = { self->households, self->origins };

  self->filters = TUCE_CHOICE_BAR (tuce_choice_bar_new (_("Which households are shown")));
  self->views = TUCE_CHOICE_BAR (tuce_choice_bar_new (_("What is listed")));
  tuce_choice_bar_begin (self->views);
  tuce_choice_bar_add (self->views, TUCE_VIEW_HOUSEHOLDS, _("Households"), NULL);
  tuce_choice_bar_add (self->views, TUCE_VIEW_ORIGINS, _("Villages Left"), _("The villages they come from"));
  tuce_choice_bar_end (self->views);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->filters));
  append_space (bar);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->views));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      self->columns[i] = new_columns_button (tables[i]);
      gtk_box_append (GTK_BOX (bar), self->columns[i]);
    }
  return bar;
}

static TuceRecordTable *
new_table (TuceRelocationPage *self, const char *entity, const char *purpose, TuceSettings *settings)
{
  const TucePageKind *page = tuce_page_kinds_find ("relocation");
  TuceRecordTable *table = TUCE_RECORD_TABLE (tuce_record_table_new (entity, settings));

  tuce_record_table_set_purpose (table, purpose, page ? tuce_page_kind_list (page, entity) : NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (table));
  return table;
}

static GtkWidget *
new_below (TuceRelocationPage *self, TuceSettings *settings)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->households = new_table (self, "household", "relocated", settings);
  self->origins = new_table (self, "village", "origins", settings);
  tuce_record_table_set_figures (self->origins, tuce_origin_figures_add, &self->by_village);
  self->looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->stack)));
  self->figures = TUCE_FIGURE_STRIP (tuce_figure_strip_new ());
  gtk_box_append (GTK_BOX (below), new_whose_bar (self));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (below), new_list_bar (self));
  gtk_box_append (GTK_BOX (below), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->looks));
  return below;
}

void
tuce_relocation_page_build (TuceRelocationPage *self, TuceSettings *settings)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->board = TUCE_STAGE_BOARD (tuce_stage_board_new ());
  self->board_looks = TUCE_LOOKS (tuce_looks_new (GTK_WIDGET (self->board)));
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->board_looks));
  gtk_paned_set_end_child (GTK_PANED (paned), new_below (self, settings));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), BOARD_HEIGHT);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), paned);
}
