/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map page says of what lies under the pointer. */
#include "tuce-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-text.h"

#define FEATURE_RADIUS 3
#define MOST_FEATURES 4

static char *
describe_household (TuceMapPage *self, gint64 id)
{
  g_autoptr (TuceRecord) household = tuce_county_load (tuce_workspace_get_county (self->workspace), "household", id, NULL);
  const TuceField *status = household ? tuce_entity_field (household->entity, "status") : NULL;
  g_autofree char *title = household ? tuce_record_title (household) : NULL;
  g_autofree char *state = household ? tuce_field_format (status, tuce_record_value (household, "status")) : NULL;
  int size = household ? (int) tuce_record_integer (household, "size") : 0;
  g_autofree char *people = g_strdup_printf (ngettext ("%d person", "%d people", (gulong) size), size);

  return household ? g_strdup_printf ("%s\n%s · %s", title, state, people) : NULL;
}

static char *
describe_place (TuceMapPage *self, const char *code)
{
  TuceScene *scene = tuce_map_view_get_scene (self->map);
  gint64 households, people;
  g_autofree char *n = NULL, *of = NULL, *figures = NULL;

  if (!scene || !tuce_scene_place_figures (scene, code, &households, &people))
    return NULL;
  n = tuce_text_number (households);
  of = tuce_text_number (people);
  /* Translators: households, then people */
  figures = g_strdup_printf (_("%s households, %s people"), n, of);
  return g_strdup_printf ("%s\n%s", tuce_scene_place_name (scene, code), figures);
}

/* A line of its own; @figures: (transfer full). */
static void
add_line (GString *words, char *figures)
{
  g_string_append_c (words, '\n');
  g_string_append (words, figures);
  g_free (figures);
}

static char *
describe_site (TuceMapPage *self, const TuceHit *hit)
{
  const TuceOverlaySite *site = self->sites ? tuce_overlay_find (self->sites, hit->site, (guint) hit->series) : NULL;
  GString *words;

  if (!site)
    return NULL;
  words = g_string_new (site->name);
  if (*site->state)
    g_string_append_printf (words, " · %s", site->state);
  if (site->households > 0)
    add_line (words, g_strdup_printf (_("planned: %d households, %d people"), (int) site->households, (int) site->people));
  if (site->taken_households > 0)
    add_line (words, g_strdup_printf (_("assigned: %d households, %d people"), (int) site->taken_households,
                                      (int) site->taken_people));
  if (site->moved_households > 0)
    add_line (words, g_strdup_printf (_("moved in: %d households, %d people"), (int) site->moved_households,
                                      (int) site->moved_people));
  if (site->occupancy >= 0)
    add_line (words, g_strdup_printf (_("occupancy: %.1f %%"), site->occupancy * 100));
  return g_string_free (words, FALSE);
}

/* What of the layers lies there, a line each: 地质灾害隐患：某某. */
static char *
describe_features (TuceMapPage *self, double x, double y)
{
  TuceScene *scene = tuce_map_view_get_scene (self->map);
  TuceView view = tuce_map_view_get_view (self->map);
  GString *words = g_string_new (NULL);
  g_autoptr (GArray) hits = scene ? tuce_scene_features_at (scene, &view, x, y, FEATURE_RADIUS,
                                                            tuce_map_options_get_layers (self->options))
                                  : g_array_new (FALSE, FALSE, sizeof (TuceFeatureHit));

  for (guint i = 0; i < MIN (hits->len, MOST_FEATURES); i++)
    {
      const TuceFeatureHit *hit = &g_array_index (hits, TuceFeatureHit, i);
      const char *layer = "";

      for (guint k = 0; k < tuce_scene_layers (scene)->len; k++)
        if (((const TuceLayerLine *) tuce_scene_layers (scene)->pdata[k])->index == hit->layer)
          layer = ((const TuceLayerLine *) tuce_scene_layers (scene)->pdata[k])->label;
      if (words->len)
        g_string_append_c (words, '\n');
      if (*hit->name)
        g_string_append_printf (words, _("%s: %s"), layer, hit->name);
      else
        g_string_append (words, layer);
    }
  return g_string_free (words, FALSE);
}

/* Both, each where there is any; NULL where there is neither. */
static char *
join_words (const char *what, const char *features)
{
  if (what && *features)
    return g_strdup_printf ("%s\n%s", what, features);
  return what ? g_strdup (what) : *features ? g_strdup (features) : NULL;
}

void
tuce_map_page_show_hovered (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *self)
{
  g_autofree char *what = NULL, *features = NULL, *words = NULL;
  TuceView view = tuce_map_view_get_view (map);

  if (tuce_workspace_get_county (self->workspace))
    {
      what = hit->site        ? describe_site (self, hit)
             : hit->household ? describe_household (self, hit->household)
             : *hit->village  ? describe_place (self, hit->village)
                              : describe_place (self, hit->township);
      features = hit->features ? describe_features (self, x, y) : g_strdup ("");
      words = join_words (what, features);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->hover), words != NULL);
  if (!words)
    return;
  gtk_label_set_text (self->hover, words);
  /* Beside the pointer, on whichever side there is room. */
  gtk_widget_set_halign (GTK_WIDGET (self->hover), x < view.width / 2 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->hover), y < view.height / 2 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self->hover), x < view.width / 2 ? (int) x + 16 : 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self->hover), x < view.width / 2 ? 0 : (int) (view.width - x) + 16);
  gtk_widget_set_margin_top (GTK_WIDGET (self->hover), y < view.height / 2 ? (int) y + 16 : 0);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->hover), y < view.height / 2 ? 0 : (int) (view.height - y) + 16);
}
