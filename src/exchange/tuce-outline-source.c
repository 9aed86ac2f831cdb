/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-outline-source.h"

#include <string.h>

#include "tuce-query.h"

#define N_LEVELS 3

/* The levels, and how many digits the codes of each have (GB/T 2260, GB/T 10114, National Bureau of Statistics). */
static const char *const levels[N_LEVELS + 1] = { "county", "township", "village", NULL };
static const gsize digits[N_LEVELS] = { 6, 9, 12 };

struct _TuceOutlineSource
{
  TuceGeodata *geodata;
  GHashTable *known[N_LEVELS]; /* set of codes */
};

static gboolean
keep_code (gint64 id, const TuceValue *values, gpointer known)
{
  if (values[0].kind == TUCE_VALUE_TEXT)
    g_hash_table_add (known, g_strdup (values[0].text));
  return TRUE;
}

static gboolean
read_codes (TuceOutlineSource *source, TuceCounty *county, GError **error)
{
  static const char *const columns[] = { "code", NULL };

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_autoptr (TuceQuery) query = tuce_query_new (county, levels[i]);

      source->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (!tuce_query_set_columns (query, columns, error)
          || !tuce_query_each (query, county, keep_code, source->known[i], NULL, error))
        return FALSE;
    }
  return TRUE;
}

TuceOutlineSource *
tuce_outline_source_load (const char *path, TuceDatum datum, TuceCounty *county, GError **error)
{
  g_autoptr (TuceOutlineSource) source = g_new0 (TuceOutlineSource, 1);

  source->geodata = tuce_geodata_load (path, datum, error);
  if (!source->geodata || !read_codes (source, county, error))
    return NULL;
  return g_steal_pointer (&source);
}

void
tuce_outline_source_free (TuceOutlineSource *source)
{
  g_clear_pointer (&source->geodata, tuce_geodata_free);
  for (guint i = 0; i < N_LEVELS; i++)
    g_clear_pointer (&source->known[i], g_hash_table_unref);
  g_free (source);
}

gboolean
tuce_outline_source_has_areas (TuceOutlineSource *source)
{
  for (guint i = 0; i < tuce_geodata_n_features (source->geodata); i++)
    if (tuce_geodata_shape (source->geodata, i)->kind == TUCE_SHAPE_POLYGON)
      return TRUE;
  return FALSE;
}

TuceGeodata *
tuce_outline_source_geodata (TuceOutlineSource *source)
{
  return source->geodata;
}

const char *const *
tuce_outline_levels (void)
{
  return levels;
}

/* Gives the index of @level in levels, N_LEVELS where it is not one of them. */
static guint
find_level (const char *level)
{
  guint i = 0;

  while (i < N_LEVELS && g_strcmp0 (levels[i], level) != 0)
    i++;
  return i;
}

/* Gives the code of @length digits at the beginning of @text, or NULL. It may be filled up with zeros, or a spreadsheet may
 * have turned it into "511725101.0". */
static char *
trim_code (const char *text, gsize length)
{
  g_autofree char *code = g_strstrip (g_strdup (text));
  gsize n;

  if (g_str_has_suffix (code, ".0"))
    code[strlen (code) - 2] = '\0';
  n = strspn (code, "0123456789");
  if (code[n] || n < length || strspn (code + length, "0") != n - length)
    return NULL;
  code[length] = '\0';
  return g_steal_pointer (&code);
}

GHashTable *
tuce_outline_source_areas (TuceOutlineSource *source, const char *level, const char *key, guint *unmatched)
{
  GHashTable *areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint at = find_level (level);

  *unmatched = 0;
  for (guint i = 0; i < tuce_geodata_n_features (source->geodata); i++)
    {
      gboolean is_area = tuce_geodata_shape (source->geodata, i)->kind == TUCE_SHAPE_POLYGON;
      g_autofree char *code
          = at < N_LEVELS && is_area ? trim_code (tuce_geodata_text (source->geodata, i, key), digits[at]) : NULL;
      GArray *features;

      if (!code || !g_hash_table_contains (source->known[at], code))
        {
          ++*unmatched;
          continue;
        }
      features = g_hash_table_lookup (areas, code);
      if (!features)
        {
          features = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (areas, g_steal_pointer (&code), features);
        }
      g_array_append_val (features, i);
    }
  return areas;
}

void
tuce_outline_source_match (TuceOutlineSource *source, const char *level, const char *key, TuceOutlineMatch *match)
{
  guint at = find_level (level);
  g_autoptr (GHashTable) areas = tuce_outline_source_areas (source, level, key, &match->unmatched);

  match->places = at < N_LEVELS ? g_hash_table_size (source->known[at]) : 0;
  match->matched = g_hash_table_size (areas);
}

gboolean
tuce_outline_source_guess (TuceOutlineSource *source, const char **level, const char **key)
{
  GPtrArray *attributes = tuce_geodata_attributes (source->geodata);
  guint most = 0;

  *level = "township";
  *key = attributes->len ? attributes->pdata[0] : "";
  for (guint at = 0; at < N_LEVELS; at++)
    for (guint i = 0; i < attributes->len; i++)
      {
        TuceOutlineMatch match;

        tuce_outline_source_match (source, levels[at], attributes->pdata[i], &match);
        if (match.matched <= most)
          continue;
        most = match.matched;
        *level = levels[at];
        *key = attributes->pdata[i];
      }
  return most > 0;
}
