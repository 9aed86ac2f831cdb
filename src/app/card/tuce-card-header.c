/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-card-header.h"

#include <glib/gi18n-lib.h>

#include "tuce-card-kind.h"
#include "tuce-card-private.h"
#include "tuce-mark-cell.h"
#include "tuce-record-name.h"

struct _TuceCardHeader
{
  GtkWidget parent_instance;

  /* children of the template */
  GtkWidget *title;
  GtkWidget *mark;
  GtkWidget *mark_word;
  GtkWidget *menu_button;
  GtkWidget *place;
  GtkWidget *problems;

  /* owned */
  TucePending *pending;
};

G_DEFINE_FINAL_TYPE (TuceCardHeader, tuce_card_header, GTK_TYPE_WIDGET)

static guint problem_activated;

/* The first field whose codes have a mark is the record's state. */
static const TuceField *
state_field (const TuceEntity *entity)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->type != TUCE_FIELD_CHOICE)
        continue;
      for (guint j = 0; j < field->codes->codes->len; j++)
        if (*((const TuceCode *) field->codes->codes->pdata[j])->mark)
          return field;
    }
  return NULL;
}

static void
show_state (TuceCardHeader *self)
{
  const TuceField *field = state_field (tuce_pending_get_entity (self->pending));
  const TuceCode *code = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->mark, field != NULL);
  gtk_widget_set_visible (self->mark_word, field != NULL);
  if (!field)
    return;
  text = tuce_pending_record_text (tuce_pending_get_main (self->pending), field);
  code = tuce_code_list_find (field->codes, text);
  tuce_mark_cell_set_code (TUCE_MARK_CELL (self->mark), code);
  gtk_label_set_label (GTK_LABEL (self->mark_word), code ? tuce_code_label (code) : _("not known"));
  gtk_widget_set_tooltip_text (self->mark_word, gtk_label_get_label (GTK_LABEL (self->mark_word)));
}

/* A measure, a problem: what has a card of its own, but is somebody's. */
static gboolean
belongs_to_record (const TuceEntity *entity)
{
  return entity->parent && entity->parent->type == TUCE_FIELD_REFERENCE;
}

static void
show_title (TuceCardHeader *self)
{
  const TuceEntity *entity = tuce_pending_get_entity (self->pending);
  TucePendingRecord *main = tuce_pending_get_main (self->pending);
  g_autofree char *name = entity->title ? tuce_pending_record_display (main, entity->title) : g_strdup ("");
  const TuceCardKind *kind = tuce_card_kind_for (entity);
  g_autofree char *title = NULL;

  if (!*name && tuce_pending_record_id (main) == 0)
    /* Translators: title of the card of a record that is being added; %s is "household" */
    title = g_strdup_printf (_("New: %s"), tuce_entity_label (entity));
  else
    title = *name ? tuce_card_kind_title (kind, name) : g_strdup (tuce_entity_label (entity));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
}

/* What stands in the dictionary between the place and the name narrows the place: group, hamlet. */
static void
append_narrower (TuceCardHeader *self, GString *line)
{
  const TuceEntity *entity = tuce_pending_get_entity (self->pending);

  if (entity->is_place || !entity->title)
    return;
  for (guint i = entity->scope->index + 1; i < entity->title->index; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      g_autofree char *text = tuce_pending_record_display (tuce_pending_get_main (self->pending), field);

      if (!*text)
        continue;
      if (tuce_field_is_numeric (field) && !*tuce_field_unit (field))
        g_string_append_printf (line, " %s %s", tuce_field_label (field), text);
      else
        g_string_append_printf (line, " %s%s", text, tuce_field_unit (field));
    }
}

/* Whose it is: "张三 家 · 渠北乡 双桥村", or the place it is about. */
static void
show_owner (TuceCardHeader *self)
{
  const TuceEntity *entity = tuce_pending_get_entity (self->pending);
  TuceCounty *county = tuce_pending_get_county (self->pending);
  TucePendingRecord *main = tuce_pending_get_main (self->pending);
  g_autofree char *id = tuce_pending_record_text (main, entity->parent);
  g_autofree char *code = entity->scope ? tuce_pending_record_text (main, entity->scope) : g_strdup ("");
  g_autofree char *owner = tuce_record_name (county, entity->parent, id);
  const TuceCardKind *kind = tuce_card_kind_for (entity->parent->target_entity);
  g_autofree char *family = NULL;
  g_autofree char *place = *code ? tuce_place_name (county, code) : g_strdup ("");
  g_autofree char *line = NULL;

  if (*owner)
    family = tuce_card_kind_title (kind, owner);
  line = g_strdup_printf ("%s%s%s", family ? family : "", family && *place ? " · " : "", place);
  gtk_label_set_label (GTK_LABEL (self->place), line);
  gtk_widget_set_tooltip_text (self->place, *line ? line : NULL);
}

static void
show_place (TuceCardHeader *self)
{
  const TuceEntity *entity = tuce_pending_get_entity (self->pending);
  const TuceField *field = entity->is_place ? tuce_record_outer_place (entity) : entity->scope;
  g_autoptr (GString) line = g_string_new (NULL);

  if (field)
    {
      g_autofree char *code = tuce_pending_record_text (tuce_pending_get_main (self->pending), field);
      TuceCounty *county = tuce_pending_get_county (self->pending);
      g_autofree char *name
          = field->is_division && *code ? tuce_place_name (county, code) : tuce_record_name (county, field, code);

      g_string_append (line, name);
      append_narrower (self, line);
    }
  gtk_label_set_label (GTK_LABEL (self->place), line->str);
  gtk_widget_set_tooltip_text (self->place, line->len ? line->str : NULL);
}

static void
show_problems (TuceCardHeader *self)
{
  guint count = tuce_pending_get_problems (self->pending)->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u place to put right ▸", "%u places to put right ▸", count),
                                           count);

  gtk_button_set_label (GTK_BUTTON (self->problems), text);
  gtk_widget_set_visible (self->problems, count > 0);
}

static void
on_records_changed (TuceCardHeader *self)
{
  show_title (self);
  if (belongs_to_record (tuce_pending_get_entity (self->pending)))
    show_owner (self);
  else
    show_place (self);
  show_state (self);
}

static void
on_problems_clicked (TuceCardHeader *self)
{
  g_signal_emit (self, problem_activated, 0);
}

static void
let_go (TuceCardHeader *self)
{
  if (self->pending)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
}

static void
tuce_card_header_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (TUCE_CARD_HEADER (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tuce_card_header_parent_class)->dispose (object);
}

static void
tuce_card_header_class_init (TuceCardHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_card_header_dispose;
  g_type_ensure (TUCE_TYPE_MARK_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-card-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, title);
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, mark);
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, mark_word);
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, place);
  gtk_widget_class_bind_template_child (widget_class, TuceCardHeader, problems);

  problem_activated = g_signal_new ("problem-activated", TUCE_TYPE_CARD_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
tuce_card_header_init (TuceCardHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->problems, "clicked", G_CALLBACK (on_problems_clicked), self);
}

void
tuce_card_header_set_pending (TuceCardHeader *self, TucePending *pending)
{
  let_go (self);
  if (!pending)
    return;
  self->pending = g_object_ref (pending);
  g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (on_records_changed), self);
  g_signal_connect_swapped (pending, "typed", G_CALLBACK (on_records_changed), self);
  g_signal_connect_swapped (pending, "checked", G_CALLBACK (show_problems), self);
  on_records_changed (self);
  show_problems (self);
}

void
tuce_card_header_set_menu (TuceCardHeader *self, GMenuModel *menu)
{
  gboolean any = FALSE;

  g_return_if_fail (TUCE_IS_CARD_HEADER (self));
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      any = any || (section && g_menu_model_get_n_items (section) > 0);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_widget_set_sensitive (self->menu_button, any);
}
