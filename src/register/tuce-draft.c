/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-draft.h"

#include "tuce-county-private.h"

gboolean
tuce_draft_keep (TuceCounty *county, const char *entity, gint64 id, const char *content, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      county,
      "INSERT INTO draft VALUES (?, ?, strftime ('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'), ?)"
      " ON CONFLICT (entity, record) DO UPDATE SET at = excluded.at, content = excluded.content",
      error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  sqlite3_bind_text (statement, 3, content, -1, SQLITE_TRANSIENT);
  return tuce_county_step_done (county, statement, error);
}

char *
tuce_draft_find (TuceCounty *county, const char *entity, gint64 id)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "SELECT content FROM draft WHERE entity = ? AND record = ?", NULL);
  char *content = NULL;

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    content = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return content;
}

gboolean
tuce_draft_drop (TuceCounty *county, const char *entity, gint64 id, GError **error)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "DELETE FROM draft WHERE entity = ? AND record = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  return tuce_county_step_done (county, statement, error);
}

GArray *
tuce_draft_list (TuceCounty *county, const char *entity)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "SELECT record FROM draft WHERE entity = ? ORDER BY at, record", NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!statement)
    return ids;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_reset (statement);
  return ids;
}
