/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * The administrative divisions the program ships (data/divisions/, the edition in force in July 2018). Codes are
 * trimmed to their level: city 4 and county 6 digits (GB/T 2260), township 9 (GB/T 10114), village 12 (statistical codes of
 * the National Bureau of Statistics).
 */
typedef struct
{
  char *code;
  char *name;       /* 双桥村村民委员会, as published */
  char *short_name; /* 双桥村 */
  char *level;      /* "city", "county", "township", "village" */
  char *parent_code;
  char *kind;       /* code of the list place_kind: town, township, subdistrict, village, community */
} TuceDivision;

typedef struct _TuceDivisions TuceDivisions;

/** tuce_divisions_load: Returns: (transfer full): the divisions in data/divisions/, or %NULL with @error naming file and line. */
TuceDivisions *tuce_divisions_load (GError **error);

/** tuce_divisions_free: Frees @divisions with every TuceDivision it gave. */
void tuce_divisions_free (TuceDivisions *divisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDivisions, tuce_divisions_free)

/**
 * tuce_divisions_list: Returns: (transfer container) (element-type TuceDivision): the divisions of @level below @parent_code
 * (%NULL: all), by code.
 */
GPtrArray *tuce_divisions_list (TuceDivisions *divisions, const char *level, const char *parent_code);

/** tuce_divisions_find: Returns: (transfer none) (nullable): the division whose code, trimmed to its level, is @code. */
const TuceDivision *tuce_divisions_find (TuceDivisions *divisions, const char *code);
