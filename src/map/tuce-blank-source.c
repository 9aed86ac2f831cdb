/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-blank-source.h"

struct _TuceBlankSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (TuceBlankSource, tuce_blank_source, SHUMATE_TYPE_MAP_SOURCE)

static void
tuce_blank_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  g_task_return_boolean (task, TRUE);
}

static gboolean
tuce_blank_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
tuce_blank_source_class_init (TuceBlankSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = tuce_blank_source_fill_tile_async;
  source_class->fill_tile_finish = tuce_blank_source_fill_tile_finish;
}

static void
tuce_blank_source_init (TuceBlankSource *self)
{
}

ShumateMapSource *
tuce_blank_source_new (void)
{
  ShumateMapSource *source = g_object_new (TUCE_TYPE_BLANK_SOURCE, NULL);

  shumate_map_source_set_id (source, "tuce-blank");
  shumate_map_source_set_tile_size (source, 256);
  shumate_map_source_set_min_zoom_level (source, 0);
  shumate_map_source_set_max_zoom_level (source, TUCE_MAP_MAX_ZOOM);
  return source;
}
