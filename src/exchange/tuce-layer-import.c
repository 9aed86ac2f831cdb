/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-layer-import.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-features.h"
#include "tuce-query.h"

struct _TuceLayerImport
{
  char *label;
  GArray *deletes;    /* gint64 */
  GPtrArray *inserts; /* TuceRecord */
  guint done;         /* how many of the deletes and inserts are written */
  TuceLayerMatch match;
};

static const char *
layer_label (const TuceDictionary *dictionary, const char *layer)
{
  return tuce_code_label (tuce_code_list_find (tuce_dictionary_code_list (dictionary, "feature_layer"), layer));
}

static gboolean
check_layer (const char *layer, GError **error)
{
  const char *const *kinds = tuce_layer_kinds (error);

  if (!kinds)
    return FALSE;
  if (!g_strv_contains (kinds, layer))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) kinds);

      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” is no layer that is brought in: %s."), layer, names);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_name (TuceGeodata *geodata, const char *name, GError **error)
{
  g_autofree char *names = NULL;

  if (!name || tuce_geodata_has_attribute (geodata, name))
    return TRUE;
  names = tuce_geodata_describe_attributes (geodata);
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” has no attribute “%s”; it has: %s."),
               tuce_geodata_path (geodata), name, names);
  return FALSE;
}

/* Gives the kinds of shape that @layer may hold, for a sentence. */
static char *
describe_shapes (const char *layer)
{
  const char *const words[]
      = { [TUCE_SHAPE_POINT] = _("points"), [TUCE_SHAPE_LINE] = _("lines"), [TUCE_SHAPE_POLYGON] = _("areas") };
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (tuce_layer_accepts (layer, (TuceShapeKind) i))
      g_ptr_array_add (accepted, (gpointer) words[i]);
  g_ptr_array_add (accepted, NULL);
  /* Translators: between the words points, lines, areas */
  return g_strjoinv (_(" or "), (char **) accepted->pdata);
}

static gboolean
check_match (const TuceLayerMatch *match, TuceGeodata *geodata, TuceCounty *county, const char *layer, GError **error)
{
  const char *label = layer_label (tuce_county_get_dictionary (county), layer);

  if (match->taken > 0)
    return TRUE;
  if (match->outside > 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                 _("All that “%s” holds lies outside %s: it is of another county, or its coordinates are in something else."),
                 tuce_geodata_path (geodata), tuce_county_get_name (county));
  else
    {
      g_autofree char *shapes = describe_shapes (layer);

      /* Translators: a file, a layer, then “points or areas” */
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” can't be the layer “%s”, which is drawn as %s."),
                   tuce_geodata_path (geodata), label, shapes);
    }
  return FALSE;
}

static gboolean
read_old (TuceLayerImport *self, TuceCounty *county, const char *layer, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");

  if (!tuce_query_add_condition (query, "layer", TUCE_IS, layer, error))
    return FALSE;
  g_clear_pointer (&self->deletes, g_array_unref);
  self->deletes = tuce_query_ids (query, county, cancellable, error);
  return self->deletes != NULL;
}

static TuceRecord *
make_record (TuceGeodata *geodata, guint feature, const TuceDictionary *dictionary, const char *layer, const char *name,
             const char *attribution, GError **error)
{
  const TuceFeatureText text = { .layer = layer,
                                 .origin = "imported",
                                 .attribution = attribution && *attribution ? attribution : NULL,
                                 .datum = tuce_geodata_source (geodata) };
  g_autoptr (TuceRecord) record = tuce_feature_record (dictionary, tuce_geodata_shape (geodata, feature), &text);
  const TuceField *title = record->entity->title;
  g_autofree char *file = g_path_get_basename (tuce_geodata_path (geodata));

  if (name
      && !tuce_field_parse (title, tuce_geodata_text (geodata, feature, name), &record->values[title->index], error))
    {
      g_prefix_error (error, "%s #%u: ", file, feature + 1);
      return NULL;
    }
  return g_steal_pointer (&record);
}

static gboolean
make_records (TuceLayerImport *self, TuceGeodata *geodata, TuceCounty *county, const char *layer, const char *name,
              const char *attribution, GCancellable *cancellable, GError **error)
{
  const TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  TuceBox reach;

  if (!tuce_layer_reach (county, &reach, error))
    return FALSE;
  tuce_layer_match (geodata, layer, &reach, &self->match);
  if (!check_match (&self->match, geodata, county, layer, error))
    return FALSE;
  for (guint i = 0; i < tuce_geodata_n_features (geodata); i++)
    {
      const TuceShape *shape = tuce_geodata_shape (geodata, i);
      TuceRecord *record;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!tuce_layer_accepts (layer, shape->kind) || !(tuce_box_is_empty (&reach) || tuce_box_meets (&reach, &shape->box)))
        continue;
      record = make_record (geodata, i, dictionary, layer, name, attribution, error);
      if (!record)
        return FALSE;
      g_ptr_array_add (self->inserts, record);
    }
  return TRUE;
}

TuceLayerImport *
tuce_layer_import_new (TuceGeodata *geodata, TuceCounty *county, const char *layer, const char *name, gboolean add,
                       const char *attribution, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceLayerImport) self = g_new0 (TuceLayerImport, 1);
  g_autofree char *file = g_path_get_basename (tuce_geodata_path (geodata));

  self->deletes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->inserts = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  if (!check_layer (layer, error) || !check_name (geodata, name, error)
      || !make_records (self, geodata, county, layer, name, attribution, cancellable, error)
      || (!add && !read_old (self, county, layer, cancellable, error)))
    return NULL;
  /* Translators: the layer (Roads), then the file */
  self->label = g_strdup_printf (_("Import the layer “%s” from %s"),
                                 layer_label (tuce_county_get_dictionary (county), layer), file);
  return g_steal_pointer (&self);
}

void
tuce_layer_import_free (TuceLayerImport *self)
{
  g_clear_pointer (&self->deletes, g_array_unref);
  g_clear_pointer (&self->inserts, g_ptr_array_unref);
  g_free (self->label);
  g_free (self);
}

const TuceLayerMatch *
tuce_layer_import_match (const TuceLayerImport *self)
{
  return &self->match;
}

guint
tuce_layer_import_n_replaced (const TuceLayerImport *self)
{
  return self->deletes->len;
}

static gboolean
write_step (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  const TuceLayerImport *self = data;

  if (index < self->deletes->len)
    return tuce_edit_delete (edit, "feature", g_array_index (self->deletes, gint64, index), error);
  return tuce_edit_insert (edit, self->inserts->pdata[index - self->deletes->len], error);
}

TucePortions *
tuce_layer_import_write (TuceLayerImport *self, TuceCounty *county, GError **error)
{
  return tuce_portions_new (county, self->label, write_step, self->deletes->len + self->inserts->len, self, NULL, error);
}
