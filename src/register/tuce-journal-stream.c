/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-journal-stream.h"

#include <zstd.h>

#define PIECE (64 * 1024)

struct _TuceJournalStream
{
  sqlite3_blob *blob;
  int length;
  int at; /* the position in the packed changes after the bytes in @piece */
  ZSTD_DStream *unpacking;
  ZSTD_inBuffer in;
  gboolean ended; /* everything was unpacked: zstd reached the end of its frame */
  gboolean damaged;
  guint8 piece[PIECE];
};

TuceJournalStream *
tuce_journal_stream_new (TuceCounty *county, gint64 sequence, GError **error)
{
  g_autoptr (TuceJournalStream) self = g_new0 (TuceJournalStream, 1);

  if (sqlite3_blob_open (county->db, "main", "journal", "changes", sequence, 0, &self->blob) != SQLITE_OK)
    {
      tuce_county_sql_error (county, error);
      return NULL;
    }
  self->length = sqlite3_blob_bytes (self->blob);
  self->unpacking = ZSTD_createDStream ();
  self->in.src = self->piece;
  return g_steal_pointer (&self);
}

void
tuce_journal_stream_free (TuceJournalStream *self)
{
  sqlite3_blob_close (self->blob);
  ZSTD_freeDStream (self->unpacking);
  g_free (self);
}

/* Reads the next piece of the packed changes; at the end it has no bytes. */
static int
next_piece (TuceJournalStream *self)
{
  int n = MIN (PIECE, self->length - self->at);
  int result = n ? sqlite3_blob_read (self->blob, self->piece, n, self->at) : SQLITE_OK;

  if (result != SQLITE_OK)
    return result;
  self->at += n;
  self->in.size = (gsize) n;
  self->in.pos = 0;
  return SQLITE_OK;
}

static int
fail (TuceJournalStream *self)
{
  self->damaged = TRUE;
  return SQLITE_CORRUPT;
}

int
tuce_journal_stream_read (void *stream, void *data, int *n_bytes)
{
  TuceJournalStream *self = stream;
  ZSTD_outBuffer out = { data, (gsize) *n_bytes, 0 };
  int result;
  gsize left;

  while (out.pos < out.size && !self->ended)
    {
      gsize before = out.pos;

      if (self->in.pos == self->in.size && (result = next_piece (self)) != SQLITE_OK)
        return result;
      left = ZSTD_decompressStream (self->unpacking, &out, &self->in);
      /* The data are not complete, but there is nothing more to read and nothing was unpacked: they were cut short. */
      if (ZSTD_isError (left) || (left && self->in.size == 0 && out.pos == before))
        return fail (self);
      self->ended = left == 0;
    }
  if (self->ended && (self->in.pos < self->in.size || self->at < self->length))
    return fail (self);
  *n_bytes = (int) out.pos;
  return SQLITE_OK;
}

gboolean
tuce_journal_stream_is_damaged (TuceJournalStream *self)
{
  return self->damaged;
}

gboolean
tuce_journal_stream_sum (TuceJournalStream *self, GChecksum *sum)
{
  g_autofree guint8 *piece = g_malloc (PIECE);

  for (int at = 0; at < self->length; at += PIECE)
    {
      int n = MIN (PIECE, self->length - at);

      if (sqlite3_blob_read (self->blob, piece, n, at) != SQLITE_OK)
        return FALSE;
      g_checksum_update (sum, piece, n);
    }
  return TRUE;
}
