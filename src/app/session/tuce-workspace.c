/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-review-job.h"
#include "tuce-text.h"

G_DEFINE_FINAL_TYPE (TuceWorkspace, tuce_workspace, G_TYPE_OBJECT)

enum
{
  COUNTY_CHANGED,
  SCOPE_CHANGED,
  SELECTION_CHANGED,
  RECORDS_CHANGED,
  REVIEWED,
  DAY_CHANGED,
  REPORTED,
  JOB_BEGUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_scope (TuceWorkspace *self)
{
  tuce_workspace_forget_shown (self);
  g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

static char *
find_place_name (TuceWorkspace *self, const char *code)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (self->county));

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = g_ptr_array_index (entities, i);
      g_autoptr (TuceRecord) place = NULL;

      if (!entity->is_place)
        continue;
      place = tuce_county_find (self->county, entity->name, "code", code, NULL);
      if (place)
        return tuce_record_title (place);
    }
  return g_strdup (code);
}

static void
take_scope (TuceWorkspace *self, const char *code)
{
  g_free (self->scope);
  g_free (self->scope_name);
  self->scope = g_strdup (code);
  if (!self->county)
    self->scope_name = g_strdup ("");
  else if (g_str_equal (code, tuce_county_get_code (self->county)))
    self->scope_name = g_strdup (tuce_county_get_name (self->county));
  else
    self->scope_name = find_place_name (self, code);
}

/* What was selected may be gone after an undo: a card of nothing would be the only trace of it. */
static void
drop_deleted_selection (TuceWorkspace *self, const TuceChangeSet *changes)
{
  g_autoptr (TuceRecord) record = NULL;

  if (!self->selected_entity || !tuce_change_set_touches (changes, self->selected_entity))
    return;
  record = tuce_county_load (self->county, self->selected_entity, self->selected_id, NULL);
  if (!record)
    tuce_workspace_select (self, NULL, 0);
}

static void
on_county_changed (TuceCounty *county, TuceChangeSet *changes, TuceWorkspace *self)
{
  g_autoptr (TuceReads) reads = tuce_workspace_shown_reads (self);

  if (tuce_reads_touched (reads, changes))
    tuce_workspace_forget_shown (self);
  drop_deleted_selection (self, changes);
  g_signal_emit (self, signals[RECORDS_CHANGED], 0, changes);
}

static void
on_reviewed (TuceWorkspace *self)
{
  g_autoptr (TuceReads) reads = tuce_workspace_shown_reads (self);

  if (tuce_reads_derives (reads))
    tuce_workspace_forget_shown (self);
  g_signal_emit (self, signals[REVIEWED], 0);
}

static void
on_day_changed (TuceWorkspace *self)
{
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
let_go_of_county (TuceWorkspace *self)
{
  if (self->review)
    {
      g_signal_handlers_disconnect_by_func (self->review, on_reviewed, self);
      g_signal_handlers_disconnect_by_func (self->review, on_day_changed, self);
      tuce_review_close (self->review);
    }
  g_clear_object (&self->review);
  if (self->county)
    g_signal_handlers_disconnect_by_func (self->county, on_county_changed, self);
  g_clear_object (&self->county);
}

static void
take_county (TuceWorkspace *self, TuceCounty *county)
{
  if (!county)
    return;
  self->county = g_object_ref (county);
  g_signal_connect (county, "changed", G_CALLBACK (on_county_changed), self);
  self->review = tuce_review_new (county);
  g_signal_connect_swapped (self->review, "updated", G_CALLBACK (on_reviewed), self);
  g_signal_connect_swapped (self->review, "notify::standards", G_CALLBACK (on_reviewed), self);
  g_signal_connect_swapped (self->review, "day-changed", G_CALLBACK (on_day_changed), self);
}

static void
tuce_workspace_dispose (GObject *object)
{
  let_go_of_county (TUCE_WORKSPACE (object));
  G_OBJECT_CLASS (tuce_workspace_parent_class)->dispose (object);
}

static void
tuce_workspace_finalize (GObject *object)
{
  TuceWorkspace *self = TUCE_WORKSPACE (object);

  g_free (self->scope);
  g_free (self->scope_name);
  g_free (self->search);
  g_ptr_array_unref (self->conditions);
  G_OBJECT_CLASS (tuce_workspace_parent_class)->finalize (object);
}

static guint
plain_signal (const char *name)
{
  return g_signal_new (name, TUCE_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
tuce_workspace_class_init (TuceWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tuce_workspace_dispose;
  object_class->finalize = tuce_workspace_finalize;

  signals[COUNTY_CHANGED] = plain_signal ("county-changed");
  signals[SCOPE_CHANGED] = plain_signal ("scope-changed");
  signals[SELECTION_CHANGED] = plain_signal ("selection-changed");
  signals[REVIEWED] = plain_signal ("reviewed");
  plain_signal ("shown-counted");
  signals[DAY_CHANGED] = plain_signal ("day-changed");
  signals[RECORDS_CHANGED]
      = g_signal_new ("records-changed", TUCE_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REPORTED]
      = g_signal_new ("reported", TUCE_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[JOB_BEGUN] = g_signal_new ("job-begun", TUCE_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, TUCE_TYPE_JOB);
}

static void
tuce_workspace_init (TuceWorkspace *self)
{
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_condition_free);
  self->search = g_strdup ("");
  take_scope (self, "");
  tuce_workspace_forget_shown (self);
}

TuceWorkspace *
tuce_workspace_new (void)
{
  return g_object_new (TUCE_TYPE_WORKSPACE, NULL);
}

TuceCounty *
tuce_workspace_get_county (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  return self->county;
}

void
tuce_workspace_set_county (TuceWorkspace *self, TuceCounty *county)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (!county || TUCE_IS_COUNTY (county));

  if (county == self->county)
    return;
  /* Asked for while the old county is still there, so that a half-filled card finds its file. */
  tuce_workspace_select (self, NULL, 0);

  let_go_of_county (self);
  take_county (self, county);
  g_ptr_array_set_size (self->conditions, 0);
  g_free (self->search);
  self->search = g_strdup ("");
  take_scope (self, county ? tuce_county_get_code (county) : "");
  tuce_workspace_forget_shown (self);

  g_signal_emit (self, signals[COUNTY_CHANGED], 0);
  tell_scope (self);
  if (self->review) /* whoever shows jobs listens by now */
    tuce_review_job_watch (self->review, self);
}

TuceReview *
tuce_workspace_get_review (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  return self->review;
}

TuceStandards *
tuce_workspace_get_standards (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  return self->review ? tuce_review_get_standards (self->review) : NULL;
}

const char *
tuce_workspace_get_scope (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), "");
  return self->scope;
}

void
tuce_workspace_set_scope (TuceWorkspace *self, const char *code)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));

  if (!self->county)
    return;
  if (!code || !*code)
    code = tuce_county_get_code (self->county);
  if (g_str_equal (code, self->scope))
    return;
  take_scope (self, code);
  tell_scope (self);
}

const char *
tuce_workspace_describe_scope (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), "");
  return self->scope_name;
}

const char *
tuce_workspace_get_search (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), "");
  return self->search;
}

void
tuce_workspace_set_search (TuceWorkspace *self, const char *text)
{
  g_autofree char *plain = tuce_text_normalize (text);

  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  if (g_str_equal (plain, self->search))
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&plain);
  tell_scope (self);
}

gboolean
tuce_workspace_add_condition (TuceWorkspace *self, const char *path, TuceComparison comparison,
                              const char *value, GError **error)
{
  g_autoptr (TuceQuery) query = NULL;
  const TuceField *field;

  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), FALSE);
  if (!self->county)
    {
      g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                           _("No county is open: open one, then choose what to show."));
      return FALSE;
    }
  /* A query of its own says whether path and value are right, before anybody is told of them. */
  query = tuce_query_new (self->county, "household");
  field = tuce_query_resolve (tuce_query_entity (query), path, error);
  if (!field || !tuce_query_add_condition (query, path, comparison, value, error))
    return FALSE;

  g_ptr_array_add (self->conditions, tuce_condition_new (field, path, comparison, value));
  tell_scope (self);
  return TRUE;
}

void
tuce_workspace_show (TuceWorkspace *self, const char *code, GPtrArray *conditions)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (conditions);

  if (!self->county)
    return;
  take_scope (self, code && *code ? code : tuce_county_get_code (self->county));
  g_free (self->search);
  self->search = g_strdup ("");
  g_ptr_array_unref (self->conditions);
  self->conditions = g_ptr_array_ref (conditions);
  tell_scope (self);
}

/* Whether both are about the same criterion: their patterns differ in the result only. */
static gboolean
same_criterion (const TuceCondition *a, const TuceCondition *b)
{
  return a->comparison == TUCE_MATCHES && b->comparison == TUCE_MATCHES && g_str_equal (a->path, b->path)
         && strlen (a->value) == strlen (b->value);
}

void
tuce_workspace_add_criterion (TuceWorkspace *self, const TuceRule *rule, TuceResult result)
{
  TuceCondition *condition;

  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (self->county);
  condition = tuce_condition_for_criterion (tuce_county_get_dictionary (self->county), rule, result);
  if (!condition)
    return;
  for (guint i = self->conditions->len; i-- > 0;)
    if (same_criterion (g_ptr_array_index (self->conditions, i), condition))
      g_ptr_array_remove_index (self->conditions, i);
  g_ptr_array_add (self->conditions, condition);
  tell_scope (self);
}

void
tuce_workspace_clear_conditions (TuceWorkspace *self)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  if (self->conditions->len == 0)
    return;
  g_ptr_array_set_size (self->conditions, 0);
  tell_scope (self);
}

GPtrArray *
tuce_workspace_get_conditions (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  return self->conditions;
}

void
tuce_workspace_remove_condition (TuceWorkspace *self, guint index)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (index < self->conditions->len);

  g_ptr_array_remove_index (self->conditions, index);
  tell_scope (self);
}

void
tuce_workspace_select (TuceWorkspace *self, const char *entity, gint64 id)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));

  entity = entity && id != 0 ? g_intern_string (entity) : NULL;
  if (!entity)
    id = 0;
  if (entity == self->selected_entity && id == self->selected_id)
    return;
  self->selected_entity = entity;
  self->selected_id = id;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

const char *
tuce_workspace_get_selected_entity (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  return self->selected_entity;
}

gint64
tuce_workspace_get_selected_id (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), 0);
  return self->selected_id;
}

void
tuce_workspace_report (TuceWorkspace *self, const char *sentence)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_signal_emit (self, signals[REPORTED], 0, sentence, FALSE);
}

void
tuce_workspace_report_error (TuceWorkspace *self, const GError *error)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (error);
  /* Whoever cancelled knows. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[REPORTED], 0, error->message, TRUE);
}

TuceJob *
tuce_workspace_begin_job (TuceWorkspace *self, const char *title, GCancellable *cancellable)
{
  TuceJob *job;

  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  job = tuce_job_new (title, cancellable);
  g_signal_emit (self, signals[JOB_BEGUN], 0, job);
  return job;
}
