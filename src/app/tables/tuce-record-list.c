/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-list.h"

#include <gio/gio.h>
#include <string.h>

#define PAGE_ROWS 64
#define MOST_PAGES 48 /* some 3,000 rows: more than a view keeps, little memory */
#define MOST_MOVED 300 /* rows that come or go one by one */

/* What one fetch brought. */
typedef struct
{
  TuceRows *rows;
  GList link;
} Page;

typedef struct
{
  Page *page;
  guint row;
} Place;

struct _TuceRecordList
{
  GObject parent_instance;

  TuceCounty *county;
  TuceQuery *query;
  GArray *ids;

  GHashTable *live;   /* id → TuceTableRow, not owned: rows somebody holds */
  GHashTable *places; /* id → Place: where its values are */
  GQueue pages;       /* used last first */
  guint n_fetched;
  gboolean failed;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TuceRecordList, tuce_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint failed_signal;

static gint64
id_at (TuceRecordList *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

/* Rows are held by views only; a row that is gone leaves the table of live ones. */
static void
forget_row (gpointer data, GObject *where_it_was)
{
  TuceRecordList *self = data;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (row == where_it_was)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
drop_page (TuceRecordList *self, Page *page)
{
  for (guint i = 0; i < page->rows->n_rows; i++)
    {
      Place *place = g_hash_table_lookup (self->places, &page->rows->ids[i]);

      if (place && place->page == page)
        g_hash_table_remove (self->places, &page->rows->ids[i]);
    }
  g_queue_unlink (&self->pages, &page->link);
  tuce_rows_free (page->rows);
  g_free (page);
}

static void
drop_pages (TuceRecordList *self)
{
  while (self->pages.head)
    drop_page (self, self->pages.head->data);
}

static void
keep_page (TuceRecordList *self, TuceRows *rows, const gint64 *ids)
{
  Page *page = g_new0 (Page, 1);

  page->rows = rows;
  page->link.data = page;
  g_queue_push_head_link (&self->pages, &page->link);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      Place *place = g_new (Place, 1);

      /* A record deleted meanwhile has the id 0 there; it is looked up by the id it had. */
      rows->ids[i] = ids[i];
      *place = (Place){ page, i };
      g_hash_table_replace (self->places, g_memdup2 (&ids[i], sizeof (gint64)), place);
    }
  while (self->pages.length > MOST_PAGES)
    drop_page (self, self->pages.tail->data);
}

/* Fetches what is missing of the page around @position. */
static void
fetch_around (TuceRecordList *self, guint position)
{
  guint from = position - position % PAGE_ROWS;
  guint to = MIN (from + PAGE_ROWS, self->ids->len);
  gint64 wanted[PAGE_ROWS];
  guint n = 0;
  TuceRows *rows;
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < to; i++)
    {
      gint64 id = id_at (self, i);

      if (!g_hash_table_contains (self->places, &id))
        wanted[n++] = id;
    }
  rows = tuce_query_fetch (self->query, self->county, wanted, n, &error);
  if (rows)
    {
      self->n_fetched += n;
      self->failed = FALSE;
      keep_page (self, rows, wanted);
    }
  else if (!self->failed)
    {
      self->failed = TRUE; /* said once, not once for every cell */
      g_signal_emit (self, failed_signal, 0, error->message);
    }
}

static GType
get_item_type (GListModel *model)
{
  return TUCE_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return TUCE_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TuceRecordList *self = TUCE_RECORD_LIST (model);
  TuceTableRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = id_at (self, position);
  row = g_hash_table_lookup (self->live, &id);
  if (row)
    return g_object_ref (row);
  row = tuce_table_row_new (id);
  g_object_weak_ref (G_OBJECT (row), forget_row, self);
  g_hash_table_insert (self->live, g_memdup2 (&id, sizeof id), row);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tuce_record_list_dispose (GObject *object)
{
  TuceRecordList *self = TUCE_RECORD_LIST (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_object_weak_unref (row, forget_row, self);
      g_hash_table_iter_remove (&iter);
    }
  drop_pages (self);
  g_clear_object (&self->county);
  g_clear_pointer (&self->query, tuce_query_free);
  G_OBJECT_CLASS (tuce_record_list_parent_class)->dispose (object);
}

static void
tuce_record_list_finalize (GObject *object)
{
  TuceRecordList *self = TUCE_RECORD_LIST (object);

  g_hash_table_unref (self->live);
  g_hash_table_unref (self->places);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (tuce_record_list_parent_class)->finalize (object);
}

static void
tuce_record_list_class_init (TuceRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tuce_record_list_dispose;
  object_class->finalize = tuce_record_list_finalize;

  failed_signal = g_signal_new ("failed", TUCE_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tuce_record_list_init (TuceRecordList *self)
{
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_queue_init (&self->pages);
}

TuceRecordList *
tuce_record_list_new (TuceCounty *county, TuceQuery *query, GArray *ids)
{
  TuceRecordList *self = g_object_new (TUCE_TYPE_RECORD_LIST, NULL);

  self->county = g_object_ref (county);
  self->query = query;
  self->ids = ids;
  return self;
}

TuceCounty *
tuce_record_list_get_county (TuceRecordList *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), NULL);
  return self->county;
}

void
tuce_record_list_set_query (TuceRecordList *self, TuceQuery *query)
{
  g_return_if_fail (TUCE_IS_RECORD_LIST (self));
  tuce_query_free (self->query);
  self->query = query;
  tuce_record_list_refresh_all (self);
}

gint64
tuce_record_list_get_id (TuceRecordList *self, guint position)
{
  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), 0);
  return position < self->ids->len ? id_at (self, position) : 0;
}

gboolean
tuce_record_list_find (TuceRecordList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), FALSE);
  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

const TuceValue *
tuce_record_list_value (TuceRecordList *self, guint position, guint column)
{
  Place *place;
  gint64 id;

  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), NULL);
  if (position >= self->ids->len)
    return NULL;
  id = id_at (self, position);
  place = g_hash_table_lookup (self->places, &id);
  if (!place)
    {
      fetch_around (self, position);
      place = g_hash_table_lookup (self->places, &id);
    }
  if (!place || column >= place->page->rows->n_columns)
    return NULL;
  if (self->pages.head != &place->page->link)
    {
      g_queue_unlink (&self->pages, &place->page->link);
      g_queue_push_head_link (&self->pages, &place->page->link);
    }
  return tuce_rows_value (place->page->rows, place->row, column);
}

void
tuce_record_list_refresh (TuceRecordList *self, gint64 id)
{
  TuceTableRow *row;

  g_return_if_fail (TUCE_IS_RECORD_LIST (self));
  g_hash_table_remove (self->places, &id);
  row = g_hash_table_lookup (self->live, &id);
  if (row)
    tuce_table_row_changed (row);
}

void
tuce_record_list_refresh_all (TuceRecordList *self)
{
  g_autoptr (GList) rows = NULL;

  g_return_if_fail (TUCE_IS_RECORD_LIST (self));
  drop_pages (self);
  rows = g_hash_table_get_values (self->live);
  for (GList *l = rows; l; l = l->next)
    tuce_table_row_changed (l->data);
}

/* Whether both hold the same records in the same order when the touched ones are left out. */
static gboolean
alike_but_for (GArray *a, GArray *b, GHashTable *touched)
{
  guint i = 0, j = 0;

  for (;;)
    {
      while (i < a->len && g_hash_table_contains (touched, &g_array_index (a, gint64, i)))
        i++;
      while (j < b->len && g_hash_table_contains (touched, &g_array_index (b, gint64, j)))
        j++;
      if (i == a->len || j == b->len)
        return i == a->len && j == b->len;
      if (g_array_index (a, gint64, i++) != g_array_index (b, gint64, j++))
        return FALSE;
    }
}

gboolean
tuce_record_list_update_ids (TuceRecordList *self, GArray *ids, GHashTable *touched)
{
  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), FALSE);

  if (ids->len == self->ids->len
      && (ids->len == 0 || memcmp (ids->data, self->ids->data, ids->len * sizeof (gint64)) == 0))
    return TRUE;
  if (!alike_but_for (self->ids, ids, touched))
    return FALSE;

  for (guint i = self->ids->len; i-- > 0;)
    if (g_hash_table_contains (touched, &g_array_index (self->ids, gint64, i)))
      {
        g_array_remove_index (self->ids, i);
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
      }
  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (touched, &g_array_index (ids, gint64, i)))
      {
        g_array_insert_val (self->ids, i, g_array_index (ids, gint64, i));
        g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
      }
  return TRUE;
}

/* The ids that are in one of the lists only; NULL where they are too many for moving rows one by one. */
static GHashTable *
difference (GArray *a, GArray *b)
{
  g_autoptr (GHashTable) apart = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < a->len; i++)
    g_hash_table_add (apart, &g_array_index (a, gint64, i));
  for (guint i = 0; i < b->len; i++)
    if (!g_hash_table_remove (apart, &g_array_index (b, gint64, i)))
      g_hash_table_add (apart, &g_array_index (b, gint64, i));
  return g_hash_table_size (apart) <= MOST_MOVED ? g_steal_pointer (&apart) : NULL;
}

gboolean
tuce_record_list_follow (TuceRecordList *self, GArray *ids)
{
  g_autoptr (GArray) before = NULL; /* the set points into it */
  g_autoptr (GHashTable) apart = NULL;

  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), FALSE);
  before = g_array_copy (self->ids);
  apart = difference (before, ids);
  if (!apart)
    return FALSE;
  tuce_record_list_refresh_all (self);
  return tuce_record_list_update_ids (self, ids, apart);
}

guint
tuce_record_list_n_fetched (TuceRecordList *self)
{
  g_return_val_if_fail (TUCE_IS_RECORD_LIST (self), 0);
  return self->n_fetched;
}
