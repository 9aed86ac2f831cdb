/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"

/* The commands of tuce-cli; each is described in the table of tuce-cli.c. */

gboolean tuce_cli_new (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_demo (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_info (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_list (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_show (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_set (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_history (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_undo (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_redo (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_map (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_sheet (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_verify (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_import_map (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_check (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_assess (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_standards (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_relocate (TuceInvocation *invocation, GError **error);
