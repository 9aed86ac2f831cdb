/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

/* Between tuce-workspace.c and tuce-workspace-shown.c: which households are shown, and how many. */

struct _TuceWorkspace
{
  GObject parent_instance;

  TuceCounty *county;
  TuceReview *review; /* of the county */
  char *scope;
  char *scope_name;
  char *search;
  GPtrArray *conditions;   /* TuceCondition */

  const char *selected_entity; /* interned */
  gint64 selected_id;

  gint64 shown_households; /* -1: not known */
  gint64 shown_people;
  gboolean counting;       /* somebody will say it */
};

/* It is not known any more how many are shown. */
void tuce_workspace_forget_shown (TuceWorkspace *workspace);

/* Gives what the count of the households shown rests on. */
TuceReads *tuce_workspace_shown_reads (TuceWorkspace *workspace);
