/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pending-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-query.h"

static void
set_parent (TuceRecord *record, const TuceRecord *main)
{
  const TuceField *parent = record->entity->parent;

  if (parent->type == TUCE_FIELD_PLACE)
    tuce_record_set_text (record, parent->name, tuce_record_text (main, main->entity->scope->name));
  else
    tuce_record_set_integer (record, parent->name, main->id);
}

static gboolean
write_one (TucePendingRecord *record, TuceEdit *edit, TuceRecord *values, const TuceRecord *main, GError **error)
{
  if (record->removed)
    return tuce_edit_delete (edit, values->entity->name, values->id, error);
  if (values->id != 0)
    return tuce_edit_update (edit, values, error);
  if (values != main)
    set_parent (values, main);
  if (!tuce_edit_insert (edit, values, error))
    return FALSE;
  record->written_id = values->id;
  return TRUE;
}

gboolean
tuce_pending_write (TucePending *self, TuceEdit *edit, GPtrArray *parsed, guint *at, GError **error)
{
  const TuceRecord *main = parsed->pdata[0];

  for (*at = 0; *at < parsed->len; (*at)++)
    if (parsed->pdata[*at]
        && !write_one (self->records->pdata[*at], edit, parsed->pdata[*at], main, error))
      return FALSE;
  return TRUE;
}

/* Counts what a save would change; @first is the label of the first of it. */
static guint
count_changes (TucePending *self, const char **first)
{
  guint count = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      const TucePendingRecord *record = self->records->pdata[i];
      const TuceEntity *entity = record->saved->entity;

      if (record->removed || record->number != 0)
        {
          if (count++ == 0)
            *first = tuce_entity_label (entity);
          continue;
        }
      for (guint j = 0; j < entity->fields->len; j++)
        if (tuce_pending_record_is_typed (record, entity->fields->pdata[j]) && count++ == 0)
          *first = tuce_field_label (entity->fields->pdata[j]);
    }
  return count;
}

/* Gives whether the one change is a record that comes or goes, and which. */
static const TucePendingRecord *
only_record (TucePending *self)
{
  for (guint i = 1; i < self->records->len; i++)
    {
      const TucePendingRecord *record = self->records->pdata[i];

      if (record->removed || record->number != 0)
        return record;
    }
  return NULL;
}

char *
tuce_pending_label (TucePending *self)
{
  const char *entity = tuce_entity_label (self->entity);
  const char *first = "";
  guint count = count_changes (self, &first);
  const TucePendingRecord *single = count == 1 ? only_record (self) : NULL;

  if (tuce_pending_record_id (tuce_pending_get_main (self)) == 0)
    /* Translators: an edit of the journal; %s is what kind of record, "household". */
    return g_strdup_printf (_("Add 1 %s"), entity);
  if (single && single->removed)
    /* Translators: an edit of the journal; the first %s is "household", the second what belongs to it, "member". */
    return g_strdup_printf (_("Remove from 1 %s: %s"), entity, first);
  if (single)
    return g_strdup_printf (_("Add to 1 %s: %s"), entity, first);
  if (count == 1)
    /* Translators: an edit of the journal; %1$s is "household", %2$s the label of a field. */
    return g_strdup_printf (_("Correct %2$s of 1 %1$s"), entity, first);
  /* Translators: an edit of the journal; %1$s is "household", %2$s the label of the first of %3$u fields in all. */
  return g_strdup_printf (ngettext ("Correct %3$u field of 1 %1$s: %2$s", "Correct %3$u fields of 1 %1$s: %2$s and others",
                                    count),
                          entity, first, count);
}

static gboolean
refuse_errors (TucePending *self, GError **error)
{
  const TucePendingProblem *problem = tuce_pending_first_error (self);

  if (!problem)
    return FALSE;
  /* Translators: %s is a whole sentence that says what is wrong with which field. */
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("Not saved: %s"), problem->sentence);
  return TRUE;
}

gboolean
tuce_pending_save (TucePending *self, GError **error)
{
  g_autoptr (GPtrArray) parsed = NULL;
  g_autoptr (TuceEdit) edit = NULL;
  g_autofree char *label = tuce_pending_label (self);
  TucePendingRecord *main = tuce_pending_get_main (self);
  gboolean saved;

  edit = tuce_edit_begin (self->county, label, error);
  if (!edit)
    return FALSE;
  /* What passed is what is committed: written once, checked once, with the draft it makes true gone in the same step. */
  self->strict = TRUE;
  parsed = tuce_pending_try (self, edit, NULL);
  saved = !refuse_errors (self, error)
          && tuce_edit_drop_draft (edit, self->entity->name, tuce_pending_record_id (main), error);
  self->saving = TRUE;
  saved = saved && tuce_edit_commit (g_steal_pointer (&edit), error);
  self->saving = FALSE;
  g_clear_pointer (&edit, tuce_edit_abort);
  if (!saved)
    {
      g_signal_emit_by_name (self, "checked");
      return FALSE;
    }
  g_clear_pointer (&self->draft_since, g_free);
  main->saved->id = ((TuceRecord *) parsed->pdata[0])->id;
  main->number = 0;
  tuce_pending_revert (self);
  return tuce_pending_refresh (self, error);
}

static gboolean
delete_all (TuceEdit *edit, const char *entity, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!tuce_edit_delete (edit, entity, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* The records of @entity whose @field is @id; of those owned by it only what has no other owner: a site's photos, not a
 * household's. */
static GArray *
find_referring (TucePending *self, const TuceEntity *entity, const TuceField *field, gboolean owned, gint64 id,
                GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (self->county, entity->name);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!tuce_query_add_condition (query, field->name, TUCE_IS, text, error)
      || (owned && field != entity->parent
          && !tuce_query_add_condition (query, entity->parent->name, TUCE_IS_EMPTY, "", error)))
    return NULL;
  return tuce_query_ids (query, self->county, NULL, error);
}

static gboolean
refuse_referred (const TuceEntity *main, const TuceEntity *entity, guint count, GError **error)
{
  /* Translators: the first %s is "resettlement site", %u how many records of the kind of the second %s refer to it */
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
               _("This %s stays: %u of “%s” refer to it. Take them elsewhere, then remove it."), tuce_entity_label (main), count,
               tuce_entity_label (entity));
  return FALSE;
}

/* Deletes what belongs to the record. What else refers to it forbids that it goes. */
static gboolean
delete_owned (TucePending *self, TuceEdit *edit, gint64 id, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->entity->dictionary);

  for (guint i = entities->len; i-- > 0;)
    {
      const TuceEntity *entity = entities->pdata[i];

      for (guint j = 0; !entity->derived && j < entity->fields->len; j++)
        {
          const TuceField *field = entity->fields->pdata[j];
          g_autoptr (GArray) ids = NULL;
          gboolean owned = entity->parent && (field == entity->parent || !entity->parent->required);

          if (field->target_entity != self->entity || field->type != TUCE_FIELD_REFERENCE)
            continue;
          ids = find_referring (self, entity, field, owned, id, error);
          if (!ids || (owned && !delete_all (edit, entity->name, ids, error)))
            return FALSE;
          if (!owned && ids->len > 0)
            return refuse_referred (self->entity, entity, ids->len, error);
        }
    }
  return TRUE;
}

gboolean
tuce_pending_remove (TucePending *self, GError **error)
{
  gint64 id = tuce_pending_record_id (tuce_pending_get_main (self));
  /* Translators: an edit of the journal; %s is what kind of record, "household". */
  g_autofree char *label = g_strdup_printf (_("Remove 1 %s"), tuce_entity_label (self->entity));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (self->county, label, error);
  gboolean removed;

  if (!edit || !delete_owned (self, edit, id, error) || !tuce_edit_delete (edit, self->entity->name, id, error)
      || !tuce_edit_drop_draft (edit, self->entity->name, id, error))
    return FALSE;
  self->saving = TRUE;
  removed = tuce_edit_commit (g_steal_pointer (&edit), error);
  self->saving = FALSE;
  if (!removed)
    return FALSE;
  self->draft_due = FALSE;
  g_clear_pointer (&self->draft_since, g_free);
  return TRUE;
}
