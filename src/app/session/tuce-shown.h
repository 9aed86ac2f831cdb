/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

/** tuce_shown_describe: Gives what narrows the households shown, for people: "渠北乡 · Status: not exited · “王”". */
char *tuce_shown_describe (TuceWorkspace *workspace);
