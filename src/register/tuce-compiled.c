/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-compiled.h"

#include "tuce-county-private.h"

/* How many statements the pool keeps. Catching up and keeping verdicts use about forty texts, some of them in a few variants. */
#define MOST_WAITING 96

TuceCompiled *
tuce_compiled_new (const char *sql, sqlite3_stmt *statement, TuceReads *reads)
{
  TuceCompiled *self = g_new0 (TuceCompiled, 1);

  self->sql = g_strdup (sql);
  self->statement = statement;
  self->reads = reads;
  return self;
}

void
tuce_compiled_free (TuceCompiled *self)
{
  sqlite3_finalize (self->statement);
  tuce_reads_free (self->reads);
  g_free (self->sql);
  g_free (self);
}

TuceCompiled *
tuce_pool_take (TuceCounty *county, const char *sql)
{
  for (GList *each = county->pool.head; each; each = each->next)
    {
      TuceCompiled *compiled = each->data;

      if (!g_str_equal (compiled->sql, sql))
        continue;
      g_queue_delete_link (&county->pool, each);
      return compiled;
    }
  return NULL;
}

void
tuce_pool_give (TuceCounty *county, TuceCompiled *compiled)
{
  /* Since it was taken, the county may have closed its connection or opened another one. */
  if (!county->db || sqlite3_db_handle (compiled->statement) != county->db)
    {
      tuce_compiled_free (compiled);
      return;
    }
  sqlite3_reset (compiled->statement);
  sqlite3_clear_bindings (compiled->statement);
  g_queue_push_head (&county->pool, compiled);
  if (county->pool.length > MOST_WAITING)
    tuce_compiled_free (g_queue_pop_tail (&county->pool));
}

void
tuce_pool_clear (TuceCounty *county)
{
  g_queue_clear_full (&county->pool, (GDestroyNotify) tuce_compiled_free);
}
