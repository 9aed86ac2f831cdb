/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-outline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-features.h"
#include "tuce-levels.h"

static void
old_outline_free (gpointer data)
{
  TuceOldOutline *old = data;

  g_free (old->level);
  g_free (old->code);
  g_clear_pointer (&old->shape, tuce_shape_unref);
  g_free (old);
}

static void
place_free (gpointer data)
{
  TuceOutlinePlace *place = data;

  g_free (place->level);
  g_free (place->code);
  g_free (place->parent);
  g_free (place->name);
  g_free (place);
}

void
tuce_outline_import_free (TuceOutlineImport *outlines)
{
  g_ptr_array_unref (outlines->places);
  g_hash_table_unref (outlines->old);
  g_array_unref (outlines->deletes);
  g_ptr_array_unref (outlines->inserts);
  g_free (outlines);
}

static gboolean
keep_old (const TuceFeature *feature, gpointer data)
{
  TuceOutlineImport *outlines = data;
  g_autofree char *key = g_strconcat (feature->layer, ":", feature->code, NULL);
  TuceOldOutline *old;
  GPtrArray *list;

  if (!feature->wkb)
    return TRUE;
  old = g_new0 (TuceOldOutline, 1);
  old->id = feature->id;
  old->level = g_strdup (feature->layer);
  old->code = g_strdup (feature->code);
  old->schematic = feature->is_schematic;
  old->shape = tuce_feature_shape (feature, NULL);
  list = g_hash_table_lookup (outlines->old, key);
  if (!list)
    {
      list = g_ptr_array_new_with_free_func (old_outline_free);
      g_hash_table_insert (outlines->old, g_steal_pointer (&key), list);
    }
  g_ptr_array_add (list, old);
  return TRUE;
}

typedef struct
{
  GPtrArray *places;
  const char *level;
} Reading;

static gboolean
keep_place (const TuceLevelPlace *found, gpointer data)
{
  Reading *reading = data;
  TuceOutlinePlace *place = g_new0 (TuceOutlinePlace, 1);

  place->level = g_strdup (reading->level);
  place->code = g_strdup (found->code);
  place->name = g_strdup (found->name);
  place->parent = g_strdup (found->around);
  place->has_position = found->is_placed;
  place->position = found->position;
  g_ptr_array_add (reading->places, place);
  return TRUE;
}

static gboolean
read_places (TuceOutlineImport *outlines, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  const TuceEntity *level = tuce_level_county (tuce_county_get_dictionary (county));

  for (; level; level = tuce_level_below (level))
    {
      Reading reading = { outlines->places, level->name };

      if (!tuce_level_each (county, level, keep_place, &reading, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
tuce_outline_import_old (TuceOutlineImport *outlines, const char *level, const char *code)
{
  g_autofree char *key = g_strconcat (level, ":", code, NULL);

  return g_hash_table_lookup (outlines->old, key);
}

void
tuce_outline_import_replace (TuceOutlineImport *outlines, const TuceOutlinePlace *place, const TuceShape *shape,
                             const char *origin, const char *attribution, const char *datum)
{
  GPtrArray *old = tuce_outline_import_old (outlines, place->level, place->code);
  const TuceFeatureText text = { place->level, place->code, place->name, origin,
                                 attribution && *attribution ? attribution : NULL, datum };

  for (guint i = 0; old && i < old->len; i++)
    g_array_append_val (outlines->deletes, ((const TuceOldOutline *) old->pdata[i])->id);
  g_ptr_array_add (outlines->inserts, tuce_feature_record (outlines->dictionary, shape, &text));
}

/* Joins all features of one place into one shape with the even-odd rule. */
static TuceShape *
join_shapes (TuceGeodata *geodata, GArray *features)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (TucePosition));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < features->len; i++)
    {
      const TuceShape *shape = tuce_geodata_shape (geodata, g_array_index (features, guint, i));

      for (guint ring = 0; ring < shape->n_rings; ring++)
        {
          guint start = positions->len + shape->starts[ring];

          g_array_append_val (starts, start);
        }
      g_array_append_vals (positions, shape->positions, shape->starts[shape->n_rings]);
    }
  g_array_append_val (starts, positions->len);
  return tuce_shape_new (TUCE_SHAPE_POLYGON, (TucePosition *) positions->data, (guint *) starts->data,
                         starts->len - 1);
}

static gboolean
plan (TuceOutlineImport *outlines, TuceGeodata *geodata, const char *level, GHashTable *areas, const char *attribution,
      GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < outlines->places->len; i++)
    {
      const TuceOutlinePlace *place = outlines->places->pdata[i];
      GArray *features = g_str_equal (place->level, level) ? g_hash_table_lookup (areas, place->code) : NULL;
      g_autoptr (TuceShape) shape = NULL;

      if (!features)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      shape = join_shapes (geodata, features);
      tuce_outline_import_replace (outlines, place, shape, "imported", attribution, tuce_geodata_source (geodata));
      tuce_outline_import_redraw (outlines, place->code, shape);
      outlines->n_taken++;
    }
  return TRUE;
}

static gboolean
check (TuceOutlineSource *source, const char *level, const char *key, GError **error)
{
  TuceGeodata *geodata = tuce_outline_source_geodata (source);
  g_autofree char *names = NULL;

  if (!g_strv_contains (tuce_outline_levels (), level))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” is not a level that has outlines: county, township or village."), level);
      return FALSE;
    }
  if (!tuce_outline_source_has_areas (source))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” holds points or lines but no areas: choose the file that has the outlines as areas."),
                   tuce_geodata_path (geodata));
      return FALSE;
    }
  if (tuce_geodata_has_attribute (geodata, key))
    return TRUE;
  names = tuce_geodata_describe_attributes (geodata);
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” has no attribute “%s”; it has: %s."),
               tuce_geodata_path (geodata), key, names);
  return FALSE;
}

TuceOutlineImport *
tuce_outline_import_new (TuceOutlineSource *source, TuceCounty *county, const char *level, const char *key,
                         const char *attribution, GCancellable *cancellable, GError **error)
{
  TuceGeodata *geodata = tuce_outline_source_geodata (source);
  g_autoptr (TuceOutlineImport) outlines = g_new0 (TuceOutlineImport, 1);
  g_autoptr (GHashTable) areas = NULL;

  outlines->dictionary = tuce_county_get_dictionary (county);
  outlines->places = g_ptr_array_new_with_free_func (place_free);
  outlines->old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  outlines->deletes = g_array_new (FALSE, FALSE, sizeof (gint64));
  outlines->inserts = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  if (!check (source, level, key, error))
    return NULL;
  areas = tuce_outline_source_areas (source, level, key, &outlines->n_unmatched);
  if (g_hash_table_size (areas) == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("None of the codes in the attribute “%s” of “%s” belongs to a place of this county."), key,
                   tuce_geodata_path (geodata));
      return NULL;
    }
  if (!read_places (outlines, county, cancellable, error) || !tuce_features_each (county, NULL, keep_old, outlines, cancellable, error)
      || !plan (outlines, geodata, level, areas, attribution, cancellable, error))
    return NULL;
  return g_steal_pointer (&outlines);
}

guint
tuce_outline_import_n_taken (const TuceOutlineImport *outlines)
{
  return outlines->n_taken;
}

guint
tuce_outline_import_n_unmatched (const TuceOutlineImport *outlines)
{
  return outlines->n_unmatched;
}

guint
tuce_outline_import_n_redrawn (const TuceOutlineImport *outlines)
{
  return outlines->n_redrawn;
}

guint
tuce_outline_import_n_left (const TuceOutlineImport *outlines)
{
  return outlines->n_left;
}

static gboolean
write_step (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  const TuceOutlineImport *self = data;

  if (index < self->deletes->len)
    return tuce_edit_delete (edit, "feature", g_array_index (self->deletes, gint64, index), error);
  return tuce_edit_insert (edit, self->inserts->pdata[index - self->deletes->len], error);
}

TucePortions *
tuce_outline_import_write (TuceOutlineImport *self, TuceCounty *county, const char *label, GError **error)
{
  return tuce_portions_new (county, label, write_step, self->deletes->len + self->inserts->len, self, NULL, error);
}
