/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-binding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-query.h"

#define BLOCK 64 /* records fetched at a time when they are asked for one after the other */

struct _TuceBinding
{
  TuceForm *form;
  TuceCounty *county;
  GArray *ids;
  TuceQuery *query;
  TuceRows *rows; /* of the block that begins at @first */
  guint first;
  guint next;     /* the record that would come next in order */
  guint ahead;    /* how many to fetch then */
  GPtrArray *kept;     /* the list rows of the block: TuceValue arrays */
  GPtrArray ***lists;  /* by record of the block, by list */
  guint n_lists_kept;  /* records in @lists */
  GPtrArray *parameters; /* char * */
  char *constants[TUCE_SOURCE_COUNTY + 1];
};

static char *
parameter_text (TuceBinding *binding, const TuceFormParameter *parameter)
{
  g_autoptr (TuceRecord) record
      = tuce_parameter_find (binding->county, parameter->key, tuce_county_get_year (binding->county));
  g_autofree char *value = NULL;
  const TuceField *field;

  if (!record || !tuce_record_has (record, "value"))
    return g_strdup ("");
  field = tuce_entity_field (record->entity, "value");
  value = tuce_field_format_zh (field, tuce_record_value (record, "value"));
  return g_strconcat (value, " ", tuce_record_text (record, "unit"),
                      tuce_record_integer (record, "confirmed") ? NULL : binding->form->unconfirmed, NULL);
}

static void
find_constants (TuceBinding *binding)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) entries = tuce_journal_list (binding->county, 1, NULL);

  binding->constants[TUCE_SOURCE_PRINTED] = g_date_time_format (now, "%Y-%m-%d %H:%M");
  binding->constants[TUCE_SOURCE_YEAR] = g_strdup_printf ("%d", tuce_county_get_year (binding->county));
  binding->constants[TUCE_SOURCE_COUNTY] = g_strdup (tuce_county_get_name (binding->county));
  if (entries && entries->len)
    {
      const TuceJournalEntry *entry = entries->pdata[0];

      binding->constants[TUCE_SOURCE_ENTRY] = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      binding->constants[TUCE_SOURCE_AS_OF] = g_strdup (entry->at);
      g_strdelimit (binding->constants[TUCE_SOURCE_AS_OF], "T", ' ');
    }
  for (guint i = 0; i < binding->form->parameters->len; i++)
    g_ptr_array_add (binding->parameters, parameter_text (binding, binding->form->parameters->pdata[i]));
}

static gboolean
set_columns (TuceQuery *query, GPtrArray *paths, GError **error)
{
  g_autoptr (GPtrArray) ended = g_ptr_array_new ();

  g_ptr_array_extend (ended, paths, NULL, NULL);
  g_ptr_array_add (ended, NULL);
  return tuce_query_set_columns (query, (const char *const *) ended->pdata, error);
}

TuceBinding *
tuce_binding_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error)
{
  TuceBinding *binding = g_new0 (TuceBinding, 1);

  binding->form = tuce_form_ref (form);
  binding->county = g_object_ref (county);
  binding->ids = g_array_ref (ids);
  binding->parameters = g_ptr_array_new_with_free_func (g_free);
  binding->ahead = 1;
  binding->query = tuce_query_new (county, form->entity->name);
  if (!set_columns (binding->query, form->columns, error))
    {
      tuce_binding_free (binding);
      return NULL;
    }
  find_constants (binding);
  return binding;
}

static void
drop_block (TuceBinding *binding)
{
  for (guint r = 0; r < binding->n_lists_kept; r++)
    {
      for (guint i = 0; i < binding->form->lists->len; i++)
        g_ptr_array_unref (binding->lists[r][i]);
      g_free (binding->lists[r]);
    }
  g_clear_pointer (&binding->lists, g_free);
  binding->n_lists_kept = 0;
  g_clear_pointer (&binding->kept, g_ptr_array_unref);
  g_clear_pointer (&binding->rows, tuce_rows_free);
}

void
tuce_binding_free (TuceBinding *binding)
{
  drop_block (binding);
  for (guint i = 0; i < G_N_ELEMENTS (binding->constants); i++)
    g_free (binding->constants[i]);
  g_clear_pointer (&binding->query, tuce_query_free);
  g_ptr_array_unref (binding->parameters);
  g_array_unref (binding->ids);
  g_object_unref (binding->county);
  tuce_form_unref (binding->form);
  g_free (binding);
}

guint
tuce_binding_n_records (const TuceBinding *binding)
{
  return binding->ids->len;
}

TuceCounty *
tuce_binding_county (const TuceBinding *binding)
{
  return binding->county;
}

const char *
tuce_binding_constant (const TuceBinding *binding, const TuceSource *source)
{
  const char *text = source->kind == TUCE_SOURCE_PARAMETER ? binding->parameters->pdata[source->column]
                                                           : binding->constants[source->kind];

  return text ? text : "";
}

/* Values of one row of a list, copied out of the query, which lends them. */
typedef struct
{
  guint n;
  TuceValue values[];
} KeptRow;

static void
kept_row_free (gpointer data)
{
  KeptRow *row = data;

  for (guint i = 0; i < row->n; i++)
    tuce_value_clear (&row->values[i]);
  g_free (row);
}

typedef struct
{
  TuceBinding *binding;
  const TuceFormList *list;
  guint index;
  GHashTable *by_id; /* record id → place in the block + 1 */
} ListReading;

static gboolean
is_wanted (const ListReading *reading, const TuceValue *values)
{
  g_autofree char *text = NULL;
  const TuceField *field;

  if (!reading->list->has_where)
    return TRUE;
  field = tuce_query_resolve (reading->list->entity, reading->list->columns->pdata[reading->list->where], NULL);
  text = tuce_field_format_plain (field, &values[reading->list->where]);
  return g_strv_contains ((const char *const *) reading->list->is, text);
}

static gboolean
list_row_read (gint64 id, const TuceValue *values, gpointer data)
{
  const ListReading *reading = data;
  guint n = reading->list->columns->len;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->by_id, &values[0].integer));
  KeptRow *row;

  if (place == 0 || !is_wanted (reading, values))
    return TRUE;
  row = g_malloc0 (sizeof *row + n * sizeof (TuceValue));
  row->n = n;
  for (guint i = 0; i < n; i++)
    tuce_value_copy (&values[i], &row->values[i]);
  g_ptr_array_add (reading->binding->kept, row); /* the array below only points into it */
  g_ptr_array_add (reading->binding->lists[place - 1][reading->index], row->values);
  return TRUE;
}

static gboolean
fetch_list (TuceBinding *binding, guint index, GHashTable *by_id, const char *parents, GError **error)
{
  const TuceFormList *list = binding->form->lists->pdata[index];
  const TuceEntity *entity = list->entity;
  g_autoptr (TuceQuery) query = tuce_query_new (binding->county, entity->name);
  ListReading reading = { binding, list, index, by_id };

  return set_columns (query, list->columns, error)
         && tuce_query_add_condition (query, entity->parent->name, TUCE_IS, parents, error)
         && (!entity->order || tuce_query_set_order (query, entity->order->name, FALSE, error))
         && tuce_query_each (query, binding->county, list_row_read, &reading, NULL, error);
}

static gboolean
fetch_lists (TuceBinding *binding, guint n, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) parents = g_string_new (NULL);

  binding->kept = g_ptr_array_new_with_free_func (kept_row_free);
  binding->lists = g_new0 (GPtrArray **, n);
  binding->n_lists_kept = n;
  for (guint r = 0; r < n; r++)
    {
      gint64 *id = &g_array_index (binding->ids, gint64, binding->first + r);

      binding->lists[r] = g_new0 (GPtrArray *, binding->form->lists->len);
      for (guint i = 0; i < binding->form->lists->len; i++)
        binding->lists[r][i] = g_ptr_array_new ();
      if (*id == 0)
        continue;
      g_hash_table_insert (by_id, id, GUINT_TO_POINTER (r + 1));
      g_string_append_printf (parents, "%s%" G_GINT64_FORMAT, parents->len ? "|" : "", *id);
    }
  for (guint i = 0; i < binding->form->lists->len && parents->len; i++)
    if (!fetch_list (binding, i, by_id, parents->str, error))
      return FALSE;
  return TRUE;
}

/* A preview asks here and there, a print run one after the other: only the second is worth fetching ahead. */
static gboolean
fetch_block (TuceBinding *binding, guint record, GError **error)
{
  guint n;

  drop_block (binding);
  binding->ahead = record == binding->next ? MIN (binding->ahead * 4, BLOCK) : 1;
  n = MIN (binding->ahead, binding->ids->len - record);
  binding->first = record;
  binding->next = record + n;
  binding->rows = tuce_query_fetch (binding->query, binding->county, &g_array_index (binding->ids, gint64, record), n, error);
  return binding->rows && fetch_lists (binding, n, error);
}

gboolean
tuce_binding_get (TuceBinding *binding, guint record, TuceBound *bound, GError **error)
{
  gint64 id;
  guint place;

  g_return_val_if_fail (record < binding->ids->len, FALSE);
  if (!binding->rows || record < binding->first || record >= binding->first + binding->rows->n_rows)
    if (!fetch_block (binding, record, error))
      {
        drop_block (binding);
        return FALSE;
      }
  place = record - binding->first;
  id = g_array_index (binding->ids, gint64, record);
  if (id != 0 && binding->rows->ids[place] == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                   _("Record %u of %u was deleted meanwhile; start the print again"), record + 1, binding->ids->len);
      return FALSE;
    }
  bound->id = id;
  bound->values = id ? tuce_rows_value (binding->rows, place, 0) : NULL;
  bound->lists = binding->lists[place];
  return TRUE;
}
