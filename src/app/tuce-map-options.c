/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-options.h"

#define GROUP "map"

/* What may be left out. */
static const struct
{
  const char *name; /* in the template and the settings */
  TucePaintParts part;
} layers[] = { { "outlines", TUCE_PAINT_BORDERS },
               { "names", TUCE_PAINT_NAMES },
               { "households", TUCE_PAINT_POINTS },
               { "rivers", TUCE_PAINT_RIVERS } };

struct _TuceMapOptions
{
  GtkBox parent_instance;

  /* template children */
  GtkDropDown *colouring;
  GtkMenuButton *shown;
  GtkCheckButton *boxes[G_N_ELEMENTS (layers)];

  TuceSettings *settings;
  gboolean restoring;
};

G_DEFINE_FINAL_TYPE (TuceMapOptions, tuce_map_options, GTK_TYPE_BOX)

static guint recoloured_signal, parts_changed_signal;

static void
on_colouring_chosen (TuceMapOptions *self)
{
  if (self->restoring)
    return;
  if (self->settings)
    tuce_settings_set_string (self->settings, GROUP, "colouring", tuce_map_options_get_colouring (self)->name);
  g_signal_emit (self, recoloured_signal, 0);
}

static void
on_toggled (TuceMapOptions *self)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  if (self->restoring)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (!gtk_check_button_get_active (self->boxes[i]))
      g_ptr_array_add (hidden, (gpointer) layers[i].name);
  g_ptr_array_add (hidden, NULL);
  if (self->settings)
    tuce_settings_set_strings (self->settings, GROUP, "hidden", (const char *const *) hidden->pdata);
  g_signal_emit (self, parts_changed_signal, 0);
}

static void
tuce_map_options_dispose (GObject *object)
{
  g_clear_object (&TUCE_MAP_OPTIONS (object)->settings);
  G_OBJECT_CLASS (tuce_map_options_parent_class)->dispose (object);
}

static void
tuce_map_options_class_init (TuceMapOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_map_options_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-map-options.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceMapOptions, colouring);
  gtk_widget_class_bind_template_child (widget_class, TuceMapOptions, shown);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    gtk_widget_class_bind_template_child_full (widget_class, layers[i].name, FALSE,
                                               G_STRUCT_OFFSET (TuceMapOptions, boxes) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, on_colouring_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  recoloured_signal = g_signal_new ("recoloured", TUCE_TYPE_MAP_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  parts_changed_signal = g_signal_new ("parts-changed", TUCE_TYPE_MAP_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
tuce_map_options_init (TuceMapOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *colourings = tuce_colourings ();

  self->restoring = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < colourings->len; i++)
    gtk_string_list_append (names, tuce_colouring_label (colourings->pdata[i]));
  gtk_drop_down_set_model (self->colouring, G_LIST_MODEL (names));
  self->restoring = FALSE;
}

void
tuce_map_options_set_settings (TuceMapOptions *self, TuceSettings *settings)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) hidden = NULL;
  guint index;

  g_set_object (&self->settings, settings);
  if (!settings)
    return;
  name = tuce_settings_get_string (settings, GROUP, "colouring", "");
  hidden = tuce_settings_get_strings (settings, GROUP, "hidden");
  self->restoring = TRUE;
  if (g_ptr_array_find (tuce_colourings (), tuce_colouring_find (name), &index))
    gtk_drop_down_set_selected (self->colouring, index);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    gtk_check_button_set_active (self->boxes[i],
                                 !hidden || !g_strv_contains ((const char *const *) hidden, layers[i].name));
  self->restoring = FALSE;
}

const TuceColouring *
tuce_map_options_get_colouring (TuceMapOptions *self)
{
  guint index = gtk_drop_down_get_selected (self->colouring);

  return index < tuce_colourings ()->len ? tuce_colourings ()->pdata[index] : tuce_colouring_find (NULL);
}

TucePaintParts
tuce_map_options_get_parts (TuceMapOptions *self)
{
  TucePaintParts parts = TUCE_PAINT_TILE | TUCE_PAINT_NAMES;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (!gtk_check_button_get_active (self->boxes[i]))
      parts &= ~layers[i].part;
  return parts;
}

void
tuce_map_options_show_part (TuceMapOptions *self, const char *name, gboolean shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_equal (layers[i].name, name))
      gtk_check_button_set_active (self->boxes[i], shown);
}
