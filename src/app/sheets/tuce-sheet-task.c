/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-task.h"

typedef struct
{
  TuceCounty *county;
  GPtrArray *forms;
  TuceQuery *households;
  char *scope;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->county);
  g_ptr_array_unref (wanted->forms);
  tuce_query_free (wanted->households);
  g_free (wanted->scope);
  g_free (wanted);
}

/* Households are those the window shows; of other records all that lie in its scope, or all there are. */
static TuceQuery *
query_for (const Wanted *wanted, TuceForm *form, TuceCounty *reader)
{
  const TuceEntity *entity = tuce_form_entity (form);
  TuceQuery *query;

  if (g_str_equal (entity->name, "household"))
    return tuce_query_copy (wanted->households);
  query = tuce_query_new (reader, entity->name);
  if (entity->scope || entity->parent)
    tuce_query_set_scope (query, wanted->scope);
  return query;
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  GError *error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (wanted->county, &error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; reader && i < wanted->forms->len; i++)
    {
      g_autoptr (TuceQuery) query = query_for (wanted, wanted->forms->pdata[i], reader);
      GArray *ids = tuce_form_restrict (wanted->forms->pdata[i], query, &error)
                        ? tuce_query_ids (query, reader, cancellable, &error)
                        : NULL;

      if (!ids)
        break;
      g_ptr_array_add (found, ids);
    }
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
tuce_sheet_find_async (TuceCounty *county, GPtrArray *forms, TuceQuery *households, const char *scope, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (county, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->county = g_object_ref (county);
  wanted->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_unref);
  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (wanted->forms, tuce_form_ref (forms->pdata[i]));
  wanted->households = households;
  wanted->scope = g_strdup (scope);
  g_task_set_source_tag (task, tuce_sheet_find_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, find);
}

GPtrArray *
tuce_sheet_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_stock (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (source, &error);
  TuceSheetStock *stock = reader ? tuce_sheet_stock_load (reader, cancellable, &error) : NULL;

  if (stock)
    g_task_return_pointer (task, stock, (GDestroyNotify) tuce_sheet_stock_unref);
  else
    g_task_return_error (task, error);
}

void
tuce_sheet_stock_async (TuceCounty *county, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (county, cancellable, callback, data);

  g_task_set_source_tag (task, tuce_sheet_stock_async);
  g_task_run_in_thread (task, load_stock);
}

TuceSheetStock *
tuce_sheet_stock_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
