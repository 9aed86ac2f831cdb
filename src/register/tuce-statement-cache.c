/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-statement-cache.h"

#define MOST_KEPT 400

typedef struct
{
  char *sql;
  sqlite3_stmt *statement;
  GList link; /* its place in the order; data is the entry itself */
} Entry;

struct _TuceStatementCache
{
  GHashTable *entries; /* SQL (owned by the entry) → Entry */
  GQueue order;        /* entries, the one used last first */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  sqlite3_finalize (entry->statement);
  g_free (entry->sql);
  g_free (entry);
}

TuceStatementCache *
tuce_statement_cache_new (void)
{
  TuceStatementCache *self = g_new0 (TuceStatementCache, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  g_queue_init (&self->order);
  return self;
}

void
tuce_statement_cache_free (TuceStatementCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

sqlite3_stmt *
tuce_statement_cache_find (TuceStatementCache *self, const char *sql)
{
  Entry *entry = g_hash_table_lookup (self->entries, sql);

  if (!entry)
    return NULL;
  g_queue_unlink (&self->order, &entry->link);
  g_queue_push_head_link (&self->order, &entry->link);
  return entry->statement;
}

void
tuce_statement_cache_add (TuceStatementCache *self, const char *sql, sqlite3_stmt *statement)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->sql = g_strdup (sql);
  entry->statement = statement;
  entry->link.data = entry;
  g_queue_push_head_link (&self->order, &entry->link);
  g_hash_table_insert (self->entries, entry->sql, entry);
}

void
tuce_statement_cache_trim (TuceStatementCache *self)
{
  GList *link = self->order.tail;

  while (link && self->order.length > MOST_KEPT)
    {
      Entry *entry = link->data;

      link = link->prev;
      if (sqlite3_stmt_busy (entry->statement))
        continue;
      g_queue_unlink (&self->order, &entry->link);
      g_hash_table_remove (self->entries, entry->sql);
    }
}

void
tuce_statement_cache_empty (TuceStatementCache *self)
{
  g_queue_init (&self->order);
  g_hash_table_remove_all (self->entries);
}
