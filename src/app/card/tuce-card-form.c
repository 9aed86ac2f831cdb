/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-card-form.h"

#include <glib/gi18n-lib.h>

#include "tuce-field-grid.h"
#include "tuce-history-view.h"
#include "tuce-member-table.h"
#include "tuce-scroll-focus.h"

typedef enum
{
  SECTION_FIELDS,
  SECTION_MEMBERS,
  SECTION_HISTORY
} SectionKind;

/* One expander and what it holds, once it was opened. */
typedef struct
{
  TuceCardForm *form;
  SectionKind kind;
  const TuceEntity *entity;
  const TuceSection *section; /* of SECTION_FIELDS */
  GtkWidget *expander;
  GtkWidget *title;
  GtkWidget *content;
  gboolean stale;             /* shows another record than the card's */
} Section;

struct _TuceCardForm
{
  GtkWidget parent_instance;

  const TuceEntity *entity;
  TuceDictionary *dictionary; /* keeps the entities */
  TuceCounty *county;
  GPtrArray *sections;        /* Section */
  TucePending *pending;
};

G_DEFINE_FINAL_TYPE (TuceCardForm, tuce_card_form, GTK_TYPE_WIDGET)

/* --- titles --- */

static gboolean
is_of (const Section *section, const TucePendingProblem *problem)
{
  if (!problem->record || tuce_pending_record_entity (problem->record) != section->entity)
    return FALSE;
  return section->kind == SECTION_MEMBERS
         || (section->kind == SECTION_FIELDS && g_str_equal (section->section->name, problem->field->section));
}

static guint
count_problems (Section *section)
{
  GPtrArray *problems = section->form->pending ? tuce_pending_get_problems (section->form->pending) : NULL;
  guint count = 0;

  for (guint i = 0; problems && i < problems->len; i++)
    count += is_of (section, problems->pdata[i]);
  return count;
}

static TucePendingRecord *
find_record (const Section *section)
{
  TucePending *pending = section->form->pending;

  return pending && section->kind == SECTION_FIELDS ? tuce_pending_find (pending, section->entity) : NULL;
}

static gboolean
is_removed (const Section *section)
{
  TucePendingRecord *record = find_record (section);

  return record && tuce_pending_record_is_removed (record);
}

/* Of what a record may have one of, there is the first section to begin with; the others come with the first key. */
static gboolean
is_wanted (const Section *section)
{
  TucePendingRecord *record = find_record (section);

  if (!record || !tuce_pending_entity_is_single (section->entity, section->form->entity))
    return TRUE;
  return section->section == section->entity->sections->pdata[0] || tuce_pending_record_is_there (record);
}

static void
show_title (Section *section)
{
  TuceCardForm *form = section->form;
  guint problems = count_problems (section);
  g_autoptr (GString) title = g_string_new (NULL);

  if (section->kind == SECTION_HISTORY)
    g_string_append (title, _("History"));
  else if (section->kind == SECTION_MEMBERS)
    {
      g_autoptr (GPtrArray) members
          = form->pending ? tuce_pending_list (form->pending, section->entity) : g_ptr_array_new ();

      g_string_append_printf (title, _("%s (%u)"), tuce_entity_label (section->entity), members->len);
    }
  else if (section->entity->year)
    g_string_append_printf (title, _("%s (%d)"), tuce_section_label (section->section),
                            tuce_county_get_year (form->county));
  else if (is_removed (section))
    /* Translators: title of a section of the card whose record is taken away when the card is saved */
    g_string_append_printf (title, _("%s (removed with the next save)"), tuce_section_label (section->section));
  else
    g_string_append (title, tuce_section_label (section->section));
  if (problems > 0)
    g_string_append_printf (title, "  ⚠ %u", problems);
  gtk_label_set_label (GTK_LABEL (section->title), title->str);
}

static void
show_wanted (TuceCardForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      gtk_widget_set_visible (section->expander, is_wanted (section));
    }
}

static void
show_titles (TuceCardForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    show_title (self->sections->pdata[i]);
  show_wanted (self);
}

/* --- contents --- */

static void
build (Section *section)
{
  TuceCardForm *form = section->form;

  if (section->content)
    return;
  if (section->kind == SECTION_FIELDS)
    section->content = tuce_field_grid_new (section->entity, section->section->name, form->county);
  else if (section->kind == SECTION_MEMBERS)
    section->content = tuce_member_table_new (section->entity, form->county);
  else
    section->content = tuce_history_view_new ();
  gtk_widget_add_css_class (section->content, "tuce-section");
  gtk_expander_set_child (GTK_EXPANDER (section->expander), section->content);
}

static void
fill (Section *section)
{
  TuceCardForm *form = section->form;
  TucePending *pending = form->pending;

  section->stale = FALSE;
  if (section->kind == SECTION_FIELDS)
    tuce_field_grid_set_record (TUCE_FIELD_GRID (section->content), pending,
                                pending ? tuce_pending_find (pending, section->entity) : NULL);
  else if (section->kind == SECTION_MEMBERS)
    tuce_member_table_set_pending (TUCE_MEMBER_TABLE (section->content), pending);
  else
    tuce_history_view_show (TUCE_HISTORY_VIEW (section->content), pending ? form->county : NULL, form->entity->name,
                            pending ? tuce_pending_record_id (tuce_pending_get_main (pending)) : 0);
}

/* What is folded away is brought up to date when it is opened. */
static void
fill_or_postpone (Section *section)
{
  gboolean open = gtk_expander_get_expanded (GTK_EXPANDER (section->expander));

  section->stale = TRUE;
  if (open)
    {
      build (section);
      fill (section);
    }
  else if (section->content && section->kind != SECTION_HISTORY)
    fill (section); /* lets go of the record it held; its widgets are there anyhow */
}

static void
on_expanded (GtkExpander *expander, GParamSpec *spec, Section *section)
{
  if (!gtk_expander_get_expanded (expander))
    return;
  build (section);
  if (section->stale || section->kind == SECTION_HISTORY)
    fill (section);
}

static void
on_records_changed (TuceCardForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      if (section->kind != SECTION_MEMBERS)
        fill_or_postpone (section);
    }
  show_titles (self);
}

/* --- sections --- */

static void
section_free (gpointer data)
{
  g_free (data);
}

static void
add_section (TuceCardForm *self, SectionKind kind, const TuceEntity *entity, const TuceSection *named)
{
  Section *section = g_new0 (Section, 1);

  section->form = self;
  section->kind = kind;
  section->entity = entity;
  section->section = named;
  section->stale = TRUE;
  section->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (section->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (section->title, "heading");
  section->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (section->expander), section->title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (section->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  section->title, NULL, -1);
  gtk_widget_set_parent (section->expander, GTK_WIDGET (self));
  g_ptr_array_add (self->sections, section);
  g_signal_connect (section->expander, "notify::expanded", G_CALLBACK (on_expanded), section);
}

static void
add_sections_of (TuceCardForm *self, const TuceEntity *entity, guint from)
{
  for (guint i = from; i < entity->sections->len; i++)
    add_section (self, SECTION_FIELDS, entity, entity->sections->pdata[i]);
}

/* The first facts, who they are about, the rest, what there is one of, and the year. */
static void
add_sections (TuceCardForm *self)
{
  GPtrArray *entities = tuce_dictionary_entities (self->dictionary);

  if (self->entity->sections->len > 0)
    add_section (self, SECTION_FIELDS, self->entity, self->entity->sections->pdata[0]);
  for (guint i = 0; i < entities->len; i++)
    if (tuce_pending_entity_is_member (entities->pdata[i], self->entity))
      add_section (self, SECTION_MEMBERS, entities->pdata[i], NULL);
  add_sections_of (self, self->entity, 1);
  for (guint i = 0; i < entities->len; i++)
    if (tuce_pending_entity_is_single (entities->pdata[i], self->entity))
      add_sections_of (self, entities->pdata[i], 0);
  for (guint i = 0; i < entities->len; i++)
    if (tuce_pending_entity_is_yearly (entities->pdata[i], self->entity))
      add_sections_of (self, entities->pdata[i], 0);
  add_section (self, SECTION_HISTORY, self->entity, NULL);
}

static Section *
find_section (TuceCardForm *self, const TuceEntity *entity, const char *name)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      if (section->entity != entity || section->kind == SECTION_HISTORY)
        continue;
      if (section->kind == SECTION_MEMBERS || (name && g_str_equal (section->section->name, name)))
        return section;
    }
  return NULL;
}

static void
open_section (Section *section)
{
  gtk_widget_set_visible (section->expander, TRUE);
  gtk_expander_set_expanded (GTK_EXPANDER (section->expander), TRUE);
}

/* --- object --- */

static void
let_go (TuceCardForm *self)
{
  if (self->pending)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
}

static void
tuce_card_form_dispose (GObject *object)
{
  TuceCardForm *self = TUCE_CARD_FORM (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->sections, 0);
  g_clear_object (&self->county);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_card_form_parent_class)->dispose (object);
}

static void
tuce_card_form_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_CARD_FORM (object)->sections);
  G_OBJECT_CLASS (tuce_card_form_parent_class)->finalize (object);
}

static void
tuce_card_form_class_init (TuceCardFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_card_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_card_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tuce-form");
}

static void
tuce_card_form_init (TuceCardForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

GtkWidget *
tuce_card_form_new (const TuceEntity *entity, TuceCounty *county)
{
  TuceCardForm *self = g_object_new (TUCE_TYPE_CARD_FORM, NULL);

  self->entity = entity;
  self->dictionary = tuce_dictionary_ref ((TuceDictionary *) entity->dictionary);
  self->county = g_object_ref (county);
  add_sections (self);
  if (self->sections->len > 0)
    open_section (self->sections->pdata[0]);
  return GTK_WIDGET (self);
}

const TuceEntity *
tuce_card_form_get_entity (TuceCardForm *self)
{
  return self->entity;
}

void
tuce_card_form_set_pending (TuceCardForm *self, TucePending *pending)
{
  let_go (self);
  if (pending)
    {
      self->pending = g_object_ref (pending);
      g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (on_records_changed), self);
      g_signal_connect_swapped (pending, "checked", G_CALLBACK (show_titles), self);
      g_signal_connect_swapped (pending, "typed", G_CALLBACK (show_wanted), self);
    }
  for (guint i = 0; i < self->sections->len; i++)
    fill_or_postpone (self->sections->pdata[i]);
  show_titles (self);
}

void
tuce_card_form_open (TuceCardForm *self, const TuceEntity *entity, const char *name)
{
  Section *section = find_section (self, entity, name);

  if (section)
    open_section (section);
}

void
tuce_card_form_open_history (TuceCardForm *self)
{
  open_section (self->sections->pdata[self->sections->len - 1]);
}

void
tuce_card_form_focus (TuceCardForm *self, TucePendingRecord *record, const TuceField *field)
{
  Section *section = find_section (self, field->entity, field->section);

  if (!section)
    return;
  open_section (section);
  if (section->kind == SECTION_MEMBERS)
    tuce_member_table_focus_field (TUCE_MEMBER_TABLE (section->content), record, field);
  else
    tuce_field_grid_focus_field (TUCE_FIELD_GRID (section->content), field);
  tuce_scroll_focus (GTK_WIDGET (self));
}

GtkWidget *
tuce_card_form_find (TuceCardForm *self, const TuceField *field)
{
  Section *section = find_section (self, field->entity, field->section);

  if (!section || section->kind != SECTION_FIELDS)
    return NULL;
  open_section (section);
  return tuce_field_grid_find (TUCE_FIELD_GRID (section->content), field->name);
}

GtkWidget *
tuce_card_form_get_members (TuceCardForm *self, const TuceEntity *entity)
{
  Section *section = find_section (self, entity, NULL);

  if (!section || section->kind != SECTION_MEMBERS)
    return NULL;
  open_section (section);
  return section->content;
}
