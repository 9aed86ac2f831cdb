/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows: the scene, and which of its households stand out. */
#include "tuce-map-page-private.h"

typedef struct
{
  const TuceColouring *colouring;
  TuceScene *scene;  /* or NULL: to be loaded */
  TuceQuery *shown;  /* or NULL: nothing is narrowed */
  TuceQuery *choice; /* what there is to choose from; with @shown */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->scene, tuce_scene_unref);
  g_clear_pointer (&wanted->shown, tuce_query_free);
  g_clear_pointer (&wanted->choice, tuce_query_free);
  g_free (wanted);
}

void
tuce_map_loaded_free (TuceMapLoaded *loaded)
{
  g_clear_pointer (&loaded->scene, tuce_scene_unref);
  g_clear_pointer (&loaded->overlay, tuce_overlay_unref);
  g_clear_pointer (&loaded->focus, tuce_focus_unref);
  g_clear_pointer (&loaded->counts, g_hash_table_unref);
  g_free (loaded);
}

static gboolean
read_counts (const Wanted *wanted, TuceCounty *reader, TuceMapLoaded *loaded, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;

  /* Without a path nothing can be narrowed at the legend: it keeps its own counts. */
  if (!wanted->colouring->path)
    return TRUE;
  groups = tuce_query_group (wanted->choice, reader, wanted->colouring->path, NULL, error);
  if (!groups)
    return FALSE;
  loaded->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = groups->pdata[i];

      g_hash_table_insert (loaded->counts, g_strdup (group->key), g_memdup2 (&group->count, sizeof group->count));
    }
  return TRUE;
}

static gboolean
read_shown (const Wanted *wanted, TuceCounty *reader, TuceMapLoaded *loaded, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!wanted->shown)
    return TRUE;
  ids = tuce_query_ids (wanted->shown, reader, cancellable, error);
  if (!ids || !read_counts (wanted, reader, loaded, error))
    return FALSE;
  loaded->focus = tuce_focus_new (loaded->scene, ids);
  return TRUE;
}

static gpointer
load (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = question;
  g_autoptr (TuceMapLoaded) loaded = g_new0 (TuceMapLoaded, 1);

  loaded->scene = wanted->scene ? tuce_scene_ref (wanted->scene)
                                : tuce_scene_load_coloured (reader, wanted->colouring, cancellable, error);
  if (loaded->scene && !wanted->scene)
    loaded->overlay = tuce_overlay_load_sites (reader, cancellable, error);
  return (wanted->scene || loaded->overlay) && read_shown (wanted, reader, loaded, cancellable, error)
             ? g_steal_pointer (&loaded)
             : NULL;
}

gboolean
tuce_map_is_narrowed (TuceWorkspace *workspace)
{
  const char *county = tuce_county_get_code (tuce_workspace_get_county (workspace));

  return !g_str_equal (tuce_workspace_get_scope (workspace), county) || *tuce_workspace_get_search (workspace)
         || tuce_workspace_get_conditions (workspace)->len > 0;
}

void
tuce_map_load_async (TuceWorkspace *workspace, const TuceColouring *colouring, TuceScene *scene,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { load, wanted_free, (GDestroyNotify) tuce_map_loaded_free };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->colouring = colouring;
  wanted->scene = scene ? tuce_scene_ref (scene) : NULL;
  if (tuce_map_is_narrowed (workspace))
    {
      wanted->shown = tuce_workspace_households (workspace);
      wanted->choice = tuce_workspace_households_without (workspace, colouring->path);
    }
  tuce_read_async (tuce_workspace_get_county (workspace), &kind, wanted, cancellable, callback, data);
}
