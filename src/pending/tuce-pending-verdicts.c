/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be met if what was typed were saved: asked inside the edit that tries it, so that no rule is known twice. */
#include "tuce-pending-private.h"

#include "tuce-verdict.h"

void
tuce_pending_set_standards (TucePending *self, TuceStandards *standards)
{
  if (standards == self->standards)
    return;
  g_clear_pointer (&self->standards, tuce_standards_unref);
  if (standards)
    self->standards = tuce_standards_ref (standards);
  g_clear_pointer (&self->verdicts, g_hash_table_unref); /* their rules are those of the packs before */
  tuce_pending_schedule_check (self);
}

TuceStandards *
tuce_pending_get_standards (TucePending *self)
{
  return self->standards;
}

GPtrArray *
tuce_pending_get_verdicts (TucePending *self, const char *subject)
{
  return self->verdicts ? g_hash_table_lookup (self->verdicts, subject) : NULL;
}

TuceAssessor *
tuce_pending_get_assessor (TucePending *self)
{
  g_clear_pointer (&self->verdicts, g_hash_table_unref);
  /* What holds of a place rests on all that lies in it: more than can be counted between two keys. */
  if (!self->standards || self->entity->is_place || !tuce_pending_is_changed (self))
    return NULL;
  return tuce_assessor_for_county (self->county, self->standards, NULL, NULL);
}

static void
judge (TucePending *self, TuceAssessor *assessor, const char *subject, gint64 id)
{
  const TucePack *pack = tuce_standards_standard (self->standards, subject);
  GPtrArray *verdicts = pack ? tuce_assessor_verdicts (assessor, pack, id, NULL) : NULL;

  if (verdicts)
    g_hash_table_insert (self->verdicts, (gpointer) g_intern_string (subject), verdicts);
}

void
tuce_pending_judge (TucePending *self, TuceAssessor *assessor, gint64 id)
{
  self->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  judge (self, assessor, self->entity->name, id);
  for (guint i = 1; i < self->records->len; i++)
    {
      const TucePendingRecord *record = self->records->pdata[i];
      const TuceEntity *entity = record->saved->entity;

      if (tuce_pending_entity_is_single (entity, self->entity) && !record->removed && tuce_pending_record_is_there (record))
        judge (self, assessor, entity->name, id);
    }
}
