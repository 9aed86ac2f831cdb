/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The villages people come from, on the page 搬迁. */
#include "tuce-origin-figures.h"
#include "tuce-relocation-page-private.h"

#define VILLAGE "village"

typedef struct
{
  GHashTable *by_village;
  const char *figure;
  gboolean descending;
} Sorting;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  double x = tuce_origin_figure (g_hash_table_lookup (sorting->by_village, a), sorting->figure);
  double y = tuce_origin_figure (g_hash_table_lookup (sorting->by_village, b), sorting->figure);
  int order = x < y ? -1 : x > y;

  return sorting->descending ? -order : order;
}

TuceQuery *
tuce_relocation_page_origins_query (TuceRelocationPage *self)
{
  TuceQuery *query = tuce_query_new (tuce_workspace_get_county (self->workspace), VILLAGE);
  g_autoptr (GError) error = NULL;

  if (!tuce_query_set_columns (query, tuce_record_table_get_paths (self->origins), &error))
    tuce_workspace_report_error (self->workspace, error);
  return query;
}

/* Their ids in the order of the table: by a figure, or as the register puts villages by a field, which are few hundred. */
static GArray *
sorted_origins (TuceRelocationPage *self, const TuceMovers *movers)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean descending;
  const char *order = tuce_record_table_get_order (self->origins, &descending);
  Sorting sorting = { self->by_village, order, descending };
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < movers->origins->len; i++)
    {
      const TuceOriginMoves *origin = movers->origins->pdata[i];

      if (origin->village_id)
        g_array_append_val (ids, origin->village_id);
    }
  if (order && *order == '@')
    g_array_sort_with_data (ids, compare, &sorting);
  if (!order || *order == '@')
    return ids;
  query = tuce_relocation_page_origins_query (self);
  all = tuce_query_set_order (query, order, descending, NULL)
            ? tuce_query_ids (query, tuce_workspace_get_county (self->workspace), NULL, NULL)
            : NULL;
  if (!all)
    return ids;
  g_array_set_size (ids, 0);
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (self->by_village, &g_array_index (all, gint64, i)))
      g_array_append_val (ids, g_array_index (all, gint64, i));
  return ids;
}

void
tuce_relocation_page_show_origins (TuceRelocationPage *self)
{
  const TuceMovers *movers = tuce_relocation_page_movers (self);
  g_autoptr (GArray) ids = NULL;
  TuceRecordList *old = tuce_record_table_get_list (self->origins);
  g_autoptr (TuceRecordList) list = NULL;
  gboolean followed;

  g_clear_pointer (&self->by_village, g_hash_table_unref);
  if (!movers)
    {
      tuce_record_table_set_list (self->origins, NULL);
      return;
    }
  self->by_village = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < movers->origins->len; i++)
    {
      TuceOriginMoves *origin = movers->origins->pdata[i];

      g_hash_table_insert (self->by_village, &origin->village_id, origin);
    }
  ids = sorted_origins (self, movers);
  tuce_record_table_hold (self->origins, TRUE);
  followed = old && tuce_record_list_follow (old, ids);
  tuce_record_table_hold (self->origins, FALSE);
  if (followed)
    return;
  list = tuce_record_list_new (tuce_workspace_get_county (self->workspace), tuce_relocation_page_origins_query (self),
                               g_steal_pointer (&ids));
  tuce_record_table_set_list (self->origins, list);
  tuce_relocation_page_show_selected (self, FALSE);
  if (tuce_relocation_page_shows_origins (self))
    tuce_relocation_page_show_look (self);
}
