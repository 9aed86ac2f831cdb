/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-tile.h"

#include <glib/gi18n-lib.h>

#include "tuce-occupancy-bar.h"

struct _TuceSiteTile
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *name, *people, *share, *late, *stage;
  TuceOccupancyBar *bar;
  char *whole;
};

G_DEFINE_FINAL_TYPE (TuceSiteTile, tuce_site_tile, GTK_TYPE_WIDGET)

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, TUCE_SITE_TILE (widget)->whole);
  return TUCE_SITE_TILE (widget)->whole != NULL;
}

static void
tuce_site_tile_dispose (GObject *object)
{
  g_clear_pointer (&TUCE_SITE_TILE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (tuce_site_tile_parent_class)->dispose (object);
}

static void
tuce_site_tile_finalize (GObject *object)
{
  g_free (TUCE_SITE_TILE (object)->whole);
  G_OBJECT_CLASS (tuce_site_tile_parent_class)->finalize (object);
}

static void
tuce_site_tile_class_init (TuceSiteTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_site_tile_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_site_tile_finalize;
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sitetile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
new_label (const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), class);
  return label;
}

static void
tuce_site_tile_init (TuceSiteTile *self)
{
  GtkWidget *taken = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->name = new_label ("heading");
  self->people = new_label ("numeric");
  self->share = new_label ("numeric");
  gtk_label_set_ellipsize (self->share, PANGO_ELLIPSIZE_NONE);
  self->late = new_label ("problem");
  self->stage = new_label ("stage");
  self->bar = TUCE_OCCUPANCY_BAR (tuce_occupancy_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_box_append (GTK_BOX (taken), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (taken), GTK_WIDGET (self->share));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (self->box), taken);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stage));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->late));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tuce_site_tile_new (void)
{
  return g_object_new (TUCE_TYPE_SITE_TILE, NULL);
}

void
tuce_site_tile_set (TuceSiteTile *self, const TuceSiteBoard *board, const TuceSitePlan *plan, TuceDictionary *dictionary,
                    gboolean with_stage)
{
  g_autofree char *households = tuce_text_number (board->movers.sum.households);
  g_autofree char *people = tuce_text_number (board->movers.sum.people);
  /* Translators: households, then people, very short */
  g_autofree char *both = g_strdup_printf (_("%1$s hh, %2$s p."), households, people);
  g_autofree char *share = tuce_share_words (board->movers.sum.in_people, board->plan_people);
  g_autofree char *late = tuce_site_late_words (plan);
  g_autofree char *marked = g_strdup_printf ("! %s", late);
  const char *stage = tuce_site_stage_label (dictionary, board->stage);
  /* Translators: the stage of a site */
  g_autofree char *by_hand = board->by_hand ? g_strdup_printf (_("%s (by hand)"), stage) : NULL;

  g_return_if_fail (TUCE_IS_SITE_TILE (self));
  gtk_label_set_text (self->name, board->name);
  gtk_label_set_text (self->people, both);
  gtk_label_set_text (self->share, share);
  gtk_label_set_text (self->stage, by_hand ? by_hand : stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), with_stage || by_hand);
  gtk_label_set_text (self->late, marked);
  gtk_widget_set_visible (GTK_WIDGET (self->late), *late != '\0');
  tuce_occupancy_bar_set (self->bar, board->plan_people, board->movers.sum.people, board->movers.sum.in_people);
  g_free (self->whole);
  self->whole = tuce_site_describe (board, plan, dictionary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->whole, -1);
}

char *
tuce_site_tile_get_words (TuceSiteTile *self)
{
  GtkLabel *labels[] = { self->name, self->people, self->share, self->stage, self->late };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TUCE_IS_SITE_TILE (self), g_string_free (text, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", gtk_label_get_text (labels[i]));
  return g_string_free (text, FALSE);
}
