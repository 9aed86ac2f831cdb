/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-outline-source.h"

#include <string.h>

#include "tuce-levels.h"

struct _TuceOutlineSource
{
  TuceGeodata *geodata;
  GPtrArray *levels; /* TuceEntity: those of tuce_outline_levels() */
  GPtrArray *known;  /* for each: set of codes */
};

static gboolean
keep_code (const TuceLevelPlace *place, gpointer known)
{
  if (*place->code)
    g_hash_table_add (known, g_strdup (place->code));
  return TRUE;
}

static gboolean
read_codes (TuceOutlineSource *source, TuceCounty *county, GError **error)
{
  const TuceEntity *level = tuce_level_county (tuce_county_get_dictionary (county));

  for (; level; level = tuce_level_below (level))
    {
      GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_ptr_array_add (source->levels, (gpointer) level);
      g_ptr_array_add (source->known, known);
      if (!tuce_level_each (county, level, keep_code, known, NULL, error))
        return FALSE;
    }
  return TRUE;
}

TuceOutlineSource *
tuce_outline_source_load (const char *path, TuceDatum datum, TuceCounty *county, GError **error)
{
  g_autoptr (TuceOutlineSource) source = g_new0 (TuceOutlineSource, 1);

  source->levels = g_ptr_array_new ();
  source->known = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  source->geodata = tuce_geodata_load (path, datum, error);
  if (!source->geodata || !read_codes (source, county, error))
    return NULL;
  return g_steal_pointer (&source);
}

void
tuce_outline_source_free (TuceOutlineSource *source)
{
  g_clear_pointer (&source->geodata, tuce_geodata_free);
  g_clear_pointer (&source->levels, g_ptr_array_unref);
  g_clear_pointer (&source->known, g_ptr_array_unref);
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
  static GMutex mutex;
  static GPtrArray *names; /* and NULL; kept as long as the program runs */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (TuceDictionary) dictionary = names ? NULL : tuce_dictionary_load (NULL);
  const TuceEntity *level = dictionary ? tuce_level_county (dictionary) : NULL;

  if (!names)
    {
      names = g_ptr_array_new ();
      for (; level; level = tuce_level_below (level))
        g_ptr_array_add (names, (gpointer) level->name);
      g_ptr_array_add (names, NULL);
    }
  return (const char *const *) names->pdata;
}

/* Gives the number of levels for what is none. */
static guint
find_level (const TuceOutlineSource *source, const char *level)
{
  guint i = 0;

  while (i < source->levels->len && g_strcmp0 (((const TuceEntity *) source->levels->pdata[i])->name, level) != 0)
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
  guint at = find_level (source, level);
  guint digits = at < source->levels->len ? tuce_level_digits (source->levels->pdata[at]) : 0;

  *unmatched = 0;
  for (guint i = 0; i < tuce_geodata_n_features (source->geodata); i++)
    {
      gboolean is_area = tuce_geodata_shape (source->geodata, i)->kind == TUCE_SHAPE_POLYGON;
      g_autofree char *code
          = digits && is_area ? trim_code (tuce_geodata_text (source->geodata, i, key), digits) : NULL;
      GArray *features;

      if (!code || !g_hash_table_contains (source->known->pdata[at], code))
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
  guint at = find_level (source, level);
  g_autoptr (GHashTable) areas = tuce_outline_source_areas (source, level, key, &match->unmatched);

  match->places = at < source->levels->len ? g_hash_table_size (source->known->pdata[at]) : 0;
  match->matched = g_hash_table_size (areas);
}

gboolean
tuce_outline_source_guess (TuceOutlineSource *source, const char **level, const char **key)
{
  GPtrArray *attributes = tuce_geodata_attributes (source->geodata);
  guint most = 0;

  *level = ((const TuceEntity *) source->levels->pdata[MIN (1, source->levels->len - 1)])->name;
  *key = attributes->len ? attributes->pdata[0] : "";
  for (guint at = 0; at < source->levels->len; at++)
    for (guint i = 0; i < attributes->len; i++)
      {
        TuceOutlineMatch match;

        tuce_outline_source_match (source, ((const TuceEntity *) source->levels->pdata[at])->name, attributes->pdata[i], &match);
        if (match.matched <= most)
          continue;
        most = match.matched;
        *level = ((const TuceEntity *) source->levels->pdata[at])->name;
        *key = attributes->pdata[i];
      }
  return most > 0;
}
