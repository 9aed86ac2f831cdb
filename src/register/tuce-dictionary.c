/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-dictionary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-data.h"
#include "tuce-dictionary-needed.h"
#include "tuce-dictionary-table.h"
#include "tuce-error.h"

struct _TuceDictionary
{
  gatomicrefcount references;
  GStringChunk *strings;
  GPtrArray *entities;       /* TuceEntity */
  GHashTable *by_name;       /* name → TuceEntity */
  GHashTable *code_lists;    /* name → TuceCodeList */
  GHashTable *section_names; /* name → TuceSection */
  GHashTable *longest;       /* name of a type of text → how many characters, as a pointer */
};

static const char *const type_names[]
    = { "text",   "integer", "decimal",   "money", "area",     "year",  "date", "boolean",
        "choice", "choices", "reference", "place", "identity", "phone", "shape", NULL };

/* Types in the CSV files that the program treats as texts with one more rule. */
static const char note_type[] = "note";
static const char division_type[] = "division";

static const char *const privacy_names[] = { "open", "personal", "sensitive", NULL };

static void
free_entity (gpointer data)
{
  TuceEntity *entity = data;

  g_ptr_array_unref (entity->fields);
  g_ptr_array_unref (entity->sections);
  g_hash_table_unref (entity->by_name);
  g_free (entity);
}

static void
free_code_list (gpointer data)
{
  TuceCodeList *list = data;

  g_ptr_array_unref (list->codes);
  g_hash_table_unref (list->by_code);
  g_free (list);
}

static gboolean
mistake (TuceCsv *csv, guint row, const char *column, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: “%s” can't be used as %s"), tuce_csv_path (csv),
               tuce_csv_line (csv, row), tuce_csv_cell (csv, row, column), column);
  return FALSE;
}

/* Gives a copy of the cell's text that lives as long as the dictionary. */
static const char *
keep (TuceDictionary *self, TuceCsv *csv, guint row, const char *column)
{
  return g_string_chunk_insert_const (self->strings, tuce_csv_cell (csv, row, column));
}

static void
keep_labels (TuceDictionary *self, TuceCsv *csv, guint row, const char **label_en, const char **label_zh)
{
  *label_en = keep (self, csv, row, "label_en");
  *label_zh = keep (self, csv, row, "label_zh");
}

static TuceCodeList *
load_code_list (TuceDictionary *self, const char *name, GError **error)
{
  static const char *const columns[] = { "code", NULL };
  TuceCodeList *list = g_hash_table_lookup (self->code_lists, name);
  g_autoptr (TuceCsv) csv = NULL;

  if (list)
    return list;
  csv = tuce_dictionary_labelled_table ("codes", name, columns, error);
  if (!csv)
    return NULL;

  list = g_new0 (TuceCodeList, 1);
  list->name = g_string_chunk_insert_const (self->strings, name);
  list->codes = g_ptr_array_new_with_free_func (g_free);
  list->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->code_lists, (char *) list->name, list);
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceCode *code = g_new0 (TuceCode, 1);

      code->code = keep (self, csv, row, "code");
      keep_labels (self, csv, row, &code->label_en, &code->label_zh);
      code->mark = keep (self, csv, row, "mark");
      code->from_year = atoi (tuce_csv_cell (csv, row, "from_year"));
      code->to_year = atoi (tuce_csv_cell (csv, row, "to_year"));
      g_ptr_array_add (list->codes, code);
      if (!*code->code || strpbrk (code->code, ",|'")
          || !g_hash_table_insert (list->by_code, (char *) code->code, code))
        {
          mistake (csv, row, "code", error);
          return NULL;
        }
    }
  return list;
}

static gboolean
read_number (TuceCsv *csv, guint row, const char *column, gboolean *has, double *number, GError **error)
{
  const char *text = tuce_csv_cell (csv, row, column);
  char *end;

  *has = *text != '\0';
  if (!*has)
    return TRUE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' || mistake (csv, row, column, error);
}

static gboolean
read_name_in (TuceCsv *csv, guint row, const char *column, const char *const *names, guint *index, GError **error)
{
  const char *text = tuce_csv_cell (csv, row, column);

  for (*index = 0; names[*index]; (*index)++)
    if (g_str_equal (names[*index], text))
      return TRUE;
  return mistake (csv, row, column, error);
}

static gboolean
read_privacy (TuceField *field, TuceCsv *csv, guint row, GError **error)
{
  const char *text = tuce_csv_cell (csv, row, "privacy");
  const char *mask = tuce_csv_cell (csv, row, "mask");
  guint privacy = TUCE_PRIVACY_OPEN;
  char *end;

  if (*text && !read_name_in (csv, row, "privacy", privacy_names, &privacy, error))
    return FALSE;
  field->privacy = privacy;
  if (!*mask)
    return TRUE;
  field->keep_head = (guint) g_ascii_strtoull (mask, &end, 10);
  if (*end != '+')
    return mistake (csv, row, "mask", error);
  field->keep_tail = (guint) g_ascii_strtoull (end + 1, &end, 10);
  return *end == '\0' || mistake (csv, row, "mask", error);
}

static gboolean
is_identifier (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;
  for (const char *p = name; *p; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

static gboolean
read_target (TuceDictionary *self, TuceField *field, TuceCsv *csv, guint row, GError **error)
{
  field->target = keep (self, csv, row, "target");
  if (field->type == TUCE_FIELD_CHOICE || field->type == TUCE_FIELD_CHOICES)
    {
      if (!*field->target)
        return mistake (csv, row, "target", error);
      field->codes = load_code_list (self, field->target, error);
      return field->codes != NULL;
    }
  if (field->type == TUCE_FIELD_REFERENCE || field->type == TUCE_FIELD_PLACE)
    {
      field->target_entity = g_hash_table_lookup (self->by_name, field->target);
      if (!field->target_entity || (field->type == TUCE_FIELD_PLACE && !field->target_entity->is_place))
        return mistake (csv, row, "target", error);
    }
  return TRUE;
}

static void
use_section (TuceDictionary *self, TuceEntity *entity, const char *name)
{
  gpointer section = g_hash_table_lookup (self->section_names, name);

  if (section && !g_ptr_array_find (entity->sections, section, NULL))
    g_ptr_array_add (entity->sections, section);
}

/* Reads "min": the least value; for a date, a field further up in the table whose date may not be later. */
static gboolean
read_least (TuceEntity *entity, TuceField *field, TuceCsv *csv, guint row, GError **error)
{
  const char *least = tuce_csv_cell (csv, row, "min");

  if (field->type != TUCE_FIELD_DATE || !*least)
    return read_number (csv, row, "min", &field->has_min, &field->min, error);
  field->not_before = g_hash_table_lookup (entity->by_name, least);
  return (field->not_before && field->not_before != field && field->not_before->type == TUCE_FIELD_DATE)
         || mistake (csv, row, "min", error);
}

static gboolean
read_type (TuceDictionary *self, TuceField *field, TuceCsv *csv, guint row, GError **error)
{
  const char *text = tuce_csv_cell (csv, row, "type");
  guint type = TUCE_FIELD_TEXT;

  field->is_note = g_str_equal (text, note_type);
  field->is_division = g_str_equal (text, division_type);
  field->longest = GPOINTER_TO_UINT (g_hash_table_lookup (self->longest, text));
  if (!field->is_note && !field->is_division && !read_name_in (csv, row, "type", type_names, &type, error))
    return FALSE;
  field->type = type;
  return TRUE;
}

/* Reads "max": the greatest value; for a text, its greatest length; for a number, possibly a field further up that may not
 * be less. */
static gboolean
read_most (TuceEntity *entity, TuceField *field, TuceCsv *csv, guint row, GError **error)
{
  const char *most = tuce_csv_cell (csv, row, "max");
  guint64 longest;

  if (field->type == TUCE_FIELD_TEXT || field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_PHONE)
    {
      if (!*most)
        return TRUE;
      if (!g_ascii_string_to_unsigned (most, 10, 1, G_MAXUINT, &longest, NULL))
        return mistake (csv, row, "max", error);
      field->longest = (guint) longest;
      return TRUE;
    }
  if (!tuce_field_is_numeric (field) || !g_ascii_islower (*most))
    return read_number (csv, row, "max", &field->has_max, &field->max, error);
  field->not_above = g_hash_table_lookup (entity->by_name, most);
  return (field->not_above && field->not_above != field && field->not_above->type == field->type)
         || mistake (csv, row, "max", error);
}

/* Reads "formula"; where it begins with an equals sign, the register writes the field itself. */
static void
read_formula (TuceDictionary *self, TuceEntity *entity, TuceField *field, TuceCsv *csv, guint row)
{
  field->formula = keep (self, csv, row, "formula");
  field->kept = g_str_has_prefix (field->formula, "= ");
  if (field->kept)
    field->formula += strlen ("= ");
  entity->has_kept |= field->kept;
}

static gboolean
read_field (TuceDictionary *self, TuceEntity *entity, TuceCsv *csv, guint row, GError **error)
{
  TuceField *field = g_new0 (TuceField, 1);
  const char *index = tuce_csv_cell (csv, row, "index");

  field->entity = entity;
  field->index = entity->fields->len;
  g_ptr_array_add (entity->fields, field);
  field->name = keep (self, csv, row, "name");
  if (!is_identifier (field->name) || g_str_equal (field->name, "id")
      || !g_hash_table_insert (entity->by_name, (char *) field->name, field))
    return mistake (csv, row, "name", error);
  if (!read_type (self, field, csv, row, error) || !read_target (self, field, csv, row, error)
      || !read_privacy (field, csv, row, error) || !read_least (entity, field, csv, row, error)
      || !read_most (entity, field, csv, row, error))
    return FALSE;
  /* Every year field has to state its bounds: tables made by older versions of the program do not check years. */
  if (field->type == TUCE_FIELD_YEAR && !entity->derived && !(field->has_min && field->has_max))
    return mistake (csv, row, "max", error);

  keep_labels (self, csv, row, &field->label_en, &field->label_zh);
  field->unit_en = keep (self, csv, row, "unit_en");
  field->unit_zh = keep (self, csv, row, "unit_zh");
  field->required = g_str_equal (tuce_csv_cell (csv, row, "required"), "yes");
  field->fallback = *tuce_csv_cell (csv, row, "default") ? keep (self, csv, row, "default") : NULL;
  field->indexed = *index != '\0';
  field->unique = g_str_equal (index, "unique");
  field->indexed_with = g_str_has_prefix (index, "with ") ? g_string_chunk_insert_const (self->strings, index + 5) : "";
  field->section = keep (self, csv, row, "section");
  field->national = keep (self, csv, row, "national");
  field->national_code = keep (self, csv, row, "national_code");
  read_formula (self, entity, field, csv, row);
  field->note = keep (self, csv, row, "note");
  if (!*field->label_en || !*field->label_zh)
    return mistake (csv, row, "label_zh", error);
  if (*field->section && !g_hash_table_contains (self->section_names, field->section))
    return mistake (csv, row, "section", error);
  use_section (self, entity, field->section);

  g_auto (TuceValue) fallback = TUCE_VALUE_INIT;
  return !field->fallback || tuce_field_parse (field, field->fallback, &fallback, NULL)
         || mistake (csv, row, "default", error);
}

static gboolean
name_field (TuceEntity *entity, TuceCsv *csv, guint row, const char *column, const TuceField **field, GError **error)
{
  const char *name = tuce_csv_cell (csv, row, column);

  if (!*name)
    return TRUE;
  *field = g_hash_table_lookup (entity->by_name, name);
  return *field || mistake (csv, row, column, error);
}

/* The two fields of where a record lies. */
static gboolean
name_position (TuceEntity *entity, TuceCsv *csv, guint row, GError **error)
{
  static const char column[] = "position";
  g_auto (GStrv) names = g_strsplit (tuce_csv_cell (csv, row, column), " ", 2);

  if (!names[0])
    return TRUE;
  entity->lon = g_hash_table_lookup (entity->by_name, names[0]);
  entity->lat = names[1] ? g_hash_table_lookup (entity->by_name, names[1]) : NULL;
  return (entity->lon && entity->lat && entity->lon->type == TUCE_FIELD_DECIMAL && entity->lat->type == TUCE_FIELD_DECIMAL)
         || mistake (csv, row, column, error);
}

static gboolean
load_entity (TuceDictionary *self, TuceCsv *list, guint row, GError **error)
{
  static const char *const columns[] = { "name", "type", "target", "section", NULL };
  TuceEntity *entity = g_new0 (TuceEntity, 1);
  g_autoptr (TuceCsv) csv = NULL;

  entity->dictionary = self;
  entity->name = keep (self, list, row, "name");
  keep_labels (self, list, row, &entity->label_en, &entity->label_zh);
  entity->is_place = g_str_equal (tuce_csv_cell (list, row, "place"), "yes");
  entity->derived = g_str_equal (tuce_csv_cell (list, row, "derived"), "yes");
  entity->fields = g_ptr_array_new_with_free_func (g_free);
  entity->sections = g_ptr_array_new ();
  entity->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->entities, entity);
  if (!is_identifier (entity->name) || !g_hash_table_insert (self->by_name, (char *) entity->name, entity))
    return mistake (list, row, "name", error);

  csv = tuce_dictionary_labelled_table ("dictionary", entity->name, columns, error);
  if (!csv)
    return FALSE;
  for (guint i = 0; i < tuce_csv_n_rows (csv); i++)
    if (!read_field (self, entity, csv, i, error))
      return FALSE;
  if (!name_field (entity, list, row, "parent", &entity->parent, error))
    return FALSE;
  entity->single = entity->parent && entity->parent->unique;
  if (!name_field (entity, list, row, "scope", &entity->scope, error))
    return FALSE;
  entity->own_card = entity->scope || g_str_equal (tuce_csv_cell (list, row, "card"), "own");
  if (entity->is_place && !(entity->scope && entity->scope->unique))
    return mistake (list, row, "place", error);
  return name_field (entity, list, row, "title", &entity->title, error)
         && name_field (entity, list, row, "year", &entity->year, error)
         && name_field (entity, list, row, "order", &entity->order, error) && name_position (entity, list, row, error);
}

static gboolean
load_sections (TuceDictionary *self, GError **error)
{
  static const char *const columns[] = { "name", NULL };
  g_autoptr (TuceCsv) csv = tuce_dictionary_labelled_table ("dictionary", "sections", columns, error);

  if (!csv)
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceSection *section = g_new0 (TuceSection, 1);

      section->name = keep (self, csv, row, "name");
      keep_labels (self, csv, row, &section->label_en, &section->label_zh);
      g_hash_table_insert (self->section_names, (char *) section->name, section);
    }
  return TRUE;
}

/* Reads types.csv: how long texts of each type may be where their own line does not say it. */
static gboolean
load_types (TuceDictionary *self, GError **error)
{
  static const char *const columns[] = { "name", "max", NULL };
  g_autoptr (TuceCsv) csv = tuce_dictionary_table ("dictionary", "types", columns, error);
  guint64 longest;

  for (guint row = 0; csv && row < tuce_csv_n_rows (csv); row++)
    {
      if (!g_ascii_string_to_unsigned (tuce_csv_cell (csv, row, "max"), 10, 1, G_MAXUINT, &longest, NULL))
        return mistake (csv, row, "max", error);
      g_hash_table_insert (self->longest, (char *) keep (self, csv, row, "name"), GUINT_TO_POINTER ((guint) longest));
    }
  return csv != NULL;
}

static TuceDictionary *
read_dictionary (GError **error)
{
  static const char *const columns[] = { "name", "title", "parent", "scope", "year", NULL };
  g_autoptr (TuceDictionary) self = g_new0 (TuceDictionary, 1);
  g_autoptr (TuceCsv) csv = NULL;

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (16384);
  self->entities = g_ptr_array_new_with_free_func (free_entity);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->code_lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_code_list);
  self->section_names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->longest = g_hash_table_new (g_str_hash, g_str_equal);

  csv = tuce_dictionary_labelled_table ("dictionary", "entities", columns, error);
  if (!csv || !load_sections (self, error) || !load_types (self, error))
    return NULL;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    if (!load_entity (self, csv, row, error))
      return NULL;
  return tuce_dictionary_check_needed (self, error) ? g_steal_pointer (&self) : NULL;
}

TuceDictionary *
tuce_dictionary_load (GError **error)
{
  static GMutex mutex;
  static GHashTable *known; /* folder → TuceDictionary; never freed, because records and fields point into it */
  g_autofree char *folder = tuce_data_path ("dictionary", NULL);
  TuceDictionary *self;

  g_mutex_lock (&mutex);
  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (known, folder);
  if (!self)
    {
      self = read_dictionary (error);
      if (self)
        g_hash_table_insert (known, g_steal_pointer (&folder), self);
    }
  g_mutex_unlock (&mutex);
  return self ? tuce_dictionary_ref (self) : NULL;
}

TuceDictionary *
tuce_dictionary_ref (TuceDictionary *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tuce_dictionary_unref (TuceDictionary *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->entities);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->code_lists);
  g_hash_table_unref (self->section_names);
  g_hash_table_unref (self->longest);
  g_string_chunk_free (self->strings);
  g_free (self);
}

GPtrArray *
tuce_dictionary_entities (const TuceDictionary *self)
{
  return self->entities;
}

const TuceEntity *
tuce_dictionary_entity (const TuceDictionary *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

const TuceCodeList *
tuce_dictionary_code_list (const TuceDictionary *self, const char *name)
{
  return g_hash_table_lookup (self->code_lists, name);
}
