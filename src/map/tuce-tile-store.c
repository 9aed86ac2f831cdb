/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-tile-store.h"

#include <math.h>
#include <string.h>

#define MOST_WORKERS 3
#define MOST_BYTES (64 * 1024 * 1024)

typedef struct
{
  TuceTile tile;
  GdkTexture *texture;
  gboolean fresh;
  guint64 used;
} Entry;

typedef struct
{
  GWeakRef store;
  TuceTile tile;
  TuceScene *scene;
  TuceFocus *focus;
  TucePaintParts parts;
  guint layers;
  TuceLook look;
  int scale;
  guint generation;
  GdkTexture *texture;
} Job;

struct _TuceTileStore
{
  GObject parent_instance;

  TuceScene *scene;
  TuceFocus *focus;
  TucePaintParts parts;
  guint layers;
  TuceLook look;
  int scale;
  guint generation;     /* counts the changes of the fields above */
  GHashTable *entries;  /* TuceTile (in the entry) → Entry */
  GHashTable *under_way; /* TuceTile */
  GArray *wanted;       /* TuceTile, the next at the end */
  GThreadPool *workers;
  guint n_workers;
  guint64 clock;
  guint n_painted;
};

G_DEFINE_FINAL_TYPE (TuceTileStore, tuce_tile_store, G_TYPE_OBJECT)

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
tile_hash (gconstpointer key)
{
  const TuceTile *tile = key;

  return (guint) tile->x * 2654435761u ^ (guint) tile->y * 40503u ^ (guint) tile->level << 24;
}

static gboolean
tile_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (TuceTile)) == 0;
}

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->texture);
  g_free (entry);
}

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->store);
  tuce_scene_unref (job->scene);
  g_clear_pointer (&job->focus, tuce_focus_unref);
  g_clear_object (&job->texture);
  g_free (job);
}

static double
tile_across (int level)
{
  return TUCE_TILE_SIZE * exp2 ((double) level / TUCE_TILE_LEVELS);
}

static GdkTexture *
paint_tile (const Job *job)
{
  double share = TUCE_TILE_SIZE / tile_across (job->tile.level);
  int size = TUCE_TILE_SIZE * job->scale;
  TuceView view = { { (job->tile.x + 0.5) * share, (job->tile.y + 0.5) * share },
                    (double) job->tile.level / TUCE_TILE_LEVELS,
                    TUCE_TILE_SIZE,
                    TUCE_TILE_SIZE };
  TucePaintOptions options = { .look = job->look, .parts = job->parts, .focus = job->focus, .layers = job->layers };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cairo, job->scale, job->scale);
  tuce_paint (cairo, job->scene, &view, &options);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) size * size * 4,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  /* The picture is opaque, so the alpha byte, which cairo leaves undefined in RGB24, is set to opaque. */
  for (gsize i = 0; i < (gsize) size * size; i++)
    ((guint32 *) cairo_image_surface_get_data (surface))[i] |= 0xff000000u;
  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, (gsize) size * 4);
}

static void
forget_oldest (TuceTileStore *self)
{
  guint most = MAX (MOST_BYTES / (TUCE_TILE_SIZE * TUCE_TILE_SIZE * 4 * self->scale * self->scale), 64);

  while (g_hash_table_size (self->entries) > most)
    {
      GHashTableIter iter;
      Entry *entry, *oldest = NULL;

      g_hash_table_iter_init (&iter, self->entries);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
        if (!oldest || entry->used < oldest->used)
          oldest = entry;
      g_hash_table_remove (self->entries, &oldest->tile);
    }
}

static void feed_workers (TuceTileStore *self);

static gboolean
tile_painted (gpointer data)
{
  Job *job = data;
  g_autoptr (TuceTileStore) self = g_weak_ref_get (&job->store);
  Entry *entry;

  if (!self)
    return G_SOURCE_REMOVE;
  self->n_painted++;
  g_hash_table_remove (self->under_way, &job->tile);
  entry = g_hash_table_lookup (self->entries, &job->tile);
  if (!entry)
    {
      entry = g_new0 (Entry, 1);
      entry->tile = job->tile;
      entry->used = ++self->clock;
      g_hash_table_insert (self->entries, &entry->tile, entry);
    }
  /* A tile that was begun before the scene changed is only used where there is none yet; it is painted again later. */
  if (!entry->texture || job->generation == self->generation)
    {
      g_set_object (&entry->texture, job->texture);
      entry->fresh = job->generation == self->generation;
    }
  forget_oldest (self);
  feed_workers (self);
  g_signal_emit (self, signals[PAINTED], 0);
  return G_SOURCE_REMOVE;
}

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;

  job->texture = paint_tile (job);
  g_idle_add_full (G_PRIORITY_DEFAULT, tile_painted, job, (GDestroyNotify) job_free);
}

static void
feed_workers (TuceTileStore *self)
{
  while (self->scene && self->wanted->len > 0 && g_hash_table_size (self->under_way) < self->n_workers)
    {
      TuceTile tile = g_array_index (self->wanted, TuceTile, self->wanted->len - 1);
      Job *job;

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (g_hash_table_contains (self->under_way, &tile))
        continue;
      job = g_new0 (Job, 1);
      g_weak_ref_init (&job->store, self);
      job->tile = tile;
      job->scene = tuce_scene_ref (self->scene);
      job->focus = self->focus ? tuce_focus_ref (self->focus) : NULL;
      job->parts = self->parts;
      job->layers = self->layers;
      job->look = self->look;
      job->scale = self->scale;
      job->generation = self->generation;
      g_hash_table_add (self->under_way, g_memdup2 (&tile, sizeof tile));
      g_thread_pool_push (self->workers, job, NULL);
    }
}

static void
tuce_tile_store_dispose (GObject *object)
{
  TuceTileStore *self = TUCE_TILE_STORE (object);

  /* This waits for the tiles being painted: at most n_workers of them, each a matter of milliseconds. */
  if (self->workers)
    g_thread_pool_free (g_steal_pointer (&self->workers), FALSE, TRUE);
  g_clear_pointer (&self->scene, tuce_scene_unref);
  g_clear_pointer (&self->focus, tuce_focus_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->under_way, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  G_OBJECT_CLASS (tuce_tile_store_parent_class)->dispose (object);
}

static void
tuce_tile_store_class_init (TuceTileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_tile_store_dispose;
  signals[PAINTED] = g_signal_new ("painted", TUCE_TYPE_TILE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tuce_tile_store_init (TuceTileStore *self)
{
  self->scale = 1;
  self->parts = TUCE_PAINT_TILE;
  self->entries = g_hash_table_new_full (tile_hash, tile_equal, NULL, (GDestroyNotify) entry_free);
  self->under_way = g_hash_table_new_full (tile_hash, tile_equal, g_free, NULL);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (TuceTile));
  self->n_workers = CLAMP (g_get_num_processors () - 1, 1, MOST_WORKERS);
  self->workers = g_thread_pool_new (work, NULL, (int) self->n_workers, FALSE, NULL);
}

TuceTileStore *
tuce_tile_store_new (void)
{
  return g_object_new (TUCE_TYPE_TILE_STORE, NULL);
}

static gboolean
is_touched (const TuceTile *tile, GArray *changes)
{
  double across = tile_across (tile->level), share = TUCE_TILE_SIZE / across;
  double reach = tuce_paint_reach ((double) tile->level / TUCE_TILE_LEVELS) / across;
  double left = tile->x * share - reach, right = (tile->x + 1) * share + reach;
  double top = tile->y * share - reach, bottom = (tile->y + 1) * share + reach;

  for (guint i = 0; i < changes->len; i++)
    {
      const TuceExtent *change = &g_array_index (changes, TuceExtent, i);

      if (change->left <= right && change->right >= left && change->top <= bottom && change->bottom >= top)
        return TRUE;
    }
  return FALSE;
}

/* Gives the boxes in which the new scene or focus looks different; NULL for everywhere. */
static GArray *
compare (TuceTileStore *self, TuceScene *scene, TuceFocus *focus)
{
  g_autoptr (GArray) changes = NULL;

  if (!self->scene || !scene)
    return NULL;
  changes = self->scene == scene ? g_array_new (FALSE, FALSE, sizeof (TuceExtent)) : tuce_scene_compare (self->scene, scene);
  if (!changes || !tuce_focus_compare (self->focus, focus, scene, changes))
    return NULL;
  return g_steal_pointer (&changes);
}

void
tuce_tile_store_set_scene (TuceTileStore *self, TuceScene *scene, TuceFocus *focus)
{
  g_autoptr (GArray) changes = compare (self, scene, focus);
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (!changes || is_touched (&entry->tile, changes))
      entry->fresh = FALSE;
  if (scene)
    tuce_scene_ref (scene);
  if (focus)
    tuce_focus_ref (focus);
  g_clear_pointer (&self->scene, tuce_scene_unref);
  g_clear_pointer (&self->focus, tuce_focus_unref);
  self->scene = scene;
  self->focus = focus;
  self->generation++;
  g_array_set_size (self->wanted, 0);
  if (!scene)
    g_hash_table_remove_all (self->entries);
}

void
tuce_tile_store_set_look (TuceTileStore *self, TuceLook look, int scale)
{
  if (self->look == look && self->scale == scale)
    return;
  self->look = look;
  self->scale = scale;
  self->generation++;
  g_hash_table_remove_all (self->entries);
  g_array_set_size (self->wanted, 0);
}

/* Marks every tile to be painted again; old tiles are still shown until then. */
static void
outdate (TuceTileStore *self)
{
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    entry->fresh = FALSE;
  self->generation++;
  g_array_set_size (self->wanted, 0);
}

void
tuce_tile_store_set_parts (TuceTileStore *self, TucePaintParts parts)
{
  parts &= TUCE_PAINT_TILE;
  if (self->parts == parts)
    return;
  self->parts = parts;
  outdate (self);
}

void
tuce_tile_store_set_layers (TuceTileStore *self, guint layers)
{
  if (self->layers == layers)
    return;
  self->layers = layers;
  outdate (self);
}

TuceFocus *
tuce_tile_store_get_focus (TuceTileStore *self)
{
  return self->focus;
}

GdkTexture *
tuce_tile_store_find (TuceTileStore *self, const TuceTile *tile, gboolean *fresh)
{
  Entry *entry = g_hash_table_lookup (self->entries, tile);

  *fresh = entry && entry->fresh;
  if (!entry)
    return NULL;
  entry->used = ++self->clock;
  return entry->texture;
}

void
tuce_tile_store_want (TuceTileStore *self, GArray *tiles)
{
  g_array_set_size (self->wanted, 0);
  for (guint i = tiles->len; i > 0; i--)
    g_array_append_val (self->wanted, g_array_index (tiles, TuceTile, i - 1));
  feed_workers (self);
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  return ((const Entry *) a)->tile.level - ((const Entry *) b)->tile.level;
}

void
tuce_tile_store_each (TuceTileStore *self, TuceTileFunc func, gpointer data)
{
  g_autoptr (GList) entries = g_list_sort (g_hash_table_get_values (self->entries), compare_levels);

  for (GList *l = entries; l; l = l->next)
    func (&((Entry *) l->data)->tile, ((Entry *) l->data)->texture, data);
}

gboolean
tuce_tile_store_is_idle (TuceTileStore *self)
{
  return self->wanted->len == 0 && g_hash_table_size (self->under_way) == 0;
}

guint
tuce_tile_store_n_painted (TuceTileStore *self)
{
  return self->n_painted;
}
