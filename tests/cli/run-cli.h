/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * run_cli: Runs the built tuce-cli with the words up to %NULL. Sets @output and @complaint (nullable) to its two
 * outputs. Returns: its exit status
 */
int run_cli (char **output, char **complaint, ...) G_GNUC_NULL_TERMINATED;

/** make_demo: Gives the path of a new demo county of @households, in the test's own folder. */
char *make_demo (const char *name, guint households);
