/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-rail.h"

#include <glib/gi18n-lib.h>

#define SPACING 4
#define LEAST 3 /* buttons that are there in the lowest window, the menu's not counted */

typedef struct
{
  char *name;
  char *label;
  GtkWidget *button;
} Entry;

struct _TuceRail
{
  GtkWidget parent_instance;

  GPtrArray *entries; /* Entry */
  GtkWidget *more;
  GMenu *menu;
  guint n_shown;      /* of the entries; the rest is in the menu */
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (TuceRail, tuce_rail, GTK_TYPE_WIDGET)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  gtk_widget_unparent (entry->button);
  g_free (entry->name);
  g_free (entry->label);
  g_free (entry);
}

/* --- room --- */

static int
height_of (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The height of the first @n buttons with the spaces between them. */
static int
height_of_first (TuceRail *self, guint n)
{
  int height = 0;

  for (guint i = 0; i < n; i++)
    height += height_of (((const Entry *) self->entries->pdata[i])->button) + (i > 0 ? SPACING : 0);
  return height;
}

/* How many buttons have room in @height, beside that of the menu where not all have. */
static guint
count_fitting (TuceRail *self, int height)
{
  guint n = self->entries->len;
  int menu;

  if (height_of_first (self, n) <= height)
    return n;
  menu = height_of (self->more) + SPACING;
  while (n > 1 && height_of_first (self, n) + menu > height)
    n--;
  return n;
}

static gboolean
fill_menu (gpointer data)
{
  TuceRail *self = data;

  self->fill_source = 0;
  g_menu_remove_all (self->menu);
  for (guint i = self->n_shown; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (entry->label, NULL);

      g_menu_item_set_action_and_target (item, "win.page", "s", entry->name);
      g_menu_append_item (self->menu, item);
    }
  return G_SOURCE_REMOVE;
}

static void
allocate (GtkWidget *widget, int y, int width, int height)
{
  gtk_widget_set_child_visible (widget, TRUE);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, y, width, height }, -1);
}

static void
tuce_rail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TuceRail *self = TUCE_RAIL (widget);
  guint n = count_fitting (self, height);
  int y = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *button = ((const Entry *) self->entries->pdata[i])->button;

      if (i < n)
        allocate (button, y, width, height_of (button));
      else
        gtk_widget_set_child_visible (button, FALSE);
      y += i < n ? height_of (button) + SPACING : 0;
    }
  if (n < self->entries->len)
    allocate (self->more, y, width, height_of (self->more));
  else
    gtk_widget_set_child_visible (self->more, FALSE);
  /* A menu may not change while its window is laid out. */
  if (n != self->n_shown && self->fill_source == 0)
    self->fill_source = g_idle_add (fill_menu, self);
  self->n_shown = n;
}

static void
tuce_rail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  TuceRail *self = TUCE_RAIL (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = height_of_first (self, MIN (LEAST, self->entries->len)) + SPACING + height_of (self->more);
      *natural = MAX (*minimum, height_of_first (self, self->entries->len));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, usual;

      gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

/* --- object --- */

static GtkSizeRequestMode
tuce_rail_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tuce_rail_dispose (GObject *object)
{
  TuceRail *self = TUCE_RAIL (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (tuce_rail_parent_class)->dispose (object);
}

static void
tuce_rail_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_RAIL (object)->entries);
  G_OBJECT_CLASS (tuce_rail_parent_class)->finalize (object);
}

static void
tuce_rail_class_init (TuceRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_rail_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_rail_finalize;
  widget_class->measure = tuce_rail_measure;
  widget_class->size_allocate = tuce_rail_size_allocate;
  widget_class->get_request_mode = tuce_rail_get_request_mode;
}

static GtkWidget *
new_face (const char *icon, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  return box;
}

static void
tuce_rail_init (TuceRail *self)
{
  /* Translators: the button of the rail behind which stand the pages that have no room */
  const char *label = _("More");

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->menu = g_menu_new ();
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->more), new_face ("pan-down-symbolic", label));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->more), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_RIGHT);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (self->menu));
  gtk_widget_set_tooltip_text (self->more, _("More pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More pages"), -1);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

void
tuce_rail_add (TuceRail *self, const char *name, const char *label, const char *icon, const char *key)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *tooltip = key ? g_strdup_printf ("%s (%s)", label, key) : g_strdup (label);
  Entry *entry = g_new0 (Entry, 1);

  g_return_if_fail (TUCE_IS_RAIL (self));
  entry->name = g_strdup (name);
  entry->label = g_strdup (label);
  entry->button = button;
  gtk_button_set_child (GTK_BUTTON (button), new_face (icon, label));
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->more);
  g_ptr_array_add (self->entries, entry);
}

void
tuce_rail_focus (TuceRail *self)
{
  g_return_if_fail (TUCE_IS_RAIL (self));
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *button = ((const Entry *) self->entries->pdata[i])->button;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        gtk_widget_grab_focus (i < self->n_shown ? button : self->more);
    }
}

guint
tuce_rail_n_hidden (TuceRail *self)
{
  g_return_val_if_fail (TUCE_IS_RAIL (self), 0);
  return self->entries->len - self->n_shown;
}
