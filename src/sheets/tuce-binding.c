/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-binding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-parameters.h"
#include "tuce-photo-records.h"
#include "tuce-query.h"
#include "tuce-text.h"

#define BLOCK 64 /* records fetched together, once they are asked for one after the other */

struct _TuceBinding
{
  TuceForm *form;
  TuceCounty *county;
  GArray *ids;
  TuceQuery *query;
  TuceRows *rows; /* the block of records that begins at @first */
  guint first;
  guint next;     /* the record that follows the block: if it is asked for, they are asked for in order */
  guint ahead;    /* how many to fetch in that case */
  GPtrArray *kept;     /* TuceBoundRow: rows of the lists, for the block */
  GPtrArray ***lists;  /* by record of the block, then by list */
  guint n_lists_kept;  /* how many records @lists has */
  GPtrArray *parameters; /* char * */
  char *constants[TUCE_SOURCE_SCOPE + 1];
  TuceSiteFigures *figures;
  TuceStandards *standards; /* whose verdicts are printed */
  GPtrArray *verdicts;      /* of the record asked for last */
  GPtrArray *asked;         /* those of @verdicts that the form prints, or NULL */
  GPtrArray *photos;
};

static char *
parameter_text (TuceBinding *binding, const TuceFormParameter *parameter)
{
  g_autoptr (TuceRecord) record
      = tuce_parameter_find (binding->county, parameter->key, tuce_county_get_year (binding->county));
  g_autofree char *value = NULL;
  const TuceField *field = record ? tuce_entity_field (record->entity, "value") : NULL;

  if (!field || !tuce_record_has (record, field->name))
    return g_strdup ("");
  value = tuce_field_format_zh (field, &record->values[field->index]);
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
  binding->constants[TUCE_SOURCE_SCOPE] = g_strdup (tuce_county_get_name (binding->county));
  if (entries && entries->len)
    {
      const TuceJournalEntry *entry = entries->pdata[0];

      binding->constants[TUCE_SOURCE_ENTRY] = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      binding->constants[TUCE_SOURCE_AS_OF] = g_strndup (entry->at, 19); /* to the second, without the offset from
                                                                            UTC */
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

/* For a form that lists all records: the list of those. */
static const TuceFormList *
own_list (const TuceForm *form)
{
  return form->lists->pdata[0];
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
  if (!set_columns (binding->query, form->lists_all ? own_list (form)->columns : form->columns, error)
      || (form->standard && !(binding->standards = tuce_standards_load (county, NULL, error))))
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
  g_clear_pointer (&binding->figures, tuce_site_figures_unref);
  g_clear_pointer (&binding->asked, g_ptr_array_unref);
  g_clear_pointer (&binding->verdicts, g_ptr_array_unref);
  g_clear_pointer (&binding->photos, g_ptr_array_unref);
  g_clear_pointer (&binding->standards, tuce_standards_unref);
  g_ptr_array_unref (binding->parameters);
  g_array_unref (binding->ids);
  g_object_unref (binding->county);
  tuce_form_unref (binding->form);
  g_free (binding);
}

guint
tuce_binding_n_records (const TuceBinding *binding)
{
  return binding->form->lists_all ? 1 : binding->ids->len;
}

void
tuce_binding_set_scope (TuceBinding *binding, const char *scope)
{
  g_free (binding->constants[TUCE_SOURCE_SCOPE]);
  binding->constants[TUCE_SOURCE_SCOPE] = g_strdup (scope);
}

void
tuce_binding_set_figures (TuceBinding *binding, TuceSiteFigures *figures)
{
  g_clear_pointer (&binding->figures, tuce_site_figures_unref);
  binding->figures = tuce_site_figures_ref (figures);
}

const TuceSiteFigures *
tuce_binding_figures (const TuceBinding *binding)
{
  return binding->figures;
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

static void
row_free (gpointer data)
{
  TuceBoundRow *row = data;

  for (guint i = 0; i < row->n_values; i++)
    tuce_value_clear (&row->values[i]);
  g_free (row);
}

/* Copies the values: the query's own are valid only during the call. */
static TuceBoundRow *
keep_row (TuceBinding *binding, gint64 id, const TuceValue *values, guint n)
{
  TuceBoundRow *row = g_malloc0 (sizeof *row + n * sizeof (TuceValue));

  row->id = id;
  row->n_values = n;
  for (guint i = 0; i < n; i++)
    tuce_value_copy (&values[i], &row->values[i]);
  g_ptr_array_add (binding->kept, row);
  return row;
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
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->by_id, &values[0].integer));

  if (place > 0 && is_wanted (reading, values))
    g_ptr_array_add (reading->binding->lists[place - 1][reading->index],
                     keep_row (reading->binding, id, values, reading->list->columns->len));
  return TRUE;
}

static gboolean
fetch_list (TuceBinding *binding, guint index, GHashTable *by_id, const char *parents, GError **error)
{
  const TuceFormList *list = binding->form->lists->pdata[index];
  g_autoptr (TuceQuery) query = tuce_query_new (binding->county, list->entity->name);
  ListReading reading = { binding, list, index, by_id };

  return set_columns (query, list->columns, error)
         && tuce_query_add_condition (query, list->by->name, TUCE_IS, parents, error)
         && (!list->order || tuce_query_set_order (query, list->order, FALSE, error))
         && tuce_query_each (query, binding->county, list_row_read, &reading, NULL, error);
}

static gboolean
fetch_lists (TuceBinding *binding, guint n, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) parents = g_string_new (NULL);

  binding->kept = g_ptr_array_new_with_free_func (row_free);
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

/* A preview asks for records here and there, a print run in order. Only in order is it worth fetching more than the one
   asked for. */
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

/* Takes all records of the run as rows of one sheet; those deleted in the meantime are left out. */
static gboolean
fetch_all (TuceBinding *binding, GError **error)
{
  guint n_columns = own_list (binding->form)->columns->len;

  drop_block (binding);
  binding->kept = g_ptr_array_new_with_free_func (row_free);
  binding->lists = g_new0 (GPtrArray **, 1);
  binding->n_lists_kept = 1;
  binding->lists[0] = g_new0 (GPtrArray *, 1);
  binding->lists[0][0] = g_ptr_array_new ();
  binding->rows = tuce_query_fetch (binding->query, binding->county, (const gint64 *) binding->ids->data, binding->ids->len, error);
  for (guint i = 0; binding->rows && i < binding->rows->n_rows; i++)
    if (binding->rows->ids[i])
      g_ptr_array_add (binding->lists[0][0], keep_row (binding, binding->rows->ids[i],
                                                       n_columns ? tuce_rows_value (binding->rows, i, 0) : NULL, n_columns));
  return binding->rows != NULL;
}

/* Works out the verdicts of the record, for the criteria that the form prints. One that is no criterion of the standard
   in force stays blank. */
static gboolean
fetch_verdicts (TuceBinding *binding, gint64 id, TuceBound *bound, GError **error)
{
  const TucePack *pack = tuce_standards_standard (binding->standards, binding->form->standard);
  GPtrArray *criteria = binding->form->criteria;

  g_clear_pointer (&binding->verdicts, g_ptr_array_unref);
  if (!pack)
    return TRUE;
  tuce_text_begin_chinese ();
  binding->verdicts = tuce_verdicts (binding->county, binding->standards, pack, id, error);
  tuce_text_end_chinese ();
  if (!binding->verdicts)
    return FALSE;
  bound->verdicts = g_ptr_array_new ();
  for (guint i = 0; i < criteria->len; i++)
    {
      const TuceRule *rule = tuce_pack_rule (pack, ((TuceFormParameter *) criteria->pdata[i])->key);

      g_ptr_array_add (bound->verdicts, rule ? binding->verdicts->pdata[rule->index] : NULL);
    }
  return TRUE;
}

/* Fetches verdicts and photos, record by record, for those forms that print them. */
static gboolean
fetch_more (TuceBinding *binding, TuceBound *bound, GError **error)
{
  g_clear_pointer (&binding->asked, g_ptr_array_unref);
  if (bound->id && binding->form->criteria->len && !fetch_verdicts (binding, bound->id, bound, error))
    return FALSE;
  binding->asked = bound->verdicts;
  g_clear_pointer (&binding->photos, g_ptr_array_unref);
  if (bound->id && binding->form->has_photo)
    {
      binding->photos = tuce_photos_of (binding->county, binding->form->entity->name, bound->id, error);
      if (!binding->photos)
        return FALSE;
    }
  bound->photos = binding->photos;
  if (binding->form->has_board && !binding->figures)
    binding->figures = tuce_site_figures_load (binding->county, NULL, error);
  return !binding->form->has_board || binding->figures;
}

static gboolean
was_deleted (TuceBinding *binding, guint record, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
               _("Record %u of %u was deleted meanwhile; start the print again"), record + 1, binding->ids->len);
  return FALSE;
}

gboolean
tuce_binding_get (TuceBinding *binding, guint record, TuceBound *bound, GError **error)
{
  gboolean lists_all = binding->form->lists_all;
  guint place;

  g_return_val_if_fail (record < tuce_binding_n_records (binding), FALSE);
  if (!binding->rows || (!lists_all && (record < binding->first || record >= binding->first + binding->rows->n_rows)))
    if (lists_all ? !fetch_all (binding, error) : !fetch_block (binding, record, error))
      {
        drop_block (binding);
        return FALSE;
      }
  memset (bound, 0, sizeof *bound);
  place = lists_all ? 0 : record - binding->first;
  bound->lists = binding->lists[place];
  if (!lists_all)
    {
      bound->id = g_array_index (binding->ids, gint64, record);
      if (bound->id != 0 && binding->rows->ids[place] == 0)
        return was_deleted (binding, record, error);
      bound->values = bound->id ? tuce_rows_value (binding->rows, place, 0) : NULL;
    }
  return fetch_more (binding, bound, error);
}
