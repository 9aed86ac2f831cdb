/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-invocation.h"

/* What "tuce-cli relocate" can do; each is described in the table of tuce-cli-relocate.c. */

gboolean tuce_cli_relocate_photos (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_relocate_redlines (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_relocate_sites (TuceInvocation *invocation, GError **error);
gboolean tuce_cli_relocate_assign (TuceInvocation *invocation, GError **error);
