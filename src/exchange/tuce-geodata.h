/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-position.h"
#include "tuce-shape.h"

/**
 * TuceGeodata:
 * The first layer of a file of geodata (GeoJSON, Shapefile, … through GDAL/OGR), read whole, with every feature in WGS 84.
 * Features without a shape are left out.
 * Not to be used by two threads at once.
 */
typedef struct _TuceGeodata TuceGeodata;

/**
 * tuce_geodata_load:
 * @datum: what the coordinates are in when the file's own reference system is geographic or unknown
 *
 * Returns: (transfer full): the features of the file, or %NULL with TUCE_ERROR_NOT_FOUND where there is no such file, and
 * TUCE_ERROR_REFUSED where it can't be read or its coordinates can't be converted.
 */
TuceGeodata *tuce_geodata_load (const char *path, TuceDatum datum, GError **error);

/** tuce_geodata_free: Frees @geodata with its texts, and drops its references to the shapes. */
void tuce_geodata_free (TuceGeodata *geodata);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceGeodata, tuce_geodata_free)

/** tuce_geodata_n_features: Gives the number of features that have a shape. */
guint tuce_geodata_n_features (TuceGeodata *geodata);

/** tuce_geodata_shape: Returns: (transfer none): the shape of the feature @feature (from 0), in WGS 84. */
TuceShape *tuce_geodata_shape (TuceGeodata *geodata, guint feature);

/**
 * tuce_geodata_text: Returns: (transfer none): what @feature has in @attribute, as text; "" where it has nothing or there is
 * no such attribute.
 */
const char *tuce_geodata_text (TuceGeodata *geodata, guint feature, const char *attribute);

/** tuce_geodata_has_attribute: Returns: whether the file has an attribute called @attribute. */
gboolean tuce_geodata_has_attribute (TuceGeodata *geodata, const char *attribute);

/** tuce_geodata_attributes: Returns: (transfer none) (element-type utf8): the names of all attributes, as in the file. */
GPtrArray *tuce_geodata_attributes (TuceGeodata *geodata);

/** tuce_geodata_describe_attributes: Gives (transfer full) the names of all attributes with commas between them, for a sentence. */
char *tuce_geodata_describe_attributes (TuceGeodata *geodata);

/** tuce_geodata_path: Returns: (transfer none): the path the file was loaded from. */
const char *tuce_geodata_path (TuceGeodata *geodata);

/**
 * tuce_geodata_source: Returns: (transfer none): the code (list coord_src) of what the coordinates were in before they were
 * converted to WGS 84.
 */
const char *tuce_geodata_source (TuceGeodata *geodata);

/**
 * tuce_geodata_has_grid: Returns: whether the file says that its coordinates are on a grid; the @datum it was loaded with is
 * then not used.
 */
gboolean tuce_geodata_has_grid (TuceGeodata *geodata);

/**
 * tuce_geodata_has_reference: Returns: whether the file says which reference system its coordinates are in; where not, only
 * @datum said it.
 */
gboolean tuce_geodata_has_reference (TuceGeodata *geodata);

/** tuce_geodata_datum_code: Returns: (transfer none): the code (list coord_src) of @datum: "gcj02". */
const char *tuce_geodata_datum_code (TuceDatum datum);

/**
 * tuce_geodata_datum_from_code: Sets @datum to the datum with the code @code (list coord_src). Returns: %FALSE where @code
 * is not that of a datum in degrees.
 */
gboolean tuce_geodata_datum_from_code (const char *code, TuceDatum *datum);
