/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-card-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-card-header.h"
#include "tuce-card-kind.h"
#include "tuce-draft.h"
#include "tuce-keyboard-focus.h"
#include "tuce-gap-section.h"
#include "tuce-photo-section.h"
#include "tuce-procedure-section.h"
#include "tuce-record-concern.h"
#include "tuce-related-section.h"
#include "tuce-verdict-section.h"

G_DEFINE_FINAL_TYPE (TuceCard, tuce_card, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

/* --- what the card shows --- */

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

TuceCardForm *
tuce_card_current_form (TuceCard *self)
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

void
tuce_card_update (TuceCard *self)
{
  tuce_card_update_actions (self);
  show_draft_bar (self);
}

static void
tell_verdicts (TuceCard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->verdicts); i++)
    tuce_verdict_section_set_pending (TUCE_VERDICT_SECTION (self->verdicts[i]), self->pending);
}

/* Packs are loaded anew when one of them changed. */
static void
on_reviewed (TuceCard *self)
{
  if (self->pending)
    tuce_pending_set_standards (self->pending, tuce_workspace_get_standards (self->workspace));
}

static void
let_go_of_pending (TuceCard *self)
{
  TuceCardForm *form = tuce_card_current_form (self);

  if (!self->pending)
    return;
  tuce_card_keep_draft (self);
  g_signal_handlers_disconnect_by_data (self->pending, self);
  tuce_card_header_set_pending (TUCE_CARD_HEADER (self->header), NULL);
  if (form)
    tuce_card_form_set_pending (form, NULL);
  g_clear_object (&self->pending);
  tell_verdicts (self);
  tuce_related_section_show (TUCE_RELATED_SECTION (self->related), NULL, 0);
}

/* A button for each new record that was left half-filled. */
static void
show_unfinished (TuceCard *self)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  GPtrArray *kinds = county && tuce_county_is_writable (county) ? tuce_card_kinds_load (NULL) : NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->unfinished)))
    gtk_box_remove (GTK_BOX (self->unfinished), child);
  for (guint i = 0; !error && kinds && i < kinds->len; i++)
    {
      const TuceCardKind *kind = kinds->pdata[i];
      g_autofree char *draft = *kind->unfinished ? tuce_draft_find (county, kind->entity, 0, &error) : NULL;
      GtkWidget *button;

      if (!draft)
        continue;
      button = gtk_button_new_with_label (kind->unfinished);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.continue");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind->entity);
      gtk_box_append (GTK_BOX (self->unfinished), button);
    }
  gtk_widget_set_visible (self->unfinished, gtk_widget_get_first_child (self->unfinished) != NULL);
  if (error)
    tuce_workspace_report_error (self->workspace, error);
}

static void
show_empty (TuceCard *self)
{
  gtk_widget_set_visible (self->empty_text, tuce_workspace_get_county (self->workspace) != NULL);
  show_unfinished (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "empty");
  tuce_card_update (self);
}

void
tuce_card_show (TuceCard *self, const char *entity, gint64 id, const char *place)
{
  TuceCounty *county = tuce_workspace_get_county (self->workspace);
  g_autoptr (GError) error = NULL;
  TuceCardForm *before = tuce_card_current_form (self), *form;
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
  g_signal_connect_swapped (pending, "typed", G_CALLBACK (tuce_card_update), self);
  g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (tuce_card_update), self);
  tuce_card_header_set_pending (TUCE_CARD_HEADER (self->header), pending);
  tuce_card_form_set_pending (form, pending);
  tuce_pending_set_standards (pending, tuce_workspace_get_standards (self->workspace));
  tell_verdicts (self);
  tuce_related_section_show (TUCE_RELATED_SECTION (self->related), tuce_pending_get_entity (pending)->name,
                             tuce_pending_record_id (tuce_pending_get_main (pending)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "record");
  tuce_card_update (self);
}

void
tuce_card_show_selection (TuceCard *self)
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
      tuce_card_show (self, entity, id, NULL);
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
  tuce_card_show_selection (self);
}

/* Whether what is on the card, or a part of it, is another now. */
static gboolean
touches (TuceCard *self, const TuceChangeSet *changes)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_pending_get_entity (self->pending)->dictionary);
  const TuceEntity *main = tuce_pending_get_entity (self->pending);
  gint64 id = tuce_pending_record_id (tuce_pending_get_main (self->pending));

  if (tuce_change_set_touches_record (changes, main->name, id))
    return TRUE;
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (tuce_pending_entity_is_part (entity, main) && tuce_change_set_touches (changes, entity->name))
        return tuce_record_is_concerned (tuce_workspace_get_county (self->workspace), changes, main->name, id);
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
  gtk_box_prepend (GTK_BOX (self->sections), tuce_photo_section_new (self->workspace));
  gtk_box_prepend (GTK_BOX (self->sections), tuce_procedure_section_new (self->workspace));
  gtk_box_prepend (GTK_BOX (self->sections), tuce_gap_section_new (self->workspace));
  self->verdicts[0] = tuce_verdict_section_new (self->workspace, NULL);
  self->verdicts[1] = tuce_verdict_section_new (self->workspace, "relocation");
  for (guint i = G_N_ELEMENTS (self->verdicts); i-- > 0;)
    gtk_box_prepend (GTK_BOX (self->sections), self->verdicts[i]);
  self->related = tuce_related_section_new (self->workspace);
  gtk_box_prepend (GTK_BOX (self->sections), self->related);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (tuce_card_show_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "county-changed", G_CALLBACK (on_county_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  tuce_card_show_selection (self);
}

static void
tuce_card_unmap (GtkWidget *widget)
{
  tuce_card_keep_draft (TUCE_CARD (widget));
  GTK_WIDGET_CLASS (tuce_card_parent_class)->unmap (widget);
}

/* Whoever comes to the card comes to fill it in: the first field, not the menu above it. */
static gboolean
tuce_card_grab_focus (GtkWidget *widget)
{
  TuceCard *self = TUCE_CARD (widget);
  const TuceEntity *entity = self->pending ? tuce_pending_get_entity (self->pending) : NULL;
  TuceCardForm *form = self->pending ? tuce_card_current_form (self) : NULL;

  for (guint i = 0; form && i < entity->fields->len; i++)
    {
      const TuceField *field = g_ptr_array_index (entity->fields, i);

      if (tuce_card_form_find (form, field))
        return gtk_widget_grab_focus (tuce_card_form_find (form, field));
    }
  return gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->pages)), GTK_DIR_TAB_FORWARD);
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
  gtk_widget_class_bind_template_child (widget_class, TuceCard, unfinished);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, header);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, draft_text);
  gtk_widget_class_bind_template_child (widget_class, TuceCard, sections);
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
  widget_class->grab_focus = tuce_card_grab_focus;
  widget_class->focus = tuce_keyboard_focus_children;
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
  tuce_card_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tuce_card_connect_actions (self);
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
  return self->pending ? GTK_WIDGET (tuce_card_current_form (self)) : NULL;
}
