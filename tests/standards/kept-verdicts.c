/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kept-verdicts.h"

#include "tuce-review.h"
#include "tuce-statement.h"

/* Appends everything stored in one derived entity, except the ids, which are new each time. */
static void
append_derived (TuceCounty *county, const TuceEntity *entity, GString *all)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (TuceStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row = TRUE;

  for (guint i = 0; i < entity->fields->len; i++)
    g_string_append_printf (sql, "%squote (%s)", i ? " || ' ' || " : "",
                            ((const TuceField *) entity->fields->pdata[i])->name);
  g_string_append_printf (sql, " AS line FROM %s ORDER BY line", entity->name);
  statement = tuce_statement_new (county, sql->str, TUCE_STATEMENT_DERIVING, NULL, &error);
  g_assert_no_error (error);
  while (tuce_statement_step (statement, &row, &error) && row)
    g_string_append_printf (all, "%s %s\n", entity->name, tuce_statement_text (statement, 0));
  g_assert_no_error (error);
}

static char **
list_derived (TuceCounty *county)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    if (((const TuceEntity *) entities->pdata[i])->derived)
      append_derived (county, entities->pdata[i], all);
  return g_strsplit (all->str, "\n", -1);
}

void
kept_verdicts_assert_whole (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStandards) standards = tuce_standards_load (county, NULL, &error);
  g_auto (GStrv) kept = NULL, found = NULL;

  g_assert_no_error (error);
  tuce_review_bring_up_to_date (county, standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  kept = list_derived (county);
  tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  found = list_derived (county);
  for (guint i = 0; kept[i] && found[i]; i++)
    g_assert_cmpstr (kept[i], ==, found[i]);
  g_assert_cmpuint (g_strv_length (kept), ==, g_strv_length (found));
}
