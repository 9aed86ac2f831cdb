/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-geodata.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "tuce-error.h"

typedef struct
{
  TuceShape *shape;
  GStrv texts; /* by attribute */
} Feature;

struct _TuceGeodata
{
  char *path;
  const char *source; /* the code of the list coord_src that the coordinates came in */
  gboolean has_reference;
  gboolean has_grid;
  GPtrArray *attributes;
  GPtrArray *features;
};

/* How the coordinates of a layer are converted to WGS 84. */
typedef struct
{
  OGRSpatialReferenceH wgs84;
  OGRCoordinateTransformationH grid; /* NULL: degrees, in @datum */
  TuceDatum datum;
} Transformation;

static void
feature_free (Feature *feature)
{
  g_clear_pointer (&feature->shape, tuce_shape_unref);
  g_strfreev (feature->texts);
  g_free (feature);
}

static void
transformation_clear (Transformation *transformation)
{
  if (transformation->grid)
    OCTDestroyCoordinateTransformation (transformation->grid);
  if (transformation->wgs84)
    OSRRelease (transformation->wgs84);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transformation, transformation_clear)

/* By TuceDatum; codes of the list coord_src. */
static const char *const datum_codes[]
    = { [TUCE_DATUM_WGS84] = "wgs84", [TUCE_DATUM_GCJ02] = "gcj02", [TUCE_DATUM_BD09] = "bd09" };

const char *
tuce_geodata_datum_code (TuceDatum datum)
{
  return datum_codes[datum];
}

gboolean
tuce_geodata_datum_from_code (const char *code, TuceDatum *datum)
{
  for (guint i = 0; i < G_N_ELEMENTS (datum_codes); i++)
    if (g_strcmp0 (datum_codes[i], code) == 0)
      {
        *datum = (TuceDatum) i;
        return TRUE;
      }
  return FALSE;
}

/* From a DBF without a .cpg file beside it OGR gives the bytes as they are in the file: UTF-8 or, from most Chinese
 * machines, GB 18030. */
static char *
text_to_utf8 (const char *raw)
{
  if (g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);

  g_autofree char *converted = g_convert (raw, -1, "UTF-8", "GB18030", NULL, NULL, NULL);

  return converted ? g_steal_pointer (&converted) : g_utf8_make_valid (raw, -1);
}

static GDALDatasetH
open_dataset (const char *path, GError **error)
{
  static gsize registered;
  static const char *const shapefile_bytes[] = { "ENCODING=", NULL };
  g_autofree char *stem = g_strndup (path, strrchr (path, '.') ? (gsize) (strrchr (path, '.') - path) : strlen (path));
  g_autofree char *encoding = g_strconcat (stem, ".cpg", NULL);
  g_autofree char *ENCODING = g_strconcat (stem, ".CPG", NULL);
  gboolean is_raw = g_str_has_suffix (path, ".shp") || g_str_has_suffix (path, ".SHP");
  GDALDatasetH dataset;

  if (g_once_init_enter (&registered))
    {
      GDALAllRegister ();
      g_once_init_leave (&registered, 1);
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
      return NULL;
    }

  is_raw = is_raw && !g_file_test (encoding, G_FILE_TEST_EXISTS) && !g_file_test (ENCODING, G_FILE_TEST_EXISTS);
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, is_raw ? shapefile_bytes : NULL, NULL);
  if (!dataset || GDALDatasetGetLayerCount (dataset) == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” can't be read as geodata; GeoJSON, Shapefile, GeoPackage and KML can."), path);
      if (dataset)
        GDALClose (dataset);
      return NULL;
    }
  return dataset;
}

/* Whether the file is in Xi'an 80 or Beijing 54. These are refused: only the county's survey office has the parameters to
 * convert them (general knowledge, unconfirmed). */
static gboolean
is_old_datum (OGRSpatialReferenceH reference)
{
  const char *datum = OSRGetAttrValue (reference, "DATUM", 0);

  return datum && (strstr (datum, "Xian") || strstr (datum, "Xi_an") || strstr (datum, "Beijing"));
}

static const char *
reference_source (OGRSpatialReferenceH reference)
{
  const char *authority = OSRGetAuthorityCode (reference, NULL);
  const char *datum = OSRGetAttrValue (reference, "DATUM", 0);

  if (g_strcmp0 (authority, "4545") == 0)
    return "gk4545";
  return datum && (strstr (datum, "China_2000") || strstr (datum, "CGCS2000")) ? "cgcs2000" : "wgs84";
}

static gboolean
transformation_init (Transformation *transformation, TuceGeodata *geodata, OGRLayerH layer, TuceDatum datum,
                     GError **error)
{
  OGRSpatialReferenceH reference = OGR_L_GetSpatialRef (layer);

  transformation->datum = datum;
  geodata->source = tuce_geodata_datum_code (datum);
  geodata->has_reference = reference != NULL;
  if (reference && is_old_datum (reference))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” is in the datum “%s”; have it transformed to CGCS2000 first."), geodata->path,
                   OSRGetAttrValue (reference, "DATUM", 0));
      return FALSE;
    }
  if (!reference || !OSRIsProjected (reference))
    {
      if (reference && datum == TUCE_DATUM_WGS84)
        geodata->source = reference_source (reference);
      return TRUE;
    }

  transformation->datum = TUCE_DATUM_WGS84;
  geodata->has_grid = TRUE;
  geodata->source = reference_source (reference);
  transformation->wgs84 = OSRNewSpatialReference (NULL);
  OSRSetWellKnownGeogCS (transformation->wgs84, "WGS84");
  OSRSetAxisMappingStrategy (transformation->wgs84, OAMS_TRADITIONAL_GIS_ORDER);
  transformation->grid = OCTNewCoordinateTransformation (reference, transformation->wgs84);
  if (!transformation->grid)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("The grid that “%s” is drawn in is not known; save it in CGCS2000 or WGS 84 degrees."),
                   geodata->path);
      return FALSE;
    }
  return TRUE;
}

static TuceShape *
transform_shape (TuceShape *shape, const Transformation *transformation)
{
  guint n = shape->starts[shape->n_rings];
  g_autofree TucePosition *positions = NULL;
  TuceShape *moved;

  if (transformation->datum == TUCE_DATUM_WGS84)
    return shape;
  positions = g_new (TucePosition, n);
  for (guint i = 0; i < n; i++)
    positions[i] = tuce_position_to_wgs84 (shape->positions[i], transformation->datum);
  moved = tuce_shape_new (shape->kind, positions, shape->starts, shape->n_rings);
  tuce_shape_unref (shape);
  return moved;
}

static gboolean
is_degrees (const TuceShape *shape)
{
  return shape->box.west >= -180 && shape->box.east <= 180 && shape->box.south >= -90 && shape->box.north <= 90;
}

/* Gives the shape of a feature; NULL without @error where it has none, or one of a kind that our maps do not show. */
static TuceShape *
read_shape (TuceGeodata *geodata, OGRFeatureH feature, const Transformation *transformation, GError **error)
{
  OGRGeometryH given = OGR_F_GetGeometryRef (feature);
  OGRGeometryH plain;
  g_autofree guint8 *wkb = NULL;
  TuceShape *shape;
  gsize length;

  if (!given || OGR_G_IsEmpty (given))
    return NULL;
  plain = OGR_G_GetLinearGeometry (given, 0, NULL);
  OGR_G_FlattenTo2D (plain);
  if (transformation->grid && OGR_G_Transform (plain, transformation->grid) != OGRERR_NONE)
    {
      OGR_G_DestroyGeometry (plain);
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” has coordinates outside its own grid."), geodata->path);
      return NULL;
    }
  length = (gsize) OGR_G_WkbSize (plain);
  wkb = g_malloc (length);
  OGR_G_ExportToIsoWkb (plain, wkbNDR, wkb);
  OGR_G_DestroyGeometry (plain);

  shape = tuce_shape_from_wkb (wkb, length, NULL);
  if (shape && !is_degrees (shape))
    {
      tuce_shape_unref (shape);
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” does not say what its coordinates are, and they are not degrees; a Shapefile needs its "
                     ".prj file beside it."),
                   geodata->path);
      return NULL;
    }
  return shape ? transform_shape (shape, transformation) : NULL;
}

static gboolean
read_features (TuceGeodata *geodata, OGRLayerH layer, const Transformation *transformation, GError **error)
{
  OGRFeatureH feature;

  OGR_L_ResetReading (layer);
  while ((feature = OGR_L_GetNextFeature (layer)))
    {
      GError *problem = NULL;
      TuceShape *shape = read_shape (geodata, feature, transformation, &problem);

      if (shape)
        {
          Feature *kept = g_new0 (Feature, 1);

          kept->shape = shape;
          kept->texts = g_new0 (char *, geodata->attributes->len + 1);
          for (guint i = 0; i < geodata->attributes->len; i++)
            kept->texts[i] = text_to_utf8 (OGR_F_GetFieldAsString (feature, (int) i));
          g_ptr_array_add (geodata->features, kept);
        }
      OGR_F_Destroy (feature);
      if (problem)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_layer (TuceGeodata *geodata, OGRLayerH layer, TuceDatum datum, GError **error)
{
  g_auto (Transformation) transformation = { 0 };
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);

  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    g_ptr_array_add (geodata->attributes, text_to_utf8 (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i))));
  if (!transformation_init (&transformation, geodata, layer, datum, error)
      || !read_features (geodata, layer, &transformation, error))
    return FALSE;
  if (geodata->features->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” holds no points, lines or areas."), geodata->path);
      return FALSE;
    }
  return TRUE;
}

TuceGeodata *
tuce_geodata_load (const char *path, TuceDatum datum, GError **error)
{
  g_autoptr (TuceGeodata) geodata = g_new0 (TuceGeodata, 1);
  GDALDatasetH dataset;
  gboolean read = FALSE;

  geodata->path = g_strdup (path);
  geodata->attributes = g_ptr_array_new_with_free_func (g_free);
  geodata->features = g_ptr_array_new_with_free_func ((GDestroyNotify) feature_free);

  /* GDAL's own messages are not shown: the functions above set an error in the user's language. */
  CPLPushErrorHandler (CPLQuietErrorHandler);
  dataset = open_dataset (path, error);
  if (dataset)
    {
      read = read_layer (geodata, GDALDatasetGetLayer (dataset, 0), datum, error);
      GDALClose (dataset);
    }
  CPLPopErrorHandler ();
  return read ? g_steal_pointer (&geodata) : NULL;
}

void
tuce_geodata_free (TuceGeodata *geodata)
{
  g_free (geodata->path);
  g_ptr_array_unref (geodata->attributes);
  g_ptr_array_unref (geodata->features);
  g_free (geodata);
}

guint
tuce_geodata_n_features (TuceGeodata *geodata)
{
  return geodata->features->len;
}

TuceShape *
tuce_geodata_shape (TuceGeodata *geodata, guint feature)
{
  g_return_val_if_fail (feature < geodata->features->len, NULL);
  return ((Feature *) geodata->features->pdata[feature])->shape;
}

static int
attribute_index (TuceGeodata *geodata, const char *attribute)
{
  for (guint i = 0; i < geodata->attributes->len; i++)
    if (g_str_equal (geodata->attributes->pdata[i], attribute))
      return (int) i;
  return -1;
}

gboolean
tuce_geodata_has_attribute (TuceGeodata *geodata, const char *attribute)
{
  return attribute_index (geodata, attribute) >= 0;
}

const char *
tuce_geodata_text (TuceGeodata *geodata, guint feature, const char *attribute)
{
  int index = attribute_index (geodata, attribute);

  g_return_val_if_fail (feature < geodata->features->len, "");
  return index < 0 ? "" : ((Feature *) geodata->features->pdata[feature])->texts[index];
}

const char *
tuce_geodata_source (TuceGeodata *geodata)
{
  return geodata->source;
}

const char *
tuce_geodata_path (TuceGeodata *geodata)
{
  return geodata->path;
}

char *
tuce_geodata_describe_attributes (TuceGeodata *geodata)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < geodata->attributes->len; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", (char *) geodata->attributes->pdata[i]);
  return g_string_free (names, FALSE);
}

GPtrArray *
tuce_geodata_attributes (TuceGeodata *geodata)
{
  return geodata->attributes;
}

gboolean
tuce_geodata_has_grid (TuceGeodata *geodata)
{
  return geodata->has_grid;
}

gboolean
tuce_geodata_has_reference (TuceGeodata *geodata)
{
  return geodata->has_reference;
}
