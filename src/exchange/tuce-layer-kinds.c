/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-layer-kinds.h"

#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-features.h"
#include "tuce-levels.h"
#include "tuce-parameters.h"

typedef struct
{
  GPtrArray *codes; /* their codes, and NULL at the end */
  GArray *shapes;   /* guint for each layer: the bits of the TuceShapeKinds it may hold */
} Kinds;

static guint
read_shapes (const char *text)
{
  static const char *const words[]
      = { [TUCE_SHAPE_POINT] = "point", [TUCE_SHAPE_LINE] = "line", [TUCE_SHAPE_POLYGON] = "area" };
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint shapes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) parts, words[i]))
      shapes |= 1u << i;
  return shapes;
}

static Kinds *
read_kinds (GError **error)
{
  static const char *const columns[] = { "layer", "shapes", NULL };
  g_autofree char *path = tuce_data_path ("relocation", "surroundings.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  Kinds *kinds;

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  kinds = g_new0 (Kinds, 1);
  kinds->codes = g_ptr_array_new ();
  kinds->shapes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      guint shapes = read_shapes (tuce_csv_cell (csv, row, "shapes"));

      g_ptr_array_add (kinds->codes, (gpointer) g_intern_string (tuce_csv_cell (csv, row, "layer")));
      g_array_append_val (kinds->shapes, shapes);
    }
  g_ptr_array_add (kinds->codes, NULL);
  return kinds;
}

/* The table is read once and kept as long as the program runs. */
static const Kinds *
get_kinds (GError **error)
{
  static GMutex mutex;
  static Kinds *kinds;

  g_mutex_lock (&mutex);
  if (!kinds)
    kinds = read_kinds (error);
  g_mutex_unlock (&mutex);
  return kinds;
}

const char *const *
tuce_layer_kinds (GError **error)
{
  const Kinds *kinds = get_kinds (error);

  return kinds ? (const char *const *) kinds->codes->pdata : NULL;
}

gboolean
tuce_layer_accepts (const char *layer, TuceShapeKind kind)
{
  const Kinds *kinds = get_kinds (NULL);

  for (guint i = 0; kinds && i < kinds->shapes->len; i++)
    if (g_strcmp0 (kinds->codes->pdata[i], layer) == 0)
      return (g_array_index (kinds->shapes, guint, i) & 1u << kind) != 0;
  return FALSE;
}

static gboolean
join_shape (const TuceFeature *feature, gpointer data)
{
  g_autoptr (TuceShape) shape = feature->wkb ? tuce_feature_shape (feature, NULL) : NULL;

  if (shape)
    tuce_box_join (data, &shape->box);
  return TRUE;
}

static gboolean
join_position (const TuceLevelPlace *place, gpointer data)
{
  if (place->is_placed)
    tuce_box_extend (data, place->position);
  return TRUE;
}

/* Joins the positions of all divisions that have one. */
static gboolean
join_positions (TuceCounty *county, TuceBox *box, GError **error)
{
  const TuceEntity *level;

  for (guint i = 0; (level = tuce_level (tuce_county_get_dictionary (county), i)); i++)
    if (level->lon && !tuce_level_each (county, level, join_position, box, NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
tuce_layer_reach (TuceCounty *county, TuceBox *reach, GError **error)
{
  const char *outlines = tuce_level_county (tuce_county_get_dictionary (county))->name;
  g_autoptr (TuceRecord) margin = tuce_parameter_find (county, "county_margin_deg", tuce_county_get_year (county));
  double wide = 0;

  tuce_parameter_value (margin, &wide);
  *reach = TUCE_BOX_EMPTY;
  if (!tuce_features_each (county, outlines, join_shape, reach, NULL, error)
      || !join_positions (county, reach, error))
    return FALSE;
  if (!tuce_box_is_empty (reach))
    *reach = (TuceBox){ reach->west - wide, reach->south - wide, reach->east + wide, reach->north + wide };
  return TRUE;
}

void
tuce_layer_match (TuceGeodata *geodata, const char *layer, const TuceBox *reach, TuceLayerMatch *match)
{
  *match = (TuceLayerMatch){ 0 };
  for (guint i = 0; i < tuce_geodata_n_features (geodata); i++)
    {
      const TuceShape *shape = tuce_geodata_shape (geodata, i);

      if (!tuce_layer_accepts (layer, shape->kind))
        match->wrong++;
      else if (!tuce_box_is_empty (reach) && !tuce_box_meets (reach, &shape->box))
        match->outside++;
      else
        match->taken++;
    }
}

const char *
tuce_layer_guess (TuceGeodata *geodata, const TuceDictionary *dictionary)
{
  const char *const *kinds = tuce_layer_kinds (NULL);
  const TuceCodeList *codes = tuce_dictionary_code_list (dictionary, "feature_layer");
  g_autofree char *given = g_path_get_basename (tuce_geodata_path (geodata));
  g_autofree char *name = g_utf8_strdown (given, -1);
  const char *guess = NULL;

  for (guint i = 0; kinds && kinds[i]; i++)
    {
      const TuceCode *code = tuce_code_list_find (codes, kinds[i]);

      if (strstr (name, kinds[i]) || (code && strstr (name, code->label_zh)))
        return kinds[i];
      if (!guess && tuce_layer_accepts (kinds[i], tuce_geodata_shape (geodata, 0)->kind))
        guess = kinds[i];
    }
  return guess;
}

const char *
tuce_layer_guess_name (TuceGeodata *geodata)
{
  /* Column headings in national and provincial data sets (general knowledge, unconfirmed); MC is 名称. */
  static const char *const usual[] = { "name", "名称", "mc" };
  GPtrArray *attributes = tuce_geodata_attributes (geodata);
  const char *guess = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    for (guint j = 0; j < attributes->len; j++)
      {
        g_autofree char *attribute = g_utf8_strdown (attributes->pdata[j], -1);

        if (g_str_equal (attribute, usual[i]))
          return attributes->pdata[j];
        if (!guess && g_str_has_suffix (attribute, usual[i]))
          guess = attributes->pdata[j];
      }
  return guess;
}
