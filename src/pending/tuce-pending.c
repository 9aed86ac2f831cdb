/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pending-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"

/* Long enough not to judge a half-typed word, short enough to be there when the eye moves on. */
#define CHECK_DELAY_MS 300
/* How soon is asked again where somebody else is writing. */
#define AGAIN_DELAY_MS 1000
#define DRAFT_DELAY_MS 700

G_DEFINE_FINAL_TYPE (TucePending, tuce_pending, G_TYPE_OBJECT)

enum
{
  TYPED,
  RECORDS_CHANGED,
  CHECKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- the records --- */

static TucePendingRecord *
find_same (GPtrArray *records, const TuceRecord *record, gboolean is_main)
{
  for (guint i = 0; i < records->len; i++)
    {
      TucePendingRecord *candidate = records->pdata[i];

      if (candidate->saved->entity != record->entity)
        continue;
      if (is_main || record->entity->year || record->entity->single || candidate->saved->id == record->id)
        return candidate;
    }
  return NULL;
}

/* Typing that says what the file now says is done with. */
static void
record_renew (TucePendingRecord *record, TuceRecord *saved)
{
  tuce_record_free (record->saved);
  record->saved = saved;
  record->written_id = saved->id;
  record->number = 0;
  for (guint i = 0; i < saved->entity->fields->len; i++)
    {
      g_clear_pointer (&record->kept[i], g_free);
      if (record->typed[i] && !tuce_pending_record_is_typed (record, saved->entity->fields->pdata[i]))
        g_clear_pointer (&record->typed[i], g_free);
    }
}

/* Makes the list of records what @found says, keeping those already there with their typing, and new ones. */
static void
take_records (TucePending *self, GPtrArray *found)
{
  GPtrArray *before = self->records;
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_pending_record_unref);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      TuceRecord *saved = found->pdata[i];
      TucePendingRecord *same = find_same (before, saved, i == 0);

      if (same)
        record_renew (same, saved);
      g_ptr_array_add (records, same ? tuce_pending_record_ref (same) : tuce_pending_record_new (saved));
    }
  for (guint i = 1; i < before->len; i++)
    {
      TucePendingRecord *record = before->pdata[i];

      if (record->number != 0)
        g_ptr_array_add (records, tuce_pending_record_ref (record));
    }
  self->records = records;
  g_ptr_array_unref (before);
}

/* --- timers --- */

static gboolean
check_due (gpointer data)
{
  TucePending *self = data;

  self->check_source = 0;
  tuce_pending_check (self);
  return G_SOURCE_REMOVE;
}

void
tuce_pending_schedule_check (TucePending *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_DELAY_MS, check_due, self);
}

void
tuce_pending_check_later (TucePending *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (AGAIN_DELAY_MS, check_due, self);
}

static gboolean
draft_due (gpointer data)
{
  TucePending *self = data;

  self->draft_source = 0;
  /* A draft that can't be kept now is tried again with the next key and on leaving, which reports. */
  tuce_pending_keep (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
touched (TucePending *self)
{
  self->draft_due = TRUE;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_DELAY_MS, draft_due, self);
  tuce_pending_schedule_check (self);
}

void
tuce_pending_emit_records_changed (TucePending *self)
{
  g_signal_emit (self, signals[RECORDS_CHANGED], 0);
}

/* --- object --- */

void
tuce_pending_problem_free (TucePendingProblem *problem)
{
  g_clear_pointer (&problem->record, tuce_pending_record_unref);
  g_free (problem->sentence);
  g_free (problem->expected);
  g_free (problem);
}

static void
tuce_pending_dispose (GObject *object)
{
  TucePending *self = TUCE_PENDING (object);

  if (self->county && self->draft_due)
    tuce_pending_keep (self, NULL);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_pointer (&self->verdicts, g_hash_table_unref);
  g_clear_pointer (&self->standards, tuce_standards_unref);
  g_clear_object (&self->county);
  G_OBJECT_CLASS (tuce_pending_parent_class)->dispose (object);
}

static void
tuce_pending_finalize (GObject *object)
{
  TucePending *self = TUCE_PENDING (object);

  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->records);
  g_free (self->draft_since);
  G_OBJECT_CLASS (tuce_pending_parent_class)->finalize (object);
}

static void
tuce_pending_class_init (TucePendingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tuce_pending_dispose;
  object_class->finalize = tuce_pending_finalize;

  signals[TYPED] = g_signal_new ("typed", TUCE_TYPE_PENDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[RECORDS_CHANGED] = g_signal_new ("records-changed", TUCE_TYPE_PENDING, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] = g_signal_new ("checked", TUCE_TYPE_PENDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tuce_pending_init (TucePending *self)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_pending_record_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_pending_problem_free);
}

TucePending *
tuce_pending_new (TuceCounty *county, const char *entity, gint64 id, const char *place, GError **error)
{
  g_autoptr (TucePending) self = g_object_new (TUCE_TYPE_PENDING, NULL);

  self->county = g_object_ref (county);
  self->entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), entity);
  g_return_val_if_fail (self->entity, NULL);

  if (id == 0)
    tuce_pending_start (self, place);
  else
    {
      g_autoptr (GPtrArray) found = tuce_pending_read (self, id, error);

      if (!found)
        return NULL;
      take_records (self, found);
    }
  if (!tuce_pending_restore_draft (self, error))
    return NULL;
  tuce_pending_schedule_check (self);
  return g_steal_pointer (&self);
}

/* --- public --- */

TuceCounty *
tuce_pending_get_county (TucePending *self)
{
  return self->county;
}

const TuceEntity *
tuce_pending_get_entity (TucePending *self)
{
  return self->entity;
}

TucePendingRecord *
tuce_pending_get_main (TucePending *self)
{
  return self->records->pdata[0];
}

GPtrArray *
tuce_pending_get_records (TucePending *self)
{
  return self->records;
}

TucePendingRecord *
tuce_pending_find (TucePending *self, const TuceEntity *entity)
{
  for (guint i = 0; i < self->records->len; i++)
    if (tuce_pending_record_entity (self->records->pdata[i]) == entity)
      return self->records->pdata[i];
  return NULL;
}

GPtrArray *
tuce_pending_list (TucePending *self, const TuceEntity *entity)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    if (tuce_pending_record_entity (self->records->pdata[i]) == entity)
      g_ptr_array_add (list, self->records->pdata[i]);
  return list;
}

void
tuce_pending_type (TucePending *self, TucePendingRecord *record, const TuceField *field, const char *text)
{
  g_autofree char *before = tuce_pending_record_text (record, field);
  g_autofree char *saved = tuce_pending_record_saved_text (record, field);

  if (g_str_equal (before, text))
    return;
  g_free (record->typed[field->index]);
  record->typed[field->index] = g_str_equal (saved, text) ? NULL : g_strdup (text);
  g_signal_emit (self, signals[TYPED], 0, record, field);
  touched (self);
}

/* A new record stands behind the others of its parent. */
static void
number_in_order (TucePending *self, TuceRecord *record)
{
  const TuceField *order = record->entity->order;
  gint64 last = 0;

  if (!order || order->type != TUCE_FIELD_INTEGER)
    return;
  for (guint i = 0; i < self->records->len; i++)
    {
      const TuceRecord *other = tuce_pending_record_saved (self->records->pdata[i]);

      if (other->entity == record->entity)
        last = MAX (last, tuce_record_integer (other, order->name));
    }
  tuce_record_set_integer (record, order->name, last + 1);
}

TucePendingRecord *
tuce_pending_add (TucePending *self, const TuceEntity *entity)
{
  TucePendingRecord *record = tuce_pending_record_new (tuce_record_new (entity));

  number_in_order (self, record->saved);
  record->number = ++self->last_number;
  g_ptr_array_add (self->records, record);
  tuce_pending_emit_records_changed (self);
  touched (self);
  return record;
}

void
tuce_pending_set_removed (TucePending *self, TucePendingRecord *record, gboolean removed)
{
  if (record->saved->id != 0)
    record->removed = removed;
  else if (record->saved->entity->single && removed)
    tuce_pending_record_clear_typed (record); /* its place on the card stays */
  else if (removed)
    g_ptr_array_remove (self->records, record);
  tuce_pending_emit_records_changed (self);
  touched (self);
}

gboolean
tuce_pending_is_changed (TucePending *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (tuce_pending_record_is_waiting (self->records->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
tuce_pending_is_editable (TucePending *self)
{
  return tuce_county_is_writable (self->county);
}

void
tuce_pending_revert (TucePending *self)
{
  for (guint i = self->records->len; i > 1; i--)
    {
      TucePendingRecord *record = self->records->pdata[i - 1];

      if (record->number != 0)
        g_ptr_array_remove_index (self->records, i - 1);
    }
  for (guint i = 0; i < self->records->len; i++)
    tuce_pending_record_clear_typed (self->records->pdata[i]);
  g_clear_pointer (&self->verdicts, g_hash_table_unref);
  self->strict = FALSE;
  self->restored = FALSE;
  self->draft_due = FALSE;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  tuce_pending_drop_draft (self, NULL);
  tuce_pending_emit_records_changed (self);
  tuce_pending_schedule_check (self);
}

gboolean
tuce_pending_refresh (TucePending *self, GError **error)
{
  gint64 id = tuce_pending_record_id (self->records->pdata[0]);

  if (self->saving)
    return TRUE;
  if (id != 0)
    {
      g_autoptr (GPtrArray) found = tuce_pending_read (self, id, error);

      if (!found)
        return FALSE;
      take_records (self, found);
    }
  tuce_pending_emit_records_changed (self);
  tuce_pending_schedule_check (self);
  return TRUE;
}

GPtrArray *
tuce_pending_get_problems (TucePending *self)
{
  return self->problems;
}

const TucePendingProblem *
tuce_pending_first_error (TucePending *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const TucePendingProblem *problem = self->problems->pdata[i];

      if (problem->severity == TUCE_PROBLEM_ERROR)
        return problem;
    }
  return NULL;
}

const char *
tuce_pending_get_draft_since (TucePending *self)
{
  return self->restored ? self->draft_since : NULL;
}
