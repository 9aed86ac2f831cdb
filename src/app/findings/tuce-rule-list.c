/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-rule-list.h"

#include <glib/gi18n-lib.h>

#include "tuce-query.h"

GtkWidget *
tuce_rule_list_new (void)
{
  return tuce_count_list_new (_("Rules"), "rules");
}

static void
add (TuceCountList *list, const char *code, const char *title, gint64 count)
{
  g_autofree char *number = tuce_text_number (count);
  g_autofree char *tooltip = code ? g_strdup_printf ("%s %s", code, title) : g_strdup (title);

  tuce_count_list_add (list, code, title, number, count, tooltip, TUCE_COUNT_BESIDE);
}

static gint64
count_of (GPtrArray *groups, const char *rule)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (group->key, rule) == 0)
        return group->count;
    }
  return 0;
}

static void
add_group (TuceCountList *list, GPtrArray *checks, const TuceCode *severity, GPtrArray *groups)
{
  gboolean any = FALSE;

  for (guint i = 0; i < checks->len; i++)
    {
      const TuceRule *rule = g_ptr_array_index (checks, i);
      gint64 count = count_of (groups, rule->code);

      if (!g_str_equal (tuce_severity_code (rule->severity), severity->code)
          || (count == 0 && g_strcmp0 (rule->code, tuce_count_list_get_chosen (list)) != 0))
        continue;
      if (!any)
        tuce_count_list_add_heading (list, severity);
      any = TRUE;
      add (list, rule->code, tuce_rule_label (rule), count);
    }
}

/* Findings of rules that no active pack has any more: seen as what they are. */
static void
add_strangers (TuceCountList *list, TuceStandards *standards, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const TuceGroup *group = g_ptr_array_index (groups, i);

      if (!tuce_standards_rule (standards, group->key))
        add (list, group->key, group->key, group->count);
    }
}

void
tuce_rule_list_fill (TuceCountList *list, TuceStandards *standards, TuceDictionary *dictionary, GPtrArray *groups)
{
  g_autoptr (GPtrArray) checks = tuce_standards_checks (standards);
  const TuceCodeList *severities = tuce_dictionary_code_list (dictionary, "severity");
  gint64 total = 0;

  for (guint i = 0; i < groups->len; i++)
    total += ((const TuceGroup *) g_ptr_array_index (groups, i))->count;
  tuce_count_list_begin (list);
  add (list, NULL, _("All rules"), total);
  for (guint i = 0; i < severities->codes->len; i++)
    add_group (list, checks, g_ptr_array_index (severities->codes, i), groups);
  add_strangers (list, standards, groups);
  tuce_count_list_end (list);
}
