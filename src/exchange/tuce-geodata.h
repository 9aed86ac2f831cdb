/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-position.h"
#include "tuce-shape.h"

/**
 * TuceGeodata:
 * One layer of a file of geodata (GeoJSON, Shapefile, … through GDAL/OGR), read whole, every feature in WGS 84;
 * features without a shape are passed over.
 * Not to be shared between threads.
 */
typedef struct _TuceGeodata TuceGeodata;

/** tuce_geodata_load: @datum: what the coordinates are in when the file's own reference system is geographic or unknown. */
TuceGeodata *tuce_geodata_load (const char *path, TuceDatum datum, GError **error);
void tuce_geodata_free (TuceGeodata *geodata);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceGeodata, tuce_geodata_free)

guint tuce_geodata_n_features (TuceGeodata *geodata);
TuceShape *tuce_geodata_shape (TuceGeodata *geodata, guint feature);                       /* transfer none */
const char *tuce_geodata_text (TuceGeodata *geodata, guint feature, const char *attribute); /* "" for none */
gboolean tuce_geodata_has_attribute (TuceGeodata *geodata, const char *attribute);

/** tuce_geodata_attributes: Returns: (transfer none) (element-type utf8): the names of all attributes, as in the file. */
GPtrArray *tuce_geodata_attributes (TuceGeodata *geodata);

/** tuce_geodata_describe_attributes: Gives the names of all attributes, for a sentence. */
char *tuce_geodata_describe_attributes (TuceGeodata *geodata);
const char *tuce_geodata_path (TuceGeodata *geodata);

/** tuce_geodata_source: Returns: the code of the list coord_src that says what the coordinates were before they became WGS 84. */
const char *tuce_geodata_source (TuceGeodata *geodata);

/** tuce_geodata_has_grid: whether the file itself says what its coordinates are on a grid, so that no datum counts. */
gboolean tuce_geodata_has_grid (TuceGeodata *geodata);

/** tuce_geodata_has_reference: whether the file itself says what its coordinates are in; else @datum was all there was. */
gboolean tuce_geodata_has_reference (TuceGeodata *geodata);

/** tuce_geodata_datum_code: Returns: the code of the list coord_src for @datum: "gcj02". */
const char *tuce_geodata_datum_code (TuceDatum datum);

/** tuce_geodata_datum_from_code: Sets @datum. Returns: whether @code is that of a datum in degrees. */
gboolean tuce_geodata_datum_from_code (const char *code, TuceDatum *datum);
