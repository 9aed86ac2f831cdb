/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-list-page.h"
#include "tuce-page-kind.h"
#include "tuce-record-table.h"
#include "tuce-settings.h"

/**
 * TuceRecordPage:
 *
 * A page of the records of an entity, made from its lines in data/pages.csv: the table with its columns, filters above it,
 * how many there are, and the card of the one selected. A page with lines for several entities has a button for each. It is
 * all there is to a page that has nothing of its own; a class may replace how records are looked up.
 *
 * As a TucePage it shows "(sm(siss))": an entity, and maybe a condition (TUCE_CONDITION_VARIANT): only those that meet it.
 *
 * Actions beside those of TuceListPage: page.choose-columns, page.add (begins a new record on the card).
 */
#define TUCE_TYPE_RECORD_PAGE (tuce_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TuceRecordPage, tuce_record_page, TUCE, RECORD_PAGE, TuceListPage)

/**
 * TuceRecordPageClass:
 * @adds: whether a new record can be begun above the list
 * @prepare_table: (nullable): adds figures to a table before it knows the dictionary
 * @new_query: gives (transfer full) a query for the records listed, without columns and order
 * @look: begins to look up the ids of @query (transfer full), sorted by @figure (nullable) where that is the order; calls
 *   @ready with @data when it has them
 * @take: gives (transfer full) (element-type gint64) the ids of an answer, %NULL with @error where there is none
 * @count_words: gives what is said of how many there are. @n: ids of the last answer
 */
struct _TuceRecordPageClass
{
  TuceListPageClass parent_class;

  gboolean adds;
  void (*prepare_table) (TuceRecordPage *page, TuceRecordTable *table);
  TuceQuery *(*new_query) (TuceRecordPage *page, GError **error);
  void (*look) (TuceRecordPage *page, TuceQuery *query, const char *figure, gboolean descending, GCancellable *cancellable,
                GAsyncReadyCallback ready, gpointer data);
  GArray *(*take) (TuceRecordPage *page, GAsyncResult *result, GError **error);
  char *(*count_words) (TuceRecordPage *page, guint n);
};

/** tuce_record_page_new: Gives the page that the lines about @kind make. */
GtkWidget *tuce_record_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind);

/** tuce_record_page_build: Makes what is on the page: for the constructor of a class derived from it. */
void tuce_record_page_build (TuceRecordPage *page, TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind);

/** tuce_record_page_set_filters: Puts @widget, which takes all the room there is, in the place of the filters that data/pages.csv names: before tuce_record_page_build(). */
void tuce_record_page_set_filters (TuceRecordPage *page, GtkWidget *widget);

/** tuce_record_page_show: Lists records of @entity, one of its lines. @condition: (nullable) (transfer full): only those that meet it. */
void tuce_record_page_show (TuceRecordPage *page, const char *entity, TuceCondition *condition);

/** tuce_record_page_get_entity: Returns: (nullable): which records are listed; %NULL while no county is open. */
const TuceEntity *tuce_record_page_get_entity (TuceRecordPage *page);

/** tuce_record_page_get_table: Returns: (transfer none): the table of the records listed. */
TuceRecordTable *tuce_record_page_get_table (TuceRecordPage *page);

/** tuce_record_page_get_filters: Returns: (transfer none): what narrows the list; a TuceFilterBar. */
GtkWidget *tuce_record_page_get_filters (TuceRecordPage *page);

/** tuce_record_page_get_count: Returns: what is said of how many records are listed. */
const char *tuce_record_page_get_count (TuceRecordPage *page);
