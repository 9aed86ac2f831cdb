/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-finding-table.h"

#include <glib/gi18n-lib.h>

#include "tuce-date.h"

static const char *const paths[] = {
  [TUCE_FINDING_RULE] = "rule",
  [TUCE_FINDING_SEVERITY] = "severity",
  [TUCE_FINDING_SUBJECT] = "subject",
  [TUCE_FINDING_SUBJECT_ID] = "subject_id",
  [TUCE_FINDING_HOUSEHOLD] = "household_id",
  [TUCE_FINDING_PLACE] = "place",
  [TUCE_FINDING_FIGURES] = "figures",
  [TUCE_FINDING_FIRST_SEEN] = "first_seen",
  [TUCE_FINDING_GONE_ON] = "gone_on",
  [TUCE_FINDING_DISPOSITION] = "disposition",
  [TUCE_FINDING_DISPOSED_ON] = "disposed_on",
  [TUCE_FINDING_DISPOSED_BY] = "disposed_by",
  [TUCE_FINDING_NOTE] = "note",
  [TUCE_FINDING_TOWNSHIP] = "household.village.township.short_name",
  [TUCE_FINDING_VILLAGE] = "household.village.short_name",
  [TUCE_FINDING_HEAD] = "household.head_name",
  [TUCE_N_FINDING_VALUES] = NULL,
};

/* --- what the cells say --- */

/* Whose it is: the household by its head and where it lives, else the place. */
static char *
where_words (TuceListTable *table, guint position)
{
  if (tuce_list_table_integer (table, position, TUCE_FINDING_HOUSEHOLD))
    return g_strdup_printf ("%s %s", tuce_list_table_text (table, position, TUCE_FINDING_TOWNSHIP),
                            tuce_list_table_text (table, position, TUCE_FINDING_VILLAGE));
  return g_strdup (tuce_list_table_place (table,
                                          tuce_list_table_text (table, position, TUCE_FINDING_PLACE)));
}

static char *
head_words (TuceListTable *table, guint position)
{
  return g_strdup (tuce_list_table_text (table, position, TUCE_FINDING_HEAD));
}

char *
tuce_finding_table_sentence (TuceListTable *table, guint position)
{
  TuceStandards *standards = tuce_workspace_get_standards (tuce_list_table_get_workspace (table));
  const char *code = tuce_list_table_text (table, position, TUCE_FINDING_RULE);
  const TuceRule *rule = standards ? tuce_standards_rule (standards, code) : NULL;

  if (!rule)
    return g_strdup (code);
  return tuce_rule_sentence (rule, tuce_list_table_get_dictionary (table),
                             tuce_list_table_text (table, position, TUCE_FINDING_FIGURES));
}

static char *
age_words (TuceListTable *table, guint position)
{
  g_autofree char *day = tuce_county_day (tuce_workspace_get_county (tuce_list_table_get_workspace (table)));
  GDate since, today;
  int days;

  if (!tuce_date_parse (tuce_list_table_text (table, position, TUCE_FINDING_FIRST_SEEN), &since)
      || !tuce_date_parse (day, &today))
    return g_strdup ("");
  days = MAX (0, g_date_days_between (&since, &today));
  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

static char *
disposition_words (TuceListTable *table, guint position)
{
  const char *gone = tuce_list_table_text (table, position, TUCE_FINDING_GONE_ON);
  const char *code = tuce_list_table_text (table, position, TUCE_FINDING_DISPOSITION);
  const TuceCodeList *list = tuce_dictionary_code_list (tuce_list_table_get_dictionary (table), "disposition");
  const TuceCode *disposition = tuce_code_list_find (list, code);
  g_autoptr (GString) words = g_string_new (NULL);

  if (*gone)
    /* Translators: since a day a finding is not found any more */
    g_string_append_printf (words, _("gone since %s"), gone);
  if (!disposition)
    return g_string_free (g_steal_pointer (&words), FALSE);
  g_string_append_printf (words, "%s%s %s", words->len ? " · " : "", tuce_code_label (disposition),
                          tuce_list_table_text (table, position, TUCE_FINDING_DISPOSED_ON));
  if (*tuce_list_table_text (table, position, TUCE_FINDING_DISPOSED_BY))
    g_string_append_printf (words, " %s", tuce_list_table_text (table, position, TUCE_FINDING_DISPOSED_BY));
  if (*tuce_list_table_text (table, position, TUCE_FINDING_NOTE))
    g_string_append_printf (words, " · %s", tuce_list_table_text (table, position, TUCE_FINDING_NOTE));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const TuceCode *
code (TuceListTable *table, guint position)
{
  return tuce_code_list_find (tuce_dictionary_code_list (tuce_list_table_get_dictionary (table), "severity"),
                              tuce_list_table_text (table, position, TUCE_FINDING_SEVERITY));
}

static const TuceListWords words[]
    = { NULL, where_words, head_words, tuce_finding_table_sentence, age_words, disposition_words };
static const TuceListTableKind kind = { "finding", paths, words, code };

GtkWidget *
tuce_finding_table_new (TuceWorkspace *workspace)
{
  GtkWidget *table = tuce_list_table_new (workspace, &kind, _("Findings"));
  const TuceColumn columns[] = {
    { "", 34, TUCE_COLUMN_MARK, 0, NULL },
    { _("Place"), 128, TUCE_COLUMN_DIGITS, 0, GUINT_TO_POINTER (1) },
    { _("Head"), 66, TUCE_COLUMN_DIGITS, 0, GUINT_TO_POINTER (2) },
    { _("Finding"), 0, TUCE_COLUMN_DIGITS | TUCE_COLUMN_WRAPS, 3, GUINT_TO_POINTER (3) },
    { _("Age"), 58, TUCE_COLUMN_DIGITS | TUCE_COLUMN_RIGHT, 0, GUINT_TO_POINTER (4) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tuce_column_table_insert (TUCE_COLUMN_TABLE (table), i, &columns[i]);
  return table;
}

void
tuce_finding_table_set_state (TuceListTable *table, TuceFindingState state)
{
  const TuceColumn disposition = { _("Disposition"), 200, TUCE_COLUMN_DIGITS, 0, GUINT_TO_POINTER (5) };
  guint n = tuce_column_table_n_columns (TUCE_COLUMN_TABLE (table));
  GtkColumnViewColumn *last = tuce_column_table_nth (TUCE_COLUMN_TABLE (table), n - 1);
  gboolean there = tuce_column_of (last)->what == disposition.what;

  /* Taken out, not hidden: GTK 4.8 keeps room for a hidden column. */
  if (state == TUCE_FINDING_OPEN && there)
    gtk_column_view_remove_column (tuce_column_table_get_view (TUCE_COLUMN_TABLE (table)), last);
  else if (state != TUCE_FINDING_OPEN && !there)
    tuce_column_table_insert (TUCE_COLUMN_TABLE (table), n, &disposition);
}
