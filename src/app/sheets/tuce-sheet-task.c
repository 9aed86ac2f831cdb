/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-task.h"

typedef struct
{
  GPtrArray *forms;
  TuceQuery *households;
  char *scope;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

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

static gpointer
find (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = question;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < wanted->forms->len; i++)
    {
      g_autoptr (TuceQuery) query = query_for (wanted, wanted->forms->pdata[i], reader);
      GArray *ids = tuce_form_restrict (wanted->forms->pdata[i], query, error)
                        ? tuce_query_ids (query, reader, cancellable, error)
                        : NULL;

      if (!ids)
        return NULL;
      g_ptr_array_add (found, ids);
    }
  return g_steal_pointer (&found);
}

void
tuce_sheet_find_async (TuceCounty *county, GPtrArray *forms, TuceQuery *households, const char *scope, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { find, wanted_free, (GDestroyNotify) g_ptr_array_unref };
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_form_unref), households, g_strdup (scope) };
  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (wanted->forms, tuce_form_ref (forms->pdata[i]));
  tuce_read_async (county, &kind, wanted, cancellable, callback, data);
}

static gpointer
load_stock (TuceCounty *reader, gpointer none, GCancellable *cancellable, GError **error)
{
  return tuce_sheet_stock_load (reader, cancellable, error);
}

const TuceReadKind tuce_sheet_stocking = { load_stock, NULL, (GDestroyNotify) tuce_sheet_stock_unref };
