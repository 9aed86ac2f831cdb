/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-concern.h"

static gboolean
changes_parent (const TuceChangeSet *changes, const TuceChangedRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (changes->fields->pdata[row->first_field + i] == row->entity->parent)
      return TRUE;
  return FALSE;
}

static gboolean
belongs_to (TuceCounty *county, const TuceChangeSet *changes, const TuceChangedRow *row, gint64 id)
{
  g_autoptr (TuceRecord) record = NULL;

  /* Gone, or moved: whose it was nobody knows any more. */
  if (row->kind == TUCE_CHANGE_DELETE || changes_parent (changes, row))
    return TRUE;
  record = tuce_county_load (county, row->entity->name, row->id, NULL);
  return !record || tuce_record_integer (record, row->entity->parent->name) == id;
}

gboolean
tuce_record_is_concerned (TuceCounty *county, const TuceChangeSet *changes, const char *entity, gint64 id)
{
  if (tuce_change_set_touches_record (changes, entity, id))
    return TRUE;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);
      const TuceField *parent = row->entity->parent;

      if (parent && g_str_equal (parent->target, entity)
          && belongs_to (county, changes, row, id))
        return TRUE;
    }
  return FALSE;
}
