/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-field-grid.h"

#include "tuce-field-entry.h"

/* From this width of the card on (less its margins) there are two columns. */
#define TWO_COLUMNS_FROM 496
#define COLUMN_GAP 12
#define ROW_GAP 6

struct _TuceFieldGrid
{
  GtkWidget parent_instance;

  const TuceEntity *entity;
  TuceDictionary *dictionary; /* keeps the entity */
  TucePending *pending;
  TucePendingRecord *record;
};

G_DEFINE_FINAL_TYPE (TuceFieldGrid, tuce_field_grid, GTK_TYPE_WIDGET)

#define FOR_EACH_ENTRY(grid, child)                                                                                    \
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child;                                       \
       child = gtk_widget_get_next_sibling (child))

/* --- layout --- */

static void
measure_width (TuceFieldGrid *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  FOR_EACH_ENTRY (self, child)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static int
count_columns (TuceFieldGrid *self, int width)
{
  int minimum, natural;

  measure_width (self, &minimum, &natural);
  return width >= MAX (TWO_COLUMNS_FROM, 2 * minimum + COLUMN_GAP) ? 2 : 1;
}

/* Places the fields in reading order, row by row, and gives the height taken. Without @place it only measures. */
static int
lay_out (TuceFieldGrid *self, int width, gboolean place)
{
  int columns = count_columns (self, width);
  int column_width = (width - (columns - 1) * COLUMN_GAP) / columns;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (child)
    {
      int row_height = 0;

      for (int column = 0; column < columns && child; column++)
        {
          int height;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
          if (place)
            {
              GtkAllocation at = { column * (column_width + COLUMN_GAP), y, column_width, height };

              if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
                at.x = width - at.x - column_width;
              gtk_widget_size_allocate (child, &at, -1);
            }
          row_height = MAX (row_height, height);
          child = gtk_widget_get_next_sibling (child);
        }
      y += row_height + (child ? ROW_GAP : 0);
    }
  return y;
}

static GtkSizeRequestMode
tuce_field_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tuce_field_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TuceFieldGrid *self = TUCE_FIELD_GRID (widget);

  measure_width (self, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (self, for_size < 0 ? *natural : for_size, FALSE);
  *minimum_baseline = *natural_baseline = -1;
}

static void
tuce_field_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (TUCE_FIELD_GRID (widget), width, TRUE);
}

/* --- record --- */

static void
show_record (TuceFieldGrid *self)
{
  gboolean editable = self->pending && tuce_pending_is_editable (self->pending) && self->record
                      && !tuce_pending_record_is_removed (self->record);

  if (!self->record)
    return;
  FOR_EACH_ENTRY (self, child)
    {
      const TuceField *field = tuce_field_entry_get_field (TUCE_FIELD_ENTRY (child));
      /* The code of a place is its key: others refer to it. What the register works out nobody types. */
      gboolean fixed = field->kept || (self->entity->is_place && field == self->entity->scope);

      tuce_field_entry_show_record (TUCE_FIELD_ENTRY (child), self->record);
      if (!tuce_pending_record_is_typed (self->record, field))
        tuce_field_entry_forget_typing (TUCE_FIELD_ENTRY (child));
      tuce_field_entry_set_editable (TUCE_FIELD_ENTRY (child), editable && !fixed);
    }
}

static void
on_checked (TuceFieldGrid *self)
{
  FOR_EACH_ENTRY (self, child)
    tuce_field_entry_show_problems (TUCE_FIELD_ENTRY (child), self->record,
                                    self->record ? tuce_pending_get_problems (self->pending) : NULL);
}

static void
on_pending_typed (TuceFieldGrid *self, TucePendingRecord *record, const TuceField *field)
{
  if (record != self->record)
    return;
  FOR_EACH_ENTRY (self, child)
    if (tuce_field_entry_get_field (TUCE_FIELD_ENTRY (child)) == field)
      tuce_field_entry_show_record (TUCE_FIELD_ENTRY (child), record);
}

static void
on_typed (TuceFieldEntry *entry, const char *text, TuceFieldGrid *self)
{
  if (self->record)
    tuce_pending_type (self->pending, self->record, tuce_field_entry_get_field (entry), text);
}

static void
on_reverted (TuceFieldEntry *entry, TuceFieldGrid *self)
{
  const TuceField *field = tuce_field_entry_get_field (entry);
  g_autofree char *saved = NULL;

  if (!self->record)
    return;
  saved = tuce_pending_record_saved_text (self->record, field);
  tuce_pending_type (self->pending, self->record, field, saved);
}

static void
let_go (TuceFieldGrid *self)
{
  if (self->pending)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->record, tuce_pending_record_unref);
}

/* --- object --- */

static void
tuce_field_grid_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (TUCE_FIELD_GRID (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_pointer (&TUCE_FIELD_GRID (object)->dictionary, tuce_dictionary_unref);
  G_OBJECT_CLASS (tuce_field_grid_parent_class)->dispose (object);
}

static void
tuce_field_grid_class_init (TuceFieldGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_field_grid_dispose;
  widget_class->get_request_mode = tuce_field_grid_get_request_mode;
  widget_class->measure = tuce_field_grid_measure;
  widget_class->size_allocate = tuce_field_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "tuce-fields");
}

static void
tuce_field_grid_init (TuceFieldGrid *self)
{
}

/* Whose a record is says the card it stands on; one with a card of its own, that lies in no place, has to say it itself. */
static gboolean
asks_for_owner (const TuceEntity *entity)
{
  return entity->own_card && !entity->scope;
}

GtkWidget *
tuce_field_grid_new (const TuceEntity *entity, const char *section, TuceCounty *county)
{
  TuceFieldGrid *self = g_object_new (TUCE_TYPE_FIELD_GRID, NULL);

  self->entity = entity;
  self->dictionary = tuce_dictionary_ref ((TuceDictionary *) entity->dictionary);
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      GtkWidget *entry;

      if (field->type == TUCE_FIELD_SHAPE || (field == entity->parent && !asks_for_owner (entity)) || !*field->section
          || (section && !g_str_equal (field->section, section)))
        continue;
      entry = tuce_field_entry_new (field, county);
      g_signal_connect (entry, "typed", G_CALLBACK (on_typed), self);
      g_signal_connect (entry, "reverted", G_CALLBACK (on_reverted), self);
      gtk_widget_set_parent (entry, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

void
tuce_field_grid_set_record (TuceFieldGrid *self, TucePending *pending, TucePendingRecord *record)
{
  gboolean same = record == self->record && pending == self->pending;

  if (!same)
    {
      let_go (self);
      if (pending && record)
        {
          self->pending = g_object_ref (pending);
          self->record = tuce_pending_record_ref (record);
          g_signal_connect_swapped (pending, "typed", G_CALLBACK (on_pending_typed), self);
          g_signal_connect_swapped (pending, "checked", G_CALLBACK (on_checked), self);
        }
      FOR_EACH_ENTRY (self, child)
        tuce_field_entry_conceal (TUCE_FIELD_ENTRY (child));
    }
  show_record (self);
  on_checked (self);
}

gboolean
tuce_field_grid_focus_field (TuceFieldGrid *self, const TuceField *field)
{
  FOR_EACH_ENTRY (self, child)
    if (tuce_field_entry_get_field (TUCE_FIELD_ENTRY (child)) == field)
      {
        gtk_widget_grab_focus (child);
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
tuce_field_grid_find (TuceFieldGrid *self, const char *name)
{
  FOR_EACH_ENTRY (self, child)
    if (g_str_equal (tuce_field_entry_get_field (TUCE_FIELD_ENTRY (child))->name, name))
      return child;
  return NULL;
}
