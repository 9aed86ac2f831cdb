/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-due-list.h"

#include <string.h>

#include "tuce-measures.h"

#define NO_DATE "9999" /* sorts after every day */

/* What the place of one record in the list depends on. */
typedef struct
{
  gint64 id;
  TuceDepartment *department;
  gboolean is_open;
  gboolean is_overdue;
  char due[11];
} Entry;

typedef struct
{
  const char *entity;
  const char *today;
  GArray *entries;
  GHashTable *departments; /* name → TuceDepartment, owned by the list */
  TuceDueList *list;
} Gathering;

static void
department_free (gpointer data)
{
  TuceDepartment *department = data;

  g_free (department->name);
  g_free (department);
}

void
tuce_due_list_free (TuceDueList *list)
{
  g_array_unref (list->ids);
  g_ptr_array_unref (list->departments);
  g_free (list);
}

gboolean
tuce_due_is_open (const char *entity, const char *state)
{
  if (g_str_equal (entity, "problem"))
    return !g_str_equal (state, TUCE_PROBLEM_DONE) && !g_str_equal (state, TUCE_PROBLEM_CLOSED);
  return !g_str_equal (state, TUCE_MEASURE_DONE) && !g_str_equal (state, TUCE_MEASURE_CANCELLED);
}

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static TuceDepartment *
department_of (Gathering *self, const char *name)
{
  TuceDepartment *department = g_hash_table_lookup (self->departments, name);

  if (department)
    return department;
  department = g_new0 (TuceDepartment, 1);
  department->name = g_strdup (name);
  g_ptr_array_add (self->list->departments, department);
  g_hash_table_insert (self->departments, department->name, department);
  return department;
}

static gboolean
gather (gint64 id, const TuceValue *values, gpointer data)
{
  Gathering *self = data;
  Entry entry = { .id = id, .department = department_of (self, text_of (&values[0])) };
  const char *due = text_of (&values[1]);

  entry.is_open = tuce_due_is_open (self->entity, text_of (&values[2]));
  entry.is_overdue = entry.is_open && *due && strcmp (due, self->today) < 0;
  g_strlcpy (entry.due, *due ? due : NO_DATE, sizeof entry.due);
  entry.department->n_all++;
  entry.department->n_open += entry.is_open;
  entry.department->n_overdue += entry.is_overdue;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static int
compare_departments (gconstpointer a, gconstpointer b)
{
  const TuceDepartment *first = *(TuceDepartment *const *) a, *second = *(TuceDepartment *const *) b;

  if (first->n_overdue != second->n_overdue)
    return first->n_overdue > second->n_overdue ? -1 : 1;
  if (first->n_open != second->n_open)
    return first->n_open > second->n_open ? -1 : 1;
  return strcmp (first->name, second->name);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  int by_department = first->department == second->department
                          ? 0
                          : compare_departments (&first->department, &second->department);

  if (by_department)
    return by_department;
  if (first->is_overdue != second->is_overdue)
    return first->is_overdue ? -1 : 1;
  if (first->is_open != second->is_open)
    return first->is_open ? -1 : 1;
  if (strcmp (first->due, second->due) != 0)
    return strcmp (first->due, second->due);
  return first->id < second->id ? -1 : first->id > second->id;
}

static gboolean
is_wanted (const Entry *entry, const char *department, TuceDueFilter filter)
{
  if (department && !g_str_equal (entry->department->name, department))
    return FALSE;
  return filter == TUCE_DUE_ALL || (filter == TUCE_DUE_OPEN ? entry->is_open : entry->is_overdue);
}

static const char *const columns[] = { "department", "due_on", "state", NULL };

void
tuce_due_add_reads (TuceReads *reads, const char *entity)
{
  tuce_reads_add_scope (reads, entity);
  tuce_reads_add_paths (reads, entity, columns);
}

TuceDueList *
tuce_due_list (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter, const char *today,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceDueList) list = g_new0 (TuceDueList, 1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) departments = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering self = { tuce_query_entity (query)->name, today, entries, departments, list };

  list->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->departments = g_ptr_array_new_with_free_func (department_free);
  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_each (query, county, gather, &self, cancellable, error))
    return NULL;
  g_ptr_array_sort (list->departments, compare_departments);
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (!is_wanted (entry, department, filter))
        continue;
      list->n_open += entry->is_open;
      list->n_overdue += entry->is_overdue;
      g_array_append_val (list->ids, entry->id);
    }
  return g_steal_pointer (&list);
}
