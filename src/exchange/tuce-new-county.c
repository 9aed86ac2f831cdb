/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-new-county.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-divisions.h"
#include "tuce-error.h"
#include "tuce-features.h"
#include "tuce-geodata.h"
#include "tuce-levels.h"
#include "tuce-parameters.h"
#include "tuce-record-roles.h"

/* How far beyond the county's box neighbours and rivers are taken in, in degrees of latitude (20 km). */
#define NEAR_DEGREES 0.18

static gboolean
insert_division (TuceEdit *edit, const TuceDivision *division, const TuceEntity *level, GError **error)
{
  const TuceField *around = tuce_level_around (level);
  g_autoptr (TuceRecord) record = tuce_record_new (level);

  tuce_record_set_place (record, division->code);
  tuce_record_set_text (record, "name", division->name);
  tuce_record_set_named (record, division->short_name);
  if (around)
    tuce_record_set_text (record, around->name, division->parent_code);
  if (division->kind)
    tuce_record_set_text (record, "kind", division->kind);
  return tuce_edit_insert (edit, record, error);
}

static gboolean
insert_divisions (TuceCounty *county, TuceEdit *edit, GError **error)
{
  const char *code = tuce_county_get_code (county);
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (error);
  const TuceEntity *level = tuce_level_county (tuce_county_get_dictionary (county));
  const TuceDivision *own, *city;

  if (!divisions)
    return FALSE;
  own = tuce_divisions_find (divisions, code);
  city = own ? tuce_divisions_find (divisions, own->parent_code) : NULL;
  if (!city)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                   _("There is no county %s among the divisions this program ships."), code);
      return FALSE;
    }
  if (!insert_division (edit, city, tuce_level_above (level), error))
    return FALSE;
  for (; level; level = tuce_level_below (level))
    {
      g_autoptr (GPtrArray) list = tuce_divisions_list (divisions, level->name, NULL);

      for (guint i = 0; i < list->len; i++)
        {
          const TuceDivision *division = list->pdata[i];

          if (g_str_has_prefix (division->code, code)
              && !insert_division (edit, division, level, error))
            return FALSE;
        }
    }
  return TRUE;
}

static TuceDatum
datum_of_code (const char *code)
{
  if (g_str_equal (code, "gcj02"))
    return TUCE_DATUM_GCJ02;
  return g_str_equal (code, "bd09") ? TUCE_DATUM_BD09 : TUCE_DATUM_WGS84;
}

/* The columns of data/outlines/index.csv. */
enum
{
  FILE_NAME,
  LAYER,
  KEEP,
  KEY,
  NAME,
  ORIGIN,
  ATTRIBUTION,
  DATUM,
  N_COLUMNS
};

static const char *const index_columns[N_COLUMNS + 1]
    = { [FILE_NAME] = "file", [LAYER] = "layer",   [KEEP] = "keep",               [KEY] = "key",
        [NAME] = "name",      [ORIGIN] = "origin", [ATTRIBUTION] = "attribution", [DATUM] = "datum" };

static const char *
cell (TuceCsv *index, guint row, guint column)
{
  return tuce_csv_cell (index, row, index_columns[column]);
}

static gboolean
insert_feature (TuceCounty *county, TuceEdit *edit, TuceCsv *index, guint row, TuceGeodata *geodata, guint feature,
                GError **error)
{
  const char *key = cell (index, row, KEY);
  const TuceFeatureText text = { .layer = cell (index, row, LAYER),
                                 .code = *key ? tuce_geodata_text (geodata, feature, key) : NULL,
                                 .name = tuce_geodata_text (geodata, feature, cell (index, row, NAME)),
                                 .origin = cell (index, row, ORIGIN),
                                 .attribution = cell (index, row, ATTRIBUTION),
                                 .datum = cell (index, row, DATUM) };
  g_autoptr (TuceRecord) record = tuce_feature_record (tuce_county_get_dictionary (county),
                                                       tuce_geodata_shape (geodata, feature), &text);

  return tuce_edit_insert (edit, record, error);
}

/* Inserts the features of one file that its line of the index asks for. @around is the box of the county: the file with the
 * county's own outline enlarges it; of the other files only features that meet it are taken. */
static gboolean
insert_features (TuceCounty *county, TuceEdit *edit, TuceCsv *index, guint row, TuceBox *around, GError **error)
{
  g_autofree char *path = tuce_data_path ("outlines", cell (index, row, FILE_NAME), NULL);
  g_autoptr (TuceGeodata) geodata
      = tuce_geodata_load (path, datum_of_code (cell (index, row, DATUM)), error);
  gboolean own = g_str_equal (cell (index, row, KEEP), "same");
  const char *key = cell (index, row, KEY);

  if (!geodata)
    return FALSE;
  for (guint i = 0; i < tuce_geodata_n_features (geodata); i++)
    {
      const TuceShape *shape = tuce_geodata_shape (geodata, i);
      gboolean same = *key && g_str_equal (tuce_geodata_text (geodata, i, key), tuce_county_get_code (county));

      if (own != same || (!own && !tuce_box_meets (&shape->box, around)))
        continue;
      if (own)
        tuce_box_join (around, &shape->box);
      if (!insert_feature (county, edit, index, row, geodata, i, error))
        return FALSE;
    }
  return TRUE;
}

static void
widen (TuceBox *box)
{
  double lon = NEAR_DEGREES / cos ((box->south + box->north) / 2 * G_PI / 180);

  box->west -= lon;
  box->east += lon;
  box->south -= NEAR_DEGREES;
  box->north += NEAR_DEGREES;
}

static gboolean
insert_outlines (TuceCounty *county, TuceEdit *edit, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = tuce_data_path ("outlines", "index.csv", NULL);
  g_autoptr (TuceCsv) index = tuce_csv_load (path, error);
  TuceBox around = TUCE_BOX_EMPTY;

  if (!index || !tuce_csv_require (index, index_columns, error))
    return FALSE;
  /* The county's own outline comes first, because it decides which neighbours and rivers are near. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint row = 0; row < tuce_csv_n_rows (index); row++)
        {
          gboolean own = g_str_equal (cell (index, row, KEEP), "same");

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (own == (pass == 0) && !insert_features (county, edit, index, row, &around, error))
            return FALSE;
        }
      if (pass == 0 && !tuce_box_is_empty (&around))
        widen (&around);
    }
  return TRUE;
}

gboolean
tuce_new_county_fill (TuceCounty *county, TuceEdit *edit, GCancellable *cancellable, GError **error)
{
  return insert_divisions (county, edit, error) && insert_outlines (county, edit, cancellable, error)
         && tuce_parameters_install (county, edit, error);
}

static gboolean
fill (TuceCounty *county, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_strdup_printf (_("Create %s with its townships and villages"),
                                            tuce_county_get_name (county));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, label, error);

  if (edit)
    tuce_edit_set_founding (edit);
  if (!edit || !tuce_new_county_fill (county, edit, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (progress)
    progress (0.9, data);
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

static char *
county_name (const char *county_code, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceDivisions) divisions = dictionary ? tuce_divisions_load (error) : NULL;
  const TuceDivision *division;

  if (!divisions)
    return NULL;
  division = tuce_divisions_find (divisions, county_code);
  if (!division || !g_str_equal (division->level, tuce_level_county (dictionary)->name))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                   _("There is no county %s among the divisions this program ships."), county_code);
      return NULL;
    }
  return g_strdup (division->name);
}

TuceCounty *
tuce_new_county (const char *path, const char *county_code, int year, TuceProgress progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  g_autofree char *name = county_name (county_code, error);
  g_autoptr (TuceCounty) county = NULL;

  if (!name || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  county = tuce_county_begin (path, county_code, name, year, error);
  if (!county)
    return NULL;
  if (progress)
    progress (0.1, data);
  if (!fill (county, progress, data, cancellable, error) || !tuce_county_finish (county, error))
    return NULL;
  if (progress)
    progress (1, data);
  return g_steal_pointer (&county);
}
