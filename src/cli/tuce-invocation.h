/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

typedef struct _TuceInvocation TuceInvocation;

/**
 * TuceCommand:
 * @name: the word after tuce-cli
 * @parameters: what follows the options, as the help shows it
 * @summary: what it does, in one sentence
 * @details: (nullable): more for its help: examples, notations
 * @run: does it. Returns: whether it was done; if not, its error says why
 */
typedef struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *details;
  gboolean (*run) (TuceInvocation *invocation, GError **error);
} TuceCommand;

/** TuceExit: the exit status of tuce-cli. */
typedef enum
{
  TUCE_EXIT_DONE = 0,
  TUCE_EXIT_WRONG = 1, /* it was done, but the data have faults */
  TUCE_EXIT_USAGE = 2,
  TUCE_EXIT_REFUSED = 3, /* the input was not accepted; nothing was changed */
  TUCE_EXIT_FAILED = 4,  /* the file or the disk failed */
  TUCE_EXIT_INTERRUPTED = 130
} TuceExit;

/**
 * TuceInvocation: one command as it was called.
 * @argv: (array zero-terminated=1): its options and parameters; after tuce_invocation_parse() only the parameters
 * @json: whether --json was given
 * @verdict: the exit status if the command was done; TUCE_EXIT_DONE unless the command changes it
 * @cancellable: cancelled by Ctrl+C or SIGTERM
 */
struct _TuceInvocation
{
  const TuceCommand *command;
  char **argv;
  gboolean json;
  TuceExit verdict;
  GCancellable *cancellable;
};

/**
 * tuce_invocation_parse:
 * @entries: the command's own options; --json is added
 * @least: how many parameters it needs
 * @most: how many it may have
 *
 * Takes the options out of @argv and checks the number of the remaining parameters. %FALSE with @error where the
 * command was called wrongly. Where help was asked for, prints it and exits.
 */
gboolean tuce_invocation_parse (TuceInvocation *invocation,
                                const GOptionEntry *entries,
                                guint least,
                                guint most,
                                GError **error);

/**
 * tuce_invocation_refuse_usage:
 * Sets @error to a mistake in how the command was called. Returns: %FALSE, for the caller to return
 */
gboolean tuce_invocation_refuse_usage (GError **error, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/**
 * tuce_invocation_check_year:
 * Whether the register can have figures of @year; if not, @error gives the first and last possible year.
 */
gboolean tuce_invocation_check_year (int year, GError **error);

/** tuce_invocation_exit: Gives the exit status for @error. */
TuceExit tuce_invocation_exit (const GError *error);

/**
 * tuce_invocation_open:
 * Opens the county file that the first parameter names. The caller owns it; %NULL with @error.
 */
TuceCounty *tuce_invocation_open (TuceInvocation *invocation, TuceOpenMode mode, GError **error);

/**
 * tuce_invocation_progress:
 * A TuceProgress. Shows percent on standard error if that is a terminal, and clears the line at 1.
 */
void tuce_invocation_progress (double fraction, gpointer unused);

/** tuce_invocation_absolute: Gives the full path of @path, so that messages say where a file is. The caller owns it. */
char *tuce_invocation_absolute (const char *path);
