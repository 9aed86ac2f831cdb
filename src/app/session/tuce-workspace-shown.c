/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which households are shown, and how many. */
#include "tuce-workspace-private.h"

void
tuce_workspace_forget_shown (TuceWorkspace *self)
{
  self->shown_households = -1;
  self->shown_people = -1;
  self->counting = FALSE;
}

TuceReads *
tuce_workspace_shown_reads (TuceWorkspace *self)
{
  TuceReads *reads = tuce_reads_new (tuce_county_get_dictionary (self->county));

  tuce_workspace_add_reads (self, reads);
  tuce_reads_add_path (reads, "household", "size");
  return reads;
}

TuceQuery *
tuce_workspace_households (TuceWorkspace *self)
{
  return tuce_workspace_households_without (self, NULL);
}

TuceQuery *
tuce_workspace_households_without (TuceWorkspace *self, const char *path)
{
  TuceQuery *query;

  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (self->county, NULL);

  query = tuce_query_new (self->county, "household");
  tuce_query_set_scope (query, self->scope);
  tuce_query_set_search (query, self->search);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const TuceCondition *condition = g_ptr_array_index (self->conditions, i);
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (condition->path, path) == 0)
        continue;
      /* They were tried when they were added. */
      if (!tuce_query_add_condition (query, condition->path, condition->comparison, condition->value,
                                     &error))
        g_warning ("a condition that was accepted is refused: %s", error->message);
    }
  return query;
}

void
tuce_workspace_add_reads (TuceWorkspace *self, TuceReads *reads)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  g_return_if_fail (self->county);

  tuce_reads_add_records (reads, "household");
  if (!g_str_equal (self->scope, tuce_county_get_code (self->county)))
    tuce_reads_add_scope (reads, "household");
  if (*self->search)
    tuce_reads_add_search (reads, "household");
  for (guint i = 0; i < self->conditions->len; i++)
    tuce_reads_add_path (reads, "household", ((const TuceCondition *) g_ptr_array_index (self->conditions, i))->path);
}

void
tuce_workspace_expect_shown (TuceWorkspace *self)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  self->counting = TRUE;
}

gboolean
tuce_workspace_wants_shown (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), FALSE);
  return self->county && self->shown_households < 0 && !self->counting;
}

void
tuce_workspace_set_shown (TuceWorkspace *self, gint64 households, gint64 people)
{
  g_return_if_fail (TUCE_IS_WORKSPACE (self));
  self->counting = FALSE;
  if (self->shown_households == households && self->shown_people == people)
    return;
  self->shown_households = households;
  self->shown_people = people;
  g_signal_emit_by_name (self, "shown-counted");
}

gint64
tuce_workspace_get_shown_households (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), -1);
  return self->shown_households;
}

gint64
tuce_workspace_get_shown_people (TuceWorkspace *self)
{
  g_return_val_if_fail (TUCE_IS_WORKSPACE (self), -1);
  return self->shown_people;
}
