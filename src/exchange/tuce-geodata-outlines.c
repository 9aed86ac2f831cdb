/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-geodata.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-query.h"

/* How many digits the code of a level has (domain.md §1.1). */
static const struct
{
  const char *level;
  gsize digits;
} levels[] = { { "county", 6 }, { "township", 9 }, { "village", 12 } };

static gsize
level_digits (const char *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i].level, level))
      return levels[i].digits;
  return 0;
}

/* Gives the code of the level that @text says, or NULL: a spreadsheet may have filled it with zeros or made it "511725101.0". */
static char *
trim_code (const char *text, gsize digits)
{
  g_autofree char *code = g_strstrip (g_strdup (text));
  gsize length;

  if (g_str_has_suffix (code, ".0"))
    code[strlen (code) - 2] = '\0';
  length = strspn (code, "0123456789");
  if (code[length] || length < digits || strspn (code + digits, "0") != length - digits)
    return NULL;
  code[digits] = '\0';
  return g_steal_pointer (&code);
}

/* Several features may be parts of one place: an even-odd shape holds them all. */
static TuceShape *
join_shapes (GArray *features, TuceGeodata *geodata)
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

/* Gives code → GArray of features (guint): the areas of the file that carry a code of this level. */
static GHashTable *
features_by_code (TuceGeodata *geodata, gsize digits, const char *key, guint *n_unknown)
{
  GHashTable *by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < tuce_geodata_n_features (geodata); i++)
    {
      g_autofree char *code = trim_code (tuce_geodata_text (geodata, i, key), digits);
      GArray *features;

      if (!code || tuce_geodata_shape (geodata, i)->kind != TUCE_SHAPE_POLYGON)
        {
          (*n_unknown)++;
          continue;
        }
      features = g_hash_table_lookup (by_code, code);
      if (!features)
        {
          features = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_code, g_steal_pointer (&code), features);
        }
      g_array_append_val (features, i);
    }
  return by_code;
}

typedef struct
{
  const char *level;
  GHashTable *wanted; /* code → anything */
  GArray *ids;        /* gint64: outlines to be replaced */
} Replaced;

static gboolean
collect_replaced (gint64 id, const TuceValue *values, gpointer data)
{
  Replaced *replaced = data;

  if (values[0].kind == TUCE_VALUE_TEXT && values[1].kind == TUCE_VALUE_TEXT
      && g_str_equal (values[0].text, replaced->level) && g_hash_table_contains (replaced->wanted, values[1].text))
    g_array_append_val (replaced->ids, id);
  return TRUE;
}

static gboolean
delete_replaced (TuceCounty *county, TuceEdit *edit, const char *level, GHashTable *by_code, GError **error)
{
  static const char *const columns[] = { "layer", "code", NULL };
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Replaced replaced = { level, by_code, ids };

  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_each (query, county, collect_replaced, &replaced, NULL, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tuce_edit_delete (edit, "feature", g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_outline (TuceEdit *edit, TuceGeodata *geodata, const TuceRecord *place, const char *level, GArray *features,
                const char *attribution, GError **error)
{
  const TuceEntity *entity = tuce_dictionary_entity (place->entity->dictionary, "feature");
  g_autoptr (TuceRecord) outline = tuce_record_new (entity);
  g_autoptr (TuceShape) shape = join_shapes (features, geodata);
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  const char *name = tuce_record_text (place, "short_name");

  tuce_record_set_text (outline, "layer", level);
  tuce_record_set_text (outline, "code", tuce_record_text (place, "code"));
  tuce_record_set_text (outline, "name", *name ? name : tuce_record_text (place, "name"));
  tuce_record_set_bytes (outline, "shape", wkb);
  tuce_record_set_text (outline, "origin", "imported");
  tuce_record_set_text (outline, "attribution", attribution);
  tuce_record_set_text (outline, "datum", tuce_geodata_source (geodata));
  return tuce_edit_insert (edit, outline, error);
}

/* Leaves in @by_code only what the county knows. Gives the places (TuceRecord), by code. */
static GPtrArray *
keep_known (TuceCounty *county, const char *level, GHashTable *by_code, guint *n_unknown)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (by_code), (GCompareFunc) strcmp);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);

  for (GList *l = codes; l; l = l->next)
    {
      TuceRecord *place = tuce_county_find (county, level, "code", l->data, NULL);

      if (place)
        {
          g_ptr_array_add (places, place);
          continue;
        }
      *n_unknown += ((GArray *) g_hash_table_lookup (by_code, l->data))->len;
      g_hash_table_remove (by_code, l->data);
    }
  return places;
}

gboolean
tuce_geodata_import_outlines (TuceGeodata *geodata, TuceCounty *county, TuceEdit *edit, const char *level,
                              const char *key, const char *attribution, guint *n_taken, guint *n_unknown,
                              GError **error)
{
  g_autoptr (GHashTable) by_code = NULL;
  g_autoptr (GPtrArray) places = NULL;
  gsize digits = level_digits (level);

  *n_taken = *n_unknown = 0;
  if (digits == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” is not a level that has outlines: county, township or village."), level);
      return FALSE;
    }
  if (!tuce_geodata_has_attribute (geodata, key))
    {
      g_autofree char *names = tuce_geodata_describe_attributes (geodata);

      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” has no attribute “%s”; it has: %s."),
                   tuce_geodata_path (geodata), key, names);
      return FALSE;
    }

  by_code = features_by_code (geodata, digits, key, n_unknown);
  places = keep_known (county, level, by_code, n_unknown);
  if (places->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("None of the codes in the attribute “%s” of “%s” belongs to a place of this county."), key,
                   tuce_geodata_path (geodata));
      return FALSE;
    }
  if (!delete_replaced (county, edit, level, by_code, error))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const char *code = tuce_record_text (places->pdata[i], "code");

      if (!insert_outline (edit, geodata, places->pdata[i], level, g_hash_table_lookup (by_code, code), attribution,
                           error))
        return FALSE;
    }
  *n_taken = places->len;
  return TRUE;
}
