/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of which records an edit changed. */
#include "tuce-county-private.h"

/* A change set of more rows than this becomes "everything". */
#define MOST_LISTED 2000

TuceChangeSet *
tuce_change_set_new (void)
{
  TuceChangeSet *changes = g_new0 (TuceChangeSet, 1);

  changes->rows = g_array_new (FALSE, FALSE, sizeof (TuceChangedRow));
  changes->fields = g_ptr_array_new ();
  return changes;
}

void
tuce_change_set_free (TuceChangeSet *changes)
{
  g_array_unref (changes->rows);
  g_ptr_array_unref (changes->fields);
  g_free (changes);
}

void
tuce_change_set_add (TuceChangeSet *changes, const TuceEntity *entity, gint64 id, TuceChangeKind kind, GPtrArray *fields)
{
  TuceChangedRow row = { entity, id, kind, changes->fields->len, fields ? fields->len : 0 };

  if (changes->everything)
    return;
  if (changes->rows->len < MOST_LISTED)
    {
      g_array_append_val (changes->rows, row);
      for (guint i = 0; i < row.n_fields; i++)
        g_ptr_array_add (changes->fields, fields->pdata[i]);
      return;
    }
  changes->everything = TRUE;
  g_array_set_size (changes->rows, 0);
  g_ptr_array_set_size (changes->fields, 0);
}

gboolean
tuce_change_set_touches (const TuceChangeSet *changes, const char *entity)
{
  for (guint i = 0; i < changes->rows->len; i++)
    if (g_str_equal (g_array_index (changes->rows, TuceChangedRow, i).entity->name, entity))
      return TRUE;
  return changes->everything;
}

gboolean
tuce_change_set_touches_record (const TuceChangeSet *changes, const char *entity, gint64 id)
{
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);

      if (row->id == id && g_str_equal (row->entity->name, entity))
        return TRUE;
    }
  return changes->everything;
}
