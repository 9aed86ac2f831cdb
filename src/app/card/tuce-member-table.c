/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-member-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-field-entry.h"
#include "tuce-field-grid.h"
#include "tuce-freshness.h"
#include "tuce-member-row.h"

#define RECORD_KEY "tuce-record"

#define MOST_COLUMNS 7

struct _TuceMemberTable
{
  GtkWidget parent_instance;

  /* children of the template */
  GtkWidget *heading;
  GtkWidget *list;
  GtkWidget *problems;
  GtkWidget *buttons;
  GtkWidget *add;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkWidget *form;
  GtkWidget *form_title;
  GtkWidget *close;

  /* owned */
  const TuceEntity *entity;
  TuceDictionary *dictionary; /* keeps the entity */
  TuceCounty *county;
  GPtrArray *columns;         /* const TuceField, behind the number; the last ones need a wide card */
  GArray *widths;             /* int, of the number and the columns */
  GtkWidget *titles;          /* TuceMemberRow in the heading */
  TucePending *pending;
  TuceFreshness *freshness;   /* of the rows */
  TucePendingRecord *edited;
  GtkWidget *grid;            /* made when the first member is edited */
};

G_DEFINE_FINAL_TYPE (TuceMemberTable, tuce_member_table, GTK_TYPE_WIDGET)

/* --- columns --- */

/*
 * What tells people apart at a glance: from the title on, the first section's fields in their order. Those behind
 * stars come last, for they say little; yes-and-no fields, and those that are the default of nearly everybody, are
 * left to the form.
 */
static gboolean
is_column (const TuceEntity *entity, const TuceField *field, gboolean concealed)
{
  if (field->index < entity->title->index || tuce_field_is_concealed (field) != concealed)
    return FALSE;
  if (!g_str_equal (field->section, entity->title->section))
    return FALSE;
  return field->type != TUCE_FIELD_BOOLEAN && field->type != TUCE_FIELD_SHAPE && !field->fallback;
}

static void
choose_columns (TuceMemberTable *self)
{
  for (int concealed = 0; concealed < 2; concealed++)
    for (guint i = 0; i < self->entity->fields->len && self->columns->len < MOST_COLUMNS; i++)
      if (is_column (self->entity, self->entity->fields->pdata[i], concealed))
        g_ptr_array_add (self->columns, self->entity->fields->pdata[i]);
  g_array_set_size (self->widths, self->columns->len + 1);
  self->titles = tuce_member_row_new (self->widths);
  gtk_widget_set_hexpand (self->titles, TRUE);
  tuce_member_row_set_cell (TUCE_MEMBER_ROW (self->titles), 0, "", TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TuceField *field = self->columns->pdata[i];

      tuce_member_row_set_cell (TUCE_MEMBER_ROW (self->titles), i + 1, tuce_field_label (field),
                                tuce_field_is_numeric (field));
    }
  gtk_box_append (GTK_BOX (self->heading), self->titles);
}

/* --- rows --- */

static TucePendingRecord *
row_record (GtkListBoxRow *row)
{
  return row ? g_object_get_data (G_OBJECT (row), RECORD_KEY) : NULL;
}

static TucePendingRecord *
selected_record (TuceMemberTable *self)
{
  return row_record (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static char *
cell_text (TucePendingRecord *record, const TuceField *field)
{
  g_autofree char *display = tuce_pending_record_display (record, field);

  return tuce_field_is_concealed (field) ? tuce_field_mask (field, display) : g_steal_pointer (&display);
}

static void
fill_row (TuceMemberTable *self, GtkListBoxRow *row)
{
  TucePendingRecord *record = row_record (row);
  GtkWidget *cells = gtk_list_box_row_get_child (row);
  gboolean removed = tuce_pending_record_is_removed (record);
  g_autofree char *number = g_strdup_printf ("%d", gtk_list_box_row_get_index (row) + 1);
  g_autoptr (GString) name = g_string_new (NULL);

  tuce_member_row_set_cell (TUCE_MEMBER_ROW (cells), 0, number, TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TuceField *field = self->columns->pdata[i];
      g_autofree char *text = cell_text (record, field);

      tuce_member_row_set_cell (TUCE_MEMBER_ROW (cells), i + 1, text, tuce_field_is_numeric (field));
      if (*text)
        g_string_append_printf (name, "%s%s", name->len ? ", " : "", text);
    }
  if (removed)
    {
      gtk_widget_add_css_class (cells, "removed");
      g_string_append_printf (name, ", %s", _("goes when you save"));
    }
  else
    gtk_widget_remove_css_class (cells, "removed");
  gtk_widget_set_tooltip_text (cells, removed ? _("goes when you save") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
fit_columns (TuceMemberTable *self)
{
  GtkListBoxRow *row;

  memset (self->widths->data, 0, self->widths->len * sizeof (int));
  tuce_member_row_widen (TUCE_MEMBER_ROW (self->titles));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    tuce_member_row_widen (TUCE_MEMBER_ROW (gtk_list_box_row_get_child (row)));
  gtk_widget_queue_resize (self->list);
}

static void
add_row (TuceMemberTable *self, TucePendingRecord *record)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tuce_member_row_new (self->widths));
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, tuce_pending_record_ref (record),
                          (GDestroyNotify) tuce_pending_record_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  fill_row (self, GTK_LIST_BOX_ROW (row));
}

static void
update_buttons (TuceMemberTable *self)
{
  TucePendingRecord *record = selected_record (self);
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending);
  gboolean removed = record && tuce_pending_record_is_removed (record);

  gtk_widget_set_visible (self->add, editable);
  gtk_widget_set_visible (self->remove, editable);
  gtk_widget_set_sensitive (self->remove, record != NULL);
  gtk_widget_set_sensitive (self->edit, record != NULL && !removed);
  gtk_button_set_label (GTK_BUTTON (self->remove), removed ? _("Keep") : _("Remove"));
  gtk_button_set_label (GTK_BUTTON (self->edit), editable ? _("Edit") : _("Show all"));
}

static void
show_form_title (TuceMemberTable *self)
{
  g_autofree char *name = NULL;

  if (!self->edited)
    return;
  name = tuce_pending_record_display (self->edited, self->entity->title);
  gtk_label_set_label (GTK_LABEL (self->form_title), *name ? name : tuce_entity_label (self->entity));
}

/* Rows are made anew only when the records are others: typing changes the cells of one. */
static void
show_rows (TuceMemberTable *self)
{
  g_autoptr (GPtrArray) records
      = self->pending ? tuce_pending_list (self->pending, self->entity) : g_ptr_array_new ();
  g_autoptr (TucePendingRecord) selected = NULL;
  GtkListBoxRow *row;

  if (selected_record (self))
    selected = tuce_pending_record_ref (selected_record (self));
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < records->len; i++)
    {
      add_row (self, records->pdata[i]);
      if (records->pdata[i] == selected)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                                 gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
    }
  if (self->edited && !g_ptr_array_find (records, self->edited, NULL))
    tuce_member_table_edit (self, NULL);
  else if (self->edited)
    tuce_field_grid_set_record (TUCE_FIELD_GRID (self->grid), self->pending, self->edited);
  gtk_widget_set_visible (self->heading, records->len > 0);
  fit_columns (self);
  show_form_title (self);
  update_buttons (self);
}

static void
ask (gpointer table, guint stale, const TuceChangeSet *changes)
{
  show_rows (table);
}

/* Members were added, removed or read again: the rows are made when somebody sees them. */
static void
on_records_changed (TuceMemberTable *self)
{
  tuce_freshness_want (self->freshness, TUCE_FRESH_ALL);
}

static void
select_record (TuceMemberTable *self, TucePendingRecord *record)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (row_record (row) == record)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

/* --- what happens --- */

static void
on_pending_typed (TuceMemberTable *self, TucePendingRecord *record, const TuceField *field)
{
  GtkListBoxRow *row;

  if (tuce_pending_record_entity (record) != self->entity)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (row_record (row) == record)
      fill_row (self, row);
  fit_columns (self);
  show_form_title (self);
}

static void
on_problem_clicked (GtkButton *button, TuceMemberTable *self)
{
  const TucePendingProblem *problem;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tuce-index"));

  if (index >= tuce_pending_get_problems (self->pending)->len)
    return;
  problem = tuce_pending_get_problems (self->pending)->pdata[index];
  tuce_member_table_focus_field (self, problem->record, problem->field);
}

static void
add_problem (TuceMemberTable *self, guint index)
{
  const TucePendingProblem *problem = tuce_pending_get_problems (self->pending)->pdata[index];
  g_autofree char *name = tuce_pending_record_display (problem->record, self->entity->title);
  /* Translators: the first %s is the name of a person, the second a sentence that says what is wrong */
  g_autofree char *text = g_strdup_printf (_("⚠ %s · %s"), *name ? name : "—", problem->sentence);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, problem->severity == TUCE_PROBLEM_ERROR ? "error" : "warning");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "tuce-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_problem_clicked), self);
  gtk_box_append (GTK_BOX (self->problems), button);
}

static void
show_problems (TuceMemberTable *self)
{
  GPtrArray *problems = self->pending ? tuce_pending_get_problems (self->pending) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->problems)))
    gtk_box_remove (GTK_BOX (self->problems), child);
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const TucePendingProblem *problem = problems->pdata[i];

      /* The form shows the problems of whom it is about beside their fields. */
      if (problem->record && problem->record != self->edited
          && tuce_pending_record_entity (problem->record) == self->entity)
        add_problem (self, i);
    }
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, TuceMemberTable *self)
{
  if (tuce_pending_record_is_removed (row_record (row)))
    return;
  tuce_member_table_focus_field (self, row_record (row), self->entity->title);
}

static void
on_edit (TuceMemberTable *self)
{
  tuce_member_table_focus_field (self, selected_record (self), self->entity->title);
}

static void
on_add (TuceMemberTable *self)
{
  TucePendingRecord *record = tuce_pending_add (self->pending, self->entity);

  tuce_member_table_focus_field (self, record, self->entity->title);
}

static void
on_remove (TuceMemberTable *self)
{
  TucePendingRecord *record = selected_record (self);

  if (record)
    tuce_pending_set_removed (self->pending, record, !tuce_pending_record_is_removed (record));
}

static void
on_close (TuceMemberTable *self)
{
  tuce_member_table_edit (self, NULL);
  gtk_widget_grab_focus (self->list);
}

static gboolean
on_list_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, TuceMemberTable *self)
{
  if (key != GDK_KEY_Delete || !gtk_widget_get_visible (self->remove))
    return GDK_EVENT_PROPAGATE;
  on_remove (self);
  return GDK_EVENT_STOP;
}

/* --- object --- */

static void
tuce_member_table_dispose (GObject *object)
{
  TuceMemberTable *self = TUCE_MEMBER_TABLE (object);
  GtkWidget *child;

  if (self->pending)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->freshness);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->edited, tuce_pending_record_unref);
  g_clear_object (&self->county);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_member_table_parent_class)->dispose (object);
}

static void
tuce_member_table_finalize (GObject *object)
{
  TuceMemberTable *self = TUCE_MEMBER_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_array_unref (self->widths);
  G_OBJECT_CLASS (tuce_member_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-member-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, heading);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, list);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, problems);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, buttons);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, add);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, edit);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, remove);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, form);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, form_title);
  gtk_widget_class_bind_template_child (widget_class, TuceMemberTable, close);
}

static void
tuce_member_table_class_init (TuceMemberTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_member_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_member_table_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
}

static void
tuce_member_table_init (TuceMemberTable *self)
{
  GtkLayoutManager *layout;
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->columns = g_ptr_array_new ();
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));

  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (update_buttons), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (on_edit), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (on_close), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key), self);
  gtk_widget_add_controller (self->list, keys);
}

static void
name_widgets (TuceMemberTable *self)
{
  const char *label = tuce_entity_label (self->entity);
  /* Translators: what the buttons under the table of members do, for the screen reader; %s is "member" */
  g_autofree char *add = g_strdup_printf (_("Add: %s"), label);
  g_autofree char *edit = g_strdup_printf (_("Edit: %s"), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
tuce_member_table_new (const TuceEntity *entity, TuceCounty *county)
{
  TuceMemberTable *self = g_object_new (TUCE_TYPE_MEMBER_TABLE, NULL);

  self->entity = entity;
  self->dictionary = tuce_dictionary_ref ((TuceDictionary *) entity->dictionary);
  self->county = g_object_ref (county);
  self->freshness = tuce_freshness_new (NULL, GTK_WIDGET (self), NULL, 0, ask);
  choose_columns (self);
  name_widgets (self);
  update_buttons (self);
  return GTK_WIDGET (self);
}

void
tuce_member_table_set_pending (TuceMemberTable *self, TucePending *pending)
{
  if (pending != self->pending)
    {
      if (self->pending)
        g_signal_handlers_disconnect_by_data (self->pending, self);
      tuce_member_table_edit (self, NULL);
      g_set_object (&self->pending, pending);
      if (pending)
        {
          g_signal_connect_swapped (pending, "typed", G_CALLBACK (on_pending_typed), self);
          g_signal_connect_swapped (pending, "records-changed", G_CALLBACK (on_records_changed), self);
          g_signal_connect_swapped (pending, "checked", G_CALLBACK (show_problems), self);
        }
    }
  show_rows (self);
  show_problems (self);
}

void
tuce_member_table_edit (TuceMemberTable *self, TucePendingRecord *record)
{
  if (record && !self->grid)
    {
      self->grid = tuce_field_grid_new (self->entity, NULL, self->county);
      gtk_box_append (GTK_BOX (self->form), self->grid);
    }
  if (record)
    tuce_pending_record_ref (record);
  g_clear_pointer (&self->edited, tuce_pending_record_unref);
  self->edited = record;
  if (self->grid)
    tuce_field_grid_set_record (TUCE_FIELD_GRID (self->grid), record ? self->pending : NULL, record);
  if (record)
    select_record (self, record);
  show_form_title (self);
  gtk_widget_set_visible (self->form, record != NULL);
  show_problems (self);
}

TucePendingRecord *
tuce_member_table_get_edited (TuceMemberTable *self)
{
  return self->edited;
}

void
tuce_member_table_focus_field (TuceMemberTable *self, TucePendingRecord *record, const TuceField *field)
{
  if (!record)
    return;
  if (record != self->edited)
    tuce_member_table_edit (self, record);
  tuce_field_grid_focus_field (TUCE_FIELD_GRID (self->grid), field);
}
