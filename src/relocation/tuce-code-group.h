/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Which codes count as what the program asks for, by data/relocation/groups.csv. Read once for a folder of data; what is
 * given is kept as long as the program runs. Any thread.
 */

#define TUCE_GROUP_MOVED_IN "moved_in"       /* stages of a site */
#define TUCE_GROUP_CENTRALISED "centralised" /* types of resettlement */
#define TUCE_GROUP_SCATTERED "scattered"

/**
 * tuce_code_group_sql:
 * Gives the codes of @group as SQL has them in IN (…): "'MOVEIN', 'DEMOLISH'"; none of them holds a quote. %NULL with
 * TUCE_ERROR_DATA where the file has no such group, or one with a code that its list has not. Not to be freed.
 */
const char *tuce_code_group_sql (const char *group, GError **error);

/** tuce_code_group_choice: Gives the codes of @group as a condition TUCE_IS has them, "MOVEIN|DEMOLISH"; else as above. */
const char *tuce_code_group_choice (const char *group, GError **error);
