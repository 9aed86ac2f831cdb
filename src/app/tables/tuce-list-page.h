/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-looks.h"
#include "tuce-page.h"
#include "tuce-workspace.h"

/**
 * TuceListPage:
 *
 * A page that is a list: a bar above it, the list with its looks (TuceLooks), something beside and below it. It knows when
 * to look anew (TuceFreshness), stops a look that a later one replaced, and puts the keyboard where it belongs. What the
 * list holds is its classes' affair.
 *
 * Actions: page.again (looks anew), page.whole-county, page.clear (the filter).
 *
 * ::activated: Enter or a double click on a row: somebody wants its card
 */
#define TUCE_TYPE_LIST_PAGE (tuce_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TuceListPage, tuce_list_page, TUCE, LIST_PAGE, GtkWidget)

/**
 * TuceListPageClass:
 * @fresh_by: TuceFreshBy: what besides the fields it reads the list is made from
 * @looking: what is said while it is looked up, to be translated
 * @add_reads: adds what decides which rows there are, and their order
 * @add_row_reads: (nullable): adds what stands in the rows; an edit that touches only that has them look again
 * @refresh: (nullable): has the rows look again. @changes: (nullable): the edit because of which
 * @look_up: begins to look; whoever has the answer asks tuce_list_page_take() whether it still counts, fills the list, and
 *   calls tuce_list_page_show_rows() or tuce_list_page_show_failure(). @changes: (nullable): the edit because of which
 * @shown: (nullable): the rows of a look, or that there is none, are shown now
 * @show_none: says in the looks why there is no row
 * @focus_rows: puts the focus into the rows. Returns: %FALSE without rows
 * @clear: takes the filter away
 * @county_changed: another county, or none, is open
 */
struct _TuceListPageClass
{
  GtkWidgetClass parent_class;

  guint fresh_by;
  const char *looking;
  void (*add_reads) (TuceListPage *page, TuceReads *reads);
  void (*add_row_reads) (TuceListPage *page, TuceReads *reads);
  void (*refresh) (TuceListPage *page, const TuceChangeSet *changes);
  void (*look_up) (TuceListPage *page, const TuceChangeSet *changes, GCancellable *cancellable);
  void (*shown) (TuceListPage *page);
  void (*show_none) (TuceListPage *page);
  gboolean (*focus_rows) (TuceListPage *page);
  void (*clear) (TuceListPage *page);
  void (*county_changed) (TuceListPage *page);
};

/** tuce_list_page_begin: Puts @list, the widget with the rows, on the page, and follows @workspace from now on: to be called by a class when its own parts are there. */
void tuce_list_page_begin (TuceListPage *page, TuceWorkspace *workspace, GtkWidget *list);

/** tuce_list_page_get_workspace: Returns: (transfer none): whose window it is in. */
TuceWorkspace *tuce_list_page_get_workspace (TuceListPage *page);

/** tuce_list_page_get_bar: Returns: (transfer none): the GtkBox above the list. */
GtkBox *tuce_list_page_get_bar (TuceListPage *page);

/** tuce_list_page_add_beside: Puts @widget to the left of the list; after tuce_list_page_begin(). */
void tuce_list_page_add_beside (TuceListPage *page, GtkWidget *widget);

/** tuce_list_page_add_below: Puts @widget under the list; after tuce_list_page_begin(). */
void tuce_list_page_add_below (TuceListPage *page, GtkWidget *widget);

/** tuce_list_page_find: Looks anew, now or when the page is next in view. @anew: what it shows is another list, which begins at its top. */
void tuce_list_page_find (TuceListPage *page, gboolean anew);

/** tuce_list_page_take: Returns: whether @result, a task's, answers the look on its way; then that one is over. */
gboolean tuce_list_page_take (TuceListPage *page, GAsyncResult *result);

/** tuce_list_page_is_anew: Returns: whether the next rows are another list, not the same one a moment later. */
gboolean tuce_list_page_is_anew (TuceListPage *page);

/** tuce_list_page_show_rows: The list is filled with @n rows. */
void tuce_list_page_show_rows (TuceListPage *page, guint n);

/** tuce_list_page_show_failure: @sentence: why it could not be looked up. */
void tuce_list_page_show_failure (TuceListPage *page, const char *sentence);

/** tuce_list_page_get_looks: Returns: (transfer none): for what stands in place of rows. */
TuceLooks *tuce_list_page_get_looks (TuceListPage *page);

/** tuce_list_page_get_look: see tuce_looks_get(). */
const char *tuce_list_page_get_look (TuceListPage *page);

/** tuce_list_page_is_whole: Returns: whether the scope is the whole county. */
gboolean tuce_list_page_is_whole (TuceListPage *page);

/** tuce_list_page_is_loading: Returns: whether a look is on its way. */
gboolean tuce_list_page_is_loading (TuceListPage *page);

/** tuce_list_page_activate: Emits ::activated. */
void tuce_list_page_activate (TuceListPage *page);
