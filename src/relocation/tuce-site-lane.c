/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-site-lane.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"

/* The columns of data/relocation/lanes.csv. */
enum
{
  LANE,
  LABEL_EN,
  LABEL_ZH,
  STAGES
};

static const char *const columns[]
    = { [LANE] = "lane", [LABEL_EN] = "label_en", [LABEL_ZH] = "label_zh", [STAGES] = "stages", NULL };

static void
lane_clear (gpointer data)
{
  g_strfreev ((char **) ((TuceSiteLane *) data)->stages);
}

static gboolean
refuse (TuceCsv *csv, guint row, const char *stage, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA,
               _("%s:%u: “%s” is no stage of a site, or stands in two lanes: each stage has to stand in one."),
               tuce_csv_path (csv), tuce_csv_line (csv, row), stage);
  return FALSE;
}

static gboolean
read_lane (TuceCsv *csv, guint row, const TuceCodeList *codes, GHashTable *seen, GArray *lanes, GError **error)
{
  g_auto (GStrv) stages = g_strsplit (tuce_csv_cell (csv, row, columns[STAGES]), " ", -1);
  TuceSiteLane lane = { .name = g_intern_string (tuce_csv_cell (csv, row, columns[LANE])),
                        .label_en = g_intern_string (tuce_csv_cell (csv, row, columns[LABEL_EN])),
                        .label_zh = g_intern_string (tuce_csv_cell (csv, row, columns[LABEL_ZH])) };

  for (guint i = 0; stages[i]; i++)
    {
      const TuceCode *code = tuce_code_list_find (codes, stages[i]);

      if (!code || !g_hash_table_add (seen, (gpointer) code))
        return refuse (csv, row, stages[i], error);
    }
  lane.stages = (const char *const *) g_steal_pointer (&stages);
  g_array_append_val (lanes, lane);
  return TRUE;
}

static GArray *
read_lanes (TuceDictionary *dictionary, GError **error)
{
  const TuceCodeList *codes = tuce_dictionary_code_list (dictionary, "site_stage");
  g_autofree char *path = tuce_data_path ("relocation", "lanes.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (TuceSiteLane));

  g_array_set_clear_func (lanes, lane_clear);
  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    if (!read_lane (csv, row, codes, seen, lanes, error))
      return NULL;
  for (guint i = 0; i < codes->codes->len; i++)
    if (!g_hash_table_contains (seen, codes->codes->pdata[i]))
      {
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: no lane has the stage “%s”."), tuce_csv_path (csv),
                     ((const TuceCode *) codes->codes->pdata[i])->code);
        return NULL;
      }
  return g_steal_pointer (&lanes);
}

const TuceSiteLane *
tuce_site_lanes (TuceDictionary *dictionary, guint *n, GError **error)
{
  static GMutex mutex;
  static GHashTable *loaded; /* path → GArray; kept while the program runs */
  g_autofree char *path = tuce_data_path ("relocation", "lanes.csv", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GArray *lanes;

  if (!loaded)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  lanes = g_hash_table_lookup (loaded, path);
  if (!lanes)
    {
      lanes = read_lanes (dictionary, error);
      if (lanes)
        g_hash_table_insert (loaded, g_steal_pointer (&path), lanes);
    }
  *n = lanes ? lanes->len : 0;
  return lanes ? (const TuceSiteLane *) (gpointer) lanes->data : NULL;
}

const char *
tuce_site_lane_label (const TuceSiteLane *lane)
{
  return tuce_text_is_chinese () ? lane->label_zh : lane->label_en;
}

guint
tuce_site_lane_find (const TuceSiteLane *lanes, guint n, const char *stage)
{
  for (guint i = 0; i < n; i++)
    if (g_strv_contains (lanes[i].stages, stage))
      return i;
  return 0;
}
