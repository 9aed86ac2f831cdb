/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zstd.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* Where the packed changes have more bytes than this, they are not read to find out what they touched: it counts as everything. */
#define MOST_WALKED (1 << 20)

static gboolean
write_touches (TuceCounty *county, gint64 sequence, GHashTable *roots, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, "INSERT INTO journal_touch VALUES (?, ?)", error);
  GHashTableIter iter;
  gint64 *root;

  if (!statement)
    return FALSE;
  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, (gpointer *) &root, NULL))
    {
      sqlite3_bind_int64 (statement, 1, *root);
      sqlite3_bind_int64 (statement, 2, sequence);
      if (!tuce_county_step_done (county, statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_part (GChecksum *sum, const char *part)
{
  /* The zero byte at the end is hashed too: it separates the parts, so that "ab", "c" and "a", "bc" differ. */
  g_checksum_update (sum, (const guchar *) part, (gssize) strlen (part) + 1);
}

GChecksum *
tuce_journal_sum_begin (GBytes *previous, gint64 sequence, const char *at, const char *user, const char *machine,
                        const char *label, const char *kind, gint64 subject)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *numbers = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, sequence, subject);

  if (previous)
    g_checksum_update (sum, g_bytes_get_data (previous, NULL), (gssize) g_bytes_get_size (previous));
  add_part (sum, numbers);
  add_part (sum, at);
  add_part (sum, user);
  add_part (sum, machine);
  add_part (sum, label);
  add_part (sum, kind);
  return sum;
}

GBytes *
tuce_journal_sum_end (GChecksum *sum)
{
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_get_digest (sum, digest, &length);
  return g_bytes_new (digest, length);
}

static GBytes *
hash_of (GBytes *previous, gint64 sequence, const char *at, const char *user, const char *machine, const char *label,
         const char *kind, gint64 subject, GBytes *packed)
{
  g_autoptr (GChecksum) sum
      = tuce_journal_sum_begin (previous, sequence, at, user, machine, label, kind, subject);

  g_checksum_update (sum, g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  return tuce_journal_sum_end (sum);
}

/* Reads number and hash of the last entry; 0 and NULL in an empty journal. */
static gboolean
read_last (TuceCounty *county, gint64 *sequence, GBytes **hash, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      county, "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1", error);
  gboolean row;

  *sequence = 0;
  *hash = NULL;
  if (!statement || !tuce_county_step (county, statement, &row, error))
    return FALSE;
  if (row)
    {
      *sequence = sqlite3_column_int64 (statement, 0);
      *hash = g_bytes_new (sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1));
    }
  sqlite3_reset (statement);
  return TRUE;
}

static char *
now_text (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static gboolean
write_entry (TuceCounty *county, gint64 sequence, const char *at, const char *user, const char *label,
             const char *kind, gint64 subject, GBytes *packed, GBytes *hash, const char *machine, GError **error)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  const char *texts[] = { at, user, machine, label, kind };

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (statement, (int) i + 2, texts[i], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, subject);
  sqlite3_bind_blob64 (statement, 8, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 9, g_bytes_get_data (hash, NULL), g_bytes_get_size (hash), SQLITE_STATIC);
  return tuce_county_step_done (county, statement, error);
}

static GBytes *
pack (gconstpointer changes, gsize n_bytes)
{
  gsize room = ZSTD_compressBound (n_bytes);
  g_autofree guint8 *packed = g_malloc (room);
  gsize length = ZSTD_compress (packed, room, changes, n_bytes, 1);

  packed = g_realloc (packed, length);
  return g_bytes_new_take (g_steal_pointer (&packed), length);
}

gboolean
tuce_journal_append (TuceCounty *county, const char *kind, gint64 subject, const char *label, const char *user,
                     const char *at, gconstpointer changes, int n_bytes, TuceChangeSet *touched, gint64 *sequence,
                     GError **error)
{
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GBytes) packed = pack (changes, (gsize) n_bytes);
  g_autoptr (GBytes) previous = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autofree char *now = now_text ();
  const char *machine = user ? "" : g_get_host_name (); /* an edit with another author was made elsewhere, on an unknown machine */

  if (!at)
    at = now;
  if (!user)
    user = g_get_user_name ();
  if (!read_last (county, sequence, &previous, error))
    return FALSE;
  *sequence += 1;
  hash = hash_of (previous, *sequence, at, user, machine, label, kind, subject, packed);
  return tuce_journal_walk (county, changes, n_bytes, touched, roots, error)
         && write_entry (county, *sequence, at, user, label, kind, subject, packed, hash, machine, error)
         && write_touches (county, *sequence, roots, error);
}

GBytes *
tuce_journal_changes (TuceCounty *county, gint64 sequence, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, "SELECT changes FROM journal WHERE sequence = ?", error);
  g_autofree guint8 *changes = NULL;
  unsigned long long size = 0;
  gsize length = 0;
  gboolean row;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, sequence);
  if (!tuce_county_step (county, statement, &row, error))
    return NULL;
  if (row)
    {
      const void *packed = sqlite3_column_blob (statement, 0);
      gsize n_packed = (gsize) sqlite3_column_bytes (statement, 0);

      size = ZSTD_getFrameContentSize (packed, n_packed);
      /* SQLite's changesets have 2 GB at most: an entry that claims more is damaged. */
      if (size > 0 && size <= G_MAXINT32)
        {
          changes = g_try_malloc (size);
          length = changes ? ZSTD_decompress (changes, size, packed, n_packed) : 0;
        }
    }
  sqlite3_reset (statement);
  if (!changes || length != size)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_A_COUNTY,
                   _("Entry %lld of the journal is damaged"), (long long) sequence);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&changes), length);
}

gint64
tuce_journal_last (TuceCounty *county, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, "SELECT max (sequence) FROM journal", error);
  gint64 sequence;

  return statement && tuce_county_step_integer (county, statement, &sequence, error) ? sequence : -1;
}

static char *
single_text (sqlite3_stmt *statement)
{
  gboolean row = statement && sqlite3_step (statement) == SQLITE_ROW;
  char *text = row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;

  if (statement)
    sqlite3_reset (statement);
  return text;
}

char *
tuce_journal_mark (TuceCounty *county)
{
  return single_text (tuce_county_prepare (
      county, "SELECT sequence || ' ' || hex (hash) FROM journal ORDER BY sequence DESC LIMIT 1", NULL));
}

gint64
tuce_journal_find_mark (TuceCounty *county, const char *mark)
{
  gint64 sequence = g_ascii_strtoll (mark, NULL, 10);
  sqlite3_stmt *statement = tuce_county_prepare (
      county, "SELECT sequence || ' ' || hex (hash) FROM journal WHERE sequence = ?", NULL);
  gboolean bound = statement && sqlite3_bind_int64 (statement, 1, sequence) == SQLITE_OK;
  g_autofree char *here = bound ? single_text (statement) : NULL;

  return g_strcmp0 (here, mark) == 0 ? sequence : 0;
}

void
tuce_touched_free (TuceTouched *touched)
{
  tuce_change_set_free (touched->changes);
  g_hash_table_unref (touched->roots);
  g_free (touched);
}

/* Gives the numbers of the entries after @sequence; NULL when these have too many changes to read. */
static GArray *
entries_since (TuceCounty *county, gint64 sequence, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = tuce_county_prepare (
      county, "SELECT sequence, length (changes) FROM journal WHERE sequence > ? ORDER BY sequence", error);
  gint64 size = 0;
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, sequence);
  while (size <= MOST_WALKED)
    {
      gint64 entry;

      if (!tuce_county_step (county, statement, &row, error))
        return NULL;
      if (!row)
        break;
      entry = sqlite3_column_int64 (statement, 0);
      g_array_append_val (entries, entry);
      size += sqlite3_column_int64 (statement, 1);
    }
  sqlite3_reset (statement);
  return size <= MOST_WALKED ? g_steal_pointer (&entries) : NULL;
}

TuceTouched *
tuce_journal_touched_since (TuceCounty *county, gint64 sequence, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GArray) entries = entries_since (county, sequence, &failed);
  g_autoptr (TuceTouched) touched = g_new0 (TuceTouched, 1);

  touched->changes = tuce_change_set_new ();
  touched->roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  touched->changes->everything = !entries;
  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  for (guint i = 0; entries && i < entries->len && !touched->changes->everything; i++)
    {
      g_autoptr (GBytes) changes = tuce_journal_changes (county, g_array_index (entries, gint64, i), error);

      if (!changes
          || !tuce_journal_walk (county, g_bytes_get_data (changes, NULL), (int) g_bytes_get_size (changes), touched->changes,
                            touched->roots, error))
        return NULL;
    }
  return g_steal_pointer (&touched);
}

void
tuce_journal_entry_free (TuceJournalEntry *entry)
{
  g_free (entry->at);
  g_free (entry->user);
  g_free (entry->machine);
  g_free (entry->label);
  g_free (entry->kind);
  g_free (entry);
}

GPtrArray *
tuce_journal_list (TuceCounty *county, guint most, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_journal_entry_free);
  sqlite3_stmt *statement = tuce_county_prepare (
      county, "SELECT sequence, at, user, machine, label, kind FROM journal ORDER BY sequence DESC LIMIT ?", error);
  gboolean row;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, most);
  for (;;)
    {
      TuceJournalEntry *entry;

      if (!tuce_county_step (county, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      entry = g_new0 (TuceJournalEntry, 1);
      entry->sequence = sqlite3_column_int64 (statement, 0);
      entry->at = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      entry->user = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      entry->machine = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      entry->label = g_strdup ((const char *) sqlite3_column_text (statement, 4));
      entry->kind = g_strdup ((const char *) sqlite3_column_text (statement, 5));
      g_ptr_array_add (entries, entry);
    }
}
