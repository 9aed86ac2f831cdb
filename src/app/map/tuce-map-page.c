/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-page-private.h"

#include "tuce-look.h"

/* How close the map comes when a household is selected elsewhere. */
#define HOUSEHOLD_ZOOM 14

/* Bits of the parts below. */
enum
{
  PART_SCENE = 1 << 0,
  PART_SHOWN = 1 << 1
};

G_DEFINE_FINAL_TYPE (TuceMapPage, tuce_map_page, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  PROP_SETTINGS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* What has neither a position nor a place of its own is shown where the record lies that it belongs to: a visit at its
   household. */
static void
find_located (TuceCounty *county, const char **entity, gint64 *id)
{
  const TuceEntity *selected = tuce_dictionary_entity (tuce_county_get_dictionary (county), *entity);
  g_autoptr (TuceRecord) record = NULL;

  if (!selected || selected->scope || !selected->parent || selected->parent->type != TUCE_FIELD_REFERENCE)
    return;
  record = tuce_county_load (county, *entity, *id, NULL);
  *entity = selected->parent->target;
  *id = record ? tuce_record_integer (record, selected->parent->name) : 0;
}

static void
show_selection (TuceMapPage *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  gint64 id = tuce_workspace_get_selected_id (self->workspace);
  TuceScene *scene = tuce_map_view_get_scene (self->map);
  TucePosition position;

  if (county && entity)
    find_located (county, &entity, &id);
  if (g_strcmp0 (entity, "household") == 0)
    {
      tuce_map_view_set_selection (self->map, NULL, id);
      if (!self->picking && scene && tuce_scene_household_position (scene, id, &position))
        tuce_map_view_reveal (self->map, position, HOUSEHOLD_ZOOM);
    }
  else if (g_strcmp0 (entity, "site") == 0)
    {
      tuce_map_view_set_selection (self->map, NULL, 0);
      tuce_map_page_reveal_site (self, id);
    }
  else if (entity && county)
    {
      g_autoptr (TuceRecord) place = tuce_county_load (county, entity, id, NULL);

      /* A place itself, or where a measure or a problem lies. */
      tuce_map_view_set_selection (
          self->map, place && place->entity->scope ? tuce_record_text (place, place->entity->scope->name) : NULL, 0);
    }
  else
    tuce_map_view_set_selection (self->map, NULL, 0);
  tuce_map_page_show_sites (self);
}

static void
show_scope (TuceMapPage *self)
{
  TuceScene *scene = tuce_map_view_get_scene (self->map);
  const char *scope = tuce_workspace_get_scope (self->workspace);
  TuceBox box;

  if (scene && *scope && tuce_scene_place_box (scene, scope, &box))
    tuce_map_view_fit_box (self->map, &box);
}

static void
show_scale (TuceMapPage *self)
{
  TuceView view = tuce_map_view_get_view (self->map);

  tuce_map_scale_show (self->scale, tuce_map_view_get_scene (self->map), &view);
  tuce_map_key_set_room (self->key, view.height);
  tuce_map_key_show (self->key, tuce_map_view_get_scene (self->map), tuce_map_options_get_layers (self->options),
                     tuce_map_view_get_overlay (self->map), view.zoom);
}

/* Presses the lines by which the window is narrowed. */
static void
show_pressed (TuceMapPage *self)
{
  GPtrArray *conditions = tuce_workspace_get_conditions (self->workspace);
  const TuceColouring *colouring = tuce_map_options_get_colouring (self->options);
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < conditions->len && !codes; i++)
    {
      const TuceCondition *condition = conditions->pdata[i];

      if (g_strcmp0 (condition->path, colouring->path) != 0)
        continue;
      if (condition->comparison == TUCE_IS)
        codes = g_strsplit (condition->value, "|", -1);
      else if (condition->comparison == TUCE_IS_EMPTY)
        codes = g_strsplit ("", "|", -1);
    }
  if (codes && !*codes) /* an empty text has no parts */
    {
      g_strfreev (codes);
      codes = g_strdupv ((char *[]){ "", NULL });
    }
  tuce_map_legend_set_pressed (self->legend, (const char *const *) codes);
}

static void
show_loaded (TuceMapPage *self, TuceMapLoaded *loaded)
{
  gboolean first = !tuce_map_view_get_scene (self->map);
  gboolean other = tuce_map_view_get_scene (self->map) != loaded->scene;

  if (other)
    {
      tuce_map_legend_show (self->legend, tuce_scene_legend (loaded->scene));
      tuce_map_options_offer_layers (self->options, tuce_scene_layers (loaded->scene));
    }
  if (loaded->overlay)
    {
      g_clear_pointer (&self->sites, tuce_overlay_unref);
      self->sites = g_steal_pointer (&loaded->overlay);
    }
  tuce_map_view_show (self->map, loaded->scene, loaded->focus);
  tuce_map_legend_set_counts (self->legend, loaded->counts);
  show_pressed (self);
  gtk_widget_set_visible (self->without_outlines, !tuce_scene_has_outlines (loaded->scene));
  if (first)
    show_scope (self);
  if (other)
    show_selection (self);
  show_scale (self);
  tuce_map_page_update_actions (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMapPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceMapLoaded) loaded = tuce_read_finish (result, &error);

  /* What was asked for later is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->loading || !self->overlay)
    return;
  g_clear_object (&self->loading);
  self->loading_scene = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
  if (error)
    gtk_label_set_text (self->failure, error->message);
  else
    show_loaded (self, loaded);
}

static void
load (TuceMapPage *self, TuceScene *scene)
{
  self->loading_scene = !scene;
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!tuce_workspace_get_county (self->workspace))
    return;
  self->loading = g_cancellable_new ();
  tuce_map_load_async (self->workspace, tuce_map_options_get_colouring (self->options), scene, self->loading, on_loaded,
                       g_object_ref (self));
}

/* --- freshness --- */

static void
add_scene_reads (gpointer page, TuceReads *reads)
{
  tuce_scene_add_reads (reads, tuce_map_options_get_colouring (TUCE_MAP_PAGE (page)->options));
  tuce_overlay_add_site_reads (reads);
}

static void
add_shown_reads (gpointer page, TuceReads *reads)
{
  TuceMapPage *self = page;
  const char *path = tuce_map_options_get_colouring (self->options)->path;

  if (!tuce_map_is_narrowed (self->workspace))
    return;
  tuce_workspace_add_reads (self->workspace, reads);
  if (path)
    tuce_reads_add_path (reads, "household", path);
}

static const TuceFreshPart parts[] = {
  { add_scene_reads, NULL, 0 },                   /* PART_SCENE */
  { add_shown_reads, NULL, TUCE_FRESH_BY_SCOPE }, /* PART_SHOWN: which of its households stand out */
};

static void
ask (gpointer page, guint stale, const TuceChangeSet *changes)
{
  TuceMapPage *self = page;
  TuceScene *scene = tuce_map_view_get_scene (self->map);

  /* A scene that is still being read is read again: what stands out goes with it. */
  load (self, self->loading_scene || stale & PART_SCENE ? NULL : scene);
}

/* Another colouring, or the button of what failed. */
static void
reload (TuceMapPage *self)
{
  if (self->freshness)
    tuce_freshness_want (self->freshness, PART_SCENE);
}

static void
on_scope_changed (TuceMapPage *self)
{
  g_autofree char *scope = g_strdup (tuce_workspace_get_scope (self->workspace));

  if (g_strcmp0 (scope, self->shown_scope) != 0)
    show_scope (self);
  g_free (self->shown_scope);
  self->shown_scope = g_steal_pointer (&scope);
  tuce_map_page_update_actions (self);
}

static void
on_parts_changed (TuceMapPage *self)
{
  tuce_map_view_set_parts (self->map, tuce_map_options_get_parts (self->options));
  tuce_map_view_set_layers (self->map, tuce_map_options_get_layers (self->options));
  tuce_map_page_show_sites (self);
}

static void
on_selection_changed (TuceMapPage *self)
{
  show_selection (self);
  tuce_map_page_update_actions (self);
}

static void
on_county_changed (TuceMapPage *self)
{
  tuce_map_legend_show (self->legend, NULL);
  tuce_map_view_set_scene (self->map, NULL);
  g_clear_pointer (&self->sites, tuce_overlay_unref);
  tuce_map_options_offer_layers (self->options, NULL);
  tuce_map_page_show_sites (self);
  gtk_widget_set_visible (self->without_outlines, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  show_scale (self);
  tuce_map_page_update_actions (self);
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading_scene = FALSE;
  /* scope-changed follows: it is asked for. */
}

static gint64
place_id (TuceMapPage *self, const char *entity, const char *code)
{
  g_autoptr (TuceRecord) place = tuce_county_find (tuce_workspace_get_county (self->workspace), entity, "code", code, NULL);

  return place ? place->id : 0;
}

static void
on_picked (TuceMapView *map, TuceHit *hit, TuceMapPage *self)
{
  if (!tuce_workspace_get_county (self->workspace))
    return;
  self->picking = TRUE;
  if (hit->site)
    tuce_workspace_select (self->workspace, "site", hit->site);
  else if (hit->household)
    tuce_workspace_select (self->workspace, "household", hit->household);
  else if (*hit->village)
    tuce_workspace_select (self->workspace, "village", place_id (self, "village", hit->village));
  else if (*hit->township)
    tuce_workspace_select (self->workspace, "township", place_id (self, "township", hit->township));
  else
    tuce_workspace_select (self->workspace, NULL, 0);
  self->picking = FALSE;
}

/* A line that is pressed is let go of; another takes the place of those pressed. */
static void
on_legend_chosen (TuceMapLegend *legend, const char *code, TuceMapPage *self)
{
  const char *path = tuce_map_options_get_colouring (self->options)->path;
  GPtrArray *conditions = tuce_workspace_get_conditions (self->workspace);
  gboolean was_pressed = FALSE;
  g_autoptr (GError) error = NULL;

  for (guint i = conditions->len; path && i-- > 0;)
    {
      const TuceCondition *condition = conditions->pdata[i];

      if (!g_str_equal (condition->path, path))
        continue;
      was_pressed |= *code ? condition->comparison == TUCE_IS && g_str_equal (condition->value, code)
                           : condition->comparison == TUCE_IS_EMPTY;
      tuce_workspace_remove_condition (self->workspace, i);
    }
  if (path && !was_pressed
      && !tuce_workspace_add_condition (self->workspace, path, *code ? TUCE_IS : TUCE_IS_EMPTY, code, &error))
    tuce_workspace_report_error (self->workspace, error);
  show_pressed (self);
}

static void
apply_look (TuceMapPage *self)
{
  TuceLook look = tuce_look_is_dark (GTK_WIDGET (self)) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT;

  tuce_map_view_set_look (self->map, look);
  tuce_map_legend_set_look (self->legend, look);
  tuce_map_key_set_look (self->key, look);
}

static void
tuce_map_page_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tuce_map_page_parent_class)->css_changed (widget, change);
  apply_look (TUCE_MAP_PAGE (widget));
}

static void
tuce_map_page_constructed (GObject *object)
{
  TuceMapPage *self = TUCE_MAP_PAGE (object);

  G_OBJECT_CLASS (tuce_map_page_parent_class)->constructed (object);
  tuce_map_options_set_settings (self->options, self->settings);
  tuce_map_key_set_settings (self->key, self->settings);
  on_parts_changed (self);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "scope-changed", G_CALLBACK (on_scope_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  self->freshness = tuce_freshness_new (self->workspace, GTK_WIDGET (self), parts, G_N_ELEMENTS (parts), ask);
  on_county_changed (self);
}

static void
tuce_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    TUCE_MAP_PAGE (object)->workspace = g_value_dup_object (value);
  else if (id == PROP_SETTINGS)
    TUCE_MAP_PAGE (object)->settings = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tuce_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    g_value_set_object (value, TUCE_MAP_PAGE (object)->workspace);
  else if (id == PROP_SETTINGS)
    g_value_set_object (value, TUCE_MAP_PAGE (object)->settings);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tuce_map_page_dispose (GObject *object)
{
  TuceMapPage *self = TUCE_MAP_PAGE (object);

  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->freshness);
  if (self->menu)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  if (self->overlay)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->overlay)));
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->sites, tuce_overlay_unref);
  g_clear_pointer (&self->menu_place, g_free);
  g_clear_pointer (&self->shown_scope, g_free);
  G_OBJECT_CLASS (tuce_map_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, options);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, key);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, scale);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, hover);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, without_outlines);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, failure);
  gtk_widget_class_bind_template_child (widget_class, TuceMapPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, tuce_map_page_show_hovered);
  gtk_widget_class_bind_template_callback (widget_class, tuce_map_page_show_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_legend_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_scale);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, on_parts_changed);
}

static void
tuce_map_page_class_init (TuceMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TUCE_TYPE_MAP_VIEW);
  g_type_ensure (TUCE_TYPE_MAP_OPTIONS);
  g_type_ensure (TUCE_TYPE_MAP_KEY);
  g_type_ensure (TUCE_TYPE_MAP_LEGEND);
  g_type_ensure (TUCE_TYPE_MAP_SCALE);
  object_class->constructed = tuce_map_page_constructed;
  object_class->set_property = tuce_map_page_set_property;
  object_class->get_property = tuce_map_page_get_property;
  object_class->dispose = tuce_map_page_dispose;
  widget_class->css_changed = tuce_map_page_css_changed;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TUCE_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, TUCE_TYPE_SETTINGS,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  tuce_map_page_install_actions (widget_class);
}

static void
tuce_map_page_init (TuceMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apply_look (self);
}

GtkWidget *
tuce_map_page_new (TuceWorkspace *workspace, TuceSettings *settings)
{
  return g_object_new (TUCE_TYPE_MAP_PAGE, "workspace", workspace, "settings", settings, NULL);
}

TuceMapView *
tuce_map_page_get_view (TuceMapPage *self)
{
  return self->map;
}

gboolean
tuce_map_page_is_loading (TuceMapPage *self)
{
  return self->loading != NULL;
}

GtkWidget *
tuce_map_page_get_part (TuceMapPage *self, const char *name)
{
  if (g_str_equal (name, "options"))
    return GTK_WIDGET (self->options);
  if (g_str_equal (name, "menu"))
    return GTK_WIDGET (self->menu);
  if (g_str_equal (name, "hover"))
    return GTK_WIDGET (self->hover);
  if (g_str_equal (name, "legend"))
    return GTK_WIDGET (self->legend);
  if (g_str_equal (name, "key"))
    return GTK_WIDGET (self->key);
  if (g_str_equal (name, "scale"))
    return GTK_WIDGET (self->scale);
  if (g_str_equal (name, "without-outlines"))
    return self->without_outlines;
  g_return_val_if_fail (g_str_equal (name, "failure"), NULL);
  return GTK_WIDGET (self->failure);
}
