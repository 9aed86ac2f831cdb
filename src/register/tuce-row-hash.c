/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-row-hash.h"

#include <string.h>

__extension__ typedef unsigned __int128 Product;

void
tuce_row_hash_init (TuceRowHash *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->keys); i++)
    self->keys[i] = (guint64) g_random_int () << 32 | g_random_int () | 1;
}

/* Multiplies to 128 bits and combines both halves, so that the result depends on all bits of both factors. */
static guint64
mix (guint64 a, guint64 b)
{
  Product product = (Product) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

static guint64
hash_bytes (const TuceRowHash *self, guint64 hash, const guint8 *bytes, gsize n_bytes)
{
  guint64 word;

  hash ^= n_bytes;
  for (; n_bytes >= sizeof word; n_bytes -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = mix (hash ^ word, self->keys[0]) + self->keys[2];
    }
  word = 0;
  if (n_bytes)
    memcpy (&word, bytes, n_bytes);
  return mix (hash ^ word, self->keys[1]);
}

static guint64
hash_number (const TuceRowHash *self, guint64 hash, sqlite3_value *value)
{
  double real = sqlite3_value_double (value);
  guint64 word;

  if (sqlite3_value_type (value) == SQLITE_INTEGER || (real >= -9e15 && real <= 9e15 && real == (double) (gint64) real))
    word = (guint64) sqlite3_value_int64 (value);
  else
    {
      memcpy (&word, &real, sizeof word);
      hash += self->keys[0];
    }
  return mix (hash ^ word, self->keys[1]);
}

guint64
tuce_row_hash_cell (const TuceRowHash *self, guint column, sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  guint64 hash = self->keys[2] * (column + 1);

  switch (type)
    {
    case SQLITE_NULL:
      return 0;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return hash_number (self, hash, value);
    case SQLITE_TEXT:
      hash += self->keys[1];
      return hash_bytes (self, hash, sqlite3_value_text (value), (gsize) sqlite3_value_bytes (value));
    default:
      hash -= self->keys[1];
      return hash_bytes (self, hash, sqlite3_value_blob (value), (gsize) sqlite3_value_bytes (value));
    }
}

guint64
tuce_row_hash_row (const TuceRowHash *self, gint64 id, guint64 cells)
{
  return mix (mix ((guint64) id ^ self->keys[2], self->keys[0]) + cells, self->keys[1]);
}
