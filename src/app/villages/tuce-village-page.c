/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-village-page.h"

#include <glib/gi18n-lib.h>

#include "tuce-incidence.h"
#include "tuce-place-figures.h"
#include "tuce-places-shown-task.h"
#include "tuce-read.h"

struct _TuceVillagePage
{
  TuceRecordPage parent_instance;

  GHashTable *incidences; /* id → TuceIncidence, of the places listed; or NULL */
};

G_DEFINE_FINAL_TYPE (TuceVillagePage, tuce_village_page, TUCE_TYPE_RECORD_PAGE)

static void
prepare_table (TuceRecordPage *page, TuceRecordTable *table)
{
  tuce_record_table_set_figures (table, tuce_place_figures_add, &TUCE_VILLAGE_PAGE (page)->incidences);
}

static void
add_reads (TuceListPage *page, TuceReads *reads)
{
  TUCE_LIST_PAGE_CLASS (tuce_village_page_parent_class)->add_reads (page, reads);
  tuce_incidences_add_reads (reads);
}

static void
look (TuceRecordPage *page, TuceQuery *query, const char *figure, gboolean descending, GCancellable *cancellable,
      GAsyncReadyCallback ready, gpointer data)
{
  tuce_places_shown_async (tuce_workspace_get_county (tuce_list_page_get_workspace (TUCE_LIST_PAGE (page))), query, figure,
                           descending, cancellable, ready, data);
}

static GArray *
take (TuceRecordPage *page, GAsyncResult *result, GError **error)
{
  TuceVillagePage *self = TUCE_VILLAGE_PAGE (page);
  g_autoptr (TucePlacesShown) shown = tuce_read_finish (result, error);

  if (!shown)
    return NULL;
  g_clear_pointer (&self->incidences, g_hash_table_unref);
  self->incidences = g_hash_table_ref (shown->incidences);
  return g_array_ref (shown->ids);
}

static void
tuce_village_page_finalize (GObject *object)
{
  g_clear_pointer (&TUCE_VILLAGE_PAGE (object)->incidences, g_hash_table_unref);
  G_OBJECT_CLASS (tuce_village_page_parent_class)->finalize (object);
}

static void
tuce_village_page_class_init (TuceVillagePageClass *klass)
{
  TuceRecordPageClass *record_class = TUCE_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_village_page_finalize;
  TUCE_LIST_PAGE_CLASS (klass)->looking = N_("Looking up places…");
  TUCE_LIST_PAGE_CLASS (klass)->add_reads = add_reads;
  record_class->prepare_table = prepare_table;
  record_class->look = look;
  record_class->take = take;
}

static void
tuce_village_page_init (TuceVillagePage *self)
{
}

GtkWidget *
tuce_village_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind)
{
  TuceVillagePage *self = g_object_new (TUCE_TYPE_VILLAGE_PAGE, NULL);

  tuce_record_page_build (TUCE_RECORD_PAGE (self), workspace, settings, kind);
  return GTK_WIDGET (self);
}
