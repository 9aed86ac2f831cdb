/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists behind the bars of the page 进度. What was counted may have been counted by other packs than those of now. */
#include "tuce-progress-page-private.h"

#include <glib/gi18n-lib.h>

#define HOUSEHOLD "household"

static TuceDictionary *
dictionary_of (TuceProgressPage *self)
{
  return tuce_county_get_dictionary (tuce_workspace_get_county (self->workspace));
}

/* The criterion number @criterion of those counted, as it is in force now; %NULL where it is no longer. */
static const TuceRule *
rule_in_force (TuceProgressPage *self, int criterion)
{
  TuceStandards *standards = tuce_workspace_get_standards (self->workspace);
  const TuceRule *counted = g_ptr_array_index (self->found->pack->rules, (guint) criterion);
  const TucePack *pack = standards ? tuce_standards_standard (standards, self->found->level) : NULL;

  return pack ? tuce_pack_rule (pack, counted->code) : NULL;
}

/* What a part of a bar stands for: all criteria together (-1), or one; NULL where that is not in force any more. */
static TuceCondition *
new_condition (TuceProgressPage *self, int criterion, TuceResult result)
{
  const char *level = self->found->level;
  g_autofree char *path = g_strdup_printf ("%s_assessment.state", level);
  const TuceEntity *entity = tuce_dictionary_entity (dictionary_of (self), level);
  const TuceRule *rule = criterion >= 0 ? rule_in_force (self, criterion) : NULL;

  if (criterion < 0)
    return tuce_condition_new (tuce_query_resolve (entity, path, NULL), path, TUCE_IS, tuce_result_code (result));
  return rule ? tuce_condition_for_criterion (dictionary_of (self), rule, result) : NULL;
}

/* @condition: (transfer full) */
static void
open_households (TuceProgressPage *self, const char *code, TuceCondition *condition)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_condition_free);
  const char *status = tuce_progress_page_get_status (self);

  if (status)
    g_ptr_array_add (conditions, tuce_condition_new (tuce_entity_field (tuce_dictionary_entity (dictionary_of (self), HOUSEHOLD), "status"), "status", TUCE_IS, status));
  g_ptr_array_add (conditions, g_steal_pointer (&condition));
  tuce_workspace_show (self->workspace, code, conditions);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "households");
}

static void
open_places (TuceProgressPage *self, const char *code, const TuceCondition *condition)
{
  g_autofree char *level = g_strdup (self->found->level);

  tuce_workspace_set_scope (self->workspace, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(sv)", "villages",
                              g_variant_new ("(sm@" TUCE_CONDITION_VARIANT ")", level, tuce_condition_to_variant (condition)));
}

void
tuce_progress_page_open (TuceProgressPage *self, guint row, int criterion, TuceResult result)
{
  g_autofree char *code = NULL;
  g_autoptr (TuceCondition) condition = NULL;

  g_return_if_fail (TUCE_IS_PROGRESS_PAGE (self));
  g_return_if_fail (self->found && row < self->found->rollups->len);
  g_return_if_fail (criterion < 0 || (self->found->pack && (guint) criterion < self->found->pack->rules->len));
  condition = new_condition (self, criterion, result);
  if (!condition)
    {
      const TuceRule *gone = g_ptr_array_index (self->found->pack->rules, (guint) criterion);
      g_autofree char *sentence
          = g_strdup_printf (_("The criterion %s is not in force any more: it is counted anew."), gone->code);

      tuce_workspace_report (self->workspace, sentence);
      tuce_progress_page_find (self);
      return;
    }
  code = g_strdup (((const TuceRollup *) g_ptr_array_index (self->found->rollups, row))->code);
  /* The scope changes while this page is still there: it counts when somebody comes back. */
  self->leaving = TRUE;
  if (g_str_equal (self->found->level, HOUSEHOLD))
    open_households (self, code, g_steal_pointer (&condition));
  else
    open_places (self, code, condition);
  self->leaving = FALSE;
  tuce_progress_page_find (self);
}
