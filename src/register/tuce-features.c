/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-features.h"

#include "tuce-query.h"

#define FEATURE "feature"

/* The fields of a map feature; those up to the datum are read. */
enum
{
  LAYER,
  CODE,
  NAME,
  SHAPE,
  ORIGIN,
  ATTRIBUTION,
  DATUM,
  N_FIELDS
};

static const char *const fields[N_FIELDS]
    = { [LAYER] = "layer",   [CODE] = "code",               [NAME] = "name",  [SHAPE] = "shape",
        [ORIGIN] = "origin", [ATTRIBUTION] = "attribution", [DATUM] = "datum" };

TuceRecord *
tuce_feature_record (const TuceDictionary *dictionary, const TuceShape *shape, const TuceFeatureText *text)
{
  TuceRecord *record = tuce_record_new (tuce_dictionary_entity (dictionary, FEATURE));
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  const char *const said[N_FIELDS]
      = { [LAYER] = text->layer,   [CODE] = text->code,               [NAME] = text->name,
          [ORIGIN] = text->origin, [ATTRIBUTION] = text->attribution, [DATUM] = text->datum };

  for (guint i = 0; i < N_FIELDS; i++)
    if (said[i])
      tuce_record_set_text (record, fields[i], said[i]);
  tuce_record_set_bytes (record, fields[SHAPE], wkb);
  return record;
}

/* The fields that are read, and %NULL. */
static void
set_columns (const char *columns[DATUM + 1])
{
  for (guint i = 0; i < DATUM; i++)
    columns[i] = fields[i];
  columns[DATUM] = NULL;
}

typedef struct
{
  TuceFeatureFunc func;
  gpointer data;
} Reading;

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static gboolean
give_feature (gint64 id, const TuceValue *values, gpointer data)
{
  const Reading *reading = data;
  const TuceFeature feature = { .id = id,
                                .layer = text_of (&values[LAYER]),
                                .code = text_of (&values[CODE]),
                                .name = text_of (&values[NAME]),
                                .attribution = text_of (&values[ATTRIBUTION]),
                                .is_schematic = g_str_equal (text_of (&values[ORIGIN]), "schematic"),
                                .wkb = values[SHAPE].kind == TUCE_VALUE_BYTES ? values[SHAPE].bytes : NULL };

  return reading->func (&feature, reading->data);
}

gboolean
tuce_features_each (TuceCounty *county, const char *layers, TuceFeatureFunc func, gpointer data, GCancellable *cancellable,
                    GError **error)
{
  const char *columns[DATUM + 1];
  g_autoptr (TuceQuery) query = tuce_query_new (county, FEATURE);
  Reading reading = { func, data };

  set_columns (columns);
  return (!layers || tuce_query_add_condition (query, fields[LAYER], TUCE_IS, layers, error))
         && tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, county, give_feature, &reading, cancellable, error);
}

TuceShape *
tuce_feature_shape (const TuceFeature *feature, GError **error)
{
  gsize length;
  gconstpointer wkb = g_bytes_get_data (feature->wkb, &length);

  return tuce_shape_from_wkb (wkb, length, error);
}

void
tuce_features_add_reads (TuceReads *reads)
{
  const char *columns[DATUM + 1];

  set_columns (columns);
  tuce_reads_add_paths (reads, FEATURE, columns);
}
