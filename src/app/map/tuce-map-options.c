/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-options.h"

#include "tuce-look.h"

#define GROUP "map"
#define SITES "sites"
#define SAMPLE_WIDTH 18
#define SAMPLE_HEIGHT 11

/* What may be left out. */
static const struct
{
  const char *name; /* in the template and the settings */
  TucePaintParts part;
} layers[] = { { "outlines", TUCE_PAINT_BORDERS },
               { "names", TUCE_PAINT_NAMES },
               { "households", TUCE_PAINT_POINTS },
               { "rivers", TUCE_PAINT_RIVERS },
               { SITES, 0 } };

struct _TuceMapOptions
{
  GtkBox parent_instance;

  /* template children */
  GtkDropDown *colouring;
  GtkMenuButton *shown;
  GtkCheckButton *boxes[G_N_ELEMENTS (layers)];
  GtkBox *brought_in;

  TuceSettings *settings;
  guint shown_layers; /* of those an office brought in: bits by their index in the table */
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

static guint
layer_of (GtkWidget *box)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "layer"));
}

/* What differs from what the table has is kept, so that a layer the table gains later is shown as it says. */
static void
keep_layers (TuceMapOptions *self)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < tuce_layer_style_count (); i++)
    {
      const TuceLayerStyle *style = tuce_layer_style_nth (i);
      gboolean now = (self->shown_layers & 1u << i) != 0;

      if (now != style->visible)
        g_ptr_array_add (now ? shown : hidden, (gpointer) style->layer);
    }
  g_ptr_array_add (hidden, NULL);
  g_ptr_array_add (shown, NULL);
  tuce_settings_set_strings (self->settings, GROUP, "hidden-layers", (const char *const *) hidden->pdata);
  tuce_settings_set_strings (self->settings, GROUP, "shown-layers", (const char *const *) shown->pdata);
}

static void
restore_layers (TuceMapOptions *self, TuceSettings *settings)
{
  g_auto (GStrv) hidden = tuce_settings_get_strings (settings, GROUP, "hidden-layers");
  g_auto (GStrv) shown = tuce_settings_get_strings (settings, GROUP, "shown-layers");

  self->shown_layers = tuce_layer_style_usual ();
  for (guint i = 0; i < tuce_layer_style_count (); i++)
    {
      const char *layer = tuce_layer_style_nth (i)->layer;

      if (shown && g_strv_contains ((const char *const *) shown, layer))
        self->shown_layers |= 1u << i;
      if (hidden && g_strv_contains ((const char *const *) hidden, layer))
        self->shown_layers &= ~(1u << i);
    }
}

static void
on_layer_toggled (GtkCheckButton *box, TuceMapOptions *self)
{
  guint bit = 1u << layer_of (GTK_WIDGET (box));

  if (self->restoring)
    return;
  self->shown_layers = gtk_check_button_get_active (box) ? self->shown_layers | bit : self->shown_layers & ~bit;
  if (self->settings)
    keep_layers (self);
  g_signal_emit (self, parts_changed_signal, 0);
}

static void
draw_sample (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  const TuceLayerLine *line = data;

  tuce_layer_style_paint_swatch (cairo, tuce_layer_style_nth (line->index), line->areas, line->lines, 0.5, 0.5, width - 1,
                                 height - 1, 1, tuce_look_is_dark (GTK_WIDGET (area)) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT);
}

static GtkWidget *
new_layer (TuceMapOptions *self, const TuceLayerLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *sample = gtk_drawing_area_new ();
  GtkWidget *box = gtk_check_button_new_with_label (line->label);
  TuceLayerLine *shape = g_memdup2 (line, sizeof *line);

  shape->label = shape->label_zh = NULL;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), (self->shown_layers & 1u << line->index) != 0);
  gtk_widget_set_hexpand (box, TRUE);
  g_object_set_data (G_OBJECT (box), "layer", GUINT_TO_POINTER (line->index));
  g_signal_connect (box, "toggled", G_CALLBACK (on_layer_toggled), self);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, shape, g_free);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), sample);
  return row;
}

void
tuce_map_options_offer_layers (TuceMapOptions *self, GPtrArray *lines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->brought_in))))
    gtk_box_remove (self->brought_in, child);
  for (guint i = 0; lines && i < lines->len; i++)
    gtk_box_append (self->brought_in, new_layer (self, lines->pdata[i]));
}

guint
tuce_map_options_get_layers (TuceMapOptions *self)
{
  return self->shown_layers;
}

void
tuce_map_options_show_layer (TuceMapOptions *self, guint index, gboolean shown)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->brought_in)); row; row = gtk_widget_get_next_sibling (row))
    if (layer_of (gtk_widget_get_first_child (row)) == index)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (row)), shown);
}

gboolean
tuce_map_options_get_sites (TuceMapOptions *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_equal (layers[i].name, SITES))
      return gtk_check_button_get_active (self->boxes[i]);
  return FALSE;
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
  gtk_widget_class_bind_template_child (widget_class, TuceMapOptions, brought_in);
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
  self->shown_layers = tuce_layer_style_usual ();
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
  restore_layers (self, settings);
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
