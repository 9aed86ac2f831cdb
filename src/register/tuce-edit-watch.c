/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records an edit wrote since it was last judged, and which of their fields: in the order in which they were written. */
#include "tuce-edit-private.h"

struct _TuceWatchList
{
  GPtrArray *all;     /* TuceWatched */
  GHashTable *by_key; /* the same ones, as keys */
};

static guint
hash_watched (gconstpointer data)
{
  const TuceWatched *watched = data;

  return g_int64_hash (&watched->id) ^ g_direct_hash (watched->entity);
}

static gboolean
same_watched (gconstpointer a, gconstpointer b)
{
  const TuceWatched *one = a, *other = b;

  return one->id == other->id && one->entity == other->entity;
}

TuceWatchList *
tuce_watch_list_new (void)
{
  TuceWatchList *self = g_new0 (TuceWatchList, 1);

  self->all = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new (hash_watched, same_watched);
  return self;
}

void
tuce_watch_list_free (TuceWatchList *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->all);
  g_free (self);
}

TuceWatched *
tuce_watch_list_add (TuceWatchList *self, const TuceEntity *entity, gint64 id)
{
  TuceWatched *watched = (TuceWatched *) tuce_watch_list_find (self, entity, id);

  if (watched)
    return watched;
  watched = g_malloc0 (sizeof *watched + entity->fields->len);
  watched->entity = entity;
  watched->id = id;
  g_ptr_array_add (self->all, watched);
  g_hash_table_add (self->by_key, watched);
  return watched;
}

const TuceWatched *
tuce_watch_list_find (const TuceWatchList *self, const TuceEntity *entity, gint64 id)
{
  TuceWatched key = { .entity = entity, .id = id };

  return g_hash_table_lookup (self->by_key, &key);
}

GPtrArray *
tuce_watch_list_all (const TuceWatchList *self)
{
  return self->all;
}

void
tuce_watch_list_clear (TuceWatchList *self)
{
  g_hash_table_remove_all (self->by_key);
  g_ptr_array_set_size (self->all, 0);
}
