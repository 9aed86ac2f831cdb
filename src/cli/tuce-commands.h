/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"

/* The commands of tuce-cli. tuce-cli.c describes each in a table, for the help. Each function parses the options of
   @invocation, does its work and prints the result. It gives %FALSE with @error where it could not be done;
   tuce_invocation_exit() turns the error into an exit status. Where it was done but something is wrong, it sets
   @invocation's verdict to TUCE_EXIT_WRONG. */

/** tuce_cli_new: Makes a county file with its townships and villages. */
gboolean tuce_cli_new (TuceInvocation *invocation, GError **error);

/** tuce_cli_demo: Makes the demo county: real places, invented people. */
gboolean tuce_cli_demo (TuceInvocation *invocation, GError **error);

/** tuce_cli_info: Prints what a county file contains. */
gboolean tuce_cli_info (TuceInvocation *invocation, GError **error);

/** tuce_cli_list: Prints records of one entity, on the screen or as CSV or JSON. */
gboolean tuce_cli_list (TuceInvocation *invocation, GError **error);

/** tuce_cli_show: Prints one record with the records that belong to it. */
gboolean tuce_cli_show (TuceInvocation *invocation, GError **error);

/** tuce_cli_set: Changes fields of one record, as one edit. */
gboolean tuce_cli_set (TuceInvocation *invocation, GError **error);

/** tuce_cli_history: Prints who changed what and when: for one record, or the latest edits of all. */
gboolean tuce_cli_history (TuceInvocation *invocation, GError **error);

/** tuce_cli_undo: Undoes the last edit. */
gboolean tuce_cli_undo (TuceInvocation *invocation, GError **error);

/** tuce_cli_redo: Makes the edit that was undone last again. */
gboolean tuce_cli_redo (TuceInvocation *invocation, GError **error);

/** tuce_cli_map: Paints the map of a county, township or village to a PNG file. */
gboolean tuce_cli_map (TuceInvocation *invocation, GError **error);

/** tuce_cli_sheet: Prints sheets to a PDF file: for one record, or all that were selected. */
gboolean tuce_cli_sheet (TuceInvocation *invocation, GError **error);

/**
 * tuce_cli_verify:
 * Checks the file and its journal, and whether the records are what the journal says; TUCE_EXIT_WRONG where not.
 */
gboolean tuce_cli_verify (TuceInvocation *invocation, GError **error);

/** tuce_cli_import_map: Imports outlines of places, or a layer of the map, from a file of geodata. */
gboolean tuce_cli_import_map (TuceInvocation *invocation, GError **error);

/**
 * tuce_cli_check:
 * Prints the findings of the checks; TUCE_EXIT_WRONG where one of severity E is open or a pack was left out.
 */
gboolean tuce_cli_check (TuceInvocation *invocation, GError **error);

/** tuce_cli_assess: Prints who meets the standard, who does not, and what is not checked. */
gboolean tuce_cli_assess (TuceInvocation *invocation, GError **error);

/**
 * tuce_cli_standards:
 * Checks a rule pack before it is used ("lint"); sets TUCE_EXIT_REFUSED where the pack can't be used.
 */
gboolean tuce_cli_standards (TuceInvocation *invocation, GError **error);

/** tuce_cli_relocate: Runs the command whose name follows "relocate": see tuce-relocate-commands.h. */
gboolean tuce_cli_relocate (TuceInvocation *invocation, GError **error);
