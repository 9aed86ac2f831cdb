/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/* Loads something with a reader of a county: TRUE when it could be. */
typedef gboolean (*NotedLoad) (TuceCounty *reader, gconstpointer data, GError **error);

/* Asks SQLite what @load reads, and fails where @reads does not say so. @who: for the sentence. */
void noted_reader_check (const char *who, TuceCounty *county, NotedLoad load, gconstpointer data, const TuceReads *reads);

/* A changed phone must not touch what shows no phone. */
void noted_reader_assert_no_phone (TuceCounty *county, const TuceReads *reads);
