/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** What is wrong with an identity number (GB 11643-1999; domain.md §4.7). */
typedef enum
{
  TUCE_IDENTITY_VALID,
  TUCE_IDENTITY_EMPTY,
  TUCE_IDENTITY_OLD,        /* 15 digits: the number of before 1999, to be replaced by hand */
  TUCE_IDENTITY_LENGTH,     /* not 18 characters */
  TUCE_IDENTITY_CHARACTERS, /* something else than digits (and a final X) */
  TUCE_IDENTITY_DATE,       /* no such day of birth, or one before 1900 or in the future */
  TUCE_IDENTITY_CHECKSUM
} TuceIdentityResult;

/** tuce_identity_normalize: Gives @text without spaces, digits half-width, a final x as X. */
char *tuce_identity_normalize (const char *text);

/**
 * tuce_identity_check:
 * @number: a normalised number
 * @today: (nullable): births after this day are impossible; %NULL leaves that out
 *
 * Checks form, date of birth and check digit. The region is never a reason to refuse.
 */
TuceIdentityResult tuce_identity_check (const char *number, const GDate *today);

/** tuce_identity_message: Gives a translated sentence for @result, or %NULL for a valid number. */
const char *tuce_identity_message (TuceIdentityResult result);

/** tuce_identity_check_digit: Gives the 18th character for the first 17 digits of @number. */
char tuce_identity_check_digit (const char *number);

/** tuce_identity_birth: sets @birth from digits 7–14. Returns: whether they are an existing day. */
gboolean tuce_identity_birth (const char *number, GDate *birth);

/** tuce_identity_is_male: the parity of digit 17. @number must have 18 characters. */
gboolean tuce_identity_is_male (const char *number);

/** tuce_phone_check: whether @number is a mobile (11 digits starting 1) or a land line with or without area code. */
gboolean tuce_phone_check (const char *number);
