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
is_about (TuceCard *self, const char *entity)
{
  return self->pending && g_str_equal (tuce_pending_get_entity (self->pending)->name, entity);
}

/* Gives the code of the village of what is on the card, or %NULL where it lies in none. */
static char *
find_village (TuceCard *self)
{
  const TuceEntity *entity = self->pending ? tuce_pending_get_entity (self->pending) : NULL;
  const TuceEntity *household;

  if (!entity || !entity->scope)
    return NULL;
  household = tuce_dictionary_entity (entity->dictionary, TUCE_CARD_HOUSEHOLD);
  if (entity != household->scope->target_entity && entity->scope->target_entity != household->scope->target_entity)
    return NULL;
  return tuce_pending_record_text (tuce_pending_get_main (self->pending), entity->scope);
}

/* Gives the one record of the household's move, where it is in the file. */
static TucePendingRecord *
find_relocation (TuceCard *self)
{
  TucePendingRecord *record = NULL;

  if (is_about (self, TUCE_CARD_HOUSEHOLD))
    record = tuce_pending_find (
        self->pending,
        tuce_dictionary_entity (tuce_pending_get_entity (self->pending)->dictionary, TUCE_CARD_RELOCATION));
  return record && tuce_pending_record_id (record) != 0 ? record : NULL;
}

void
tuce_card_update_actions (TuceCard *self)
{
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending);
  gboolean changed = editable && tuce_pending_is_changed (self->pending);
  gboolean saved = self->pending && tuce_pending_record_id (tuce_pending_get_main (self->pending)) != 0;
  TucePendingRecord *relocation = editable ? find_relocation (self) : NULL;
  gboolean removed = relocation && tuce_pending_record_is_removed (relocation);
  g_autofree char *village = find_village (self);

  enable (self, "save", changed);
  enable (self, "revert", changed);
  enable (self, "add-household", editable && village && !is_about (self, TUCE_CARD_SITE));
  enable (self, "remove-household", editable && saved && is_about (self, TUCE_CARD_HOUSEHOLD));
  enable (self, "add-site", editable && village);
  enable (self, "remove-site", editable && saved && is_about (self, TUCE_CARD_SITE));
  enable (self, "remove-relocation", relocation && !removed);
  enable (self, "keep-relocation", removed);
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
  /* A household or site that was never saved is given up: back to what is selected. */
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

/* Shows the form of a new record, in @village where that is known, with the focus in what names it. */
static void
begin_new (TuceCard *self, const char *entity, const char *village)
{
  tuce_card_keep_draft (self);
  tuce_card_show (self, entity, 0, village);
  if (self->pending)
    tuce_card_focus_field (self, tuce_pending_get_entity (self->pending)->title->name);
}

void
tuce_card_add_household (TuceCard *self)
{
  g_autofree char *village = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  village = find_village (self);
  if (village && tuce_pending_is_editable (self->pending))
    begin_new (self, TUCE_CARD_HOUSEHOLD, village);
}

void
tuce_card_add_site (TuceCard *self, const char *village)
{
  TuceCounty *county;
  g_autofree char *here = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  county = tuce_workspace_get_county (self->workspace);
  if (!county || !tuce_county_is_writable (county))
    return;
  here = village && *village ? g_strdup (village) : find_village (self);
  begin_new (self, TUCE_CARD_SITE, here);
}

static void
on_continue_new (TuceCard *self)
{
  tuce_card_show (self, TUCE_CARD_HOUSEHOLD, 0, NULL);
}

static void
on_continue_site (TuceCard *self)
{
  tuce_card_show (self, TUCE_CARD_SITE, 0, NULL);
}

static void
remove_record (TuceCard *self)
{
  g_autoptr (TucePending) pending = g_object_ref (self->pending);
  g_autoptr (GError) error = NULL;

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
tuce_card_remove_household (TuceCard *self)
{
  g_return_if_fail (TUCE_IS_CARD (self));
  if (is_about (self, TUCE_CARD_HOUSEHOLD))
    remove_record (self);
}

void
tuce_card_remove_site (TuceCard *self)
{
  g_return_if_fail (TUCE_IS_CARD (self));
  if (is_about (self, TUCE_CARD_SITE))
    remove_record (self);
}

void
tuce_card_remove_relocation (TuceCard *self, gboolean removed)
{
  TucePendingRecord *relocation;

  g_return_if_fail (TUCE_IS_CARD (self));
  relocation = find_relocation (self);
  if (relocation)
    tuce_pending_set_removed (self->pending, relocation, removed);
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
  else if (g_str_equal (name, "remove-household"))
    tuce_card_remove_household (data);
  else if (g_str_equal (name, "add-site"))
    tuce_card_add_site (data, NULL);
  else if (g_str_equal (name, "remove-site"))
    tuce_card_remove_site (data);
  else
    tuce_card_remove_relocation (data, g_str_equal (name, "remove-relocation"));
}

void
tuce_card_add_actions (TuceCard *self)
{
  static const char *const names[] = { "save",        "revert",      "add-household",     "remove-household",
                                       "add-site",    "remove-site", "remove-relocation", "keep-relocation" };

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_signal_connect (action, "activate", G_CALLBACK (on_action), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (self->actions));
}

void
tuce_card_connect_actions (TuceCard *self)
{
  g_signal_connect_swapped (self->header, "problem-activated", G_CALLBACK (on_problem_activated), self);
  g_signal_connect_swapped (self->continue_new, "clicked", G_CALLBACK (on_continue_new), self);
  g_signal_connect_swapped (self->continue_site, "clicked", G_CALLBACK (on_continue_site), self);
}
