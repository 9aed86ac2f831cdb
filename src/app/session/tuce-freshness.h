/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-reads.h"
#include "tuce-workspace.h"

/**
 * TuceFreshness:
 *
 * When a page asks anew for what it shows. The page says of each part what it is made from; an edit, new verdicts, another
 * scope or day that touch a part make it stale. A page in view is asked for its stale parts at once; one that is not is
 * asked when it is next in view, once, whatever happened meanwhile.
 *
 * In view is what is mapped; also what hides itself because it has nothing to show, while what it stands in is mapped.
 */
#define TUCE_TYPE_FRESHNESS (tuce_freshness_get_type ())
G_DECLARE_FINAL_TYPE (TuceFreshness, tuce_freshness, TUCE, FRESHNESS, GObject)

/* What besides the fields it reads a part is made from. */
typedef enum
{
  TUCE_FRESH_BY_SCOPE = 1 << 0,     /* scope, search and conditions of the window */
  TUCE_FRESH_BY_SELECTION = 1 << 1,
  TUCE_FRESH_BY_STANDARDS = 1 << 2, /* the packs in force */
  TUCE_FRESH_BY_DAY = 1 << 3        /* tuce_county_day() */
} TuceFreshBy;

/**
 * TuceFreshPart: one of the things a page asks for.
 * @add_reads: (nullable): adds what it is made from; called for each change, with a county open. Derived fields among it: new verdicts or findings make it stale
 * @is_touched: (nullable): for what fields alone do not tell: whether the change concerns it
 * @by: TuceFreshBy
 */
typedef struct
{
  void (*add_reads) (gpointer page, TuceReads *reads);
  gboolean (*is_touched) (gpointer page, const TuceChangeSet *changes);
  guint by;
} TuceFreshPart;

/* Beside the parts: the window's scope, or its county, is another, so that a list begins at its top. */
#define TUCE_FRESH_ANEW (1u << 31)
#define TUCE_FRESH_ALL (~TUCE_FRESH_ANEW)

/**
 * TuceFreshAsk: to ask for the parts of the bits in @stale (the first part is bit 0).
 * @changes: (nullable): the edit because of which, while the page is in view: all that is stale, is so by it alone
 */
typedef void (*TuceFreshAsk) (gpointer page, guint stale, const TuceChangeSet *changes);

/**
 * tuce_freshness_new:
 * @workspace: (nullable): without it only tuce_freshness_want() makes anything stale
 * @page: which keeps the object, and outlives it
 * @parts: at most 31, static
 * Everything is stale to begin with.
 */
TuceFreshness *tuce_freshness_new (TuceWorkspace *workspace, GtkWidget *page, const TuceFreshPart *parts, guint n_parts,
                                   TuceFreshAsk ask);

/** tuce_freshness_want: The page wants the parts of the bits in @stale anew: now, or when it is next in view. */
void tuce_freshness_want (TuceFreshness *freshness, guint stale);

/** tuce_freshness_get_stale: Returns: the bits of the parts the page will be asked for when it is next in view. */
guint tuce_freshness_get_stale (TuceFreshness *freshness);
