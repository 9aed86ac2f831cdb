/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** What is wrong with an identity number (GB 11643-1999). */
typedef enum
{
  TUCE_IDENTITY_VALID,
  TUCE_IDENTITY_EMPTY,
  TUCE_IDENTITY_OLD,        /* 15 digits: a number from before GB 11643-1999, to be replaced by hand */
  TUCE_IDENTITY_LENGTH,     /* not 18 characters */
  TUCE_IDENTITY_CHARACTERS, /* characters other than digits and a final X */
  TUCE_IDENTITY_DATE,       /* no such day of birth, or one before 1900 or in the future */
  TUCE_IDENTITY_CHECKSUM
} TuceIdentityResult;

/** tuce_identity_normalize: Gives (transfer full) @text without spaces, with half-width digits, and with a final x as X. */
char *tuce_identity_normalize (const char *text);

/**
 * tuce_identity_check:
 * @number: a normalised number
 * @today: (nullable): births after this day are impossible; %NULL leaves that out
 *
 * Checks form, date of birth and check digit. The first six digits (the region) are not checked: people may come from any province.
 */
TuceIdentityResult tuce_identity_check (const char *number, const GDate *today);

/**
 * tuce_identity_message: Returns: (transfer none): what @result means, translated, to be read after the field's label; %NULL
 * for a valid number.
 */
const char *tuce_identity_message (TuceIdentityResult result);

/**
 * tuce_identity_check_digit: Gives the 18th character for the first 17 characters of @number, which must be digits (GB
 * 11643-1999).
 */
char tuce_identity_check_digit (const char *number);

/** tuce_identity_birth: Sets @birth from digits 7–14. Returns: whether they are an existing day. */
gboolean tuce_identity_birth (const char *number, GDate *birth);

/** tuce_identity_is_male: Returns: whether digit 17 is odd, which means male (GB 11643-1999). @number must have 18 characters. */
gboolean tuce_identity_is_male (const char *number);

/**
 * tuce_phone_check: Returns: whether @number is a mobile number (11 digits starting with 1) or a land line with or without
 * area code.
 */
gboolean tuce_phone_check (const char *number);
