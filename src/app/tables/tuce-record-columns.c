/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-columns.h"

#include <glib/gi18n-lib.h>

static void
column_free (gpointer data)
{
  TuceRecordColumn *column = data;

  g_free (column->path);
  g_free (column->title);
  g_free (column);
}

static const char *
find_section (const TuceField *field)
{
  for (guint i = 0; i < field->entity->sections->len; i++)
    {
      const TuceSection *section = g_ptr_array_index (field->entity->sections, i);

      if (g_str_equal (section->name, field->section))
        return tuce_section_label (section);
    }
  return tuce_entity_label (field->entity);
}

static void
add (GPtrArray *columns, const char *prefix, const TuceField *field, const char *title,
     const char *section)
{
  TuceRecordColumn *column = g_new0 (TuceRecordColumn, 1);
  const char *unit = tuce_field_unit (field);

  column->path = *prefix ? g_strconcat (prefix, ".", field->name, NULL) : g_strdup (field->name);
  column->field = field;
  if (*unit && field->type != TUCE_FIELD_INTEGER) /* counts say what they count */
    /* Translators: heading of a column: label and unit of a field */
    column->title = g_strdup_printf (_("%s (%s)"), title, unit);
  else
    column->title = g_strdup (title);
  column->section = section;
  g_ptr_array_add (columns, column);
}

/* A household names its village, a village its township: the larger place stands first. */
static void
add_places (GPtrArray *columns, const TuceEntity *entity, const char *prefix)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = g_ptr_array_index (entity->fields, i);
      g_autofree char *path = NULL;

      /* The county is the same for all. */
      if (field->type != TUCE_FIELD_PLACE || !field->target_entity->title
          || g_str_equal (field->target, "county"))
        continue;
      path = *prefix ? g_strconcat (prefix, ".", field->target, NULL) : g_strdup (field->target);
      add_places (columns, field->target_entity, path);
      add (columns, path, field->target_entity->title, tuce_entity_label (field->target_entity),
           _("Place"));
    }
}

/* What a record refers to goes by its title, under the name of the field: the site a household moves to. */
static void
add_referred (GPtrArray *columns, const char *prefix, const TuceField *field)
{
  g_autofree char *path = *prefix ? g_strconcat (prefix, ".", field->target, NULL) : g_strdup (field->target);

  add (columns, path, field->target_entity->title, tuce_field_label (field), find_section (field));
}

static void
add_fields (GPtrArray *columns, const TuceEntity *entity, const char *prefix)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = g_ptr_array_index (entity->fields, i);

      if (field->type == TUCE_FIELD_REFERENCE && field != entity->parent && field->target_entity->title)
        add_referred (columns, prefix, field);
      /* Places go by their names; shapes and ids can't be read in a cell. */
      if (field->type != TUCE_FIELD_SHAPE && field->type != TUCE_FIELD_REFERENCE
          && field->type != TUCE_FIELD_PLACE && field != entity->year)
        add (columns, prefix, field, tuce_field_label (field), find_section (field));
    }
}

/* Whose it is: the name of the record it belongs to, and where that lies. */
static void
add_owner (GPtrArray *columns, const TuceEntity *entity)
{
  const TuceEntity *owner = entity->parent ? entity->parent->target_entity : NULL;

  if (!owner || entity->scope || entity->year || entity->single || owner->is_place)
    return;
  add_places (columns, owner, owner->name);
  if (owner->title)
    add (columns, owner->name, owner->title, tuce_entity_label (owner), tuce_entity_label (owner));
}

GPtrArray *
tuce_record_columns_new (const TuceEntity *entity)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  GPtrArray *entities = tuce_dictionary_entities (entity->dictionary);

  add_places (columns, entity, "");
  add_owner (columns, entity);
  add_fields (columns, entity, "");
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *child = g_ptr_array_index (entities, i);

      if ((child->year || child->single) && child->parent && child->parent->target_entity == entity)
        add_fields (columns, child, child->name);
    }
  return columns;
}

void
tuce_record_columns_add_figure (GPtrArray *columns, const char *path, const char *title, const char *section,
                                char *(*words) (gint64 id, gboolean whole, gpointer data), gpointer data)
{
  TuceRecordColumn *column = g_new0 (TuceRecordColumn, 1);

  column->path = g_strdup (path);
  column->title = g_strdup (title);
  column->section = section;
  column->words = words;
  column->data = data;
  g_ptr_array_add (columns, column);
}

const TuceRecordColumn *
tuce_record_columns_find (GPtrArray *columns, const char *path)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const TuceRecordColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->path, path))
        return column;
    }
  return NULL;
}

gboolean
tuce_record_column_has_criteria (const TuceRecordColumn *column)
{
  return column->field && column->field->entity->derived && g_str_equal (column->field->name, "results");
}

gboolean
tuce_record_column_has_marks (const TuceRecordColumn *column)
{
  const TuceCodeList *list = column->field ? column->field->codes : NULL;

  if (!list || column->field->type != TUCE_FIELD_CHOICE)
    return FALSE;
  for (guint i = 0; i < list->codes->len; i++)
    if (*((const TuceCode *) g_ptr_array_index (list->codes, i))->mark)
      return TRUE;
  return FALSE;
}

int
tuce_record_column_width (const TuceRecordColumn *column)
{
  if (tuce_record_column_has_marks (column))
    return 66;
  if (tuce_record_column_has_criteria (column))
    return 130;
  if (!column->field)
    return 84;
  switch (column->field->type)
    {
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_BOOLEAN:
      return 70;
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_DATE:
      return 114;
    case TUCE_FIELD_IDENTITY:
      return 170;
    case TUCE_FIELD_CHOICES:
      return 160;
    case TUCE_FIELD_PHONE:
      return 98;
    case TUCE_FIELD_CHOICE:
      return 94;
    default: /* a person's name is shorter than a place's */
      return column->field == column->field->entity->title && !column->field->entity->is_place ? 76 : 92;
    }
}
