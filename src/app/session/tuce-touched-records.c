/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-touched-records.h"

#define MOST_TOUCHED 1000 /* beyond it, looking at all again is cheaper than at each */

static void
touch (GHashTable *touched, gint64 id)
{
  g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
}

/* A member or a year record names whose it is. */
static gboolean
touch_parent (TuceCounty *county, const TuceChangedRow *row, GHashTable *touched)
{
  g_autoptr (TuceRecord) record = NULL;

  if (row->kind == TUCE_CHANGE_DELETE)
    return FALSE;
  record = tuce_county_load (county, row->entity->name, row->id, NULL);
  if (!record)
    return FALSE;
  touch (touched, tuce_record_integer (record, row->entity->parent->name));
  return TRUE;
}

GHashTable *
tuce_touched_records (TuceCounty *county, const TuceChangeSet *changes, const char *entity)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (changes->everything || changes->rows->len > MOST_TOUCHED)
    return NULL;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);
      const TuceField *parent = row->entity->parent;

      if (g_str_equal (row->entity->name, entity))
        touch (touched, row->id);
      else if (!parent || parent->type != TUCE_FIELD_REFERENCE || !g_str_equal (parent->target, entity)
               || !touch_parent (county, row, touched))
        return NULL; /* the name of a village, of a site stands in many rows */
    }
  return g_steal_pointer (&touched);
}
