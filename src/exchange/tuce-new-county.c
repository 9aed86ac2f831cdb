/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-new-county.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-divisions.h"
#include "tuce-error.h"
#include "tuce-geodata.h"
#include "tuce-parameters.h"

/* How far beyond the county's box neighbours and rivers are taken in, in degrees of latitude (20 km). */
#define NEAR_DEGREES 0.18

/* The field that names the division above, for each level that has one. */
static const struct
{
  const char *level;
  const char *parent_field;
} levels[] = { { "county", "city_code" }, { "township", "county_code" }, { "village", "township_code" } };

static gboolean
insert_division (TuceCounty *county, TuceEdit *edit, const TuceDivision *division, const char *parent_field,
                 GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  g_autoptr (TuceRecord) record = tuce_record_new (tuce_dictionary_entity (dictionary, division->level));

  tuce_record_set_text (record, "code", division->code);
  tuce_record_set_text (record, "name", division->name);
  tuce_record_set_text (record, "short_name", division->short_name);
  if (parent_field)
    tuce_record_set_text (record, parent_field, division->parent_code);
  if (division->kind)
    tuce_record_set_text (record, "kind", division->kind);
  return tuce_edit_insert (edit, record, error);
}

static gboolean
insert_divisions (TuceCounty *county, TuceEdit *edit, GError **error)
{
  const char *code = tuce_county_get_code (county);
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (error);
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
  if (!insert_division (county, edit, city, NULL, error))
    return FALSE;
  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    {
      g_autoptr (GPtrArray) list = tuce_divisions_list (divisions, levels[level].level, NULL);

      for (guint i = 0; i < list->len; i++)
        {
          const TuceDivision *division = list->pdata[i];

          if (g_str_has_prefix (division->code, code)
              && !insert_division (county, edit, division, levels[level].parent_field, error))
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

static gboolean
insert_feature (TuceCounty *county, TuceEdit *edit, TuceCsv *index, guint row, TuceGeodata *geodata, guint feature,
                GError **error)
{
  static const char *const copied[] = { "layer", "origin", "attribution", "datum" };
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  g_autoptr (TuceRecord) record = tuce_record_new (tuce_dictionary_entity (dictionary, "feature"));
  g_autoptr (GBytes) shape = tuce_shape_to_wkb (tuce_geodata_shape (geodata, feature));
  const char *key = tuce_csv_cell (index, row, "key");

  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    tuce_record_set_text (record, copied[i], tuce_csv_cell (index, row, copied[i]));
  if (*key)
    tuce_record_set_text (record, "code", tuce_geodata_text (geodata, feature, key));
  tuce_record_set_text (record, "name", tuce_geodata_text (geodata, feature, tuce_csv_cell (index, row, "name")));
  tuce_record_set_bytes (record, "shape", shape);
  return tuce_edit_insert (edit, record, error);
}

/* Inserts the features of one file that its line of the index asks for. @around is the box of the county: the file with the
 * county's own outline enlarges it; of the other files only features that meet it are taken. */
static gboolean
insert_features (TuceCounty *county, TuceEdit *edit, TuceCsv *index, guint row, TuceBox *around, GError **error)
{
  g_autofree char *path = tuce_data_path ("outlines", tuce_csv_cell (index, row, "file"), NULL);
  g_autoptr (TuceGeodata) geodata
      = tuce_geodata_load (path, datum_of_code (tuce_csv_cell (index, row, "datum")), error);
  gboolean own = g_str_equal (tuce_csv_cell (index, row, "keep"), "same");
  const char *key = tuce_csv_cell (index, row, "key");

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
  static const char *const columns[]
      = { "file", "layer", "keep", "key", "name", "origin", "attribution", "datum", NULL };
  g_autofree char *path = tuce_data_path ("outlines", "index.csv", NULL);
  g_autoptr (TuceCsv) index = tuce_csv_load (path, error);
  TuceBox around = TUCE_BOX_EMPTY;

  if (!index || !tuce_csv_require (index, columns, error))
    return FALSE;
  /* The county's own outline comes first, because it decides which neighbours and rivers are near. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint row = 0; row < tuce_csv_n_rows (index); row++)
        {
          gboolean own = g_str_equal (tuce_csv_cell (index, row, "keep"), "same");

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
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (error);
  const TuceDivision *division;

  if (!divisions)
    return NULL;
  division = tuce_divisions_find (divisions, county_code);
  if (!division || !g_str_equal (division->level, "county"))
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
