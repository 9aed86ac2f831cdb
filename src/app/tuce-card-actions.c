/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons, the menu and the keys of the card do. */
#include "tuce-card-private.h"

static void
enable (TuceCard *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static gboolean
is_household (TuceCard *self)
{
  return self->pending && g_str_equal (tuce_pending_get_entity (self->pending)->name, TUCE_CARD_HOUSEHOLD);
}

/* Gives the code of the village a new household would lie in, or %NULL when no village is chosen. */
static char *
village_for_new (TuceCard *self)
{
  const TuceEntity *entity = self->pending ? tuce_pending_get_entity (self->pending) : NULL;
  const TuceEntity *household;

  if (!entity || !entity->scope)
    return NULL;
  household = tuce_dictionary_entity (entity->dictionary, TUCE_CARD_HOUSEHOLD);
  if (entity != household && entity != household->scope->target_entity)
    return NULL;
  return tuce_pending_record_text (tuce_pending_get_main (self->pending), entity->scope);
}

void
tuce_card_update_actions (TuceCard *self)
{
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending);
  gboolean changed = editable && tuce_pending_is_changed (self->pending);
  gboolean saved = self->pending && tuce_pending_record_id (tuce_pending_get_main (self->pending)) != 0;
  g_autofree char *village = village_for_new (self);

  enable (self, "save", changed);
  enable (self, "revert", changed);
  enable (self, "add-household", editable && village != NULL);
  enable (self, "remove-household", editable && saved && is_household (self));
  gtk_widget_set_visible (self->buttons, editable);
}

void
tuce_card_save (TuceCard *self)
{
  g_autoptr (GError) error = NULL;
  TucePending *pending;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!tuce_card_is_changed (self) || !tuce_pending_is_editable (self->pending))
    return;
  pending = self->pending;
  if (!tuce_pending_save (pending, &error))
    {
      const TucePendingProblem *problem = tuce_pending_first_error (pending);

      tuce_workspace_report_error (self->workspace, error);
      if (problem)
        tuce_card_form_focus (tuce_card_current_form (self), problem->record, problem->field);
      return;
    }
  tuce_card_update (self);
  tuce_workspace_select (self->workspace, tuce_pending_get_entity (pending)->name,
                         tuce_pending_record_id (tuce_pending_get_main (pending)));
}

void
tuce_card_revert (TuceCard *self)
{
  g_return_if_fail (TUCE_IS_CARD (self));
  if (!self->pending)
    return;
  tuce_pending_revert (self->pending);
  /* A household that was never saved is given up: back to what is selected. */
  if (tuce_pending_record_id (tuce_pending_get_main (self->pending)) == 0)
    tuce_card_show_selection (self);
}

gboolean
tuce_card_is_changed (TuceCard *self)
{
  g_return_val_if_fail (TUCE_IS_CARD (self), FALSE);
  return self->pending && tuce_pending_is_changed (self->pending);
}

void
tuce_card_keep_draft (TuceCard *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (self->pending && !tuce_pending_keep (self->pending, &error))
    tuce_workspace_report_error (self->workspace, error);
}

void
tuce_card_add_household (TuceCard *self)
{
  g_autofree char *village = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  village = village_for_new (self);
  if (!village || !tuce_pending_is_editable (self->pending))
    return;
  tuce_card_keep_draft (self);
  tuce_card_show (self, TUCE_CARD_HOUSEHOLD, 0, village);
  if (self->pending)
    tuce_card_focus_field (self, tuce_pending_get_entity (self->pending)->title->name);
}

static void
on_continue_new (TuceCard *self)
{
  tuce_card_show (self, TUCE_CARD_HOUSEHOLD, 0, NULL);
}

void
tuce_card_remove_household (TuceCard *self)
{
  g_autoptr (TucePending) pending = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!is_household (self))
    return;
  pending = g_object_ref (self->pending);
  if (!tuce_pending_remove (pending, &error))
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  tuce_workspace_select (self->workspace, NULL, 0);
  if (self->pending == pending)
    tuce_card_show_selection (self);
}

void
tuce_card_focus_field (TuceCard *self, const char *name)
{
  GPtrArray *records;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!self->pending)
    return;
  records = tuce_pending_get_records (self->pending);
  for (guint i = 0; i < records->len; i++)
    {
      const TuceField *field = tuce_entity_field (tuce_pending_record_entity (records->pdata[i]), name);

      if (!field)
        continue;
      tuce_card_form_focus (tuce_card_current_form (self), records->pdata[i], field);
      return;
    }
}

void
tuce_card_focus_record (TuceCard *self, const char *entity, gint64 id, const char *name)
{
  GPtrArray *records;

  g_return_if_fail (TUCE_IS_CARD (self));
  records = self->pending ? tuce_pending_get_records (self->pending) : NULL;
  for (guint i = 0; records && i < records->len; i++)
    {
      TucePendingRecord *record = records->pdata[i];
      const TuceEntity *here = tuce_pending_record_entity (record);
      const TuceField *field = tuce_entity_field (here, name);

      if (!field || !g_str_equal (here->name, entity) || tuce_pending_record_id (record) != id)
        continue;
      tuce_card_form_focus (tuce_card_current_form (self), record, field);
      return;
    }
}

static void
on_problem_activated (TuceCard *self)
{
  GPtrArray *problems = tuce_pending_get_problems (self->pending);
  const TucePendingProblem *problem = tuce_pending_first_error (self->pending);

  if (!problem && problems->len > 0)
    problem = problems->pdata[0];
  if (problem)
    tuce_card_form_focus (tuce_card_current_form (self), problem->record, problem->field);
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "save"))
    tuce_card_save (data);
  else if (g_str_equal (name, "revert"))
    tuce_card_revert (data);
  else if (g_str_equal (name, "add-household"))
    tuce_card_add_household (data);
  else
    tuce_card_remove_household (data);
}

void
tuce_card_add_actions (TuceCard *self)
{
  static const GActionEntry entries[] = { { .name = "save", .activate = on_action },
                                          { .name = "revert", .activate = on_action },
                                          { .name = "add-household", .activate = on_action },
                                          { .name = "remove-household", .activate = on_action } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (self->actions));
}

void
tuce_card_connect_actions (TuceCard *self)
{
  g_signal_connect_swapped (self->header, "problem-activated", G_CALLBACK (on_problem_activated), self);
  g_signal_connect_swapped (self->continue_new, "clicked", G_CALLBACK (on_continue_new), self);
}
