/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * TUCE_ERROR:
 *
 * The errors of this program. Every message with this quark is one translated sentence for the person who has to
 * act on it: what went wrong, where, and what to do.
 *
 * TUCE_ERROR_REFUSED:   the input is not acceptable; nothing was changed
 * TUCE_ERROR_NOT_FOUND: what was named does not exist
 * TUCE_ERROR_READ_ONLY: the county is open for reading only
 * TUCE_ERROR_HELD:      another program holds the county for writing
 * TUCE_ERROR_NOT_A_COUNTY: the file is not a Tuce file, or a damaged one
 * TUCE_ERROR_STORAGE:   the file or the disk failed
 * TUCE_ERROR_DATA:      a file of our own data (dictionary, form, …) has a mistake
 */
#define TUCE_ERROR (tuce_error_quark ())

typedef enum
{
  TUCE_ERROR_REFUSED,
  TUCE_ERROR_NOT_FOUND,
  TUCE_ERROR_READ_ONLY,
  TUCE_ERROR_HELD,
  TUCE_ERROR_NOT_A_COUNTY,
  TUCE_ERROR_STORAGE,
  TUCE_ERROR_DATA,
} TuceError;

/** tuce_error_quark: Gives the quark of TUCE_ERROR. */
GQuark tuce_error_quark (void);
