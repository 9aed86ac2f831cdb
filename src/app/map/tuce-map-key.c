/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-key.h"

#include <glib/gi18n-lib.h>

#include "tuce-text.h"

#define GROUP "map"
#define OPEN "open"
#define FOLDED "folded"
#define SAMPLE_WIDTH 20
#define SAMPLE_HEIGHT 16
#define SWATCH_HEIGHT 11
/* A lower map would be half covered. */
#define ROOM 800.0

struct _TuceMapKey
{
  GtkBox parent_instance;

  GtkWidget *fold;
  GtkWidget *lines;
  TuceSettings *settings;
  TuceLook look;
  TuceScene *scene;     /* what the lines explain */
  TuceOverlay *overlay;
  guint layers;
  gboolean restoring;
  gboolean decided;     /* somebody folded or opened it */
};

G_DEFINE_FINAL_TYPE (TuceMapKey, tuce_map_key, GTK_TYPE_BOX)

/* What a line of the key shows: the symbol of a site, or a layer. */
typedef struct
{
  TuceOverlaySite site;
  gboolean is_site;
  guint layer;
  gboolean areas, lines;
} Sample;

static void
draw_sample (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  const Sample *sample = data;
  TuceMapKey *self = TUCE_MAP_KEY (gtk_widget_get_ancestor (GTK_WIDGET (area), TUCE_TYPE_MAP_KEY));
  TuceLook look = self ? self->look : TUCE_LOOK_LIGHT;

  if (sample->is_site)
    tuce_overlay_paint_symbol (cairo, &sample->site, width / 2.0, height / 2.0, height + 2, look);
  else
    tuce_layer_style_paint_swatch (cairo, tuce_layer_style_nth (sample->layer), sample->areas, sample->lines, 1,
                                   (height - SWATCH_HEIGHT) / 2.0, width - 2, SWATCH_HEIGHT, 1, look);
}

static void
add_line (TuceMapKey *self, const Sample *sample, const char *words, const char *count)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *picture = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_sample, g_memdup2 (sample, sizeof *sample), g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), picture);
  gtk_box_append (GTK_BOX (line), label);
  if (count)
    {
      GtkWidget *number = gtk_label_new (count);

      gtk_widget_add_css_class (number, "numeric");
      gtk_box_append (GTK_BOX (line), number);
    }
  gtk_box_append (GTK_BOX (self->lines), line);
}

static void
add_sites (TuceMapKey *self, TuceOverlay *overlay)
{
  g_autoptr (GPtrArray) states = tuce_overlay_states (overlay);
  GtkWidget *note;

  if (states->len == 0)
    return;
  for (guint i = 0; i < states->len; i++)
    {
      const TuceLegendLine *line = states->pdata[i];
      Sample sample = { .site = { .mark = line->mark, .used = TRUE, .occupancy = 0.5 }, .is_site = TRUE };
      g_autofree char *count = tuce_text_number (line->count);

      add_line (self, &sample, line->label, count);
    }
  note = gtk_label_new (_("Ring: moved in, of those planned"));
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "attribution");
  gtk_box_append (GTK_BOX (self->lines), note);
}

static void
add_layers (TuceMapKey *self, TuceScene *scene, guint layers)
{
  GPtrArray *lines = tuce_scene_layers (scene);

  for (guint i = 0; i < lines->len; i++)
    {
      const TuceLayerLine *line = lines->pdata[i];
      Sample sample = { .layer = line->index, .areas = line->areas, .lines = line->lines };
      /* Translators: a layer that nobody surveyed */
      g_autofree char *words = line->schematic ? g_strdup_printf (_("%s (schematic)"), line->label) : g_strdup (line->label);

      if (layers & 1u << line->index)
        add_line (self, &sample, words, NULL);
    }
}

/* Those of @layers that are painted at @zoom. */
static guint
painted_layers (guint layers, double zoom)
{
  for (guint i = 0; i < tuce_layer_style_count (); i++)
    if (zoom < tuce_layer_style_nth (i)->from_zoom)
      layers &= ~(1u << i);
  return layers;
}

void
tuce_map_key_show (TuceMapKey *self, TuceScene *scene, guint layers, TuceOverlay *overlay, double zoom)
{
  GtkWidget *child;

  layers = scene ? painted_layers (layers, zoom) : 0;
  if (self->scene == scene && self->overlay == overlay && self->layers == layers)
    return;
  g_clear_pointer (&self->scene, tuce_scene_unref);
  g_clear_pointer (&self->overlay, tuce_overlay_unref);
  self->scene = scene ? tuce_scene_ref (scene) : NULL;
  self->overlay = overlay ? tuce_overlay_ref (overlay) : NULL;
  self->layers = layers;
  while ((child = gtk_widget_get_first_child (self->lines)))
    gtk_box_remove (GTK_BOX (self->lines), child);
  if (overlay)
    add_sites (self, overlay);
  if (scene)
    add_layers (self, scene, layers);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->lines) != NULL);
}

void
tuce_map_key_set_look (TuceMapKey *self, TuceLook look)
{
  self->look = look;
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line; line = gtk_widget_get_next_sibling (line))
    if (gtk_widget_get_first_child (line))
      gtk_widget_queue_draw (gtk_widget_get_first_child (line));
}

static void
on_folded (TuceMapKey *self)
{
  gboolean open = gtk_expander_get_expanded (GTK_EXPANDER (self->fold));

  if (self->restoring)
    return;
  self->decided = TRUE;
  if (self->settings)
    tuce_settings_set_string (self->settings, GROUP, "key", open ? OPEN : FOLDED);
}

static void
set_open (TuceMapKey *self, gboolean open)
{
  self->restoring = TRUE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->fold), open);
  self->restoring = FALSE;
}

void
tuce_map_key_set_room (TuceMapKey *self, double height)
{
  if (!self->decided)
    set_open (self, height >= ROOM);
}

void
tuce_map_key_set_settings (TuceMapKey *self, TuceSettings *settings)
{
  g_autofree char *state = settings ? tuce_settings_get_string (settings, GROUP, "key", "") : g_strdup ("");

  g_set_object (&self->settings, settings);
  self->decided = *state;
  if (*state)
    set_open (self, g_str_equal (state, OPEN));
}

static void
tuce_map_key_dispose (GObject *object)
{
  TuceMapKey *self = TUCE_MAP_KEY (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->scene, tuce_scene_unref);
  g_clear_pointer (&self->overlay, tuce_overlay_unref);
  G_OBJECT_CLASS (tuce_map_key_parent_class)->dispose (object);
}

static void
tuce_map_key_class_init (TuceMapKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_map_key_dispose;
}

static void
tuce_map_key_init (TuceMapKey *self)
{
  self->fold = gtk_expander_new (_("Key"));
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_expander_set_expanded (GTK_EXPANDER (self->fold), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (self->fold), self->lines);
  gtk_box_append (GTK_BOX (self), self->fold);
  gtk_widget_set_hexpand (self->fold, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-box");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->fold, "notify::expanded", G_CALLBACK (on_folded), self);
}
