/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

typedef struct _TuceInvocation TuceInvocation;

/**
 * TuceCommand:
 * @name: the word after tuce-cli
 * @parameters: what follows the options, as the help shows it
 * @summary: what it does, one sentence
 * @details: (nullable): more for its help: examples, notations
 * @run: does it. Returns: whether it was done; else its error says why not
 */
typedef struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *details;
  gboolean (*run) (TuceInvocation *invocation, GError **error);
} TuceCommand;

/** How tuce-cli ends. */
typedef enum
{
  TUCE_EXIT_DONE = 0,
  TUCE_EXIT_WRONG = 1, /* done, but what was looked at has faults */
  TUCE_EXIT_USAGE = 2,
  TUCE_EXIT_REFUSED = 3, /* the input is not acceptable; nothing was changed */
  TUCE_EXIT_FAILED = 4,  /* the file or the disk failed */
  TUCE_EXIT_INTERRUPTED = 130
} TuceExit;

/**
 * TuceInvocation: one command as it was called.
 * @argv: (array zero-terminated=1): its options and parameters; only the parameters after
 * tuce_invocation_parse()
 * @json: whether --json was given
 * @verdict: how the command ends where it was done; DONE unless it says otherwise
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
 * @entries: the command's own options; --json comes by itself
 * @least: how many parameters it needs
 * @most: how many it takes
 *
 * Takes the options out of @argv and counts the parameters that remain. Prints the help and exits
 * where it was asked for.
 */
gboolean tuce_invocation_parse (TuceInvocation *invocation,
                                const GOptionEntry *entries,
                                guint least,
                                guint most,
                                GError **error);

/** tuce_invocation_refuse_usage: sets @error to a mistake in how the command was called. Returns:
 * %FALSE. */
gboolean tuce_invocation_refuse_usage (GError **error, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/** tuce_invocation_check_year: Returns: whether @year is one the register can keep figures of; else
 * @error says between which it has to lie. */
gboolean tuce_invocation_check_year (int year, GError **error);

/** tuce_invocation_exit: Gives the exit status that stands for @error. */
TuceExit tuce_invocation_exit (const GError *error);

/** tuce_invocation_open: Opens the county file named by the first parameter. */
TuceCounty *tuce_invocation_open (TuceInvocation *invocation, TuceOpenMode mode, GError **error);

/**
 * tuce_invocation_progress:
 * A TuceProgress that shows per cent on standard error when that is a terminal, and clears the line
 * at 1.
 */
void tuce_invocation_progress (double fraction, gpointer unused);

/** tuce_invocation_absolute: Gives the full path of @path, so that a message says where a file
 * lies. */
char *tuce_invocation_absolute (const char *path);
