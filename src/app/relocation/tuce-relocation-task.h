/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-read.h"
#include "tuce-schedule.h"
#include "tuce-site-board.h"

/** TuceRelocationFound: the figures of the page 搬迁. */
typedef struct
{
  TuceSiteBoards *boards;
  GPtrArray *schedule; /* TuceSitePlan: as of the county's day */
  GHashTable *plans;   /* id of a site → its TuceSitePlan, in @schedule */
} TuceRelocationFound;

void tuce_relocation_found_free (TuceRelocationFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceRelocationFound, tuce_relocation_found_free)

/** tuce_relocation_find_async: Counts, by tuce_read_async(): a TuceRelocationFound. @standards: (nullable) */
void tuce_relocation_find_async (TuceCounty *county, TuceStandards *standards, const char *scope, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
