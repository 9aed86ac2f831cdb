/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-household-columns.h"

#include <glib/gi18n-lib.h>

static void
column_free (gpointer data)
{
  TuceHouseholdColumn *column = data;

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
  TuceHouseholdColumn *column = g_new0 (TuceHouseholdColumn, 1);
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

static void
add_fields (GPtrArray *columns, const TuceEntity *entity, const char *prefix)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = g_ptr_array_index (entity->fields, i);

      /* Places go by their names; shapes and references can't be read in a cell. */
      if (field->type != TUCE_FIELD_SHAPE && field->type != TUCE_FIELD_REFERENCE
          && field->type != TUCE_FIELD_PLACE && field != entity->year)
        add (columns, prefix, field, tuce_field_label (field), find_section (field));
    }
}

GPtrArray *
tuce_household_columns_new (TuceDictionary *dictionary)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  const TuceEntity *household = tuce_dictionary_entity (dictionary, "household");
  const TuceEntity *year = tuce_dictionary_entity (dictionary, "household_year");

  add_places (columns, household, "");
  add_fields (columns, household, "");
  if (year)
    add_fields (columns, year, year->name);
  return columns;
}

const TuceHouseholdColumn *
tuce_household_columns_find (GPtrArray *columns, const char *path)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const TuceHouseholdColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->path, path))
        return column;
    }
  return NULL;
}

const char *const *
tuce_household_columns_default (void)
{
  static const char *const paths[] = {
    "status",     "head_name",             "village.township.short_name", "village.short_name", "size",
    "cause_main", "household_year.net_pc", "phone",                       NULL
  };

  return paths;
}

gboolean
tuce_household_column_has_marks (const TuceHouseholdColumn *column)
{
  const TuceCodeList *list = column->field->codes;

  if (column->field->type != TUCE_FIELD_CHOICE || !list)
    return FALSE;
  for (guint i = 0; i < list->codes->len; i++)
    if (*((const TuceCode *) g_ptr_array_index (list->codes, i))->mark)
      return TRUE;
  return FALSE;
}

int
tuce_household_column_width (const TuceHouseholdColumn *column)
{
  if (tuce_household_column_has_marks (column))
    return 66;
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
