/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-card.h"

#include <glib/gi18n-lib.h>

#include "tuce-card-form.h"
#include "tuce-card-header.h"
#include "tuce-draft.h"
#include "tuce-error.h"

#define HOUSEHOLD "household"

struct _TuceCard
{
  GtkWidget parent_instance;

  /* children of the template */
  GtkWidget *pages;
  GtkWidget *empty_text;
  GtkWidget *continue_new;
  GtkWidget *header;
  GtkWidget *draft_bar;
  GtkWidget *draft_text;
  GtkWidget *forms;
  GtkWidget *buttons;

  /* owned */
  TuceWorkspace *workspace;
  TucePending *pending;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (TuceCard, tuce_card, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

/* --- what the card shows --- */

static void
enable (TuceCard *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static gboolean
is_household (TuceCard *self)
{
  return self->pending && g_str_equal (tuce_pending_get_entity (self->pending)->name, HOUSEHOLD);
}

/* Gives the code of the village a new household would lie in, or %NULL when no village is chosen. */
static char *
village_for_new (TuceCard *self)
{
  const TuceEntity *entity = self->pending ? tuce_pending_get_entity (self->pending) : NULL;
  const TuceEntity *household;

  if (!entity || !entity->scope)
    return NULL;
  household = tuce_dictionary_entity (entity->dictionary, HOUSEHOLD);
  if (entity != household && entity != household->scope->target_entity)
    return NULL;
  return tuce_pending_record_text (tuce_pending_get_main (self->pending), entity->scope);
}

static void
update_actions (TuceCard *self)
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

static void
show_draft_bar (TuceCard *self)
{
  const char *since = self->pending ? tuce_pending_get_draft_since (self->pending) : NULL;

  gtk_widget_set_visible (self->draft_bar, since != NULL);
  if (since)
    {
      g_autofree char *text = g_strdup_printf (_("Half-filled since %s, not saved yet"), since);

      gtk_label_set_label (GTK_LABEL (self->draft_text), text);
    }
}

static TuceCardForm *
current_form (TuceCard *self)
{
  GtkWidget *form = gtk_stack_get_visible_child (GTK_STACK (self->forms));

  return form ? TUCE_CARD_FORM (form) : NULL;
}

/* Gives the form for records of @entity; one serves them all. */
static TuceCardForm *
form_for (TuceCard *self, const TuceEntity *entity)
{
  GtkWidget *form = gtk_stack_get_child_by_name (GTK_STACK (self->forms), entity->name);

  if (!form)
    {
      form = tuce_card_form_new (entity, tuce_workspace_get_county (self->workspace));
      gtk_widget_add_css_class (form, "tuce-card-form");
      gtk_stack_add_named (GTK_STACK (self->forms), form, entity->name);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->forms), form);
  return TUCE_CARD_FORM (form);
}

static void
on_changed (TuceCard *self)
{
  update_actions (self);
  show_draft_bar (self);
}

static void
let_go_of_pending (TuceCard *self)
{
  TuceCardForm *form = current_form (self);

  if (!self->pending)
    return;
  tuce_card_keep_draft (self);
  g_signal_handlers_disconnect_by_data (self->pending, self);
  tuce_card_header_set_pending (TUCE_CARD_HEADER (self->header), NULL);
  if (form)
    tuce_card_form_set_pending (form, NULL);
  g_clear_object (&self->pending);
}

static void
show_empty (TuceCard *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autofree char *draft = county ? tuce_draft_find (county, HOUSEHOLD, 0) : NULL;

  gtk_widget_set_visible (self->empty_text, county != NULL);
  gtk_widget_set_visible (self->continue_new, draft && tuce_county_is_writable (county));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "empty");
  on_changed (self);
}

static void
show (TuceCard *self, const char *entity, gint64 id, const char *place)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;
  TuceCardForm *before = current_form (self), *form;
  TucePending *pending = tuce_pending_new (county, entity, id, place, &error);

  if (!pending)
    {
      let_go_of_pending (self);
      show_empty (self);
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  form = form_for (self, tuce_pending_get_entity (pending));
  if (before && before != form)
    tuce_card_form_set_pending (before, NULL);
  if (self->pending)
    {
      tuce_card_keep_draft (self);
      g_signal_handlers_disconnect_by_data (self->pending, self);
      g_clear_object (&self->pending);
    }
  self->pending = pending;
  g_signal_connect_swapped (pending, "typed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (on_changed), self);
  tuce_card_header_set_pending (TUCE_CARD_HEADER (self->header), pending);
  tuce_card_form_set_pending (form, pending);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "record");
  on_changed (self);
}

static void
on_selection_changed (TuceCard *self)
{
  const char *entity = tuce_workspace_get_selected_entity (self->workspace);
  gint64 id = tuce_workspace_get_selected_id (self->workspace);

  /* A household just added is selected when it is on the card already. */
  if (self->pending && entity && g_str_equal (tuce_pending_get_entity (self->pending)->name, entity)
      && tuce_pending_record_id (tuce_pending_get_main (self->pending)) == id)
    return;
  if (entity && tuce_workspace_get_county (self->workspace))
    {
      /* What was typed is in the file before the next record is read: it may be the same one. */
      tuce_card_keep_draft (self);
      show (self, entity, id, NULL);
      return;
    }
  let_go_of_pending (self);
  show_empty (self);
}

/* Forms hold fields of the old county's dictionary. */
static void
on_county_changed (TuceCard *self)
{
  GtkWidget *form;

  let_go_of_pending (self);
  while ((form = gtk_widget_get_first_child (self->forms)))
    gtk_stack_remove (GTK_STACK (self->forms), form);
  on_selection_changed (self);
}

static gboolean
touches (TuceCard *self, const TuceChangeSet *changes)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_pending_get_entity (self->pending)->dictionary);
  const TuceEntity *main = tuce_pending_get_entity (self->pending);

  if (tuce_change_set_touches (changes, main->name))
    return TRUE;
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if ((tuce_pending_entity_is_member (entity, main) || tuce_pending_entity_is_yearly (entity, main))
          && tuce_change_set_touches (changes, entity->name))
        return TRUE;
    }
  return FALSE;
}

static void
on_records_changed (TuceCard *self, TuceChangeSet *changes)
{
  g_autoptr (TucePending) pending = self->pending ? g_object_ref (self->pending) : NULL;
  g_autoptr (GError) error = NULL;

  if (!pending || !touches (self, changes))
    return;
  /* Gone: the workspace lets go of the selection, or will; what was typed stays as a draft, for an undo brings it back. */
  if (!tuce_pending_refresh (pending, &error))
    {
      let_go_of_pending (self);
      show_empty (self);
    }
}

/* --- actions --- */

static void
report_saved (TuceCard *self, const char *label)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format (now, "%H:%M");
  /* Translators: the status line; the first %s is the time, the second what was done */
  g_autofree char *text = g_strdup_printf (_("Saved %s · %s"), at, label);

  tuce_workspace_report (self->workspace, text);
}

void
tuce_card_save (TuceCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  TucePending *pending;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!tuce_card_is_changed (self) || !tuce_pending_is_editable (self->pending))
    return;
  pending = self->pending;
  label = tuce_pending_label (pending);
  if (!tuce_pending_save (pending, &error))
    {
      const TucePendingProblem *problem = tuce_pending_first_error (pending);

      tuce_workspace_report_error (self->workspace, error);
      if (problem)
        tuce_card_form_focus (current_form (self), problem->record, problem->field);
      return;
    }
  report_saved (self, label);
  on_changed (self);
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
    on_selection_changed (self);
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
  show (self, HOUSEHOLD, 0, village);
  if (self->pending)
    tuce_card_focus_field (self, tuce_pending_get_entity (self->pending)->title->name);
}

static void
on_continue_new (TuceCard *self)
{
  show (self, HOUSEHOLD, 0, NULL);
}

void
tuce_card_remove_household (TuceCard *self)
{
  g_autoptr (TucePending) pending = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TUCE_IS_CARD (self));
  if (!is_household (self))
    return;
  pending = g_object_ref (self->pending);
  label = g_strdup_printf (_("Remove 1 %s"), tuce_entity_label (tuce_pending_get_entity (pending)));
  if (!tuce_pending_remove (pending, &error))
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  report_saved (self, label);
  tuce_workspace_select (self->workspace, NULL, 0);
  if (self->pending == pending)
    {
      let_go_of_pending (self);
      show_empty (self);
    }
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
      tuce_card_form_focus (current_form (self), records->pdata[i], field);
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
    tuce_card_form_focus (current_form (self), problem->record, problem->field);
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

/* --- object --- */

static void
tuce_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TuceCard *self = TUCE_CARD (object);

  if (id == PROP_WORKSPACE)
    self->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
tuce_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_WORKSPACE)
    g_value_set_object (value, TUCE_CARD (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
tuce_card_constructed (GObject *object)
{
  TuceCard *self = TUCE_CARD (object);

  G_OBJECT_CLASS (tuce_card_parent_class)->constructed (object);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  on_selection_changed (self);
}

static void
tuce_card_unmap (GtkWidget *widget)
{
  tuce_card_keep_draft (TUCE_CARD (widget));
  GTK_WIDGET_CLASS (tuce_card_parent_class)->unmap (widget);
}

static void
tuce_card_dispose (GObject *object)
{
  TuceCard *self = TUCE_CARD (object);
  GtkWidget *child;

  if (self->pending)
    let_go_of_pending (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tuce_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TUCE_TYPE_CARD_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceCard, pages);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, empty_text);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, continue_new);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, header);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, draft_text);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, forms);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, buttons);
}

static void
tuce_card_class_init (TuceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tuce_card_set_property;
  object_class->get_property = tuce_card_get_property;
  object_class->constructed = tuce_card_constructed;
  object_class->dispose = tuce_card_dispose;
  widget_class->unmap = tuce_card_unmap;
  properties[PROP_WORKSPACE]
      = g_param_spec_object ("workspace", NULL, NULL, TUCE_TYPE_WORKSPACE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tuce-card");
  bind_template (widget_class);
}

static void
tuce_card_init (TuceCard *self)
{
  static const GActionEntry entries[] = { { .name = "save", .activate = on_action },
                                          { .name = "revert", .activate = on_action },
                                          { .name = "add-household", .activate = on_action },
                                          { .name = "remove-household", .activate = on_action } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (self->actions));
  g_signal_connect_swapped (self->header, "problem-activated", G_CALLBACK (on_problem_activated), self);
  g_signal_connect_swapped (self->continue_new, "clicked", G_CALLBACK (on_continue_new), self);
}

GtkWidget *
tuce_card_new (TuceWorkspace *workspace)
{
  return g_object_new (TUCE_TYPE_CARD, "workspace", workspace, NULL);
}

TucePending *
tuce_card_get_pending (TuceCard *self)
{
  g_return_val_if_fail (TUCE_IS_CARD (self), NULL);
  return self->pending;
}

GtkWidget *
tuce_card_get_form (TuceCard *self)
{
  g_return_val_if_fail (TUCE_IS_CARD (self), NULL);
  return self->pending ? GTK_WIDGET (current_form (self)) : NULL;
}
