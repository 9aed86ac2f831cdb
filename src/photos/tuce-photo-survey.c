/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-survey.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tuce-photo-store.h"
#include "tuce-query.h"

/* The columns that the survey reads of a photo, in this order. */
static const char *const columns[] = { "hash",
                                       "kind",
                                       "name",
                                       "household_id",
                                       "site_id",
                                       "household.head_name",
                                       "household.hh_no",
                                       "household.village.township.short_name",
                                       "household.village.short_name",
                                       "site.name",
                                       "site.village.township.short_name",
                                       "site.village.short_name",
                                       NULL };

typedef struct
{
  TucePhotoSurvey *survey;
  TuceCounty *county;
  GHashTable *files; /* hash → path */
  GHashTable *used;  /* hashes that a record names */
  const TuceField *kind;
} Survey;

static void
missing_free (TucePhotoMissing *missing)
{
  g_free (missing->whose);
  g_free (missing->kind);
  g_free (missing->name);
  g_free (missing->hash);
  g_free (missing);
}

void
tuce_photo_survey_free (TucePhotoSurvey *survey)
{
  g_free (survey->folder);
  g_ptr_array_unref (survey->missing);
  g_ptr_array_unref (survey->unused);
  g_free (survey);
}

static const char *
text (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static char *
describe_owner (const TuceValue *values)
{
  gboolean is_household = values[3].kind == TUCE_VALUE_INTEGER;
  const TuceValue *of = &values[is_household ? 5 : 9];
  const char *number = is_household ? text (&of[1]) : "";
  const TuceValue *place = of + (is_household ? 2 : 1);

  return g_strdup_printf ("%s %s%s%s%s%s", text (place), text (place + 1), *text (place) ? " " : "", text (of), *number ? " " : "",
                          number);
}

static gboolean
photo_read (gint64 id, const TuceValue *values, gpointer data)
{
  Survey *survey = data;
  const char *hash = text (&values[0]);
  TucePhotoMissing *missing;

  survey->survey->n_photos++;
  g_hash_table_add (survey->used, g_strdup (hash));
  if (g_hash_table_contains (survey->files, hash))
    return TRUE;
  missing = g_new0 (TucePhotoMissing, 1);
  missing->photo = id;
  missing->household = values[3].kind == TUCE_VALUE_INTEGER ? values[3].integer : 0;
  missing->site = values[4].kind == TUCE_VALUE_INTEGER ? values[4].integer : 0;
  missing->whose = describe_owner (values);
  missing->kind = tuce_field_format (survey->kind, &values[1]);
  missing->name = g_strdup (text (&values[2]));
  missing->hash = g_strdup (hash);
  g_ptr_array_add (survey->survey->missing, missing);
  return TRUE;
}

/* Lists the photos in the folder, without thumbnails and unfinished files. */
static void
list_files (Survey *survey)
{
  g_autoptr (GDir) folder = g_dir_open (survey->survey->folder, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      const char *dot = strchr (name, '.');
      g_autofree char *hash = dot && dot > name ? g_strndup (name, (gsize) (dot - name)) : NULL;
      g_autofree char *found = hash ? tuce_photo_find (tuce_county_get_path (survey->county), hash, NULL) : NULL;
      GStatBuf status;

      if (!found || g_stat (found, &status) != 0)
        continue;
      survey->survey->n_files++;
      survey->survey->bytes += status.st_size;
      g_hash_table_insert (survey->files, g_steal_pointer (&hash), g_steal_pointer (&found));
    }
}

/* A file whose contents have changed counts as missing, and not as unused. */
static gboolean
drop_altered (Survey *survey, GHashTable *altered, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  guint n = g_hash_table_size (survey->files), i = 0;
  GHashTableIter iter;
  gpointer hash, path;

  g_hash_table_iter_init (&iter, survey->files);
  while (g_hash_table_iter_next (&iter, &hash, &path))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!tuce_photo_is_whole (path, cancellable, NULL))
        {
          g_hash_table_add (altered, g_strdup (hash));
          g_hash_table_iter_remove (&iter);
        }
      if (progress)
        progress (++i / (double) n, data);
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
list_unused (Survey *survey)
{
  GHashTableIter iter;
  gpointer hash, path;

  g_hash_table_iter_init (&iter, survey->files);
  while (g_hash_table_iter_next (&iter, &hash, &path))
    if (!g_hash_table_contains (survey->used, hash))
      g_ptr_array_add (survey->survey->unused, g_strdup (path));
  g_ptr_array_sort (survey->survey->unused, compare_paths);
}

static gboolean
read_photos (Survey *survey, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (survey->county, "photo");

  return tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, survey->county, photo_read, survey, cancellable, error);
}

TucePhotoSurvey *
tuce_photo_survey (TuceCounty *county, gboolean contents, TuceProgress progress, gpointer data, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TucePhotoSurvey) found = g_new0 (TucePhotoSurvey, 1);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) altered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const TuceEntity *photo = tuce_dictionary_entity (tuce_county_get_dictionary (county), "photo");
  Survey survey = { found, county, files, used, tuce_entity_field (photo, "kind") };

  found->folder = tuce_photo_folder (tuce_county_get_path (county));
  found->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) missing_free);
  found->unused = g_ptr_array_new_with_free_func (g_free);
  list_files (&survey);
  if ((contents && !drop_altered (&survey, altered, progress, data, cancellable, error))
      || !read_photos (&survey, cancellable, error))
    return NULL;
  for (guint i = 0; i < found->missing->len; i++)
    {
      TucePhotoMissing *missing = found->missing->pdata[i];

      missing->altered = g_hash_table_contains (altered, missing->hash);
    }
  list_unused (&survey);
  return g_steal_pointer (&found);
}
