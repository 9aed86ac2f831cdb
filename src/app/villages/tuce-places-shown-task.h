/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-incidence.h"
#include "tuce-query.h"
#include "tuce-read.h"

/** TucePlacesShown: villages or townships as a list shows them. */
typedef struct
{
  GArray *ids;            /* gint64, in order */
  GHashTable *incidences; /* id (gint64) → TuceIncidence */
} TucePlacesShown;

void tuce_places_shown_free (TucePlacesShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlacesShown, tuce_places_shown_free)

/**
 * tuce_places_shown_async:
 * @query: (transfer full): for places; its columns are changed
 * @figure: (nullable): "@incidence", "@poor", "@registered": sort by it instead
 *
 * Gives a TucePlacesShown, by tuce_read_async().
 */
void tuce_places_shown_async (TuceCounty *county, TuceQuery *query, const char *figure, gboolean descending,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
