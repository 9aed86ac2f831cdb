/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-draft.h"

#include <string.h>

#include "tuce-county-private.h"

/* A draft that waits in memory; a newer one of the same record replaces it. */
typedef struct
{
  char *entity;
  gint64 id;
  char *content; /* NULL: the draft is to be deleted */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->entity);
  g_free (waiting->content);
  g_free (waiting);
}

static guint
waiting_hash (gconstpointer data)
{
  const Waiting *waiting = data;

  return g_str_hash (waiting->entity) ^ g_int64_hash (&waiting->id);
}

static gboolean
waiting_equal (gconstpointer a, gconstpointer b)
{
  const Waiting *one = a, *other = b;

  return one->id == other->id && g_str_equal (one->entity, other->entity);
}

static void
let_wait (TuceCounty *county, const char *entity, gint64 id, const char *content)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  if (!county->waiting)
    county->waiting = g_hash_table_new_full (waiting_hash, waiting_equal, waiting_free, NULL);
  *waiting = (Waiting){ g_strdup (entity), id, g_strdup (content) };
  g_hash_table_replace (county->waiting, waiting, waiting);
}

static const Waiting *
find_waiting (TuceCounty *county, const char *entity, gint64 id)
{
  const Waiting key = { (char *) entity, id, NULL };

  return county->waiting ? g_hash_table_lookup (county->waiting, &key) : NULL;
}

/* Writes a draft in the transaction under way, or deletes it where @content is NULL. */
static gboolean
write_draft (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      county,
      content ? "INSERT INTO draft VALUES (?, ?, strftime ('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'), ?)"
                " ON CONFLICT (entity, record) DO UPDATE SET at = excluded.at, content = excluded.content"
              : "DELETE FROM draft WHERE entity = ? AND record = ?",
      error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  if (content)
    sqlite3_bind_text (statement, 3, content, -1, SQLITE_TRANSIENT);
  return tuce_county_step_done (county, statement, error);
}

static void
forget (TuceCounty *county, const char *entity, gint64 id)
{
  const Waiting key = { (char *) entity, id, NULL };

  if (county->waiting)
    g_hash_table_remove (county->waiting, &key);
}

static gboolean
write_or_wait (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error)
{
  gboolean written;

  if (county->edit)
    {
      let_wait (county, entity, id, content);
      return TRUE;
    }
  if (!tuce_county_begin_writing (county, NULL, error))
    return FALSE;
  written = write_draft (county, entity, id, content, error);
  written = tuce_county_end_writing (county, written, error) && written;
  if (written) /* an older draft of this record that still waited is now out of date */
    forget (county, entity, id);
  return written;
}

gboolean
tuce_draft_keep (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error)
{
  return write_or_wait (county, entity, id, content, error);
}

gboolean
tuce_draft_drop (TuceCounty *county, const char *entity, gint64 id, GError **error)
{
  return write_or_wait (county, entity, id, NULL, error);
}

gboolean
tuce_drafts_wait (TuceCounty *county)
{
  return county->waiting && g_hash_table_size (county->waiting) > 0;
}

gboolean
tuce_drafts_write (TuceCounty *county, const char *except_entity, gint64 except_id, GError **error)
{
  const Waiting *except = except_entity ? find_waiting (county, except_entity, except_id) : NULL;
  GHashTableIter iter;
  const Waiting *waiting;

  if (!tuce_drafts_wait (county))
    return TRUE;
  g_hash_table_iter_init (&iter, county->waiting);
  while (g_hash_table_iter_next (&iter, (gpointer *) &waiting, NULL))
    if (waiting != except && !write_draft (county, waiting->entity, waiting->id, waiting->content, error))
      return FALSE;
  return TRUE;
}

void
tuce_drafts_forget (TuceCounty *county)
{
  if (county->waiting)
    g_hash_table_remove_all (county->waiting);
}

void
tuce_drafts_settle (TuceCounty *county)
{
  gboolean written;

  if (county->edit || !tuce_drafts_wait (county) || !tuce_county_begin_writing (county, NULL, NULL))
    return;
  written = tuce_drafts_write (county, NULL, 0, NULL);
  if (tuce_county_end_writing (county, written, NULL) && written)
    tuce_drafts_forget (county);
}

char *
tuce_draft_find (TuceCounty *county, const char *entity, gint64 id, GError **error)
{
  const Waiting *waiting = find_waiting (county, entity, id);
  sqlite3_stmt *statement;
  char *content = NULL;
  gboolean row;

  if (waiting)
    return g_strdup (waiting->content);
  statement = tuce_county_prepare (county, "SELECT content FROM draft WHERE entity = ? AND record = ?", error);
  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  if (!tuce_county_step (county, statement, &row, error) || !row)
    return NULL;
  content = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return content;
}

/* Adds the waiting drafts to the end of @ids, because they are the newest. */
static void
add_waiting (TuceCounty *county, const char *entity, GArray *ids)
{
  GHashTableIter iter;
  const Waiting *waiting;

  if (!county->waiting)
    return;
  g_hash_table_iter_init (&iter, county->waiting);
  while (g_hash_table_iter_next (&iter, (gpointer *) &waiting, NULL))
    if (waiting->content && g_str_equal (waiting->entity, entity))
      g_array_append_val (ids, waiting->id);
}

GArray *
tuce_draft_list (TuceCounty *county, const char *entity, GError **error)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "SELECT record FROM draft WHERE entity = ? ORDER BY at, record", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  while (row)
    {
      gint64 id;

      if (!tuce_county_step (county, statement, &row, error))
        return NULL;
      id = row ? sqlite3_column_int64 (statement, 0) : 0;
      if (row && !find_waiting (county, entity, id))
        g_array_append_val (ids, id);
    }
  add_waiting (county, entity, ids);
  return g_steal_pointer (&ids);
}
