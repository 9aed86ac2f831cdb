/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons, the menu and the keys of the card do. */
#include "tuce-card-private.h"

#include "tuce-card-header.h"
#include "tuce-card-kind.h"

static void
enable (TuceCard *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static const TuceEntity *
entity_of (TuceCard *self)
{
  return self->pending ? tuce_pending_get_entity (self->pending) : NULL;
}

static const TuceEntity *
find_entity (TuceCard *self, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace)), name);
}

/* Gives the id of the record that one of @entity would belong to which is begun beside what is on the card: that one itself,
   or the one it belongs to; %NULL for neither. */
static char *
find_owner (TuceCard *self, const TuceEntity *entity)
{
  const TuceEntity *here = entity_of (self);
  TucePendingRecord *main = tuce_pending_get_main (self->pending);

  if (!entity->parent)
    return NULL;
  if (here == entity->parent->target_entity && tuce_pending_record_id (main) != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tuce_pending_record_id (main));
  return here == entity ? tuce_pending_record_text (main, entity->parent) : NULL;
}

/* Gives the code of the place in which a record of @entity would lie that is begun beside what is on the card, or %NULL where
   that lies in none of that level. Of what lies in no place by itself: find_owner(). */
static char *
find_place (TuceCard *self, const TuceEntity *entity)
{
  const TuceEntity *here = entity_of (self);

  if (here && !entity->scope)
    return find_owner (self, entity);
  if (!here || !here->scope)
    return NULL;
  if (entity->scope->type == TUCE_FIELD_PLACE && here != entity->scope->target_entity
      && here->scope->target_entity != entity->scope->target_entity)
    return NULL;
  return tuce_pending_record_text (tuce_pending_get_main (self->pending), here->scope);
}

/* Gives the record that what is on the card has one of, where it is in the file. */
static TucePendingRecord *
find_part (TuceCard *self, const TuceEntity *entity)
{
  TucePendingRecord *record = NULL;

  if (self->pending && tuce_pending_entity_is_single (entity, entity_of (self)))
    record = tuce_pending_find (self->pending, entity);
  return record && tuce_pending_record_id (record) != 0 ? record : NULL;
}

/* --- the menu --- */

static gboolean
can_add (TuceCard *self, const TuceCardKind *kind)
{
  const TuceEntity *entity = find_entity (self, kind->entity);
  g_autofree char *place = find_place (self, entity);

  return *kind->add && tuce_card_kind_is_beside (kind, entity_of (self)) && (place || !entity->scope);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *entity)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", entity);
  g_menu_append_item (menu, item);
}

/* What the card's menu offers for the record on it. */
static void
fill_menu (TuceCard *self)
{
  GPtrArray *kinds = tuce_card_kinds_load (NULL);
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending);
  gboolean saved = self->pending && tuce_pending_record_id (tuce_pending_get_main (self->pending)) != 0;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) begun = g_menu_new ();
  g_autoptr (GMenu) removed = g_menu_new ();

  for (guint i = 0; editable && kinds && i < kinds->len; i++)
    {
      const TuceCardKind *kind = kinds->pdata[i];
      const TuceEntity *entity = find_entity (self, kind->entity);
      TucePendingRecord *part = find_part (self, entity);

      if (can_add (self, kind))
        append (begun, kind->add, "card.add", kind->entity);
      if (part && tuce_pending_record_is_removed (part))
        append (removed, kind->keep, "card.keep", kind->entity);
      else if (part || (saved && entity == entity_of (self)))
        append (removed, kind->remove, "card.remove", kind->entity);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (begun));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removed));
  tuce_card_header_set_menu (TUCE_CARD_HEADER (self->header), G_MENU_MODEL (menu));
}

void
tuce_card_update_actions (TuceCard *self)
{
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending);
  gboolean changed = editable && tuce_pending_is_changed (self->pending);

  enable (self, "save", changed);
  enable (self, "revert", changed);
  fill_menu (self);
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

/* Shows the form of a new record, in @place where that is known, with the focus in what names it, or in its first field. */
static void
begin_new (TuceCard *self, const char *entity, const char *place)
{
  tuce_card_keep_draft (self);
  tuce_card_show (self, entity, 0, place);
  if (self->pending && entity_of (self)->title)
    tuce_card_focus_field (self, entity_of (self)->title->name);
  else if (self->pending)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
tuce_card_add (TuceCard *self, const char *name, const char *place)
{
  TuceCounty *county;
  g_autofree char *here = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  county = tuce_workspace_get_county (self->workspace);
  if (!county || !tuce_county_is_writable (county))
    return;
  here = place && *place ? g_strdup (place) : find_place (self, find_entity (self, name));
  begin_new (self, name, here);
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
tuce_card_remove (TuceCard *self, const char *name)
{
  const TuceEntity *entity;
  TucePendingRecord *part;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!self->pending)
    return;
  entity = find_entity (self, name);
  part = find_part (self, entity);
  if (part)
    tuce_pending_set_removed (self->pending, part, TRUE);
  else if (entity == entity_of (self) && tuce_card_kind_for (entity))
    remove_record (self);
}

void
tuce_card_keep (TuceCard *self, const char *name)
{
  TucePendingRecord *part;

  g_return_if_fail (TUCE_IS_CARD (self));
  part = find_part (self, find_entity (self, name));
  if (part)
    tuce_pending_set_removed (self->pending, part, FALSE);
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
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tuce_card_save (data);
}

static void
on_revert (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tuce_card_revert (data);
}

static void
on_add (GSimpleAction *action, GVariant *entity, gpointer data)
{
  tuce_card_add (data, g_variant_get_string (entity, NULL), NULL);
}

static void
on_remove (GSimpleAction *action, GVariant *entity, gpointer data)
{
  tuce_card_remove (data, g_variant_get_string (entity, NULL));
}

static void
on_keep (GSimpleAction *action, GVariant *entity, gpointer data)
{
  tuce_card_keep (data, g_variant_get_string (entity, NULL));
}

/* Goes on with the new record that was left half-filled. */
static void
on_continue (GSimpleAction *action, GVariant *entity, gpointer data)
{
  tuce_card_show (data, g_variant_get_string (entity, NULL), 0, NULL);
}

void
tuce_card_add_actions (TuceCard *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = on_save },
    { .name = "revert", .activate = on_revert },
    { .name = "add", .activate = on_add, .parameter_type = "s" },
    { .name = "remove", .activate = on_remove, .parameter_type = "s" },
    { .name = "keep", .activate = on_keep, .parameter_type = "s" },
    { .name = "continue", .activate = on_continue, .parameter_type = "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (self->actions));
}

void
tuce_card_connect_actions (TuceCard *self)
{
  g_signal_connect_swapped (self->header, "problem-activated", G_CALLBACK (on_problem_activated), self);
}
