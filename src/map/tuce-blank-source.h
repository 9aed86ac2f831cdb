/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

/**
 * TuceBlankSource:
 * A map source without pictures. libshumate needs a reference map source to convert positions into pixels: this one says that
 * there are 256-pixel Mercator tiles up to zoom 20. Nothing is ever fetched from it.
 */
#define TUCE_TYPE_BLANK_SOURCE (tuce_blank_source_get_type ())
G_DECLARE_FINAL_TYPE (TuceBlankSource, tuce_blank_source, TUCE, BLANK_SOURCE, ShumateMapSource)

#define TUCE_MAP_MIN_ZOOM 7
#define TUCE_MAP_MAX_ZOOM 20

/** tuce_blank_source_new: Returns: (transfer full): a new source with the id "tuce-blank". */
ShumateMapSource *tuce_blank_source_new (void);
